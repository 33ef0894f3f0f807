//! The panel of a part that holds JSON: its members in a table, indented JSON, or its exact text.

use std::rc::Rc;

use decode::json::JsonKind;
use decode::{Coding, Part, Role, Token};
use inspect::describe;
use inspect::display::counted;
use inspection::Inspected;
use yew::prelude::*;

use super::exact_text::exact_text;
use super::flags::flags;
use super::inside::openers;
use super::json_view::json_view;
use super::panel::{head, label_of};
use super::row::MemberRows;
use crate::state::answer::PartView;
use crate::state::{Action, Copied, Dispatch, Fold, Selection, State};
use crate::views::glyphs::{prose, size};
use crate::views::long_list::LongList;
use crate::views::outline::filter::{below_head, none_left, opener};

/// So many rows are shown at first.
const ROWS: usize = 200;

pub fn members(state: &State, inspected: &Rc<Inspected>, position: usize, dispatch: &Dispatch) -> Html {
    let (Some(part), Some(described)) =
        (inspected.token.parts.get(position), inspected.description.parts.get(position))
    else {
        return Html::default();
    };
    let members = &*described.members;
    let views = views_of(part);
    let chosen = state.answer.view_of(position);
    let view = if views.contains(&chosen) { chosen } else { PartView::ExactText };
    let shows_exact = view == PartView::ExactText || view == PartView::Table && part.error().is_some();
    let copied = if view == PartView::Json { Copied::PrettyJson(position) } else { Copied::Part(position) };
    let title = title(part);
    let selection = Selection { part: position, member: None };
    let is_token = describe::is_nested(&inspected.token) && part.role == Role::Payload;
    html! {
        <section class="panel" data-role={part.role.id()} aria-label={label_of(title, &inspected.token, part)} id={selection.row_id()}>
            <header>
                {head(title, extent(part, members.len()), dispatch)}
                if views.len() > 1 {
                    {toggle(position, &views, view, dispatch)}
                }
                if part.role == Role::Payload && view == PartView::Table {
                    {opener(state, dispatch)}
                }
                if !part.bytes.is_empty() {
                    <button class="copy-part" onclick={dispatch.on(Action::CopyWanted(copied))}>{"Copy"}</button>
                }
            </header>
            if part.role == Role::Payload && view == PartView::Table {
                {below_head(state, inspected, dispatch)}
            }
            if let Some(remark) = remark(&inspected.token, part) {
                <p class="remark">{prose(&remark)}</p>
            }
            if is_token {
                {openers(inspected, position, None, dispatch)}
            }
            if let Some(sentence) = what_is_wrong(part).filter(|_| !is_token) {
                <p class="wrong" data-severity={part.error().map(|_| "error")}>{prose(&sentence)}</p>
            }
            if view == PartView::Table {
                {rows(state, inspected, position, members.len(), dispatch)}
            }
            if view == PartView::Json {
                {json_view(state, inspected, position, dispatch)}
            }
            if shows_exact {
                {exact_text(state, part, position, dispatch)}
            }
        </section>
    }
}

/// "7 claims, 212 bytes".
fn extent(part: &Part, members: usize) -> String {
    let size = size(part.bytes.len());
    let what = if part.role == Role::Payload { "claim" } else { "parameter" };
    if members == 0 { size } else { format!("{}, {size}", counted(members, what)) }
}

fn title(part: &Part) -> &'static str {
    match part.role {
        Role::Payload if part.members().is_empty() => "Payload",
        Role::Payload => "Claims",
        Role::Header => "Header",
        Role::UnprotectedHeader => "Unprotected header",
        Role::SharedHeader => "Shared header",
        _ => "Part",
    }
}

/// Those in which the part can be shown.
fn views_of(part: &Part) -> Vec<PartView> {
    let has_members = !part.members().is_empty();
    let has_items =
        part.value().is_some_and(|value| matches!(&value.kind, JsonKind::Array(items) if !items.is_empty()));
    let views =
        [(PartView::Table, has_members), (PartView::Json, has_members || has_items), (PartView::ExactText, true)];
    views.into_iter().filter(|(_, can_be_shown)| *can_be_shown).map(|(view, _)| view).collect()
}

fn toggle(part: usize, views: &[PartView], shown: PartView, dispatch: &Dispatch) -> Html {
    let choice = |view: &PartView| {
        let text = match view {
            PartView::Table => "Table",
            PartView::Json => "JSON",
            PartView::ExactText => "Exact text",
        };
        let chosen = Action::ViewChosen { part, view: *view };
        html! {
            <button aria-pressed={(*view == shown).to_string()} onclick={dispatch.on(chosen)}>{text}</button>
        }
    };
    html! {
        <span class="toggle" role="group" aria-label="View">{for views.iter().map(choice)}</span>
    }
}

