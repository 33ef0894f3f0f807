//! golang-jwt 5.3.1, with keyfunc 3.7.0 for a JWK Set. It was run once, both built from their source: no registry that the
//! tests use has them.
//!
//! Written from `parser_option.go`, `map_claims.go`, `parser.go`, `rsa_utils.go`, `ecdsa_utils.go` and `ed25519_utils.go` of
//! golang-jwt (as pkg.go.dev shows them), and from "Basic usage" of keyfunc's README.

use super::quoted::double_quoted;
use super::{
    KeyFamily, block, claims_but, demands, listed_as, names_of, of_claim, plain_number, section, types_in_small_letters,
};
use crate::code::{CodeInput, CodeWriter, KeyPlace, Library};
use crate::{ExpectationKind, Expectations, ExpectedValue};

pub(crate) const LIBRARY: Library = Library {
    id: "golang-jwt",
    name: "golang-jwt (Go)",
    version: "5.3.1",
    reference: "https://pkg.go.dev/github.com/golang-jwt/jwt/v5",
    comment: "//",
    write,
};

/// Those that are registered with `RegisterSigningMethod`, without `none`.
const ALGORITHMS: [&str; 13] = [
    "HS256", "HS384", "HS512", "RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "EdDSA",
];

fn write(input: &CodeInput, code: &mut CodeWriter) {
    let expected = input.expectations;
    imports(input, code);
    code.line("");
    keys(input, code);
    code.line("");
    block(
        code,
        "// claimsOf returns the claims of a token that meets all that is expected.\nfunc claimsOf(text string, keys jwt.Keyfunc) (jwt.MapClaims, error) {\n\tclaims := jwt.MapClaims{}",
    );
    let token = if expected.types.is_empty() { "_" } else { "token" };
    // The signature is checked before the claims (`Parser.ParseWithClaims`).
    code.line_for(&ExpectationKind::Signature, format!("\t{token}, err := jwt.ParseWithClaims(text, claims, keys,"));
    options(expected, code);
    block(code, "\t)\n\tif err != nil {\n\t\treturn nil, err\n\t}");
    own_checks(expected, code);
    block(code, "\treturn claims, nil\n}");
    helpers(expected, code);
    notes(expected, code);
}

/// Go refuses an import that is not used.
fn imports(input: &CodeInput, code: &mut CodeWriter) {
    let expected = input.expectations;
    let has_values = expected.claims.iter().any(|demand| demand.value.is_some());
    let has_own_checks = expected.issuers.len() > 1
        || !expected.types.is_empty()
        || !expected.scopes.is_empty()
        || expected.longest_lifetime.is_some()
        || claims_but(expected, &BY_OPTION).next().is_some()
        || has_values;
    let uses = [
        ("errors", has_own_checks || input.keys == KeyPlace::Secret),
        ("math", expected.longest_lifetime.is_some()),
        ("os", !matches!(input.keys, KeyPlace::JwkSet(_))),
        (
            "slices",
            expected.issuers.len() > 1 || !expected.types.is_empty() || !expected.scopes.is_empty() || has_values,
        ),
        ("strings", !expected.types.is_empty() || !expected.scopes.is_empty()),
        ("time", true),
    ];
    code.line("import (");
    for (package, _) in uses.iter().filter(|(_, is_used)| *is_used) {
        code.line(format!("\t\"{package}\""));
    }
    code.line("");
    if matches!(input.keys, KeyPlace::JwkSet(_)) {
        code.line("\t\"github.com/MicahParks/keyfunc/v3\"");
    }
    block(code, "\t\"github.com/golang-jwt/jwt/v5\"\n)");
}

