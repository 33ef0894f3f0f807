//! What it costs if the token leaks: statements by topic, and pictures of its window and its weight.

use guide::position;
use inspect::exposure::size::{COOKIE, Limit, Weight, grouped, limits};
use inspect::exposure::{Exposure, Topic};
use inspection::Inspected;
use yew::prelude::*;

use super::commands::{Command, Copy};
use super::element::{Element, button, element};
use super::glyphs::{prose, short_reference};
use super::guide::to_place;
use super::window::{percent, picture};

pub fn exposure(inspected: &Inspected) -> Html {
    let Some(exposure) = &inspected.judgement.exposure else { return Html::default() };
    let topics = Topic::ALL.into_iter().filter(|topic| exposure.statements.iter().any(|it| it.topic == *topic));
    element("section")
        .class("panel exposure")
        .with("id", "exposure")
        .with("aria-labelledby", "exposure-title")
        .hold(element("header").hold(element("h2").with("id", "exposure-title").say("If this token leaks")))
        .hold_all(topics.map(|topic| section(exposure, topic, inspected)))
        .node()
}

fn section(exposure: &Exposure, topic: Topic, inspected: &Inspected) -> Element {
    let statements = exposure.statements.iter().filter(|statement| statement.topic == topic);
    let place = statements.clone().next().map(|statement| position(statement.guide));
    let title = element("div")
        .hold(element("h3").say(topic.name()))
        .when_some(place, |title, place| title.hold(to_place(place, "Guide")));
    let said = element("div").hold_all(
        statements.map(|statement| element("p").with("data-statement", statement.id).hold(prose(&statement.text))),
    );
    let said = match topic {
        Topic::Revocation => said.when_some(exposure.window.as_ref(), |said, window| {
            said.hold(picture(window, &inspected.judgement.validity))
        }),
        Topic::Size => said.hold(weights(&exposure.weights)).hold(allowed()),
        Topic::Storage => said.when_some(exposure.header_line, |said, line| said.hold(header_line(line))),
        Topic::State | Topic::Lifetime => said,
    };
    element("section").hold(title).hold(said)
}

fn weights(weights: &[Weight]) -> Element {
    let whole: usize = weights.iter().map(|weight| weight.bytes).sum();
    let heaviest = weights.iter().map(|weight| weight.bytes).max().unwrap_or_default().max(1) as u64;
    let row = |weight: &Weight| {
        // However light it is, it can be seen.
        let width = percent((weight.bytes as u64 * 1_000 / heaviest).max(5));
        let bar = element("rect").with("height", "8").with_value("width", width);
        element("li")
            .hold(element("span").hold(prose(&weight.name)))
            .hold(element("svg").with("width", "100%").with("height", "8").with("aria-hidden", "true").hold(bar))
            .hold(element("span").class("amount").text(grouped(weight.bytes)))
    };
    element("div")
        .class("weights")
        .hold(element("p").text(["What its ", &grouped(whole), " bytes are:"].concat()))
        .hold(element("ul").hold_all(weights.iter().map(row)))
}

fn allowed() -> Element {
    let cookie =
        Limit { who: "Browsers", bytes: COOKIE, of: "the name and value of a cookie", setting: "RFC 6265 section 6.1" };
    let row = |limit: Limit| {
        element("li")
            .hold(element("span").say(limit.who))
            .hold(element("span").text([&grouped(limit.bytes), " bytes for ", limit.of].concat()))
            .hold(element("span").class("reference").text(short_reference(limit.setting)))
    };
    element("details")
        .hold(element("summary").say("What browsers and servers allow as they come"))
        .hold(element("ul").class("limits").hold_all([cookie].into_iter().chain(limits()).map(row)))
}

fn header_line(line: &'static str) -> Element {
    element("div")
        .class("header-line")
        .hold(element("code").say(line))
        .hold(button(Command::Copy(Copy::HeaderLine), "Copy").with("aria-label", "Copy the Set-Cookie line"))
}

#[cfg(test)]
mod tests {
    use super::super::testing::{NOW, check, inspected, markup, token};
    use super::*;
    use expect_test::expect;

    const ACCESS: &str = r#"{"alg":"ES256","typ":"at+jwt"}"#;

