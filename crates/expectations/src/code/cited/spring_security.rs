//! Spring Security 6.5, as a resource server. It cannot be run here.
//!
//! Written from the reference, "OAuth 2.0 Resource Server JWT" ("Trusting a Single Symmetric Key", "Configuring Validation",
//! "Configuring Authorization"), and the documentation comments of `NimbusJwtDecoder`, `JwtTimestampValidator`,
//! `JwtIssuerValidator`, `JwtAudienceValidator`, `JwtTypeValidator`, `RsaKeyConverters` and `OAuth2AuthorizationManagers`, and
//! from the source of `JwtClaimValidator` and `MappedJwtClaimSetConverter`, all of 6.5.9.

use super::java::{self, HAS, SECRET, literal};
use super::quoted::java as quoted;
use super::{KeyFamily, block, listed_as, of_claim, section, types_in_small_letters};
use crate::code::{CodeInput, CodeWriter, KeyPlace, Library};
use crate::{ClaimDemand, ExpectationKind, Expectations, ExpectedValue};

pub(crate) const LIBRARY: Library = Library {
    id: "spring-security",
    name: "Spring Security (resource server)",
    version: "6.5",
    reference: "https://docs.spring.io/spring-security/reference/6.5/servlet/oauth2/resource-server/jwt.html",
    comment: "//",
    write,
};

fn write(input: &CodeInput, code: &mut CodeWriter) {
    let expected = input.expectations;
    block(code, "@Bean\nJwtDecoder jwtDecoder() throws IOException {");
    decoder(input, code);
    if super::demands(expected, "iat") || expected.longest_lifetime.is_some() {
        block(code, OWN_IAT);
    }
    section(code, "    List<OAuth2TokenValidator<Jwt>> expected = new ArrayList<>();");
    validators(expected, code);
    block(code, "    decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(expected));\n    return decoder;\n}");
    section(code, "@Bean\nSecurityFilterChain api(HttpSecurity http) throws Exception {\n    return http");
    scopes(expected, code);
    block(code, "        .oauth2ResourceServer(server -> server.jwt(Customizer.withDefaults()))\n        .build();\n}");
    let is_own = |demand: &ClaimDemand| demand.value == Some(ExpectedValue::Null) || code.is_inside(demand);
    let has_own = expected.claims.iter().any(is_own);
    if expected.issuers.len() > 1 || expected.audiences.len() > 1 || has_own || expected.longest_lifetime.is_some() {
        section(code, REQUIRE);
    }
    if expected.longest_lifetime.is_some() {
        section(code, LIFETIME);
    }
    if expected.claims.iter().any(|demand| demand.value.is_some()) {
        section(code, HAS);
    }
    java::inside(expected, code);
    notes(input, code);
}

/// An algorithm that is a constant of `SignatureAlgorithm` or `MacAlgorithm`.
fn constants<'e>(expected: &'e Expectations, keys: &KeyPlace) -> Vec<&'e str> {
    let is_of_key = |name: &&str| match KeyFamily::of(name) {
        Some(KeyFamily::Secret) => *keys == KeyPlace::Secret,
        Some(KeyFamily::Rsa) => *keys != KeyPlace::Secret,
        Some(KeyFamily::Elliptic) => matches!(keys, KeyPlace::JwkSet(_)) && *name != "ES256K",
        Some(KeyFamily::Edwards) | None => false,
    };
    expected.algorithms.iter().map(String::as_str).filter(is_of_key).collect()
}

fn decoder(input: &CodeInput, code: &mut CodeWriter) {
    let algorithms = constants(input.expectations, &input.keys);
    let (key, class, method) = match &input.keys {
        KeyPlace::JwkSet(address) => {
            (format!("withJwkSetUri({})", quoted(address)), "SignatureAlgorithm", "jwsAlgorithm")
        }
        KeyPlace::Secret => {
            block(code, SECRET);
            block(code, "    SecretKey key = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), \"HMAC\");");
            ("withSecretKey(key)".to_owned(), "MacAlgorithm", "macAlgorithm")
        }
        KeyPlace::PublicKey => {
            block(
                code,
                "    RSAPublicKey key = RsaKeyConverters.x509().convert(Files.newInputStream(Path.of(\"public-key.pem\")));",
            );
            ("withPublicKey(key)".to_owned(), "SignatureAlgorithm", "signatureAlgorithm")
        }
    };
    let line = format!("    NimbusJwtDecoder decoder = NimbusJwtDecoder.{key}");
    code.line_for(&ExpectationKind::Signature, line);
    // `macAlgorithm` and `signatureAlgorithm` take one; `jwsAlgorithm` appends to the set.
    let taken = if matches!(input.keys, KeyPlace::JwkSet(_)) { usize::MAX } else { 1 };
    for name in algorithms.iter().take(taken) {
        code.line_for(&ExpectationKind::Algorithm, format!("        .{method}({class}.{name})"));
    }
    // `validateType`: true by default in 6.5, which refuses each `typ` but `JWT`.
    block(code, "        .validateType(false)\n        .build();");
}

