//! The findings: what reads well but deserves a second look, one a file.
//!
//! A finding is data: what was seen and where, why it matters, what to do, and where that is written. Of several
//! that have one cause only the most telling is shown.

mod algorithms;
mod claims;
mod evidence;
mod finding;
mod headers;
mod key_address;
mod masked;
mod sensitive;
mod signature_shape;
mod times;
mod values;

#[cfg(test)]
mod testing;

pub use evidence::{Evidence, Place};
pub use finding::{Finding, Rule};

use inspect::order::order;
use inspect::{Evaluation, Severity};

/// Declares the files of the rules and lists the rules, in the order in which they are shown among equals.
macro_rules! rules {
    ($($name:ident),* $(,)?) => {
        $(mod $name;)*
        /// Every rule there is.
        pub static RULES: &[&Rule] = &[$(&$name::RULE),*];
    };
}

rules! {
    expired,
    not_yet_valid,
    alg_none,
    alg_none_variant,
    alg_none_with_signature,
    alg_missing,
    alg_prohibited,
    alg_wrong_family,
    alg_hmac_key_confusion,
    alg_unknown,
    jwe_alg_rsa1_5,
    jwk_private,
    secret_in_payload,
    personal_data,
    key_url,
    kid_injection,
    crit,
    payload_coding,
    jwe_anatomy,
    jwk_broken,
    x5c_malformed,
    signature_missing,
    signature_left_out,
    ecdsa_psychic,
    ecdsa_out_of_range,
    ecdsa_der,
    signature_all_zero,
    signature_hex,
    signature_is_text,
    rsa_key_too_small,
    signature_length_mismatch,
    truncated_token,
    wrong_segment_count,
    whitespace_in_token,
    payload_detached,
    payload_not_json,
    json_not_object,
    json_invalid,
    json_invalid_utf8,
    json_wrong_encoding,
    json_duplicate_key,
    json_case_variant_key,
    json_prototype_key,
    invisible_characters,
    json_lone_surrogate,
    json_big_number,
    json_deep,
    illegal_character,
    deflate_broken,
    base64_invalid_length,
    header_not_text,
    kid_odd,
    jwk_embedded,
    jwe_rsa_key_size,
    jwe_password,
    content_type,
    kind_rules,
    typ_mismatch,
    claims_in_header,
    time_in_wrong_unit,
    time_is_text,
    time_wrong_type,
    claim_form,
    audience,
    issuer_address,
    code_in_claim,
    size,
    time_order,
    lifetime_over_limit,
    disclosure_broken,
    oauth_claims,
    platform_claims,
    issued_in_future,
    time_negative,
    time_zero,
    time_as_date,
    time_beyond_year_9999,
    exp_missing,
    claims_missing,
    privileges,
    email_not_verified,
    lifetime_long,
    x5c_present,
    known_tokens,
    auth0_opaque,
    clock_suspect,
    expires_soon,
    base64_padding,
    base64_standard_alphabet,
    base64_noncanonical,
    json_bom,
    time_fractional,
    nested_encoding,
    url_encoded_token,
    json_serialization,
    json_escaped_name,
    mixed_script,
    alg_eddsa_polymorphic,
    alg_post_quantum,
    sender_constrained,
    delegated,
    revocable_status,
    distributed_claims,
    stringified_json,
    alg_nature,
    header_private_params,
    json_whitespace,
    sample_token,
}

