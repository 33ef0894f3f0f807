//! The conditions of the tables, and how they are said when they hold.

use super::address;
use super::token_members::TokenMembers;
use crate::display::listed;
use crate::masked::MASK;
use decode::json::{JsonKind, Value};

/// Something that the evidence must show.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Condition {
    /// `typ` in the header is this type.
    Type(&'static str),
    Claim(&'static str, ValueTest),
    HeaderParameter(&'static str, ValueTest),
    /// At least one of these claims is there.
    AnyClaim(&'static [&'static str]),
    /// There is no such claim.
    NoClaim {
        name: &'static str,
        is_worth_saying: bool,
    },
    /// There are exactly so many claims.
    ClaimCount(usize),
    /// It stands under one of these names, such as that of a cookie.
    Label(&'static [&'static str]),
}

/// What the value of a claim or header parameter must be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ValueTest {
    Anything,
    Object,
    /// A list of objects that is not empty.
    Objects,
    /// One of these texts, or a list that holds one of them.
    Is(&'static [&'static str]),
    /// A text that begins with one of these, or a list that holds such a text.
    Begins(&'static [&'static str]),
    /// A text that ends with one of these and is longer, or a list that holds such a text.
    Ends(&'static [&'static str]),
    /// A text that has one of these inside, or a list that holds such a text.
    Contains(&'static [&'static str]),
    /// An [address](super::address) of one of these forms, or a list that holds one.
    Address(&'static [&'static str]),
    /// A number, or a text of digits.
    Digits,
    /// A text of 32 hexadecimal digits.
    Hexadecimal32,
    /// An ID of Apple's: 10 capital letters and digits.
    AppleId,
    /// The same text as this claim.
    SameAs(&'static str),
}

/// The sentences that say how the conditions hold. None if one of them does not.
pub(super) fn sentences(conditions: &[Condition], members: &TokenMembers) -> Option<Vec<String>> {
    let mut said = Sentences::default();
    conditions.iter().try_for_each(|condition| said.take(condition, members))?;
    Some(said.sentences())
}

/// How many values of a list are compared: those that matter have few.
const MOST: usize = 100;

/// What the sentences are made of. The names stand in backquotes.
#[derive(Default)]
struct Sentences {
    sentences: Vec<String>,
    claims: Vec<String>,
    header_parameters: Vec<String>,
    absent: Vec<String>,
    nothing_else: bool,
}

impl Sentences {
    /// None where the condition does not hold.
    fn take(&mut self, condition: &Condition, members: &TokenMembers) -> Option<()> {
        match *condition {
            Condition::Type(typ) if members.is_typed(typ) => self.sentences.push(format!("Its `typ` is `{typ}`.")),
            Condition::Type(_) => return None,
            Condition::Claim(name, test) => {
                let value = members.claim(name)?;
                match test {
                    ValueTest::Anything => self.claims.push(quoted(name)),
                    ValueTest::Object | ValueTest::Objects if is_made_of_objects(value, test) => {
                        self.claims.push(quoted(name));
                    }
                    // A claim `typ` is easily taken for the header parameter.
                    _ if name == "typ" => {
                        let what = what_it_is(value, test, members)?;
                        self.sentences.push(format!("It has a claim `typ`, and that {what}."));
                    }
                    _ => {
                        let what = what_it_is(value, test, members)?;
                        self.sentences.push(format!("Its `{name}` {what}."));
                    }
                }
            }
            Condition::HeaderParameter(name, ValueTest::Anything) => {
                members.header_parameter(name)?;
                self.header_parameters.push(quoted(name));
            }
            Condition::HeaderParameter(name, test) => {
                let what = what_it_is(members.header_parameter(name)?, test, members)?;
                self.sentences.push(format!("In its header, `{name}` {what}."));
            }
            Condition::AnyClaim(names) => {
                let before = self.claims.len();
                self.claims.extend(names.iter().filter(|name| members.claim(name).is_some()).map(|name| quoted(name)));
                return (self.claims.len() > before).then_some(());
            }
            Condition::NoClaim { name, .. } if members.may_have(name) => return None,
            Condition::NoClaim { name, is_worth_saying } => {
                self.absent.extend(is_worth_saying.then(|| quoted(name)));
            }
            Condition::ClaimCount(count) => {
                self.nothing_else = true;
                return (members.claim_count() == count && !members.may_have_more()).then_some(());
            }
            Condition::Label(names) => {
                let name = names.iter().find(|name| members.is_under(name))?;
                self.sentences.push(format!("It stands under the name `{name}`."));
            }
        }
        Some(())
    }

