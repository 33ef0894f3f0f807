//! The expectations as code of a library that the reader chooses, with the lines that refuse the token marked.

use yew::prelude::*;

use crate::browser::document::value_of;
use crate::state::expecting::answer::{OfferedCode, OfferedCodeLine, OfferedLibrary, ServiceAnswer};
use crate::state::expecting::{ExpectationUse, Expecting};
use crate::state::{Action, Copied, Dispatch};
use crate::views::glyphs::{mark, prose, reference, shown};

/// Small numbers in words.
const NUMBERS: [&str; 10] =
    ["none", "it", "both", "all three", "all four", "all five", "all six", "all seven", "all eight", "all nine"];

/// Nothing where there is no code, or no library to choose.
pub fn code(expecting: &Expecting, answer: &ServiceAnswer, dispatch: &Dispatch) -> Html {
    let Some(library) = answer.library(expecting.library.as_deref()) else { return Html::default() };
    let onchange =
        dispatch.from(|event: Event| Some(Action::ExpectationUsed(ExpectationUse::LibraryChosen(value_of(&event)?))));
    let is_late = expecting.is_late();
    html! {
        <div class="as-code">
            <div class="choosing">
                <label for="expected-library">{"Copy as code for"}</label>
                <select id="expected-library" {onchange}>
                    for offered in &answer.libraries {
                        <option value={offered.id.clone()} selected={offered.id == library.id}>{&offered.name}</option>
                    }
                </select>
                if let Some(code) = answer.code.as_ref().filter(|code| code.notes.is_empty() && !is_late) {
                    {checks(answer, code)}
                }
                <button
                    aria-label="Copy the code"
                    onclick={dispatch.on(Action::CopyWanted(Copied::ServiceCode))}
                >
                    {"Copy"}
                </button>
            </div>
            if let Some(code) = &answer.code {
                if !code.notes.is_empty() {
                    <ul class="notes-on-code">
                        {for code.notes.iter().map(|note| html! { <li>{prose(note)}</li> })}
                    </ul>
                }
                <pre class="code" dir="ltr" data-late={mark(is_late)}>
                    {for code.lines.iter().map(line)}
                </pre>
                {written_from(library)}
            }
        </div>
    }
}

/// An element of its own, so that what does not fit hangs below its begin.
fn line(line: &OfferedCodeLine) -> Html {
    html! {
        <span class={if line.refuses { "here" } else { "line" }}>
            if line.refuses {
                <span class="unseen">{"This line refuses the token: "}</span>
            }
            {shown(&line.text)}
            if let Some(said) = &line.said {
                <span class="said">{"  "}{shown(said)}</span>
            }
            {"\n"}
        </span>
    }
}

fn checks(answer: &ServiceAnswer, code: &OfferedCode) -> Html {
    let checked = NUMBERS.get(answer.lines.len()).filter(|_| !code.lines.is_empty() && !answer.lines.is_empty());
    html! {
        if let Some(checked) = checked {
            <span class="fine">{format!("It checks {checked}.")}</span>
        }
    }
}

/// "Version 6.1.0. The tests of this page run its code. https://…"
fn written_from(library: &OfferedLibrary) -> Html {
    let how = match library.is_run {
        Some(true) => " The tests of this page run its code.",
        Some(false) => " Its code is written from this documentation: no test of this page runs it.",
        None => "",
    };
    html! {
        <p class="fine">
            {"Version "}{&library.version}{"."}{how}{" "}{reference(&library.reference)}
        </p>
    }
}
