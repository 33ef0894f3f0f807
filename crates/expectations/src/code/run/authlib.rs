//! Authlib, whose JOSE part goes on as the package joserfc: `jwt.decode` and `JWTClaimsRegistry`.

use super::literals::python as literal;
use super::python::{self, list};
use super::{CodeInput, CodeWriter, KeyPlace, algorithms, of_claim};
use crate::code::Library;
use crate::{ClaimDemand, ExpectationKind, ExpectedValue};

pub(crate) const LIBRARY: Library = Library {
    id: "authlib",
    name: "Authlib (joserfc)",
    version: "joserfc 1.8",
    reference: "https://jose.authlib.org/en/guide/jwt/",
    comment: "#",
    write,
};

/// Parameters of the function that the claims are given to, which no claim can have as its name.
const PARAMETERS: [&str; 3] = ["self", "now", "leeway"];

/// No token has it, so that all are refused.
const NO_ALGORITHM: &str = "your algorithm";

fn error(claim: &str, message: &str) -> String {
    format!("InvalidClaimError({}, {})", literal(claim), literal(message))
}

/// Whether the registry can say it. It compares as Python does, to which `True` is 1, and takes `None` for no value.
fn is_option(demand: &ClaimDemand) -> bool {
    let is_text_or_none = matches!(demand.value, None | Some(ExpectedValue::Text(_)));
    let is_said_before = matches!(demand.name.as_str(), "iss" | "aud") && demand.value.is_some();
    is_text_or_none && !is_said_before && !PARAMETERS.contains(&demand.name.as_str())
}

fn write(input: &CodeInput, code: &mut CodeWriter) {
    let expected = input.expectations;
    let plain: Vec<&ClaimDemand> =
        expected.claims.iter().filter(|demand| !is_option(demand) || code.is_inside(demand)).collect();
    python::imports(input, &["import json", "from urllib.request import urlopen"], code);
    code.line("from joserfc import jwt");
    if python::has_plain_lines(expected, &plain) {
        code.line("from joserfc.errors import InvalidClaimError");
    }
    let class = match &input.keys {
        KeyPlace::JwkSet(_) => "KeySet",
        KeyPlace::Secret => "OctKey",
        KeyPlace::PublicKey => key_class(&expected.algorithms),
    };
    code.line(format!("from joserfc.jwk import {class}"));
    code.line("from joserfc.jws import JWSRegistry");
    code.line("");
    match &input.keys {
        KeyPlace::JwkSet(address) => {
            code.line(format!("with urlopen({}, timeout=10) as response:", literal(address)));
            code.line("    key = KeySet.import_key_set(json.load(response))");
        }
        KeyPlace::Secret => code.line("key = OctKey.import_key(os.environ[\"JWT_SECRET\"])"),
        KeyPlace::PublicKey => code.line(format!("key = {class}.import_key(Path(\"public-key.pem\").read_text())")),
    }
    registries(input, code);
    code.line("");
    code.line("");
    python::helpers(expected, &plain, code);
    code.line("def check(token):");
    code.line_for(&ExpectationKind::Signature, "    decoded = jwt.decode(token, key, registry=registry)");
    code.line("    claims = decoded.claims");
    code.line("    expected.validate(claims)");
    python::plain_lines("decoded.header", expected, &plain, error, code);
    notes(input, &plain, code);
}

/// By the first algorithm that is expected, and that has a public key. RSA keys go with RS256, which is named for none.
fn key_class(algorithms: &[String]) -> &'static str {
    let of_public_key = algorithms.iter().find(|name| !name.starts_with("HS") && *name != "none");
    match of_public_key.map(String::as_str) {
        Some(name) if name.starts_with("ES") => "ECKey",
        Some(name) if name.starts_with("Ed") => "OKPKey",
        _ => "RSAKey",
    }
}

fn registries(input: &CodeInput, code: &mut CodeWriter) {
    let expected = input.expectations;
    code.line("registry = JWSRegistry(");
    let mut algorithms = algorithms(input, code);
    if algorithms.is_empty() {
        algorithms.push(NO_ALGORITHM);
        code.note("joserfc takes several algorithms where it is given none: put yours in.");
    }
    code.line_for(&ExpectationKind::Algorithm, format!("    algorithms={},", list(&algorithms)));
    code.line("    strict_check_header=False,");
    code.line(")");
    code.line("expected = jwt.JWTClaimsRegistry(");
    code.line_for(&ExpectationKind::Time, format!("    leeway={},  # seconds", expected.leeway));
    code.line("    **{");
    for (name, values, kind) in
        [("iss", &expected.issuers, ExpectationKind::Issuer), ("aud", &expected.audiences, ExpectationKind::Audience)]
    {
        if !values.is_empty() {
            code.line_for(&kind, format!("        \"{name}\": {{\"essential\": True, \"values\": {}}},", list(values)));
        }
    }
    let is_said_before =
        |name: &str| name == "iss" && !expected.issuers.is_empty() || name == "aud" && !expected.audiences.is_empty();
    for demand in &expected.claims {
        if !is_option(demand) || code.is_inside(demand) || is_said_before(&demand.name) {
            continue;
        }
        let value = match &demand.value {
            Some(ExpectedValue::Text(text)) if text.is_empty() => "\"value\": \"\", \"allow_blank\": True".to_owned(),
            Some(ExpectedValue::Text(text)) => format!("\"value\": {}", literal(text)),
            _ => "\"allow_blank\": True".to_owned(),
        };
        let line = format!("        {}: {{\"essential\": True, {value}}},", literal(&demand.name));
        code.line_for(&of_claim(demand), line);
    }
    code.line("    },");
    code.line(")");
}

fn notes(input: &CodeInput, plain: &[&ClaimDemand], code: &mut CodeWriter) {
    let expected = input.expectations;
    code.note("`authlib.jose` is deprecated: its authors say to use joserfc, which this code does.");
    code.note("joserfc refuses header parameters that it does not know. `strict_check_header` turns that off: RFC 7515 section 4 says to ignore them.");
    if !expected.types.is_empty() {
        code.note("joserfc does not check `typ`: plain lines after it do.");
    }
    if plain.iter().any(|demand| code.is_inside(demand)) {
        code.note("joserfc does not look inside claims: plain lines after it do.");
    }
    if plain.iter().any(|demand| !code.is_inside(demand)) {
        code.note("joserfc takes `True` for the number 1, and `None` for no value: plain lines check such values.");
    }
    if !expected.scopes.is_empty() || expected.longest_lifetime.is_some() {
        code.note("joserfc has no option for scopes and the lifetime: plain lines after it check these.");
    }
    if expected.claims.iter().any(|demand| demand.value.is_none()) {
        code.note("A claim that is `null` is missing to joserfc.");
    }
    code.note("joserfc also refuses a token whose `iat` lies in the future or is no number, whose `iss`, `sub` or `jti` is no string, or whose `aud` is neither a string nor an array of strings.");
    code.note("joserfc refuses a header of more than 512 bytes, such as one with certificates in `x5c`: set `max_header_length` of the registry where yours is longer.");
    if let KeyPlace::JwkSet(_) = &input.keys {
        code.note("joserfc does not fetch keys: `urlopen` does here, once. Issuers change their keys, so fetch them again from time to time. Where the set has several keys, joserfc needs a `kid`.");
    }
}