/// One cause, one finding: what stands first is left out where any of the others is found too.
const GENERAL: &[(&str, &[&str])] = &[
    ("alg-hmac", NO_SIGNATURE),
    ("alg-rs-pkcs1", NO_SIGNATURE),
    ("ecdsa-malleable", NO_SIGNATURE),
    ("kid-missing", NO_SIGNATURE),
    ("jwe-not-authenticated", &["cty-nested"]),
    ("jwe-encrypted", &["auth0-opaque-jwe", "wrong-segment-count", "alg-wrong-family"]),
    ("jwk-embedded", &["jwk-symmetric"]),
    ("privileged-role", &["supabase-service-role"]),
    ("lifetime-long", &["supabase-anon", "supabase-service-role"]),
    ("lifetime-unknown", &["claims-missing"]),
    ("issued-in-future", &["not-yet-valid"]),
    // A copy without its signature works nowhere.
    ("exp-missing", &["k8s-legacy", "signature-missing"]),
    ("aud-multiple", &["client-assertion-aud"]),
    // The emulator signs nothing, and so names no key.
    ("firebase-missing-claim", &["firebase-emulator"]),
    ("firebase-session-missing-claim", &["firebase-emulator"]),
    (
        "alg-hmac-key-confusion",
        &[
            "apple-connect-wrong-alg",
            "credential-request-proof-wrong-alg",
            "dpop-proof-wrong-alg",
            "firebase-session-wrong-alg",
            "firebase-wrong-alg",
            "google-iap-wrong-alg",
            "jwt-svid-wrong-alg",
        ],
    ),
    // Where a part is missing, the others are taken for what they are not.
    ("jwe-key-part", &["wrong-segment-count"]),
    ("jwe-part-length", &["wrong-segment-count"]),
    ("jwe-enc-missing", &["alg-wrong-family"]),
    ("json-invalid", &["json-wrong-encoding", "nested-encoding"]),
    ("json-invalid-utf8", &["json-wrong-encoding"]),
    ("payload-not-json", &["json-wrong-encoding", "nested-encoding"]),
    ("json-not-object", &["json-wrong-encoding"]),
    ("wrong-segment-count", &["alg-wrong-family"]),
];

/// Of what is none, or of another algorithm, there is no more to know.
const NO_SIGNATURE: &[&str] = &[
    "alg-hmac-key-confusion",
    "ecdsa-der",
    "ecdsa-out-of-range",
    "ecdsa-psychic",
    "rsa-key-too-small",
    "signature-all-zero",
    "signature-hex",
    "signature-is-text",
    "signature-length-mismatch",
    "wrong-segment-count",
];

