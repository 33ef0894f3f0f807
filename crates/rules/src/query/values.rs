//! Every name and every value in a token's JSON, for the rules about them.

use crate::evidence::LIMIT;
use crate::{Evaluation, Evidence, Place, Record};
use decode::json::{JsonKind, Member, Text, Value};
use decode::{Part, Role, Token};
use inspect::display;

/// A value with the part and the members that it stands in.
pub(crate) struct Seen<'s> {
    token: &'s Token,
    pub(crate) part: &'s Part,
    /// The top-level member that it is or is in.
    top: Option<&'s Member>,
    /// The innermost member that it is or is in.
    pub(crate) member: Option<&'s Member>,
    pub(crate) value: &'s Value,
    /// How many objects and arrays are around it.
    pub(crate) depth: usize,
}

impl<'s> Seen<'s> {
    /// The member that has exactly this value. None for the elements of arrays.
    pub(crate) fn named(&self) -> Option<&'s Member> {
        self.member.filter(|member| member.value.span == self.value.span)
    }

    /// Whether it is the value of a top-level member of this part.
    pub(crate) fn is_top(&self, role: Role, names: &[&str]) -> bool {
        self.part.role == role
            && self.depth == 1
            && self.member.is_some_and(|it| names.contains(&it.name.text.as_str()))
    }

    /// The name of the claim that it is or is in: of the payload, or one that is disclosed by itself (RFC 9901 section
    /// 4.2.1). None for the salt and the name of a disclosure.
    pub(crate) fn claim(&self) -> Option<&'s str> {
        match self.part.role {
            Role::Payload => self.top.map(|member| member.name.text.as_str()),
            Role::Disclosure => {
                let JsonKind::Array(values) = &self.part.value()?.kind else { return None };
                let [_, name, value] = values.as_slice() else { return None };
                name.as_str().filter(|_| value.span.start <= self.value.span.start)
            }
            _ => None,
        }
    }

    pub(crate) fn text(&self) -> Option<&'s Text> {
        match &self.value.kind {
            JsonKind::String(text) => Some(text),
            _ => None,
        }
    }

    /// The subject of a sentence about this value.
    pub(crate) fn subject(&self) -> String {
        match self.member {
            Some(member) => display::quoted(&member.name.text, 80),
            None => format!("A value of the {}", self.part.role.name()),
        }
    }

    pub(crate) fn evidence(&self, record: &'static Record, message: impl Into<String>) -> Evidence {
        Evidence::new(record, message, self.place())
    }

    /// The same on the name of the member that has exactly this value.
    pub(crate) fn evidence_on_name(&self, record: &'static Record, message: impl Into<String>) -> Evidence {
        let span = self.named().map(|member| member.name_span(&self.part.bytes));
        let place = self.place();
        Evidence::new(record, message, Place { span: span.or(place.span), ..place })
    }

    pub(crate) fn place(&self) -> Place {
        let place = self.top.map_or(Place::at(self.token, self.part), |top| Place::member(self.token, self.part, top));
        let span = self.named().map_or(self.value.span, |member| member.span);
        Place { span: Some(span), ..place }
    }
}

/// The evidence on each value, up to a limit.
pub(crate) fn by_value(evaluation: &Evaluation, find: &dyn Fn(&Seen) -> Option<Evidence>) -> Vec<Evidence> {
    let mut evidence = Vec::new();
    walk(evaluation.token, &mut |seen| {
        if evidence.len() < LIMIT {
            evidence.extend(find(seen));
        }
    });
    evidence
}

/// Visits every value of every part that holds JSON, outer values before inner ones. Of one that is cut off, only what
/// is in it is visited.
pub(crate) fn walk<'s>(token: &'s Token, see: &mut dyn FnMut(&Seen<'s>)) {
    let is_binary = |role| matches!(role, Role::AdditionalData | Role::KeyBinding);
    for part in token.parts.iter().filter(|part| !is_binary(part.role)) {
        if let Some(value) = part.value() {
            into(Seen { token, part, top: None, member: None, value, depth: 0 }, see);
        }
    }
}

/// The depth is limited by the JSON reader: [`decode::limits::JSON_DEPTH`].
fn into<'s>(seen: Seen<'s>, see: &mut dyn FnMut(&Seen<'s>)) {
    if !seen.value.is_cut {
        see(&seen);
    }
    let Seen { token, part, top, member, value, depth } = seen;
    let depth = depth + 1;
    match &value.kind {
        JsonKind::Array(values) => {
            values.iter().for_each(|value| into(Seen { token, part, top, member, value, depth }, see))
        }
        JsonKind::Object(members) => {
            for member in members {
                let top = top.or(Some(member));
                into(Seen { token, part, top, member: Some(member), value: &member.value, depth }, see);
            }
        }
        _ => {}
    }
}

/// A name as it is written, without its quotes.
pub(crate) fn written_name<'p>(part: &'p Part, member: &Member) -> &'p [u8] {
    let source = member.name_span(&part.bytes).of(&part.bytes);
    source.get(1..source.len().saturating_sub(1)).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::token_with;

    #[test]
    fn shows_all_with_what_is_around() {
        let token = token_with(r#"{"a":[1,{"b\u0063" : 2}],"d":{}}"#);
        let mut found = Vec::new();
        walk(&token, &mut |seen| {
            if seen.part.role == Role::Payload {
                let name =
                    seen.named().map(|member| String::from_utf8_lossy(written_name(seen.part, member)).into_owned());
                found.push((seen.subject(), seen.depth, name, seen.place().pointer()));
            }
        });
        let found: Vec<_> = found.iter().map(|(a, b, c, d)| (a.as_str(), *b, c.as_deref(), d.as_str())).collect();
        assert_eq!(
            found,
            [
                ("A value of the payload", 0, None, "/payload"),
                ("`a`", 1, Some("a"), "/payload/a"),
                ("`a`", 2, None, "/payload/a"),
                ("`a`", 2, None, "/payload/a"),
                ("`bc`", 3, Some("b\\u0063"), "/payload/a"),
                ("`d`", 1, Some("d"), "/payload/d"),
            ]
        );
    }
}
