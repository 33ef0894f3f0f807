//! java-jwt 4.6.0, with jwks-rsa 0.24.1 for a JWK Set. It was run once, both built from their source: no registry that the
//! tests use has them.
//!
//! Written from the README ("Verify a JWT", the table of algorithms), `EXAMPLES.md` and the documentation comments of
//! `Verification`, `Claim`, `DecodedJWT` and `Algorithm`; and from the README of jwks-rsa and `JwkProviderBuilder`.

use super::java::{self, HAS, HAS_SCOPES, SECRET, literal, refuse};
use super::quoted::java as quoted;
use super::{KeyFamily, block, listed_as, names_of, of_claim, section, types_in_small_letters};
use crate::code::{CodeInput, CodeWriter, KeyPlace, Library};
use crate::{ExpectationKind, Expectations};

pub(crate) const LIBRARY: Library = Library {
    id: "java-jwt",
    name: "java-jwt (Auth0)",
    version: "4.6.0",
    reference: "https://javadoc.io/doc/com.auth0/java-jwt/4.6.0",
    comment: "//",
    write,
};

/// README, the table of algorithms: the name in the header, and the method of `Algorithm`.
const ALGORITHMS: [(&str, &str); 12] = [
    ("HS256", "HMAC256"),
    ("HS384", "HMAC384"),
    ("HS512", "HMAC512"),
    ("RS256", "RSA256"),
    ("RS384", "RSA384"),
    ("RS512", "RSA512"),
    ("PS256", "RSA256PSS"),
    ("PS384", "RSA384PSS"),
    ("PS512", "RSA512PSS"),
    ("ES256", "ECDSA256"),
    ("ES384", "ECDSA384"),
    ("ES512", "ECDSA512"),
];

fn method_of(algorithm: &str) -> Option<&'static str> {
    ALGORITHMS.iter().find(|(name, _)| *name == algorithm).map(|(_, method)| *method)
}

fn write(input: &CodeInput, code: &mut CodeWriter) {
    let expected = input.expectations;
    code.line("/** Once, when the service starts. */");
    keys(input, code);
    let key = match input.keys {
        KeyPlace::JwkSet(_) => "JwkProvider keys",
        KeyPlace::Secret => "String secret",
        KeyPlace::PublicKey => "PublicKey key",
    };
    section(code, &format!("static DecodedJWT verified(String token, {key}) throws Exception {{"));
    algorithm(input, code);
    // `JWT.require`: the algorithm of the header has to be this one.
    code.line_for(&ExpectationKind::Signature, "    Verification expected = JWT.require(algorithm)");
    options(expected, code);
    code.line("    DecodedJWT jwt = expected.build().verify(token);");
    own_checks(expected, code);
    block(code, "    return jwt;\n}");
    if expected.claims.iter().any(|demand| demand.value.is_some()) {
        section(code, HAS);
    }
    java::inside(expected, code);
    if !expected.scopes.is_empty() {
        section(code, HAS_SCOPES);
    }
    notes(expected, code);
}

fn keys(input: &CodeInput, code: &mut CodeWriter) {
    match &input.keys {
        // `JwkProviderBuilder(URL)`; the constructor that takes a string adds `/.well-known/jwks.json` to a domain.
        KeyPlace::JwkSet(address) => {
            block(code, "static JwkProvider newKeys() throws Exception {");
            let address = quoted(address);
            code.line(format!("    return new JwkProviderBuilder(URI.create({address}).toURL())"));
            block(
                code,
                "        .cached(10, 24, TimeUnit.HOURS)\n        .rateLimited(10, 1, TimeUnit.MINUTES)\n        .build();\n}",
            );
        }
        KeyPlace::Secret => {
            code.line("static String newSecret() {");
            block(code, SECRET);
            block(code, "    return secret;\n}");
        }
        KeyPlace::PublicKey => {
            code.line("static PublicKey newKey() throws Exception {");
            let is_elliptic = KeyFamily::of_public_key(input.expectations) == KeyFamily::Elliptic;
            java::public_key(code, if is_elliptic { "EC" } else { "RSA" });
            block(code, "    return key;\n}");
        }
    }
}

/// `Algorithm` for each that is expected.
fn algorithm(input: &CodeInput, code: &mut CodeWriter) {
    let usual = if input.keys == KeyPlace::Secret { "HS256" } else { "RS256" };
    let known: Vec<(&str, &str)> = input
        .expectations
        .algorithms
        .iter()
        .filter_map(|name| Some((name.as_str(), method_of(name)?)))
        .filter(|(name, _)| (KeyFamily::of(name) == Some(KeyFamily::Secret)) == (input.keys == KeyPlace::Secret))
        .collect();
    if matches!(input.keys, KeyPlace::JwkSet(_)) {
        code.line("    PublicKey key = keys.get(JWT.decode(token).getKeyId()).getPublicKey();");
    }
    let made = |name: &str, method: &str| match KeyFamily::of(name) {
        Some(KeyFamily::Secret) => format!("Algorithm.{method}(secret)"),
        Some(KeyFamily::Elliptic) => format!("Algorithm.{method}((ECPublicKey) key, null)"),
        _ => format!("Algorithm.{method}((RSAPublicKey) key, null)"),
    };
    if known.is_empty() && !input.expectations.algorithms.is_empty() {
        let names = listed_as(&input.expectations.algorithms, quoted);
        let condition = format!("!List.of({names}).contains(String.valueOf(JWT.decode(token).getAlgorithm()))");
        refuse(code, &ExpectationKind::Algorithm, &condition, EXCEPTION, "the algorithm differs");
    }
    let first = known.first().copied().or_else(|| Some((usual, method_of(usual)?)));
    if let (Some((name, method)), true) = (first, known.len() < 2) {
        let line = format!("    Algorithm algorithm = {};", made(name, method));
        code.line_for(&ExpectationKind::Algorithm, line);
        if input.expectations.algorithms.is_empty() {
            code.note(format!("java-jwt needs one algorithm: {usual} stands here until you name yours."));
        }
    } else {
        code.line_for(
            &ExpectationKind::Algorithm,
            "    Algorithm algorithm = switch (String.valueOf(JWT.decode(token).getAlgorithm())) {",
        );
        for (name, method) in known {
            code.line(format!("        case {} -> {};", quoted(name), made(name, method)));
        }
        block(
            code,
            "        default -> throw new JWTVerificationException(\"the algorithm is not one of these\");\n    };",
        );
    }
}

