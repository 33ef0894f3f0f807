//! The keys that a token brings along.

use decode::Token;
use inspect::display::{counted, quoted};
use inspect::material::enclosed::EnclosedKey;
use yew::prelude::*;

use super::panel::section;
use super::problems::problems;
use crate::state::Dispatch;
use crate::views::glyphs::prose;

/// So many are shown.
const LIMIT: usize = 20;

pub fn keys(token: &Token, keys: &[EnclosedKey], dispatch: &Dispatch) -> Html {
    if keys.is_empty() {
        return Html::default();
    }
    let contents = html! {
        <>
            <p class="remark">
                {"A check against a key from the token itself proves nothing about who issued it."}
            </p>
            {for keys.iter().take(LIMIT).map(|found| facts(token, found))}
        </>
    };
    section("Keys inside", counted(keys.len(), "key"), dispatch, contents)
}

fn facts(token: &Token, found: &EnclosedKey) -> Html {
    let key = &found.key;
    let part = token.parts.get(found.part).map_or("", |part| part.role.name());
    html! {
        <div class="enclosed">
            <dl class="facts">
                <dt>{"Kind"}</dt>
                <dd>
                    {prose(&kind_and_size(&key.kind, key.bits))}
                    if let Some(purpose) = &key.purpose {
                        <small>{prose(purpose)}</small>
                    }
                </dd>
                <dt>{"Stands in"}</dt>
                <dd>
                    {format!("{part} ")}{prose(&quoted(&found.pointer, 120))}
                    if let Some(key_id) = &key.key_id {
                        <small>{"named "}{prose(&quoted(key_id, 60))}</small>
                    }
                </dd>
                if let Some(thumbprint) = &key.thumbprint {
                    <dt>{"Thumbprint"}</dt>
                    <dd><code class="value">{thumbprint.clone()}</code><small>{"SHA-256, RFC 7638"}</small></dd>
                }
                if key.is_private() {
                    <dt>{"Secret members"}</dt>
                    <dd>
                        <b class="severity" data-severity="error">
                            {format!("✕ {}", key.private_members.join(", "))}
                        </b>
                    </dd>
                }
            </dl>
            {problems(&key.problems)}
        </div>
    }
}

/// "RSA, 2048 bits".
pub fn kind_and_size(kind: &str, bits: Option<usize>) -> String {
    bits.map_or_else(|| kind.to_owned(), |bits| format!("{kind}, {bits} bits"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::views::testing::{check, dispatch, inspected, markup, token};
    use expect_test::expect;

    fn of(payload: &str) -> Html {
        let inspected = inspected(&token(r#"{"alg":"HS256"}"#, payload, 32));
        keys(&inspected.token, &inspected.description.keys, &dispatch())
    }

    #[test]
    fn say_what_they_are_and_name_what_is_secret() {
        check(
            of(r#"{"cnf":{"jwk":{"kty":"oct","kid":"<k>","k":"AAAA"}}}"#),
            expect![[r#"
                <section aria-label="Keys inside" id="panel-keys-inside" class="panel">
                <header>
                <h2>Keys inside</h2>
                <span class="size">1 key</span>
                <button aria-label="Guide: Where does the key come from?" class="link to-guide">Guide</button>
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
                <b data-severity="error" class="severity">✕ k</b>
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
