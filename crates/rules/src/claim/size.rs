//! A token that is long, with the limits that it exceeds and its largest claims.

use inspect::exposure::size::{COOKIE_LIMIT, HEADER_LIMIT, LARGE_HEADER_LIMIT, encoded_size};
use inspect::jose::kinds::TokenKind;
use std::cmp::Reverse;

use decode::format::Format;
use decode::{Coding, Token};
use guide::Question;
use inspect::display;

use crate::query::claims;
use crate::{Check, CheckTheme, Evaluation, Evidence, Place, Record, Rule, Severity};

/// In bytes. A shorter token has no finding.
const LONG: usize = 1_500;

/// In bytes. Some browsers and servers accept no longer links.
const LINK: usize = 2_000;

/// How many of the largest claims are named.
const SHOWN: usize = 3;

pub(crate) static SIZE_HEADER_16K: Record = Record {
    id: "size-header-16k",
    severity: Severity::Warning,
    title: "Too long for any usual header",
    why: "Sent as a bearer token it exceeds 16 KB, where Node.js, IIS and others refuse the whole request, usually with status 431 or 400.",
    advice: "Take long lists such as groups out of the token, and look them up by `sub` on the server.",
    references: &["RFC 9110 section 5.4", "RFC 6585 section 5"],
    guide: Question::Size,
};

pub(crate) static SIZE_HEADER_8K: Record = Record {
    id: "size-header-8k",
    severity: Severity::Warning,
    title: "Too long for many headers",
    why: "Sent as a bearer token it exceeds 8 KB, where Apache, nginx and others refuse the request by default, often only for the few users who have many groups.",
    advice: "Take long lists such as groups out of the token. Raising the limit helps only on servers that you run yourself.",
    references: &["RFC 9110 section 5.4", "RFC 6585 section 5"],
    guide: Question::Size,
};

pub(crate) static SIZE_COOKIE: Record = Record {
    id: "size-cookie",
    severity: Severity::Warning,
    title: "Too long for a cookie",
    why: "Browsers ignore a cookie whose name and value are longer than 4096 bytes together, without telling the user, who then seems to be signed out.",
    advice: "Keep a session identifier in the cookie and the token on the server, or make the token shorter.",
    references: &["draft-ietf-httpbis-rfc6265bis", "RFC 6265 section 6.1"],
    guide: Question::Size,
};

pub(crate) static SIZE_URL: Record = Record {
    id: "size-url",
    severity: Severity::Notice,
    title: "Too long for a link",
    why: "Some browsers, proxies and servers cut or refuse links beyond some 2,000 characters, so that the request fails for some users.",
    advice: "Send the request object by reference (`request_uri`, or a pushed authorization request), and answers by form post.",
    references: &["RFC 9110 section 4.1"],
    guide: Question::Size,
};

pub(crate) static SIZE_BREAKDOWN: Record = Record {
    id: "size-breakdown",
    severity: Severity::Info,
    title: "Long token",
    why: "A bearer token travels with every request, and any other token wherever it is sent: all of its bytes travel each time.",
    advice: "See whether those who receive it need the largest claims. Long lists and profiles are better looked up by `sub`.",
    references: &["RFC 9110 section 5.4"],
    guide: Question::Size,
};

pub(crate) const RULE: Rule = Rule {
    theme: CheckTheme::Claims,
    records: &[&SIZE_HEADER_16K, &SIZE_HEADER_8K, &SIZE_COOKIE, &SIZE_URL, &SIZE_BREAKDOWN],
    check: Check::Once(check),
};

