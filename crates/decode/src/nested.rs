//! Tokens that stand whole inside a part of another: a payload, the value of a claim, a key binding JWT.

use std::rc::Rc;

use super::find::{Found, anchor};
use super::json::{self, Kind, Value};
use super::{Nested, Part, Piece, Role, Span, Token, base64url, format, inflate};

/// How many tokens may stand inside each other, and how many in one token in all.
pub const DEPTH_LIMIT: usize = 16;
pub const COUNT_LIMIT: usize = 100;

/// The longest name of a claim that makes a label, in bytes.
const LONGEST_LABEL: usize = 64;

/// What one token and all within it may still come to.
pub(super) struct Limits {
    pub(super) tokens: usize,
    /// Bytes that compressed payloads may still inflate to.
    pub(super) inflatable: usize,
}

impl Limits {
    /// For the next token of a text, in which compressed payloads may still come to `inflatable` bytes.
    pub(super) fn new(inflatable: usize) -> Self {
        Self { tokens: COUNT_LIMIT, inflatable: inflatable.min(inflate::LIMIT) }
    }
}

/// The tokens inside these parts, for a token that stands inside `depth` others.
pub(super) fn nested(parts: &[Part], depth: usize, limits: &mut Limits) -> Vec<Nested> {
    let mut search = Search { position: 0, depth, limits, path: String::new(), found: Vec::new() };
    if depth < DEPTH_LIMIT {
        for (position, part) in parts.iter().enumerate() {
            search.position = position;
            search.path = ["/", part.role.id()].concat();
            search.part(part);
        }
    }
    search.found
}

struct Search<'l> {
    /// Of the part that is searched.
    position: usize,
    depth: usize,
    limits: &'l mut Limits,
    /// RFC 6901, to the value that is looked at.
    path: String,
    found: Vec<Nested>,
}

impl Search<'_> {
    fn part(&mut self, part: &Part) {
        let label = "nested token";
        match part.role {
            Role::KeyBinding => self.take("key binding", &part.text(), Span::new(0, part.bytes.len())),
            Role::Payload if part.error().is_some() => {
                // Not JSON, but perhaps a token as it is: `cty: JWT`, RFC 7519 section 5.2.
                let text = std::str::from_utf8(&part.bytes).unwrap_or_default();
                let start = text.len() - text.trim_ascii_start().len();
                let text = text.trim_ascii();
                if is_token(text) {
                    self.take(label, text, Span::new(start, start + text.len()));
                }
            }
            Role::Header | Role::SharedHeader | Role::Payload => self.values(part, part.value(), label),
            Role::UnprotectedHeader => {
                // RFC 9901 section 8.1: `kb_jwt` is a part by itself.
                for member in part.members().iter().filter(|member| member.name.text != "kb_jwt") {
                    self.within(&member.name.text, |search| {
                        search.values(part, Some(&member.value), name_or(label, &member.name.text));
                    });
                }
            }
            Role::Disclosure => {
                // RFC 9901 section 4.2.1: salt, name, value.
                let name = match part.value().map(|value| &value.kind) {
                    Some(Kind::Array(values)) if values.len() == 3 => values.get(1).and_then(Value::as_str),
                    _ => None,
                };
                self.values(part, part.value(), name.map_or(label, |name| name_or(label, name)));
            }
            _ => {}
        }
    }

    /// Every string at any depth that is a token, and every object that is a JSON serialization.
    fn values(&mut self, part: &Part, value: Option<&Value>, label: &str) {
        let Some(value) = value else { return };
        match &value.kind {
            Kind::String(text) if is_token(&text.text) => self.take(label, &text.text, value.span.within_quotes()),
            Kind::Array(values) => {
                for (position, value) in values.iter().enumerate() {
                    self.within(&position.to_string(), |search| search.values(part, Some(value), label));
                }
            }
            Kind::Object(_) if format::is_json_serialization(value) => {
                self.take(label, &part.source(value.span), value.span);
            }
            Kind::Object(members) => {
                for member in members {
                    let name = &member.name.text;
                    self.within(name, |search| search.values(part, Some(&member.value), name_or(label, name)));
                }
            }
            _ => {}
        }
    }

    fn within(&mut self, name: &str, search: impl FnOnce(&mut Self)) {
        let length = self.path.len();
        json::descend(&mut self.path, name.chars());
        search(self);
        self.path.truncate(length);
    }

    /// `span` is in bytes of the part.
    fn take(&mut self, label: &str, text: &str, span: Span) {
        let Some(left) = self.limits.tokens.checked_sub(1) else { return };
        self.limits.tokens = left;
        let pieces = vec![Piece { token: Span::new(0, text.len()), paste: span }];
        let found = Found { label: label.to_owned(), span, repairs: Vec::new(), text: text.to_owned(), pieces };
        let token = Rc::new(Token::new(found, self.depth + 1, self.limits));
        self.found.push(Nested { path: self.path.clone(), part: self.position, token });
    }
}

