//! firebase/php-jwt 7.0. It was run once, with 7.0.5 from its source: no registry that the tests use has it.
//!
//! Written from the README ("Example", "Using JWKs", "Using Cached Key Sets") and from `JWT::decode` and
//! `JWT::$supported_algs` in `src/JWT.php`, both of 7.0.5.

use super::quoted::php;
use super::{KeyFamily, block, demands, listed_as, names_of, of_claim, plain_number, section, types_in_small_letters};
use crate::code::{CodeInput, CodeWriter, KeyPlace, Library};
use crate::{ExpectationKind, Expectations, ExpectedValue};

pub(crate) const LIBRARY: Library = Library {
    id: "php-jwt",
    name: "firebase/php-jwt (PHP)",
    version: "7.0",
    reference: "https://github.com/firebase/php-jwt/blob/v7.0.5/README.md",
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
    if !expected.audiences.is_empty() || expected.claims.iter().any(|demand| demand.value.is_some()) {
        section(code, HAS);
    }
    if !expected.scopes.is_empty() {
        section(code, SCOPES);
    }
    notes(input, code);
}

/// The first that php-jwt has and that suits the key.
fn algorithm<'i>(input: &CodeInput<'i>) -> &'i str {
    let is_secret = input.keys == KeyPlace::Secret;
    let mut named = input.expectations.algorithms.iter().map(String::as_str);
    let suits =
        |name: &&str| ALGORITHMS.contains(name) && (KeyFamily::of(name) == Some(KeyFamily::Secret)) == is_secret;
    let usual = if is_secret { "HS256" } else { "RS256" };
    named.clone().find(suits).or_else(|| named.next()).unwrap_or(usual)
}

