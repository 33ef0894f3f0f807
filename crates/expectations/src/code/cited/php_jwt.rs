//! firebase/php-jwt 6.11. It cannot be run here.
//!
//! Written from the README ("Example", "Using JWKs", "Using Cached Key Sets") and from `JWT::decode` and
//! `JWT::$supported_algs` in `src/JWT.php`, both of 6.11.1.

use super::quoted::php;
use super::{block, demands, listed_as, names_of, of_claim, plain_number, section, types_in_small_letters};
use crate::code::{CodeInput, CodeWriter, KeyPlace, Library};
use crate::{ExpectationKind, Expectations, ExpectedValue};

pub(crate) const LIBRARY: Library = Library {
    id: "php-jwt",
    name: "firebase/php-jwt (PHP)",
    version: "6.11",
    reference: "https://github.com/firebase/php-jwt/blob/v6.11.1/README.md",
    comment: "//",
    write,
};

/// `JWT::$supported_algs`.
const ALGORITHMS: [&str; 10] =
    ["ES384", "ES256", "ES256K", "HS256", "HS384", "HS512", "RS256", "RS384", "RS512", "EdDSA"];

fn write(input: &CodeInput, code: &mut CodeWriter) {
    let expected = input.expectations;
    let keys_class = if matches!(input.keys, KeyPlace::JwkSet(_)) { "CachedKeySet" } else { "Key" };
    code.line(format!("use Firebase\\JWT\\{{JWT, {keys_class}}};"));
    code.line("");
    // `JWT::$leeway`: for `exp`, `nbf`, and `iat` where there is no `nbf`; 0 by default.
    code.line_for(&ExpectationKind::Time, format!("JWT::$leeway = {};", expected.leeway));
    keys(input, code);
    code.line("");
    code.line("$headers = new stdClass();");
    code.line_for(&ExpectationKind::Signature, "$claims = JWT::decode($token, $keys, $headers);");
    own_checks(input, code);
    if !expected.scopes.is_empty() {
        section(code, SCOPES);
    }
    notes(input, code);
}

fn keys(input: &CodeInput, code: &mut CodeWriter) {
    let usual = if input.keys == KeyPlace::Secret { "HS256" } else { "RS256" };
    let algorithm = php(input.expectations.algorithms.first().map_or(usual, String::as_str));
    match &input.keys {
        KeyPlace::JwkSet(address) => {
            block(code, "$keys = new CachedKeySet(");
            code.line(format!("    {},", php(address)));
            block(
                code,
                "    new GuzzleHttp\\Client(),\n    new GuzzleHttp\\Psr7\\HttpFactory(),\n    Phpfastcache\\CacheManager::getInstance('files'),\n    null,  // how long the keys are kept\n    true,  // not more than ten requests a second for unknown keys",
            );
            code.line(format!("    {algorithm},  // for keys that do not name their algorithm"));
            code.line(");");
        }
        KeyPlace::Secret => {
            block(
                code,
                "$secret = getenv('JWT_SECRET');\nif ($secret === false || $secret === '') {\n    throw new LogicException('JWT_SECRET is not set');\n}",
            );
            // `Key`: the algorithm of the header has to be that of the key.
            code.line_for(&ExpectationKind::Algorithm, format!("$keys = new Key($secret, {algorithm});"));
        }
        KeyPlace::PublicKey => {
            let line = format!("$keys = new Key(file_get_contents('public-key.pem'), {algorithm});");
            code.line_for(&ExpectationKind::Algorithm, line);
        }
    }
    if input.expectations.algorithms.is_empty() {
        code.note(format!("php-jwt needs an algorithm for each key: {usual} stands here until you name yours."));
    }
}