    fn of(header: &str, payload: &str, signature_bytes: usize) -> Html {
        exposure(&inspected(&token(header, payload, signature_bytes)))
    }

    #[test]
    fn says_what_a_refresh_token_needs() {
        let claims = [r#"{"typ":"Refresh","exp":"#, &(NOW + 86_400).to_string(), "}"].concat();
        check(
            of(r#"{"alg":"HS256"}"#, &claims, 32),
            expect![[r#"
                <section class="panel exposure" id="exposure" aria-labelledby="exposure-title">
                <header>
                <h2 id="exposure-title">If this token leaks</h2>
                </header>
                <section>
                <div>
                <h3>Revocation</h3>
                <button data-do="guide:2" class="link to-guide" aria-label="Guide: Why is it hard to revoke a JWT?">Guide</button>
                </div>
                <div>
                <p data-statement="usable-until">Whoever holds a copy can use it for 1 day more, until 24 Nov 2026, 15:00:00 UTC, wherever it is accepted.</p>
                <p data-statement="stopped-sooner">Its issuer alone accepts it and can refuse it at the next use: no other server needs to be told.</p>
                <div class="window">
                <p>How long a copy made now can be used:</p>
                <ul>
                <li data-life="this-token">
                <span>This token</span>
                <span class="amount">1 day</span>
                <svg width="100%" height="12" aria-hidden="true">
                <line class="past" x1="0.0%" x2="0.0%" y1="6" y2="6">
                </line>
                <line class="usable" x1="0.0%" x2="100.0%" y1="6" y2="6">
                </line>
                </svg>
                </li>
                <li data-life="short-lived">
                <span>A 5-minute token</span>
                <span class="amount">5 minutes at most</span>
                <svg width="100%" height="12" aria-hidden="true">
                <line class="past" x1="0.0%" x2="0.0%" y1="6" y2="6">
                </line>
                <line class="usable" x1="0.0%" x2="0.8%" y1="6" y2="6">
                </line>
                </svg>
                </li>
                <li data-life="session-row">
                <span>A session row</span>
                <span class="amount">until the row is deleted</span>
                <svg width="100%" height="12" aria-hidden="true">
                <line class="past" x1="0.0%" x2="0.0%" y1="6" y2="6">
                </line>
                <line class="open" x1="0.0%" x2="100.0%" y1="6" y2="6">
                </line>
                </svg>
                </li>
                </ul>
                <svg class="scale" width="100%" height="14" aria-hidden="true">
                <text x="0.0%" y="11" text-anchor="start">now</text>
                <text x="100.0%" y="11" text-anchor="end">expires</text>
                </svg>
                </div>
                </div>
                </section>
                <section>
                <div>
                <h3>Storage</h3>
                <button data-do="guide:4" class="link to-guide" aria-label="Guide: May I keep one in local storage?">Guide</button>
                </div>
                <div>
                <p data-statement="kept-where">A refresh token is worth more than the tokens it brings. Keep it on a server, encrypted; a page has no good place for it, and local storage is the worst.</p>
                </div>
                </section>
                <section>
                <div>
                <h3>Lifetime</h3>
                <button data-do="guide:3" class="link to-guide" aria-label="Guide: How long should a token live?">Guide</button>
                </div>
                <div>
                <p data-statement="healthy-lifetime">A healthy lifetime for this kind of token is some weeks. How long this one is made to last cannot be told from it.</p>
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
        assert!(markup.contains("data-do=\"copy-header-line\"") && !markup.contains("<b>") && !markup.contains("<i>"));
        let segment = token(ACCESS, &claims, 64).split('.').nth(1).expect("claims").to_owned();
        assert!(!markup.contains(&segment));
    }

    #[test]
    fn without_its_signature_nothing_is_said_but_what_can_be_read() {
        check(
            of(ACCESS, r#"{"email":"a@b.example"}"#, 0),
            expect![[r#"
                <section class="panel exposure" id="exposure" aria-labelledby="exposure-title">
                <header>
                <h2 id="exposure-title">If this token leaks</h2>
                </header>
                <section>
                <div>
                <h3>State</h3>
                <button data-do="guide:7" class="link to-guide" aria-label="Guide: What should not stand in a token?">Guide</button>
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
