//! The banner that cannot be dismissed: decoded is not verified.

use yew::prelude::*;

pub fn banner(has_token: bool) -> Html {
    html! {
        <div class="banner" data-quiet={(!has_token).then_some("")}>
            <h2>{ "Decoded, not verified" }</h2>
            if has_token {
                <p>{ "Anyone could have written these contents. This page has not checked the signature." }</p>
            } else {
                <p>{ "This page shows what a token says. It does not check who signed it." }</p>
            }
        </div>
    }
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
            <div data-quiet="" class="banner">
            <h2>Decoded, not verified</h2>
            <p>This page shows what a token says. It does not check who signed it.</p>
            </div>"#]],
        );
    }
}