/// Claims that java-jwt checks, and takes as missing where they are null.
const TIMES: [&str; 2] = ["exp", "nbf"];

fn options(expected: &Expectations, code: &mut CodeWriter) {
    // `withIssuer`: "the claim must at least match one of them".
    if !expected.issuers.is_empty() {
        let issuers = listed_as(&expected.issuers, quoted);
        code.line_for(&ExpectationKind::Issuer, format!("        .withIssuer({issuers})"));
    }
    // `withAnyOfAudience`: "at least one of the specified audiences"; `withAudience` demands all of them.
    if !expected.audiences.is_empty() {
        let audiences = listed_as(&expected.audiences, quoted);
        code.line_for(&ExpectationKind::Audience, format!("        .withAnyOfAudience({audiences})"));
    }
    for demand in &expected.claims {
        let names = code.names_to(demand);
        if let [first, others @ ..] = names.as_slice()
            && !others.is_empty()
        {
            let condition = java::is_inside("claim.as(Object.class)", others, demand.value.as_ref());
            let line = format!("        .withClaim({}, (claim, jwt) -> {condition})", quoted(first));
            code.line_for(&of_claim(demand), line);
            continue;
        }
        let name = quoted(&demand.name);
        let line = match &demand.value {
            // Where it is null, there is none.
            None if TIMES.contains(&demand.name.as_str()) => {
                format!("        .withClaim({name}, (claim, jwt) -> !claim.isNull())")
            }
            // `withClaimPresence`: "with any value including null".
            None => format!("        .withClaimPresence({name})"),
            Some(value) => {
                format!("        .withClaim({name}, (claim, jwt) -> has(claim.as(Object.class), {}))", literal(value))
            }
        };
        code.line_for(&of_claim(demand), line);
    }
    // `acceptLeeway`: for `exp`, `nbf` and `iat`; 0 by default.
    code.line_for(&ExpectationKind::Time, format!("        .acceptLeeway({}L);", expected.leeway));
}

const EXCEPTION: &str = "JWTVerificationException";

fn own_checks(expected: &Expectations, code: &mut CodeWriter) {
    if !expected.types.is_empty() {
        let types = listed_as(&types_in_small_letters(expected), quoted);
        let condition =
            format!("jwt.getType() == null || !List.of({types}).contains(jwt.getType().toLowerCase(Locale.ROOT))");
        refuse(code, &ExpectationKind::Type, &condition, EXCEPTION, "the type differs");
    }
    if !expected.scopes.is_empty() {
        let scopes = listed_as(&expected.scopes, quoted);
        let claims = "jwt.getClaim(\"scope\").as(Object.class), jwt.getClaim(\"scp\").as(Object.class)";
        let condition = format!("!hasScopes(List.of({scopes}), {claims})");
        refuse(code, &ExpectationKind::Scope, &condition, EXCEPTION, "a scope is missing");
    }
    if let Some(longest) = expected.longest_lifetime {
        block(
            code,
            "    Instant start = jwt.getIssuedAtAsInstant() != null ? jwt.getIssuedAtAsInstant() : jwt.getNotBeforeAsInstant();\n    Instant end = jwt.getExpiresAtAsInstant();",
        );
        let condition =
            format!("start == null || end == null || Duration.between(start, end).getSeconds() > {longest}L");
        refuse(code, &ExpectationKind::Lifetime, &condition, EXCEPTION, "it lives too long");
    }
}

fn notes(expected: &Expectations, code: &mut CodeWriter) {
    if !expected.types.is_empty() {
        code.note("java-jwt does not check `typ`: the lines after `verify` do.");
    }
    if !expected.claims.iter().any(|demand| demand.name == "exp") {
        code.note("java-jwt takes a token without `exp`: add the claim `exp` to what is expected to refuse it.");
    }
    code.note("java-jwt also refuses a token whose `iat` is no number or lies in the future; `ignoreIssuedAt()` turns the latter off.");
    code.note("java-jwt takes `exp` and `nbf` that are `null` as missing.");
    if !expected.audiences.is_empty() {
        code.note("java-jwt reads a number in the array `aud` as a text.");
    }
    super::notes_on_own_lines(expected, code);
    let unknown = expected.algorithms.iter().filter(|name| method_of(name).is_none()).map(String::as_str);
    let unknown: Vec<&str> = unknown.collect();
    if !unknown.is_empty() {
        code.note(format!("java-jwt does not have {}.", names_of(unknown)));
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn writes_its_code() {
        crate::code::cited::tests::check(&super::LIBRARY, &expect_test::expect_file!["written/java_jwt.txt"]);
    }
}