/// All findings on a token: the gravest first, then by place.
pub fn findings(evaluation: &Evaluation) -> Vec<Finding> {
    let of_rule = |rule: &&'static Rule| {
        let rule = *rule;
        (rule.check)(evaluation).into_iter().map(move |evidence| Finding::new(rule, evidence))
    };
    let found: Vec<Finding> = RULES.iter().flat_map(of_rule).collect();
    let is_found = |id: &&str| found.iter().any(|finding| finding.id == *id);
    let is_masked = |finding: &Finding| {
        evaluation.context.claims_redacted && masked::is_of_masked(evaluation.token, &finding.id, &finding.place)
    };
    let is_told = |finding: &Finding| {
        is_masked(finding)
            || GENERAL.iter().any(|(general, special)| finding.id == *general && special.iter().any(is_found))
    };
    let told: Vec<bool> = found.iter().map(is_told).collect();
    let findings: Vec<Finding> =
        found.into_iter().zip(told).filter(|(_, is_told)| !is_told).map(|(finding, _)| finding).collect();
    let keys: Vec<_> = findings.iter().map(|finding| (finding.severity, finding.place.order())).collect();
    let mut findings: Vec<Option<Finding>> = findings.into_iter().map(Some).collect();
    let positions = order(keys.len(), &|a, b| keys.get(a) < keys.get(b));
    positions.into_iter().filter_map(|at| findings.get_mut(at)?.take()).collect::<Vec<_>>()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{encode, grave_findings, token_from, token_of};

    #[test]
    fn every_rule_is_whole() {
        for (at, rule) in RULES.iter().enumerate() {
            assert!(
                rule.id.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-'),
                "{}",
                rule.id
            );
            assert!(RULES[..at].iter().all(|other| other.id != rule.id), "{} twice", rule.id);
            for (id, severities) in rule.ids() {
                let is_kebab = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || b"-*".contains(&byte);
                assert!(!id.is_empty() && id.bytes().all(is_kebab), "{id}");
                assert!(severities.chars().all(|letter| "EWNI".contains(letter)), "{id}:{severities}");
                let others = RULES[..at].iter().flat_map(|other| other.ids());
                assert!(others.into_iter().all(|(other, _)| other != id), "{id} in two rules");
            }
            assert!(rule.why.ends_with('.') && rule.advice.ends_with('.'), "{}", rule.id);
            assert!(!rule.title.is_empty() && !rule.references.is_empty(), "{}", rule.id);
        }
    }

    #[track_caller]
    fn check(token: &str, expected: &[(&str, &str)]) {
        let found = grave_findings(&token_of(token));
        let found: Vec<_> = found.iter().map(|finding| (finding.id.to_string(), finding.place.pointer())).collect();
        let expected: Vec<_> = expected.iter().map(|(id, place)| ((*id).to_owned(), (*place).to_owned())).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn an_ordinary_token_gives_no_finding() {
        check(
            "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJpc3MiOiJodHRwczovL2lzc3Vlci5leGFtcGxlIiwic3ViIjoidTEiLCJhdWQiOiJhcGkiLCJpYXQiOjE2OTk5OTk5MDAsImV4cCI6MTcwMDAwMzUwMCwianRpIjoiYTEifQ.kWSsfPGUiS14tW4qONHSl8nR5BEL5Rrod9LrBlE7qKM",
            &[],
        );
    }

    #[test]
    fn the_special_finding_is_the_one_that_is_shown() {
        let ids = |header: &str, claims: &str| {
            let found = grave_findings(&token_from(header, claims));
            found.iter().map(|finding| finding.id.to_string()).collect::<Vec<_>>()
        };
        let app = ids(r#"{"alg":"RS256"}"#, r#"{"iss":"12345","iat":1700000000,"exp":1800000000}"#);
        assert!(app.contains(&"lifetime-over-limit".to_owned()), "{app:?}");
        assert!(!app.contains(&"lifetime-very-long".to_owned()), "{app:?}");
        let early = ids(r#"{"alg":"HS256"}"#, r#"{"iat":1700007200,"nbf":1700007200,"exp":1700010800}"#);
        assert_eq!(early, ["not-yet-valid", "claims-missing"]);
        let header = encode(r#"{"alg":"A256KW","enc":"A256GCM"}"#);
        let token = token_of(&[&header, ".AAAA.AAAA.AAAA"].concat());
        let found: Vec<_> = grave_findings(&token).iter().map(|finding| finding.id.to_string()).collect();
        assert_eq!(found, ["wrong-segment-count"]);
    }

    #[test]
    fn a_key_that_opens_everything_is_not_also_called_long_lived() {
        let found = grave_findings(&token_from(
            r#"{"alg":"HS256","typ":"JWT"}"#,
            r#"{"iss":"supabase","ref":"r","role":"service_role","iat":1700000000,"exp":2015360000}"#,
        ));
        assert_eq!(found.iter().map(|finding| &*finding.id).collect::<Vec<_>>(), ["supabase-service-role"]);
    }

    #[test]
    fn the_seeds_of_the_catalogue() {
        check(
            "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJpc3MiOiJodHRwczovL2lzc3Vlci5leGFtcGxlIiwic3ViIjoidTEiLCJhdWQiOiJhcGkiLCJpYXQiOjE2OTk5OTAwMDAsImV4cCI6MTY5OTk5MzYwMCwianRpIjoiYTIifQ.JZ2Le4wdpRgOJFL6PngKH_7ugb8HX5pjDfTQhJY1hbg",
            &[("expired", "/payload/exp")],
        );
        check("eyJhbGciOiJub25lIn0.eyJzdWIiOiJ1MSIsImV4cCI6NDEwMjQ0NDgwMH0.", &[("alg-none", "/header/alg")]);
        check(
            "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJyb2xlIjoidXNlciIsInJvbGUiOiJhZG1pbiJ9.R-cXB8kel2jWS8g296DIEfscyvpIkDXX5FELibOn7EU",
            &[
                ("json-duplicate-key", "/payload/role"),
                ("exp-missing", "/payload"),
                ("claims-missing", "/payload"),
                ("privileged-role", "/payload/role"),
            ],
        );
        check(
            "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiJ1MSIsImlhdCI6MTcwMDAwMDAwMCwiZXhwIjoxNzAwMDAzNjAwMDAwfQ.-wuDWa1mvaGlPYl5f_uns79UhYmkd7EUUW4PHI7Hmig",
            &[("exp-in-milliseconds", "/payload/exp"), ("claims-missing", "/payload")],
        );
        check(
            "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiJ1MSJ9.Scuiddd_iRbk8Knom3Rb9lM9hQFdks2obKdo27aJnAp",
            &[("exp-missing", "/payload"), ("base64-noncanonical", "/signature"), ("claims-missing", "/payload")],
        );
        check(
            "eyJhbGciOiJuT25FIn0.eyJzdWIiOiJ1MSJ9.",
            &[("alg-none-variant", "/header/alg"), ("exp-missing", "/payload"), ("claims-missing", "/payload")],
        );
    }
}
