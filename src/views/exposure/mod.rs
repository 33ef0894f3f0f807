//! What it costs if the token leaks: statements by topic, and pictures of its window and its weight.

pub mod window;

use inspect::display::grouped;
use inspect::exposure::size::{BROWSERS, SERVER_LIMITS, Weight};
use inspect::exposure::{Exposure, Statement, Topic};
use inspection::Inspected;
use yew::prelude::*;

use crate::state::{Action, Copied, Dispatch};
use crate::views::glyphs::{prose, reference};
use crate::views::guide::to_place;
use crate::views::same::ShownProps;
use window::{percent, picture};

#[component]
pub fn ExposurePanel(props: &ShownProps) -> Html {
    exposure(&props.shown, &props.dispatch)
}

fn exposure(inspected: &Inspected, dispatch: &Dispatch) -> Html {
    let Some(exposure) = &inspected.judgement.exposure else { return Html::default() };
    html! {
        <section class="panel exposure" id="exposure" aria-labelledby="exposure-title">
            <header><h2 id="exposure-title">{"If this token leaks"}</h2></header>
            {for Topic::ALL.into_iter().map(|topic| section(exposure, topic, inspected, dispatch))}
        </section>
    }
}

/// Nothing where nothing is to be said on this topic.
fn section(exposure: &Exposure, topic: Topic, inspected: &Inspected, dispatch: &Dispatch) -> Html {
    let statements: Vec<&Statement> = exposure.statements.iter().filter(|it| it.topic == topic).collect();
    let Some(first) = statements.first() else { return Html::default() };
    html! {
        <section>
            <div>
                <h3>{topic.name()}</h3>
                {to_place(first.guide, "Guide", dispatch)}
            </div>
            <div>
                for statement in &statements {
                    <p data-statement={statement.id}>{prose(&statement.text)}</p>
                }
                {beside(exposure, topic, inspected, dispatch)}
            </div>
        </section>
    }
}

/// The picture, table or line that belongs to a topic.
fn beside(exposure: &Exposure, topic: Topic, inspected: &Inspected, dispatch: &Dispatch) -> Html {
    match topic {
        Topic::Revocation => match &exposure.window {
            Some(window) => picture(window, &inspected.judgement.validity),
            None => Html::default(),
        },
        Topic::Size => html! { <>{weights(&exposure.weights)}{allowed()}</> },
        Topic::Storage => exposure.header_line.map_or_else(Html::default, |line| header_line(line, dispatch)),
        Topic::State | Topic::Lifetime => Html::default(),
    }
}

fn weights(weights: &[Weight]) -> Html {
    let whole: usize = weights.iter().map(|weight| weight.bytes).sum();
    let heaviest = weights.iter().map(|weight| weight.bytes).max().unwrap_or_default().max(1) as u64;
    // However light it is, it can be seen.
    let width = |weight: &Weight| percent((weight.bytes as u64 * 1_000 / heaviest).max(5));
    html! {
        <div class="weights">
            <p>{format!("What its {} bytes are:", grouped(whole))}</p>
            <ul>
                for weight in weights {
                    <li>
                        <span>{prose(&weight.name)}</span>
                        <svg width="100%" height="8" aria-hidden="true"><rect height="8" width={width(weight)} /></svg>
                        <span class="amount">{grouped(weight.bytes)}</span>
                    </li>
                }
            </ul>
        </div>
    }
}

fn allowed() -> Html {
    html! {
        <details>
            <summary>{"What browsers and servers allow by default"}</summary>
            <ul class="limits">
                for limit in [BROWSERS].into_iter().chain(SERVER_LIMITS) {
                    <li>
                        <span>{limit.who}</span>
                        <span>{format!("{} bytes for {}", grouped(limit.bytes), limit.of)}</span>
                        {reference(limit.setting)}
                    </li>
                }
            </ul>
        </details>
    }
}

