//! What the code for the three Java libraries has in common.

use super::quoted::java;
use super::{listed_as, plain_number};
use crate::code::CodeWriter;
use crate::{ClaimDemand, ExpectationKind, Expectations, ExpectedValue};

/// Refuses the token where the condition is met.
pub(super) fn refuse(code: &mut CodeWriter, kind: &ExpectationKind, condition: &str, exception: &str, message: &str) {
    code.line_for(kind, format!("    if ({condition}) {{"));
    code.line(format!("        throw new {exception}({});", java(message)));
    code.line("    }");
}

pub(super) fn literal(value: &ExpectedValue) -> String {
    match value {
        ExpectedValue::Text(text) => java(text),
        ExpectedValue::Number(number) => match plain_number(number) {
            Some(number) => format!("Double.valueOf({})", java(number)),
            None => java(number),
        },
        ExpectedValue::Boolean(is_so) => is_so.to_string(),
        ExpectedValue::Null => "null".to_owned(),
    }
}

/// The claim stands inside this object as it is expected.
pub(super) fn is_inside(object: &str, names: &[String], value: Option<&ExpectedValue>) -> String {
    let found = found_inside(object, names);
    match value {
        None => format!("!{found}.isEmpty()"),
        Some(value) => format!("{found}.stream().anyMatch(it -> has(it, {}))", literal(value)),
    }
}

/// It does not.
pub(super) fn is_not_inside(object: &str, names: &[String], value: Option<&ExpectedValue>) -> String {
    let found = found_inside(object, names);
    match value {
        None => format!("{found}.isEmpty()"),
        Some(value) => format!("{found}.stream().noneMatch(it -> has(it, {}))", literal(value)),
    }
}

fn found_inside(object: &str, names: &[String]) -> String {
    format!("inside({object}, {})", listed_as(names, java))
}

/// `inside`, where a claim stands inside another one.
pub(super) fn inside(expected: &Expectations, code: &mut CodeWriter) {
    if expected.claims.iter().any(|demand| code.is_inside(demand)) {
        super::section(code, INSIDE);
    }
}

/// Needs `java.util.*`.
const INSIDE: &str = "
/** The claim that the names lead to, or none. */
static List<Object> inside(Object claim, String... names) {
    for (String name : names) {
        if (!(claim instanceof Map<?, ?> map) || !map.containsKey(name)) {
            return List.of();
        }
        claim = map.get(name);
    }
    return Collections.singletonList(claim);
}";

/// "`tid` differs", without the marks.
pub(super) fn message(demand: &ClaimDemand) -> String {
    let message = if demand.value.is_some() { "differs" } else { "is missing" };
    format!("{} {message}", demand.name)
}

/// Needs `java.util.Collection`, `java.util.Collections` and `java.util.Objects`.
pub(super) const HAS: &str = "
/** Whether a claim is the value, or lists it. */
static boolean has(Object claim, Object value) {
    Collection<?> said = claim instanceof Collection<?> list ? list : Collections.singleton(claim);
    return said.stream().anyMatch(item -> item instanceof Number a && value instanceof Number b
        ? a.doubleValue() == b.doubleValue() : Objects.equals(item, value));
}";

/// Needs `java.util.*`.
pub(super) const HAS_SCOPES: &str = "
/** Whether all scopes stand in the claims, which are strings with spaces or lists. */
static boolean hasScopes(List<String> scopes, Object... claims) {
    Set<String> found = new HashSet<>();
    for (Object claim : claims) {
        for (Object item : claim instanceof Collection<?> list ? list : Collections.singleton(claim)) {
            if (item instanceof String text) {
                found.addAll(List.of(text.split(\"\\\\s+\")));
            }
        }
    }
    return found.containsAll(scopes);
}";

pub(super) const SECRET: &str = "
    String secret = System.getenv(\"JWT_SECRET\");
    if (secret == null || secret.isEmpty()) {
        throw new IllegalStateException(\"JWT_SECRET is not set\");
    }";

/// The lines that read the public key, as an object of this class.
pub(super) fn public_key(code: &mut CodeWriter, factory: &str) {
    super::block(
        code,
        "    String pem = Files.readString(Path.of(\"public-key.pem\")).replaceAll(\"-----[A-Z ]+-----|\\\\s\", \"\");\n    byte[] der = Base64.getDecoder().decode(pem);",
    );
    code.line(format!(
        "    PublicKey key = KeyFactory.getInstance(\"{factory}\").generatePublic(new X509EncodedKeySpec(der));"
    ));
}