fn name_or<'n>(label: &'n str, name: &'n str) -> &'n str {
    if name.is_empty() || name.len() > LONGEST_LABEL { label } else { name }
}

/// Whether a text is one whole compact token and nothing else: its header is a JSON object that names an algorithm,
/// and it has the segments of its kind.
pub(super) fn is_token(text: &str) -> bool {
    let is_of_tokens = |byte: u8| byte.is_ascii_alphanumeric() || b"-_.~=+/".contains(&byte);
    if !anchor::is_object_start(text.as_bytes()) || !text.bytes().all(is_of_tokens) {
        return false;
    }
    let (signed, behind) = text.split_once('~').map_or((text, None), |(signed, behind)| (signed, Some(behind)));
    let dots = signed.bytes().filter(|byte| *byte == b'.').count();
    let has_its_segments = match behind {
        None => dots == 2 || dots == 4,
        // RFC 9901 section 4: disclosures have no dots, a key binding JWT behind the last `~` has two.
        Some(behind) => {
            let last = behind.rsplit('~').next().unwrap_or_default();
            let before = behind.len() - last.len();
            dots == 2 && !Span::new(0, before).in_str(behind).contains('.') && matches!(last.split('.').count(), 1 | 3)
        }
    };
    has_its_segments && {
        let header = json::read(&base64url::decode(signed.split('.').next().unwrap_or_default()).bytes);
        let names = |name: &str| header.value.as_ref().is_some_and(|value| value.member(name).is_some());
        header.faults.iter().all(|fault| fault.kind.is_soft()) && (names("alg") || names("enc"))
    }
}

#[cfg(test)]
mod tests {
    use super::super::decode;
    use super::super::format::Format;
    use super::super::testing::{encode, inside, only, signed};
    use super::*;

    const HEADER: &str = r#"{"alg":"HS256"}"#;

