//! A header that contains the key to verify the token with.

use crate::evidence::LIMIT;
use crate::query::headers;
use crate::{Check, CheckTheme, Evaluation, Evidence, Place, Record, Rule, Severity};
use decode::json::JsonKind;
use guide::Question;
use inspect::jose::kinds::TokenKind;

pub(crate) static RECORD: Record = Record {
    id: "jwk-embedded",
    severity: Severity::Warning,
    title: "Brings its own key",
    why: "Anybody can make a key pair, sign a token and put the public key into the header. A verifier that uses that key accepts every such token.",
    advice: "Verify with keys that you have configured. Use a key from the token only if you already know it, such as by its thumbprint.",
    references: &["RFC 7515 section 4.1.3", "RFC 8725 section 3.10", "CVE-2018-0114"],
    guide: Question::Keys,
};

pub(crate) const RULE: Rule = Rule { theme: CheckTheme::Keys, records: &[&RECORD], check: Check::Once(check) };

/// Kinds whose very purpose it is to show that their sender holds the key. RFC 9449 section 4.2, RFC 8555 section 6.2,
/// OpenID4VCI 1.0 appendix F.1.
const PROOFS: [TokenKind; 3] = [TokenKind::DpopProof, TokenKind::AcmeRequest, TokenKind::CredentialRequestProof];

fn check(evaluation: &Evaluation) -> Vec<Evidence> {
    let keys = headers::parameters(evaluation, "jwk").filter(|(_, key)| matches!(key.value.kind, JsonKind::Object(_)));
    let evidence = keys.map(|(part, member)| {
        let place = Place::member(evaluation.token, part, member);
        if PROOFS.contains(&evaluation.description.profile.kind) {
            let message = "Brings its own key, as such proofs do: compare its thumbprint with the key that the token \
                is bound to.";
            return Evidence::new(&RECORD, message, place).with_severity(Severity::Info);
        }
        let message = "Brings its own key: a signature that fits it proves nothing about who wrote the token.";
        Evidence::new(&RECORD, message, place)
    });
    evidence.take(LIMIT).collect()
}

#[cfg(test)]
mod tests {
    use super::{RULE, Severity};
    use crate::testing::{check, check_quiet, findings, token_from};

    const KEY: &str = r#""jwk":{"kty":"EC","crv":"P-256","x":"AA","y":"AA"}"#;

    #[test]
    fn fires_on_keys_in_headers() {
        let message = "Brings its own key: a signature that fits it proves nothing about who wrote the token.";
        let token = token_from(&format!(r#"{{"alg":"ES256",{KEY}}}"#), "{}");
        check(&RULE, &token, "jwk-embedded", "/header/jwk", message);
    }

    #[test]
    fn is_a_remark_on_proofs() {
        for typ in ["dpop+jwt", "openid4vci-proof+jwt"] {
            let token = token_from(&format!(r#"{{"alg":"ES256","typ":"{typ}",{KEY}}}"#), "{}");
            let found = findings(&token).into_iter().find(|finding| finding.id() == "jwk-embedded");
            assert_eq!(found.map(|finding| finding.severity), Some(Severity::Info), "{typ}");
        }
    }

    #[test]
    fn is_quiet_on_other_places() {
        check_quiet(&RULE, &token_from(r#"{"alg":"ES256","jwk":"x"}"#, &format!("{{{KEY}}}")));
    }

    #[test]
    fn says_what_the_key_of_a_proof_is_for() {
        let header = format!(r#"{{"alg":"ES256","nonce":"n","url":"https://ca.example/new",{KEY}}}"#);
        let message = "Brings its own key, as such proofs do: compare its thumbprint with the key that the token is \
            bound to.";
        check(&RULE, &token_from(&header, "{}"), "jwk-embedded", "/header/jwk", message);
    }
}
