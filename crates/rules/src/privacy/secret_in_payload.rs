//! Secrets that a token carries, which everyone who holds it can read.

use decode::json::JsonKind;
use guide::Question;
use inspect::jose::kinds::TokenKind;
use inspect::material::key;

use crate::evidence::LIMIT;
use crate::query::sensitive::{self, NamedValues, Sensitive, SensitiveText};
use crate::query::values::{Seen, walk};
use crate::{Check, CheckTheme, Evaluation, Evidence, Place, Record, Rule, Severity};

pub(crate) static PRIVATE_KEY_IN_PAYLOAD: Record = Record {
    id: "private-key-in-payload",
    severity: Severity::Error,
    title: "Private key inside",
    why: "The payload is encoded, not encrypted: everyone who sees the token can copy the private key, and then sign or decrypt in the name of its owner.",
    advice: "Treat the key as leaked: replace it everywhere, and put at most the public key into a token.",
    references: &["RFC 7519 section 12", "RFC 7517 section 9.2"],
    guide: Question::PersonalData,
};

pub(crate) static PASSWORD_IN_PAYLOAD: Record = Record {
    id: "password-in-payload",
    severity: Severity::Error,
    title: "Password inside",
    why: "The payload is encoded, not encrypted: everyone who sees the token can read the password, and so can every log and proxy on its way.",
    advice: "Leave the password out of the token, and have it changed.",
    references: &["RFC 7519 section 12", "OWASP JSON Web Token Cheat Sheet"],
    guide: Question::PersonalData,
};

pub(crate) static PASSWORD_HASH_IN_PAYLOAD: Record = Record {
    id: "password-hash-in-payload",
    severity: Severity::Error,
    title: "Password hash inside",
    why: "Everyone who sees the token can copy the hash and try passwords against it on their own machine, as fast as they like.",
    advice: "Leave the hash out of the token: select the fields of a user record one by one. Have the password changed.",
    references: &["RFC 7519 section 12", "OWASP JSON Web Token Cheat Sheet"],
    guide: Question::PersonalData,
};

pub(crate) static SECRET_IN_PAYLOAD: Record = Record {
    id: "secret-in-payload",
    severity: Severity::Error,
    title: "Secret inside",
    why: "The payload is encoded, not encrypted: everyone who sees the token can read the secret and use it.",
    advice: "Leave the secret out of the token, and replace it: it must count as leaked.",
    references: &["RFC 7519 section 12", "OWASP JSON Web Token Cheat Sheet"],
    guide: Question::PersonalData,
};

pub(crate) static REFRESH_TOKEN_IN_PAYLOAD: Record = Record {
    id: "refresh-token-in-payload",
    severity: Severity::Warning,
    title: "Usable token inside",
    why: "Everyone who sees this token can take the other one out and use it by itself, at other services and perhaps for longer.",
    advice: "Send the other token separately, and only to the party that it is for.",
    references: &["RFC 7519 section 12", "RFC 9700 section 4.14"],
    guide: Question::PersonalData,
};

pub(crate) static CARD_NUMBER: Record = Record {
    id: "card-number",
    severity: Severity::Warning,
    title: "Payment card number inside",
    why: "The payload is encoded, not encrypted: every log and proxy that stores the token stores the card number with it, and falls under the rules for card data.",
    advice: "Put a reference to the payment or the last four digits into the token.",
    references: &["RFC 7519 section 12", "PCI DSS requirement 3"],
    guide: Question::PersonalData,
};

pub(crate) static NATIONAL_ID: Record = Record {
    id: "national-id",
    severity: Severity::Warning,
    title: "National identity number inside",
    why: "Such numbers identify a person for life and are used to open accounts. Everyone who sees the token can read it.",
    advice: "Use an identifier of your own in `sub`, and keep the number on the server.",
    references: &["RFC 7519 section 12"],
    guide: Question::PersonalData,
};

pub(crate) static BANK_ACCOUNT: Record = Record {
    id: "bank-account",
    severity: Severity::Notice,
    title: "Bank account number inside",
    why: "The payload is encoded, not encrypted: the account number ends up in every log and proxy that stores the token.",
    advice: "Put a reference to the account into the token, and look the number up on the server.",
    references: &["RFC 7519 section 12"],
    guide: Question::PersonalData,
};

