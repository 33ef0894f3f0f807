//! Lines of plain JavaScript, for what a library of that language does not check.

use super::literals::javascript as literal;
use super::{CodeInput, CodeWriter, IssuerKeys, KeyPlace, joined, note_on_number, of_claim, refusal, written_types};
use crate::{ClaimDemand, ExpectationKind, ExpectedValue};

/// What a library calls with the address of a JWK Set.
pub(super) struct JwkSetCall {
    /// With the bracket: `jwksRsa({`
    pub begins: &'static str,
    /// Around the address.
    pub argument: [&'static str; 2],
    pub ends: &'static str,
    /// Inside the brackets, on one line.
    pub space: &'static str,
}

/// Prettier breaks longer lines.
const LINE: usize = 80;

impl JwkSetCall {
    fn argument(&self, address: &str) -> String {
        let [opens, closes] = self.argument;
        format!("{opens}{}{closes}", literal(address))
    }

    /// On one line, where it fits there.
    fn on_one_line(&self, before: &str, address: &str, after: &str) -> Option<String> {
        let Self { begins, ends, space, .. } = self;
        let line = format!("{before}{begins}{space}{}{space}{ends}{after}", self.argument(address));
        Some(line).filter(|line| line.chars().count() <= LINE)
    }

    fn write(&self, indent: &str, before: &str, address: &str, after: &str, code: &mut CodeWriter) {
        if let Some(line) = self.on_one_line(&format!("{indent}{before}"), address, after) {
            return code.line(line);
        }
        code.line(format!("{indent}{before}{}", self.begins));
        code.line(format!("{indent}  {},", self.argument(address)));
        code.line(format!("{indent}{}{after}", self.ends));
    }

    /// `[issuer, keys],`
    fn write_pair(&self, keys: &IssuerKeys, code: &mut CodeWriter) {
        let issuer = literal(&keys.issuer);
        if let Some(line) = self.on_one_line(&format!("  [{issuer}, "), &keys.address, "],") {
            return code.line(line);
        }
        code.line("  [");
        code.line(format!("    {issuer},"));
        self.write("    ", "", &keys.address, ",", code);
        code.line("  ],");
    }
}

/// The imports, of which the library's own come last, and the key. `secret` stands around the secret.
pub(super) fn beginning(
    input: &CodeInput,
    imports: &[&str],
    set: &JwkSetCall,
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
        KeyPlace::JwkSet(address) => match code.each_key(input) {
            [] => set.write("", "const keys = ", address, ";", code),
            each => {
                code.line("const keysOf = new Map([");
                each.iter().for_each(|keys| set.write_pair(keys, code));
                code.line("]);");
            }
        },
        KeyPlace::PublicKey => code.line("const key = createPublicKey(readFileSync(\"public-key.pem\"));"),
        KeyPlace::Secret => {
            code.line("if (!process.env.JWT_SECRET) throw new Error(\"JWT_SECRET is not set\");");
            code.line(format!("const key = {}process.env.JWT_SECRET{};", secret[0], secret[1]));
        }
    }
}

/// Chooses the keys of the issuer that the token names: only with them does its signature fit.
pub(super) fn keys_of_issuer(payload: &str, code: &mut CodeWriter) {
    code.line(format!("  const keys = keysOf.get({payload}.iss);"));
    refuse(code, &ExpectationKind::Issuer, "!keys", "iss differs");
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
