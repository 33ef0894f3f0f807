//! Requests of a HAR file that were answered 401 and had nothing with them that could let them in.

use decode::har::{self, Exchange, ExchangeSide};
use decode::{Note, display};

/// So many requests are named.
const NAMED: usize = 3;

/// What to say of them. `tokens` are the places of all tokens, in bytes of the text.
///
/// A `POST` with a body is left out, because a name and a password may stand in the body; and so is `OPTIONS`, which browsers
/// send without credentials (Fetch, CORS-preflight fetch).
pub fn note(exchanges: &[Exchange], tokens: impl Iterator<Item = usize>) -> Option<Note> {
    let mut has_token = vec![false; exchanges.len()];
    for at in tokens {
        let position = har::exchange_at(exchanges, at);
        let is_sent = |position: usize| exchanges.get(position)?.side(at).filter(|side| *side == ExchangeSide::Request);
        if let Some(sent) = position.filter(|it| is_sent(*it).is_some()).and_then(|it| has_token.get_mut(it)) {
            *sent = true;
        }
    }
    let refused: Vec<&Exchange> = exchanges
        .iter()
        .zip(has_token)
        .filter(|(exchange, has_token)| exchange.status == Some(401) && !has_token && !exchange.has_credentials())
        .filter(|(exchange, _)| exchange.method != "OPTIONS" && (exchange.method != "POST" || exchange.body.is_empty()))
        .map(|(exchange, _)| exchange)
        .collect();
    let (first, further) = refused.split_first()?;
    let names: Vec<String> = further.iter().take(NAMED - 1).map(|exchange| name(exchange)).collect();
    let more = further.len() - names.len();
    let others = match (names.as_slice(), more) {
        ([], _) => String::new(),
        (names, 0) => format!(" So were {}.", names.join(" and ")),
        (names, more) => format!(" So were {} and {more} more.", names.join(", ")),
    };
    if exchanges.iter().any(Exchange::has_credentials) {
        let message = format!(
            "{} was answered 401, and was sent without an `Authorization` header, a cookie or a token in its address.{others}",
            beginning(first)
        );
        return Some(Note::new("request-without-token", message));
    }
    let message = format!(
        "{} was answered 401.{others} No request of this HAR has an `Authorization` header or a cookie. Chrome leaves \
         them out of a HAR unless it is saved with sensitive data, so this does not tell whether a token was sent.",
        beginning(first)
    );
    Some(Note::new("har-without-credentials", message))
}

fn name(exchange: &Exchange) -> String {
    match exchange.name().as_str() {
        "" => "a request without a name".to_owned(),
        name => display::quoted(name, 80),
    }
}

fn beginning(exchange: &Exchange) -> String {
    let name = name(exchange);
    name.strip_prefix("a ").map_or(name.clone(), |rest| format!("A {rest}"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use decode::decode;

    fn har(entries: &[&str]) -> String {
        format!(r#"{{"log":{{"entries":[{}]}}}}"#, entries.join(","))
    }

    fn entry(method: &str, path: &str, request: &str, status: u16) -> String {
        format!(
            r#"{{"request":{{"method":"{method}","url":"https://api.example{path}"{request}}},"response":{{"status":{status}}}}}"#
        )
    }

    fn said(entries: &[String]) -> Option<(&'static str, String)> {
        let text = har(&entries.iter().map(String::as_str).collect::<Vec<_>>());
        let decoded = decode(&text);
        note(&decoded.exchanges, decoded.tokens.iter().map(|token| token.span.start))
            .map(|note| (note.id, note.message))
    }

    const HEADER: &str = r#","headers":[{"name":"Authorization","value":"Bearer opaque"}]"#;

    #[test]
    fn names_requests_that_had_nothing_with_them() {
        let with = entry("GET", "/a", HEADER, 200);
        let without = |path: &str| entry("GET", path, "", 401);
        assert_eq!(
            said(&[with.clone(), without("/b?page=2")]),
            Some((
                "request-without-token",
                "`GET /b?page=…` was answered 401, and was sent without an `Authorization` header, a cookie or a token in its address.".to_owned()
            ))
        );
        let (_, three) = said(&[with.clone(), without("/b"), without("/c"), without("/d")]).unwrap_or_default();
        assert!(three.ends_with("in its address. So were `GET /c` and `GET /d`."), "{three}");
        let (_, five) = said(&[with, without("/b"), without("/c"), without("/d"), without("/e"), without("/f")])
            .unwrap_or_default();
        assert!(five.ends_with("in its address. So were `GET /c`, `GET /d` and 2 more."), "{five}");
    }

    #[test]
    fn knows_a_har_from_which_credentials_were_left_out() {
        let (id, message) = said(&[entry("GET", "/b", "", 401), entry("GET", "/c", "", 200)]).unwrap_or_default();
        assert_eq!(id, "har-without-credentials");
        assert!(message.starts_with("`GET /b` was answered 401. No request of this HAR has"), "{message}");
    }

    #[test]
    fn is_quiet_where_something_may_have_let_it_in() {
        let with = entry("GET", "/a", HEADER, 200);
        for (method, path, request, status) in [
            ("GET", "/b", HEADER, 401),
            ("GET", "/b", r#","headers":[{"name":"Cookie","value":"sid=1"}]"#, 401),
            ("GET", "/b", r#","headers":[{"name":"X-Api-Key","value":"1"}]"#, 401),
            ("GET", "/b", r#","cookies":[{"name":"sid","value":"1"}]"#, 401),
            ("GET", "/b?access_token=1", "", 401),
            ("GET", "/b?X-Amz-Signature=1", "", 401),
            ("POST", "/sign-in", r#","postData":{"text":"{\"password\":\"x\"}"}"#, 401),
            ("OPTIONS", "/b", "", 401),
            ("GET", "/b", "", 403),
            ("GET", "/b", "", 200),
            ("GET", "/b", r#","headers":[{"name":"X-Odd","value":"eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.AAAA"}]"#, 401),
        ] {
            assert_eq!(said(&[with.clone(), entry(method, path, request, status)]), None, "{method} {path} {request}");
        }
        assert_eq!(said(&[]), None);
    }
}
