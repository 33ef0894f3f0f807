//! A key ID that is missing, empty, very long or a key itself.

use crate::evidence::LIMIT;
use crate::query::headers;
use crate::{Check, CheckTheme, Evaluation, Evidence, Place, Record, Rule, Severity};
use guide::Question;
use inspect::jose;
use inspect::jose::CheckedWith;
use inspect::jose::issuers::KnownIssuer;
use inspect::jose::kinds::TokenKind;

pub(crate) static KID_EMPTY: Record = Record {
    id: "kid-empty",
    severity: Severity::Warning,
    title: "Empty key ID",
    why: "An empty key ID names no key. Some verifiers then find an empty or a default key and verify with it.",
    advice: "Write the ID of the signing key, or leave out `kid`. Refuse an ID that is not in the table of keys.",
    references: &["RFC 7515 section 4.1.4"],
    guide: Question::Keys,
};

pub(crate) static KID_KEY_MATERIAL: Record = Record {
    id: "kid-key-material",
    severity: Severity::Error,
    title: "Key instead of a key ID",
    why: "The key ID contains a whole key. A verifier that uses it trusts the writer of the token, and a private or secret key is disclosed to everybody who sees the token.",
    advice: "Write a short name or a thumbprint into `kid`. Replace the key if it is a private or secret one.",
    references: &["RFC 7515 section 4.1.4", "RFC 8725 section 3.10"],
    guide: Question::Keys,
};

pub(crate) static KID_LONG: Record = Record {
    id: "kid-long",
    severity: Severity::Notice,
    title: "Very long key ID",
    why: "Key IDs are short names. A very long one may hold other data, or test how a server handles long input.",
    advice: "Use short random IDs or thumbprints, and limit the length that the server accepts.",
    references: &["RFC 7515 section 4.1.4"],
    guide: Question::Keys,
};

pub(crate) static KID_MISSING: Record = Record {
    id: "kid-missing",
    severity: Severity::Info,
    title: "No key ID",
    why: "Without a key ID a verifier must try all keys of the issuer. Changing keys is harder, because nothing says which key belongs to which token.",
    advice: "In the issuer, write the ID that the key has in its key set into `kid`.",
    references: &["RFC 7515 section 4.1.4"],
    guide: Question::Keys,
};

pub(crate) const RULE: Rule = Rule {
    theme: CheckTheme::Keys,
    records: &[&KID_EMPTY, &KID_KEY_MATERIAL, &KID_LONG, &KID_MISSING],
    check: Check::Once(check),
};

/// In characters.
const LONG: usize = 256;

fn check(evaluation: &Evaluation) -> Vec<Evidence> {
    let evidence = headers::parameters(evaluation, "kid").filter_map(|(part, member)| {
        let text = member.value.as_str()?;
        let say =
            |record: &'static Record, message: String| headers::evidence(record, evaluation, part, member, message);
        if text.is_empty() {
            // Older versions of Kubernetes write an empty key ID.
            if evaluation.description.profile.known_issuer() == Some(KnownIssuer::K8sLegacy) {
                return None;
            }
            return Some(say(&KID_EMPTY, "The key ID is empty: some verifiers then try an empty key.".to_owned()));
        }
        if is_key(text) {
            let is_private = is_private_key(text);
            let which = if is_private { "A private key" } else { "A key" };
            let mut evidence =
                say(&KID_KEY_MATERIAL, format!("{which} stands in the key ID, where only its name belongs."));
            evidence.severity = if is_private { Severity::Error } else { Severity::Warning };
            return Some(evidence);
        }
        let length = text.chars().count();
        (length > LONG).then(|| say(&KID_LONG, format!("The key ID is unusually long: {length} characters.")))
    });
    evidence.chain(missing(evaluation)).take(LIMIT).collect()
}

/// Header parameters that lead to a key, each by itself. RFC 7515 section 4.1.
const LEADING: [&str; 7] = ["kid", "jku", "jwk", "x5u", "x5c", "x5t", "x5t#S256"];

/// Kinds whose key is known from elsewhere: RFC 9901 section 4.3, RFC 8292 section 3, the key that a client or workload
/// was given.
const BOUND: [TokenKind; 6] = [
    TokenKind::ClientAttestationProof,
    TokenKind::KeyBindingJwt,
    TokenKind::NatsCredential,
    TokenKind::SelfSignedApiToken,
    TokenKind::VapidToken,
    TokenKind::WorkloadProof,
];

fn missing(evaluation: &Evaluation) -> Option<Evidence> {
    let token = evaluation.token;
    let is_signed = || token.has_signature();
    let is_told = || LEADING.iter().any(|name| token.parameter(name).is_some());
    let header = token.header().filter(|header| header.error().is_none() && !is_told() && is_signed())?;
    let alg = jose::algorithm(token.parameter("alg")?.as_str()?)?;
    if alg.checked_with != CheckedWith::PublicKey || BOUND.contains(&evaluation.description.profile.kind) {
        return None;
    }
    let message = "Has no key ID (`kid`): a verifier must know the key, or try all keys of the issuer.";
    Some(Evidence::new(&KID_MISSING, message, Place::at(token, header)))
}

