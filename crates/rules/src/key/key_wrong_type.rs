//! A key or certificate in the header that the algorithm cannot use.

use decode::json::Value;
use decode::{Span, Token};
use guide::Question;
use inspect::jose;
use inspect::jose::algorithms::SigningKey;
use inspect::jose::curves::Curve;

use crate::evidence::LIMIT;
use crate::{Check, CheckTheme, Evaluation, Evidence, Place, Record, Rule, Severity};

pub(crate) static RECORD: Record = Record {
    id: "key-wrong-type",
    severity: Severity::Error,
    title: "Key does not fit the algorithm",
    why: "Each algorithm needs keys of its own type, and ECDSA also of its own curve. No signature of this algorithm can be verified with the key in the header.",
    advice: "Compare `alg` with the key that signs, and put the public key of that one into the header.",
    references: &["RFC 7518 section 3.1", "RFC 8725 section 3.1", "RFC 8037 section 3.1"],
    guide: Question::Keys,
};

pub(crate) const RULE: Rule = Rule { theme: CheckTheme::Keys, records: &[&RECORD], check: Check::Once(check) };

/// Looks at `jwk` and at the first certificate of `x5c`: RFC 7515 sections 4.1.3 and 4.1.6.
fn check(evaluation: &Evaluation) -> Vec<Evidence> {
    let token = evaluation.token;
    if token.format.is_encrypted() {
        return Vec::new();
    }
    let keys = evaluation
        .description
        .keys
        .iter()
        .filter(|key| key.pointer == "/jwk" && token.parts.get(key.part).is_some_and(|part| part.role.is_header()));
    let keys = keys.map(|enclosed| (enclosed.part, "jwk", enclosed.key.span, &enclosed.key.kind, enclosed.key.bits));
    let certificates = evaluation.description.chains.iter().filter_map(|enclosed| {
        let first = enclosed.chain.certificates.first()?;
        let list = token.parts.get(enclosed.part)?.last_member("x5c")?;
        let public_key = first.public_key.as_ref().filter(|_| list.value.span.overlaps(first.span))?;
        Some((enclosed.part, "x5c", first.span, &public_key.kind, public_key.bits))
    });
    let found = keys.chain(certificates).filter_map(|(part, name, span, kind, bits)| {
        let found = KeyInHeader::named(kind).filter(|found| *found == KeyInHeader::Rsa || bits.is_some())?;
        evidence(token, part, name, span, found)
    });
    found.take(LIMIT).collect()
}

fn evidence(token: &Token, part: usize, name: &str, span: Span, found: KeyInHeader) -> Option<Evidence> {
    let group = token.parts.get(part)?.group.unwrap_or_default();
    let algorithm = jose::algorithm(token.parameter_of(group, "alg").and_then(Value::as_str)?)?;
    let (fits, needed) = match (algorithm.signing_key()?, algorithm.curve) {
        // That a secret is not checked with a public key has a finding of its own.
        (SigningKey::Secret, _) => return None,
        (SigningKey::Rsa, _) => (found == KeyInHeader::Rsa, KeyInHeader::Rsa.words()),
        (SigningKey::EllipticCurve(curve), _) | (SigningKey::EdwardsCurve, Some(curve)) => {
            (found == KeyInHeader::OnCurve(curve), KeyInHeader::OnCurve(curve).words())
        }
        (SigningKey::EdwardsCurve, None) => {
            let fits = matches!(found, KeyInHeader::OnCurve(Curve::Ed25519 | Curve::Ed448));
            (fits, "an elliptic-curve key on Ed25519 or Ed448".to_owned())
        }
    };
    let message = format!("`{}` needs {needed}; the one in `{name}` is {}.", algorithm.name, found.words());
    (!fits).then(|| Evidence::new(&RECORD, message, Place::inside(token, part, span)))
}

/// A key whose type and curve are known.
#[derive(Clone, Copy, PartialEq, Eq)]
enum KeyInHeader {
    Rsa,
    OnCurve(Curve),
}

impl KeyInHeader {
    /// By the words that describe a key.
    fn named(kind: &str) -> Option<Self> {
        match kind {
            "RSA key" => Some(Self::Rsa),
            _ => kind.strip_prefix("elliptic-curve key on ").and_then(Curve::named).map(Self::OnCurve),
        }
    }

