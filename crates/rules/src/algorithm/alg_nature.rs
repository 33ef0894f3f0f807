//! What a token does not show by the way it is made, though nothing is wrong with it.

use crate::evidence::LIMIT;
use crate::query::claims;
use crate::query::headers;
use crate::{Evaluation, Evidence, Place, Record, Rule, Severity};
use decode::Role;
use guide::Question;
use inspect::describe::is_nested;

pub(crate) static ALG_HMAC: Record = Record {
    id: "alg-hmac",
    severity: Severity::Info,
    title: "Signed with a shared secret",
    why: "An HMAC secret is used both to sign and to verify, so every service that can check the token can also make one. If the secret is a weak password, anybody who has one token can try passwords until one fits.",
    advice: "Use a random secret that is at least as long as the hash, and give it to one service only. Where several parties verify, sign with a private key instead.",
    references: &["RFC 7518 section 3.2", "RFC 8725 section 3.5"],
    guide: Question::Keys,
};

pub(crate) static ALG_RS_PKCS1: Record = Record {
    id: "alg-rs-pkcs1",
    severity: Severity::Info,
    title: "RSA signature with the older padding",
    why: "RS256, RS384 and RS512 use the PKCS #1 v1.5 padding. It is not known to be broken for signatures, but RFC 8017 asks new applications to use RSASSA-PSS.",
    advice: "Existing systems can stay as they are. Choose `PS256` or `ES256` for a new one.",
    references: &["RFC 8017 section 8", "RFC 7518 section 3.3"],
    guide: Question::Algorithms,
};

pub(crate) static ECDSA_MALLEABLE: Record = Record {
    id: "ecdsa-malleable",
    severity: Severity::Info,
    title: "Second valid signature can be made",
    why: "From a valid ECDSA signature anybody can compute another one for the same header and payload. A deny list that stores the text of whole tokens does not recognize the changed copy.",
    advice: "Let the issuer write a `jti` and store that in deny lists, or store a hash of the header and the payload.",
    references: &["RFC 7518 section 3.4", "RFC 7519 section 4.1.7"],
    guide: Question::Algorithms,
};

pub(crate) static JWE_NOT_AUTHENTICATED: Record = Record {
    id: "jwe-not-authenticated",
    severity: Severity::Notice,
    title: "Encryption does not show the sender",
    why: "The key that encrypts is public. Anybody can make a token that decrypts correctly, so the claims in it can come from anybody.",
    advice: "Put a signed token inside and verify its signature after decrypting.",
    references: &["RFC 7516 section 1", "RFC 7518 section 4", "RFC 8725 section 3.2"],
    guide: Question::SignOrEncrypt,
};

pub(crate) static JWE_ENCRYPTED: Record = Record {
    id: "jwe-encrypted",
    severity: Severity::Info,
    title: "Content is encrypted",
    why: "The claims cannot be read without the recipient's key. An expired token, a wrong audience or a secret inside would not be noticed here.",
    advice: "Decrypt the token with the recipient's own tools, and inspect the content there.",
    references: &["RFC 7516 section 1"],
    guide: Question::SignOrEncrypt,
};

pub(crate) static CTY_NESTED: Record = Record {
    id: "cty-nested",
    severity: Severity::Info,
    title: "Another token is inside",
    why: "The outer token only carries another one. Who wrote the claims is shown by the signature of the inner token alone.",
    advice: "Verify the inner token like any other, with its own algorithm, key, issuer and audience.",
    references: &["RFC 7519 section 5.2", "RFC 8725 section 3.3"],
    guide: Question::SignOrEncrypt,
};

pub(crate) const RULE: Rule = Rule {
    records: &[&ALG_HMAC, &ALG_RS_PKCS1, &ECDSA_MALLEABLE, &JWE_NOT_AUTHENTICATED, &JWE_ENCRYPTED, &CTY_NESTED],
    check,
};

