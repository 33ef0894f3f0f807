//! Secrets that a token carries: whoever holds it can read them.

use crate::evidence::LIMIT;
use crate::query::sensitive::{self, Names, Word};
use crate::query::values::{Seen, walk};
use crate::{Evaluation, Evidence, Place, Record, Rule, Severity};
use decode::json::Kind;
use guide::Question;
use inspect::key;

pub(crate) static PRIVATE_KEY_IN_PAYLOAD: Record = Record {
    id: "private-key-in-payload",
    severity: Severity::Error,
    title: "A secret inside",
    why: "What is signed is not hidden: whoever holds the token can read it, and tokens get into logs, proxies and browsers.",
    advice: "Leave it out, and change a secret that was in a token.",
    references: &["RFC 7519 section 12", "RFC 9700 section 4.14"],
    guide: Question::PersonalData,
};

pub(crate) static PASSWORD_IN_PAYLOAD: Record = Record {
    id: "password-in-payload",
    severity: Severity::Error,
    title: "A secret inside",
    why: "What is signed is not hidden: whoever holds the token can read it, and tokens get into logs, proxies and browsers.",
    advice: "Leave it out, and change a secret that was in a token.",
    references: &["RFC 7519 section 12", "RFC 9700 section 4.14"],
    guide: Question::PersonalData,
};

pub(crate) static PASSWORD_HASH_IN_PAYLOAD: Record = Record {
    id: "password-hash-in-payload",
    severity: Severity::Error,
    title: "A secret inside",
    why: "What is signed is not hidden: whoever holds the token can read it, and tokens get into logs, proxies and browsers.",
    advice: "Leave it out, and change a secret that was in a token.",
    references: &["RFC 7519 section 12", "RFC 9700 section 4.14"],
    guide: Question::PersonalData,
};

pub(crate) static SECRET_IN_PAYLOAD: Record = Record {
    id: "secret-in-payload",
    severity: Severity::Error,
    title: "A secret inside",
    why: "What is signed is not hidden: whoever holds the token can read it, and tokens get into logs, proxies and browsers.",
    advice: "Leave it out, and change a secret that was in a token.",
    references: &["RFC 7519 section 12", "RFC 9700 section 4.14"],
    guide: Question::PersonalData,
};

pub(crate) static REFRESH_TOKEN_IN_PAYLOAD: Record = Record {
    id: "refresh-token-in-payload",
    severity: Severity::Warning,
    title: "A secret inside",
    why: "What is signed is not hidden: whoever holds the token can read it, and tokens get into logs, proxies and browsers.",
    advice: "Leave it out, and change a secret that was in a token.",
    references: &["RFC 7519 section 12", "RFC 9700 section 4.14"],
    guide: Question::PersonalData,
};

pub(crate) static CARD_NUMBER: Record = Record {
    id: "card-number",
    severity: Severity::Warning,
    title: "A secret inside",
    why: "What is signed is not hidden: whoever holds the token can read it, and tokens get into logs, proxies and browsers.",
    advice: "Leave it out, and change a secret that was in a token.",
    references: &["RFC 7519 section 12", "RFC 9700 section 4.14"],
    guide: Question::PersonalData,
};

pub(crate) static NATIONAL_ID: Record = Record {
    id: "national-id",
    severity: Severity::Warning,
    title: "A secret inside",
    why: "What is signed is not hidden: whoever holds the token can read it, and tokens get into logs, proxies and browsers.",
    advice: "Leave it out, and change a secret that was in a token.",
    references: &["RFC 7519 section 12", "RFC 9700 section 4.14"],
    guide: Question::PersonalData,
};

pub(crate) static BANK_ACCOUNT: Record = Record {
    id: "bank-account",
    severity: Severity::Notice,
    title: "A secret inside",
    why: "What is signed is not hidden: whoever holds the token can read it, and tokens get into logs, proxies and browsers.",
    advice: "Leave it out, and change a secret that was in a token.",
    references: &["RFC 7519 section 12", "RFC 9700 section 4.14"],
    guide: Question::PersonalData,
};