/// PEM (RFC 7468) or a JWK (RFC 7517).
pub(crate) fn is_key(kid: &str) -> bool {
    kid.contains("-----BEGIN") || kid.trim_start().starts_with('{') && kid.contains("\"kty\"")
}

/// Whether it is a key with private or secret members.
pub(crate) fn is_private_key(text: &str) -> bool {
    is_key(text) && ["PRIVATE KEY", "\"d\"", "\"k\"", "\"p\"", "\"priv\""].iter().any(|name| text.contains(name))
}

#[cfg(test)]
mod tests {
    use super::{RULE, Severity};
    use crate::testing::{check, check_quiet, findings, token_from};

    fn fires(kid: &str, id: &str, message: &str) -> Severity {
        let token = token_from(&format!(r#"{{"alg":"HS256","kid":"{kid}"}}"#), "{}");
        check(&RULE, &token, id, "/header/kid", message);
        findings(&token).into_iter().find(|finding| finding.id() == id).expect("the finding").severity
    }

    #[test]
    fn fires_on_what_is_no_name() {
        let message = "The key ID is empty: some verifiers then try an empty key.";
        assert_eq!(fires("", "kid-empty", message), Severity::Warning);
        let message = "A key stands in the key ID, where only its name belongs.";
        assert_eq!(fires("-----BEGIN PUBLIC KEY-----", "kid-key-material", message), Severity::Warning);
        assert_eq!(fires(r#"{\"kty\":\"EC\",\"x\":\"AA\"}"#, "kid-key-material", message), Severity::Warning);
        let message = "A private key stands in the key ID, where only its name belongs.";
        assert_eq!(fires("-----BEGIN EC PRIVATE KEY-----", "kid-key-material", message), Severity::Error);
        assert_eq!(fires(r#"{\"kty\":\"oct\",\"k\":\"AA\"}"#, "kid-key-material", message), Severity::Error);
        let message = "The key ID is unusually long: 257 characters.";
        assert_eq!(fires(&"a".repeat(257), "kid-long", message), Severity::Notice);
    }

    #[test]
    fn says_where_nothing_leads_to_a_key() {
        let message = "Has no key ID (`kid`): a verifier must know the key, or try all keys of the issuer.";
        let token = token_from(r#"{"alg":"PS256"}"#, "{}");
        check(&RULE, &token, "kid-missing", "/header", message);
        for header in [r#"{"alg":"PS256","x5t":"AA"}"#, r#"{"alg":"HS256"}"#, r#"{"alg":"ES256","typ":"kb+jwt"}"#] {
            check_quiet(&RULE, &token_from(header, "{}"));
        }
    }

    #[test]
    fn never_quotes_a_key() {
        let token = token_from(r#"{"alg":"HS256","kid":"-----BEGIN PRIVATE KEY----- ../SECRET"}"#, "{}");
        assert!(findings(&token).iter().all(|finding| !finding.message.contains("SECRET")));
    }

    #[test]
    fn is_quiet_on_names() {
        for kid in ["k1".to_owned(), "é".repeat(256)] {
            check_quiet(&RULE, &token_from(&format!(r#"{{"alg":"HS256","kid":"{kid}"}}"#), "{}"));
        }
        let legacy = r#"{"iss":"kubernetes/serviceaccount","sub":"system:serviceaccount:a:b"}"#;
        check_quiet(&RULE, &token_from(r#"{"alg":"RS256","kid":""}"#, legacy));
        check_quiet(&RULE, &token_from(r#"{"alg":"HS256","kid":1}"#, r#"{"kid":""}"#));
    }

    #[test]
    fn knows_what_leads_to_a_key_and_who_needs_none() {
        for name in ["kid", "jku", "jwk", "x5u", "x5c", "x5t", "x5t#S256"] {
            let token = token_from(&format!(r#"{{"alg":"RS256","{name}":1}}"#), "{}");
            assert!(findings(&token).iter().all(|finding| finding.id() != "kid-missing"), "{name}");
        }
        for (typ, claims, is_told) in [
            ("oauth-client-attestation-pop+jwt", "{}", false),
            ("kb+jwt", "{}", false),
            ("wpt+jwt", "{}", false),
            ("JWT", r#"{"aud":"https://fcm.googleapis.com","exp":1700003600}"#, false),
            ("JWT", r#"{"iss":"i","aud":"appstoreconnect-v1"}"#, false),
            ("JWT", r#"{"iss":"i","aud":"a"}"#, true),
        ] {
            let token = token_from(&format!(r#"{{"alg":"ES256","typ":"{typ}"}}"#), claims);
            let found = findings(&token).into_iter().find(|finding| finding.id() == "kid-missing");
            assert_eq!(found.map(|finding| finding.severity), is_told.then_some(Severity::Info), "{typ} {claims}");
        }
    }
}
