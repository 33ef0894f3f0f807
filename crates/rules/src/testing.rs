//! What the rules find in a token, for their tests.

use decode::Token;
use decode::har::{Carrier, Exchange};
use inspect::sent::{self, SentIn};
use inspect::time::instants;
use inspect::{Context, Evaluation, Severity, describe, validity};

pub(crate) use test_tokens::{NOW, encode, token_from, token_of, token_with};

use crate::{Finding, Rule};

/// What is found at [`NOW`].
pub(crate) fn findings(token: &Token) -> Vec<Finding> {
    findings_in(token, Context { now: NOW, ..Context::default() })
}

pub(crate) fn findings_in(token: &Token, context: Context) -> Vec<Finding> {
    findings_sent_in(token, context, &[])
}

fn findings_sent_in(token: &Token, context: Context, requests: &[SentIn]) -> Vec<Finding> {
    let validity = validity::validity(token, context.now);
    let description = describe::describe(token);
    let found = {
        let evaluation = Evaluation::new(token, &description, context).sent_in(requests);
        crate::findings(&evaluation.at(&validity, context), &crate::LastingFindings::of(&evaluation))
    };
    found.iter().for_each(assert_declared);
    found
}

/// A request in which a token was sent.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Sent {
    pub carrier: Carrier,
    pub url: &'static str,
    /// 0 for none.
    pub status: u16,
    /// So many seconds after [`NOW`].
    pub at: i64,
    pub has_time: bool,
}

impl Sent {
    pub const DEFAULT: Self = Self {
        carrier: Carrier::Authorization,
        url: "https://api.example/orders/0",
        status: 200,
        at: 0,
        has_time: true,
    };
}

impl Default for Sent {
    fn default() -> Self {
        Self::DEFAULT
    }
}

/// What is found in a token that was sent in these requests.
pub(crate) fn findings_in_requests(token: &Token, sent: &[Sent]) -> Vec<Finding> {
    let exchange = |sent: &Sent| Exchange {
        method: "GET".to_owned(),
        url: sent.url.to_owned(),
        status: Some(sent.status).filter(|status| *status > 0),
        started: if sent.has_time { instants::rfc3339(NOW + sent.at) } else { String::new() },
        ..Exchange::default()
    };
    let exchanges: Vec<Exchange> = sent.iter().map(exchange).collect();
    let request =
        |(exchange, sent): (_, &Sent)| SentIn { exchange, carrier: sent.carrier, at: sent::instant(exchange) };
    let requests: Vec<SentIn> = exchanges.iter().zip(sent).map(request).collect();
    findings_sent_in(token, Context { now: NOW, ..Context::default() }, &requests)
}

/// Those of one rule.
pub(crate) fn found_in_requests(rule: &Rule, token: &Token, sent: &[Sent]) -> Vec<Finding> {
    findings_in_requests(token, sent).into_iter().filter(|finding| is_of(rule, finding)).collect()
}

/// Every finding has a record of some rule, and is not graver than its record says.
#[track_caller]
fn assert_declared(finding: &Finding) {
    assert!(crate::records().any(|record| std::ptr::eq(record, finding.record)), "{} is in no rule", finding.id());
    assert!(finding.severity >= finding.record.severity, "{} is graver than its record", finding.id());
}

/// Those that are more than remarks.
pub(crate) fn grave_findings(token: &Token) -> Vec<Finding> {
    findings(token).into_iter().filter(|finding| finding.severity < Severity::Info).collect()
}

/// Whether the finding has a record of this rule.
pub(crate) fn is_of(rule: &Rule, finding: &Finding) -> bool {
    rule.records.iter().any(|record| record.id == finding.id())
}

/// The findings of one rule: their ids, places and messages.
pub(crate) fn found_by(rule: &Rule, token: &Token) -> Vec<(String, String, String)> {
    let of_rule = findings(token).into_iter().filter(|finding| is_of(rule, finding));
    of_rule.map(|finding| (finding.id().to_owned(), finding.place.pointer(), finding.message)).collect()
}

/// One finding by the rule, with this id at this place and exactly this message.
#[track_caller]
pub(crate) fn check(rule: &Rule, token: &Token, id: &str, place: &str, message: &str) {
    assert_eq!(found_by(rule, token), [(id.to_owned(), place.to_owned(), message.to_owned())]);
}

/// The first finding with this id has this severity.
#[track_caller]
pub(crate) fn check_severity(token: &Token, id: &str, severity: Severity) {
    let found = findings(token).into_iter().find(|finding| finding.id() == id);
    assert_eq!(found.map(|finding| finding.severity), Some(severity), "{}", token.text);
}

/// No finding by the rule.
#[track_caller]
pub(crate) fn check_quiet(rule: &Rule, token: &Token) {
    assert_eq!(found_by(rule, token), []);
}

/// A request object of OAuth with these claims.
pub(crate) fn request_object(claims: &str) -> Token {
    token_from(r#"{"alg":"ES256","typ":"oauth-authz-req+jwt"}"#, claims)
}
