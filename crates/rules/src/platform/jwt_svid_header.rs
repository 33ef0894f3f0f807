//! A JWT-SVID with header parameters that SPIFFE does not allow.

use guide::Question;
use inspect::display;
use inspect::jose::kinds::TokenKind;

use crate::{Check, CheckTheme, Evaluation, Evidence, Place, Record, Rule, Severity};

pub(crate) static RECORD: Record = Record {
    id: "jwt-svid-header",
    severity: Severity::Warning,
    title: "JWT-SVID with other header parameters",
    why: "The header of a JWT-SVID may hold `alg`, `kid` and `typ` only. Others, such as `jku`, could lead a verifier to keys of an attacker.",
    advice: "Leave the other parameters out where the token is made, and refuse such tokens where it is verified.",
    references: &["SPIFFE JWT-SVID section 2"],
    guide: Question::Profiles,
};

pub(crate) const RULE: Rule = Rule { theme: CheckTheme::Services, records: &[&RECORD], check: Check::Once(check) };

/// SPIFFE JWT-SVID section 2.
fn check(evaluation: &Evaluation) -> Vec<Evidence> {
    let (true, Some(header), Some(_)) = (
        evaluation.description.profile.kind == TokenKind::JwtSvid,
        evaluation.token.header(),
        evaluation.token.payload(),
    ) else {
        return Vec::new();
    };
    let is_other = |name: &str| !["alg", "kid", "typ"].contains(&name);
    let other = header.members().iter().find(|member| is_other(&member.name.text));
    let evidence = other.map(|member| {
        let name = display::quoted(&member.name.text, 80);
        let message = format!("The header has {name}, but may have `alg`, `kid`, `typ` alone.");
        Evidence::new(&RECORD, message, Place::member(evaluation.token, header, member))
    });
    evidence.into_iter().collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{check, check_quiet, token_from};

    #[test]
    fn knows_what_headers_may_have() {
        let svid = |header: &str| token_from(header, r#"{"sub":"spiffe://a.example/b","aud":"a","exp":1700003600}"#);
        let message = "The header has `jku`, but may have `alg`, `kid`, `typ` alone.";
        let token = svid(r#"{"alg":"ES256","jku":"https://a.example"}"#);
        check(&RULE, &token, "jwt-svid-header", "/header/jku", message);
        check_quiet(&RULE, &svid(r#"{"alg":"ES256","kid":"1","typ":"JWT"}"#));
    }
}
