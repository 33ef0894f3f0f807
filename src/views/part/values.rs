//! The value of a member in its row: an array item by item, short words and scopes as chips, an object in lines of JSON.

use decode::json::{JsonKind, Value};
use decode::{Part, Span};
use inspect::describe::DescribedMember;
use inspect::display::{capped, counted};
use yew::prelude::*;

use super::instants::utc;
use super::json_pieces::{json_code, shortened};
use super::row::MemberRows;
use super::scopes::scopes;
use crate::pretty_json::{self, PlainKind, PlainValue};
use crate::state::{Action, Fold};
use crate::views::glyphs::{beginning, in_quotes, shown, size};

/// A longer value is shown in short at first, in characters.
const SHORT: usize = 300;
/// No more of a value is shown at all, in characters.
const LONGEST: usize = 100_000;
/// So many items of an array are shown at first.
const ITEMS: usize = 4;
/// So many chips at first.
const CHIPS: usize = 20;
/// So many lines of JSON at first.
const LINES: usize = 12;
/// No more items, chips or lines are shown at all.
const MOST: usize = 2_000;
/// A word of a chip has no more characters.
const WORD: usize = 24;

/// How the value of a member is shown.
pub enum ShownValue<'v> {
    AsWritten,
    /// Words without their quotes.
    Chips(Vec<Span>),
    Items(&'v [Value]),
    Lines(&'v Value),
}

impl<'v> ShownValue<'v> {
    pub fn of(part: &'v Part, position: usize, member: &DescribedMember) -> Self {
        let Some(value) = part.members().get(position).map(|member| &member.value).filter(|value| !value.is_cut) else {
            return Self::AsWritten;
        };
        match &value.kind {
            JsonKind::Array(items) if items.is_empty() => Self::AsWritten,
            JsonKind::Array(items) => match items.iter().map(word).collect::<Option<Vec<_>>>() {
                Some(words) => Self::Chips(words),
                None if items.iter().all(|item| PlainValue::of(item).is_some()) => Self::Items(items),
                None => Self::Lines(value),
            },
            JsonKind::Object(members) if !members.is_empty() => Self::Lines(value),
            _ => scopes(member).map_or(Self::AsWritten, |words| Self::Chips(spans(&words, value.span.start + 1))),
        }
    }

    /// "[28]": how many items or scopes it has.
    pub fn count(&self) -> Option<usize> {
        match self {
            Self::Chips(words) => Some(words.len()),
            Self::Items(items) => Some(items.len()),
            Self::Lines(Value { kind: JsonKind::Array(items), .. }) => Some(items.len()),
            Self::Lines(_) | Self::AsWritten => None,
        }
    }
}

/// The span of a short string that is a word, without its quotes.
fn word(value: &Value) -> Option<Span> {
    let JsonKind::String(text) = &value.kind else { return None };
    let is_short = !text.text.is_empty() && !text.escaped && text.text.chars().nth(WORD).is_none();
    let is_word = is_short && !text.text.contains(char::is_whitespace);
    is_word.then(|| Span::new(value.span.start + 1, value.span.end.saturating_sub(1)))
}

/// The spans of words with one blank between them.
fn spans(words: &[&str], start: usize) -> Vec<Span> {
    let mut at = start;
    let span = |word: &&str| {
        let span = Span::new(at, at + word.len());
        at = span.end + 1;
        span
    };
    words.iter().map(span).collect()
}

pub fn member_value(
    rows: &MemberRows,
    part: &Part,
    position: usize,
    member: &DescribedMember,
    value: &ShownValue,
) -> Html {
    let is_unfolded = rows.unfolded.contains(&position);
    let limit = |at_first: usize| if is_unfolded { MOST } else { at_first };
    let name = in_quotes(&capped(&member.name, 40));
    let more = Unfolding { rows, position, is_unfolded, name: &name, length: member.raw.len() };
    html! {
        <span class="value" dir="ltr">
            {match value {
                ShownValue::AsWritten => as_written(member, &more),
                ShownValue::Chips(words) => {
                    let drawn = words.iter().take(limit(CHIPS));
                    html! {
                        <>
                            <span class="chips">
                                {for drawn.map(|word| html! { <span>{shown(&part.source(*word))}</span> })}
                            </span>
                            {more.of_many(words.len(), limit(CHIPS))}
                        </>
                    }
                }
                ShownValue::Items(items) => array_items(part, items, limit(ITEMS), &more),
                ShownValue::Lines(value) => json_lines(part, value, limit(LINES), &more),
            }}
            if let Some(seconds) = member.instant {
                {" "}{utc(seconds)}
            }
        </span>
    }
}

fn as_written(member: &DescribedMember, more: &Unfolding) -> Html {
    let short = beginning(&member.raw, if more.is_unfolded { LONGEST } else { SHORT });
    html! {
        <>
            {shown(short.unwrap_or(&member.raw))}
            if short.is_some() {
                {"… "}{more.of_one()}
            }
        </>
    }
}

/// One a line.
fn array_items(part: &Part, items: &[Value], limit: usize, more: &Unfolding) -> Html {
    let drawn = items.get(..limit).unwrap_or(items);
    let characters = if more.is_unfolded { (LONGEST / drawn.len().max(1)).max(SHORT) } else { SHORT };
    let is_short = |item: &Value| shortened(part, item.span, characters).is_some();
    html! {
        <>
            <span class="items">
                for item in drawn {
                    <span>
                        {shown(&part.source(shortened(part, item.span, characters).unwrap_or(item.span)))}
                        if is_short(item) {
                            {"…"}
                        }
                    </span>
                }
            </span>
            if items.len() > drawn.len() {
                {more.of_many(items.len(), drawn.len())}
            } else if drawn.iter().any(is_short) {
                {more.of_one()}
            }
        </>
    }
}

fn json_lines(part: &Part, value: &Value, limit: usize, more: &Unfolding) -> Html {
    let lines = pretty_json::lines_of(value, part, limit + 1);
    let drawn = lines.get(..limit).unwrap_or(&lines);
    let characters = if more.is_unfolded { (LONGEST / drawn.len().max(1)).max(SHORT) } else { SHORT };
    let is_cut = |line: &pretty_json::JsonLine| {
        line.pieces().iter().any(|piece| match piece {
            pretty_json::JsonPiece::Plain(PlainValue { span, kind: PlainKind::String | PlainKind::Number }) => {
                shortened(part, *span, characters).is_some()
            }
            _ => false,
        })
    };
    html! {
        <>
            <span class="lines">{for drawn.iter().map(|line| json_code(part, line, characters))}</span>
            if drawn.len() < lines.len() || drawn.iter().any(is_cut) {
                {more.of_one()}
            }
        </>
    }
}

/// What is needed to unfold a value.
struct Unfolding<'r> {
    rows: &'r MemberRows,
    position: usize,
    is_unfolded: bool,
    /// Of the member.
    name: &'r str,
    /// Of the value, in bytes.
    length: usize,
}