/// How the part stands in the token, where that is unusual.
fn remark(token: &Token, part: &Part) -> Option<String> {
    Some(match (part.role, part.coding) {
        (Role::UnprotectedHeader, _) => {
            "Nothing protects these parameters: whoever hands the token on can change them.".to_owned()
        }
        (Role::SharedHeader, _) => {
            "For all recipients. Nothing protects these parameters: whoever hands the token on can change them."
                .to_owned()
        }
        (Role::Payload, _) if describe::is_nested(token) => "The payload is itself a token.".to_owned(),
        (Role::Payload, _) if token.is_detached() => {
            "The payload was left out: it is sent separately, often as the body of the same request. The signature \
             still covers it (RFC 7515 appendix F)."
                .to_owned()
        }
        (Role::Payload, Coding::Plain) => {
            "Not encoded: these characters stand in the token as they are (`b64` is false, RFC 7797).".to_owned()
        }
        (_, Coding::Deflated { compressed }) => {
            let (before, after) = (size(compressed), size(part.bytes.len()));
            format!("Compressed: {before} became {after} (`zip` is DEF). A claim marks all of them.")
        }
        _ => return None,
    })
}

/// Why there are no rows, or not all of them.
fn what_is_wrong(part: &Part) -> Option<String> {
    let name = part.role.name();
    if let Some(fault) = part.error() {
        return Some(format!("The {name} cannot be read whole: {fault}."));
    }
    match part.value()? {
        value if value.type_name() != "an object" => {
            Some(format!("The {name} is {}, not an object, so it has no names.", value.type_name()))
        }
        _ if part.members().is_empty() => Some(format!("The {name} is an object without members.")),
        _ => None,
    }
}

fn rows(state: &State, inspected: &Rc<Inspected>, position: usize, members: usize, dispatch: &Dispatch) -> Html {
    let fold = Fold::Rows { part: position };
    let left = state.filter.positions(inspected, position);
    let members = left.as_ref().map_or(members, |left| left.len());
    if left.is_some() && members == 0 {
        return none_left(dispatch);
    }
    let row_of = |member: usize| match &left {
        None => Some(member),
        Some(left) => left.binary_search(&member).ok(),
    };
    // A row that something led to must be there.
    let pinned = state.marks.pinned.filter(|pinned| pinned.part == position).and_then(|pinned| pinned.member);
    let is_followed = pinned.and_then(row_of) >= Some(ROWS);
    let count = if is_followed || state.answer.is_unfolded(fold) { members } else { members.min(ROWS) };
    let marked = state.marks.marked().filter(|marked| marked.part == position).and_then(|marked| marked.member);
    let of_this_part = |fold: &Fold| match fold {
        Fold::Value { part, member } if *part == position => Some(*member),
        _ => None,
    };
    let rows = MemberRows {
        shown: inspected.into(),
        part: position,
        marked,
        left: left.clone(),
        unfolded: state.answer.unfolded.iter().filter_map(of_this_part).collect(),
        flags: flags(inspected, position),
        now: state.clock.now,
        zone: (&state.clock.zone).into(),
        dispatch: dispatch.clone(),
    };
    html! {
        <>
            <LongList<MemberRows> {rows} {count} needed={marked.and_then(row_of)} />
            {show_more(members - count, fold, dispatch)}
        </>
    }
}

