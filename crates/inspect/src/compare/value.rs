//! Two JSON values: whether they are equal however they are written, and where they are not.

use super::pairs::{last_of_each, partners};
use super::said::is_mask;
use super::sets::{self, ComparedSets, SetDifference};
use crate::display;
use crate::masked::MASK;
use decode::Part;
use decode::json::{JsonKind, Value};

/// Somewhere inside two values.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    /// In the manner of RFC 6901; a name is cut where it is long. Empty for the values themselves.
    pub path: String,
    /// As written, cut where it is long. None where only the other has it.
    pub one: Option<String>,
    pub other: Option<String>,
}

/// The most differences inside one value that are listed.
const LIMIT: usize = 12;
const NAME_CHARACTERS: usize = 40;
const VALUE_CHARACTERS: usize = 80;

/// Where two values differ: nowhere if they are equal, as far as they are not masked.
/// `name` is that of the member that has these values.
pub(super) fn differences(name: &str, one: (&Part, &Value), other: (&Part, &Value)) -> Differences {
    let mut walk = Walk { name, one: one.0, other: other.0, path: Vec::new(), told: Differences::default() };
    walk.values(one.1, other.1);
    walk.told
}

#[derive(Default)]
pub(super) struct Differences {
    pub found: Vec<Difference>,
    /// Of values that are sets.
    pub sets: Vec<SetDifference>,
    /// There are more than are told.
    pub has_more: bool,
    /// Something could not be compared: its sender masked it.
    pub has_masks: bool,
}

enum Step<'a> {
    Name(&'a str),
    Position(usize),
}

struct Walk<'a> {
    name: &'a str,
    one: &'a Part,
    other: &'a Part,
    path: Vec<Step<'a>>,
    told: Differences,
}

impl<'a> Walk<'a> {
    fn values(&mut self, one: &'a Value, other: &'a Value) {
        if self.told.has_more {
            return;
        }
        if is_mask(one) || is_mask(other) {
            self.told.has_masks = true;
            return;
        }
        if self.are_sets(one, other) {
            return;
        }
        let is_equal = match (&one.kind, &other.kind) {
            (JsonKind::Object(_), JsonKind::Object(_)) => return self.objects(one, other),
            (JsonKind::Array(a), JsonKind::Array(b)) => return self.arrays(a, b),
            (JsonKind::String(a), JsonKind::String(b)) => a.text == b.text && a.lone_surrogates == b.lone_surrogates,
            (JsonKind::Number, JsonKind::Number) => {
                is_same_number(&self.one.source(one.span), &self.other.source(other.span))
            }
            (a, b) => a == b,
        };
        if !is_equal {
            self.tell(Some(one), Some(other));
        }
    }

    /// Compares what stands under a name of a set, if both are sets.
    fn are_sets(&mut self, one: &Value, other: &Value) -> bool {
        let name = match self.path.last() {
            None => self.name,
            Some(Step::Name(name)) => name,
            Some(Step::Position(_)) => return false,
        };
        let Some(ComparedSets { difference, has_masks }) = sets::compared(name, one, other) else { return false };
        self.told.has_masks |= has_masks;
        if let Some(difference) = difference {
            if self.told.sets.len() >= LIMIT {
                self.told.has_more = true;
            } else {
                self.told.sets.push(SetDifference { path: self.path(), ..difference });
            }
        }
        true
    }

    fn path(&self) -> String {
        let mut path = String::new();
        for step in &self.path {
            path.push('/');
            path.push_str(&match step {
                Step::Name(name) => display::capped(name, NAME_CHARACTERS),
                Step::Position(at) => at.to_string(),
            });
        }
        path
    }

    fn objects(&mut self, one: &'a Value, other: &'a Value) {
        let [a, b] = [one, other].map(Value::members);
        let [names, others] = [a, b].map(|members| members.iter().map(|member| &*member.name.text).collect::<Vec<_>>());
        self.told.has_masks |= names.contains(&MASK) || others.contains(&MASK);
        let partner = partners(&names, &others);
        for (at, _) in last_of_each(&names) {
            let Some(member) = a.get(at) else { continue };
            self.path.push(Step::Name(&member.name.text));
            match partner.get(at).copied().flatten().and_then(|at| b.get(at)) {
                Some(with) => self.values(&member.value, &with.value),
                None => self.tell(Some(&member.value), None),
            }
            self.path.pop();
        }
        let partner = partners(&others, &names);
        for (at, _) in last_of_each(&others) {
            if let (Some(member), Some(None)) = (b.get(at), partner.get(at)) {
                self.path.push(Step::Name(&member.name.text));
                self.tell(None, Some(&member.value));
                self.path.pop();
            }
        }
    }

