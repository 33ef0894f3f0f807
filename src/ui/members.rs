//! The panel of a part that holds JSON: its members in a table, or its exact text.

use jwt_inspector::decode::{Part, Role, Token};
use jwt_inspector::inspect::Inspected;
use jwt_inspector::inspect::describe::DescribedMember;
use yew::prelude::*;

use super::app::{Fold, State};
use super::commands::{Command, Copy};
use super::exact_text::exact_text;
use super::glyphs::{counted, prose, size};
use super::reading::Spot;
use super::row::row;

const ROWS: usize = 200;

pub fn panel(state: &State, inspected: &Inspected, position: usize) -> Html {
    let (Some(part), Some(described)) =
        (inspected.token.parts.get(position), inspected.description.parts.get(position))
    else {
        return Html::default();
    };
    let members = &*described.members;
    let wants_exact = state.exact.contains(&position);
    let shows_table = !members.is_empty() && !wants_exact;
    let shows_exact = wants_exact || members.is_empty() || part.error().is_some();
    html! {
        <section class="panel" data-role={part.role.id()} aria-label={title(part.role)}>
            <header>
                <h2><i aria-hidden="true" />{ title(part.role) }</h2>
                <span class="size">
                    if !members.is_empty() {
                        { counted(members.len(), if part.role == Role::Payload { "claim" } else { "parameter" }) }
                        { ", " }
                    }
                    { size(part.bytes.len()) }
                </span>
                if !members.is_empty() {
                    <span class="toggle" role="group" aria-label="View">
                        { choice("Table", !wants_exact, Command::ShowTable(position)) }
                        { choice("Exact text", wants_exact, Command::ShowExactText(position)) }
                    </span>
                }
                <button data-do={Command::Copy(Copy::Part(position)).to_attribute()}>{ "Copy" }</button>
            </header>
            if let Some(sentence) = what_is_wrong(part) {
                <p class="wrong" data-severity={part.error().map(|_| "error")}>{ prose(&sentence) }</p>
            }
            if shows_table {
                { rows(state, &inspected.token, part, position, members) }
            }
            if shows_exact {
                { exact_text(part, state.marked_in(position), state.unfolded.contains(&Fold::ExactText { part: position }), position) }
            }
        </section>
    }
}

pub fn title(role: Role) -> &'static str {
    match role {
        Role::Payload => "Claims",
        Role::Header => "Header",
        Role::Disclosure => "Disclosure",
        Role::KeyBinding => "Key binding",
        _ => "Part",
    }
}

fn choice(text: &'static str, is_chosen: bool, command: Command) -> Html {
    html! { <button aria-pressed={if is_chosen { "true" } else { "false" }} data-do={command.to_attribute()}>{ text }</button> }
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

fn rows(state: &State, token: &Token, part: &Part, position: usize, members: &[DescribedMember]) -> Html {
    let unfolded = state.unfolded.contains(&Fold::Rows { part: position });
    let count = if unfolded { members.len() } else { members.len().min(ROWS) };
    let hidden = members.len() - count;
    html! {
        <>
            <ul class="rows">
                { for (0..count).map(|member| row(state, token, part, Spot { part: position, member: Some(member) }, members, member)) }
            </ul>
            if hidden > 0 {
                <button class="more" data-do={Command::Unfold(Fold::Rows { part: position }).to_attribute()}>
                    { "show " }{ hidden }{ " more" }
                </button>
            }
        </>
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::{check, markup, state, token};
    use super::*;
    use expect_test::expect;

    fn claims(payload: &str) -> Html {
        let state = state(&token(r#"{"alg":"RS256"}"#, payload, 256));
        panel(&state, state.inspected.as_ref().unwrap(), 1)
    }

    #[test]
    fn keep_duplicates_and_big_numbers() {
        check(
            claims(r#"{"sub":100002348117421473,"exp":1795179600,"sub":1e400}"#),
            expect![[r#"
                <section data-role="payload" aria-label="Claims" class="panel">
                <header>
                <h2>
                <i aria-hidden="true">
                </i>Claims</h2>
                <span class="size">3 claims, 55 bytes</span>
                <span role="group" aria-label="View" class="toggle">
                <button aria-pressed="true" data-do="table:1">Table</button>
                <button aria-pressed="false" data-do="exact:1">Exact text</button>
                </span>
                <button data-do="copy-part:1">Copy</button>
                </header>
                <ul class="rows">
                <li id="row-1:0" data-spot="1:0" class="row">
                <span class="name">sub</span>
                <span dir="ltr" class="value">100002348117421473</span>
                <span class="reference">RFC 7519 §4.1.2</span>
                <button data-do="copy-member:1:0" aria-label="Copy sub" class="copy">Copy</button>
                <p class="meaning">
                <b class="repeated">repeated: most readers take the last one, some this first. </b>
                <span class="title">Subject</span>: who or what the token says it is about, named as the issuer names it</p>
                </li>
                <li id="row-1:1" data-spot="1:1" class="row">
                <span class="name">exp</span>
                <span dir="ltr" class="value">1795179600</span>
                <span class="reference">RFC 7519 §4.1.4</span>
                <button data-do="copy-member:1:1" aria-label="Copy exp" class="copy">Copy</button>
                <p class="meaning">
                <span class="instant">
                <em>2026-11-20 13:00:00 UTC</em> <span>14:00:00 Europe/Berlin (+01:00)</span> <em data-severity="error">3 days ago</em>
                </span> <span class="title">Expires</span>: from this moment on the token must be refused</p>
                </li>
                <li id="row-1:2" data-spot="1:2" class="row">
                <span class="name">sub</span>
                <span dir="ltr" class="value">1e400</span>
                <span class="reference">RFC 7519 §4.1.2</span>
                <button data-do="copy-member:1:2" aria-label="Copy sub" class="copy">Copy</button>
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
            <section data-role="payload" aria-label="Claims" class="panel">
            <header>
            <h2>
            <i aria-hidden="true">
            </i>Claims</h2>
            <span class="size">1 claim, 19 bytes</span>
            <span role="group" aria-label="View" class="toggle">
            <button aria-pressed="true" data-do="table:1">Table</button>
            <button aria-pressed="false" data-do="exact:1">Exact text</button>
            </span>
            <button data-do="copy-part:1">Copy</button>
            </header>
            <p data-severity="error" class="wrong">The payload cannot be read whole: expected a name in double quotes, but found <code>'</code> (JSON has double quotes only), at line 1, column 12 (byte 11).</p>
            <ul class="rows">
            <li id="row-1:0" data-spot="1:0" class="row">
            <span class="name">sub</span>
            <span dir="ltr" class="value">"1"</span>
            <span class="reference">RFC 7519 §4.1.2</span>
            <button data-do="copy-member:1:0" aria-label="Copy sub" class="copy">Copy</button>
            <p class="meaning">
            <span class="title">Subject</span>: who or what the token says it is about, named as the issuer names it</p>
            </li>
            </ul>
            <pre dir="ltr" class="exact">{"sub":"1",<mark title="Here" class="place">▸'</mark>exp':1}</pre>
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