fn check(evaluation: &Evaluation) -> Vec<Evidence> {
    let token = evaluation.token;
    let length = token.text.len();
    let is_compact = matches!(token.format, Format::JwsCompact | Format::JweCompact);
    if length <= LONG || !is_compact || token.is_cut_off() {
        return Vec::new();
    }
    let is_bearer = claims::is_bearer(evaluation);
    let header = length + "Authorization: Bearer ".len();
    let cookie = token.label.strip_prefix("cookie ");
    let is_linked =
        matches!(evaluation.description.profile.kind, TokenKind::AuthorizationResponse | TokenKind::RequestObject);
    let (record, limit) = if is_bearer && header > LARGE_HEADER_LIMIT {
        (&SIZE_HEADER_16K, ", too long for a header: Node.js, IIS and others take 16 KB by default")
    } else if is_bearer && header > HEADER_LIMIT {
        (&SIZE_HEADER_8K, ", too long for a header: Apache, nginx and others take 8 KB by default")
    } else if is_bearer && length + cookie.map_or(0, str::len) > COOKIE_LIMIT {
        (&SIZE_COOKIE, ", too long for a cookie: browsers keep 4096 for its name and value")
    } else if is_linked && length > LINK {
        (&SIZE_URL, ", too long for a link at some servers")
    } else {
        (&SIZE_BREAKDOWN, "")
    };
    let largest = largest(token);
    if largest.is_empty() && limit.is_empty() {
        return Vec::new();
    }
    let message = format!("{}{limit}.{largest}", display::counted(length, "byte"));
    let evidence = Evidence::new(record, message, Place::default());
    // A token that did not come as a cookie need not be kept in one.
    let is_guess = record.id == SIZE_COOKIE.id && cookie.is_none();
    vec![if is_guess { evidence.with_severity(Severity::Notice) } else { evidence }]
}

/// The claims that take most of the token, as a sentence after a space. Empty where they cannot be read.
fn largest(token: &Token) -> String {
    let Some(payload) = token.payload().filter(|payload| payload.coding == Coding::Base64url) else {
        return String::new();
    };
    let members = payload.members().iter();
    let mut sizes: Vec<_> = members.map(|member| (encoded_size(payload, member), &member.name.text)).collect();
    sizes.sort_by_key(|(size, _)| Reverse(*size));
    let shown: Vec<_> =
        sizes.iter().take(SHOWN).map(|(size, name)| format!("{} with {size}", display::quoted(name, 40))).collect();
    if shown.is_empty() {
        return String::new();
    }
    let signature = token.signature().map_or(0, |signature| signature.span.len());
    format!(" Largest: {}; the signature has {signature}.", shown.join(", "))
}

#[cfg(test)]
mod tests {
    use super::{RULE, Severity};
    use crate::testing::{check, check_quiet, encode, findings, found_by, token_from, token_of, token_with};
    use decode::Token;