    fn arrays(&mut self, one: &'a [Value], other: &'a [Value]) {
        for at in 0..one.len().max(other.len()) {
            self.path.push(Step::Position(at));
            match (one.get(at), other.get(at)) {
                (Some(a), Some(b)) => self.values(a, b),
                (a, b) => self.tell(a, b),
            }
            self.path.pop();
            if self.told.has_more {
                return;
            }
        }
    }

    fn tell(&mut self, one: Option<&Value>, other: Option<&Value>) {
        if self.told.found.len() >= LIMIT {
            self.told.has_more = true;
            return;
        }
        let shown = |part: &Part, value: Option<&Value>| value.map(|value| beginning(part, value));
        let path = self.path();
        let (one, other) = (shown(self.one, one), shown(self.other, other));
        self.told.found.push(Difference { path, one, other });
    }
}

/// The source of a value as far as it is told.
fn beginning(part: &Part, value: &Value) -> String {
    display::capped(&part.source(value.span), VALUE_CHARACTERS)
}

/// By value, without a machine number: `1e3`, `1000` and `1000.0` are the same.
pub fn is_same_number(one: &str, other: &str) -> bool {
    one == other || decimal(one).is_some_and(|number| Some(number) == decimal(other))
}

/// Whether it is negative, its digits without zeros at either end, and the power of ten of the last. None where the
/// exponent is beyond all reason.
fn decimal(number: &str) -> Option<(bool, String, i64)> {
    let (mantissa, exponent) = match number.split_once(['e', 'E']) {
        Some((mantissa, exponent)) => (mantissa, exponent.parse::<i32>().ok()?),
        None => (number, 0),
    };
    let unsigned = mantissa.trim_start_matches('-');
    let (integer, fraction) = unsigned.split_once('.').unwrap_or((unsigned, ""));
    let all = format!("{integer}{fraction}");
    let digits = all.trim_end_matches('0');
    let zeros = all.len() - digits.len();
    let digits = digits.trim_start_matches('0');
    if digits.is_empty() {
        return Some((false, String::new(), 0));
    }
    let length = |length: usize| i64::try_from(length).unwrap_or(i64::MAX);
    let power = i64::from(exponent) - length(fraction.len()) + length(zeros);
    Some((unsigned.len() < mantissa.len(), digits.to_owned(), power))
}

/// How far two texts begin alike, and how far they end alike, in bytes; both between characters, and not overlapping.
pub fn middle(one: &str, other: &str) -> (usize, usize) {
    let alike = one.chars().zip(other.chars()).take_while(|(a, b)| a == b).map(|(a, _)| a.len_utf8());
    let start: usize = alike.sum();
    let [one, other] = [one, other].map(|text| text.get(start..).unwrap_or_default());
    let alike = one.chars().rev().zip(other.chars().rev()).take_while(|(a, b)| a == b).map(|(a, _)| a.len_utf8());
    (start, alike.sum())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_equal_by_value() {
        for (one, other) in [
            ("1000", "1e3"),
            ("1000", "1000.0"),
            ("0.1", "10E-2"),
            ("-5", "-5.00"),
            ("0", "-0"),
            ("0", "0e99"),
            ("1e+2", "100"),
            ("1e99999999999", "1e99999999999"),
        ] {
            assert!(is_same_number(one, other), "{one} {other}");
        }
        for (one, other) in [
            ("1", "-1"),
            ("1", "10"),
            ("9007199254740993", "9007199254740992"),
            ("100002348117421473", "100002348117421474"),
            ("0.1", "0.10000000000000000001"),
            ("1e99999999999", "1e99999999998"),
        ] {
            assert!(!is_same_number(one, other), "{one} {other}");
        }
    }

    #[test]
    fn finds_the_differing_middle() {
        let split = |one: &'static str, other: &'static str| {
            let (start, end) = middle(one, other);
            (&one[start..one.len() - end], &other[start..other.len() - end])
        };
        assert_eq!(split("1795176000", "1795179600"), ("60", "96"));
        assert_eq!(split("aXb", "aYb"), ("X", "Y"));
        assert_eq!(split("aa", "aaa"), ("", "a"));
        assert_eq!(split("é", "è"), ("é", "è"));
        assert_eq!(split("", "x"), ("", "x"));
        assert_eq!(split("same", "same"), ("", ""));
    }
}
