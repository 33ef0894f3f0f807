//! Lines of plain JavaScript, for what a library of that language does not check.

use super::literals::javascript as literal;
use super::{CodeInput, CodeWriter, KeyPlace, joined, note_on_number, of_claim, refusal, written_types};
use crate::{ClaimDemand, ExpectationKind, ExpectedValue};

/// The imports, of which the library's own come last, and the key. `set` gives the line for a set of keys by its address
/// as a literal, and `secret` stands around the secret.
pub(super) fn beginning(
    input: &CodeInput,
    imports: &[&str],
    set: fn(&str) -> String,
    secret: [&str; 2],
    code: &mut CodeWriter,
) {
    if input.keys == KeyPlace::PublicKey {
        code.line("import { createPublicKey } from \"node:crypto\";");
        code.line("import { readFileSync } from \"node:fs\";");
    }
    for import in imports {
        code.line(*import);
    }
    code.line("");
    match &input.keys {
        KeyPlace::JwkSet(address) => code.line(set(&literal(address))),
        KeyPlace::PublicKey => code.line("const key = createPublicKey(readFileSync(\"public-key.pem\"));"),
        KeyPlace::Secret => {
            code.line("if (!process.env.JWT_SECRET) throw new Error(\"JWT_SECRET is not set\");");
            code.line(format!("const key = {}process.env.JWT_SECRET{};", secret[0], secret[1]));
        }
    }
}

pub(super) fn array(texts: &[impl AsRef<str>]) -> String {
    format!("[{}]", joined(texts, |text| literal(text.as_ref())))
}

fn refuse(code: &mut CodeWriter, kind: &ExpectationKind, condition: &str, message: &str) {
    code.line_for(kind, format!("  if ({condition}) throw new Error({});", literal(message)));
}

pub(super) fn types(header: &str, types: &[String], code: &mut CodeWriter) {
    let condition = format!("!{}.includes({header}.typ?.toLowerCase?.())", array(&written_types(types)));
    refuse(code, &ExpectationKind::Type, &condition, "typ differs");
}

/// `payload.tid`, `payload.realm_access?.roles`, `payload["https://a.example/roles"]`
fn member(names: &[String]) -> String {
    let is_name = |name: &str| {
        name.starts_with(|first: char| first.is_ascii_alphabetic() || first == '_')
            && name.chars().all(|character| character.is_ascii_alphanumeric() || character == '_')
    };
    let mut member = "payload".to_owned();
    for (at, name) in names.iter().enumerate() {
        member.push_str(if at == 0 { "" } else { "?" });
        member.push_str(&match (is_name(name), at) {
            (true, _) => format!(".{name}"),
            (false, 0) => format!("[{}]", literal(name)),
            (false, _) => format!(".[{}]", literal(name)),
        });
    }
    member
}

pub(super) fn claim(demand: &ClaimDemand, code: &mut CodeWriter) {
    let names = code.names_to(demand);
    let condition = match &demand.value {
        None => match names.split_last() {
            Some((last, [])) => format!("!Object.hasOwn(payload, {})", literal(last)),
            Some((last, before)) => format!("!Object.hasOwn({} ?? {{}}, {})", member(before), literal(last)),
            None => return,
        },
        Some(value) => {
            let value = match value {
                ExpectedValue::Text(text) => literal(text),
                ExpectedValue::Number(number) => number.clone(),
                ExpectedValue::Boolean(is_so) => is_so.to_string(),
                ExpectedValue::Null => "null".to_owned(),
            };
            format!("![{}].flat().includes({value})", member(&names))
        }
    };
    refuse(code, &of_claim(demand), &condition, &refusal(demand));
    note_on_number(demand, code);
}

pub(super) fn scopes(scopes: &[String], code: &mut CodeWriter) {
    if scopes.is_empty() {
        return;
    }
    code.line("  const granted = [payload.scope, payload.scp].flat().filter((it) => typeof it === \"string\");");
    code.line("  const scopes = granted.join(\" \").split(\" \");");
    let condition = format!("!{}.every((scope) => scopes.includes(scope))", array(scopes));
    refuse(code, &ExpectationKind::Scope, &condition, "a scope is missing");
}

pub(super) fn lifetime(longest: Option<u64>, code: &mut CodeWriter) {
    let Some(longest) = longest else { return };
    code.line("  const begins = [payload.iat, payload.nbf].find((it) => typeof it === \"number\");");
    let condition = format!("!(payload.exp - begins <= {longest})");
    refuse(code, &ExpectationKind::Lifetime, &condition, "it lives too long");
    code.note(LIFETIME);
}

/// How the code differs from what the page says of a token.
pub(in crate::code) const LIFETIME: &str =
    "A token with neither `iat` nor `nbf` is refused by the line on the lifetime, which then cannot be told.";
