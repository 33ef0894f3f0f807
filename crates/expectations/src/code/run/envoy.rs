//! Envoy 1.40.0, the filters `jwt_authn` and `rbac` of its API v3. `tests/run_envoy.rs` runs it.
//!
//! Written from `api/envoy/extensions/filters/http/jwt_authn/v3/config.proto`, `api/envoy/config/rbac/v3/rbac.proto`,
//! `api/envoy/type/matcher/v3/value.proto` and `metadata.proto`, and `jwt_authn_filter.rst` ("Remote JWKS config example").

use super::{note_on_number, of_claim};
use crate::code::common::{block, demands, listed_as, names_of, plain_number, types_in_small_letters};
use crate::code::quoted::double_quoted;
use crate::code::{CodeInput, CodeWriter, KeyPlace, Library};
use crate::{ClaimDemand, ExpectationKind, Expectations, ExpectedValue};

pub(crate) const LIBRARY: Library = Library {
    id: "envoy",
    name: "Envoy (jwt_authn)",
    version: "1.40",
    reference: "https://www.envoyproxy.io/docs/envoy/latest/api-v3/extensions/filters/http/jwt_authn/v3/config.proto",
    comment: "#",
    write,
};

/// `jwt_authn_filter.rst`, "Following are supported JWT alg".
const ALGORITHMS: [&str; 13] = [
    "ES256", "ES384", "ES512", "HS256", "HS384", "HS512", "RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "EdDSA",
];

/// In seconds, about 292 years: Envoy counts the nanoseconds of a duration in 64 bits (`source/common/protobuf/utility.cc`).
const LONGEST_DURATION: u64 = 9_223_372_035;

fn write(input: &CodeInput, code: &mut CodeWriter) {
    let expected = input.expectations;
    block(
        code,
        "http_filters:\n- name: envoy.filters.http.jwt_authn\n  typed_config:\n    \"@type\": type.googleapis.com/envoy.extensions.filters.http.jwt_authn.v3.JwtAuthentication\n    providers:",
    );
    // A provider has one issuer.
    let issuers: Vec<Option<&String>> =
        if expected.issuers.is_empty() { vec![None] } else { expected.issuers.iter().map(Some).collect() };
    for (at, issuer) in issuers.iter().enumerate() {
        code.line(format!("      issuer{}:", at + 1));
        provider(input, *issuer, at, code);
    }
    // "Their results are OR-ed."
    code.line("    rules:");
    code.line("    - match: { prefix: \"/\" }");
    let names: Vec<String> = (1..=issuers.len()).map(|at| format!("{{ provider_name: issuer{at} }}")).collect();
    match names.as_slice() {
        [only] => code.line(format!("      requires: {only}")),
        several => {
            let requirements = several.join(", ");
            code.line(format!("      requires: {{ requires_any: {{ requirements: [{requirements}] }} }}"));
        }
    }
    if needs_rbac(expected, code) {
        rbac(expected, code);
    }
    notes(input, code);
}

fn provider(input: &CodeInput, issuer: Option<&String>, at: usize, code: &mut CodeWriter) {
    let expected = input.expectations;
    // `issuer`: "otherwise the JWT `iss` field is not checked".
    if let Some(issuer) = issuer {
        code.line_for(&ExpectationKind::Issuer, format!("        issuer: {}", double_quoted(issuer)));
    }
    // `audiences`: any of them; "If not specified, will not check audiences".
    if !expected.audiences.is_empty() {
        let audiences = listed_as(&expected.audiences, double_quoted);
        code.line_for(&ExpectationKind::Audience, format!("        audiences: [{audiences}]"));
    }
    // `clock_skew_seconds`: for `exp` and `nbf`; 60 where it is not specified. A `uint32` without presence is then 0.
    code.line_for(&ExpectationKind::Time, format!("        clock_skew_seconds: {}", expected.leeway.max(1)));
    // `max_lifetime`: what is left until `exp`; it demands `exp` and goes before `require_expiration`.
    if let Some(longest) = expected.longest_lifetime {
        let longest = longest.min(LONGEST_DURATION);
        code.line_for(&ExpectationKind::Lifetime, format!("        max_lifetime: {longest}s"));
    }
    if demands(expected, "exp") {
        code.line_for(&ExpectationKind::Claim("exp".to_owned()), "        require_expiration: true");
    }
    if needs_rbac(expected, code) {
        block(code, "        payload_in_metadata: claims\n        header_in_metadata: header");
    }
    match &input.keys {
        KeyPlace::JwkSet(address) => {
            code.line("        remote_jwks:");
            // A cluster has the hosts of one issuer.
            let (address, cluster) = match code.each_key(input).get(at) {
                Some(keys) => (&keys.address, format!("jwks{}", at + 1)),
                None => (address, "jwks".to_owned()),
            };
            let line =
                format!("          http_uri: {{ uri: {}, cluster: {cluster}, timeout: 5s }}", double_quoted(address));
            code.line_for(&ExpectationKind::Signature, line);
            code.line("          cache_duration: 300s");
        }
        KeyPlace::Secret | KeyPlace::PublicKey => {
            let line = "        local_jwks: { filename: \"/etc/envoy/jwks.json\" }";
            code.line_for(&ExpectationKind::Signature, line);
        }
    }
}

