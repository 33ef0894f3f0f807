//! In what a text differs from one that it nearly is.

mod as_written;
mod replaced;

use std::borrow::Cow;

use inspect::display::{first_listed, quoted, quoted_short, visible_text};
use inspect::normalization;

use crate::ExpectationKind;
pub(super) use as_written::remark;

/// Longer texts are not compared in this way: no issuer and no audience is.
const LONGEST: usize = 4_096;
/// A shorter text is the beginning or the end of many.
const SHORTEST: usize = 8;
/// The most characters of a text that is quoted whole.
const WHOLE: usize = 200;
/// The most texts that are quoted.
const QUOTED: usize = 3;

type Rewriting = fn(&str) -> Cow<'_, str>;

/// Two texts that are equal once both are rewritten differ only in this.
const REWRITINGS: [(Rewriting, &str); 10] = [
    (|text| text.trim().into(), "by white space around it"),
    (|text| text.trim_matches(['"', '\'', '`']).into(), "by quotation marks around it"),
    (
        |text| text.chars().filter(|it| visible_text(it.encode_utf8(&mut [0; 4])).len() == it.len_utf8()).collect(),
        "by characters that cannot be seen",
    ),
    (
        |text| normalization::composed(text).into(),
        "in how its accents are written: in one character with the letter, or in one behind it (Unicode normalization)",
    ),
    (|text| text.to_lowercase().into(), "in upper and lower case"),
    (
        |text| match text.strip_prefix("http://") {
            Some(rest) => format!("https://{rest}").into(),
            None => text.into(),
        },
        "by `http` or `https` at its beginning",
    ),
    (
        |text| text.strip_prefix("https://").or(text.strip_prefix("http://")).unwrap_or(text).into(),
        "by the `https://` at its beginning",
    ),
    (|text| text.strip_suffix('/').unwrap_or(text).into(), "by the `/` at its end"),
    (percent_decoded, "by percent-encoding"),
    (|text| replaced::shapes(text).into(), "by characters that look alike"),
];

/// "The token says `a`. It differs only by the `/` at its end."
pub(super) fn sentence(said: &str, expected: &[String], kind: &ExpectationKind) -> String {
    let remark = remark(&[said], expected, kind);
    let nearest = expected.iter().filter(|_| remark.is_none());
    let nearest = nearest.into_iter().find_map(|expected| Some((expected, of(said, expected)?)));
    let sentence = match (nearest, expected) {
        (Some((_, words)), [only]) => format!("The token says {}. It {words}.", shown(said, &[only])),
        (Some((nearest, words)), _) => {
            format!("The token says {}. Compared with {} it {words}.", shown(said, &[nearest]), shown(nearest, &[said]))
        }
        (None, [only]) => format!("The token says {}, not {}.", shown(said, &[only]), shown(only, &[said])),
        (None, _) => {
            let others: Vec<&str> = expected.iter().map(String::as_str).collect();
            format!("The token says {}, which is none of the {} expected.", shown(said, &others), expected.len())
        }
    };
    with_remark(sentence, remark)
}

/// Of several texts of the token: "The token lists `a` and `b`, not `c`."
pub(super) fn sentence_of_several(verb: &str, said: &[&str], expected: &[String], kind: &ExpectationKind) -> String {
    let remark = remark(said, expected, kind);
    let near = || said.iter().find_map(|said| expected.iter().find_map(|it| Some((said, of(said, it)?))));
    let listed = some_of(said);
    let sentence = match (near().filter(|_| remark.is_none()), expected) {
        (Some((near, words)), _) => format!("The token {verb} {listed}. {} {words}.", quoted_short(near)),
        (None, [only]) => format!("The token {verb} {listed}, not {}.", quoted_short(only)),
        (None, _) => format!("The token {verb} {listed}."),
    };
    with_remark(sentence, remark)
}

fn with_remark(sentence: String, remark: Option<String>) -> String {
    match remark {
        Some(remark) => format!("{sentence} {remark}"),
        None => sentence,
    }
}

/// Short, unless it could then be taken for one of these.
fn shown<T: AsRef<str>>(text: &str, beside: &[T]) -> String {
    let short = quoted_short(text);
    match beside.iter().any(|other| quoted_short(other.as_ref()) == short) {
        true => quoted(text, WHOLE),
        false => short,
    }
}

/// The first texts, short.
pub(super) fn some_of(texts: &[&str]) -> String {
    first_listed(texts.iter().map(|text| quoted_short(text)), QUOTED, " and ")
}

/// "differs only by the `/` at its end", "has `/v2.0` at its end, which is not expected"
pub(super) fn of(said: &str, expected: &str) -> Option<String> {
    if said.len() > LONGEST || expected.len() > LONGEST || said == expected {
        return None;
    }
    alike(said, expected)
        .or_else(|| added(said, expected))
        .or_else(|| two_rewritings(said, expected))
        .or_else(|| replaced::by_a_few(said, expected))
}

/// The same in the eyes of whoever wrote it: they look alike, or one thing about them is written in another way.
pub(super) fn alike(said: &str, expected: &str) -> Option<String> {
    if said == expected {
        return None;
    }
    replaced::by_look_alikes(said, expected).or_else(|| {
        let (_, words) = REWRITINGS.iter().find(|(rewrite, _)| rewrite(said) == rewrite(expected))?;
        Some(format!("differs only {words}"))
    })
}

fn two_rewritings(said: &str, expected: &str) -> Option<String> {
    let pairs = REWRITINGS
        .iter()
        .enumerate()
        .flat_map(|(at, one)| REWRITINGS.iter().skip(at + 1).map(move |other| (one, other)));
    for ((first, words), (second, more_words)) in pairs {
        let is_same = second(&first(said)) == second(&first(expected));
        if is_same {
            return Some(format!("differs only {words} and {more_words}"));
        }
    }
    None
}

/// One is the beginning or the end of the other.
fn added(said: &str, expected: &str) -> Option<String> {
    let (shorter, longer, verb, close) = match said.len() < expected.len() {
        true => (said, expected, "lacks", ""),
        false => (expected, said, "has", ", which is not expected"),
    };
    if shorter.len() < SHORTEST {
        return None;
    }
    let (added, place) = match longer.strip_prefix(shorter) {
        Some(behind) => (behind, "end"),
        None => (longer.strip_suffix(shorter)?, "beginning"),
    };
    Some(format!("{verb} {} at its {place}{close}", quoted_short(added)))
}

/// Where that is UTF-8. As it is, where nothing is encoded.
fn percent_decoded(text: &str) -> Cow<'_, str> {
    if !text.contains('%') {
        return text.into();
    }
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((first, behind)) = rest.split_first() {
        let digits = behind.get(..2).filter(|_| *first == b'%').and_then(|digits| std::str::from_utf8(digits).ok());
        let byte = digits.and_then(|digits| u8::from_str_radix(digits, 16).ok());
        bytes.push(byte.unwrap_or(*first));
        rest = if byte.is_some() { behind.get(2..).unwrap_or_default() } else { behind };
    }
    String::from_utf8(bytes).map_or(text.into(), Cow::Owned)
}
