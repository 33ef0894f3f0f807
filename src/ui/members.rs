//! The panel of a part that holds JSON: its members in a table, or its exact text.

use decode::{Coding, Part, Role, Token};
use inspect::describe::{self, DescribedMember};
use inspect::display::counted;
use inspection::Inspected;
use yew::prelude::*;

use super::app::{Fold, State};
use super::commands::{Command, Copy};
use super::element::{Element, button, element, row_of};
use super::exact_text::exact_text;
use super::glyphs::{prose, size};
use super::inside::openers;
use super::panel::{head, panel};
use super::reading::Spot;
use super::row::row;

const ROWS: usize = 200;

pub fn members(state: &State, inspected: &Inspected, position: usize) -> Html {
    let (Some(part), Some(described)) =
        (inspected.token.parts.get(position), inspected.description.parts.get(position))
    else {
        return Html::default();
    };
    let members = &*described.members;
    let wants_exact = state.exact.contains(&position);
    let shows_table = !members.is_empty() && !wants_exact;
    let shows_exact = wants_exact || members.is_empty() || part.error().is_some();
    let title = title(part);
    let spot = Spot { part: position, member: None };
    let inside = openers(inspected, position, None);
    let is_token = describe::is_nested(&inspected.token) && part.role == Role::Payload;
    let header = head(title, extent(part, members.len()))
        .when(!members.is_empty(), |header| {
            let table = choice("Table", !wants_exact, Command::ShowTable(position));
            let exact = choice("Exact text", wants_exact, Command::ShowExactText(position));
            let view = element("span").class("toggle").with("role", "group").with("aria-label", "View");
            header.hold(view.hold(table).hold(exact))
        })
        .when(!part.bytes.is_empty(), |header| header.hold(button(Command::Copy(Copy::Part(position)), "Copy")));
    panel(part.role, title)
        .with_value("id", ["row-", &spot.to_attribute()].concat())
        .hold(header)
        .when_some(remark(&inspected.token, part), |panel, remark| {
            panel.hold(element("p").class("remark").hold(prose(&remark)))
        })
        .when(is_token, |panel| panel.hold(element("p").class("inside").hold_all(inside)))
        .when_some(what_is_wrong(part).filter(|_| !is_token), |panel, sentence| {
            let severity = part.error().map(|_| "error");
            panel.hold(element("p").class("wrong").with_some("data-severity", severity).hold(prose(&sentence)))
        })
        .when(shows_table, |panel| panel.hold(rows(state, inspected, part, position, members)))
        .when(shows_exact, |panel| {
            let unfolded = state.unfolded.contains(&Fold::ExactText { part: position });
            panel.hold(exact_text(part, state.marked_in(position), unfolded, position))
        })
        .node()
}