    fn sentences(self) -> Vec<String> {
        let mut sentences = self.sentences;
        if !self.header_parameters.is_empty() {
            sentences.push(format!("Its header has {}.", listed(&self.header_parameters, " and ")));
        }
        let claims = listed(&self.claims, " and ");
        let absent = match self.absent.as_slice() {
            [] => None,
            [one] => Some(format!("no {one}")),
            several => Some(format!("neither {}", listed(several, " nor "))),
        };
        match absent {
            None if claims.is_empty() => {}
            None if self.nothing_else => sentences.push(format!("It has {claims}, and nothing else.")),
            None => sentences.push(format!("It has {claims}.")),
            Some(absent) if claims.is_empty() => sentences.push(format!("It has {absent}.")),
            Some(absent) => sentences.push(format!("It has {claims}, and {absent}.")),
        }
        sentences
    }
}

fn is_made_of_objects(value: &Value, test: ValueTest) -> bool {
    let is_object = |value: &Value| matches!(value.kind, JsonKind::Object(_));
    match &value.kind {
        JsonKind::Object(_) => test == ValueTest::Object,
        JsonKind::Array(values) => test == ValueTest::Objects && !values.is_empty() && values.iter().all(is_object),
        _ => false,
    }
}

/// The rest of a sentence, such as "is `none`". None where the test fails.
fn what_it_is(value: &Value, test: ValueTest, members: &TokenMembers) -> Option<String> {
    let is_list = matches!(value.kind, JsonKind::Array(_));
    match test {
        ValueTest::Anything => Some("is there".to_owned()),
        ValueTest::Object | ValueTest::Objects => is_made_of_objects(value, test).then(|| "is there".to_owned()),
        ValueTest::Is(wanted) => {
            let found = first_in(wanted, value, |wanted, text| wanted == text)?;
            Some(format!("{} `{found}`", if is_list { "holds" } else { "is" }))
        }
        ValueTest::Begins(wanted) => {
            let found = first_in(wanted, value, |wanted, text| text.starts_with(wanted))?;
            Some(format!("begins with `{found}`"))
        }
        ValueTest::Ends(wanted) => {
            let found = first_in(wanted, value, |wanted, text| text.ends_with(wanted) && text != wanted)?;
            Some(format!("ends with `{found}`"))
        }
        ValueTest::Contains(wanted) => {
            let found = first_in(wanted, value, |wanted, text| text.contains(wanted))?;
            Some(format!("has `{found}` in it"))
        }
        ValueTest::Address(forms) => {
            let found = first_in(forms, value, address::fits)?;
            let form = found.strip_prefix("//").unwrap_or(found).replace("**", "*");
            let verb = match form.contains('*') {
                _ if is_list => "holds",
                true => "has the form",
                false => "is",
            };
            Some(format!("{verb} `{form}`"))
        }
        ValueTest::Digits => {
            let is_number = match &value.kind {
                JsonKind::String(text) => !text.text.is_empty() && text.text.bytes().all(|byte| byte.is_ascii_digit()),
                kind => matches!(kind, JsonKind::Number),
            };
            is_number.then(|| "is a number".to_owned())
        }
        ValueTest::Hexadecimal32 => {
            let text = value.as_str()?;
            let is_it = text.len() == 32 && text.bytes().all(|byte| byte.is_ascii_hexdigit());
            is_it.then(|| "is 32 hexadecimal digits".to_owned())
        }
        ValueTest::AppleId => {
            let text = value.as_str()?;
            let is_of_id = |byte: u8| byte.is_ascii_uppercase() || byte.is_ascii_digit();
            (text.len() == 10 && text.bytes().all(is_of_id)).then(|| "is 10 capital letters and digits".to_owned())
        }
        ValueTest::SameAs(other) => {
            let is_same = value.as_str()? == members.claim(other)?.as_str()?;
            // Two values that the sender of a link masked cannot be compared.
            (is_same && value.as_str() != Some(MASK)).then(|| format!("and its `{other}` are the same"))
        }
    }
}