fn keys(input: &CodeInput, code: &mut CodeWriter) {
    block(code, "// newKeys is called once, when the service starts.\nfunc newKeys() (jwt.Keyfunc, error) {");
    match &input.keys {
        KeyPlace::JwkSet(address) => {
            code.line(format!("\tset, err := keyfunc.NewDefault([]string{{{}}})", double_quoted(address)));
            block(code, "\tif err != nil {\n\t\treturn nil, err\n\t}\n\treturn set.Keyfunc, nil\n}");
        }
        KeyPlace::Secret => block(
            code,
            "\tsecret := os.Getenv(\"JWT_SECRET\")\n\tif secret == \"\" {\n\t\treturn nil, errors.New(\"JWT_SECRET is not set\")\n\t}\n\treturn func(*jwt.Token) (any, error) { return []byte(secret), nil }, nil\n}",
        ),
        KeyPlace::PublicKey => {
            let parse = match KeyFamily::of_public_key(input.expectations) {
                KeyFamily::Elliptic => "ParseECPublicKeyFromPEM",
                KeyFamily::Edwards => "ParseEdPublicKeyFromPEM",
                KeyFamily::Rsa | KeyFamily::Secret => "ParseRSAPublicKeyFromPEM",
            };
            block(code, "\tpem, err := os.ReadFile(\"public-key.pem\")\n\tif err != nil {\n\t\treturn nil, err\n\t}");
            code.line(format!("\tkey, err := jwt.{parse}(pem)"));
            block(
                code,
                "\tif err != nil {\n\t\treturn nil, err\n\t}\n\treturn func(*jwt.Token) (any, error) { return key, nil }, nil\n}",
            );
        }
    }
}

/// Claims whose presence is demanded by an option.
const BY_OPTION: [&str; 2] = ["exp", "nbf"];

fn options(expected: &Expectations, code: &mut CodeWriter) {
    if !expected.algorithms.is_empty() {
        // `WithValidMethods`: "It is heavily encouraged to use this option".
        let algorithms = listed_as(&expected.algorithms, double_quoted);
        let line = format!("\t\tjwt.WithValidMethods([]string{{{algorithms}}}),");
        code.line_for(&ExpectationKind::Algorithm, line);
    }
    // `WithIssuer` takes one issuer, and demands the claim.
    if let [issuer] = expected.issuers.as_slice() {
        code.line_for(&ExpectationKind::Issuer, format!("\t\tjwt.WithIssuer({}),", double_quoted(issuer)));
    }
    // `WithAudience`: any of them, and demands the claim.
    if !expected.audiences.is_empty() {
        let audiences = listed_as(&expected.audiences, double_quoted);
        code.line_for(&ExpectationKind::Audience, format!("\t\tjwt.WithAudience({audiences}),"));
    }
    // `WithExpirationRequired`: "By default exp claim is optional". `WithNotBeforeRequired`: likewise.
    for (name, option) in [("exp", "WithExpirationRequired"), ("nbf", "WithNotBeforeRequired")] {
        if demands(expected, name) {
            code.line_for(&ExpectationKind::Claim(name.to_owned()), format!("\t\tjwt.{option}(),"));
        }
    }
    code.line_for(&ExpectationKind::Time, format!("\t\tjwt.WithLeeway({}*time.Second),", expected.leeway));
}

/// What no option says, after the options.
fn own_checks(expected: &Expectations, code: &mut CodeWriter) {
    let refuse = |code: &mut CodeWriter, kind: &ExpectationKind, condition: String, message: &str| {
        code.line_for(kind, format!("\tif {condition} {{"));
        code.line(format!("\t\treturn nil, errors.New({})", double_quoted(message)));
        code.line("\t}");
    };
    if expected.issuers.len() > 1 {
        let issuers = listed_as(&expected.issuers, double_quoted);
        let condition =
            format!("issuer, err := claims.GetIssuer(); err != nil || !slices.Contains([]string{{{issuers}}}, issuer)");
        refuse(code, &ExpectationKind::Issuer, condition, "the issuer differs");
    }
    if !expected.types.is_empty() {
        let types = listed_as(&types_in_small_letters(expected), double_quoted);
        let condition = format!(
            "typ, _ := token.Header[\"typ\"].(string); !slices.Contains([]string{{{types}}}, strings.ToLower(typ))"
        );
        refuse(code, &ExpectationKind::Type, condition, "the type differs");
    }
    for demand in &expected.claims {
        let names = code.names_to(demand);
        let found = match names.as_slice() {
            [name] => format!("claims[{}]", double_quoted(name)),
            names => format!("inside(claims, {})", listed_as(names, double_quoted)),
        };
        let condition = match &demand.value {
            None if BY_OPTION.contains(&demand.name.as_str()) => continue,
            None => format!("_, ok := {found}; !ok"),
            Some(value) => format!("value, ok := {found}; !ok || !has(value, {})", literal(value)),
        };
        let message = if demand.value.is_some() { "differs" } else { "is missing" };
        refuse(code, &of_claim(demand), condition, &format!("{} {message}", demand.name));
    }
    if !expected.scopes.is_empty() {
        let scopes = listed_as(&expected.scopes, double_quoted);
        refuse(code, &ExpectationKind::Scope, format!("!hasScopes(claims, {scopes})"), "a scope is missing");
    }
    if let Some(longest) = expected.longest_lifetime {
        refuse(code, &ExpectationKind::Lifetime, format!("lifetime(claims) > {longest}"), "it lives too long");
    }
}

