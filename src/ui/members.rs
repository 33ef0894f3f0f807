//! The panel of a part that holds JSON: its members in a table, or its exact text.

use jwt_inspector::decode::{Part, Role, Token};
use jwt_inspector::inspect::Inspected;
use jwt_inspector::inspect::describe::DescribedMember;
use yew::prelude::*;

use super::app::{Fold, State};
use super::commands::{Command, Copy};
use super::exact_text::exact_text;
use super::glyphs::{beginning, counted, prose, short_reference, shown, size};
use super::instants::instant;
use super::reading::Spot;

/// A longer value is shown in short at first.
const VALUE_CHARACTERS: usize = 300;
const ROWS: usize = 200;
/// From here on a value gets the whole width.
const LONG_BYTES: usize = 48;

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

fn row(state: &State, token: &Token, part: &Part, spot: Spot, members: &[DescribedMember], position: usize) -> Html {
    let Some(member) = members.get(position) else {
        return Html::default();
    };
    let spot_attribute = spot.to_attribute();
    let is_marked = state.marked() == Some(spot);
    let copy = Command::Copy(Copy::Member { part: spot.part, member: position });
    html! {
        <li
            class="row"
            id={AttrValue::from(["row-", &spot_attribute].concat())}
            data-spot={spot_attribute}
            data-marked={is_marked.then_some("")}
            data-long={(member.raw.len() > LONG_BYTES).then_some("")}
        >
            <span class="name">{ shown(&member.name) }</span>
            { value(state, member, spot.part, position) }
            <span class="reference">{ short_reference(member.reference) }</span>
            <button class="copy" data-do={copy.to_attribute()} aria-label={["Copy ", &member.name].concat()}>{ "Copy" }</button>
            <p class="meaning">
                { repeated(members, position) }
                { meaning(state, member, part.role) }
            </p>
            if is_marked {
                <p class="carriers">
                    { "Carried by " }
                    <mark>{ carriers(token, part, member) }</mark>
                </p>
            }
        </li>
    }
}

fn value(state: &State, member: &DescribedMember, part: usize, position: usize) -> Html {
    let fold = Fold::Value { part, member: position };
    let short = beginning(&member.raw, VALUE_CHARACTERS).filter(|_| !state.unfolded.contains(&fold));
    html! {
        <span class="value" dir="ltr">
            if let Some(short) = short {
                { shown(short) }
                { "… " }
                <button class="link" data-do={Command::Unfold(fold).to_attribute()}>
                    { "show all (" }{ member.raw.chars().count() }{ " characters)" }
                </button>
            } else {
                { shown(&member.raw) }
            }
        </span>
    }
}

fn repeated(members: &[DescribedMember], position: usize) -> Html {
    let Some(member) = members.get(position) else {
        return Html::default();
    };
    let mut same = members.iter().enumerate().filter(|(_, other)| other.name == member.name).map(|(other, _)| other);
    let (first, last) = (same.next(), same.next_back());
    let said = match last {
        None => return Html::default(),
        Some(last) if last == position => "repeated: most readers take this one, the last. ",
        Some(_) if first == Some(position) => "repeated: most readers take the last one, some this first. ",
        Some(_) => "repeated: most readers take the last one. ",
    };
    html! { <b class="repeated">{ said }</b> }
}

fn meaning(state: &State, member: &DescribedMember, role: Role) -> Html {
    let is_bad = member.instant.is_some_and(|instant| match &*member.name {
        "exp" => role == Role::Payload && instant <= state.now,
        "nbf" => role == Role::Payload && instant > state.now,
        _ => false,
    });
    html! {
        <>
            if let Some(seconds) = member.instant {
                { instant(seconds, state.now, &state.zone, is_bad) }
                { " " }
            } else if let Some(shown_value) = &member.shown {
                <em>{ shown(shown_value) }</em>
                { ". " }
            }
            if member.title.is_empty() {
                { "Not registered: only its issuer can say what it means" }
            } else {
                <span class="title">{ member.title }</span>
                { ": " }
                { member.meaning }
            }
        </>
    }
}

/// The beginning of the characters that carry it.
fn carriers(token: &Token, part: &Part, member: &DescribedMember) -> String {
    let characters = token.characters_of(part, member.span).in_str(&token.text);
    match beginning(characters, 72) {
        Some(short) => short.to_owned() + "…",
        None => characters.to_owned(),
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
        check(claims(r#"{"sub":100002348117421473,"exp":1795179600,"sub":1e400}"#), expect![[r#""#]]);
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
        check(claims(r#"{"sub":"1",'exp':1}"#), expect![[r#""#]]);
    }

    #[test]
    fn fold_long_values_and_many_rows() {
        let long = format!(r#"{{"long":"{}"}}"#, "x".repeat(400));
        assert!(markup(claims(&long)).contains("show all (402 characters)"));
        let many: Vec<String> = (0..250).map(|n| format!(r#""n{n}":{n}"#)).collect();
        assert!(markup(claims(&format!("{{{}}}", many.join(",")))).contains("show 50 more"));
    }
}
