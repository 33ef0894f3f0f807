//! A private or symmetric key inside the token.

use crate::evidence::LIMIT;
use crate::{Check, CheckTheme, Evaluation, Evidence, Place, Record, Rule, Severity};
use guide::Question;
use inspect::display;
pub(crate) static JWK_PRIVATE: Record = Record {
    id: "jwk-private",
    severity: Severity::Error,
    title: "Private key inside",
    why: "The header or the claims contain the private part of a key. Everybody who has seen the token can sign or decrypt as the owner of that key.",
    advice: "Stop using the key now. Put only the public members of the new key into tokens.",
    references: &["RFC 7517 section 9.2", "RFC 9449 section 4.2"],
    guide: Question::Keys,
};

pub(crate) static JWK_SYMMETRIC: Record = Record {
    id: "jwk-symmetric",
    severity: Severity::Error,
    title: "Shared secret inside",
    why: "The token contains a symmetric key. Everybody who has seen the token can make and verify what this key protects.",
    advice: "Replace the key now. Refer to a symmetric key by a key ID and never put it into a token.",
    references: &["RFC 7517 section 9.2", "RFC 7518 section 6.4"],
    guide: Question::Keys,
};

pub(crate) const RULE: Rule =
    Rule { theme: CheckTheme::Keys, records: &[&JWK_PRIVATE, &JWK_SYMMETRIC], check: Check::Once(check) };

fn check(evaluation: &Evaluation) -> Vec<Evidence> {
    let found = evaluation.description.keys.iter().filter(|found| found.key.is_private());
    let evidence = found.filter_map(|found| {
        let part = evaluation.token.parts.get(found.part)?;
        let member = part.members().iter().find(|member| member.value.span.overlaps(found.key.span))?;
        let names = found.key.private_members.join("`, `");
        let message = format!(
            "A secret is inside this token: the key at {} has `{names}`.",
            display::quoted(&found.pointer, 120)
        );
        // RFC 7518 section 6.4. Who has it can check with it and sign with it.
        let is_symmetric = found.key.private_members == ["k"];
        let record = if is_symmetric { &JWK_SYMMETRIC } else { &JWK_PRIVATE };
        Some(Evidence::new(record, message, Place::member(evaluation.token, part, member)))
    });
    evidence.take(LIMIT).collect::<Vec<_>>()
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::testing::{check, check_quiet, token_from};

    #[test]
    fn fires_on_private_and_symmetric_keys() {
        let header = r#"{"alg":"ES256","jwk":{"kty":"EC","crv":"P-256","x":"AA","y":"AA","d":"AA"}}"#;
        let message = "A secret is inside this token: the key at `/jwk` has `d`.";
        check(&RULE, &token_from(header, "{}"), "jwk-private", "/header/jwk", message);
        let payload = r#"{"cnf":{"jwk":{"kty":"oct","k":"AAAA"}}}"#;
        let message = "A secret is inside this token: the key at `/cnf/jwk` has `k`.";
        check(&RULE, &token_from(r#"{"alg":"ES256"}"#, payload), "jwk-symmetric", "/payload/cnf", message);
    }

    #[test]
    fn is_quiet_on_public_keys() {
        let header = r#"{"alg":"ES256","jwk":{"kty":"EC","crv":"P-256","x":"AA","y":"AA"}}"#;
        check_quiet(&RULE, &token_from(header, r#"{"d":"AA","k":"AA"}"#));
    }
}
