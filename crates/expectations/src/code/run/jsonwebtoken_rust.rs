//! The crate jsonwebtoken, by Vincent Prouillet: `decode` and `Validation`.

use super::literals::rust as literal;
use super::{
    CodeInput, CodeWriter, KeyPlace, algorithms, expected_text, joined, note_on_arrays, note_on_number, of_claim,
    refusal, written_types,
};
use crate::code::Library;
use crate::{ClaimDemand, ExpectationKind, Expectations, ExpectedValue};

pub(crate) const LIBRARY: Library = Library {
    id: "jsonwebtoken-rust",
    name: "jsonwebtoken (Rust)",
    version: "12.0",
    reference: "https://docs.rs/jsonwebtoken/12.0.0/jsonwebtoken/struct.Validation.html",
    comment: "//",
    write,
};

/// What `Algorithm` has, by family: all algorithms of a `Validation` are of one.
const FAMILIES: [&[&str]; 4] = [
    &["HS256", "HS384", "HS512"],
    &["RS256", "RS384", "RS512", "PS256", "PS384", "PS512"],
    &["ES256", "ES384"],
    &["EdDSA"],
];

/// The claims that `required_spec_claims` looks at.
const SPEC_CLAIMS: [&str; 5] = ["exp", "nbf", "aud", "iss", "sub"];

/// Whether `Validation` says it.
fn is_option(demand: &ClaimDemand) -> bool {
    let is_required = demand.value.is_none() && SPEC_CLAIMS.contains(&demand.name.as_str());
    is_required || expected_text(demand, "sub").is_some()
}

fn write(input: &CodeInput, code: &mut CodeWriter) {
    let expected = input.expectations;
    let algorithms = known_algorithms(input, code);
    let plain: Vec<&ClaimDemand> = expected.claims.iter().filter(|demand| !is_option(demand)).collect();
    code.line("use std::error::Error;");
    code.line("");
    let mut names = vec!["DecodingKey", "Validation", "decode"];
    if !algorithms.is_empty() {
        names.insert(0, "Algorithm");
    }
    if let KeyPlace::JwkSet(_) = &input.keys {
        code.line("use jsonwebtoken::jwk::JwkSet;");
        names.push("decode_header");
    }
    code.line(format!("use jsonwebtoken::{{{}}};", names.join(", ")));
    code.line("use serde_json::{Map, Value};");
    code.line("");
    code.line("pub fn check(token: &str) -> Result<Map<String, Value>, Box<dyn Error>> {");
    key(input, &algorithms, code);
    validation(input, &algorithms, code);
    let decode = "let decoded = decode::<Map<String, Value>>(token, &key, &validation)?;";
    code.line_for(&ExpectationKind::Signature, format!("    {decode}"));
    code.line("    let claims = decoded.claims;");
    code.line("    let is_number = |name: &str| claims.get(name).is_none_or(Value::is_number);");
    code.line("    if !(is_number(\"exp\") && is_number(\"nbf\")) {");
    code.line("        return Err(\"exp or nbf is not a number\".into());");
    code.line("    }");
    if !expected.issuers.is_empty() {
        code.line("    if !claims.get(\"iss\").is_some_and(Value::is_string) {");
        code.line("        return Err(\"iss is not a string\".into());");
        code.line("    }");
        code.note("jsonwebtoken takes several issuers in an array, where RFC 7519 has one: a plain line after it refuses these.");
    }
    types(&expected.types, code);
    for demand in &plain {
        claim(demand, code);
    }
    scopes(&expected.scopes, code);
    lifetime(expected.longest_lifetime, code);
    code.line("    Ok(claims)");
    code.line("}");
    if plain.iter().any(|demand| demand.value.is_some()) || !expected.scopes.is_empty() {
        listed(code);
    }
    notes(input, &plain, code);
}

/// Those of one family.
fn known_algorithms<'a>(input: &CodeInput<'a>, code: &mut CodeWriter) -> Vec<&'a str> {
    let named = algorithms(input, code);
    let family = FAMILIES.iter().find(|family| named.iter().any(|name| family.contains(name))).copied();
    let (known, others): (Vec<&str>, Vec<&str>) =
        named.into_iter().partition(|name| family.is_some_and(|family| family.contains(name)));
    if !others.is_empty() {
        code.note(format!(
            "jsonwebtoken does not take {} here: it knows HS256 to HS512, RS256 to RS512, PS256 to PS512, ES256, ES384 and EdDSA, and those of one kind of key at a time.",
            joined(&others, |name| inspect::display::quoted(name, 40))
        ));
    }
    known
}