fn validators(expected: &Expectations, code: &mut CodeWriter) {
    let add = |code: &mut CodeWriter, kind: &ExpectationKind, validator: String| {
        code.line_for(kind, format!("    expected.add({validator});"));
    };
    // "By default, Resource Server configures a clock skew of 60 seconds."
    add(code, &ExpectationKind::Time, format!("new JwtTimestampValidator(Duration.ofSeconds({}L))", expected.leeway));
    match expected.issuers.as_slice() {
        [] => {}
        [issuer] => add(code, &ExpectationKind::Issuer, format!("new JwtIssuerValidator({})", quoted(issuer))),
        several => {
            // `List.of` knows no null, not even to look for it.
            let issuers = listed_as(several, quoted);
            let said = "jwt.getClaimAsString(\"iss\")";
            let condition = format!("{said} != null && List.of({issuers}).contains({said})");
            add(code, &ExpectationKind::Issuer, format!("require(jwt -> {condition})"));
        }
    }
    match expected.audiences.as_slice() {
        [] => {}
        [audience] => add(code, &ExpectationKind::Audience, format!("new JwtAudienceValidator({})", quoted(audience))),
        several => {
            let audiences = listed_as(several, quoted);
            let condition =
                format!("jwt.getAudience() != null && !Collections.disjoint(jwt.getAudience(), List.of({audiences}))");
            add(code, &ExpectationKind::Audience, format!("require(jwt -> {condition})"));
        }
    }
    if !expected.types.is_empty() {
        // It ignores upper and lower case.
        let types = listed_as(&types_in_small_letters(expected), quoted);
        add(code, &ExpectationKind::Type, format!("new JwtTypeValidator({types})"));
    }
    for demand in &expected.claims {
        let name = quoted(&demand.name);
        let validator = match &demand.value {
            value if code.is_inside(demand) => {
                let names = code.names_to(demand);
                format!("require(jwt -> {})", java::is_inside("jwt.getClaims()", &names, value.as_ref()))
            }
            // `JwtClaimValidator` gives null to the test for a claim that is missing.
            None => format!("new JwtClaimValidator<>({name}, value -> value != null)"),
            Some(ExpectedValue::Null) => {
                format!("require(jwt -> jwt.hasClaim({name}) && has(jwt.getClaim({name}), null))")
            }
            Some(value) => format!("new JwtClaimValidator<>({name}, value -> has(value, {}))", literal(value)),
        };
        add(code, &of_claim(demand), validator);
    }
    if let Some(longest) = expected.longest_lifetime {
        add(code, &ExpectationKind::Lifetime, format!("require(jwt -> lifetime(jwt) <= {longest}L)"));
    }
}

/// "Configuring Authorization": each scope of `scope` or `scp`.
fn scopes(expected: &Expectations, code: &mut CodeWriter) {
    if expected.scopes.is_empty() {
        code.line("        .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())");
    } else {
        let scope = |scope: &str| format!("OAuth2AuthorizationManagers.hasScope({})", quoted(scope));
        let scopes = listed_as(&expected.scopes, scope);
        code.line(
            "        .authorizeHttpRequests(requests -> requests.anyRequest().access(AuthorizationManagers.allOf(",
        );
        code.line_for(&ExpectationKind::Scope, format!("            {scopes}"));
        code.line("        )))");
    }
}

fn notes(input: &CodeInput, code: &mut CodeWriter) {
    let expected = input.expectations;
    if !super::demands(expected, "exp") {
        code.note("Spring Security takes a token without `exp`: add the claim `exp` to what is expected to refuse it.");
    }
    if !expected.scopes.is_empty() {
        code.note("A missing scope is answered with 403 by the filter chain, everything else with 401 by the decoder.");
    }
    if super::demands(expected, "iat") || expected.longest_lifetime.is_some() {
        code.note("Where a token has `exp` and no `iat`, Spring Security puts the second before `exp` in its place: `setClaimSetConverter` takes it out again.");
    }
    if expected.claims.iter().any(|demand| demand.value.is_none() && !code.is_inside(demand)) {
        code.note("A claim that is `null` is missing to these lines.");
    }
    super::notes_on_own_lines(expected, code);
    let is_rsa = KeyFamily::of_public_key(expected) == KeyFamily::Rsa;
    if input.keys == KeyPlace::PublicKey && !is_rsa {
        code.note(
            "`NimbusJwtDecoder.withPublicKey` takes RSA keys alone: give the key to Spring Security as a JWK Set.",
        );
    }
    let written = constants(expected, &input.keys).len();
    if written > 1 && !matches!(input.keys, KeyPlace::JwkSet(_)) {
        code.note("With a single key, Spring Security takes one algorithm: the first of yours stands here.");
    }
    if written == 0 {
        let usual = if input.keys == KeyPlace::Secret { "HS256" } else { "RS256" };
        code.note(format!("Spring Security takes {usual} alone where no other algorithm is named."));
    }
    if written < expected.algorithms.len() {
        code.note("Some of the algorithms do not suit this kind of key, or are not among those of Spring Security: they are left out.");
    }
}

const REQUIRE: &str = "
static OAuth2TokenValidator<Jwt> require(Predicate<Jwt> isMet) {
    return jwt -> isMet.test(jwt) ? OAuth2TokenValidatorResult.success()
        : OAuth2TokenValidatorResult.failure(new OAuth2Error(OAuth2ErrorCodes.INVALID_TOKEN));
}";

/// Where there is no `iat`, `MappedJwtClaimSetConverter` puts the second before `exp` in its place.
const OWN_IAT: &str = "
    decoder.setClaimSetConverter(claims -> {
        Map<String, Object> converted = MappedJwtClaimSetConverter.withDefaults(Map.of()).convert(claims);
        if (claims.get(\"iat\") == null) {
            converted.remove(\"iat\");
        }
        return converted;
    });";

const LIFETIME: &str = "
/** From iat, or nbf, to exp in seconds. Without them it has no end. */
static long lifetime(Jwt jwt) {
    Instant end = jwt.getExpiresAt();
    Instant start = jwt.getIssuedAt() != null ? jwt.getIssuedAt() : jwt.getNotBefore();
    return start == null || end == null ? Long.MAX_VALUE : Duration.between(start, end).getSeconds();
}";

#[cfg(test)]
mod tests {
    #[test]
    fn writes_its_code() {
        crate::code::cited::tests::check(&super::LIBRARY, &expect_test::expect_file!["written/spring_security.txt"]);
    }
}
