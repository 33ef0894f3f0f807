//! The requests of a HAR file in which the token stands: how they were answered, and the page as of then.

use std::rc::Rc;

use decode::har::{Exchange, ExchangeSide};
use decode::slices::WholeText;
use inspect::display::{grouped, quoted};
use inspect::sent::is_refused;
use inspect::time::instants;
use inspect::validity::{Status, TokenTimes};
use inspection::{Inspected, TokenPlace};
use yew::prelude::*;

use crate::browser::document::value_of;
use crate::state::clock::Moment;
use crate::state::reading::Reading;
use crate::state::{Action, Dispatch, State};
use crate::views::glyphs::{in_quotes, prose};
use crate::views::same::{Same, SameToken};

/// So many requests can be chosen.
const OFFERED: usize = 200;

/// When the request was sent that the line below the timeline names.
pub fn named_instant(state: &State, inspected: &Inspected) -> Option<i64> {
    let whole = state.paste.origin.whole_text().map(|whole| &**whole);
    let named = named(inspected, state.paste.reading.exchanges_of(whole))?;
    named.place.sent_at.filter(|_| named.place.side == Some(ExchangeSide::Request))
}

pub fn found_in(state: &State, inspected: &Rc<Inspected>, dispatch: &Dispatch) -> Html {
    html! {
        if inspected.places.iter().any(|place| place.exchange.is_some()) {
            <FoundIn
                inspected={SameToken::from(inspected)}
                reading={&state.paste.reading}
                whole={state.paste.origin.whole_text().map(Same::from)}
                looked_at={state.clock.looked_at}
                dispatch={dispatch.clone()}
            />
        }
    }
}

#[derive(Properties, PartialEq)]
struct FoundInProps {
    inspected: SameToken,
    reading: Same<Reading>,
    whole: Option<Same<WholeText>>,
    looked_at: Option<i64>,
    dispatch: Dispatch,
}

#[component]
fn FoundIn(props: &FoundInProps) -> Html {
    let whole = props.whole.as_ref().map(|whole| &***whole);
    let exchanges = props.reading.exchanges_of(whole);
    let Some(named) = named(&props.inspected, exchanges) else { return Html::default() };
    let all = requests(&props.inspected.places, exchanges);
    let more = match all.len().saturating_sub(1) {
        0 => String::new(),
        more => format!(", and {} more", grouped(more as u64)),
    };
    html! {
        <div class="found-in">
            <span>{prose(&format!("Found in {}{more}.", words(&named)))}</span>
            if let Some(at) = named.place.sent_at {
                <span class="cluster">
                    <button class="link" onclick={props.dispatch.on(Action::MomentChosen(Moment::Sent(at)))}>
                        {"See it as of this request"}
                    </button>
                    {others(props, &all)}
                </span>
            }
        </div>
    }
}

/// The same for another one of several.
fn others(props: &FoundInProps, all: &[FoundRequest]) -> Html {
    let offered = || all.iter().take(OFFERED).filter_map(|request| Some((request, request.place.sent_at?)));
    let is_chosen = |at: i64| props.looked_at == Some(at);
    let onchange = props.dispatch.from(|event: Event| {
        let at = value_of(&event)?.parse().ok()?;
        Some(Action::MomentChosen(Moment::Sent(at)))
    });
    let option = |(request, at): (&FoundRequest, i64)| {
        html! { <option value={at.to_string()} selected={is_chosen(at)}>{entry(request, at)}</option> }
    };
    html! {
        if offered().count() > 1 {
            <select aria-label="See it as of another request" {onchange}>
                <option value="" selected={!offered().any(|(_, at)| is_chosen(at))}>{"or of another"}</option>
                {for offered().map(option)}
            </select>
        }
    }
}

/// "“GET /orders/0”, 401, 23:42:55 UTC"
fn entry(request: &FoundRequest, at: i64) -> String {
    let name = match request.exchange.name().as_str() {
        "" => "a request".to_owned(),
        name => in_quotes(&inspect::display::capped(name, 60)),
    };
    let answer = request.exchange.status.map_or(String::new(), |status| format!(", {status}"));
    let time = instants::utc(at);
    format!("{name}{answer}, {}", time.split_once(' ').map_or(&*time, |(_, time)| time))
}

/// A request with the first place of the token in it.
struct FoundRequest<'i> {
    place: &'i TokenPlace,
    exchange: &'i Exchange,
}

/// Each once, in the order of the text.
fn requests<'i>(places: &'i [TokenPlace], exchanges: &'i [Exchange]) -> Vec<FoundRequest<'i>> {
    let mut requests: Vec<FoundRequest> = Vec::new();
    for place in places {
        let is_known = requests.last().is_some_and(|last| last.place.exchange == place.exchange);
        if let Some(exchange) = place.exchange.and_then(|position| exchanges.get(position)).filter(|_| !is_known) {
            requests.push(FoundRequest { place, exchange });
        }
    }
    requests
}

