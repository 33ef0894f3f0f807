//! nginx, the module `ngx_http_auth_jwt_module` of NGINX Plus. It cannot be run here.
//!
//! Written from the documentation of that module (`auth_jwt`, `auth_jwt_claim_set`, `auth_jwt_header_set`,
//! `auth_jwt_key_file`, `auth_jwt_key_request`, `auth_jwt_leeway`, `auth_jwt_require`), of `ngx_http_map_module`, and from the
//! admin guide, "Set up JWT authentication".

use super::quoted::nginx_pattern;
use super::{block, expected_text, is_plain_name, names_of, of_claim, types_in_small_letters};
use crate::code::{CodeInput, CodeWriter, KeyPlace, Library};
use crate::{ClaimDemand, ExpectationKind, Expectations};

pub(crate) const LIBRARY: Library = Library {
    id: "nginx",
    name: "nginx (NGINX Plus, auth_jwt)",
    version: "1.29",
    reference: "https://nginx.org/en/docs/http/ngx_http_auth_jwt_module.html",
    comment: "#",
    write,
};

/// "Supported Algorithms".
const ALGORITHMS: [&str; 13] = [
    "HS256", "HS384", "HS512", "RS256", "RS384", "RS512", "ES256", "ES384", "ES512", "EdDSA", "PS256", "PS384", "PS512",
];

/// A variable that is 1 where what the token says matches one of the patterns.
struct MapBlock {
    kind: ExpectationKind,
    /// The one that it is about.
    scope: Option<String>,
    variable: String,
    /// Variables and text.
    source: String,
    patterns: Vec<String>,
}

fn write(input: &CodeInput, code: &mut CodeWriter) {
    let expected = input.expectations;
    let conditions = conditions(expected, code);
    let has_own_checks = !conditions.is_empty() || !present(expected, code).is_empty();
    if has_own_checks {
        code.line("# In the block `http`.");
    }
    variables(expected, code);
    for condition in &conditions {
        code.line(format!("map \"{}\" ${} {{", condition.source, condition.variable));
        // "Strings are matched ignoring the case"; a pattern that begins with `~` is not.
        for pattern in &condition.patterns {
            let line = format!("    \"~{pattern}\" 1;");
            match &condition.scope {
                Some(scope) => code.line_for_scope(scope, line),
                None => code.line_for(&condition.kind, line),
            }
        }
        code.line("    default 0;");
        code.line("}");
    }
    if has_own_checks {
        code.line("");
        code.note(
            "nginx checks the signature, `exp` and `nbf` alone: the `map` blocks and `auth_jwt_require` check the rest.",
        );
    }
    block(code, "# In the block `server`.\nlocation / {\n    auth_jwt \"service\";");
    match input.keys {
        KeyPlace::JwkSet(_) => code.line_for(&ExpectationKind::Signature, "    auth_jwt_key_request /_jwks;"),
        KeyPlace::Secret | KeyPlace::PublicKey => {
            code.line_for(&ExpectationKind::Signature, "    auth_jwt_key_file /etc/nginx/jwks.json;");
        }
    }
    // 0 by default.
    code.line_for(&ExpectationKind::Time, format!("    auth_jwt_leeway {}s;", expected.leeway));
    // "only if all the values are not empty and are not equal to 0"
    for condition in &conditions {
        code.line(format!("    auth_jwt_require ${};", condition.variable));
    }
    for (at, demand) in present(expected, code).into_iter().enumerate() {
        code.line_for(&of_claim(demand), format!("    auth_jwt_require $present_{};", at + 1));
    }
    block(code, "    proxy_pass http://service;\n}");
    if let KeyPlace::JwkSet(address) = &input.keys {
        block(code, "location = /_jwks {\n    internal;");
        code.line(format!("    proxy_pass {};", address_of(address)));
        code.line("}");
    }
    notes(input, code);
}

/// An address stands there as it is where nginx reads nothing in it as its own.
fn address_of(address: &str) -> &str {
    let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~:/?&=%+,@".contains(&byte);
    if address.bytes().all(is_plain) { address } else { "<address of the JWK Set>" }
}

/// "For arrays, the variable keeps a list of array elements separated by commas."
fn listed(text: &str) -> String {
    format!("(^|,){}(,|$)", nginx_pattern(text))
}

