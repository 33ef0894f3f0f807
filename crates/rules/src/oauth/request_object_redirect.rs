//! A request object whose answer would travel unencrypted.

use guide::Question;
use inspect::display;
use inspect::jose::kinds::TokenKind;

use crate::query::{claims, key_address};
use crate::{Check, CheckTheme, Evaluation, Evidence, Record, Rule, Severity};

pub(crate) static RECORD: Record = Record {
    id: "request-object-redirect",
    severity: Severity::Warning,
    title: "Redirect without https",
    why: "The answer with the authorization code travels unencrypted to this `redirect_uri`: anybody on the way can read and use it.",
    advice: "Register an https address, and send the answer there. Plain http is acceptable only for the local machine.",
    references: &["RFC 9700 section 2.6"],
    guide: Question::Profiles,
};

pub(crate) const RULE: Rule = Rule { theme: CheckTheme::Oauth, records: &[&RECORD], check: Check::Once(check) };

/// RFC 9700 section 2.6. Plain http to the same machine or an internal network is common in development.
fn check(evaluation: &Evaluation) -> Vec<Evidence> {
    let is_request = evaluation.description.profile.kind == TokenKind::RequestObject;
    let is_plain = |text: &&str| {
        let address = key_address::read(text);
        is_request && address.is_some_and(|it| it.scheme.eq_ignore_ascii_case("http") && !it.is_internal())
    };
    let evidence = claims::text(evaluation, "redirect_uri").filter(is_plain).map(|text| {
        let address = display::quoted(text, 80);
        let message = format!("The answer would travel unencrypted: `redirect_uri` is {address}.");
        Evidence::new(&RECORD, message, claims::place(evaluation, "redirect_uri"))
    });
    evidence.into_iter().collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{check, check_quiet, request_object};

    #[test]
    fn fires_on_plain_http() {
        let to = |redirect: &str| request_object(&format!(r#"{{"client_id":"c","redirect_uri":"{redirect}"}}"#));
        let message = "The answer would travel unencrypted: `redirect_uri` is `http://a.example/cb`.";
        let token = to("http://a.example/cb");
        check(&RULE, &token, "request-object-redirect", "/payload/redirect_uri", message);
        for redirect in
            ["https://a.example", "http://localhost:3000/cb", "http://127.0.0.1/cb", "com.example.app:/cb", ""]
        {
            check_quiet(&RULE, &to(redirect));
        }
    }
}