    fn words(self) -> String {
        match self {
            Self::Rsa => "an RSA key".to_owned(),
            Self::OnCurve(curve) => format!("an elliptic-curve key on {}", curve.facts().name),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::testing::{check, check_quiet, token_from, token_of};

    const P_256: &str = r#"{"kty":"EC","crv":"P-256","x":"AA","y":"AA"}"#;
    const P_384: &str = r#"{"kty":"EC","crv":"P-384","x":"AA","y":"AA"}"#;
    const RSA: &str = r#"{"kty":"RSA","n":"AQAB","e":"AQAB"}"#;
    const ED25519: &str = r#"{"kty":"OKP","crv":"Ed25519","x":"AA"}"#;
    const X25519: &str = r#"{"kty":"OKP","crv":"X25519","x":"AA"}"#;

    fn header(alg: &str, key: &str) -> String {
        format!(r#"{{"alg":"{alg}","jwk":{key}}}"#)
    }

    #[test]
    fn fires_where_the_key_does_not_fit() {
        for (alg, key, needed, found) in [
            ("RS256", P_256, "an RSA key", "an elliptic-curve key on P-256"),
            ("PS512", ED25519, "an RSA key", "an elliptic-curve key on Ed25519"),
            ("ES256", RSA, "an elliptic-curve key on P-256", "an RSA key"),
            ("ES256", P_384, "an elliptic-curve key on P-256", "an elliptic-curve key on P-384"),
            ("ES256K", P_256, "an elliptic-curve key on secp256k1", "an elliptic-curve key on P-256"),
            ("EdDSA", P_256, "an elliptic-curve key on Ed25519 or Ed448", "an elliptic-curve key on P-256"),
            ("EdDSA", X25519, "an elliptic-curve key on Ed25519 or Ed448", "an elliptic-curve key on X25519"),
            ("Ed448", ED25519, "an elliptic-curve key on Ed448", "an elliptic-curve key on Ed25519"),
        ] {
            let message = format!("`{alg}` needs {needed}; the one in `jwk` is {found}.");
            check(&RULE, &token_from(&header(alg, key), "{}"), "key-wrong-type", "/header/jwk", &message);
        }
    }

    #[test]
    fn is_quiet_where_it_fits_and_where_one_is_not_known() {
        for (alg, key) in [
            ("RS256", RSA),
            ("PS256", RSA),
            ("ES256", P_256),
            ("ES384", P_384),
            ("EdDSA", ED25519),
            ("Ed25519", ED25519),
            ("HS256", RSA),
            ("XX256", RSA),
            ("ML-DSA-44", RSA),
            ("none", RSA),
            ("RS256", r#"{"kty":"EC"}"#),
            ("ES256", r#"{"kty":"EC","crv":"P-999"}"#),
            ("ES256", r#"{"kty":"OKP","crv":"P-384","x":"AA"}"#),
            ("ES256", r#"{"kty":"new","crv":"P-384"}"#),
            ("ES256", r#""x""#),
        ] {
            check_quiet(&RULE, &token_from(&header(alg, key), "{}"));
        }
    }

    #[test]
    fn looks_only_at_the_key_that_checks_the_token() {
        for header in [
            format!(r#"{{"alg":"RS256","epk":{P_256}}}"#),
            format!(r#"{{"alg":"RS256","cnf":{{"jwk":{P_256}}}}}"#),
            format!(r#"{{"alg":"RS256","jwks":{{"keys":[{P_256}]}}}}"#),
        ] {
            check_quiet(&RULE, &token_from(&header, &format!(r#"{{"cnf":{{"jwk":{P_256}}},"jwk":{P_256}}}"#)));
        }
        for (alg, member, key) in [("ECDH-ES", "epk", P_256), ("RSA-OAEP", "jwk", P_256), ("ECDH-ES", "jwk", RSA)] {
            let header = crate::testing::encode(format!(r#"{{"alg":"{alg}","enc":"A256GCM","{member}":{key}}}"#));
            check_quiet(&RULE, &token_of(&format!("{header}..AAAAAAAAAAAAAAAA.AAAA.AAAAAAAAAAAAAAAAAAAAAA")));
        }
    }

    /// Certificates for a key on P-256 and for an RSA key of 1024 bits.
    const OF_P_256: &str = "MIIBbDCCAROgAwIBAgIUVFL8ZCvcAopdH5CMCGM8Se7tJp0wCgYIKoZIzj0EAwIwDDEKMAgGA1UEAwwBYTAeFw0yNjExMjgx\
        MDAxMTdaFw0zNjExMjUxMDAxMTdaMAwxCjAIBgNVBAMMAWEwWTATBgcqhkjOPQIBBggqhkjOPQMBBwNCAAQBDWj2YMYVtm0h\
        rjGfrPoaA25kcLJc4AKbx8VJUty5vNo6kCeSNYgEXRv2NY4fbjXvOGFyOmRW7QIA3PEOIoAvo1MwUTAdBgNVHQ4EFgQUJtUu\
        FTL24Jabo4wy7bBkiOXjER4wHwYDVR0jBBgwFoAUJtUuFTL24Jabo4wy7bBkiOXjER4wDwYDVR0TAQH/BAUwAwEB/zAKBggq\
        hkjOPQQDAgNHADBEAiAtWgeD+TV0RueOgseNNVSJSTy26yBTMDCdN3+S6aaf0gIgCy5HxWO4S++RP166schrWkNmSYBtWuat\
        lw+72i40Z7M=";
    const OF_RSA: &str = "MIIB9DCCAV2gAwIBAgIUJO+qkhYW1/Oq1LN75w63YEX8BxEwDQYJKoZIhvcNAQELBQAwDDEKMAgGA1UEAwwBYTAeFw0yNjEx\
        MjgxMDAxMTdaFw0zNjExMjUxMDAxMTdaMAwxCjAIBgNVBAMMAWEwgZ8wDQYJKoZIhvcNAQEBBQADgY0AMIGJAoGBAMrjK45S\
        i8XV+ehrSCEFFd3cMsB4lW3xma4GsaS0CGhYBWX+HJyu+zxsuBAZ85t56FqKryohtgGA4rHggDAknClRbm62GrDJ3cETdA93\
        HM/1M/nzctPiNCQnGCDiyxI5wSbSpOJi9Z1YL65PdqqcZ1hl8ngOUPw+u6OE9wNtYwWXAgMBAAGjUzBRMB0GA1UdDgQWBBQo\
        Dy57nKssuGihxR8GKYsMpurfRTAfBgNVHSMEGDAWgBQoDy57nKssuGihxR8GKYsMpurfRTAPBgNVHRMBAf8EBTADAQH/MA0G\
        CSqGSIb3DQEBCwUAA4GBAMRKl1LmRzPk7NbSLx6YL3r//CJbOnzeNg/lhQAkbFzeNgNXgC/rhQ9yWxPn5ld1D3Si0T6r4Sry\
        5usSe8VBeZ6dWX7G3FGwKP7sBBVqW6zWPfke3LgH14QNUrFSFswnVQIwVArP8qtUTdP9USwjcRRRy+DbS3YoCuzutpdff/4p";

    #[test]
    fn looks_at_the_first_certificate() {
        let token = |alg: &str, chain: &[&str]| {
            token_from(&format!(r#"{{"alg":"{alg}","x5c":["{}"]}}"#, chain.join("\",\"")), "{}")
        };
        let message = "`RS256` needs an RSA key; the one in `x5c` is an elliptic-curve key on P-256.";
        check(&RULE, &token("RS256", &[OF_P_256, OF_RSA]), "key-wrong-type", "/header/x5c", message);
        let message =
            "`ES384` needs an elliptic-curve key on P-384; the one in `x5c` is an elliptic-curve key on P-256.";
        check(&RULE, &token("ES384", &[OF_P_256]), "key-wrong-type", "/header/x5c", message);
        let message = "`ES256` needs an elliptic-curve key on P-256; the one in `x5c` is an RSA key.";
        check(&RULE, &token("ES256", &[OF_RSA]), "key-wrong-type", "/header/x5c", message);
        for (alg, chain) in [("RS256", [OF_RSA, OF_P_256]), ("ES256", [OF_P_256, OF_RSA]), ("ES256", ["AAAA", OF_RSA])]
        {
            check_quiet(&RULE, &token(alg, &chain));
        }
    }
}
