//! A token that was sent to another host than its audience names, and was refused there.

use guide::Question;
use inspect::display;

use crate::query::key_address::{self, Address};
use crate::query::{claims, requests};
use crate::{Check, CheckTheme, Evaluation, Evidence, Record, Rule, Severity};

pub(crate) static RECORD: Record = Record {
    id: "sent-to-other-host",
    severity: Severity::Warning,
    title: "Sent to another host than its audience",
    why: "A service refuses a token whose `aud` does not name it. An audience can also be a name that only looks like an address, and a gateway can stand before the service: then the host says nothing.",
    advice: "Compare `aud` with what the service expects, and ask the authorization server for a token for this service.",
    references: &["RFC 7519 section 4.1.3", "RFC 6750 section 3.1", "HTTP Archive 1.2"],
    guide: Question::Audience,
};

pub(crate) const RULE: Rule = Rule { theme: CheckTheme::Requests, records: &[&RECORD], check: Check::Once(check) };

fn check(evaluation: &Evaluation) -> Vec<Evidence> {
    let Some(aud) = claims::value(evaluation, "aud").filter(|_| !evaluation.requests.is_empty()) else {
        return Vec::new();
    };
    let audiences = claims::one_or_many(aud);
    // One that is no address may well be the name of the service.
    let hosts: Option<Vec<String>> = audiences.iter().map(|audience| host(audience.as_str()?)).collect();
    let Some(hosts) = hosts.filter(|hosts| !hosts.is_empty()) else { return Vec::new() };
    let mut found = requests::refused_in_time(evaluation);
    found.retain(|(sent, ())| {
        host(&sent.exchange.url).is_some_and(|host| !hosts.iter().any(|it| is_related(it, &host)))
    });
    let Some((sent, ())) = requests::most_telling(&found) else { return Vec::new() };
    let there = display::quoted(&host(&sent.exchange.url).unwrap_or_default(), 80);
    let how = match audiences {
        [one] => {
            let audience = display::quoted(one.as_str().unwrap_or_default(), 80);
            format!("Its audience is {audience}, but it was sent to {there}.")
        }
        several => format!("None of its {} audiences is on {there}, where it was sent.", several.len()),
    };
    let (outcome, others) = (requests::outcome(sent, false), requests::others(found.len()));
    vec![Evidence::new(&RECORD, format!("{how}{outcome}{others}"), claims::place(evaluation, "aud"))]
}

/// The public host of an address, where it is one that a request can go to.
fn host(address: &str) -> Option<String> {
    let address: Address = key_address::read(address)?;
    let is_of_web = ["http", "https", "ws", "wss"].iter().any(|scheme| address.scheme.eq_ignore_ascii_case(scheme));
    let is_number = address.host.rsplit('.').next().is_some_and(|last| last.starts_with(|c: char| c.is_ascii_digit()));
    // Microsoft Entra: the identifier of an application in the address of its tenant.
    let is_name = address.host.ends_with(".onmicrosoft.com");
    (is_of_web && !is_number && !is_name && !address.is_internal()).then_some(address.host)
}

/// Whether one is the other, or a subdomain of it.
fn is_related(one: &str, other: &str) -> bool {
    let is_below = |host: &str, above: &str| host.strip_suffix(above).is_some_and(|rest| rest.ends_with('.'));
    one == other || is_below(one, other) || is_below(other, one)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{Sent, found_in_requests, token_with};
    use decode::har::Carrier;

    const REFUSED: Sent = Sent { at: 0, status: 401, ..Sent::DEFAULT };

    fn found(aud: &str, sent: &[Sent]) -> Vec<String> {
        let token = token_with(&format!(r#"{{"aud":{aud},"exp":1700003600}}"#));
        found_in_requests(&RULE, &token, sent).into_iter().map(|finding| finding.message).collect()
    }

    #[test]
    fn fires_where_another_host_refused_it() {
        assert_eq!(
            found(r#""https://graph.microsoft.com""#, &[REFUSED, REFUSED]),
            [
                "Its audience is `https://graph.microsoft.com`, but it was sent to `api.example`. That may be why `GET /orders/0` was answered 401. The same holds for 1 more."
            ]
        );
        assert_eq!(
            found(
                r#"["https://a.example/","https://tenant.eu.auth0.com/userinfo"]"#,
                &[Sent { status: 403, ..REFUSED }]
            ),
            [
                "None of its 2 audiences is on `api.example`, where it was sent. That may be why `GET /orders/0` was answered 403."
            ]
        );
    }

    #[test]
    fn is_quiet_where_it_may_be_the_same_service() {
        for aud in [
            r#""https://api.example""#,
            r#""https://api.example/orders/v2""#,
            r#""http://API.example:8443/""#,
            r#""https://eu.api.example""#,
            r#"["https://graph.microsoft.com","https://api.example/"]"#,
            // Names, and names among addresses.
            r#""orders""#,
            r#""urn:orders""#,
            r#""api://7d444840-9dc0-11d1-b245-5ffdce74fad2""#,
            r#""com.example.app""#,
            r#""123-abc.apps.googleusercontent.com""#,
            r#""https://contoso.onmicrosoft.com/orders""#,
            r#""https://orders""#,
            r#"["https://graph.microsoft.com","orders"]"#,
            "[]",
            "5",
        ] {
            assert_eq!(found(aud, &[REFUSED]), [""; 0], "{aud}");
        }
        let elsewhere = r#""https://graph.microsoft.com""#;
        for sent in [
            Sent { status: 200, ..REFUSED },
            Sent { carrier: Carrier::Other, ..REFUSED },
            // Then that is why.
            Sent { at: 7_200, ..REFUSED },
            // What stands before the service while it is developed.
            Sent { url: "http://localhost:3000/orders", ..REFUSED },
            Sent { url: "http://192.168.1.5/orders", ..REFUSED },
            Sent { url: "http://203.0.113.9/orders", ..REFUSED },
            Sent { url: "http://orders:8080/", ..REFUSED },
            Sent { url: "/orders", ..REFUSED },
            Sent { url: "", ..REFUSED },
        ] {
            assert_eq!(found(elsewhere, &[sent]), [""; 0], "{}", sent.url);
        }
    }
}
