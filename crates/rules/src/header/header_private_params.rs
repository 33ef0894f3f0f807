//! Header parameters that are neither registered nor known from a vendor.

use crate::{Check, CheckTheme, Evaluation, Evidence, Place, Record, Rule, Severity};
use guide::Question;
use inspect::display::{self, counted};

pub(crate) static RECORD: Record = Record {
    id: "header-private-params",
    severity: Severity::Info,
    title: "Unregistered header parameter",
    why: "Only the issuer and its verifiers know what an unregistered parameter means. Verifiers that do not know it must ignore it, unless `crit` lists it.",
    advice: "Ask the issuer what the parameter means. Do not rely on it for security without such an agreement.",
    references: &["RFC 7515 section 4.2", "RFC 7515 section 4.3"],
    guide: Question::Keys,
};

pub(crate) const RULE: Rule = Rule { theme: CheckTheme::Header, records: &[&RECORD], check: Check::Once(check) };

/// How many names the message lists.
const TOLD: usize = 6;

fn check(evaluation: &Evaluation) -> Vec<Evidence> {
    let mut names: Vec<&str> = Vec::new();
    let mut count = 0;
    let mut place = Place::default();
    for (part, described) in evaluation.token.parts.iter().zip(&evaluation.description.parts) {
        let members = part.members().iter().zip(&described.members).filter(|_| part.role.is_header());
        for (member, _) in members.filter(|(_, described)| described.title.is_empty()) {
            if count == 0 {
                place = Place::member(evaluation.token, part, member);
            }
            if names.len() < TOLD {
                names.push(&member.name.text);
            }
            count += 1;
        }
    }
    // Without `alg` this may not be a JOSE header.
    if count == 0 || evaluation.token.parameter("alg").is_none() {
        return Vec::new();
    }
    let quoted = names.iter().map(|name| display::quoted(name, 40)).collect::<Vec<_>>().join(", ");
    let more = if count > TOLD { ", …" } else { "" };
    let are = if count == 1 { "is" } else { "are" };
    let message = format!("{} {are} not registered: {quoted}{more}.", counted(count, "header parameter"));
    vec![Evidence::new(&RECORD, message, place)]
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::testing::{check, check_quiet, token_from};

    #[test]
    fn says_what_is_nowhere_defined() {
        let token = token_from(r#"{"alg":"HS256","x-a":1,"tenant":"t"}"#, "{}");
        let message = "2 header parameters are not registered: `x-a`, `tenant`.";
        check(&RULE, &token, "header-private-params", "/header/x-a", message);
        let message = "1 header parameter is not registered: `tenant`.";
        let token = token_from(r#"{"alg":"HS256","tenant":"t"}"#, "{}");
        check(&RULE, &token, "header-private-params", "/header/tenant", message);
        let names: String = (0..9).map(|at| format!(",\"a{at}\":1")).collect();
        let token = token_from(&[r#"{"alg":"HS256""#, &names, "}"].concat(), "{}");
        let message = "9 header parameters are not registered: `a0`, `a1`, `a2`, `a3`, `a4`, `a5`, ….";
        check(&RULE, &token, "header-private-params", "/header/a0", message);
    }

    #[test]
    fn is_quiet_on_standards_and_vendors() {
        let header = r#"{"alg":"ES256","kid":"a","signer":"arn:aws:x","client":"c","trust_chain":[]}"#;
        check_quiet(&RULE, &token_from(header, r#"{"x-a":1}"#));
        check_quiet(&RULE, &token_from(r#"{"user_id":7}"#, "{}"));
    }

    #[test]
    fn tells_six_names() {
        let names: String = (0..6).map(|at| format!(",\"a{at}\":1")).collect();
        let token = token_from(&[r#"{"alg":"HS256""#, &names, "}"].concat(), "{}");
        let message = "6 header parameters are not registered: `a0`, `a1`, `a2`, `a3`, `a4`, `a5`.";
        check(&RULE, &token, "header-private-params", "/header/a0", message);
    }
}