impl Unfolding<'_> {
    fn of_one(&self) -> Html {
        let length = size(self.length);
        if self.is_unfolded {
            return html! { {format!("Too long to show whole ({length}): “Copy” copies all of it.")} };
        }
        self.button(format!("show all ({length})"))
    }

    /// Where so many of them are shown.
    fn of_many(&self, count: usize, drawn: usize) -> Html {
        match count.saturating_sub(drawn) {
            0 => Html::default(),
            hidden if self.is_unfolded => {
                html! { <span>{format!("{} not shown: “Copy” copies all.", counted(hidden, "more item"))}</span> }
            }
            hidden => self.button(format!("show {hidden} more")),
        }
    }

    fn button(&self, text: String) -> Html {
        let unfolded = Action::Unfolded(Fold::Value { part: self.rows.part, member: self.position });
        let label = format!("{text} of {}", self.name);
        html! {
            <button class="link" aria-label={label} onclick={self.rows.dispatch.on(unfolded)}>{text}</button>
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::members::members;
    use crate::state::{Action, Fold};
    use crate::views::testing::{dispatch, markup, state, token};

    /// The element of the class `value` of the only claim, and its name.
    fn shown(claims: &str, is_unfolded: bool) -> String {
        let mut state = state(&token(r#"{"alg":"RS256"}"#, claims, 256));
        if is_unfolded {
            state.reduce(Action::Unfolded(Fold::Value { part: 1, member: 0 }));
        }
        let markup = markup(members(&state, state.answer.inspected.as_ref().unwrap(), 1, &dispatch()));
        let row = markup.split_once("class=\"name\">").unwrap().1.split_once("<button aria-label=\"Copy").unwrap().0;
        row.split("<span class=\"reference\">").next().unwrap().replace(">\n<", "><").trim_end().to_owned()
    }

    #[track_caller]
    fn check(claims: &str, expected: &str) {
        assert!(shown(claims, false).contains(expected), "{}", shown(claims, false));
    }

    #[test]
    fn words_are_chips() {
        check(r#"{"amr":["pwd","mfa"]}"#, r#"<small class="count">[2]</small>"#);
        check(r#"{"amr":["pwd","mfa"]}"#, r#"<span class="chips"><span>pwd</span><span>mfa</span></span>"#);
        check(r#"{"amr":["Grace Hopper"]}"#, r#"<span class="items"><span>"Grace Hopper"</span></span>"#);
        check(r#"{"amr":["pwd",""]}"#, r#"<span class="items"><span>"pwd"</span><span>""</span></span>"#);
        check(r#"{"amr":["pw\u0064"]}"#, r#"<span class="items"><span>"pw\u0064"</span></span>"#);
        check(r#"{"amr":["pwd",1.0]}"#, r#"<span class="items"><span>"pwd"</span><span>1.0</span></span>"#);
    }

    #[test]
    fn scopes_are_chips() {
        let chips = r#"<span class="chips"><span>openid</span><span>orders:read</span></span>"#;
        check(r#"{"scope":"openid orders:read"}"#, chips);
        check(r#"{"scope":"openid orders:read"}"#, r#"<small class="count">[2]</small>"#);
        for other in [r#"{"scope":"openid"}"#, r#"{"scope":"a  b"}"#, r#"{"scope":"a\u0020b c"}"#, r#"{"text":"a b"}"#]
        {
            assert!(!shown(other, false).contains("chips"), "{other}");
        }
    }

    #[test]
    fn four_items_are_shown_at_first() {
        let items: Vec<String> = (0..28).map(|at| format!("\"{at:036}\"")).collect();
        let claims = format!(r#"{{"groups":[{}]}}"#, items.join(","));
        let at_first = shown(&claims, false);
        assert_eq!(at_first.matches("<span>\"0").count(), 4, "{at_first}");
        assert!(at_first.contains(r#"aria-label="show 24 more of groups""#) && at_first.contains("[28]"), "{at_first}");
        assert_eq!(shown(&claims, true).matches("<span>\"0").count(), 28);
    }

    #[test]
    fn long_items_are_shortened() {
        let claims = format!(r#"{{"x5c":["{}"]}}"#, "A b".repeat(200));
        assert!(shown(&claims, false).contains("show all (604 bytes)"));
        assert!(!shown(&claims, true).contains("show all"));
    }

    #[test]
    fn objects_are_lines_of_json() {
        let spans = shown(r#"{"addr":{"zip" : [1, 2.50],"n":{}}}"#, false);
        assert_eq!(spans.matches("<code>").count(), 4, "{spans}");
        assert!(spans.contains(r#"<code>  <span class="json-name">"zip"</span>: ["#), "{spans}");
        check(r#"{"details":[{"type":"a"}]}"#, r#"<small class="count">[1]</small>"#);
        check(r#"{"details":[{"type":"a"}]}"#, "<span class=\"lines\"><code>[</code><code>  {</code>");
        check(r#"{"empty":{}}"#, "<span dir=\"ltr\" class=\"value\">{}</span>");
    }

    #[test]
    fn many_lines_are_folded() {
        let members: Vec<String> = (0..30).map(|at| format!("\"n{at}\":{at}")).collect();
        let claims = format!(r#"{{"o":{{{}}}}}"#, members.join(","));
        assert_eq!(shown(&claims, false).matches("<code>").count(), 12);
        assert!(shown(&claims, false).contains("show all"));
        assert_eq!(shown(&claims, true).matches("<code>").count(), 32);
    }
}