/// `MapClaims` holds numbers as `float64`.
fn literal(value: &ExpectedValue) -> String {
    match value {
        ExpectedValue::Text(text) => double_quoted(text),
        ExpectedValue::Number(number) => match plain_number(number) {
            Some(number) => format!("float64({number})"),
            None => double_quoted(number),
        },
        ExpectedValue::Boolean(is_so) => is_so.to_string(),
        ExpectedValue::Null => "nil".to_owned(),
    }
}

fn helpers(expected: &Expectations, code: &mut CodeWriter) {
    if expected.claims.iter().any(|demand| demand.value.is_some()) {
        section(code, HAS);
    }
    if expected.claims.iter().any(|demand| code.is_inside(demand)) {
        section(code, INSIDE);
    }
    if !expected.scopes.is_empty() {
        section(code, SCOPES);
    }
    if expected.longest_lifetime.is_some() {
        section(code, LIFETIME);
    }
}

fn notes(expected: &Expectations, code: &mut CodeWriter) {
    if !expected.types.is_empty() {
        code.note("golang-jwt does not check `typ`: the lines after the options do.");
    }
    if !demands(expected, "exp") {
        code.note("golang-jwt takes a token without `exp`: add the claim `exp` to what is expected to refuse it.");
    }
    if expected.algorithms.is_empty() {
        code.note("golang-jwt takes each algorithm that suits the key where `WithValidMethods` is missing: name the algorithms.");
    }
    code.note("golang-jwt takes an `exp`, `nbf` or `iat` of 0 as missing.");
    if !expected.audiences.is_empty() {
        code.note("golang-jwt also refuses a token whose `aud` lists anything but texts.");
    }
    super::notes_on_own_lines(expected, code);
    let unknown: Vec<&str> =
        expected.algorithms.iter().map(String::as_str).filter(|name| !ALGORITHMS.contains(name)).collect();
    if !unknown.is_empty() {
        code.note(format!("golang-jwt does not have {}.", names_of(unknown)));
    }
}

const HAS: &str = "
// has says whether a claim is the value, or lists it.
func has(claim, value any) bool {
	if list, ok := claim.([]any); ok {
		return slices.Contains(list, value)
	}
	return claim == value
}";

const INSIDE: &str = "
// inside returns the claim that the names lead to, and whether there is one.
func inside(claims map[string]any, names ...string) (any, bool) {
	for len(names) > 1 {
		claims, _ = claims[names[0]].(map[string]any)
		names = names[1:]
	}
	claim, ok := claims[names[0]]
	return claim, ok
}";

const SCOPES: &str = "
// hasScopes says whether all of these are scopes of the token, which stand in a string with spaces or in an array.
func hasScopes(claims jwt.MapClaims, all ...string) bool {
	isSpace := func(it rune) bool { return strings.ContainsRune(\" \\t\\n\\f\\r\", it) }
	var found []string
	for _, name := range []string{\"scope\", \"scp\"} {
		switch value := claims[name].(type) {
		case string:
			found = append(found, strings.FieldsFunc(value, isSpace)...)
		case []any:
			for _, scope := range value {
				if text, ok := scope.(string); ok {
					found = append(found, strings.FieldsFunc(text, isSpace)...)
				}
			}
		}
	}
	for _, scope := range all {
		if !slices.Contains(found, scope) {
			return false
		}
	}
	return true
}";

const LIFETIME: &str = "
// lifetime is the time from iat, or nbf, to exp in seconds. Without them it has no end.
func lifetime(claims jwt.MapClaims) float64 {
	end, _ := claims.GetExpirationTime()
	start, _ := claims.GetIssuedAt()
	if start == nil {
		start, _ = claims.GetNotBefore()
	}
	if start == nil || end == nil {
		return math.Inf(1)
	}
	return end.Sub(start.Time).Seconds()
}";

#[cfg(test)]
mod tests {
    #[test]
    fn writes_its_code() {
        crate::code::cited::tests::check(&super::LIBRARY, &expect_test::expect_file!["written/golang_jwt.txt"]);
    }
}
