//! How JSON is broken into lines.

use decode::Span;
use decode::json::{JsonKind, Member, Value};

use super::{Brackets, JsonContainer, JsonLine, LineContent, PlainValue};

/// What stands deeper is folded at first.
const DEEPEST_UNFOLDED: usize = 3;
/// What has more members or items is folded at first.
const LONGEST_UNFOLDED: usize = 20;
/// An array of plain values stands in one line if it has no more than so many bytes.
const ONE_LINE: usize = 60;
/// So many names of a folded object are shown, if they have no more than [`ONE_LINE`] bytes.
const NAMES: usize = 3;

/// Which objects and arrays are folded.
pub enum Folds<'f> {
    None,
    /// As they are at first, but for those that begin at these bytes. In ascending order.
    Toggled(&'f [usize]),
}

pub struct Layout<'l> {
    /// Of the decoded part.
    bytes: &'l [u8],
    folds: Folds<'l>,
    /// How many more lines may follow.
    left: usize,
    emit: &'l mut dyn FnMut(JsonLine),
    /// The top-level member that is laid out.
    member: Option<usize>,
}

/// Where a value stands.
#[derive(Clone, Copy)]
struct LinePlace {
    depth: usize,
    name: Option<Span>,
    has_comma: bool,
}

impl<'l> Layout<'l> {
    pub fn new(bytes: &'l [u8], folds: Folds<'l>, at_most: usize, emit: &'l mut dyn FnMut(JsonLine)) -> Self {
        Self { bytes, folds, left: at_most, emit, member: None }
    }

    /// The value of a whole text, and what could not be read behind it.
    pub fn document(&mut self, value: &Value) {
        self.value(value);
        let stop = StopPlace::of(value);
        let rest = match stop.is_behind_item {
            true => self.behind(stop.read_to).0,
            false => self.behind_blanks(stop.read_to),
        };
        // A text that was cut has its place even where nothing stands behind it.
        if stop.depth > 0 || !rest.is_empty() {
            self.member = stop.member;
            let place = LinePlace { depth: stop.depth, name: None, has_comma: false };
            self.line(rest.start, place, LineContent::Unread(rest));
        }
    }

    pub fn value(&mut self, value: &Value) {
        self.lay_out(value, LinePlace { depth: 0, name: None, has_comma: false });
    }

    fn line(&mut self, start: usize, place: LinePlace, content: LineContent) {
        if let Some(left) = self.left.checked_sub(1) {
            self.left = left;
            let LinePlace { depth, name, has_comma } = place;
            (self.emit)(JsonLine { start, depth, member: self.member, name, content, has_comma });
        }
    }

    fn lay_out(&mut self, value: &Value, place: LinePlace) {
        let start = value.span.start;
        let (brackets, count) = match &value.kind {
            JsonKind::Object(members) => (Brackets::Object, members.len()),
            JsonKind::Array(items) => (Brackets::Array, items.len()),
            _ => {
                if let Some(plain) = PlainValue::of(value) {
                    self.line(start, place, LineContent::Plain(plain));
                }
                return;
            }
        };
        if count == 0 && !value.is_cut {
            return self.line(start, place, LineContent::Empty(brackets));
        }
        if let Some(values) = short_array(value) {
            return self.line(start, place, LineContent::ShortArray(values));
        }
        let can_fold = place.depth > 0 && !value.is_cut;
        let container = JsonContainer { brackets, count, can_fold };
        if can_fold && self.is_folded(value, count, place.depth) {
            let names = self.names(value.members());
            return self.line(start, place, LineContent::Folded { container, names });
        }
        // What follows the closing bracket is no matter of the opening one.
        self.line(start, LinePlace { has_comma: false, ..place }, LineContent::Opening(container));
        match &value.kind {
            JsonKind::Object(members) => self.members(members, value.is_cut, place.depth),
            JsonKind::Array(items) => self.items(items, value.is_cut, place.depth),
            _ => {}
        }
        if place.depth == 0 {
            self.member = None;
        }
        if !value.is_cut {
            let bracket = value.span.end.saturating_sub(1);
            self.line(bracket, LinePlace { name: None, ..place }, LineContent::Closing(brackets));
        }
    }