pub(crate) static JWT_IN_CLAIM: Record = Record {
    id: "jwt-in-claim",
    severity: Severity::Notice,
    title: "Token inside a claim",
    why: "Everyone who sees this token can take the inner one out and use it wherever it is accepted. Its own expiry and audience count, not those of the outer one.",
    advice: "If the inner token can be used by itself, leave it out or encrypt it for the party that needs it.",
    references: &["RFC 7519 section 12", "RFC 9700 section 4.14"],
    guide: Question::PersonalData,
};

pub(crate) const RULE: Rule = Rule {
    theme: CheckTheme::Privacy,
    records: &[
        &PRIVATE_KEY_IN_PAYLOAD,
        &PASSWORD_IN_PAYLOAD,
        &PASSWORD_HASH_IN_PAYLOAD,
        &SECRET_IN_PAYLOAD,
        &REFRESH_TOKEN_IN_PAYLOAD,
        &CARD_NUMBER,
        &NATIONAL_ID,
        &BANK_ACCOUNT,
        &JWT_IN_CLAIM,
    ],
    check: Check::Once(check),
};

/// Names of claims that are meant to hold another token.
const TOKENS: [&str; 12] = [
    "JWT",
    "ga4gh_passport_v1",
    "id_token_hint",
    "request",
    // App Store Server Notifications and the App Store Server API.
    "signedRenewalInfo",
    "signedTransactionInfo",
    "software_statement",
    "trust_chain",
    "trust_mark",
    "vc",
    "verifiableCredential",
    "vp",
];

fn check(evaluation: &Evaluation) -> Vec<Evidence> {
    let mut found = Vec::new();
    walk(evaluation.token, &mut |seen| {
        if found.len() < LIMIT
            && let Some(kind) = kind(evaluation, seen)
        {
            let message = format!("{} looks like {}.", seen.subject(), kind.description());
            found.push(seen.evidence(record(kind), message));
        }
    });
    let mut tokens = NamedValues::default();
    // A signed HTTP request carries the access token that is bound to its key.
    let is_signed_request = evaluation.description.profile.kind == TokenKind::SignedHttpRequest;
    let is_meant = |path: &str| is_signed_request && path == "/payload/at";
    for nested in evaluation.token.nested.iter().filter(|nested| nested.path.starts_with("/payload/")) {
        let token = &nested.token;
        if !is_meant(&nested.path) && !TOKENS.contains(&token.label.as_str()) && !sensitive::names_token(&token.label) {
            tokens.add(&token.label, || Place::inside(evaluation.token, nested.part, token.span));
        }
    }
    found.extend(tokens.evidence(&JWT_IN_CLAIM, "Another token is inside"));
    found
}

/// What a value looks like that nobody should read.
pub(super) fn kind(evaluation: &Evaluation, seen: &Seen) -> Option<Sensitive> {
    let name = seen.member.map_or("", |member| member.name.text.as_str());
    match &seen.value.kind {
        // The key ID has findings of its own.
        JsonKind::String(_) if seen.part.role.is_header() && name == "kid" => None,
        JsonKind::String(text) => {
            let text = SensitiveText::new(&text.text);
            text.kind().or_else(|| text.kind_by_name(name, seen))
        }
        JsonKind::Number => SensitiveText::new(&seen.part.source(seen.value.span)).kind_by_name(name, seen),
        JsonKind::Object(_) if seen.value.member("kty").is_some() => {
            // A key in a place for keys has findings of its own.
            let is_known = evaluation.description.keys.iter().any(|found| found.key.span == seen.value.span);
            let is_private = !is_known && key::read(seen.value).is_some_and(|key| key.is_private());
            is_private.then_some(Sensitive::PrivateKey)
        }
        _ => None,
    }
}