    fn claims(length: usize) -> String {
        format!(r#"{{"sub":"u","groups":"{}","a":"xxxxxxxxxx"}}"#, "x".repeat(length))
    }

    #[track_caller]
    fn fires(length: usize, id: &str, severity: Severity, beginning: &str) {
        let token = token_with(&claims(length));
        let found = findings(&token);
        let found: Vec<_> = found.iter().filter(|finding| crate::testing::is_of(&RULE, finding)).collect();
        assert_eq!(found.iter().map(|it| (it.id(), it.severity)).collect::<Vec<_>>(), [(id, severity)]);
        assert!(found[0].message.starts_with(beginning), "{}", found[0].message);
    }

    #[test]
    fn says_what_is_largest() {
        let message = "2135 bytes. Largest: `groups` with 2015, `a` with 22, `sub` with 12; the signature has 43.";
        check(&RULE, &token_with(&claims(1_500)), "size-breakdown", "", message);
    }

    #[test]
    fn says_the_narrowest_limit_that_it_passes() {
        let cookie = "4135 bytes, too long for a cookie: browsers keep 4096 for its name and value. Largest: `groups`";
        fires(3_000, "size-cookie", Severity::Notice, cookie);
        let header = "8268 bytes, too long for a header: Apache, nginx and others take 8 KB by default.";
        fires(6_100, "size-header-8k", Severity::Warning, header);
        let large = "26801 bytes, too long for a header: Node.js, IIS and others take 16 KB by default.";
        fires(20_000, "size-header-16k", Severity::Warning, large);
        let cookie = token_of(&["Cookie: session=", &token_with(&claims(3_000)).text].concat());
        let warns = findings(&cookie).iter().any(|it| it.id() == "size-cookie" && it.severity == Severity::Warning);
        assert!(warns);
    }

    #[test]
    fn knows_what_travels_in_links_and_what_in_bodies() {
        let request = format!(r#"{{"client_id":"c","scope":"{}"}}"#, "x".repeat(4_000));
        let token = token_from(r#"{"alg":"RS256","typ":"oauth-authz-req+jwt"}"#, &request);
        assert_eq!(found_by(&RULE, &token)[0].0, "size-url");
        let event = format!(r#"{{"events":{{"urn:x":"{}"}}}}"#, "x".repeat(20_000));
        assert_eq!(found_by(&RULE, &token_with(&event))[0].0, "size-breakdown");
    }

    #[test]
    fn is_quiet_on_short_ones_and_on_what_cannot_be_read() {
        check_quiet(&RULE, &token_with(&claims(900)));
        let header = encode(r#"{"alg":"dir","enc":"A256GCM"}"#);
        let encrypted = |length: usize| {
            token_of(&[&header, "..", &encode([1; 12]), ".", &encode(vec![1; length]), ".", &encode([1; 16])].concat())
        };
        check_quiet(&RULE, &encrypted(1_500));
        assert_eq!(found_by(&RULE, &encrypted(9_000))[0].0, "size-header-8k");
    }

    /// A token of exactly so many bytes.
    fn of_length(typ: &str, length: usize) -> Token {
        let made = |kid: usize, fill: usize| {
            let header = [r#"{"alg":"HS256","typ":""#, typ, r#"","kid":""#, &"k".repeat(kid), "\"}"].concat();
            token_from(&header, &[r#"{"client_id":"c","a":""#, &"x".repeat(fill), "\"}"].concat())
        };
        let fill = (length - made(0, 0).text.len()) * 3 / 4;
        let near = (0..3).flat_map(|kid| (fill - 4..fill + 2).map(move |fill| made(kid, fill)));
        near.into_iter().find(|token| token.text.len() == length).expect("every length can be made")
    }

    #[test]
    fn each_limit_is_kept_to_the_byte() {
        let bearer = "Authorization: Bearer ".len();
        for (typ, cookie, limit, within, beyond) in [
            ("JWT", "", 1_500, "", "size-breakdown"),
            ("JWT", "", 4_096, "size-breakdown", "size-cookie"),
            ("JWT", "session", 4_096 - 7, "size-breakdown", "size-cookie"),
            ("JWT", "", 8_190 - bearer, "size-cookie", "size-header-8k"),
            ("JWT", "", 16_384 - bearer, "size-header-8k", "size-header-16k"),
            ("oauth-authz-req+jwt", "", 2_000, "size-breakdown", "size-url"),
        ] {
            for (length, expected) in [(limit, within), (limit + 1, beyond)] {
                let mut token = of_length(typ, length);
                if !cookie.is_empty() {
                    token = token_of(&["Cookie: ", cookie, "=", &token.text].concat());
                }
                let found = found_by(&RULE, &token);
                assert_eq!(found.first().map_or("", |found| &found.0), expected, "{length} bytes in {cookie:?}");
            }
        }
    }

    #[test]
    fn names_three_claims() {
        let claims = format!(r#"{{"a":"{}","b":"bbbb","c":"cc","d":""}}"#, "x".repeat(1_500));
        let message = "2128 bytes. Largest: `a` with 2008, `b` with 14, `c` with 11; the signature has 43.";
        check(&RULE, &token_with(&claims), "size-breakdown", "", message);
    }
}