fn check(evaluation: &Evaluation) -> Vec<Evidence> {
    let token = evaluation.token;
    let is_encrypted = token.format.is_encrypted();
    let is_signed = token.parts.iter().any(|part| part.role == Role::Signature && !part.span.is_empty());
    let mut found: Vec<Evidence> = Vec::new();
    let mut say = |evidence: Evidence| {
        // Signatures of one kind have one thing to know.
        if found.len() < LIMIT && found.iter().all(|before| before.record.id != evidence.record.id) {
            found.push(evidence);
        }
    };
    for (part, member) in headers::parameters(evaluation, "alg") {
        let (id, message) = match member.value.as_str().unwrap_or_default() {
            "HS256" | "HS384" | "HS512" if is_signed => {
                ("alg-hmac", "Whoever can check this token can also make one, and a weak secret can be guessed.")
            }
            "RS256" | "RS384" | "RS512" if is_signed => (
                "alg-rs-pkcs1",
                "The older of the two RSA signatures, and still the usual one; for new systems `PS256` is advised.",
            ),
            "ES256" | "ES256K" | "ES384" | "ES512" if is_signed && is_told_by_text(evaluation) => (
                "ecdsa-malleable",
                "Has no `jti`, and if its signature fits, anybody can make a second one that fits: tell such tokens apart by their header and payload, not by their whole text.",
            ),
            alg if is_encrypted && (alg.starts_with("RSA") || alg.starts_with("ECDH-ES")) => (
                "jwe-not-authenticated",
                "Whoever has the public key can make such a token: that it decrypts does not show who wrote it.",
            ),
            _ => continue,
        };
        let mut evidence = headers::evidence(RULE.by_id(id), evaluation, part, member, [message].concat());
        if id == "jwe-not-authenticated" {
            evidence.severity = Severity::Notice;
        }
        say(evidence);
    }
    for (part, member) in headers::parameters(evaluation, "cty") {
        let cty = member.value.as_str().unwrap_or_default();
        let is_token = cty.eq_ignore_ascii_case("jwt") || cty.eq_ignore_ascii_case("application/jwt");
        if is_token && (is_encrypted || is_nested(token)) {
            let message = "Says that a token is inside: who wrote it is to be seen from that one alone.";
            say(headers::evidence(RULE.by_id("cty-nested"), evaluation, part, member, [message].concat()));
        }
    }
    if is_encrypted {
        let message = "No finding here is about what it holds: that cannot be read without the key.";
        say(Evidence {
            record: RULE.by_id("jwe-encrypted"),
            ..Evidence::new(RULE.by_id("alg-nature"), message, Place::default())
        });
    }
    found
}

