//! Istio, `RequestAuthentication` and `AuthorizationPolicy` of `security.istio.io/v1`. It cannot be run here.
//!
//! Written from `security/v1beta1/request_authentication.proto` (`JWTRule`) and `authorization_policy.proto` (`Rule`,
//! `Condition`) of istio/api at 1.30, "Authorization Policy Conditions", and the task "JWT Token": "supports both string typed
//! and list-of-string typed JWT claims".

use super::quoted::double_quoted;
use super::{block, expected_text, is_plain_name, listed_as, names_of, of_claim};
use crate::code::{CodeInput, CodeWriter, KeyPlace, Library};
use crate::{ClaimDemand, ExpectationKind, Expectations};

pub(crate) const LIBRARY: Library = Library {
    id: "istio",
    name: "Istio",
    version: "1.30",
    reference: "https://istio.io/latest/docs/reference/config/security/request_authentication/",
    comment: "#",
    write,
};

fn write(input: &CodeInput, code: &mut CodeWriter) {
    let expected = input.expectations;
    block(code, &resource("RequestAuthentication"));
    code.line("  jwtRules:");
    let unnamed = ["<issuer>".to_owned()];
    let issuers = if expected.issuers.is_empty() { &unnamed } else { expected.issuers.as_slice() };
    for (at, issuer) in issuers.iter().enumerate() {
        // `issuer`: "A JWT with different `iss` claim will be rejected."
        code.line_for(&ExpectationKind::Issuer, format!("  - issuer: {}", double_quoted(issuer)));
        // `audiences`: any of them. "The service name will be accepted if audiences is empty."
        if !expected.audiences.is_empty() {
            let audiences = listed_as(&expected.audiences, double_quoted);
            code.line_for(&ExpectationKind::Audience, format!("    audiences: [{audiences}]"));
        }
        let line = match &input.keys {
            KeyPlace::JwkSet(first) => {
                let address = code.each_key(input).get(at).map_or(first, |keys| &keys.address);
                format!("    jwksUri: {}", double_quoted(address))
            }
            KeyPlace::Secret | KeyPlace::PublicKey => "    jwks: \"<the JWK Set>\"".to_owned(),
        };
        code.line_for(&ExpectationKind::Signature, line);
        // Of claims with spaces in them, `scope` and `permission` alone are split without this.
        if !expected.scopes.is_empty() {
            code.line("    spaceDelimitedClaims: [\"scp\"]");
        }
    }
    code.line("---");
    block(code, &resource("AuthorizationPolicy"));
    block(code, "  action: ALLOW\n  rules:");
    // Rules are alternatives; the conditions of one rule all have to be met. Without this policy, Istio lets a request
    // without a token pass.
    let claims = if expected.scopes.is_empty() { vec![None] } else { vec![Some("scope"), Some("scp")] };
    for claim in claims {
        block(code, "  - from:\n    - source: { requestPrincipals: [\"*\"] }");
        conditions(expected, claim, code);
    }
    notes(input, code);
}

fn resource(kind: &str) -> String {
    format!(
        "apiVersion: security.istio.io/v1\nkind: {kind}\nmetadata:\n  name: service\n  namespace: <namespace>\nspec:\n  selector:\n    matchLabels:\n      app: <service>"
    )
}

/// Claims that are numbers (RFC 7519 section 4.1, OpenID Connect Core section 2): no condition is met by them.
const TIMES: [&str; 4] = ["exp", "nbf", "iat", "auth_time"];

/// A claim that is demanded with a text, or with any.
fn can_be_said(demand: &ClaimDemand, code: &CodeWriter) -> bool {
    let is_text = match demand.value {
        None => !TIMES.contains(&demand.name.as_str()),
        Some(_) => expected_text(demand).is_some_and(is_exact),
    };
    code.path_of(demand).iter().all(|name| is_plain_name(name)) && is_text
}

/// "Prefix match: `abc*`", "Suffix match: `*abc`", "Presence match: `*`".
fn is_exact(text: &str) -> bool {
    !text.is_empty() && !text.starts_with('*') && !text.ends_with('*')
}

fn conditions(expected: &Expectations, claim_of_scopes: Option<&str>, code: &mut CodeWriter) {
    let claims: Vec<&ClaimDemand> = expected.claims.iter().filter(|demand| can_be_said(demand, code)).collect();
    let scopes = expected.scopes.iter().filter(|scope| is_exact(scope));
    // "nested claim can also be used": `request.auth.claims[nested1][nested2]`
    let condition = |names: &[String], value: &str| {
        let keys: String = names.iter().map(|name| format!("[{name}]")).collect();
        format!("    - {{ key: \"request.auth.claims{keys}\", values: [{}] }}", double_quoted(value))
    };
    let scopes: Vec<(String, &String)> =
        claim_of_scopes.into_iter().flat_map(|name| scopes.clone().map(|scope| (name.to_owned(), scope))).collect();
    if !claims.is_empty() || !scopes.is_empty() {
        code.line("    when:");
    }
    for demand in claims {
        let line = condition(&code.names_to(demand), expected_text(demand).unwrap_or("*"));
        code.line_for(&of_claim(demand), line);
    }
    for (name, scope) in scopes {
        code.line_for_scope(scope, condition(&[name], scope));
    }
}

fn notes(input: &CodeInput, code: &mut CodeWriter) {
    let expected = input.expectations;
    if expected.issuers.is_empty() {
        code.note("Istio needs an issuer: fill in `<issuer>`.");
    }
    code.note("Fill in `<namespace>` and `<service>`.");
    if expected.audiences.is_empty() {
        code.note("Without `audiences`, Istio takes the name of the service.");
    }
    match input.keys {
        KeyPlace::JwkSet(_) => {}
        KeyPlace::Secret => {
            code.note("Istio takes the keys from `jwks` as a JWK Set. A shared secret would stand in the configuration: use a key pair.");
        }
        KeyPlace::PublicKey => {
            code.note("Istio takes the keys from `jwks` as a JWK Set: put your public key there as a JWK.")
        }
    }
    code.note("Istio has no option for the clock leeway.");
    code.note("`requestPrincipals` needs the claim `sub` too: a principal is the issuer and the subject.");
    let is_said = [
        (expected.algorithms.is_empty(), "the algorithm"),
        (expected.types.is_empty(), "`typ`"),
        (expected.longest_lifetime.is_none(), "the lifetime"),
    ];
    let unsaid: Vec<String> =
        is_said.iter().filter(|(is_said, _)| !is_said).map(|(_, name)| (*name).to_owned()).collect();
    if !unsaid.is_empty() {
        code.note(format!("Istio does not check {}: your service has to.", inspect::display::listed(&unsaid, " or ")));
    }
    if expected.scopes.len() > 1 {
        code.note("All scopes have to stand in `scope`, or all of them in `scp`.");
    }
    if expected.claims.iter().any(|demand| demand.value.is_none() && can_be_said(demand, code)) {
        code.note("A claim that only has to be there has to be a string or a list of strings for Istio.");
    }
    let claims = expected.claims.iter().filter(|demand| !can_be_said(demand, code)).map(|demand| demand.name.as_str());
    let scopes = expected.scopes.iter().map(String::as_str).filter(|scope| !is_exact(scope));
    let left_out: Vec<&str> = claims.chain(scopes).collect();
    if !left_out.is_empty() {
        code.note(format!("A condition of Istio compares strings, and reads `*` at an end as any text: {} cannot be said: your service has to check that.", names_of(left_out)));
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn writes_its_code() {
        crate::code::cited::tests::check(&super::LIBRARY, &expect_test::expect_file!["written/istio.txt"]);
    }
}
