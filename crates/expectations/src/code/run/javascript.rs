//! Lines of plain JavaScript, for what a library of that language does not check.

use super::literals::javascript as literal;
use super::{CodeInput, CodeWriter, KeyPlace, joined, note_on_number, of_claim, refusal, short_types};
use crate::{ClaimDemand, ExpectationKind, ExpectedValue};

/// The imports and the key, where it is no set. The library's own import is written last.
pub(super) fn beginning(input: &CodeInput, import: &str, key: [&str; 2], code: &mut CodeWriter) {
    if input.keys == KeyPlace::PublicKey {
        code.line("import { createPublicKey } from \"node:crypto\";");
        code.line("import { readFileSync } from \"node:fs\";");
    }
    code.line(import);
    code.line("");
    match &input.keys {
        KeyPlace::JwkSet(_) => {}
        KeyPlace::PublicKey => code.line("const key = createPublicKey(readFileSync(\"public-key.pem\"));"),
        KeyPlace::Secret => {
            code.line("if (!process.env.JWT_SECRET) throw new Error(\"JWT_SECRET is not set\");");
            code.line(format!("const key = {}process.env.JWT_SECRET{};", key[0], key[1]));
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
    code.line(format!("  const type = String({header}.typ ?? \"\").toLowerCase().replace(/^application\\//, \"\");"));
    let condition = format!("!{}.includes(type)", array(&short_types(types)));
    refuse(code, &ExpectationKind::Type, &condition, "typ differs");
}

pub(super) fn claim(demand: &ClaimDemand, code: &mut CodeWriter) {
    let name = literal(&demand.name);
    let condition = match &demand.value {
        None => format!("!Object.hasOwn(payload, {name})"),
        Some(value) => {
            let value = match value {
                ExpectedValue::Text(text) => literal(text),
                ExpectedValue::Number(number) => number.clone(),
                ExpectedValue::Boolean(is_so) => is_so.to_string(),
                ExpectedValue::Null => "null".to_owned(),
            };
            format!("![payload[{name}]].flat().includes({value})")
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
    for scope in scopes {
        let condition = format!("!scopes.includes({})", literal(scope));
        refuse(code, &ExpectationKind::Scope, &condition, &format!("scope {scope} is missing"));
    }
}

pub(super) fn lifetime(longest: Option<u64>, code: &mut CodeWriter) {
    let Some(longest) = longest else { return };
    let condition = format!("!(payload.exp - (payload.iat ?? payload.nbf) <= {longest})");
    refuse(code, &ExpectationKind::Lifetime, &condition, "it lives too long");
    code.note(LIFETIME);
}

/// How the code differs from what the page says of a token.
pub(in crate::code) const LIFETIME: &str =
    "A token with neither `iat` nor `nbf` is refused by the line on the lifetime, which then cannot be told.";
