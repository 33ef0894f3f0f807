//! A compressed payload that cannot be inflated whole.

use super::evidence::by_fault;
use super::{Evidence, Rule, Severity, Evaluation};

pub(super) const RULE: Rule = Rule {
    id: "deflate-broken",
    title: "Cannot be inflated",
    severity: Severity::Error,
    why: "The header says that the payload is compressed. What stands behind the damage or the limit is not shown.",
    advice: "Copy the token again from its source. A payload that inflates to megabytes is no ordinary one.",
    references: &["RFC 1951", "RFC 7516 section 4.1.3", "RFC 8725 section 3.6"],
    members: "deflate-broken:E deflate-too-large:E",
    check,
};

/// A stream may be damaged or too long; both stand under the id of their fault.
fn check(evaluation: &Evaluation) -> Vec<Evidence> {
    let of = |id: &str| {
        let mut found = by_fault(evaluation, id, |part, fault| {
            ["The ", part, " cannot be inflated: ", &fault.kind.to_string(), "."].concat()
        });
        found.iter_mut().for_each(|evidence| evidence.id = Some(id.to_owned()));
        found
    };
    [of(RULE.id), of("deflate-too-large")].concat()
}

#[cfg(test)]
mod tests {
    use crate::testing::{check, check_quiet, encode, grave_findings, token_of};

    #[test]
    fn fires_on_what_is_no_stream() {
        let token = token_of(
            &[&encode(r#"{"alg":"ES256","zip":"DEF"}"#), ".x7DPCMAwEETR.", &encode([[1; 32], [2; 32]].concat())]
                .concat(),
        );
        let message = "The payload cannot be inflated: expected a whole DEFLATE stream, but it is damaged or cut off.";
        check("deflate-broken", &token, "deflate-broken", "/payload", message);
        let ids: Vec<_> = grave_findings(&token).iter().map(|finding| finding.id.to_string()).collect();
        assert_eq!(ids, ["deflate-broken"], "one cause, one finding");
    }

    #[test]
    fn is_quiet_on_whole_streams_and_plain_payloads() {
        let header = encode(r#"{"alg":"ES256","zip":"DEF"}"#);
        check_quiet("deflate-broken", &token_of(&[&header, ".q1ZKrShQsjK0MICCWgA", ".AAAA"].concat()));
        check_quiet("deflate-broken", &token_of(&[&header, ".", &encode("{}"), ".AAAA"].concat()));
    }
}
