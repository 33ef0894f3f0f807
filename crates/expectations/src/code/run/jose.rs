//! jose for JavaScript, by Filip Skokan: `jwtVerify`.

use super::javascript::{self, JwkSetCall, array};
use super::literals::javascript as literal;
use super::{CodeInput, CodeWriter, KeyPlace, algorithms, expected_text, note_on_arrays, of_claim};
use crate::code::Library;
use crate::{ClaimDemand, ExpectationKind};

pub(crate) const LIBRARY: Library = Library {
    id: "jose",
    name: "jose (Node, browsers)",
    version: "6.2",
    reference: "https://github.com/panva/jose/blob/v6.x/docs/jwt/verify/interfaces/JWTVerifyOptions.md",
    comment: "//",
    write,
};

const SET: JwkSetCall = JwkSetCall { begins: "createRemoteJWKSet(", argument: ["new URL(", ")"], ends: ")", space: "" };

fn write(input: &CodeInput, code: &mut CodeWriter) {
    let expected = input.expectations;
    let has_each_key = !input.keys_of_each.is_empty();
    let (import, key) = match &input.keys {
        KeyPlace::JwkSet(_) if has_each_key => {
            ("import { createRemoteJWKSet, decodeJwt, jwtVerify } from \"jose\";", "keys")
        }
        KeyPlace::JwkSet(_) => ("import { createRemoteJWKSet, jwtVerify } from \"jose\";", "keys"),
        KeyPlace::Secret | KeyPlace::PublicKey => ("import { jwtVerify } from \"jose\";", "key"),
    };
    javascript::beginning(input, &[import], &SET, ["new TextEncoder().encode(", ")"], code);
    code.line("");
    code.line("export async function check(token) {");
    if has_each_key {
        javascript::keys_of_issuer("decodeJwt(token)", code);
    }
    let header = if expected.types.len() > 1 { ", protectedHeader" } else { "" };
    code.line_for(
        &ExpectationKind::Signature,
        format!("  const {{ payload{header} }} = await jwtVerify(token, {key}, {{"),
    );
    options(input, code);
    code.line("  });");
    if expected.types.len() > 1 {
        javascript::types("protectedHeader", &expected.types, code);
        code.note("jose compares `typ` with one type. A plain line after it compares it with several.");
    }
    for demand in &expected.claims {
        if expected_text(demand, "sub").is_none() && (demand.value.is_some() || code.is_inside(demand)) {
            javascript::claim(demand, code);
        }
    }
    javascript::scopes(&expected.scopes, code);
    javascript::lifetime(expected.longest_lifetime, code);
    code.line("  return payload;");
    code.line("}");
    let is_option = |demand: &ClaimDemand| expected_text(demand, "sub").is_some();
    if expected.claims.iter().any(is_option) {
        note_on_arrays("jose", &["sub"], code);
    }
    let has_values = expected.claims.iter().any(|demand| demand.value.is_some() && !is_option(demand));
    if has_values || !expected.scopes.is_empty() {
        code.note("jose has no option for the values of claims and for scopes: plain lines after it check these.");
    }
    if expected.longest_lifetime.is_some() {
        code.note("`maxTokenAge` of jose counts from `iat` to now, so plain lines check the lifetime.");
    }
    code.note("jose also refuses a token whose `iat` is not a number.");
}

fn options(input: &CodeInput, code: &mut CodeWriter) {
    let expected = input.expectations;
    match expected.issuers.as_slice() {
        [] => {}
        [only] => code.line_for(&ExpectationKind::Issuer, format!("    issuer: {},", literal(only))),
        several if input.keys_of_each.is_empty() => {
            code.line_for(&ExpectationKind::Issuer, format!("    issuer: {},", array(several)));
        }
        // The keys of other issuers were not found.
        several => code.line(format!("    issuer: {},", array(several))),
    }
    match expected.audiences.as_slice() {
        [] => {}
        [only] => code.line_for(&ExpectationKind::Audience, format!("    audience: {},", literal(only))),
        several => code.line_for(&ExpectationKind::Audience, format!("    audience: {},", array(several))),
    }
    let algorithms = algorithms(input, code);
    code.line_for(&ExpectationKind::Algorithm, format!("    algorithms: {},", array(&algorithms)));
    if let [only] = expected.types.as_slice() {
        code.line_for(&ExpectationKind::Type, format!("    typ: {},", literal(only)));
    }
    for demand in &expected.claims {
        if let Some(subject) = expected_text(demand, "sub") {
            code.line_for(&of_claim(demand), format!("    subject: {},", literal(subject)));
        }
    }
    code.line_for(&ExpectationKind::Time, format!("    clockTolerance: {}, // seconds", expected.leeway));
    let is_required = |demand: &&ClaimDemand| demand.value.is_none() && !code.is_inside(demand);
    let required: Vec<&ClaimDemand> = expected.claims.iter().filter(is_required).collect();
    if !required.is_empty() {
        code.line("    requiredClaims: [");
        for demand in required {
            code.line_for(&of_claim(demand), format!("      {},", literal(&demand.name)));
        }
        code.line("    ],");
    }
}
