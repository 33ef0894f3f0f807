//! JJWT 0.12.7. It was run once, with 0.12.7 and 0.13.0 built from their source: no registry that the tests use has it.
//!
//! Written from the README ("JWT Read", "Key Locator", "Clock Skew", "Read a JWK Set") and the documentation comments of
//! `JwtParserBuilder`, `Claims`, `Header`, `Locator`, `JwkSet` and `CollectionMutator`.

use super::java::{self, HAS, HAS_SCOPES, SECRET, literal, message, refuse};
use super::quoted::java as quoted;
use super::{KeyFamily, block, listed_as, names_of, of_claim, section, types_in_small_letters};
use crate::code::{CodeInput, CodeWriter, KeyPlace, Library};
use crate::{ClaimDemand, ExpectationKind, Expectations, ExpectedValue};

pub(crate) const LIBRARY: Library = Library {
    id: "jjwt",
    name: "JJWT (Java)",
    version: "0.12.7",
    reference: "https://github.com/jwtk/jjwt/blob/0.12.7/README.adoc",
    comment: "//",
    write,
};

/// README, "JWS": the algorithms of the registry `Jwts.SIG`.
const ALGORITHMS: [&str; 13] = [
    "HS256", "HS384", "HS512", "RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "EdDSA",
];

fn write(input: &CodeInput, code: &mut CodeWriter) {
    let expected = input.expectations;
    block(code, "/** Once, when the service starts. */\nstatic JwtParser newParser() throws Exception {");
    keys(input, code);
    code.line("    return Jwts.parser()");
    options(input, code);
    code.line("}");
    section(code, "static Claims verified(String token, JwtParser parser) {");
    // `parseSignedClaims`: refuses a token that is not signed.
    code.line_for(&ExpectationKind::Signature, "    Jws<Claims> jws = parser.parseSignedClaims(token);");
    code.line("    Claims claims = jws.getPayload();");
    own_checks(expected, code);
    block(code, "    return claims;\n}");
    if expected.claims.iter().any(|demand| demand.value.is_some()) {
        section(code, HAS);
    }
    java::inside(expected, code);
    if !expected.scopes.is_empty() {
        section(code, HAS_SCOPES);
    }
    notes(input, code);
}

fn keys(input: &CodeInput, code: &mut CodeWriter) {
    match &input.keys {
        KeyPlace::JwkSet(address) => {
            block(code, "    JwkSet keys;");
            code.line(format!("    try (InputStream json = URI.create({}).toURL().openStream()) {{", quoted(address)));
            block(code, "        keys = Jwks.setParser().build().parse(json);\n    }");
        }
        KeyPlace::Secret => block(code, SECRET),
        KeyPlace::PublicKey => java::public_key(
            code,
            match KeyFamily::of_public_key(input.expectations) {
                KeyFamily::Elliptic => "EC",
                KeyFamily::Edwards => "EdDSA",
                KeyFamily::Rsa | KeyFamily::Secret => "RSA",
            },
        ),
    }
}

fn known_algorithms(expected: &Expectations) -> Vec<&str> {
    expected.algorithms.iter().map(String::as_str).filter(|name| ALGORITHMS.contains(name)).collect()
}

fn options(input: &CodeInput, code: &mut CodeWriter) {
    let expected = input.expectations;
    match input.keys {
        // `Locator.locate(Header)`: the key for a token. A key that is not found refuses it.
        KeyPlace::JwkSet(_) => block(
            code,
            "        .keyLocator(header -> keys.getKeys().stream()\n            .filter(jwk -> jwk.getId() != null && jwk.getId().equals(header.get(\"kid\")))\n            .findFirst().<Key>map(jwk -> jwk.toKey()).orElse(null))",
        ),
        KeyPlace::Secret => {
            code.line("        .verifyWith(Keys.hmacShaKeyFor(secret.getBytes(StandardCharsets.UTF_8)))");
        }
        KeyPlace::PublicKey => code.line("        .verifyWith(key)"),
    }
    // `sig()`: all algorithms of the registry by default; what is left after `clear()` and `add` is taken alone.
    let algorithms = known_algorithms(expected);
    if !expected.algorithms.is_empty() {
        let added: String = algorithms.iter().map(|name| format!(".add(Jwts.SIG.{name})")).collect();
        code.line_for(&ExpectationKind::Algorithm, format!("        .sig().clear(){added}.and()"));
    }
    // `requireIssuer`: one issuer.
    if let [issuer] = expected.issuers.as_slice() {
        code.line_for(&ExpectationKind::Issuer, format!("        .requireIssuer({})", quoted(issuer)));
    }
    // `requireAudience`: `aud` contains it. Called twice, it demands both.
    if let [audience] = expected.audiences.as_slice() {
        code.line_for(&ExpectationKind::Audience, format!("        .requireAudience({})", quoted(audience)));
    }
    // `clockSkewSeconds`: for `exp` and `nbf`; 0 by default.
    code.line_for(&ExpectationKind::Time, format!("        .clockSkewSeconds({}L)", expected.leeway));
    code.line("        .build();");
}

