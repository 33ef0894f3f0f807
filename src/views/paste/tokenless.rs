//! What is said of a text that holds no token.

use decode::Note;
use inspect::Severity;
use inspect::time::instants;
use yew::prelude::*;

use crate::views::findings::severity::sign;
use crate::views::glyphs::prose;

pub fn tokenless(notes: &[Note], now: i64) -> Html {
    notes.iter().map(|note| said(note, now)).collect()
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
    use crate::views::testing::{check, state};
    use expect_test::expect;

    fn of(text: &str) -> Html {
        tokenless(&state(text).paste.reading.notes, 1_700_000_000)
    }

    #[test]
    fn warns_of_a_secret() {
        check(
            of("ghp_aB3dE5gH7jK9mN1pQ3sT5vW7yZ9bC1dE3fG5"),
            expect![[r#"
                <p class="sentence">This is not a JWT. It looks like a GitHub personal access token. It is opaque: it can be used, but not decoded.</p>
                <p data-severity="warning" class="caution">
                <span aria-hidden="true">▲ </span>If it is real, whoever holds it can use it: keep it to yourself, and revoke it if others saw it.</p>"#]],
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
            <p class="sentence">This is not a JWT. It looks like the decoded claims of a token. It is what a token said, without the token: nothing of it can be checked here, neither a signature nor that it stood in a token at all. It says that it was issued on 2023-11-14 19:26:40 UTC (<code>iat</code>) and expires on 2023-11-14 21:13:20 UTC (<code>exp</code>). Paste the token itself to have it decoded.</p>
            <p data-severity="error" class="sentence">
            <span aria-hidden="true">✕ </span>Expired 1 hour ago.</p>"#]],
        );
        check(
            of("{'sub': 'ann', 'exp': 1700003600}"),
            expect![[r#"
            <p class="sentence">This is not a JWT. It looks like the decoded claims of a token. It is what a token said, without the token: nothing of it can be checked here, neither a signature nor that it stood in a token at all. It says that it expires on 2023-11-14 23:13:20 UTC (<code>exp</code>). Paste the token itself to have it decoded.</p>
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