/// "7 claims, 212 bytes".
fn extent(part: &Part, members: usize) -> String {
    let size = size(part.bytes.len());
    match members {
        0 => size,
        _ => [&counted(members, if part.role == Role::Payload { "claim" } else { "parameter" }), ", ", &size].concat(),
    }
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

fn choice(text: &'static str, is_chosen: bool, command: Command) -> Element {
    button(command, text).with("aria-pressed", if is_chosen { "true" } else { "false" })
}

/// How the part stands in the token, where that is unusual.
fn remark(token: &Token, part: &Part) -> Option<String> {
    let bytes = size(part.bytes.len());
    Some(match (part.role, part.coding) {
        (Role::UnprotectedHeader, _) => {
            "Nothing protects these parameters: whoever hands the token on can change them.".to_owned()
        }
        (Role::SharedHeader, _) => {
            "For all recipients. Nothing protects these parameters: whoever hands the token on can change them.".to_owned()
        }
        (Role::Payload, _) if describe::is_nested(token) => "The payload is itself a token.".to_owned(),
        (Role::Payload, _) if token.is_detached() => {
            "The payload was left out: it travels apart, often as the body of the same request. The signature covers it \
             all the same (RFC 7515 appendix F)."
                .to_owned()
        }
        (Role::Payload, Coding::Plain) => {
            "Not encoded: these characters stand in the token as they are (`b64` is false, RFC 7797).".to_owned()
        }
        (_, Coding::Deflated { compressed }) => {
            ["Compressed: ", &size(compressed), " became ", &bytes, " (`zip` is DEF). A claim marks all of them."].concat()
        }
        _ => return None,
    })
}

/// Why there are no rows, or not all of them.
fn what_is_wrong(part: &Part) -> Option<String> {
    if let Some(fault) = part.error() {
        return Some(["The ", part.role.name(), " cannot be read whole: ", &fault.to_string(), "."].concat());
    }
    match part.value() {
        Some(value) if value.type_name() != "an object" => {
            Some(["The ", part.role.name(), " is ", value.type_name(), ", not an object, so it has no names."].concat())
        }
        Some(_) if part.members().is_empty() => {
            Some(["The ", part.role.name(), " is an object without members."].concat())
        }
        _ => None,
    }
}

fn rows(state: &State, inspected: &Inspected, part: &Part, position: usize, members: &[DescribedMember]) -> Html {
    let unfolded = state.unfolded.contains(&Fold::Rows { part: position });
    let count = if unfolded { members.len() } else { members.len().min(ROWS) };
    let hidden = members.len() - count;
    let rows = (0..count)
        .map(|member| row(state, inspected, part, Spot { part: position, member: Some(member) }, members, member));
    row_of([
        element("ul").class("rows").hold_all(rows).node(),
        match hidden {
            0 => Html::default(),
            _ => {
                let text = ["show ", &hidden.to_string(), " more"].concat();
                button(Command::Unfold(Fold::Rows { part: position }), text).class("more").node()
            }
        },
    ])
}

#[cfg(test)]
mod tests {
    use super::super::testing::{check, markup, state, token};
    use super::*;
    use expect_test::expect;

    fn claims(payload: &str) -> Html {
        let state = state(&token(r#"{"alg":"RS256"}"#, payload, 256));
        members(&state, state.inspected.as_ref().unwrap(), 1)
    }

    #[test]
    fn keep_duplicates_and_big_numbers() {
        check(
            claims(r#"{"sub":100002348117421473,"exp":1795179600,"sub":1e400}"#),
            expect![[r#"
                <section class="panel" data-role="payload" aria-label="Claims" id="row-1">
                <header>
                <h2>
                <i aria-hidden="true">
                </i>Claims</h2>
                <span class="size">3 claims, 55 bytes</span>
                <button data-do="guide:7" class="link to-guide" aria-label="Guide: What should not stand in a token?">Guide</button>
                <span class="toggle" role="group" aria-label="View">
                <button data-do="table:1" aria-pressed="true">Table</button>
                <button data-do="exact:1" aria-pressed="false">Exact text</button>
                </span>
                <button data-do="copy-part:1">Copy</button>
                </header>
                <ul class="rows">
                <li class="row" id="row-1:0" data-spot="1:0">
                <span class="name">sub</span>
                <span class="value" dir="ltr">100002348117421473</span>
                <span class="reference">RFC 7519 §4.1.2</span>
                <button data-do="copy-member:1:0" class="copy" aria-label="Copy sub">Copy</button>
                <p class="meaning">
                <b class="repeated">repeated: most readers take the last one, some this first. </b>
                <span class="title">Subject</span>: who or what the token says it is about, named as the issuer names it</p>
                </li>
                <li class="row" id="row-1:1" data-spot="1:1">
                <span class="name">exp</span>
                <span class="value" dir="ltr">1795179600</span>
                <span class="reference">RFC 7519 §4.1.4</span>
                <button data-do="copy-member:1:1" class="copy" aria-label="Copy exp">Copy</button>
                <p class="meaning">
                <span class="instant">
                <em>2026-11-20 13:00:00 UTC</em> <span>14:00:00 Europe/Berlin (+01:00)</span> <em data-severity="error">3 days ago</em>
                </span> <span class="title">Expires</span>: from this moment on the token must be refused</p>
                </li>
                <li class="row" id="row-1:2" data-spot="1:2">
                <span class="name">sub</span>
                <span class="value" dir="ltr">1e400</span>
                <span class="reference">RFC 7519 §4.1.2</span>
                <button data-do="copy-member:1:2" class="copy" aria-label="Copy sub">Copy</button>
                <p class="meaning">
                <b class="repeated">repeated: most readers take this one, the last. </b>
                <span class="title">Subject</span>: who or what the token says it is about, named as the issuer names it</p>
                </li>
                </ul>
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
                <section class="panel" data-role="payload" aria-label="Claims" id="row-1">
                <header>
                <h2>
                <i aria-hidden="true">
                </i>Claims</h2>
                <span class="size">1 claim, 19 bytes</span>
                <button data-do="guide:7" class="link to-guide" aria-label="Guide: What should not stand in a token?">Guide</button>
                <span class="toggle" role="group" aria-label="View">
                <button data-do="table:1" aria-pressed="true">Table</button>
                <button data-do="exact:1" aria-pressed="false">Exact text</button>
                </span>
                <button data-do="copy-part:1">Copy</button>
                </header>
                <p class="wrong" data-severity="error">The payload cannot be read whole: expected a name in double quotes, but found <code>'</code> (JSON has double quotes only), at line 1, column 12 (byte 11).</p>
                <ul class="rows">
                <li class="row" id="row-1:0" data-spot="1:0">
                <span class="name">sub</span>
                <span class="value" dir="ltr">"1"</span>
                <span class="reference">RFC 7519 §4.1.2</span>
                <button data-do="copy-member:1:0" class="copy" aria-label="Copy sub">Copy</button>
                <p class="meaning">
                <span class="title">Subject</span>: who or what the token says it is about, named as the issuer names it</p>
                </li>
                </ul>
                <pre class="exact" dir="ltr">{"sub":"1",<mark class="place" title="Here">▸'</mark>exp':1}</pre>
                </section>"#]],
        );
    }

    #[test]
    fn fold_long_values_and_many_rows() {
        let long = format!(r#"{{"long":"{}"}}"#, "x".repeat(400));
        assert!(markup(claims(&long)).contains("show all (402 characters)"));
        let many: Vec<String> = (0..250).map(|n| format!(r#""n{n}":{n}"#)).collect();
        assert!(markup(claims(&format!("{{{}}}", many.join(",")))).contains("show 50 more"));
    }
}
