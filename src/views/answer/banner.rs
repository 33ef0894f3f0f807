//! The banner that cannot be dismissed: decoded is not verified.

use inspection::Inspected;
use yew::prelude::*;

use crate::views::glyphs::mark;

pub fn banner(shown: Option<&Inspected>) -> Html {
    let sentence = match shown {
        Some(shown) if shown.token.format.is_encrypted() => {
            "Anyone could have written this. Nothing was decrypted or checked."
        }
        Some(_) => "Anyone could have written this. The signature was not checked.",
        None => "This page shows what a token says. It does not check who signed it.",
    };
    html! {
        <div class="banner" data-quiet={mark(shown.is_none())}>
            <h2>{"Decoded, not verified"}</h2>
            <p>{sentence}</p>
        </div>
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::views::testing::{check, inspected, markup, token};
    use expect_test::expect;

    #[test]
    fn is_there_with_a_token() {
        check(
            banner(Some(&inspected(&token(r#"{"alg":"HS256"}"#, "{}", 32)))),
            expect![[r#"
                <div class="banner">
                <h2>Decoded, not verified</h2>
                <p>Anyone could have written this. The signature was not checked.</p>
                </div>"#]],
        );
    }

    #[test]
    fn is_there_without_one() {
        check(
            banner(None),
            expect![[r#"
                <div data-quiet="" class="banner">
                <h2>Decoded, not verified</h2>
                <p>This page shows what a token says. It does not check who signed it.</p>
                </div>"#]],
        );
    }

    #[test]
    fn says_nothing_of_a_signature_where_all_is_encrypted() {
        let text = [&token(r#"{"alg":"dir","enc":"A128GCM"}"#, "", 12), ".AAAA.AAAAAAAAAAAAAAAAAAAAAA"].concat();
        let markup = markup(banner(Some(&inspected(&text))));
        assert!(markup.contains("Nothing was decrypted") && !markup.contains("signature"), "{markup}");
    }
}
