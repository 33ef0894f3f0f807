//! A text that is what is expected, but for its spelling: the slash at its end, upper and lower case, `http`.

use inspect::jose;

use super::{HintInput, bare, shown};
use crate::ExpectationKind;

/// Of an audience, whoever issued the token: it is the service's own.
pub(super) fn of_audience(input: &HintInput) -> Option<String> {
    (*input.kind == ExpectationKind::Audience).then(|| hint(input)).flatten()
}

pub(super) fn hint(input: &HintInput) -> Option<String> {
    let said = input.said?;
    let expects = |same: fn(&str, &str) -> bool| input.expects(|text| text != said && same(text, said));
    match input.kind {
        ExpectationKind::Issuer | ExpectationKind::Audience => match () {
            () if expects(|one, other| bare(one) == bare(other)) => Some(match said.ends_with('/') {
                true => format!("Expect it with the slash at its end: {}.", shown(said)),
                false => format!("Expect it without a slash at its end: {}.", shown(said)),
            }),
            () if expects(is_same_but_for_case) => Some(case(said)),
            () if expects(|one, other| http_as_https(one) == http_as_https(other)) => scheme(input, said),
            () if expects(|one, other| spelled_alike(one) == spelled_alike(other)) => {
                Some(format!("Expect it as the token writes it: {}.", shown(said)))
            }
            () => None,
        },
        ExpectationKind::Claim(_) => expects(is_same_but_for_case).then(|| case(said)),
        ExpectationKind::Algorithm if !expects(is_same_but_for_case) => None,
        ExpectationKind::Algorithm if jose::algorithm(said).is_some() => Some(case(said)),
        // RFC 7515 section 4.1.1: the name is case-sensitive.
        ExpectationKind::Algorithm => Some(format!(
            "No algorithm is called {}: upper and lower case count. In the issuer, write {}.",
            shown(said),
            shown(input.expected.iter().find(|text| is_same_but_for_case(text, said))?)
        )),
        _ => None,
    }
}

/// RFC 7519 section 2, StringOrURI: compared as case-sensitive strings.
fn case(said: &str) -> String {
    format!("Upper and lower case count: expect {}.", shown(said))
}

/// RFC 9068 and OpenID Connect Core want an issuer with `https`.
fn scheme(input: &HintInput, said: &str) -> Option<String> {
    let is_plain = said.starts_with("http://");
    Some(match input.kind {
        ExpectationKind::Issuer if is_plain => {
            format!("Set the issuer's public address, with `https`, in its settings. Until then it is {}.", shown(said))
        }
        ExpectationKind::Issuer => format!("Expect it with `https`: {}.", shown(said)),
        _ => format!("Expect {}, or let the client ask for {}.", shown(said), input.first_expected()?),
    })
}

fn is_same_but_for_case(one: &str, other: &str) -> bool {
    one.to_lowercase() == other.to_lowercase()
}

fn http_as_https(text: &str) -> &str {
    text.strip_prefix("https://").or_else(|| text.strip_prefix("http://")).unwrap_or(text)
}

/// Without all of these differences, and without white space around it.
fn spelled_alike(text: &str) -> String {
    bare(http_as_https(text.trim())).to_lowercase()
}
