//! What the code of several libraries has in common, of those that are run and those that are not.

use super::CodeWriter;
use crate::Expectations;

/// Lines as they stand, without those that are empty at the ends.
pub(super) fn block(code: &mut CodeWriter, text: &str) {
    for line in text.trim_matches('\n').lines() {
        code.line(line);
    }
}

/// `"a", "b"`
pub(super) fn listed_as(texts: &[String], quoted: impl Fn(&str) -> String) -> String {
    texts.iter().map(|text| quoted(text)).collect::<Vec<_>>().join(", ")
}

/// The spellings of `typ` that are meant, in small letters: RFC 7515 section 4.1.9 lets `application/` be left out.
pub(super) fn types_in_small_letters(expectations: &Expectations) -> Vec<String> {
    let mut spellings = Vec::new();
    for expected in &expectations.types {
        let small = expected.to_lowercase();
        let other = match small.strip_prefix("application/") {
            Some(rest) if !rest.contains('/') => Some(rest.to_owned()),
            None if !small.contains('/') => Some(format!("application/{small}")),
            _ => None,
        };
        for spelling in std::iter::once(small).chain(other) {
            if !spellings.contains(&spelling) {
                spellings.push(spelling);
            }
        }
    }
    spellings
}

pub(super) fn demands(expectations: &Expectations, name: &str) -> bool {
    expectations.claims.iter().any(|demand| demand.name == name)
}

/// A number that each of these languages reads as JSON does: as a 64-bit float. In place of one that is too large for that
/// stands the largest, so that the code compiles and still compares numbers.
pub(super) fn plain_number(number: &str) -> Option<&str> {
    let is_plain = |byte: u8| byte.is_ascii_digit() || matches!(byte, b'+' | b'-' | b'.' | b'e' | b'E');
    let number = Some(number).filter(|number| number.bytes().all(is_plain))?;
    match number.parse::<f64>().ok()? {
        f64::INFINITY => Some("1.7976931348623157e308"),
        f64::NEG_INFINITY => Some("-1.7976931348623157e308"),
        _ => Some(number),
    }
}

/// "`a` and `b`"
pub(super) fn names_of<'n>(names: impl IntoIterator<Item = &'n str>) -> String {
    let names: Vec<String> = names.into_iter().map(|name| inspect::display::quoted(name, 60)).collect();
    inspect::display::listed(&names, " and ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn types_have_both_spellings_in_small_letters() {
        let types = |types: &[&str]| {
            let types = types.iter().map(|name| (*name).to_owned()).collect();
            types_in_small_letters(&Expectations { types, ..Expectations::default() })
        };
        assert_eq!(types(&["AT+JWT"]), ["at+jwt", "application/at+jwt"]);
        assert_eq!(types(&["application/at+jwt", "at+jwt"]), ["application/at+jwt", "at+jwt"]);
        assert_eq!(types(&["text/x", "application/a/b"]), ["text/x", "application/a/b"]);
    }
}