/// The first wanted text that fits the value, or one of its first values if it is a list.
fn first_in(wanted: &'static [&'static str], value: &Value, fits: impl Fn(&str, &str) -> bool) -> Option<&'static str> {
    let texts: &[Value] = match &value.kind {
        JsonKind::Array(values) => values.get(..MOST).unwrap_or(values),
        _ => std::slice::from_ref(value),
    };
    wanted.iter().copied().find(|wanted| texts.iter().filter_map(Value::as_str).any(|text| fits(wanted, text)))
}

fn quoted(name: &str) -> String {
    format!("`{name}`")
}

pub const fn typ(name: &'static str) -> Condition {
    Condition::Type(name)
}

pub const fn claim(name: &'static str) -> Condition {
    Condition::Claim(name, ValueTest::Anything)
}

pub const fn header(name: &'static str) -> Condition {
    Condition::HeaderParameter(name, ValueTest::Anything)
}

pub const fn any_of(claims: &'static [&'static str]) -> Condition {
    Condition::AnyClaim(claims)
}

pub const fn no_claim(name: &'static str) -> Condition {
    Condition::NoClaim { name, is_worth_saying: true }
}

/// The same, where the sentences need not say it.
pub const fn no_claim_unsaid(name: &'static str) -> Condition {
    Condition::NoClaim { name, is_worth_saying: false }
}

pub const fn claim_count(count: usize) -> Condition {
    Condition::ClaimCount(count)
}

pub const fn object(claim: &'static str) -> Condition {
    Condition::Claim(claim, ValueTest::Object)
}

pub const fn objects(claim: &'static str) -> Condition {
    Condition::Claim(claim, ValueTest::Objects)
}

pub const fn is(claim: &'static str, texts: &'static [&'static str]) -> Condition {
    Condition::Claim(claim, ValueTest::Is(texts))
}

pub const fn header_is(name: &'static str, texts: &'static [&'static str]) -> Condition {
    Condition::HeaderParameter(name, ValueTest::Is(texts))
}

pub const fn begins(claim: &'static str, beginnings: &'static [&'static str]) -> Condition {
    Condition::Claim(claim, ValueTest::Begins(beginnings))
}

pub const fn header_begins(name: &'static str, beginnings: &'static [&'static str]) -> Condition {
    Condition::HeaderParameter(name, ValueTest::Begins(beginnings))
}

pub const fn ends(claim: &'static str, ends: &'static [&'static str]) -> Condition {
    Condition::Claim(claim, ValueTest::Ends(ends))
}

pub const fn contains(claim: &'static str, texts: &'static [&'static str]) -> Condition {
    Condition::Claim(claim, ValueTest::Contains(texts))
}

pub const fn header_contains(name: &'static str, texts: &'static [&'static str]) -> Condition {
    Condition::HeaderParameter(name, ValueTest::Contains(texts))
}

pub const fn label(names: &'static [&'static str]) -> Condition {
    Condition::Label(names)
}

pub const fn address(claim: &'static str, forms: &'static [&'static str]) -> Condition {
    Condition::Claim(claim, ValueTest::Address(forms))
}

pub const fn digits(claim: &'static str) -> Condition {
    Condition::Claim(claim, ValueTest::Digits)
}

pub const fn hexadecimal_32(claim: &'static str) -> Condition {
    Condition::Claim(claim, ValueTest::Hexadecimal32)
}

pub const fn apple_id(claim: &'static str) -> Condition {
    Condition::Claim(claim, ValueTest::AppleId)
}

pub const fn header_apple_id(name: &'static str) -> Condition {
    Condition::HeaderParameter(name, ValueTest::AppleId)
}

pub const fn same_as(claim: &'static str, other: &'static str) -> Condition {
    Condition::Claim(claim, ValueTest::SameAs(other))
}

#[cfg(test)]
mod tests;
