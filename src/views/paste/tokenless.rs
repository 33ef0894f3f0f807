//! What is said of a text that holds no token.

use decode::Note;
use inspect::Severity;
use yew::prelude::*;

use crate::views::findings::severity::sign;
use crate::views::glyphs::prose;

pub fn tokenless(notes: &[Note]) -> Html {
    notes.iter().map(said).collect()
}

fn said(note: &Note) -> Html {
    match note.id {
        "looks-like-secret" => html! {
            <p class="caution" data-severity="warning">
                <span aria-hidden="true">{format!("{} ", sign(Severity::Warning))}</span>{prose(&note.message)}
            </p>
        },
        "looks-like-inside" => html! { <pre class="exact panel" dir="ltr">{prose(&note.message)}</pre> },
        _ => html! { <p class="sentence">{prose(&note.message)}</p> },
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::views::testing::{check, state};
    use expect_test::expect;

    fn of(text: &str) -> Html {
        tokenless(&state(text).paste.reading.notes)
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
    fn says_what_a_token_is_where_there_is_nothing_like_one() {
        check(
            of("hello"),
            expect![[
                r#"<p class="sentence">No token in this text. A JSON Web Token is two or three stretches of letters, digits, - and _, joined by dots, and usually starts with eyJ.</p>"#
            ]],
        );
    }
}
