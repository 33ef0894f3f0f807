//! The claims of a token, as a service would have them, and why some of them are not known.

use std::borrow::Cow;

use decode::Token;
use decode::json::{self, JsonKind, Member, Value};
use inspect::display::quoted;
use inspect::masked::MASK;
use inspect::material::sd_jwt;
use inspect::time::numeric_date;

/// The most characters of a name in a sentence.
pub(super) const NAME: usize = 60;

pub(super) struct HeldClaims<'t> {
    /// None where there is no JSON object.
    root: Option<Cow<'t, Value>>,
    /// The JSON text that the spans of `root` count bytes of.
    text: Cow<'t, [u8]>,
    missing: MissingClaims,
}

/// What is to be said of a claim that is not found.
enum MissingClaims {
    /// It is not there.
    Absent,
    /// It may be there. A full sentence says why that is not known.
    Unknown(&'static str),
    /// There can be no claims.
    NoObject,
}

/// What was found under a name.
pub(super) enum FoundClaim<'c> {
    Value {
        value: &'c Value,
        /// The others of the same name.
        earlier: Vec<&'c Value>,
    },
    Absent,
    /// A full sentence says why it is not known.
    Unknown(String),
    /// The payload is no JSON object, so that it has no claims at all.
    NoObject,
}

/// What a time claim says.
pub(super) enum TimeClaim {
    At(i64),
    Absent,
    /// It is no number: the name of its type.
    Broken(&'static str),
    /// A full sentence says why it is not known.
    Unknown(String),
}

const ENCRYPTED: &str = "It is encrypted, so its claims cannot be read here.";
const ONLY_HEADER: &str = "There is only a header here, without claims.";
const DETACHED: &str = "Its payload is not in it, but travels apart.";
const CUT: &str = "It is cut off, so this may have been in the rest.";
const DAMAGED: &str = "Its payload could not be read to the end.";
const KEPT_BACK: &str = "It keeps claims back, and this may be one of them.";

impl<'t> HeldClaims<'t> {
    pub fn of(token: &'t Token) -> Self {
        let none = |missing| Self { root: None, text: Cow::Borrowed(&[]), missing };
        if token.format.is_encrypted() {
            return none(MissingClaims::Unknown(ENCRYPTED));
        }
        if token.is_detached() {
            return none(MissingClaims::Unknown(DETACHED));
        }
        let Some(payload) = token.payload() else {
            return none(MissingClaims::Unknown(ONLY_HEADER));
        };
        let missing = match payload.error() {
            Some(_) if token.is_cut_off() => MissingClaims::Unknown(CUT),
            Some(_) if payload.value().is_some() || payload.mask().is_some() => MissingClaims::Unknown(DAMAGED),
            _ => MissingClaims::Absent,
        };
        let Some(root) = payload.value().filter(|root| matches!(root.kind, JsonKind::Object(_))) else {
            return none(match missing {
                MissingClaims::Absent => MissingClaims::NoObject,
                unknown => unknown,
            });
        };
        if let Some(read) = sd_jwt::read(token).filter(|_| payload.error().is_none()) {
            let may_be_kept_back = read.undisclosed > 0 || read.processed_is_cut;
            let missing = if may_be_kept_back { MissingClaims::Unknown(KEPT_BACK) } else { MissingClaims::Absent };
            if let Some(root) = json::read(read.processed.as_bytes()).value {
                return Self { root: Some(Cow::Owned(root)), text: Cow::Owned(read.processed.into_bytes()), missing };
            }
        }
        Self { root: Some(Cow::Borrowed(root)), text: Cow::Borrowed(&payload.bytes), missing }
    }

    /// As it is written.
    pub fn source(&self, value: &Value) -> Cow<'_, str> {
        String::from_utf8_lossy(value.span.of(&self.text))
    }

    fn members(&self) -> &[Member] {
        self.root.as_ref().map_or(&[], |root| root.members())
    }

