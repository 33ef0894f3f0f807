//! What is said of a text that holds no token: what it is, where a token would stand, what to do next, and what was
//! looked for.

use decode::Note;
use decode::display::quoted;
use inspect::Severity;
use inspect::time::instants;
use yew::prelude::*;

use super::place::{MissingToken, place};
use crate::state::paste::{Origin, Paste};
use crate::views::findings::severity::sign;
use crate::views::glyphs::{prose, prose_with};

const STEPS: [&str; 3] = [
    "In the browser, open the developer tools (`F12`), choose `Network`, and send the request again.",
    "Right-click the request, and choose `Copy`, then `Copy as cURL`.",
    "Paste it here. The token in it is found.",
];

const LOOKED_FOR: [(&str, &str); 3] = [
    ("A token", "Parts joined by dots; most begin with `eyJ`. Also wrapped, quoted, escaped or encoded once more."),
    ("Part of one", "A header or claims by themselves, encoded."),
    ("Other secrets", "API keys, sessions and other tokens that are no JWT."),
];

pub fn tokenless(paste: &Paste, now: i64) -> Html {
    let notes = &paste.reading.notes;
    let form = match &paste.origin {
        Origin::File(file) => file.form,
        _ => None,
    };
    let nothing_is_known = notes.iter().all(|note| note.id == "not-a-jwt");
    html! {
        <>
            {for form.map(|form| html! { <p class="sentence">{form.sentence()}</p> })}
            {for notes.iter().map(|note| said(note, now))}
            if form.is_none() {
                {for place(&paste.text).as_ref().map(would_stand)}
                {steps()}
                if nothing_is_known {
                    {looked_for()}
                }
            }
        </>
    }
}

fn would_stand(place: &MissingToken) -> Html {
    let instead = match place.instead {
        "" => "nothing stands there".to_owned(),
        instead => format!("this text has {} there", quoted(instead, 40)),
    };
    html! { <p class="sentence">{prose(&format!("A token could stand after `{}`: {instead}.", place.name))}</p> }
}

fn steps() -> Html {
    html! {
        <section class="panel" aria-labelledby="steps-title">
            <header><h2 id="steps-title">{"Get the token that was sent"}</h2></header>
            <ol class="steps">{for STEPS.iter().map(|step| html! { <li>{prose_with("b", step)}</li> })}</ol>
        </section>
    }
}

fn looked_for() -> Html {
    html! {
        <section class="panel" aria-labelledby="looked-for-title">
            <header><h2 id="looked-for-title">{"What this page looked for"}</h2></header>
            <dl class="places">
                for (what, how) in LOOKED_FOR {
                    <div><dt>{what}</dt><dd>{prose(how)}</dd></div>
                }
            </dl>
        </section>
    }
}

fn said(note: &Note, now: i64) -> Html {
    let remark = html! { <p class="sentence">{prose(&note.message)}</p> };
    if let Some(expires_at) = note.expires_at {
        return html! { <>{remark}{judged(expires_at, now)}</> };
    }
    match note.id {
        "looks-like-secret" => html! {
            <p class="caution" data-severity="warning">
                <span aria-hidden="true">{format!("{} ", sign(Severity::Warning))}</span>{prose(&note.message)}
            </p>
        },
        "looks-like-inside" => html! { <pre class="exact panel" dir="ltr">{prose(&note.message)}</pre> },
        _ => remark,
    }
}