fn own_checks(input: &CodeInput, code: &mut CodeWriter) {
    let expected = input.expectations;
    let mut refuse = |kind: &ExpectationKind, condition: String, message: &str| {
        code.line_for(kind, format!("if ({condition}) {{"));
        code.line(format!("    throw new UnexpectedValueException({});", php(message)));
        code.line("}");
    };
    let one_of = |texts: &[String], said: &str| format!("!in_array({said}, [{}], true)", listed_as(texts, php));
    // Each key of a set brings its own algorithm.
    if matches!(input.keys, KeyPlace::JwkSet(_)) && !expected.algorithms.is_empty() {
        refuse(&ExpectationKind::Algorithm, one_of(&expected.algorithms, "$headers->alg"), "the algorithm differs");
    }
    if !expected.issuers.is_empty() {
        refuse(&ExpectationKind::Issuer, one_of(&expected.issuers, "$claims->iss ?? null"), "the issuer differs");
    }
    if !expected.audiences.is_empty() {
        let audiences = listed_as(&expected.audiences, php);
        let condition =
            format!("!array_intersect([{audiences}], array_filter((array) ($claims->aud ?? []), 'is_string'))");
        refuse(&ExpectationKind::Audience, condition, "the audience differs");
    }
    if !expected.types.is_empty() {
        let said = "is_string($headers->typ ?? null) ? strtolower($headers->typ) : null";
        refuse(&ExpectationKind::Type, one_of(&types_in_small_letters(expected), said), "the type differs");
    }
    for demand in &expected.claims {
        let name = php(&demand.name);
        let is_missing = format!("!property_exists($claims, {name})");
        let message = if demand.value.is_some() { "differs" } else { "is missing" };
        let condition = match &demand.value {
            None => is_missing,
            Some(value) => {
                let claim = format!("$claims->{{{name}}}");
                let said = format!("is_array({claim}) ? {claim} : [{claim}]");
                format!("{is_missing} || !in_array({}, {said}, true)", literal(value))
            }
        };
        refuse(&of_claim(demand), condition, &format!("{} {message}", demand.name));
    }
    if !expected.scopes.is_empty() {
        let condition = format!("array_diff([{}], scopes($claims))", listed_as(&expected.scopes, php));
        refuse(&ExpectationKind::Scope, condition, "a scope is missing");
    }
    if let Some(longest) = expected.longest_lifetime {
        let start = "$claims->iat ?? $claims->nbf ?? null";
        let condition = format!("({start}) === null || !isset($claims->exp) || $claims->exp - ({start}) > {longest}");
        refuse(&ExpectationKind::Lifetime, condition, "it lives too long");
    }
}

fn literal(value: &ExpectedValue) -> String {
    match value {
        ExpectedValue::Text(text) => php(text),
        ExpectedValue::Number(number) => plain_number(number).map_or_else(|| php(number), str::to_owned),
        ExpectedValue::Boolean(is_so) => is_so.to_string(),
        ExpectedValue::Null => "null".to_owned(),
    }
}

fn notes(input: &CodeInput, code: &mut CodeWriter) {
    let expected = input.expectations;
    let Expectations { issuers, audiences, types, claims, scopes, longest_lifetime, .. } = expected;
    let texts = [issuers, audiences, types, scopes];
    if !claims.is_empty() || longest_lifetime.is_some() || texts.iter().any(|texts| !texts.is_empty()) {
        code.note("php-jwt checks the signature, `exp` and `nbf` alone: the lines after `decode` check the rest.");
    }
    code.note("Where there is no `nbf`, php-jwt also refuses a token whose `iat` lies in the future.");
    if !demands(expected, "exp") {
        code.note("php-jwt takes a token without `exp`: add the claim `exp` to what is expected to refuse it.");
    }
    if matches!(input.keys, KeyPlace::JwkSet(_)) {
        code.note("`CachedKeySet` needs an HTTP client and a cache: the packages here are those of its documentation.");
    } else if expected.algorithms.len() > 1 {
        code.note("A single key has one algorithm: the first of yours stands here.");
    }
    let unknown: Vec<&str> =
        expected.algorithms.iter().map(String::as_str).filter(|name| !ALGORITHMS.contains(name)).collect();
    if !unknown.is_empty() {
        code.note(format!("php-jwt does not have {}.", names_of(unknown)));
    }
    if expected.claims.iter().any(|demand| matches!(demand.value, Some(ExpectedValue::Number(_)))) {
        code.note("PHP holds whole numbers and others apart: `5` is not `5.0` here.");
    }
}

const SCOPES: &str = "
// The scopes of a token, which stand in a string with spaces or in an array.
function scopes(stdClass $claims): array
{
    $found = [];
    foreach ([$claims->scope ?? [], $claims->scp ?? []] as $claim) {
        $found = array_merge($found, is_string($claim) ? explode(' ', $claim) : (array) $claim);
    }
    return array_filter($found, 'is_string');
}";

#[cfg(test)]
mod tests {
    #[test]
    fn writes_its_code() {
        crate::code::cited::tests::check(&super::LIBRARY, &expect_test::expect_file!["written/php_jwt.txt"]);
    }
}