    /// The member with exactly this name. Of several, the last counts: RFC 7519 section 4.
    pub fn find(&self, name: &str) -> FoundClaim<'_> {
        let mut values: Vec<&Value> =
            self.members().iter().filter(|member| member.name.text == name).map(|member| &member.value).collect();
        match values.pop() {
            Some(value) => self.found(name, value, values),
            None => self.not_found(),
        }
    }

    pub fn is_repeated(&self, name: &str) -> bool {
        matches!(self.find(name), FoundClaim::Value { earlier, .. } if !earlier.is_empty())
    }

    fn found<'c>(&'c self, name: &str, value: &'c Value, earlier: Vec<&'c Value>) -> FoundClaim<'c> {
        if value.as_str() == Some(MASK) {
            return FoundClaim::Unknown(format!("Whoever shared it masked {}.", quoted(name, NAME)));
        }
        FoundClaim::Value { value, earlier }
    }

    pub fn not_found(&self) -> FoundClaim<'_> {
        match self.missing {
            MissingClaims::Absent => FoundClaim::Absent,
            MissingClaims::Unknown(why) => FoundClaim::Unknown(why.to_owned()),
            MissingClaims::NoObject => FoundClaim::NoObject,
        }
    }

    /// Inside another claim: by a JSON Pointer (RFC 6901) or by names with dots between them.
    pub fn find_inside(&self, path: &str) -> Option<FoundClaim<'_>> {
        let steps = self.steps_inside(path)?;
        let value = steps.iter().try_fold(self.root.as_deref()?, |value, step| step_into(value, step))?;
        Some(self.found(path, value, Vec::new()))
    }

    /// The names of the claims on the way, where the path leads to a value and through no array.
    pub fn names_inside(&self, path: &str) -> Option<Vec<String>> {
        let steps = self.steps_inside(path)?;
        steps.iter().try_fold(self.root.as_deref()?, |value, step| value.member(step))?;
        Some(steps)
    }

    fn steps_inside(&self, path: &str) -> Option<Vec<String>> {
        match path.strip_prefix('/') {
            Some(pointer) => Some(pointer.split('/').map(|step| step.replace("~1", "/").replace("~0", "~")).collect()),
            None => along_dots(self.root.as_deref()?, path),
        }
    }

    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.members().iter().map(|member| member.name.text.as_str())
    }

    /// The name of a claim that differs from this one in upper and lower case alone.
    pub fn in_other_case(&self, name: &str) -> Option<&str> {
        self.names().find(|other| *other != name && other.eq_ignore_ascii_case(name))
    }

    pub fn text_of(&self, name: &str) -> Option<&str> {
        match self.find(name) {
            FoundClaim::Value { value, .. } => value.as_str(),
            _ => None,
        }
    }

    pub fn time(&self, name: &str) -> TimeClaim {
        match self.find(name) {
            FoundClaim::Value { value, .. } if value.kind == JsonKind::Number => {
                match numeric_date::parse(&self.source(value)) {
                    Some(date) => TimeClaim::At(date.seconds),
                    None => TimeClaim::Broken(value.type_name()),
                }
            }
            FoundClaim::Value { value, .. } => TimeClaim::Broken(value.type_name()),
            FoundClaim::Absent | FoundClaim::NoObject => TimeClaim::Absent,
            FoundClaim::Unknown(why) => TimeClaim::Unknown(why),
        }
    }
}

/// One step of a JSON Pointer, without its escapes.
fn step_into<'v>(value: &'v Value, step: &str) -> Option<&'v Value> {
    match &value.kind {
        JsonKind::Object(_) => value.member(step),
        JsonKind::Array(values) => values.get(step.parse::<usize>().ok()?),
        _ => None,
    }
}

/// Names may have dots themselves, so each dot may be one or the other.
fn along_dots(value: &Value, path: &str) -> Option<Vec<String>> {
    if value.member(path).is_some() {
        return Some(vec![path.to_owned()]);
    }
    path.match_indices('.').filter_map(|(at, _)| Some((path.get(..at)?, path.get(at + 1..)?))).find_map(
        |(name, rest)| {
            let mut steps = along_dots(value.member(name)?, rest)?;
            steps.insert(0, name.to_owned());
            Some(steps)
        },
    )
}
