//! What it weighs in every request, what weighs most in it, and what browsers and servers allow.

use super::claims::quoted;
use super::{LeakedToken, Statements, Topic};
use crate::display::{self, grouped};
use crate::jose::keeping::Stop;
use decode::{Coding, Role, Token};
use guide::Question;

/// A part or a claim, in bytes of the token as it is sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Weight {
    /// A claim's name in back quotes, or what else it is.
    pub name: String,
    pub bytes: usize,
}

/// The default limit of a server.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ServerLimit {
    pub who: &'static str,
    pub bytes: usize,
    /// `a header line`, or `all headers`.
    pub of: &'static str,
    /// Where it is set or written down.
    pub setting: &'static str,
}

/// In bytes. Browsers need not keep more for a name, a value and their attributes (RFC 6265 section 6.1); those of today
/// count the name and the value.
pub const COOKIE_LIMIT: usize = 4_096;

/// In bytes. Apache's limit for a header line; nginx, Tomcat, Jetty and gunicorn are close to it.
pub const HEADER_LIMIT: usize = 8_190;

/// In bytes. The limit of Node.js, HAProxy, AWS load balancers for a line and Windows' http.sys.
pub const LARGE_HEADER_LIMIT: usize = 16_384;

/// The defaults of common servers as their documentation gave them in 2026. The strictest comes first.
pub const SERVER_LIMITS: [ServerLimit; 7] = [
    ServerLimit { who: "Apache httpd", bytes: HEADER_LIMIT, of: "a header line", setting: "LimitRequestFieldSize" },
    ServerLimit { who: "nginx", bytes: 8192, of: "a header line", setting: "large_client_header_buffers" },
    ServerLimit { who: "Tomcat", bytes: 8192, of: "all headers", setting: "maxHttpHeaderSize" },
    ServerLimit { who: "Node.js", bytes: LARGE_HEADER_LIMIT, of: "all headers", setting: "--max-http-header-size" },
    ServerLimit { who: "IIS", bytes: LARGE_HEADER_LIMIT, of: "all headers", setting: "MaxRequestBytes of HTTP.sys" },
    ServerLimit { who: "AWS ALB", bytes: LARGE_HEADER_LIMIT, of: "a header line", setting: "Quotas, HTTP headers" },
    ServerLimit { who: "Cloudflare Workers", bytes: 131_072, of: "all headers", setting: "Limits, request headers" },
];

/// What browsers keep of a cookie.
pub const BROWSERS: ServerLimit = ServerLimit {
    who: "Browsers",
    bytes: COOKIE_LIMIT,
    of: "the name and value of a cookie",
    setting: "RFC 6265 section 6.1",
};

const IN_HEADER: usize = "Authorization: Bearer ".len();
const COOKIE_NAME: usize = "__Host-session".len();
const IN_COOKIE: usize = "Cookie: ".len() + COOKIE_NAME + "=".len();
const LINE_END: usize = 2;
const SESSION_ID: usize = 32;

/// The most weights that are named. One more holds all the rest.
const HEAVIEST: usize = 5;

/// And what the bars show.
pub(super) fn statements(leaked: &LeakedToken, said: &mut Statements) -> Vec<Weight> {
    // The size hardly matters for a token that is sent to one server now and then.
    if !matches!(leaked.advice.stop, Stop::DenyList | Stop::Object(_)) {
        return Vec::new();
    }
    let bytes = leaked.evaluation.token.text.len();
    let header = IN_HEADER + bytes + LINE_END;
    let cookie = IN_COOKIE + bytes + LINE_END;
    let session = IN_COOKIE + SESSION_ID + LINE_END;
    let mut say = |id, text: String| said.add(Topic::Size, id, Question::Size, text);
    say(
        "bytes-each-request",
        format!(
            "Sent with every request it adds {} bytes as an `Authorization` header, or {} as a cookie. A 32-byte session id adds {}. In 1,000 requests that is {} kB against {} kB, before HTTP/2 or 3 shortens headers that repeat.",
            grouped(header),
            grouped(cookie),
            grouped(session),
            grouped(header),
            grouped(session)
        ),
    );
    let in_jar = COOKIE_NAME + bytes;
    match in_jar > COOKIE_LIMIT {
        true => say(
            "cookie-limit",
            format!(
                "It is too large for a cookie: with its name {} bytes, where browsers keep {}.",
                grouped(in_jar),
                grouped(COOKIE_LIMIT)
            ),
        ),
        false => say(
            "cookie-limit",
            format!(
                "As a cookie it fills {} of the {} bytes that browsers keep.",
                grouped(in_jar),
                grouped(COOKIE_LIMIT)
            ),
        ),
    }
    let line = IN_HEADER + bytes;
    let refusing: Vec<String> =
        SERVER_LIMITS.iter().filter(|limit| line > limit.bytes).map(|limit| limit.who.to_owned()).collect();
    if !refusing.is_empty() {
        say(
            "server-limits",
            format!("As they come, these refuse a header as long as this: {}.", display::listed(&refusing, " and ")),
        );
    } else if let Some(strictest) = SERVER_LIMITS.first() {
        let share = (line * 100 / strictest.bytes.max(1)).to_string();
        let allowed = grouped(strictest.bytes);
        say(
            "server-limits",
            format!(
                "As a header it takes {share} % of the {allowed} bytes that {}, the strictest of the common servers, allows.",
                strictest.who
            ),
        );
    }
    weights(leaked.evaluation.token)
}