/// Where nothing else tells a token from another, who keeps a list may list its text. With `jti` every ECDSA token would
/// have this finding, and nobody would have to do anything.
fn is_told_by_text(evaluation: &Evaluation) -> bool {
    claims::is_bearer(evaluation)
        && claims::whole_set(evaluation).is_some()
        && claims::claim(evaluation, "jti").is_none()
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::testing::{check, check_quiet, encode, found_by, token_from, token_of, token_with};
    use decode::Token;

    fn encrypted(header: &str) -> Token {
        token_of(&[&encode(header), ".AAAA.", &encode([0; 12]), ".AAAA.", &encode([0; 16])].concat())
    }

    fn ids(token: &Token) -> Vec<String> {
        found_by(&RULE, token).into_iter().map(|(id, ..)| id).collect()
    }

    #[test]
    fn says_what_signatures_do_not_show() {
        let message = "Whoever can check this token can also make one, and a weak secret can be guessed.";
        check(&RULE, &token_with("{}"), "alg-hmac", "/header/alg", message);
        let message =
            "The older of the two RSA signatures, and still the usual one; for new systems `PS256` is advised.";
        check(&RULE, &token_from(r#"{"alg":"RS512"}"#, "{}"), "alg-rs-pkcs1", "/header/alg", message);
        let message = "Has no `jti`, and if its signature fits, anybody can make a second one that fits: tell such tokens apart by their header and payload, not by their whole text.";
        check(&RULE, &token_from(r#"{"alg":"ES384"}"#, "{}"), "ecdsa-malleable", "/header/alg", message);
        check_quiet(&RULE, &token_from(r#"{"alg":"ES384"}"#, r#"{"jti":"a"}"#));
        check_quiet(&RULE, &token_from(r#"{"alg":"ES256","typ":"dpop+jwt"}"#, "{}"));
        check_quiet(&RULE, &token_from(r#"{"alg":"ES256"}"#, "hello"));
    }

    #[test]
    fn says_what_encryption_does_not_show() {
        let of_public_key = encrypted(r#"{"alg":"RSA-OAEP","enc":"A128GCM"}"#);
        let expected = [
            (
                "jwe-not-authenticated",
                "/header/alg",
                "Whoever has the public key can make such a token: that it decrypts does not show who wrote it.",
            ),
            ("jwe-encrypted", "", "No finding here is about what it holds: that cannot be read without the key."),
        ];
        let expected = expected.map(|(id, place, message)| (id.to_owned(), place.to_owned(), message.to_owned()));
        assert_eq!(found_by(&RULE, &of_public_key), expected);
        assert_eq!(ids(&encrypted(r#"{"alg":"A128KW","enc":"A128GCM"}"#)), ["jwe-encrypted"]);
        let nested = encrypted(r#"{"alg":"ECDH-ES+A128KW","enc":"A128GCM","epk":{},"cty":"JWT"}"#);
        assert_eq!(ids(&nested), ["jwe-encrypted", "cty-nested"]);
    }

    #[test]
    fn says_that_a_token_is_inside() {
        let inner = token_with("{}").text;
        let token = token_from(r#"{"alg":"PS256","cty":"application/jwt"}"#, &inner);
        let message = "Says that a token is inside: who wrote it is to be seen from that one alone.";
        check(&RULE, &token, "cty-nested", "/header/cty", message);
        check_quiet(&RULE, &token_from(r#"{"alg":"PS256","cty":"JWT"}"#, "{}"));
    }

    #[test]
    fn is_quiet_on_others_and_where_the_algorithm_is_wrong_or_nothing_is_signed() {
        for header in [r#"{"alg":"PS256"}"#, r#"{"alg":"Ed25519"}"#, r#"{"alg":"RSA-OAEP"}"#, r#"{"alg":"HS1"}"#] {
            check_quiet(&RULE, &token_from(header, "{}"));
        }
        check_quiet(&RULE, &token_of(&[&encode(r#"{"alg":"HS256"}"#), ".e30."].concat()));
        check_quiet(&RULE, &token_from(r#"{"alg":"HS256","x5t":"AA"}"#, "{}"));
        let token = token_of(&[&encode(r#"{"alg":"RS256","enc":"A128GCM"}"#), ".AA.AA.AA.AA"].concat());
        check_quiet(&RULE, &token);
    }

    #[test]
    fn knows_each_algorithm() {
        for (algs, id) in [
            ("HS256 HS384 HS512", "alg-hmac"),
            ("RS256 RS384 RS512", "alg-rs-pkcs1"),
            ("ES256 ES256K ES384 ES512", "ecdsa-malleable"),
        ] {
            for alg in algs.split(' ') {
                assert_eq!(ids(&token_from(&["{\"alg\":\"", alg, "\"}"].concat(), "{}")), [id], "{alg}");
            }
        }
        for alg in ["RSA1_5", "RSA-OAEP", "RSA-OAEP-256", "ECDH-ES", "ECDH-ES+A256KW"] {
            let found = ids(&encrypted(&["{\"alg\":\"", alg, r#"","enc":"A128GCM","epk":{}}"#].concat()));
            assert_eq!(found, ["jwe-not-authenticated", "jwe-encrypted"], "{alg}");
        }
    }
}
