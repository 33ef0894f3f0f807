//! jsonwebtoken for Node, by Auth0: `verify`.

use super::javascript::{self, JwkSetCall, array};
use super::literals::javascript as literal;
use super::{CodeInput, CodeWriter, KeyPlace, algorithms, expected_text, note_on_arrays, of_claim};
use crate::code::Library;
use crate::{ClaimDemand, ExpectationKind};

pub(crate) const LIBRARY: Library = Library {
    id: "jsonwebtoken-node",
    name: "jsonwebtoken (Node)",
    version: "9.0",
    reference: "https://github.com/auth0/node-jsonwebtoken#jwtverifytoken-secretorpublickey-options-callback",
    comment: "//",
    write,
};

const SET: JwkSetCall = JwkSetCall { begins: "jwksRsa({", argument: ["jwksUri: ", ""], ends: "})", space: " " };

/// Claims whose value is an option. An option that is empty is not looked at.
const OPTIONS: [(&str, &str); 3] = [("sub", "subject"), ("jti", "jwtid"), ("nonce", "nonce")];

fn write(input: &CodeInput, code: &mut CodeWriter) {
    let expected = input.expectations;
    let mut imports = vec!["import jwt from \"jsonwebtoken\";"];
    if let KeyPlace::JwkSet(_) = &input.keys {
        imports.push("import jwksRsa from \"jwks-rsa\";");
        code.note("jsonwebtoken does not fetch keys: the package `jwks-rsa` does. Where the set has several keys, it needs a `kid`.");
    }
    javascript::beginning(input, &imports, &SET, ["", ""], code);
    code.line("");
    code.line("export async function check(token) {");
    if let KeyPlace::JwkSet(_) = &input.keys {
        if input.keys_of_each.is_empty() {
            code.line("  const kid = jwt.decode(token, { complete: true })?.header.kid;");
        } else {
            code.line("  const decoded = jwt.decode(token, { complete: true });");
            javascript::keys_of_issuer("decoded?.payload?", code);
            code.line("  const { kid } = decoded.header;");
        }
        code.line("  const key = (await keys.getSigningKey(kid)).getPublicKey();");
    }
    let header = if expected.types.is_empty() { "" } else { ", header" };
    code.line_for(&ExpectationKind::Signature, format!("  const {{ payload{header} }} = jwt.verify(token, key, {{"));
    options(input, code);
    code.line("  });");
    code.line("  if (typeof payload !== \"object\" || Array.isArray(payload)) throw new Error(\"it has no claims\");");
    if !expected.types.is_empty() {
        javascript::types("header", &expected.types, code);
        code.note("jsonwebtoken does not check `typ`: a plain line after it does.");
    }
    for demand in expected.claims.iter().filter(|demand| option(demand).is_none()) {
        javascript::claim(demand, code);
    }
    javascript::scopes(&expected.scopes, code);
    javascript::lifetime(expected.longest_lifetime, code);
    code.line("  return payload;");
    code.line("}");
    let one_text: Vec<&str> =
        expected.claims.iter().filter(|demand| option(demand).is_some()).map(|demand| demand.name.as_str()).collect();
    note_on_arrays("jsonwebtoken", &one_text, code);
    if expected.claims.iter().any(|demand| option(demand).is_none()) || !expected.scopes.is_empty() {
        code.note("jsonwebtoken has no option for other claims and for scopes: plain lines after it check these.");
    }
    if expected.longest_lifetime.is_some() {
        code.note("`maxAge` of jsonwebtoken counts from `iat` to now, so plain lines check the lifetime.");
    }
}

fn option(demand: &ClaimDemand) -> Option<(&'static str, &str)> {
    OPTIONS.iter().find_map(|(claim, option)| {
        let text = expected_text(demand, claim).filter(|text| !text.trim().is_empty())?;
        Some((*option, text))
    })
}

fn options(input: &CodeInput, code: &mut CodeWriter) {
    let expected = input.expectations;
    let algorithms = algorithms(input, code);
    code.line_for(&ExpectationKind::Algorithm, format!("    algorithms: {},", array(&algorithms)));
    let line = format!("    issuer: {},", array(&expected.issuers));
    match expected.issuers.is_empty() {
        true => {}
        false if input.keys_of_each.is_empty() => code.line_for(&ExpectationKind::Issuer, line),
        // The keys of other issuers were not found.
        false => code.line(line),
    }
    if !expected.audiences.is_empty() {
        code.line_for(&ExpectationKind::Audience, format!("    audience: {},", array(&expected.audiences)));
    }
    for demand in &expected.claims {
        if let Some((option, text)) = option(demand) {
            code.line_for(&of_claim(demand), format!("    {option}: {},", literal(text)));
        }
    }
    code.line_for(&ExpectationKind::Time, format!("    clockTolerance: {}, // seconds", expected.leeway));
    code.line("    complete: true,");
}
