//! A client assertion whose audience is not just the issuer identifier of one authorization server.

use guide::Question;
use inspect::display;
use inspect::jose::kinds::TokenKind;

use crate::query::{claims, key_address, kinds};
use crate::{Check, CheckTheme, Evaluation, Evidence, Record, Rule, Severity};

pub(crate) static RECORD: Record = Record {
    id: "client-assertion-aud",
    severity: Severity::Warning,
    title: "Audience of a client assertion",
    why: "An authorization server that is given this assertion could present it to another one named in `aud`, or at an endpoint that belongs to another, and sign in as the client.",
    advice: "Write the issuer identifier of the authorization server into `aud`, as a single string. RFC 7523 allows the token endpoint as well: use it where the server demands it.",
    references: &["RFC 7523 section 3", "draft-ietf-oauth-rfc7523bis", "CVE-2025-27370"],
    guide: Question::Audience,
};

pub(crate) const RULE: Rule = Rule { theme: CheckTheme::Oauth, records: &[&RECORD], check: Check::Once(check) };

/// The hosts of Microsoft Entra, which takes only its token endpoint: Microsoft, "Certificate credentials".
const ENTRA: [&str; 2] = ["login.microsoftonline.com", "login.partner.microsoftonline.cn"];

/// A server that is told another server's endpoint as its own could use the assertion there: CVE-2025-27370. The newer
/// rules, which come with a type of their own, allow only the identifier of the server.
fn check(evaluation: &Evaluation) -> Vec<Evidence> {
    if evaluation.description.profile.kind != TokenKind::ClientAssertion {
        return Vec::new();
    }
    let Some(aud) = claims::value(evaluation, "aud") else { return Vec::new() };
    let is_typed = kinds::gravest(evaluation) == Severity::Error;
    let message = match claims::one_or_many(aud) {
        [_, _, ..] => "Has several audiences: each could use it to sign in to the others. It should be the authorization server's issuer identifier alone."
            .to_owned(),
        [one] => match one.as_str().filter(|one| one.ends_with("/token")) {
            Some(one) if !is_typed && is_of_entra(one) => return Vec::new(),
            Some(one) => {
                let rule = if is_typed {
                    "With this `typ` it must be the authorization server's issuer identifier alone."
                } else {
                    "RFC 7523 allows that; the authorization server's issuer identifier is safer where the server takes it."
                };
                format!("`aud` is an endpoint, {}. {rule}", display::quoted(one, 80))
            }
            None => return Vec::new(),
        },
        [] => return Vec::new(),
    };
    let severity = if is_typed { Severity::Warning } else { Severity::Notice };
    vec![Evidence::new(&RECORD, message, claims::place(evaluation, "aud")).with_severity(severity)]
}

fn is_of_entra(aud: &str) -> bool {
    key_address::read(aud).is_some_and(|address| ENTRA.contains(&address.host.as_str()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{check, check_quiet, check_severity, token_from};

    #[track_caller]
    fn fires(typ: &str, aud: &str, severity: Severity, message: &str) {
        let token = assertion(typ, aud);
        check(&RULE, &token, "client-assertion-aud", "/payload/aud", message);
        check_severity(&token, "client-assertion-aud", severity);
    }

    fn assertion(typ: &str, aud: &str) -> decode::Token {
        let header = format!(r#"{{"alg":"ES256","typ":"{typ}"}}"#);
        let claims = format!(r#"{{"iss":"c","sub":"c","exp":1700000100,"jti":"j","aud":{aud}}}"#);
        token_from(&header, &claims)
    }

    #[test]
    fn looks_at_audiences() {
        const TYP: &str = "client-authentication+jwt";
        let message = "`aud` is an endpoint, `https://a.example/token`. With this `typ` it must be the authorization server's issuer identifier alone.";
        fires(TYP, r#""https://a.example/token""#, Severity::Warning, message);
        let message = "`aud` is an endpoint, `https://a.example/token`. RFC 7523 allows that; the authorization server's issuer identifier is safer where the server takes it.";
        fires("JWT", r#"["https://a.example/token"]"#, Severity::Notice, message);
        let message = "Has several audiences: each could use it to sign in to the others. It should be the authorization server's issuer identifier alone.";
        fires(TYP, r#"["https://a.example","https://b.example"]"#, Severity::Warning, message);
        for aud in [r#""https://a.example""#, r#"["https://a.example"]"#, "[]", "1"] {
            check_quiet(&RULE, &assertion(TYP, aud));
        }
    }

    #[test]
    fn entra_demands_its_token_endpoint() {
        for host in ["login.microsoftonline.com", "login.partner.microsoftonline.cn"] {
            check_quiet(&RULE, &assertion("JWT", &format!(r#""https://{host}/t/oauth2/v2.0/token""#)));
        }
        let message = "`aud` is an endpoint, `https://login.microsoftonline.com.evil.example/token`. RFC 7523 allows that; the authorization server's issuer identifier is safer where the server takes it.";
        let aud = r#""https://login.microsoftonline.com.evil.example/token""#;
        fires("JWT", aud, Severity::Notice, message);
    }
}