fn header_line(line: &'static str, dispatch: &Dispatch) -> Html {
    html! {
        <div class="header-line">
            <code>{line}</code>
            <button
                aria-label="Copy the Set-Cookie line"
                onclick={dispatch.on(Action::CopyWanted(Copied::HeaderLine))}
            >
                {"Copy"}
            </button>
        </div>
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::views::testing::{NOW, check, dispatch, inspected, markup, token};
    use expect_test::expect;

    const ACCESS: &str = r#"{"alg":"ES256","typ":"at+jwt"}"#;

    fn of(header: &str, payload: &str, signature_bytes: usize) -> Html {
        exposure(&inspected(&token(header, payload, signature_bytes)), &dispatch())
    }

    #[test]
    fn says_what_a_refresh_token_needs() {
        let claims = [r#"{"typ":"Refresh","exp":"#, &(NOW + 86_400).to_string(), "}"].concat();
        check(
            of(r#"{"alg":"HS256"}"#, &claims, 32),
            expect![[r#"
                <section id="exposure" aria-labelledby="exposure-title" class="panel exposure">
                <header>
                <h2 id="exposure-title">If this token leaks</h2>
                </header>
                <section>
                <div>
                <h3>Revocation</h3>
                <button aria-label="Guide: Why is it hard to revoke a JWT?" class="link to-guide">Guide</button>
                </div>
                <div>
                <p data-statement="usable-until">Whoever holds a copy can use it for 1 day more, until 24 Nov 2026, 15:00:00 UTC, wherever it is accepted.</p>
                <p data-statement="stopped-sooner">Only its issuer accepts it, and can refuse it at the next use.</p>
                <div class="window">
                <p>How long a copy made now can be used:</p>
                <ul>
                <li data-life="this-token">
                <span>This token</span>
                <span class="amount">1 day</span>
                <svg width="100%" height="12" aria-hidden="true">
                <line x1="0.0%" x2="0.0%" y1="6" y2="6" class="past">
                </line>
                <line x1="0.0%" x2="100.0%" y1="6" y2="6" class="usable">
                </line>
                </svg>
                </li>
                <li data-life="short-lived">
                <span>A 5-minute token</span>
                <span class="amount">5 minutes at most</span>
                <svg width="100%" height="12" aria-hidden="true">
                <line x1="0.0%" x2="0.0%" y1="6" y2="6" class="past">
                </line>
                <line x1="0.0%" x2="0.8%" y1="6" y2="6" class="usable">
                </line>
                </svg>
                </li>
                <li data-life="session-row">
                <span>A session row</span>
                <span class="amount">until the row is deleted</span>
                <svg width="100%" height="12" aria-hidden="true">
                <line x1="0.0%" x2="0.0%" y1="6" y2="6" class="past">
                </line>
                <line x1="0.0%" x2="100.0%" y1="6" y2="6" class="open">
                </line>
                </svg>
                </li>
                </ul>
                <svg width="100%" height="14" aria-hidden="true" class="scale">
                <text x="0.0%" y="11" text-anchor="start">now</text>
                <text x="100.0%" y="11" text-anchor="end">expires</text>
                </svg>
                </div>
                </div>
                </section>
                <section>
                <div>
                <h3>Storage</h3>
                <button aria-label="Guide: May I keep one in local storage?" class="link to-guide">Guide</button>
                </div>
                <div>
                <p data-statement="kept-where">A refresh token is worth more than the tokens it brings. Keep it on a server, encrypted; a page has no good place for it, and local storage is the worst.</p>
                </div>
                </section>
                <section>
                <div>
                <h3>Lifetime</h3>
                <button aria-label="Guide: How long should a token live?" class="link to-guide">Guide</button>
                </div>
                <div>
                <p data-statement="healthy-lifetime">No limit is known for this kind of token; our advice is some weeks. The lifetime of this one is unknown.</p>
                <p data-statement="renewal">Rotation limits a leak: each use brings a new one, and when an old one comes back, all that came from it are refused (RFC 9700 section 4.14.2).</p>
                </div>
                </section>
                </section>"#]],
        );
    }

    #[test]
    fn an_access_token_has_its_weights_and_a_line_to_copy() {
        let claims =
            [r#"{"sub":"<b>","<i>":"x","iat":"#, &(NOW - 60).to_string(), r#","exp":"#, &(NOW + 724).to_string(), "}"]
                .concat();
        let markup = markup(of(ACCESS, &claims, 64));
        let weights = markup.split("<ul>").nth(2).and_then(|rest| rest.split("</ul>").next()).expect("the weights");
        expect![[r#"
            <li>
            <span>Signature</span>
            <svg width="100%" height="8" aria-hidden="true">
            <rect height="8" width="100.0%">
            </rect>
            </svg>
            <span class="amount">86</span>
            </li>
            <li>
            <span>Header</span>
            <svg width="100%" height="8" aria-hidden="true">
            <rect height="8" width="46.5%">
            </rect>
            </svg>
            <span class="amount">40</span>
            </li>
            <li>
            <span>
            <code>iat</code>
            </span>
            <svg width="100%" height="8" aria-hidden="true">
            <rect height="8" width="25.5%">
            </rect>
            </svg>
            <span class="amount">22</span>
            </li>
            <li>
            <span>
            <code>exp</code>
            </span>
            <svg width="100%" height="8" aria-hidden="true">
            <rect height="8" width="25.5%">
            </rect>
            </svg>
            <span class="amount">22</span>
            </li>
            <li>
            <span>
            <code>sub</code>
            </span>
            <svg width="100%" height="8" aria-hidden="true">
            <rect height="8" width="17.4%">
            </rect>
            </svg>
            <span class="amount">15</span>
            </li>
            <li>
            <span>All the rest</span>
            <svg width="100%" height="8" aria-hidden="true">
            <rect height="8" width="22.0%">
            </rect>
            </svg>
            <span class="amount">19</span>
            </li>"#]]
        .assert_eq(weights.trim());
        assert!(markup.contains("<code>Set-Cookie: __Host-session=RANDOM_SESSION_ID; Path=/;"), "{markup}");
        assert!(markup.contains("<code>&lt;i&gt;</code>"), "{markup}");
        assert!(markup.contains("Copy the Set-Cookie line") && !markup.contains("<b>") && !markup.contains("<i>"));
        let segment = token(ACCESS, &claims, 64).split('.').nth(1).expect("claims").to_owned();
        assert!(!markup.contains(&segment));
    }

    #[test]
    fn without_its_signature_nothing_is_said_but_what_can_be_read() {
        check(
            of(ACCESS, r#"{"email":"a@b.example"}"#, 0),
            expect![[r#"
                <section id="exposure" aria-labelledby="exposure-title" class="panel exposure">
                <header>
                <h2 id="exposure-title">If this token leaks</h2>
                </header>
                <section>
                <div>
                <h3>State</h3>
                <button aria-label="Guide: What should not stand in a token?" class="link to-guide">Guide</button>
                </div>
                <div>
                <p data-statement="personal-data">There is no signature on this copy, so nobody should accept it. Whoever sees it can still read <code>email</code>.</p>
                </div>
                </section>
                </section>"#]],
        );
    }

    #[test]
    fn is_left_out_where_it_does_not_apply() {
        assert_eq!(markup(of(r#"{"alg":"ES256","typ":"dpop+jwt"}"#, r#"{"htm":"GET"}"#, 64)), "");
    }
}
