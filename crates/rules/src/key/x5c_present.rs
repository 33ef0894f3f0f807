//! A header that contains certificates, or names one by its SHA-1 thumbprint.

use crate::evidence::LIMIT;
use crate::query::headers;
use crate::{Check, CheckTheme, Evaluation, Evidence, Record, Rule, Severity};
use decode::json::JsonKind;
use guide::Question;
use inspect::display::counted;
use inspect::jose::kinds::TokenKind;

pub(crate) static X5C_PRESENT: Record = Record {
    id: "x5c-present",
    severity: Severity::Notice,
    title: "Brings its own certificates",
    why: "Anybody can put certificates into a token. They show who signed only if they lead to a root that the verifier already trusts.",
    advice: "Validate the chain up to a configured root, and check that the first certificate belongs to the issuer.",
    references: &["RFC 7515 section 4.1.6", "RFC 8725 section 3.10"],
    guide: Question::Keys,
};

pub(crate) static X5T_SHA1: Record = Record {
    id: "x5t-sha1",
    severity: Severity::Info,
    title: "Certificate named by SHA-1",
    why: "Two certificates with the same SHA-1 hash can be made. The thumbprint is fine to find a certificate, but does not show that it is the right one.",
    advice: "Write `x5t#S256` in new systems.",
    references: &["RFC 7515 section 4.1.7", "RFC 7515 section 4.1.8"],
    guide: Question::Keys,
};

pub(crate) const RULE: Rule =
    Rule { theme: CheckTheme::Keys, records: &[&X5C_PRESENT, &X5T_SHA1], check: Check::Once(check) };

/// Kinds of token that are meant to contain certificates.
const USUAL: [TokenKind; 8] = [
    TokenKind::ClientAttestation,
    TokenKind::DeviceAttestation,
    TokenKind::KeyAttestation,
    TokenKind::OnboardingVoucher,
    TokenKind::PersonIdentification,
    TokenKind::RegistrationCertificate,
    TokenKind::SdJwtVc,
    TokenKind::VerifierAttestation,
];

/// OpenID Connect Core 1.0 section 2 says that ID tokens should have no key and no key address in the header. That has
/// no finding of its own: this one, `jwk-embedded` and those on key addresses say what to do.
fn check(evaluation: &Evaluation) -> Vec<Evidence> {
    let mut found = Vec::new();
    for (part, member) in headers::parameters(evaluation, "x5c") {
        if let JsonKind::Array(certificates) = &member.value.kind
            && !certificates.is_empty()
            && !USUAL.contains(&evaluation.description.profile.kind)
        {
            let (count, them) =
                (counted(certificates.len(), "certificate"), if certificates.len() == 1 { "it" } else { "them" });
            let message = format!("Contains {count}: trust {them} only through a root that you trust already.");
            found.push(headers::evidence(&X5C_PRESENT, evaluation, part, member, message));
        }
    }
    for (part, member) in headers::parameters(evaluation, "x5t") {
        if part.members().iter().all(|member| member.name.text != "x5t#S256") {
            let message = "Names its certificate by SHA-1, as older issuers do; newer ones use `x5t#S256`.".to_owned();
            found.push(headers::evidence(&X5T_SHA1, evaluation, part, member, message));
        }
    }
    found.truncate(LIMIT);
    found
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::testing::{check, check_quiet, token_from};

    #[test]
    fn says_what_is_there() {
        let message = "Contains 2 certificates: trust them only through a root that you trust already.";
        let token = token_from(r#"{"alg":"RS256","x5c":["AA","AA"]}"#, "{}");
        check(&RULE, &token, "x5c-present", "/header/x5c", message);
        let message = "Contains 1 certificate: trust it only through a root that you trust already.";
        check(&RULE, &token_from(r#"{"alg":"RS256","x5c":["AA"]}"#, "{}"), "x5c-present", "/header/x5c", message);
        let message = "Names its certificate by SHA-1, as older issuers do; newer ones use `x5t#S256`.";
        check(&RULE, &token_from(r#"{"alg":"RS256","x5t":"A"}"#, "{}"), "x5t-sha1", "/header/x5t", message);
    }

    #[test]
    fn is_quiet_where_they_belong_and_where_there_is_none() {
        for header in [
            r#"{"alg":"ES256","typ":"dc+sd-jwt","x5c":["AA"]}"#,
            r#"{"alg":"RS256","x5t":"A","x5t#S256":"A"}"#,
            r#"{"alg":"RS256","x5c":[]}"#,
        ] {
            check_quiet(&RULE, &token_from(header, "{}"));
        }
    }
}