fn keys(input: &CodeInput, code: &mut CodeWriter) {
    let name = algorithm(input);
    let algorithm = php(name);
    match &input.keys {
        KeyPlace::JwkSet(address) => {
            block(code, "$keys = new CachedKeySet(");
            code.line(format!("    {},", php(address)));
            block(
                code,
                "    new GuzzleHttp\\Client(),\n    new GuzzleHttp\\Psr7\\HttpFactory(),\n    Phpfastcache\\CacheManager::getInstance('files'),\n    3600,  // how many seconds the keys are kept\n    true,  // not more than ten requests a second for unknown keys",
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
        // The 32 bytes of the key, which end the DER of RFC 8410 section 4, as `validateEdDSAKey` reads them.
        KeyPlace::PublicKey if name == "EdDSA" => {
            code.line(
                "$der = base64_decode(preg_replace('/-----[A-Z ]+-----|\\s/', '', file_get_contents('public-key.pem')));",
            );
            let line = "$keys = new Key(base64_encode(substr($der, -32)), 'EdDSA');";
            code.line_for(&ExpectationKind::Algorithm, line);
        }
        KeyPlace::PublicKey => {
            let line = format!("$keys = new Key(file_get_contents('public-key.pem'), {algorithm});");
            code.line_for(&ExpectationKind::Algorithm, line);
        }
    }
    if input.expectations.algorithms.is_empty() {
        code.note(format!("php-jwt needs an algorithm for each key: {name} stands here until you name yours."));
    }
}

fn own_checks(input: &CodeInput, code: &mut CodeWriter) {
    let expected = input.expectations;
    let refuse = |code: &mut CodeWriter, kind: &ExpectationKind, condition: String, message: &str| {
        code.line_for(kind, format!("if ({condition}) {{"));
        code.line(format!("    throw new UnexpectedValueException({});", php(message)));
        code.line("}");
    };
    let one_of = |texts: &[String], said: &str| format!("!in_array({said}, [{}], true)", listed_as(texts, php));
    // Each key of a set brings its own algorithm.
    if matches!(input.keys, KeyPlace::JwkSet(_)) && !expected.algorithms.is_empty() {
        refuse(
            code,
            &ExpectationKind::Algorithm,
            one_of(&expected.algorithms, "$headers->alg"),
            "the algorithm differs",
        );
    }
    if !expected.issuers.is_empty() {
        refuse(code, &ExpectationKind::Issuer, one_of(&expected.issuers, "$claims->iss ?? null"), "the issuer differs");
    }
    if !expected.audiences.is_empty() {
        let audiences = listed_as(&expected.audiences, php);
        let condition = format!("!array_filter([{audiences}], fn ($audience) => has($claims->aud ?? null, $audience))");
        refuse(code, &ExpectationKind::Audience, condition, "the audience differs");
    }
    if !expected.types.is_empty() {
        let said = "is_string($headers->typ ?? null) ? strtolower($headers->typ) : null";
        refuse(code, &ExpectationKind::Type, one_of(&types_in_small_letters(expected), said), "the type differs");
    }
    for demand in &expected.claims {
        let names = code.names_to(demand);
        let claim = claim(&names);
        let is_missing = is_missing(&names);
        let message = if demand.value.is_some() { "differs" } else { "is missing" };
        let condition = match &demand.value {
            // Where it is null, there is none.
            None if TIMES.contains(&demand.name.as_str()) => format!("!isset({claim})"),
            None => is_missing,
            Some(ExpectedValue::Null) => format!("{is_missing} || !has({claim}, null)"),
            Some(value) => format!("!has({claim} ?? null, {})", literal(value)),
        };
        refuse(code, &of_claim(demand), condition, &format!("{} {message}", demand.name));
    }
    if !expected.scopes.is_empty() {
        let condition = format!("array_diff([{}], scopes($claims))", listed_as(&expected.scopes, php));
        refuse(code, &ExpectationKind::Scope, condition, "a scope is missing");
    }
    if let Some(longest) = expected.longest_lifetime {
        let start = "$claims->iat ?? $claims->nbf ?? null";
        let condition = format!("({start}) === null || !isset($claims->exp) || $claims->exp - ({start}) > {longest}");
        refuse(code, &ExpectationKind::Lifetime, condition, "it lives too long");
    }
}

/// Claims that php-jwt checks, and takes as missing where they are null.
const TIMES: [&str; 2] = ["exp", "nbf"];

/// `$claims->tid`
fn claim(names: &[String]) -> String {
    let is_letter = |byte: u8| byte.is_ascii_alphabetic() || byte == b'_';
    let is_plain = |name: &str| {
        let is_name = name.bytes().all(|byte| is_letter(byte) || byte.is_ascii_digit());
        is_name && name.bytes().next().is_some_and(is_letter)
    };
    let member = |name: &String| if is_plain(name) { format!("->{name}") } else { format!("->{{{}}}", php(name)) };
    format!("$claims{}", names.iter().map(member).collect::<String>())
}

/// `property_exists` takes an object or the name of a class, and `??` sees no difference to null.
fn is_missing(names: &[String]) -> String {
    match names.split_last() {
        Some((last, [])) => format!("!property_exists($claims, {})", php(last)),
        Some((last, before)) => {
            format!("!is_object($it = {} ?? null) || !property_exists($it, {})", claim(before), php(last))
        }
        None => "false".to_owned(),
    }
}

fn literal(value: &ExpectedValue) -> String {
    match value {
        ExpectedValue::Text(text) => php(text),
        ExpectedValue::Number(number) => match plain_number(number) {
            Some(number) if !is_read_as_text(number) => number.to_owned(),
            _ => php(number),
        },
        ExpectedValue::Boolean(is_so) => is_so.to_string(),
        ExpectedValue::Null => "null".to_owned(),
    }
}

/// php-jwt decodes with `JSON_BIGINT_AS_STRING`.
fn is_read_as_text(number: &str) -> bool {
    number.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-') && number.parse::<i64>().is_err()
}

fn notes(input: &CodeInput, code: &mut CodeWriter) {
    let expected = input.expectations;
    let Expectations { issuers, audiences, types, claims, scopes, longest_lifetime, .. } = expected;
    let texts = [issuers, audiences, types, scopes];
    if !claims.is_empty() || longest_lifetime.is_some() || texts.iter().any(|texts| !texts.is_empty()) {
        code.note("php-jwt checks the signature, `exp` and `nbf` alone: the lines after `decode` check the rest.");
    }
    code.note("php-jwt also refuses a token whose `iat` is no number, or lies in the future where there is no `nbf`.");
    code.note("php-jwt reads a text of digits in `exp` and `nbf` as a number, and takes `null` there as missing. It takes an array for the claims.");
    if !demands(expected, "exp") {
        code.note("php-jwt takes a token without `exp`: add the claim `exp` to what is expected to refuse it.");
    }
    if matches!(input.keys, KeyPlace::JwkSet(_)) {
        code.note("`CachedKeySet` needs an HTTP client and a cache: the packages here are those of its documentation.");
        code.note("With `CachedKeySet`, php-jwt refuses a token without `kid`.");
    } else if expected.algorithms.len() > 1 {
        code.note(format!("A single key has one algorithm: {} stands here.", names_of([algorithm(input)])));
    }
    let unknown: Vec<&str> =
        expected.algorithms.iter().map(String::as_str).filter(|name| !ALGORITHMS.contains(name)).collect();
    if !unknown.is_empty() {
        code.note(format!("php-jwt does not have {}.", names_of(unknown)));
    }
    if input.keys == KeyPlace::Secret {
        code.note("php-jwt refuses a secret that is shorter than the hash: 32 bytes for HS256.");
    }
    super::notes_on_own_lines(expected, code);
}

const HAS: &str = "
// Whether a claim is the value, or lists it. A number may be written as 5 or as 5.0.
function has(mixed $claim, mixed $value): bool
{
    $is_number = fn ($it) => is_int($it) || is_float($it);
    foreach (is_array($claim) ? $claim : [$claim] as $item) {
        if ($item === $value || ($is_number($item) && $is_number($value) && $item == $value)) {
            return true;
        }
    }
    return false;
}";

const SCOPES: &str = "
// The scopes of a token, which stand in a string with spaces or in an array.
function scopes(stdClass $claims): array
{
    $found = [];
    foreach ([$claims->scope ?? null, $claims->scp ?? null] as $claim) {
        foreach (is_array($claim) ? $claim : [$claim] as $item) {
            array_push($found, ...(is_string($item) ? preg_split('/\\s+/', $item) : []));
        }
    }
    return $found;
}";

#[cfg(test)]
mod tests {
    #[test]
    fn writes_its_code() {
        crate::code::cited::tests::check(&super::LIBRARY, &expect_test::expect_file!["written/php_jwt.txt"]);
    }
}