fn own_checks(expected: &Expectations, code: &mut CodeWriter) {
    const EXCEPTION: &str = "JwtException";
    if expected.issuers.len() > 1 {
        // `List.of` knows no null, not even to look for it.
        let issuers = listed_as(&expected.issuers, quoted);
        let condition = format!("claims.getIssuer() == null || !List.of({issuers}).contains(claims.getIssuer())");
        refuse(code, &ExpectationKind::Issuer, &condition, EXCEPTION, "the issuer differs");
    }
    if expected.audiences.len() > 1 {
        let audiences = listed_as(&expected.audiences, quoted);
        let condition =
            format!("claims.getAudience() == null || Collections.disjoint(claims.getAudience(), List.of({audiences}))");
        refuse(code, &ExpectationKind::Audience, &condition, EXCEPTION, "the audience differs");
    }
    if !expected.types.is_empty() {
        let types = listed_as(&types_in_small_letters(expected), quoted);
        let said = "jws.getHeader().getType()";
        let condition = format!("{said} == null || !List.of({types}).contains({said}.toLowerCase(Locale.ROOT))");
        refuse(code, &ExpectationKind::Type, &condition, EXCEPTION, "the type differs");
    }
    for demand in &expected.claims {
        let name = quoted(&demand.name);
        let names = code.names_to(demand);
        let condition = match &demand.value {
            value if names.len() > 1 => java::is_not_inside("claims", &names, value.as_ref()),
            None => format!("!claims.containsKey({name})"),
            Some(value) => format!("!claims.containsKey({name}) || !has(claims.get({name}), {})", literal(value)),
        };
        refuse(code, &of_claim(demand), &condition, EXCEPTION, &message(demand));
    }
    if !expected.scopes.is_empty() {
        let scopes = listed_as(&expected.scopes, quoted);
        let condition = format!("!hasScopes(List.of({scopes}), claims.get(\"scope\"), claims.get(\"scp\"))");
        refuse(code, &ExpectationKind::Scope, &condition, EXCEPTION, "a scope is missing");
    }
    if let Some(longest) = expected.longest_lifetime {
        block(
            code,
            "    Date start = claims.getIssuedAt() != null ? claims.getIssuedAt() : claims.getNotBefore();\n    Date end = claims.getExpiration();",
        );
        let condition =
            format!("start == null || end == null || (end.getTime() - start.getTime()) / 1000 > {longest}L");
        refuse(code, &ExpectationKind::Lifetime, &condition, EXCEPTION, "it lives too long");
    }
}

fn notes(input: &CodeInput, code: &mut CodeWriter) {
    let expected = input.expectations;
    if matches!(input.keys, KeyPlace::JwkSet(_)) {
        code.note(
            "JJWT does not fetch keys: these lines read the JWK Set once, so read it again when a `kid` is not in it.",
        );
        code.note("These lines refuse a token without `kid`.");
    }
    if !expected.types.is_empty() {
        code.note("JJWT does not check `typ`: the lines after `parseSignedClaims` do.");
    }
    if !super::demands(expected, "exp") {
        code.note("JJWT takes a token without `exp`: add the claim `exp` to what is expected to refuse it.");
    }
    if expected.algorithms.is_empty() {
        code.note("JJWT takes each algorithm that suits the key where none is named: name the algorithms.");
    }
    code.note("To JJWT, a claim that is `null` is missing, and so is a registered one that is empty, `exp` too. It reads a text in `exp` and `nbf` as a time.");
    let is_null = |demand: &&ClaimDemand| demand.value == Some(ExpectedValue::Null) && !code.is_inside(demand);
    let nulls: Vec<&str> = expected.claims.iter().filter(is_null).map(|demand| demand.name.as_str()).collect();
    if !nulls.is_empty() {
        code.note(format!("So the line on {} refuses each token.", names_of(nulls)));
    }
    code.note("JJWT also refuses a token with a name twice, or with `cty` or `crit` in its header.");
    code.note("JJWT also refuses a token whose `iss`, `sub` or `jti` is no text, whose `aud` holds anything but texts, or whose `iat` is no time.");
    super::notes_on_own_lines(expected, code);
    let unknown = expected.algorithms.iter().map(String::as_str).filter(|name| !ALGORITHMS.contains(name));
    let unknown: Vec<&str> = unknown.collect();
    if !unknown.is_empty() {
        code.note(format!("`Jwts.SIG` does not have {}.", names_of(unknown)));
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn writes_its_code() {
        crate::code::cited::tests::check(&super::LIBRARY, &expect_test::expect_file!["written/jjwt.txt"]);
    }
}
