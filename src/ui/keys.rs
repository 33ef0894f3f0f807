//! The keys that a token brings along.

use decode::Token;
use inspect::display::counted;
use inspect::enclosed::EnclosedKey;
use yew::prelude::*;

use super::element::{Element, element};
use super::glyphs::{prose, shown};
use super::panel::section;
use super::problems::problems;

/// So many are shown.
const LIMIT: usize = 20;

pub fn keys(token: &Token, keys: &[EnclosedKey]) -> Html {
    if keys.is_empty() {
        return Html::default();
    }
    let remark = "A check against a key from the token itself proves nothing about who issued it.";
    section("Keys inside", counted(keys.len(), "key"))
        .hold(element("p").class("remark").say(remark))
        .hold_all(keys.iter().take(LIMIT).map(|found| facts(token, found)))
        .node()
}

fn facts(token: &Token, found: &EnclosedKey) -> Element {
    let key = &found.key;
    let part = token.parts.get(found.part).map_or("", |part| part.role.name());
    let kind = element("dd").text(kind_and_size(&key.kind, key.bits));
    let kind = kind.when_some(key.purpose.as_ref(), |kind, purpose| kind.hold(element("small").hold(prose(purpose))));
    let place = element("dd").text([part, " "].concat()).hold(element("code").hold(shown(&found.pointer)));
    let place = place.when_some(key.key_id.as_ref(), |place, key_id| {
        place.hold(element("small").say("named ").hold(element("code").hold(shown(key_id))))
    });
    element("div")
        .class("enclosed")
        .hold(
            element("dl")
                .class("facts")
                .fact("Kind", kind)
                .fact("Stands in", place)
                .when_some(key.thumbprint.as_ref(), |facts, thumbprint| {
                    let value = element("code").class("value").text(thumbprint.clone());
                    facts.fact("Thumbprint", element("dd").hold(value).hold(element("small").say("SHA-256, RFC 7638")))
                })
                .when(key.is_private(), |facts| {
                    let names = key.private_members.join(", ");
                    let said =
                        element("b").class("severity").with("data-severity", "error").text(["✕ ", &names].concat());
                    facts.fact("Secret members", element("dd").hold(said))
                }),
        )
        .hold(problems(&key.problems))
}

/// "RSA, 2048 bits".
pub fn kind_and_size(kind: &str, bits: Option<usize>) -> String {
    let bits = bits.map_or(String::new(), |bits| [", ", &bits.to_string(), " bits"].concat());
    [kind, &bits].concat()
}

#[cfg(test)]
mod tests {
    use super::super::testing::{check, inspected, markup, token};
    use super::*;
    use expect_test::expect;

    fn of(payload: &str) -> Html {
        let inspected = inspected(&token(r#"{"alg":"HS256"}"#, payload, 32));
        keys(&inspected.token, &inspected.description.keys)
    }

    #[test]
    fn say_what_they_are_and_name_what_is_secret() {
        check(
            of(r#"{"cnf":{"jwk":{"kty":"oct","kid":"<k>","k":"AAAA"}}}"#),
            expect![[r#"
            <section class="panel" aria-label="Keys inside">
            <header>
            <h2>Keys inside</h2>
            <span class="size">1 key</span>
            <button data-do="guide:10" class="link to-guide" aria-label="Guide: Where does the key come from?">Guide</button>
            </header>
            <p class="remark">A check against a key from the token itself proves nothing about who issued it.</p>
            <div class="enclosed">
            <dl class="facts">
            <dt>Kind</dt>
            <dd>symmetric key, 24 bits</dd>
            <dt>Stands in</dt>
            <dd>payload <code>/cnf/jwk</code>
            <small>named <code>&lt;k&gt;</code>
            </small>
            </dd>
            <dt>Thumbprint</dt>
            <dd>
            <code class="value">juGfhwtvxgs-pCUrY2O4me_EUqZncxWSUm6eCOkHG9A</code>
            <small>SHA-256, RFC 7638</small>
            </dd>
            <dt>Secret members</dt>
            <dd>
            <b class="severity" data-severity="error">✕ k</b>
            </dd>
            </dl>
            </div>
            </section>"#]],
        );
    }

    #[test]
    fn are_left_out_where_there_are_none() {
        assert_eq!(markup(of("{}")), "");
    }
}
