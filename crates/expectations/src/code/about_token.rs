//! Notes beside the code that hold for every library: what is left to fill in, and what the code makes of this token.

use decode::Token;
use decode::format::Format;
use inspect::display::{listed, quoted};

use super::{CodeInput, CodeWriter, KeyPlace, Library};
use crate::judge::{placeholders, stands_inside};
use crate::{ExpectationKind, Expectations, ExpectedValue};

/// Those that go before the notes of the library.
pub(super) fn first(input: &CodeInput, filled_in: Option<&str>, code: &CodeWriter) -> Vec<String> {
    let mut notes = Vec::new();
    let open: Vec<String> = unfilled(input.expectations).into_iter().map(|name| quoted(name, 60)).collect();
    if !open.is_empty() {
        notes.push(format!("Fill in {}.", listed(&open, " and ")));
    }
    notes.extend(addresses(input, code).into_iter().filter_map(to_be_looked_up));
    if let Some(name) = filled_in {
        notes.push(format!("You expect no algorithm: the code names {}, which the token has.", quoted(name, 40)));
    }
    notes
}

/// Those that go after them.
pub(super) fn last(library: &Library, input: &CodeInput, token: &Token, code: &mut CodeWriter) {
    let expected = input.expectations;
    if let (Some(first), false, KeyPlace::JwkSet(_)) = (input.keys_of_each.first(), code.has_each_key, &input.keys) {
        let issuer = quoted(&first.issuer, 60);
        code.note(format!(
            "The keys are those of the first issuer, {issuer}, alone: tokens of the others need theirs."
        ));
    }
    if matches!(token.format, Format::SdJwt | Format::SdJwtWithKeyBinding) {
        code.note(format!("This token is an SD-JWT, and the code is for plain JWTs: give {} the part before the first `~`. Claims in disclosures are missing to it.", library.name));
    }
    for demand in &expected.claims {
        let name = quoted(&demand.name, 60);
        if code.takes_as_float(&demand.name) {
            code.note(format!(
                "This code would take {name} of this token: as floating-point numbers, both numbers are the same."
            ));
        }
        if code.is_looked_for_as_whole(&demand.name) && stands_inside(token, &demand.name) {
            code.note(format!("{name} stands inside another claim of this token. The code looks for a claim of that whole name: let it look inside the other one."));
        }
    }
}

/// Of the JWK Sets in the code.
fn addresses<'i>(input: &'i CodeInput, code: &CodeWriter) -> Vec<&'i str> {
    match &input.keys {
        KeyPlace::JwkSet(first) if input.keys_of_each.is_empty() || !code.has_each_key => vec![first],
        KeyPlace::JwkSet(_) => input.keys_of_each.iter().map(|keys| keys.address.as_str()).collect(),
        KeyPlace::Secret | KeyPlace::PublicKey => Vec::new(),
    }
}

/// `<jwks_uri of https://…>`
fn to_be_looked_up(address: &str) -> Option<String> {
    if address.starts_with("<address of") {
        return Some(format!("Fill in {}.", quoted(address, 200)));
    }
    let document = address.strip_prefix("<jwks_uri of ")?.strip_suffix('>')?;
    Some(format!("Fill in `<jwks_uri of …>`: {} names that address.", quoted(document, 200)))
}

/// The placeholders that the reader has not filled in.
fn unfilled(expectations: &Expectations) -> Vec<&str> {
    let values = expectations.claims.iter().filter_map(|demand| match &demand.value {
        Some(ExpectedValue::Text(text)) => Some(text),
        _ => None,
    });
    let mut names = Vec::new();
    for text in expectations.issuers.iter().chain(&expectations.audiences).chain(values) {
        for name in placeholders(text) {
            if !names.contains(&name) {
                names.push(name);
            }
        }
    }
    names
}

impl CodeWriter<'_> {
    /// The token is refused for a number that this language takes for the expected one.
    fn takes_as_float(&self, name: &str) -> bool {
        let kind = ExpectationKind::Claim(name.to_owned());
        let is_refused = self.answer.lines.iter().any(|line| line.kind == kind && line.is_refused());
        is_refused && self.written_claims.contains(name) && self.is_same_number(name)
    }

    fn is_looked_for_as_whole(&self, name: &str) -> bool {
        self.written_claims.contains(name) && !self.looked_inside.contains(name)
    }
}