    fn members(&mut self, members: &[Member], is_cut: bool, depth: usize) {
        for (position, member) in members.iter().enumerate() {
            if self.left == 0 {
                return;
            }
            if depth == 0 {
                self.member = Some(position);
            }
            let has_comma = self.has_comma(&member.value, position + 1 == members.len(), is_cut);
            let name = Some(member.name_span(self.bytes));
            self.lay_out(&member.value, LinePlace { depth: depth + 1, name, has_comma });
        }
    }

    fn items(&mut self, items: &[Value], is_cut: bool, depth: usize) {
        for (position, item) in items.iter().enumerate() {
            if self.left == 0 {
                return;
            }
            let has_comma = self.has_comma(item, position + 1 == items.len(), is_cut);
            self.lay_out(item, LinePlace { depth: depth + 1, name: None, has_comma });
        }
    }

    /// The last one has a comma only in a text that was cut behind it.
    fn has_comma(&self, value: &Value, is_last: bool, is_around_cut: bool) -> bool {
        !is_last || is_around_cut && !value.is_cut && self.behind(value.span.end).1
    }

    fn is_folded(&self, value: &Value, count: usize, depth: usize) -> bool {
        match self.folds {
            Folds::None => false,
            Folds::Toggled(toggled) => {
                let at_first = depth > DEEPEST_UNFOLDED || count > LONGEST_UNFOLDED;
                at_first != toggled.binary_search(&value.span.start).is_ok()
            }
        }
    }

    /// What stands behind the white space at this place.
    fn behind_blanks(&self, at: usize) -> Span {
        let rest = self.bytes.get(at..).unwrap_or_default().trim_ascii_start();
        Span::new(self.bytes.len() - rest.len(), self.bytes.len())
    }

    /// The same, also without a comma before it; and whether there is one.
    fn behind(&self, at: usize) -> (Span, bool) {
        let rest = self.behind_blanks(at);
        match rest.of(self.bytes) {
            [b',', ..] => (self.behind_blanks(rest.start + 1), true),
            _ => (rest, false),
        }
    }

    /// The names of a folded object, if they are few and short.
    fn names(&self, members: &[Member]) -> Vec<Span> {
        let names: Vec<Span> = members.iter().take(NAMES + 1).map(|member| member.name_span(self.bytes)).collect();
        let bytes: usize = names.iter().map(|name| name.len()).sum();
        if names.len() <= NAMES && bytes <= ONE_LINE { names } else { Vec::new() }
    }
}

/// The values of an array that fits into one line.
fn short_array(value: &Value) -> Option<Vec<PlainValue>> {
    let JsonKind::Array(items) = &value.kind else { return None };
    // Each value has a byte at least, and a comma and a blank behind it.
    if value.is_cut || items.len() * 3 > ONE_LINE {
        return None;
    }
    let values: Vec<PlainValue> = items.iter().map(PlainValue::of).collect::<Option<_>>()?;
    let bytes: usize = values.iter().map(|value| value.span.len() + 2).sum();
    (bytes <= ONE_LINE).then_some(values)
}

/// Where reading stopped.
struct StopPlace {
    read_to: usize,
    /// A whole member or item stands before it, and a comma may follow.
    is_behind_item: bool,
    /// How many objects and arrays were open there.
    depth: usize,
    member: Option<usize>,
}

impl StopPlace {
    fn of(value: &Value) -> Self {
        let (mut innermost, mut depth, mut member) = (value, 0, None);
        while innermost.is_cut {
            depth += 1;
            let last = match &innermost.kind {
                JsonKind::Object(members) => members.last().map(|last| &last.value),
                JsonKind::Array(items) => items.last(),
                _ => None,
            };
            let Some(last) = last else {
                let read_to = innermost.span.start + 1;
                return Self { read_to, is_behind_item: false, depth, member };
            };
            if depth == 1 && last.is_cut {
                member = innermost.members().len().checked_sub(1);
            }
            innermost = last;
        }
        Self { read_to: innermost.span.end, is_behind_item: depth > 0, depth, member }
    }
}
