//! What it weighs in every request, what weighs most in it, and what browsers and servers allow.

use super::claims::quoted;
use super::{LeakedToken, Statements, Topic};
use crate::display::{self, grouped};
use crate::jose::keeping::Stop;
use decode::json::Member;
use decode::{Coding, Part, Role, Token};
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

/// In bytes. Browsers ignore a cookie whose name and value are longer together: draft-ietf-httpbis-rfc6265bis. The older
/// RFC 6265 section 6.1 counts its attributes as well.
pub const COOKIE_LIMIT: usize = 4_096;

/// In bytes. Apache's limit for a header line; nginx and Tomcat are close to it.
pub const HEADER_LIMIT: usize = 8_190;

/// In bytes. The limit of Node.js and Windows' http.sys for all headers, and of AWS load balancers for a line.
pub const LARGE_HEADER_LIMIT: usize = 16_384;

impl ServerLimit {
    /// The longest header line, without its line end, that can pass.
    fn longest_line(self) -> usize {
        if self.of == ALL_HEADERS { self.bytes - BESIDE_THE_LINE } else { self.bytes }
    }
}

const A_LINE: &str = "a header line";
const ALL_HEADERS: &str = "all headers";

/// The least that stands beside a header line among all headers: its line end, and a `Host` of one letter.
const BESIDE_THE_LINE: usize = LINE_END + "Host: a".len() + LINE_END;

/// The defaults of common servers as their documentation gave them in 2026. The strictest comes first.
pub const SERVER_LIMITS: [ServerLimit; 13] = [
    ServerLimit { who: "Tomcat", bytes: 8_192, of: ALL_HEADERS, setting: "maxHttpHeaderSize" },
    ServerLimit { who: "Apache httpd", bytes: HEADER_LIMIT, of: A_LINE, setting: "LimitRequestFieldSize" },
    ServerLimit { who: "nginx", bytes: 8_192, of: A_LINE, setting: "large_client_header_buffers" },
    ServerLimit { who: "AWS API Gateway", bytes: 10_240, of: ALL_HEADERS, setting: "Quotas, total header size" },
    ServerLimit { who: "HAProxy", bytes: 15_360, of: ALL_HEADERS, setting: "tune.bufsize less tune.maxrewrite" },
    ServerLimit { who: "Node.js", bytes: LARGE_HEADER_LIMIT, of: ALL_HEADERS, setting: "--max-http-header-size" },
    ServerLimit { who: "IIS", bytes: LARGE_HEADER_LIMIT, of: ALL_HEADERS, setting: "MaxRequestBytes of HTTP.sys" },
    ServerLimit { who: "AWS ALB", bytes: LARGE_HEADER_LIMIT, of: A_LINE, setting: "Quotas, HTTP headers" },
    ServerLimit { who: "Vercel", bytes: LARGE_HEADER_LIMIT, of: A_LINE, setting: "REQUEST_HEADER_TOO_LARGE" },
    ServerLimit { who: "CloudFront", bytes: 20_480, of: ALL_HEADERS, setting: "Quotas, request with its headers" },
    ServerLimit { who: "Kestrel", bytes: 32_768, of: ALL_HEADERS, setting: "MaxRequestHeadersTotalSize" },
    ServerLimit { who: "Envoy", bytes: 61_440, of: ALL_HEADERS, setting: "max_request_headers_kb" },
    ServerLimit { who: "Cloudflare Workers", bytes: 131_072, of: ALL_HEADERS, setting: "Limits, request headers" },
];

/// What browsers keep of a cookie.
pub const BROWSERS: ServerLimit = ServerLimit {
    who: "Browsers",
    bytes: COOKIE_LIMIT,
    of: "the name and value of a cookie",
    setting: "draft-ietf-httpbis-rfc6265bis",
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
        SERVER_LIMITS.iter().filter(|limit| line > limit.longest_line()).map(|limit| limit.who.to_owned()).collect();
    if !refusing.is_empty() {
        say(
            "server-limits",
            format!("By default, these refuse a header of this length: {}.", display::listed(&refusing, " and ")),
        );
    } else if let Some(strictest) = SERVER_LIMITS.first() {
        let share = (line * 100 / strictest.bytes.max(1)).to_string();
        let allowed = grouped(strictest.bytes);
        say(
            "server-limits",
            format!(
                "As a header it takes {share} % of the {allowed} bytes that {}, the strictest of the common servers, allows for {}.",
                strictest.who, strictest.of
            ),
        );
    }
    weights(leaked.evaluation.token)
}

/// What a member of the header or the claims takes in the token, in bytes: four for three of it, if it is encoded in
/// base64url (RFC 4648 section 4).
pub fn encoded_size(part: &Part, member: &Member) -> usize {
    let bytes = member.span.len();
    if part.coding == Coding::Plain { bytes } else { (bytes * 4).div_ceil(3) }
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
                    add(encoded_size(part, member), &|| quoted(&member.name.text));
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
        assert!(limits.windows(2).all(|pair| pair[0].longest_line() <= pair[1].longest_line()));
        assert!(limits.iter().all(|limit| [A_LINE, ALL_HEADERS].contains(&limit.of) && !limit.setting.is_empty()));
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
        let limits: Vec<_> = SERVER_LIMITS.into_iter().map(|limit| (limit.who, limit.bytes, limit.of)).collect();
        let expected = [
            ("Tomcat", 8_192, "all headers"),
            ("Apache httpd", 8_190, "a header line"),
            ("nginx", 8_192, "a header line"),
            ("AWS API Gateway", 10_240, "all headers"),
            ("HAProxy", 15_360, "all headers"),
            ("Node.js", 16_384, "all headers"),
            ("IIS", 16_384, "all headers"),
            ("AWS ALB", 16_384, "a header line"),
            ("Vercel", 16_384, "a header line"),
            ("CloudFront", 20_480, "all headers"),
            ("Kestrel", 32_768, "all headers"),
            ("Envoy", 61_440, "all headers"),
            ("Cloudflare Workers", 131_072, "all headers"),
        ];
        assert_eq!(limits, expected);
    }

    #[test]
    fn browsers_count_the_name_and_the_value_of_a_cookie() {
        let ServerLimit { bytes, of, setting, .. } = BROWSERS;
        assert_eq!((bytes, of, setting), (4_096, "the name and value of a cookie", "draft-ietf-httpbis-rfc6265bis"));
    }

    #[test]
    fn names_five() {
        let token = token_with(r#"{"a":"xxxxxxx","b":"xxxxxxx","c":"xxxxxxx","d":1}"#);
        let names: Vec<String> = weights(&token).into_iter().map(|weight| weight.name).collect();
        assert_eq!(names, ["Signature", "Header", "`a`", "`b`", "`c`", "All the rest"]);
    }
}