    #[test]
    fn opens_a_payload_that_is_a_token() {
        let inner = signed(HEADER, r#"{"sub":"u"}"#);
        for payload in [inner.clone(), format!(" {inner}\n"), format!("\"{inner}\"")] {
            let token = only(&signed(r#"{"alg":"HS256","cty":"JWT"}"#, &payload));
            assert_eq!(inside(&token), [("/payload", "nested token", inner.as_str())]);
            let [nested] = token.nested.as_slice() else { panic!("one") };
            assert_eq!((nested.part, nested.token.span.in_str(&payload)), (1, inner.as_str()));
        }
    }

    #[test]
    fn opens_values_at_any_depth_and_names_them() {
        let inner = signed(HEADER, "{}");
        let encrypted = [&encode(r#"{"alg":"dir","enc":"A128GCM"}"#), "..AAAA.AAAA.AAAA"].concat();
        let disclosing = [&inner, "~", &encode(r#"["salt","a",1]"#), "~"].concat();
        let claims = format!(
            r#"{{"id_token_hint":"{inner}","a/b":[1,{{"~":"{encrypted}"}},["{disclosing}"]],"x":{{"payload":"e30","protected":"{}","signature":"AA"}}}}"#,
            encode(HEADER)
        );
        let token = only(&signed(HEADER, &claims));
        let found: Vec<_> = inside(&token).into_iter().map(|(path, label, _)| (path, label)).collect();
        assert_eq!(
            found,
            [
                ("/payload/id_token_hint", "id_token_hint"),
                ("/payload/a~1b/1/~0", "~"),
                ("/payload/a~1b/2/0", "a/b"),
                ("/payload/x", "x"),
            ]
        );
        let formats: Vec<_> = token.nested.iter().map(|nested| nested.token.format).collect();
        assert_eq!(formats, [Format::JwsCompact, Format::JweCompact, Format::SdJwt, Format::JwsJsonFlattened]);
        for nested in &token.nested {
            assert_eq!(nested.token.span.in_str(&claims), nested.token.text);
        }
    }

    #[test]
    fn opens_what_a_disclosure_and_a_header_hold() {
        let inner = signed(HEADER, "{}");
        let disclosure = encode(format!(r#"["salt","vp","{inner}"]"#));
        let header = format!(r#"{{"alg":"HS256","trust_chain":["{inner}"]}}"#);
        let token = only(&[&signed(&header, "{}"), "~", &disclosure, "~", &inner].concat());
        let found: Vec<_> = inside(&token).into_iter().map(|(path, label, _)| (path, label)).collect();
        assert_eq!(
            found,
            [("/header/trust_chain/0", "trust_chain"), ("/disclosure/2", "vp"), ("/keyBinding", "key binding")]
        );
    }

    #[test]
    fn near_misses_are_text() {
        let whole = signed(HEADER, "{}");
        let no_algorithm = signed(r#"{"typ":"JWT"}"#, "{}");
        let two = whole.rsplit_once('.').map_or("", |(two, _)| two);
        for value in [
            "eyJhbGciOiJIUzI1NiJ9",
            two,
            &no_algorithm,
            "www.example.com",
            "1.2.3",
            "eyJ.b.c",
            &format!("Bearer {whole}"),
            &format!("{whole}.{whole}"),
            &format!("{whole}~a.b~"),
            &format!("{whole} "),
        ] {
            let token = only(&signed(HEADER, format!(r#"{{"a":"{value}"}}"#)));
            assert_eq!(inside(&token), [], "{value}");
        }
    }

    #[test]
    fn an_escaped_value_is_opened_too() {
        let inner = signed(HEADER, "{}");
        let token = only(&signed(HEADER, format!(r#"{{"a":"{}"}}"#, inner.replace('.', "\\u002e"))));
        assert_eq!(inside(&token), [("/payload/a", "a", inner.as_str())]);
        let nested = &token.nested[0].token;
        assert_eq!(nested.in_paste(Span::new(3, 4)), [nested.span], "no finer place is known");
    }

    #[test]
    fn stops_at_its_limits() {
        let mut text = signed(HEADER, "{}");
        for _ in 0..DEPTH_LIMIT + 4 {
            text = signed(HEADER, &text);
        }
        let mut token = Rc::new(only(&text));
        let mut depth = 0;
        while let Some(nested) = token.nested.first() {
            token = Rc::clone(&nested.token);
            depth += 1;
        }
        assert_eq!(depth, DEPTH_LIMIT);
        let inner = signed(HEADER, "{}");
        let many = format!(r#"["{}"]"#, [inner.as_str(); 300].join("\",\""));
        assert_eq!(only(&signed(HEADER, &many)).nested.len(), COUNT_LIMIT);
        assert_eq!(
            decode(&[signed(HEADER, &many), signed(HEADER, &many)].join("\n")).tokens[1].nested.len(),
            COUNT_LIMIT
        );
    }
}