pub(crate) static JWT_IN_CLAIM: Record = Record {
    id: "jwt-in-claim",
    severity: Severity::Notice,
    title: "A secret inside",
    why: "What is signed is not hidden: whoever holds the token can read it, and tokens get into logs, proxies and browsers.",
    advice: "Leave it out, and change a secret that was in a token.",
    references: &["RFC 7519 section 12", "RFC 9700 section 4.14"],
    guide: Question::PersonalData,
};

pub(crate) const RULE: Rule = Rule {
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
    check,
};

/// Names under which other tokens are meant to stand.
const TOKENS: [&str; 10] = [
    "JWT",
    "ga4gh_passport_v1",
    "id_token_hint",
    "request",
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
            found.push(evidence(seen, kind));
        }
    });
    let mut tokens = Names::default();
    for nested in evaluation.token.nested.iter().filter(|nested| nested.path.starts_with("/payload/")) {
        let token = &nested.token;
        if !TOKENS.contains(&token.label.as_str()) && !sensitive::names_token(&token.label) {
            tokens.add(&token.label, &|| Place::inside(evaluation.token, nested.part, token.span));
        }
    }
    found.extend(tokens.evidence(&JWT_IN_CLAIM, "Another token is inside: "));
    found
}

/// What a value looks like that nobody should read.
pub(crate) fn kind(evaluation: &Evaluation, seen: &Seen) -> Option<sensitive::Kind> {
    let name = seen.member.map_or("", |member| member.name.text.as_str());
    match &seen.value.kind {
        // What stands in the key ID is told with it.
        Kind::String(_) if seen.part.role.is_header() && name == "kid" => None,
        Kind::String(text) => {
            let word = Word::of(&text.text);
            word.kind().or_else(|| word.kind_by_name(name, seen))
        }
        Kind::Number => Word::of(&seen.part.source(seen.value.span)).kind_by_name(name, seen),
        Kind::Object(_) if seen.value.member("kty").is_some() => {
            let is_told = evaluation.description.keys.iter().any(|found| found.key.span == seen.value.span);
            let is_private = !is_told && key::read(seen.value).is_some_and(|key| key.is_private());
            is_private.then_some(sensitive::PRIVATE_KEY)
        }
        _ => None,
    }
}

fn evidence(seen: &Seen, (id, what): sensitive::Kind) -> Evidence {
    seen.evidence(RULE.by_id(id), format!("{} looks like {what}.", seen.subject()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{check, check_quiet, encode, findings, found_by, token_from, token_of, token_with};

    #[track_caller]
    fn fires(claims: &str, id: &str, place: &str, message: &str, severity: Severity) {
        let token = token_with(claims);
        check(&RULE, &token, id, place, message);
        let found = findings(&token).into_iter().find(|finding| finding.id() == id);
        assert_eq!(found.map(|finding| finding.severity), Some(severity));
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
        let message = "`password` looks like a password's hash, at which one can guess offline.";
        let id = "password-hash-in-payload";
        let hash = r#"{"data":{"password":"0192023a7bbd73250516f069df18b500"}}"#;
        fires(hash, id, "/payload/data", message, Severity::Error);
        let message = "`a` looks like a password's hash, at which one can guess offline.";
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
    }

    #[test]
    fn fires_on_numbers() {
        let message = "`a` looks like the number of a payment card.";
        fires(r#"{"a":"4242 4242 4242 4242"}"#, "card-number", "/payload/a", message, Severity::Warning);
        let message = "`card` looks like the number of a payment card.";
        fires(r#"{"card":4242424242424242}"#, "card-number", "/payload/card", message, Severity::Warning);
        let message = "`a` looks like the number of a bank account.";
        fires(r#"{"a":"DE89370400440532013000"}"#, "bank-account", "/payload/a", message, Severity::Notice);
        let message = "`ssn` looks like a number by which a state knows a person.";
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
                "JWT ga4gh_passport_v1 id_token_hint request software_statement trust_chain trust_mark vc \
                 verifiableCredential vp",
                "",
            ),
            ("jwt requests trust_marks x", "jwt-in-claim"),
        ] {
            for name in names.split(' ') {
                let token = token_with(&["{\"", name, "\":\"", &inner, "\"}"].concat());
                let found = found_by(&RULE, &token);
                assert_eq!(found.first().map_or("", |(id, ..)| id), expected, "{name}");
            }
        }
    }
}
