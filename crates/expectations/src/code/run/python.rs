//! Lines of plain Python, for what a library of that language does not check.

use super::literals::python as literal;
use super::{CodeInput, CodeWriter, KeyPlace, joined, note_on_number, of_claim, refusal, written_types};
use crate::{ClaimDemand, ExpectationKind, Expectations, ExpectedValue};

/// How a library says that it refuses a token: the claim and the message in, the exception out.
pub(super) type PythonError = fn(&str, &str) -> String;

pub(super) fn list(texts: &[impl AsRef<str>]) -> String {
    format!("[{}]", joined(texts, |text| literal(text.as_ref())))
}

/// What the standard library has for the key, and an empty line.
pub(super) fn imports(input: &CodeInput, of_set: &[&str], code: &mut CodeWriter) {
    let imports = match &input.keys {
        KeyPlace::Secret => &["import os"],
        KeyPlace::PublicKey => &["from pathlib import Path"],
        KeyPlace::JwkSet(_) => of_set,
    };
    for import in imports {
        code.line(*import);
    }
    if !imports.is_empty() {
        code.line("");
    }
}

/// The functions that the plain lines call, where they do.
pub(super) fn helpers(expected: &Expectations, plain: &[&ClaimDemand], code: &mut CodeWriter) {
    if plain.iter().any(|demand| code.is_inside(demand)) {
        code.line("def inside(claims, *names):");
        code.line("    for name in names:");
        code.line("        claims = claims.get(name)");
        code.line("        if not isinstance(claims, dict):");
        code.line("            return {}");
        code.line("    return claims");
        code.line("");
        code.line("");
    }
    if plain.iter().any(|demand| demand.value.is_some()) || !expected.scopes.is_empty() {
        code.line("def listed(value):");
        code.line("    return value if isinstance(value, list) else [value]");
        code.line("");
        code.line("");
    }
}

/// Whether any line is needed after those of the library.
pub(super) fn has_plain_lines(expected: &Expectations, plain: &[&ClaimDemand]) -> bool {
    let is_said_by_library = plain.is_empty() && expected.types.is_empty() && expected.scopes.is_empty();
    !is_said_by_library || expected.longest_lifetime.is_some()
}

/// The end of the function: what the library does not check, and the claims.
pub(super) fn plain_lines(
    header: &str,
    expected: &Expectations,
    plain: &[&ClaimDemand],
    error: PythonError,
    code: &mut CodeWriter,
) {
    types(header, &expected.types, error, code);
    for demand in plain {
        claim(demand, error, code);
    }
    scopes(&expected.scopes, error, code);
    lifetime(expected.longest_lifetime, error, code);
    code.line("    return claims");
}

fn types(header: &str, types: &[String], error: PythonError, code: &mut CodeWriter) {
    if types.is_empty() {
        return;
    }
    code.line(format!("    typ = {header}.get(\"typ\")"));
    let types = list(&written_types(types));
    let condition = format!("not isinstance(typ, str) or typ.lower() not in {types}");
    code.line_for(&ExpectationKind::Type, format!("    if {condition}:"));
    code.line(format!("        raise {}", error("typ", "typ differs")));
}

fn claim(demand: &ClaimDemand, error: PythonError, code: &mut CodeWriter) {
    let names: Vec<String> = code.names_to(demand).iter().map(|name| literal(name)).collect();
    let (name, claims) = match names.split_last() {
        Some((last, [])) => (last, "claims".to_owned()),
        Some((last, before)) => (last, format!("inside(claims, {})", before.join(", "))),
        None => return,
    };
    let any = |condition: &str| format!("not any({condition} for it in listed({claims}.get({name})))");
    let condition = match &demand.value {
        None => format!("{name} not in {claims}"),
        Some(ExpectedValue::Text(text)) => format!("{} not in listed({claims}.get({name}))", literal(text)),
        // `True == 1` in Python.
        Some(ExpectedValue::Number(number)) => any(&format!("type(it) in (int, float) and it == {number}")),
        Some(ExpectedValue::Boolean(true)) => any("it is True"),
        Some(ExpectedValue::Boolean(false)) => any("it is False"),
        Some(ExpectedValue::Null) => format!("{name} not in {claims} or None not in listed({claims}[{name}])"),
    };
    code.line_for(&of_claim(demand), format!("    if {condition}:"));
    code.line(format!("        raise {}", error(&demand.name, &refusal(demand))));
    note_on_number(demand, code);
}

fn scopes(scopes: &[String], error: PythonError, code: &mut CodeWriter) {
    if scopes.is_empty() {
        return;
    }
    code.line("    granted = listed(claims.get(\"scope\")) + listed(claims.get(\"scp\"))");
    code.line("    scopes = set(\" \".join(it for it in granted if isinstance(it, str)).split(\" \"))");
    code.line_for(&ExpectationKind::Scope, format!("    if not scopes.issuperset({}):", list(scopes)));
    code.line(format!("        raise {}", error("scope", "a scope is missing")));
}

fn lifetime(longest: Option<u64>, error: PythonError, code: &mut CodeWriter) {
    let Some(longest) = longest else { return };
    code.line("    begins = claims.get(\"iat\", claims.get(\"nbf\"))");
    code.line_for(
        &ExpectationKind::Lifetime,
        format!("    if \"exp\" not in claims or begins is None or claims[\"exp\"] - begins > {longest}:"),
    );
    code.line(format!("        raise {}", error("exp", "it lives too long")));
    code.note(super::javascript::LIFETIME);
}