/// `metadata.proto`, `PathSegment`: a key has at least one byte.
fn can_be_said(demand: &ClaimDemand, code: &CodeWriter) -> bool {
    !code.path_of(demand).iter().any(String::is_empty)
}

fn has_option(demand: &ClaimDemand) -> bool {
    demand.name == "exp" && demand.value.is_none()
}

/// `exp` alone has an option.
fn needs_rbac(expected: &Expectations, code: &CodeWriter) -> bool {
    !expected.algorithms.is_empty()
        || !expected.types.is_empty()
        || !expected.scopes.is_empty()
        || expected.claims.iter().any(|demand| can_be_said(demand, code) && !has_option(demand))
}

/// What the first filter does not check, from what it leaves in the metadata of the request.
fn rbac(expected: &Expectations, code: &mut CodeWriter) {
    block(
        code,
        "- name: envoy.filters.http.rbac\n  typed_config:\n    \"@type\": type.googleapis.com/envoy.extensions.filters.http.rbac.v3.RBAC\n    rules:\n      action: ALLOW\n      policies:\n        expected:\n          principals: [{ any: true }]\n          permissions:\n          - and_rules:\n              rules:",
    );
    let rule = |code: &mut CodeWriter, kind: &ExpectationKind, place: &str, names: &[String], value: String| {
        let steps: String = names.iter().map(|name| format!(", {{ key: {} }}", double_quoted(name))).collect();
        let path = format!("[{{ key: {place} }}{steps}]");
        code.line_for(kind, format!("              - {}", of_metadata(&path, &value)));
    };
    let of_header = |name: &str| [name.to_owned()];
    if !expected.algorithms.is_empty() {
        let values = expected.algorithms.iter().map(|name| of_text(name)).collect();
        rule(code, &ExpectationKind::Algorithm, "header", &of_header("alg"), any_of(values));
    }
    if !expected.types.is_empty() {
        let types = types_in_small_letters(expected);
        let of_type =
            |name: &String| format!("{{ string_match: {{ exact: {}, ignore_case: true }} }}", double_quoted(name));
        let values = types.iter().map(of_type).collect();
        rule(code, &ExpectationKind::Type, "header", &of_header("typ"), any_of(values));
    }
    for demand in &expected.claims {
        if has_option(demand) || !can_be_said(demand, code) {
            continue;
        }
        let one = match &demand.value {
            None => "{ present_match: true }".to_owned(),
            Some(ExpectedValue::Text(text)) => of_text(text),
            Some(ExpectedValue::Number(number)) => match plain_number(number) {
                Some(number) => format!("{{ double_match: {{ exact: {number} }} }}"),
                None => of_text(number),
            },
            Some(ExpectedValue::Boolean(is_so)) => format!("{{ bool_match: {is_so} }}"),
            Some(ExpectedValue::Null) => "{ null_match: {} }".to_owned(),
        };
        let names = code.names_to(demand);
        rule(code, &of_claim(demand), "claims", &names, listed_or(&[one]));
    }
    for scope in &expected.scopes {
        // Either claim may hold it, so this is one rule with two places.
        code.line_for_scope(scope, "              - or_rules:");
        code.line("                  rules:");
        for name in ["scope", "scp"] {
            let rule = of_metadata(&format!("[{{ key: claims }}, {{ key: {name} }}]"), &in_words(scope));
            code.line(format!("                  - {rule}"));
        }
    }
}