/// What its time comes to now.
fn judged(expires_at: i64, now: i64) -> Html {
    let relative = instants::relative(expires_at, now);
    let (severity, word) = match expires_at <= now {
        true => (
            Some(Severity::Error),
            if relative == "now" { "Expired just now.".to_owned() } else { format!("Expired {relative}.") },
        ),
        false => (None, format!("Expires {relative}.")),
    };
    html! {
        <p class="sentence" data-severity={severity.map(Severity::id)}>
            if let Some(severity) = severity {
                <span aria-hidden="true">{format!("{} ", sign(severity))}</span>
            }
            {word}
        </p>
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::state::Action;
    use crate::state::binary::BinaryForm;
    use crate::state::paste::GivenFile;
    use crate::views::testing::{check, markup, state};
    use expect_test::expect;

    /// What is said of the text itself.
    fn of(text: &str) -> Html {
        state(text).paste.reading.notes.iter().map(|note| said(note, 1_700_000_000)).collect()
    }

    fn whole(text: &str) -> String {
        markup(tokenless(&state(text).paste, 1_700_000_000))
    }

    #[test]
    fn says_where_a_token_would_stand_and_what_to_do() {
        let log = whole("Error: 401\n  headers: { Authorization: 'Bearer [redacted]' }");
        let place =
            "A token could stand after <code>Authorization</code>: this text has <code>[redacted]</code> there.";
        assert!(log.contains(place), "{log}");
        assert!(log.contains("Get the token that was sent") && log.contains("looked for"), "{log}");
        assert!(whole("{\"access_token\":\"\"}").contains("nothing stands there."));
        assert!(!whole("hello").contains("could stand"));
    }

    #[test]
    fn does_not_say_that_nothing_was_found_where_something_was() {
        let secret = whole("ghp_aB3dE5gH7jK9mN1pQ3sT5vW7yZ9bC1dE3fG5");
        assert!(secret.contains("GitHub") && !secret.contains("not found"), "{secret}");
    }

    #[test]
    fn names_a_binary_file() {
        let mut state = state("");
        let file = GivenFile {
            name: "shot.png".to_owned(),
            size: 20,
            whole: None,
            is_full: false,
            stopped_at: None,
            is_lossy: true,
            form: Some(BinaryForm::Png),
        };
        let text = "\u{FFFD}PNG\r\n\u{1A}\n".to_owned();
        state.reduce(Action::Edited { text, origin: Origin::File(file), now: 1_700_000_000 });
        let said = markup(tokenless(&state.paste, 1_700_000_000));
        assert!(said.contains("This is a PNG image.") && !said.contains("not found"), "{said}");
    }

    #[test]
    fn warns_of_a_secret() {
        check(
            of("ghp_aB3dE5gH7jK9mN1pQ3sT5vW7yZ9bC1dE3fG5"),
            expect![[r#"
                <p class="sentence">This is not a JWT. It looks like a GitHub personal access token. It is opaque: it can be used, but not decoded.</p>
                <p data-severity="warning" class="caution">
                <span aria-hidden="true">▲ </span>If it is real, whoever holds it can use it: keep it secret, and revoke it if others saw it.</p>"#]],
        );
    }

    #[test]
    fn shows_what_is_inside_as_it_is() {
        check(
            of("aGVsbG8gYHdvcmxkYCA8Yj4="),
            expect![[r#"
                <p class="sentence">This is not a JWT. It looks like base64. It decodes to 17 bytes: text. Paste the token itself to have it decoded.</p>
                <pre dir="ltr" class="exact panel">It can be read without a key: <code>hello ⟨U+0060⟩world⟨U+0060⟩ &lt;b&gt;</code>.</pre>"#]],
        );
    }

    #[test]
    fn judges_the_time_of_decoded_claims() {
        check(
            of("{'sub': 'ann', 'iat': 1699990000, 'exp': 1699996400}"),
            expect![[r#"
                <p class="sentence">This is not a JWT. It looks like the decoded claims of a token. These are claims without their token: there is no signature to check, and nothing shows that they come from a token. By its claims it was issued on 2023-11-14 19:26:40 UTC (<code>iat</code>) and expires on 2023-11-14 21:13:20 UTC (<code>exp</code>). Paste the token itself to have it decoded.</p>
                <p data-severity="error" class="sentence">
                <span aria-hidden="true">✕ </span>Expired 1 hour ago.</p>"#]],
        );
        check(
            of("{'sub': 'ann', 'exp': 1700003600}"),
            expect![[r#"
                <p class="sentence">This is not a JWT. It looks like the decoded claims of a token. These are claims without their token: there is no signature to check, and nothing shows that they come from a token. By its claims it expires on 2023-11-14 23:13:20 UTC (<code>exp</code>). Paste the token itself to have it decoded.</p>
                <p class="sentence">Expires in 1 hour.</p>"#]],
        );
    }

    #[test]
    fn says_what_a_token_is_where_there_is_nothing_like_one() {
        check(
            of("hello"),
            expect![[
                r#"<p class="sentence">No JSON Web Token in this text. A JWT in its usual form is three parts of letters, digits, <code>-</code> and <code>_</code>, joined by dots (five if it is encrypted), and begins with <code>eyJ</code>.</p>"#
            ]],
        );
    }
}