fn record(kind: Sensitive) -> &'static Record {
    match kind {
        Sensitive::PrivateKey => &PRIVATE_KEY_IN_PAYLOAD,
        Sensitive::Password => &PASSWORD_IN_PAYLOAD,
        Sensitive::PasswordHash => &PASSWORD_HASH_IN_PAYLOAD,
        Sensitive::SettingWithPassword | Sensitive::Secret | Sensitive::KnownSecret(_) => &SECRET_IN_PAYLOAD,
        Sensitive::Token => &REFRESH_TOKEN_IN_PAYLOAD,
        Sensitive::CardNumber => &CARD_NUMBER,
        Sensitive::BankAccount => &BANK_ACCOUNT,
        Sensitive::NationalId => &NATIONAL_ID,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{check, check_quiet, check_severity, encode, found_by, token_from, token_of, token_with};

    #[track_caller]
    fn fires(claims: &str, id: &str, place: &str, message: &str, severity: Severity) {
        let token = token_with(claims);
        check(&RULE, &token, id, place, message);
        check_severity(&token, id, severity);
    }

    #[test]
    fn fires_on_keys() {
        let message = "`a` looks like a private key.";
        let id = "private-key-in-payload";
        let pem = r#"{"a":"-----BEGIN RSA PRIVATE KEY-----
MIIE"}"#;
        fires(pem, id, "/payload/a", message, Severity::Error);
        fires(r#"{"a":"{\"kty\":\"EC\",\"d\":\"AA\"}"}"#, id, "/payload/a", message, Severity::Error);
        fires(r#"{"x":{"a":{"kty":"EC","d":"AA"}}}"#, id, "/payload/x", message, Severity::Error);
        for quiet in [
            r#"{"a":"-----BEGIN CERTIFICATE-----
MIIE"}"#,
            r#"{"cnf":{"jwk":{"kty":"EC","crv":"P-256","x":"AA","y":"AA","d":"AA"}}}"#,
            r#"{"a":{"kty":"EC","x":"AA"}}"#,
        ] {
            check_quiet(&RULE, &token_with(quiet));
        }
    }

    #[test]
    fn fires_on_passwords_and_their_hashes() {
        let message = "`userPassword` looks like a password.";
        fires(
            r#"{"userPassword":"hunter2"}"#,
            "password-in-payload",
            "/payload/userPassword",
            message,
            Severity::Error,
        );
        let message = "`pin` looks like a password.";
        fires(r#"{"pin":"0000"}"#, "password-in-payload", "/payload/pin", message, Severity::Error);
        let message = "`password` looks like a password hash, which can be guessed offline.";
        let id = "password-hash-in-payload";
        let hash = r#"{"data":{"password":"0192023a7bbd73250516f069df18b500"}}"#;
        fires(hash, id, "/payload/data", message, Severity::Error);
        let message = "`a` looks like a password hash, which can be guessed offline.";
        for hash in ["$2b$12$abcdefghijklmnopqrstuv", "{SSHA}abcdefghijklmnop", "pbkdf2_sha256$600000$salt$hash"] {
            fires(&format!(r#"{{"a":"{hash}"}}"#), id, "/payload/a", message, Severity::Error);
        }
    }

    #[test]
    fn fires_on_secrets() {
        let id = "secret-in-payload";
        let message = "`client_secret` looks like a secret.";
        fires(r#"{"client_secret":"s3cr3t"}"#, id, "/payload/client_secret", message, Severity::Error);
        let message = "`a` looks like a Stripe secret key.";
        let key = ["sk_live_", &"a1".repeat(12)].concat();
        fires(&format!(r#"{{"a":"{key}"}}"#), id, "/payload/a", message, Severity::Error);
        let message = "`a` looks like an address or setting with a password in it.";
        for value in ["Server=db;User=sa;Password=x", "postgres://app:hunter2@db.example/app"] {
            fires(&format!(r#"{{"a":"{value}"}}"#), id, "/payload/a", message, Severity::Error);
        }
        let token = token_from(r#"{"alg":"HS256","api_key":"x1"}"#, "{}");
        let message = "`api_key` looks like a secret.";
        check(&RULE, &token, id, "/header/api_key", message);
    }

    #[test]
    fn fires_on_other_tokens() {
        let message = "`refresh_token` looks like a token that can be used by itself.";
        let id = "refresh-token-in-payload";
        let opaque = r#"{"refresh_token":"0123456789abcdef"}"#;
        fires(opaque, id, "/payload/refresh_token", message, Severity::Warning);
        let inner = token_with("{}").text;
        let message = "`id_token` looks like a token that can be used by itself.";
        fires(&format!(r#"{{"id_token":"{inner}"}}"#), id, "/payload/id_token", message, Severity::Warning);
        let message = "Another token is inside: `a`, `c`.";
        let inside = format!(r#"{{"a":"{inner}","b":{{"c":["{inner}"]}}}}"#);
        fires(&inside, "jwt-in-claim", "/payload/a", message, Severity::Notice);
        check_quiet(&RULE, &token_with(&format!(r#"{{"id_token_hint":"{inner}"}}"#)));
        check_quiet(&RULE, &token_from(r#"{"alg":"HS256","cty":"JWT"}"#, &inner));
        let bound = format!(r#"{{"at":"{inner}"}}"#);
        check_quiet(&RULE, &token_from(r#"{"alg":"RS256","typ":"pop"}"#, &bound));
        fires(&bound, "jwt-in-claim", "/payload/at", "Another token is inside: `at`.", Severity::Notice);
    }

    #[test]
    fn fires_on_numbers() {
        let message = "`a` looks like the number of a payment card.";
        fires(r#"{"a":"4242 4242 4242 4242"}"#, "card-number", "/payload/a", message, Severity::Warning);
        let message = "`card` looks like the number of a payment card.";
        fires(r#"{"card":4242424242424242}"#, "card-number", "/payload/card", message, Severity::Warning);
        let message = "`a` looks like the number of a bank account.";
        fires(r#"{"a":"DE89370400440532013000"}"#, "bank-account", "/payload/a", message, Severity::Notice);
        let message = "`ssn` looks like a national identity number.";
        fires(r#"{"ssn":"078-05-1120"}"#, "national-id", "/payload/ssn", message, Severity::Warning);
        for quiet in [r#"{"a":4242424242424242}"#, r#"{"user_id":"4242424242424242"}"#, r#"{"passport":"yes please"}"#]
        {
            check_quiet(&RULE, &token_with(quiet));
        }
    }

    #[test]
    fn never_quotes_a_value() {
        let claims = r#"{"password":"QUOTED1","api_key":"QUOTED2","ssn":"QUOTED-4"}"#;
        let found = found_by(&RULE, &token_with(claims));
        assert_eq!(found.len(), 3);
        assert!(found.iter().all(|(.., message)| !message.to_ascii_lowercase().contains("quoted")), "{found:?}");
    }

    #[test]
    fn is_quiet_on_ordinary_claims() {
        for claims in [
            r#"{"pwd_exp":"100","pwd_url":"https://a.example/x","password_expires":"1","password":"","pin":"560001x"}"#,
            r#"{"postal":{"pin":"560001"},"amr":["pwd","otp"],"name":"service"}"#,
            r#"{"secret":true,"access_token":"opaque","jti":"a@b.example","sub":"1234567890123456"}"#,
            r#"{"iss":"https://localhost","a":"https://kubernetes.default.svc.cluster.local","v":"10.0.1"}"#,
            r#"{"oid":"3f2a9c1e-1b7d-4f7e-9f0a-1c2d3e4f5a6b","c_hash":"sk-abcdefghijklmnopqrstuvw"}"#,
        ] {
            check_quiet(&RULE, &token_with(claims));
        }
        check_quiet(&RULE, &token_from(r#"{"alg":"HS256","kid":"-----BEGIN PRIVATE KEY----- x"}"#, "{}"));
    }

    #[test]
    fn is_bounded() {
        let many = vec![r#"{"password":"x1"}"#; 1000].join(",");
        assert_eq!(found_by(&RULE, &token_with(&["{\"a\":[", &many, "]}"].concat())).len(), LIMIT);
        let token = token_of(&[encode(r#"{"alg":"HS256"}"#), encode("[1]"), encode([7; 32])].join("."));
        check_quiet(&RULE, &token);
    }

    #[test]
    fn knows_where_tokens_belong() {
        let inner = token_with(r#"{"sub":"u"}"#).text;
        for (names, expected) in [
            (
                "JWT ga4gh_passport_v1 id_token_hint request signedRenewalInfo signedTransactionInfo \
                 software_statement trust_chain trust_mark vc verifiableCredential vp",
                "",
            ),
            ("jwt requests signedInfo trust_marks x", "jwt-in-claim"),
        ] {
            for name in names.split(' ') {
                let token = token_with(&["{\"", name, "\":\"", &inner, "\"}"].concat());
                let found = found_by(&RULE, &token);
                assert_eq!(found.first().map_or("", |(id, ..)| id), expected, "{name}");
            }
        }
    }
}