fn key(input: &CodeInput, algorithms: &[&str], code: &mut CodeWriter) {
    match &input.keys {
        KeyPlace::JwkSet(address) => {
            let address = literal(address);
            code.line(format!("    let keys = ureq::get({address}).call()?.body_mut().read_to_string()?;"));
            code.line("    let keys: JwkSet = serde_json::from_str(&keys)?;");
            code.line("    let kid = decode_header(token)?.kid.ok_or(\"no kid\")?;");
            code.line("    let key = DecodingKey::from_jwk(keys.find(&kid).ok_or(\"no such key\")?)?;");
        }
        KeyPlace::Secret => {
            code.line("    let key = DecodingKey::from_secret(std::env::var(\"JWT_SECRET\")?.as_bytes())?;");
        }
        KeyPlace::PublicKey => {
            let read = match algorithms.first() {
                Some(name) if name.starts_with("ES") => "from_ec_pem",
                Some(&"EdDSA") => "from_ed_pem",
                _ => "from_rsa_pem",
            };
            code.line(format!("    let key = DecodingKey::{read}(&std::fs::read(\"public-key.pem\")?)?;"));
        }
    }
}

fn validation(input: &CodeInput, algorithms: &[&str], code: &mut CodeWriter) {
    let expected = input.expectations;
    let array = |texts: &[String]| format!("&[{}]", joined(texts, |text| literal(text)));
    let names = joined(algorithms, |name| format!("Algorithm::{name}"));
    let line = match algorithms {
        [] => {
            code.line("    let mut validation = Validation::default();");
            "    validation.algorithms.clear();".to_owned()
        }
        [_] => format!("    let mut validation = Validation::new({names});"),
        [first, ..] => {
            code.line(format!("    let mut validation = Validation::new(Algorithm::{first});"));
            format!("    validation.algorithms = vec![{names}];")
        }
    };
    code.line_for(&ExpectationKind::Algorithm, line);
    if !expected.issuers.is_empty() {
        let line = format!("    validation.set_issuer({});", array(&expected.issuers));
        code.line_for(&ExpectationKind::Issuer, line);
    }
    match expected.audiences.as_slice() {
        [] => code.line("    validation.validate_aud = false;"),
        audiences => {
            let line = format!("    validation.set_audience({});", array(audiences));
            code.line_for(&ExpectationKind::Audience, line);
        }
    }
    for demand in &expected.claims {
        if let Some(subject) = expected_text(demand, "sub") {
            let line = format!("    validation.sub = Some({}.to_owned());", literal(subject));
            code.line_for(&of_claim(demand), line);
        }
    }
    code.line_for(&ExpectationKind::Time, format!("    validation.leeway = {}; // seconds", expected.leeway));
    code.line("    validation.reject_tokens_expiring_in_less_than = 1; // `exp` itself is too late");
    code.line("    validation.validate_nbf = true;");
    let required = required(expected);
    match required.as_slice() {
        [] => code.line("    validation.required_spec_claims.clear();"),
        names if names.iter().all(|(_, kind)| kind.is_none()) => {
            let names = joined(names, |(name, _)| format!("\"{name}\""));
            code.line(format!("    validation.set_required_spec_claims(&[{names}]);"));
        }
        names => {
            code.line("    validation.set_required_spec_claims(&[");
            for (name, kind) in names {
                let line = format!("        \"{name}\",");
                match kind {
                    Some(kind) => code.line_for(kind, line),
                    None => code.line(line),
                }
            }
            code.line("    ]);");
        }
    }
}

/// Without these, what is said of a claim holds only for a token that has it. None where another line says it, which is
/// the one that is marked.
fn required(expected: &Expectations) -> Vec<(&str, Option<ExpectationKind>)> {
    let mut required = Vec::new();
    if !expected.issuers.is_empty() {
        required.push(("iss", None));
    }
    if !expected.audiences.is_empty() {
        required.push(("aud", None));
    }
    for demand in expected.claims.iter().filter(|demand| is_option(demand)) {
        if !required.iter().any(|(name, _)| *name == demand.name) {
            required.push((&demand.name, demand.value.is_none().then(|| of_claim(demand))));
        }
    }
    required
}

fn refuse(code: &mut CodeWriter, kind: &ExpectationKind, condition: &str, message: &str) {
    code.line_for(kind, format!("    if {condition} {{"));
    code.line(format!("        return Err({}.into());", literal(message)));
    code.line("    }");
}

fn types(types: &[String], code: &mut CodeWriter) {
    if types.is_empty() {
        return;
    }
    code.line("    let typ = decoded.header.typ.map(|typ| typ.to_ascii_lowercase());");
    let types = joined(&written_types(types), |name| literal(name));
    code.line(format!("    let types = [{types}];"));
    refuse(code, &ExpectationKind::Type, "!typ.is_some_and(|typ| types.contains(&typ.as_str()))", "typ differs");
}

