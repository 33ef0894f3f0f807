//! What a report is made of.

use std::borrow::Cow;

use serde::ser::{Serialize, Serializer};

use decode::Span;
use decode::json::{JsonKind, Value};

/// A value of the report. One type for all of it: with a struct for each object, the code that writes them is the
/// largest of the core.
#[derive(Debug, Clone, PartialEq)]
pub enum Json<'a> {
    Null,
    Bool(bool),
    Number(i64),
    Text(Cow<'a, str>),
    List(Vec<Json<'a>>),
    /// Names and values in the order in which they are written.
    Object(Vec<(Cow<'a, str>, Json<'a>)>),
}

impl Serialize for Json<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Null => serializer.serialize_unit(),
            Self::Bool(is_so) => serializer.serialize_bool(*is_so),
            Self::Number(number) => serializer.serialize_i64(*number),
            Self::Text(text) => serializer.serialize_str(text),
            Self::List(values) => serializer.collect_seq(values),
            Self::Object(members) => serializer.collect_map(members.iter().map(|(name, value)| (name, value))),
        }
    }
}

impl<'a> Json<'a> {
    /// A value that was read from this text, as it is written there.
    pub fn read(value: &'a Value, source: &'a str) -> Self {
        match &value.kind {
            JsonKind::Object(members) => {
                let member = |member: &'a decode::json::Member| {
                    (Cow::Borrowed(&*member.name.text), Self::read(&member.value, source))
                };
                Self::Object(members.iter().map(member).collect())
            }
            JsonKind::Array(items) => list(items, |item| Self::read(item, source)),
            JsonKind::String(text) => Self::from(&*text.text),
            // A number that is no integer of the machine is told by its digits.
            JsonKind::Number => {
                let digits = value.span.in_str(source);
                digits.parse().map_or_else(|_| digits.into(), Self::Number)
            }
            JsonKind::Bool(is_so) => Self::Bool(*is_so),
            JsonKind::Null => Self::Null,
        }
    }

    /// The same, with all that it borrows.
    pub fn into_owned(self) -> Json<'static> {
        match self {
            Self::Null => Json::Null,
            Self::Bool(is_so) => Json::Bool(is_so),
            Self::Number(number) => Json::Number(number),
            Self::Text(text) => Json::Text(Cow::Owned(text.into_owned())),
            Self::List(values) => Json::List(values.into_iter().map(Json::into_owned).collect()),
            Self::Object(members) => {
                let owned = |(name, value): (Cow<str>, Json)| (Cow::Owned(name.into_owned()), value.into_owned());
                Json::Object(members.into_iter().map(owned).collect())
            }
        }
    }
}

/// An object that is being written: one small call a member, where a list of them would be laid out in place.
pub struct Object<'a>(Box<ObjectMembers<'a>>);

#[derive(Default)]
struct ObjectMembers<'a>(Vec<(Cow<'a, str>, Json<'a>)>);

pub fn object<'a>() -> Object<'a> {
    Object(Box::default())
}

impl<'a> Object<'a> {
    pub fn with(mut self, name: &'static str, value: impl Into<Json<'a>>) -> Self {
        self.0.0.push((name.into(), value.into()));
        self
    }

    pub fn json(self) -> Json<'a> {
        Json::Object(self.0.0)
    }
}

impl<'a> From<&'a str> for Json<'a> {
    fn from(text: &'a str) -> Self {
        Self::Text(Cow::Borrowed(text))
    }
}

impl From<String> for Json<'_> {
    fn from(text: String) -> Self {
        Self::Text(Cow::Owned(text))
    }
}

impl From<usize> for Json<'_> {
    fn from(count: usize) -> Self {
        Self::Number(i64::try_from(count).unwrap_or(i64::MAX))
    }
}

impl From<i64> for Json<'_> {
    fn from(number: i64) -> Self {
        Self::Number(number)
    }
}

impl From<bool> for Json<'_> {
    fn from(is_so: bool) -> Self {
        Self::Bool(is_so)
    }
}

/// Null where there is none.
impl<'a, T: Into<Json<'a>>> From<Option<T>> for Json<'a> {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Null, T::into)
    }
}

impl From<Span> for Json<'_> {
    fn from(span: Span) -> Self {
        Self::List(vec![span.start.into(), span.end.into()])
    }
}

pub fn list<'a, T>(items: impl IntoIterator<Item = T>, mut json: impl FnMut(T) -> Json<'a>) -> Json<'a> {
    let mut values = Vec::new();
    for item in items {
        values.push(json(item));
    }
    Json::List(values)
}
