//! The gem jwt for Ruby: `JWT.decode`.

use super::literals::ruby as literal;
use super::{CodeInput, CodeWriter, KeyPlace, algorithms, joined, note_on_number, of_claim, refusal, written_types};
use crate::code::Library;
use crate::{ClaimDemand, ExpectationKind, ExpectedValue};

pub(crate) const LIBRARY: Library = Library {
    id: "ruby-jwt",
    name: "ruby-jwt",
    version: "2.5",
    reference: "https://github.com/jwt/ruby-jwt/tree/v2.5.0#readme",
    comment: "#",
    write,
};

fn array(texts: &[impl AsRef<str>]) -> String {
    format!("[{}]", joined(texts, |text| literal(text.as_ref())))
}

fn write(input: &CodeInput, code: &mut CodeWriter) {
    let expected = input.expectations;
    let key = keys(input, code);
    code.line("");
    code.line("def check(token)");
    let header = if expected.types.is_empty() { "_" } else { "header" };
    code.line_for(&ExpectationKind::Signature, format!("  claims, {header} = JWT.decode("));
    code.line(format!("    token, {key}, true,"));
    options(input, code);
    code.line("  )");
    code.line("  raise JWT::DecodeError, \"it has no claims\" unless claims.is_a?(Hash)");
    code.line("  raise JWT::DecodeError, \"exp or nbf is not a number\" unless claims.slice(\"exp\", \"nbf\").values.all?(Numeric)");
    code.note("ruby-jwt reads any text in `exp` and `nbf` as a number, often 0: a plain line after it refuses these. On `true` or an array there it ends with a `NoMethodError`.");
    if !expected.types.is_empty() {
        code.line("  type = header[\"typ\"]");
        let types = array(&written_types(&expected.types));
        let condition = format!("type.is_a?(String) && {types}.include?(type.downcase)");
        refuse(code, &ExpectationKind::Type, &condition, "typ differs");
        code.note("ruby-jwt does not check `typ`: plain lines after it do.");
    }
    for demand in &expected.claims {
        if demand.value.is_some() || code.is_inside(demand) {
            claim(demand, code);
        }
    }
    scopes(&expected.scopes, code);
    if let Some(longest) = expected.longest_lifetime {
        code.line("  begins = claims.values_at(\"iat\", \"nbf\").grep(Numeric).first");
        let condition = format!("claims[\"exp\"] && begins && claims[\"exp\"] - begins <= {longest}");
        refuse(code, &ExpectationKind::Lifetime, &condition, "it lives too long");
        code.note(super::javascript::LIFETIME);
    }
    code.line("  claims");
    code.line("end");
    let has_values = expected.claims.iter().any(|demand| demand.value.is_some());
    if has_values || !expected.scopes.is_empty() || expected.longest_lifetime.is_some() {
        code.note(
            "ruby-jwt has no option for other values, scopes and the lifetime: plain lines after it check these.",
        );
    }
}

/// What `JWT.decode` takes as the key.
fn keys(input: &CodeInput, code: &mut CodeWriter) -> &'static str {
    match &input.keys {
        KeyPlace::JwkSet(address) => {
            code.line("require \"json\"");
            code.line("require \"net/http\"");
            code.line("require \"jwt\"");
            code.line("");
            code.line("cached = nil");
            code.line("KEYS = lambda do |options|");
            code.line("  cached = nil if options[:kid_not_found]");
            code.line(format!(
                "  cached ||= JSON.parse(Net::HTTP.get(URI({})), symbolize_names: true)",
                literal(address)
            ));
            code.line("end");
            code.note("ruby-jwt needs a `kid` to find the key.");
            "nil"
        }
        KeyPlace::Secret => {
            code.line("require \"jwt\"");
            code.line("");
            code.line("KEY = ENV.fetch(\"JWT_SECRET\")");
            "KEY"
        }
        KeyPlace::PublicKey => {
            code.line("require \"jwt\"");
            code.line("");
            code.line("KEY = OpenSSL::PKey.read(File.read(\"public-key.pem\"))");
            "KEY"
        }
    }
}

fn options(input: &CodeInput, code: &mut CodeWriter) {
    let expected = input.expectations;
    code.line("    {");
    if let KeyPlace::JwkSet(_) = &input.keys {
        code.line("      jwks: KEYS,");
    }
    let algorithms = algorithms(input, code);
    code.line_for(&ExpectationKind::Algorithm, format!("      algorithms: {},", array(&algorithms)));
    if !expected.issuers.is_empty() {
        code.line_for(&ExpectationKind::Issuer, format!("      iss: {},", array(&expected.issuers)));
        code.line("      verify_iss: true,");
    }
    if !expected.audiences.is_empty() {
        code.line_for(&ExpectationKind::Audience, format!("      aud: {},", array(&expected.audiences)));
        code.line("      verify_aud: true,");
    }
    code.line_for(&ExpectationKind::Time, format!("      leeway: {}, # seconds", expected.leeway));
    let is_required = |demand: &&ClaimDemand| demand.value.is_none() && !code.is_inside(demand);
    let required: Vec<&ClaimDemand> = expected.claims.iter().filter(is_required).collect();
    if !required.is_empty() {
        code.line("      required_claims: [");
        for demand in required {
            code.line_for(&of_claim(demand), format!("        {},", literal(&demand.name)));
        }
        code.line("      ],");
    }
    code.line("    }");
}

fn refuse(code: &mut CodeWriter, kind: &ExpectationKind, unless: &str, message: &str) {
    code.line_for(kind, format!("  raise JWT::DecodeError, {} unless {unless}", literal(message)));
}

fn claim(demand: &ClaimDemand, code: &mut CodeWriter) {
    let names = code.names_to(demand);
    let Some((last, before)) = names.split_last() else { return };
    // `dig` ends with an error where one on the way is no hash.
    let into = |claims: String, name: &String| format!("Hash.try_convert({claims}[{}]).to_h", literal(name));
    let claims = before.iter().fold("claims".to_owned(), into);
    let name = literal(last);
    let includes = |value: &str| format!("[{claims}[{name}]].flatten(1).include?({value})");
    let condition = match &demand.value {
        None => format!("{claims}.key?({name})"),
        Some(ExpectedValue::Text(text)) => includes(&literal(text)),
        Some(ExpectedValue::Number(number)) => includes(number),
        Some(ExpectedValue::Boolean(is_so)) => includes(&is_so.to_string()),
        Some(ExpectedValue::Null) => format!("{claims}.key?({name}) && {}", includes("nil")),
    };
    refuse(code, &of_claim(demand), &condition, &refusal(demand));
    note_on_number(demand, code);
}

fn scopes(scopes: &[String], code: &mut CodeWriter) {
    if scopes.is_empty() {
        return;
    }
    code.line("  scopes = [claims[\"scope\"], claims[\"scp\"]].flatten(1).grep(String).join(\" \").split(/ /)");
    let condition = format!("({} - scopes).empty?", array(scopes));
    refuse(code, &ExpectationKind::Scope, &condition, "a scope is missing");
}
