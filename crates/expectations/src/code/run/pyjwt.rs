//! PyJWT: `decode_complete`.

use super::literals::python as literal;
use super::python::{self, list};
use super::{CodeInput, CodeWriter, IssuerKeys, KeyPlace, algorithms, expected_text, of_claim};
use crate::code::Library;
use crate::{ClaimDemand, ExpectationKind};

pub(crate) const LIBRARY: Library = Library {
    id: "pyjwt",
    name: "PyJWT",
    version: "2.15",
    reference: "https://pyjwt.readthedocs.io/en/stable/api.html",
    comment: "#",
    write,
};

fn error(_claim: &str, message: &str) -> String {
    format!("jwt.InvalidTokenError({})", literal(message))
}

/// Whether `decode_complete` can say it.
fn is_option(demand: &ClaimDemand) -> bool {
    demand.value.is_none() || expected_text(demand, "sub").is_some()
}

fn write(input: &CodeInput, code: &mut CodeWriter) {
    let expected = input.expectations;
    let plain: Vec<&ClaimDemand> =
        expected.claims.iter().filter(|demand| !is_option(demand) || code.is_inside(demand)).collect();
    python::imports(input, &[], code);
    code.line("import jwt");
    code.line("");
    let key = match &input.keys {
        KeyPlace::JwkSet(address) => {
            match code.each_key(input) {
                [] => client("keys = ", address, "", code),
                each => {
                    code.line("keys = {");
                    for IssuerKeys { issuer, address } in each {
                        client(&format!("    {}: ", literal(issuer)), address, ",", code);
                    }
                    code.line("}");
                }
            }
            if input.keys_of_each.is_empty() {
                "keys.get_signing_key_from_jwt(token).key"
            } else {
                "keys[issuer].get_signing_key_from_jwt(token).key"
            }
        }
        KeyPlace::Secret => {
            code.line("key = os.environ[\"JWT_SECRET\"]");
            "key"
        }
        KeyPlace::PublicKey => {
            code.line("key = Path(\"public-key.pem\").read_text()");
            "key"
        }
    };
    code.line("");
    code.line("");
    python::helpers(expected, &plain, code);
    code.line("def check(token):");
    if !input.keys_of_each.is_empty() {
        code.line("    options = {\"verify_signature\": False}");
        code.line("    issuer = jwt.decode(token, options=options).get(\"iss\")");
        let condition = "    if not isinstance(issuer, str) or issuer not in keys:";
        code.line_for(&ExpectationKind::Issuer, condition);
        code.line(format!("        raise {}", error("iss", "iss differs")));
    }
    code.line_for(&ExpectationKind::Signature, "    decoded = jwt.decode_complete(");
    code.line("        token,");
    code.line(format!("        {key},"));
    options(input, code);
    code.line("    )");
    code.line("    claims = decoded[\"payload\"]");
    code.line("    if any(type(claims.get(name, 0)) not in (int, float) for name in (\"exp\", \"nbf\", \"iat\")):");
    code.line(format!("        raise {}", error("exp", "exp, nbf or iat is not a number")));
    python::plain_lines("decoded[\"header\"]", expected, &plain, error, code);
    notes(input, &plain, code);
}

/// Black breaks a longer line.
fn client(before: &str, address: &str, after: &str, code: &mut CodeWriter) {
    const LINE: usize = 88;
    let address = literal(address);
    let line = format!("{before}jwt.PyJWKClient({address}){after}");
    if line.chars().count() <= LINE {
        return code.line(line);
    }
    let indent: String = before.chars().take_while(|character| *character == ' ').collect();
    code.line(format!("{before}jwt.PyJWKClient("));
    code.line(format!("{indent}    {address}"));
    code.line(format!("{indent}){after}"));
}

fn options(input: &CodeInput, code: &mut CodeWriter) {
    let expected = input.expectations;
    let algorithms = algorithms(input, code);
    code.line_for(&ExpectationKind::Algorithm, format!("        algorithms={},", list(&algorithms)));
    let line = format!("        issuer={},", list(&expected.issuers));
    match expected.issuers.is_empty() {
        true => {}
        false if input.keys_of_each.is_empty() => code.line_for(&ExpectationKind::Issuer, line),
        // The keys of other issuers were not found.
        false => code.line(line),
    }
    if !expected.audiences.is_empty() {
        code.line_for(&ExpectationKind::Audience, format!("        audience={},", list(&expected.audiences)));
    }
    for demand in &expected.claims {
        if let Some(subject) = expected_text(demand, "sub") {
            code.line_for(&of_claim(demand), format!("        subject={},", literal(subject)));
        }
    }
    code.line_for(&ExpectationKind::Time, format!("        leeway={},  # seconds", expected.leeway));
    let is_required = |demand: &&ClaimDemand| is_option(demand) && !code.is_inside(demand);
    let required: Vec<&ClaimDemand> = expected.claims.iter().filter(is_required).collect();
    if required.is_empty() && !expected.audiences.is_empty() {
        return;
    }
    code.line("        options={");
    if expected.audiences.is_empty() {
        code.line("            \"verify_aud\": False,");
    }
    if !required.is_empty() {
        code.line("            \"require\": [");
        for demand in required {
            let line = format!("                {},", literal(&demand.name));
            match demand.value {
                None => code.line_for(&of_claim(demand), line),
                Some(_) => code.line(line),
            }
        }
        code.line("            ],");
    }
    code.line("        },");
}

fn notes(input: &CodeInput, plain: &[&ClaimDemand], code: &mut CodeWriter) {
    let expected = input.expectations;
    if expected.audiences.is_empty() {
        code.note("PyJWT refuses each token with an `aud` where no audience is expected: `verify_aud` turns that off.");
    }
    if !expected.audiences.is_empty() {
        code.note("PyJWT refuses an `aud` in which anything but strings stands.");
    }
    if !expected.types.is_empty() {
        code.note("PyJWT does not check `typ`: plain lines after it do.");
    }
    if !plain.is_empty() || !expected.scopes.is_empty() || expected.longest_lifetime.is_some() {
        code.note("PyJWT has no option for other claims, scopes and the lifetime: plain lines after it check these.");
    }
    if expected.claims.iter().any(|demand| demand.value.is_none()) {
        code.note("A claim that is `null` is missing to PyJWT.");
    }
    code.note(
        "PyJWT reads a text or `true` in `exp`, `nbf` and `iat` as a number: a plain line after it refuses these.",
    );
    code.note("PyJWT also refuses a token whose `iat` lies in the future, or whose `sub` or `jti` is no string.");
    if let KeyPlace::JwkSet(_) = &input.keys {
        code.note("`PyJWKClient` needs a `kid` to find the key.");
    }
    if input.keys != KeyPlace::Secret {
        code.note("It needs the package `cryptography`: install `PyJWT[crypto]`.");
    }
}
