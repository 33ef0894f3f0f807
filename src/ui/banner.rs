//! The banner that cannot be dismissed: decoded is not verified.

use yew::prelude::*;

use super::element::element;

pub fn banner(has_token: bool) -> Html {
    let sentence = match has_token {
        true => "Anyone could have written these contents. This page has not checked the signature.",
        false => "This page shows what a token says. It does not check who signed it.",
    };
    element("div")
        .class("banner")
        .with_mark("data-quiet", !has_token)
        .hold(element("h2").say("Decoded, not verified"))
        .hold(element("p").say(sentence))
        .node()
}

#[cfg(test)]
mod tests {
    use super::super::testing::check;
    use super::*;
    use expect_test::expect;

    #[test]
    fn is_there_with_a_token() {
        check(
            banner(true),
            expect![[r#"
            <div class="banner">
            <h2>Decoded, not verified</h2>
            <p>Anyone could have written these contents. This page has not checked the signature.</p>
            </div>"#]],
        );
    }

    #[test]
    fn is_there_without_one() {
        check(
            banner(false),
            expect![[r#"
                <div class="banner" data-quiet="">
                <h2>Decoded, not verified</h2>
                <p>This page shows what a token says. It does not check who signed it.</p>
                </div>"#]],
        );
    }
}
