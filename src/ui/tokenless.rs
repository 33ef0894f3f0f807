//! What is said of a text that holds no token.

use decode::Note;
use inspect::Severity;
use yew::prelude::*;

use super::element::{Element, element, row_of};
use super::glyphs::{prose, shown};
use super::severity::sign;

pub fn tokenless(notes: &[Note]) -> Html {
    row_of(notes.iter().map(|note| said(note).node()))
}

fn said(note: &Note) -> Element {
    match note.id {
        "looks-like-secret" => {
            let sign = element("span").with("aria-hidden", "true").text([sign(Severity::Warning), " "].concat());
            element("p").class("caution").with("data-severity", "warning").hold(sign).hold(prose(&note.message))
        }
        // Not ours: no back quote in it means code.
        "looks-like-inside" => element("pre").class("exact panel").with("dir", "ltr").hold(shown(&note.message)),
        _ => element("p").class("sentence").hold(prose(&note.message)),
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::{check, state};
    use super::*;
    use expect_test::expect;

    fn of(text: &str) -> Html {
        tokenless(&state(text).reading.notes)
    }

    #[test]
    fn warns_of_a_secret() {
        check(
            of("ghp_aB3dE5gH7jK9mN1pQ3sT5vW7yZ9bC1dE3fG5"),
            expect![[r#"
            <p class="sentence">This is not a JWT. It looks like a GitHub personal access token. It is opaque: it can be used, but not decoded.</p>
            <p class="caution" data-severity="warning">
            <span aria-hidden="true">▲ </span>If it is real, whoever holds it can use it: keep it to yourself, and revoke it if others saw it.</p>"#]],
        );
    }

    #[test]
    fn shows_what_is_inside_as_it_is() {
        check(
            of("aGVsbG8gYHdvcmxkYCA8Yj4="),
            expect![[r#"
            <p class="sentence">This is not a JWT. It looks like base64. It decodes to 17 bytes: text. Paste the token itself to have it decoded.</p>
            <pre class="exact panel" dir="ltr">It can be read without a key: hello `world` &lt;b&gt;</pre>"#]],
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