/// A button that unfolds what is hidden. Nothing where nothing is.
pub fn show_more(hidden: usize, fold: Fold, dispatch: &Dispatch) -> Html {
    html! {
        if hidden > 0 {
            <button class="more" onclick={dispatch.on(Action::Unfolded(fold))}>
                {format!("show {hidden} more")}
            </button>
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::views::testing::{check, dispatch, markup, state, token};
    use expect_test::expect;

    fn claims(payload: &str) -> Html {
        let state = state(&token(r#"{"alg":"RS256"}"#, payload, 256));
        members(&state, state.answer.inspected.as_ref().unwrap(), 1, &dispatch())
    }

    #[test]
    fn keep_duplicates_and_big_numbers() {
        check(
            claims(r#"{"sub":100002348117421473,"exp":1795179600,"sub":1e400}"#),
            expect![[r#"
                <section data-role="payload" aria-label="Claims" id="row-1" class="panel">
                <header>
                <h2>
                <i aria-hidden="true">
                </i>Claims</h2>
                <span class="size">3 claims, 55 bytes</span>
                <button aria-label="Guide: What should not stand in a token?" class="link to-guide">Guide</button>
                <span role="group" aria-label="View" class="toggle">
                <button aria-pressed="true">Table</button>
                <button aria-pressed="false">JSON</button>
                <button aria-pressed="false">Exact text</button>
                </span>
                <button class="copy-part">Copy</button>
                </header>
                <div class="long-list">
                <ul class="rows">
                <li id="row-1:0" data-selection="1:0" class="row">
                <button data-severity="error" aria-label="Error: “sub” should be a string, but is a number. And 1 more." class="flag">
                <span aria-hidden="true">✕</span>
                </button>
                <span class="name">sub</span>
                <span dir="ltr" class="value">100002348117421473</span>
                <span class="reference">RFC 7519 §4.1.2</span>
                <button aria-label="Copy sub" class="copy">Copy</button>
                <div class="meaning">
                <b class="repeated">repeated: most parsers use the last one, some use this first one. </b>
                <details>
                <summary>Subject: who or what it is about</summary>
                <p>
                <span class="title">Subject</span>: who or what the token is about, named as the issuer names it. RFC 7519 section 4.1.2</p>
                </details>
                </div>
                </li>
                <li id="row-1:1" data-selection="1:1" class="row">
                <button data-severity="error" aria-label="Error: Expired 3 days ago (20 Nov 2026, 13:00:00 UTC)." class="flag">
                <span aria-hidden="true">✕</span>
                </button>
                <span class="name">exp</span>
                <span dir="ltr" class="value">1795179600 <time>2026-11-20 13:00:00 UTC</time>
                </span>
                <span class="reference">RFC 7519 §4.1.4</span>
                <button aria-label="Copy exp" class="copy">Copy</button>
                <div class="meaning">
                <details>
                <summary>Expires <span class="instant">
                <em data-severity="error">3 days ago</em>, <span>14:00:00 Europe/Berlin (+01:00)</span>
                </span>
                </summary>
                <p>
                <span class="title">Expires</span>: from this moment on the token must be refused. RFC 7519 section 4.1.4</p>
                </details>
                </div>
                </li>
                <li id="row-1:2" data-selection="1:2" class="row">
                <button data-severity="error" aria-label="Error: “sub” appears 2 times: “100002348117421473”, “1e400”. Readers disagree which one counts. And 2 more." class="flag">
                <span aria-hidden="true">✕</span>
                </button>
                <span class="name">sub</span>
                <span dir="ltr" class="value">1e400</span>
                <span class="reference">RFC 7519 §4.1.2</span>
                <button aria-label="Copy sub" class="copy">Copy</button>
                <div class="meaning">
                <b class="repeated">repeated: most parsers use this one, the last. </b>
                <details>
                <summary>Subject: who or what it is about</summary>
                <p>
                <span class="title">Subject</span>: who or what the token is about, named as the issuer names it. RFC 7519 section 4.1.2</p>
                </details>
                </div>
                </li>
                </ul>
                </div>
                </section>"#]],
        );
    }

    #[test]
    fn show_hostile_text_as_text() {
        let hostile = "{\"<img src=x onerror=alert(1)>\":\"</script><b>\",\"x\":\"a\u{202e}b\"}";
        let markup = markup(claims(hostile));
        assert!(!markup.contains("<img") && !markup.contains("<b>") && !markup.contains("</script"), "{markup}");
        assert!(!markup.contains('\u{202e}') && markup.contains("U+202E"), "{markup}");
    }

    #[test]
    fn say_where_json_breaks_and_show_the_rest() {
        check(
            claims(r#"{"sub":"1",'exp':1}"#),
            expect![[r#"
                <section data-role="payload" aria-label="Claims" id="row-1" class="panel">
                <header>
                <h2>
                <i aria-hidden="true">
                </i>Claims</h2>
                <span class="size">1 claim, 19 bytes</span>
                <button aria-label="Guide: What should not stand in a token?" class="link to-guide">Guide</button>
                <span role="group" aria-label="View" class="toggle">
                <button aria-pressed="true">Table</button>
                <button aria-pressed="false">JSON</button>
                <button aria-pressed="false">Exact text</button>
                </span>
                <button class="copy-part">Copy</button>
                </header>
                <p data-severity="error" class="wrong">The payload cannot be read whole: expected a name in double quotes, but found <code>'</code> (JSON has double quotes only), at line 1, column 12 (byte 11).</p>
                <div class="long-list">
                <ul class="rows">
                <li id="row-1:0" data-selection="1:0" class="row">
                <span class="name">sub</span>
                <span dir="ltr" class="value">"1"</span>
                <span class="reference">RFC 7519 §4.1.2</span>
                <button aria-label="Copy sub" class="copy">Copy</button>
                <div class="meaning">
                <details>
                <summary>Subject: who or what it is about</summary>
                <p>
                <span class="title">Subject</span>: who or what the token is about, named as the issuer names it. RFC 7519 section 4.1.2</p>
                </details>
                </div>
                </li>
                </ul>
                </div>
                <pre dir="ltr" class="exact">{"sub":"1",<mark title="Here" class="place">▸'</mark>exp':1}</pre>
                </section>"#]],
        );
    }

    #[test]
    fn fold_long_values_and_many_rows() {
        let long = format!(r#"{{"long":"{}"}}"#, "x".repeat(400));
        assert!(markup(claims(&long)).contains("show all (402 bytes)"));
        let many: Vec<String> = (0..250).map(|n| format!(r#""n{n}":{n}"#)).collect();
        assert!(markup(claims(&format!("{{{}}}", many.join(",")))).contains("show 50 more"));
    }
}