/// The one that says most: refused because of the token's times, refused, sent, or else the first one.
fn named<'i>(inspected: &'i Inspected, exchanges: &'i [Exchange]) -> Option<FoundRequest<'i>> {
    let times = TokenTimes::of(&inspected.token);
    let is_out_of_time = |place: &TokenPlace| {
        place.sent_at.is_some_and(|at| matches!(times.at(at).status, Status::Expired | Status::NotYetValid))
    };
    let rank = |FoundRequest { place, exchange }: &FoundRequest| {
        let is_sent = place.side == Some(ExchangeSide::Request);
        let is_credential = exchange.carrier(place.span.start).is_some();
        let is_telling = is_credential && is_refused(exchange) && is_out_of_time(place);
        (!is_telling, !is_sent, exchange.status != Some(401), exchange.status != Some(403))
    };
    requests(&inspected.places, exchanges).into_iter().min_by_key(rank)
}

fn words(FoundRequest { place, exchange }: &FoundRequest) -> String {
    let name = match exchange.name().as_str() {
        "" => "a request".to_owned(),
        name => quoted(name, 80),
    };
    let answer = exchange.status.map_or(String::new(), |status| format!(", answered `{status}`"));
    match place.side {
        Some(ExchangeSide::Response) => format!("the answer to {name}{answer}"),
        _ => format!("{name}{answer}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::views::testing::{NOW, check, dispatch, markup, state, token};
    use expect_test::expect;

    fn entry(token: &str, path: &str, status: u16, seconds: i64) -> String {
        let started = instants::rfc3339(NOW + seconds);
        format!(
            r#"{{"startedDateTime":"{started}","request":{{"method":"GET","url":"https://api.example{path}","headers":[{{"name":"Authorization","value":"Bearer {token}"}}]}},"response":{{"status":{status}}}}}"#
        )
    }

    fn har(entries: &[String]) -> String {
        format!(r#"{{"log":{{"entries":[{}]}}}}"#, entries.join(","))
    }

    fn expired() -> String {
        token(r#"{"alg":"HS256"}"#, &format!(r#"{{"iat":{},"exp":{}}}"#, NOW - 4_000, NOW - 400), 32)
    }

    fn drawn(state: &State) -> Html {
        found_in(state, state.shown().unwrap(), &dispatch())
    }

    #[test]
    fn names_the_request_that_was_refused() {
        let token = expired();
        let state = state(&har(&[entry(&token, "/a?page=2", 200, -500), entry(&token, "/orders/0", 401, -365)]));
        assert_eq!(named_instant(&state, state.shown().unwrap()), Some(NOW - 365));
        check(
            drawn(&state),
            expect![[r#"
            <div class="found-in">
            <span>Found in <code>GET /orders/0</code>, answered <code>401</code>, and 1 more.</span>
            <span class="cluster">
            <button class="link">See it as of this request</button>
            <select aria-label="See it as of another request">
            <option value="" selected="selected">or of another</option>
            <option value="1795445500">“GET /a?page=…”, 200, 14:51:40 UTC</option>
            <option value="1795445635">“GET /orders/0”, 401, 14:53:55 UTC</option>
            </select>
            </span>
            </div>"#]],
        );
    }

    #[test]
    fn the_page_is_seen_as_of_a_request() {
        let token = expired();
        let mut state = state(&har(&[entry(&token, "/a", 200, -500), entry(&token, "/b", 401, -365)]));
        let status = |state: &State| state.shown().map(|shown| shown.judgement.validity.status.id());
        state.reduce(Action::MomentChosen(Moment::Sent(NOW - 500)));
        assert_eq!((status(&state), state.clock.looked_at), (Some("active"), Some(NOW - 500)));
        let chosen = markup(drawn(&state));
        assert!(chosen.contains(&format!("<option value=\"{}\" selected", NOW - 500)), "{chosen}");
        state.reduce(Action::MomentChosen(Moment::Sent(NOW - 365)));
        assert_eq!(status(&state), Some("expired"));
        // What was found of the request is so at any time.
        let found =
            |state: &State| state.shown().unwrap().judgement.findings.iter().any(|it| it.id() == "sent-expired");
        assert!(found(&state));
        state.reduce(Action::MomentChosen(Moment::Now));
        assert!(found(&state));
    }

    #[test]
    fn says_what_is_known() {
        let text = |state: State| {
            let markup = markup(drawn(&state));
            (markup.split("</span>").next().unwrap_or_default().to_owned(), markup.contains("See it as of"))
        };
        let token = expired();
        let request = entry(&token, "/a", 0, -365);
        let (unanswered, _) = text(state(&har(std::slice::from_ref(&request))));
        assert!(unanswered.ends_with("Found in <code>GET /a</code>."), "{unanswered}");
        // An instant without a zone is not known.
        let (_, has_button) = text(state(&har(&[request.replace('Z', "")])));
        assert!(!has_button);
        let response = format!(
            r#"{{"request":{{"method":"POST","url":"https://a.example/token"}},"response":{{"status":200,"content":{{"text":"{token}"}}}}}}"#
        );
        let (received, has_button) = text(state(&har(&[response])));
        assert!(
            received.ends_with("Found in the answer to <code>POST /token</code>, answered <code>200</code>."),
            "{received}"
        );
        assert!(!has_button);
        assert_eq!(markup(drawn(&state(&token))), "", "no HAR");
    }
}