/// `sourced_metadata` took the place of `metadata` in Envoy 1.33.
fn of_metadata(path: &str, value: &str) -> String {
    format!(
        "sourced_metadata: {{ metadata_matcher: {{ filter: envoy.filters.http.jwt_authn, path: {path}, value: {value} }} }}"
    )
}

/// The word alone, or between spaces; in a text, or in one of a list. A regular expression would do with less, but Envoy
/// takes none of more than 100 steps (`re2.max_program_size.error_level`), and a scope may be longer.
fn in_words(word: &str) -> String {
    let places = [
        ("exact", word.to_owned()),
        ("prefix", format!("{word} ")),
        ("suffix", format!(" {word}")),
        ("contains", format!(" {word} ")),
    ];
    let matchers = places.map(|(kind, text)| format!("{{ string_match: {{ {kind}: {} }} }}", double_quoted(&text)));
    listed_or(&matchers)
}

fn of_text(text: &str) -> String {
    format!("{{ string_match: {{ exact: {} }} }}", double_quoted(text))
}

/// One of these, or a list with one of them.
fn listed_or(values: &[String]) -> String {
    let in_list = format!("{{ list_match: {{ one_of: {} }} }}", any_of(values.to_vec()));
    any_of(values.iter().cloned().chain([in_list]).collect())
}

fn any_of(values: Vec<String>) -> String {
    match values.as_slice() {
        [only] => only.clone(),
        several => format!("{{ or_match: {{ value_matchers: [{}] }} }}", several.join(", ")),
    }
}

fn notes(input: &CodeInput, code: &mut CodeWriter) {
    let expected = input.expectations;
    match input.keys {
        KeyPlace::JwkSet(_) if input.keys_of_each.is_empty() => {
            code.note("`remote_jwks` needs a cluster named `jwks` for the host of that address.");
        }
        KeyPlace::JwkSet(_) => {
            code.note("`remote_jwks` needs the clusters `jwks1`, `jwks2` and so on for the hosts of these addresses.");
        }
        KeyPlace::Secret => code.note("Envoy reads keys as a JWK Set: put your secret into the file as a key of the type `oct`, and keep the file as safe as the secret."),
        KeyPlace::PublicKey => code.note("Envoy reads keys as a JWK Set: put your public key into the file as a JWK."),
    }
    if expected.issuers.len() > 1 && input.keys == KeyPlace::PublicKey {
        code.note("Each issuer has keys of its own: name a file with them in its provider.");
    }
    if !expected.audiences.is_empty() {
        code.note(
            "Envoy compares audiences without `http://` or `https://` before them and without a slash after them.",
        );
    }
    if expected.leeway == 0 {
        code.note("Envoy cannot tell `clock_skew_seconds: 0` from not set, which is 60 seconds: 1 stands here.");
    }
    if expected.longest_lifetime.is_some() {
        code.note("`max_lifetime` limits what is left until `exp`, not the time from `iat` to `exp`; it refuses a token without `exp`.");
    } else if !demands(expected, "exp") {
        code.note("Envoy takes a token without `exp`, or whose `exp` is 0: add the claim `exp` to what is expected to refuse it.");
    }
    code.note("Envoy also refuses a token with a name twice in one object, with a `kid`, `iss`, `sub` or `jti` that is no string, with an `aud` that is neither a string nor a list of strings, or with an `exp`, `nbf` or `iat` that is no number, below zero or beyond 64 bits.");
    if needs_rbac(expected, code) {
        code.note("The filter `jwt_authn` does not check `alg`, `typ`, other claims or scopes: the filter `rbac` after it does, and answers with 403. Its `sourced_metadata` needs Envoy 1.33 or newer.");
    }
    if !expected.claims.iter().all(|demand| can_be_said(demand, code)) {
        code.note("Envoy cannot look for a claim whose name is empty.");
    }
    for demand in &expected.claims {
        note_on_number(demand, code);
    }
    let unknown: Vec<&str> =
        expected.algorithms.iter().map(String::as_str).filter(|name| !ALGORITHMS.contains(name)).collect();
    if !unknown.is_empty() {
        code.note(format!("Envoy does not have {}.", names_of(unknown)));
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn writes_its_code() {
        crate::code::tests::check(&super::LIBRARY, &expect_test::expect_file!["written/envoy.txt"]);
    }
}