/// Where the bytes of the token go: its header, its signature and its claims, the heaviest first, then all the rest.
fn weights(token: &Token) -> Vec<Weight> {
    let mut heaviest: Vec<Weight> = Vec::new();
    let mut add = |bytes: usize, name: &dyn Fn() -> String| {
        let place = heaviest.partition_point(|other| other.bytes >= bytes);
        if place < HEAVIEST && bytes > 0 {
            heaviest.insert(place, Weight { name: name(), bytes });
            heaviest.truncate(HEAVIEST);
        }
    };
    for part in &token.parts {
        match part.role {
            Role::Header => add(part.span.len(), &|| "Header".to_owned()),
            Role::Signature => add(part.span.len(), &|| "Signature".to_owned()),
            Role::Payload => {
                for member in part.members() {
                    let bytes = member.span.len();
                    // Four characters carry three bytes: RFC 4648 section 4.
                    let bytes = if part.coding == Coding::Plain { bytes } else { (bytes * 4).div_ceil(3) };
                    add(bytes, &|| quoted(&member.name.text));
                }
            }
            _ => {}
        }
    }
    let named: usize = heaviest.iter().map(|weight| weight.bytes).sum();
    let rest = token.text.len().saturating_sub(named);
    if rest > 0 {
        heaviest.push(Weight { name: "All the rest".to_owned(), bytes: rest });
    }
    heaviest
}

#[cfg(test)]
mod tests {
    use super::*;
    use test_tokens::token_with;

    #[test]
    fn limits_are_sorted_and_whole() {
        let limits: Vec<ServerLimit> = SERVER_LIMITS.into_iter().collect();
        assert_eq!(limits.len(), SERVER_LIMITS.len());
        assert!(limits.windows(2).all(|pair| pair[0].bytes <= pair[1].bytes));
        assert!(limits.iter().all(|limit| ["a header line", "all headers"].contains(&limit.of)));
    }

    #[test]
    fn weights_add_up_to_the_token() {
        for claims in [
            "{}",
            r#"{"a":1,"b":2,"c":3,"d":4,"e":5,"f":6}"#,
            r#"{"long":"xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx","exp":1}"#,
        ] {
            let token = token_with(claims);
            let weights = weights(&token);
            assert_eq!(weights.iter().map(|weight| weight.bytes).sum::<usize>(), token.text.len(), "{claims}");
            assert!(weights.len() <= HEAVIEST + 1);
        }
        let token = token_with(r#"{"long":"xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx","exp":1}"#);
        let names: Vec<String> = weights(&token).into_iter().map(|weight| weight.name).collect();
        assert_eq!(names, ["`long`", "Signature", "Header", "`exp`", "All the rest"]);
    }

    #[test]
    fn knows_what_each_server_takes() {
        let limits: Vec<_> = SERVER_LIMITS.into_iter().map(|limit| (limit.who, limit.bytes)).collect();
        let expected = [
            ("Apache httpd", 8_190),
            ("nginx", 8_192),
            ("Tomcat", 8_192),
            ("Node.js", 16_384),
            ("IIS", 16_384),
            ("AWS ALB", 16_384),
            ("Cloudflare Workers", 131_072),
        ];
        assert_eq!(limits, expected);
    }

    #[test]
    fn names_five() {
        let token = token_with(r#"{"a":"xxxxxxx","b":"xxxxxxx","c":"xxxxxxx","d":1}"#);
        let names: Vec<String> = weights(&token).into_iter().map(|weight| weight.name).collect();
        assert_eq!(names, ["Signature", "Header", "`a`", "`b`", "`c`", "All the rest"]);
    }
}