fn conditions(expected: &Expectations, code: &CodeWriter) -> Vec<MapBlock> {
    let exactly = |text: &String| format!("^{}$", nginx_pattern(text));
    let mut conditions = Vec::new();
    let mut add = |kind, scope: Option<&String>, variable: &str, source: &str, patterns: Vec<String>| {
        if !patterns.is_empty() {
            let (variable, source) = (variable.to_owned(), source.to_owned());
            conditions.push(MapBlock { kind, scope: scope.cloned(), variable, source, patterns });
        }
    };
    let algorithms = expected.algorithms.iter().map(exactly).collect();
    add(ExpectationKind::Algorithm, None, "valid_alg", "$jwt_header_alg", algorithms);
    // The pattern ignores upper and lower case: the `*` belongs to the `~` before it.
    let types = types_in_small_letters(expected).iter().map(|text| format!("*{}", exactly(text))).collect();
    add(ExpectationKind::Type, None, "valid_typ", "$jwt_header_typ", types);
    add(ExpectationKind::Issuer, None, "valid_iss", "$jwt_claim_iss", expected.issuers.iter().map(exactly).collect());
    let audiences = expected.audiences.iter().map(|text| listed(text)).collect();
    add(ExpectationKind::Audience, None, "valid_aud", "$expected_aud", audiences);
    for (at, (demand, text)) in valued(expected, code).into_iter().enumerate() {
        let at = at + 1;
        let variable = format!("valid_claim_{at}");
        add(of_claim(demand), None, &variable, &format!("$claim_{at}"), vec![listed(text)]);
    }
    for (at, scope) in expected.scopes.iter().enumerate() {
        let pattern = format!("(^|[ ,]){}([ ,]|$)", nginx_pattern(scope));
        let variable = format!("valid_scope_{}", at + 1);
        add(ExpectationKind::Scope, Some(scope), &variable, "$expected_scope $expected_scp", vec![pattern]);
    }
    conditions
}

/// Claims that are demanded with a text.
fn valued<'e>(expected: &'e Expectations, code: &CodeWriter) -> Vec<(&'e ClaimDemand, &'e str)> {
    let claims = expected.claims.iter().filter(|demand| has_plain_names(demand, code));
    claims.filter_map(|demand| Some((demand, expected_text(demand)?))).collect()
}

fn has_plain_names(demand: &ClaimDemand, code: &CodeWriter) -> bool {
    code.path_of(demand).iter().all(|name| is_plain_name(name))
}

/// Claims that only have to be there.
fn present<'e>(expected: &'e Expectations, code: &CodeWriter) -> Vec<&'e ClaimDemand> {
    expected.claims.iter().filter(|demand| has_plain_names(demand, code) && demand.value.is_none()).collect()
}

fn variables(expected: &Expectations, code: &mut CodeWriter) {
    if !expected.audiences.is_empty() {
        code.line("auth_jwt_claim_set $expected_aud aud;");
    }
    if !expected.scopes.is_empty() {
        block(code, "auth_jwt_claim_set $expected_scope scope;\nauth_jwt_claim_set $expected_scp scp;");
    }
    // "Name matching starts from the top level of the JSON tree."
    for (at, (demand, _)) in valued(expected, code).into_iter().enumerate() {
        let names = code.names_to(demand).join(" ");
        code.line(format!("auth_jwt_claim_set $claim_{} {names};", at + 1));
    }
    for (at, demand) in present(expected, code).into_iter().enumerate() {
        let names = code.names_to(demand).join(" ");
        code.line(format!("auth_jwt_claim_set $present_{} {names};", at + 1));
    }
}

fn notes(input: &CodeInput, code: &mut CodeWriter) {
    let expected = input.expectations;
    match &input.keys {
        KeyPlace::JwkSet(address) => {
            if address_of(address) != address {
                code.note("The address of the JWK Set has characters that nginx reads as its own: fill it in by hand.");
            }
            code.note("Cache the keys with `auth_jwt_key_cache` or `proxy_cache`; without them they are fetched for each request.");
        }
        KeyPlace::Secret => code.note("nginx reads keys as a JWK Set: put your secret into the file as a key of the type `oct`, and keep the file as safe as the secret."),
        KeyPlace::PublicKey => code.note("nginx reads keys as a JWK Set: put your public key into the file as a JWK."),
    }
    if !expected.audiences.is_empty() || !valued(expected, code).is_empty() {
        code.note("nginx writes an array as a list with commas: a value that has a comma in it looks like two.");
    }
    if expected.longest_lifetime.is_some() {
        code.note("nginx does not check the lifetime: your service has to.");
    }
    let unsaid = |demand: &&ClaimDemand| {
        !has_plain_names(demand, code) || (demand.value.is_some() && expected_text(demand).is_none())
    };
    let unsaid: Vec<&str> = expected.claims.iter().filter(unsaid).map(|demand| demand.name.as_str()).collect();
    if !unsaid.is_empty() {
        code.note(format!(
            "Variables of nginx hold texts: {} cannot be said here: your service has to check that.",
            names_of(unsaid)
        ));
    }
    if !present(expected, code).is_empty() {
        code.note("`auth_jwt_require` also refuses a claim that is empty or 0.");
    }
    let unknown: Vec<&str> =
        expected.algorithms.iter().map(String::as_str).filter(|name| !ALGORITHMS.contains(name)).collect();
    if !unknown.is_empty() {
        code.note(format!("nginx does not have {}.", names_of(unknown)));
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn writes_its_code() {
        crate::code::cited::tests::check(&super::LIBRARY, &expect_test::expect_file!["written/nginx.txt"]);
    }
}