fn claim(demand: &ClaimDemand, code: &mut CodeWriter) {
    let names = code.names_to(demand);
    let Some((first, others)) = names.split_first() else { return };
    let into = |value: String, name: &String| format!("{value}.and_then(|it| it.get({}))", literal(name));
    let found = others.iter().fold(format!("claims.get({})", literal(first)), into);
    let lists = |is_expected: &str| format!("!listed({found}).iter().any(|it| {is_expected})");
    let condition = match &demand.value {
        None if others.is_empty() => format!("!claims.contains_key({})", literal(first)),
        None => format!("{found}.is_none()"),
        Some(ExpectedValue::Text(text)) => lists(&format!("it == {}", literal(text))),
        Some(ExpectedValue::Number(number)) => {
            // No number of a token is larger: serde_json refuses what is.
            let number = number.parse().ok().filter(|number: &f64| number.is_finite()).unwrap_or(f64::MAX);
            lists(&format!("it.as_f64() == Some({number:?})"))
        }
        Some(ExpectedValue::Boolean(true)) => lists("it == true"),
        Some(ExpectedValue::Boolean(false)) => lists("it == false"),
        Some(ExpectedValue::Null) => lists("it.is_null()"),
    };
    refuse(code, &of_claim(demand), &condition, &refusal(demand));
    note_on_number(demand, code);
}

fn listed(code: &mut CodeWriter) {
    for line in [
        "",
        "/// The values of a claim: those of an array, or its own.",
        "fn listed(claim: Option<&Value>) -> &[Value] {",
        "    match claim {",
        "        Some(Value::Array(values)) => values,",
        "        Some(value) => std::slice::from_ref(value),",
        "        None => &[],",
        "    }",
        "}",
    ] {
        code.line(line);
    }
}

fn scopes(scopes: &[String], code: &mut CodeWriter) {
    if scopes.is_empty() {
        return;
    }
    for line in [
        "    let scopes: Vec<&str> = [\"scope\", \"scp\"]",
        "        .into_iter()",
        "        .flat_map(|name| listed(claims.get(name)))",
        "        .filter_map(Value::as_str)",
        "        .flat_map(|text| text.split(' '))",
        "        .collect();",
    ] {
        code.line(line);
    }
    let wanted = joined(scopes, |scope| literal(scope));
    let condition = format!("![{wanted}].iter().all(|scope| scopes.contains(scope))");
    refuse(code, &ExpectationKind::Scope, &condition, "a scope is missing");
}

fn lifetime(longest: Option<u64>, code: &mut CodeWriter) {
    let Some(longest) = longest else { return };
    code.line("    let time = |name: &str| claims.get(name).and_then(Value::as_f64);");
    code.line(
        "    let lifetime = time(\"exp\").zip(time(\"iat\").or(time(\"nbf\"))).map(|(exp, begins)| exp - begins);",
    );
    let condition = format!("!lifetime.is_some_and(|lifetime| lifetime <= {longest}_f64)");
    refuse(code, &ExpectationKind::Lifetime, &condition, "it lives too long");
    code.note(super::javascript::LIFETIME);
}

fn notes(input: &CodeInput, plain: &[&ClaimDemand], code: &mut CodeWriter) {
    let expected = input.expectations;
    code.note("By default jsonwebtoken demands `exp`, allows 60 seconds of leeway and does not look at `nbf`: the code sets all three.");
    code.note(
        "It takes a token in the second of its `exp`, and an `exp` or `nbf` that is `null`: the code refuses both.",
    );
    code.note("It refuses a token in which `exp`, `nbf`, `iss`, `sub` or `aud` stands twice, or `exp` or `nbf` lies before 1970 or beyond 64 bits.");
    if !expected.audiences.is_empty() {
        code.note("It refuses an `aud` in which anything but strings stands.");
    }
    if expected.claims.iter().any(|demand| expected_text(demand, "sub").is_some()) {
        note_on_arrays("jsonwebtoken", &["sub"], code);
    }
    let is_text = |demand: &ClaimDemand| is_option(demand) && ["aud", "iss", "sub"].contains(&demand.name.as_str());
    if expected.claims.iter().any(|demand| demand.value.is_none() && is_text(demand)) {
        code.note("An `iss`, `sub` or `aud` that is no string is missing to it.");
    }
    if expected.audiences.is_empty() {
        code.note("It refuses each token with an `aud` where no audience is expected: `validate_aud` turns that off.");
    }
    if !plain.is_empty()
        || !expected.types.is_empty()
        || !expected.scopes.is_empty()
        || expected.longest_lifetime.is_some()
    {
        code.note(
            "It has no option for `typ`, other claims, scopes and the lifetime: plain lines after it check these.",
        );
    }
    code.note("It needs a feature for its cryptography: `rust_crypto` or `aws_lc_rs`.");
    if let KeyPlace::JwkSet(_) = &input.keys {
        code.note(
            "jsonwebtoken does not fetch keys: the crate `ureq` does here, for each token. Keep them for a while. The code needs a `kid` to find the key.",
        );
    }
}
