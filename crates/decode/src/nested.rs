//! Finds the complete tokens inside the parts of another: a payload, the value of a claim, a key binding JWT.

use std::rc::Rc;

use crate::find::{self, Finder, FoundToken, place_in_source};
use crate::format::{self, ParsedToken};
use crate::groups::Groups;
use crate::json::{self, JsonKind, Value};
use crate::limits::{NESTED_DEPTH, Remaining};
use crate::{Nested, Part, Piece, Repair, Role, Span, Token};

/// A shorter string holds no token, in bytes.
const SHORTEST: usize = 24;

/// The longest claim name that becomes a label, in bytes.
const LONGEST_LABEL: usize = 64;

/// A found token, taken apart, with the tokens inside it. It stands inside `depth` others.
pub(super) fn token(found: FoundToken, depth: usize, remaining: &mut Remaining) -> Token {
    let FoundToken { label, span, repairs, text, pieces } = found;
    let ParsedToken { format, parts, is_cut, repeated } =
        format::take_apart_within(&text, &mut remaining.inflated_bytes);
    let nested = tokens_in(&parts, depth, remaining);
    let groups = Groups::of(&parts);
    Token { label, span, repairs, text, pieces, format, parts, is_cut, repeated, nested, groups }
}

/// The tokens inside the parts of a token that stands inside `depth` others.
fn tokens_in(parts: &[Part], depth: usize, remaining: &mut Remaining) -> Vec<Nested> {
    let mut search = NestedSearch { position: 0, depth, remaining, path: String::new(), found: Vec::new() };
    if depth < NESTED_DEPTH {
        for (position, part) in parts.iter().enumerate() {
            search.position = position;
            search.path = format!("/{}", part.role.id());
            search.part(part);
        }
    }
    search.found
}

struct NestedSearch<'r> {
    /// Of the part that is searched, among the parts of its token.
    position: usize,
    /// How many tokens the searched token stands inside.
    depth: usize,
    remaining: &'r mut Remaining,
    /// The JSON Pointer (RFC 6901) to the value that is searched.
    path: String,
    found: Vec<Nested>,
}

impl NestedSearch<'_> {
    fn part(&mut self, part: &Part) {
        let label = "nested token";
        match part.role {
            Role::KeyBinding => self.take("key binding", &part.text(), Span::new(0, part.bytes.len())),
            Role::Payload if part.error().is_some() => {
                // A nested JWT is the payload as it is, with `cty: JWT`: RFC 7519 section 5.2.
                let text = std::str::from_utf8(&part.bytes).unwrap_or_default();
                let start = text.len() - text.trim_ascii_start().len();
                let trimmed = text.trim_ascii();
                if format::is_compact_token(trimmed) {
                    self.take(label, trimmed, Span::new(start, start + trimmed.len()));
                } else {
                    self.search(label, text, |span| span);
                }
            }
            Role::Header | Role::SharedHeader | Role::Payload => self.values(part, part.value(), label),
            Role::UnprotectedHeader => {
                // `kb_jwt` is a part of its own: RFC 9901 section 8.1.
                for member in part.members().iter().filter(|member| member.name.text != "kb_jwt") {
                    self.within(&member.name.text, |search| {
                        search.values(part, Some(&member.value), name_or(label, &member.name.text));
                    });
                }
            }
            Role::Disclosure => {
                // An array of salt, name and value: RFC 9901 section 4.2.1.
                let name = match part.value().map(|value| &value.kind) {
                    Some(JsonKind::Array(values)) if values.len() == 3 => values.get(1).and_then(Value::as_str),
                    _ => None,
                };
                self.values(part, part.value(), name.map_or(label, |name| name_or(label, name)));
            }
            _ => {}
        }
    }

    /// Takes every string at any depth that is a token, every token in a longer string, and every object that is a JSON
    /// serialization.
    fn values(&mut self, part: &Part, value: Option<&Value>, label: &str) {
        let Some(value) = value else { return };
        match &value.kind {
            JsonKind::String(text) if format::is_compact_token(&text.text) => {
                self.take(label, &text.text, value.span.within_quotes())
            }
            JsonKind::String(text) => {
                let quoted = value.span.within_quotes();
                let source = part.source(quoted);
                self.search(label, &text.text, |span| {
                    let place = if text.escaped { place_in_source(span, &source) } else { span };
                    Span::new(quoted.start + place.start, quoted.start + place.end)
                });
            }
            JsonKind::Array(values) => {
                for (position, value) in values.iter().enumerate() {
                    self.within(&position.to_string(), |search| search.values(part, Some(value), label));
                }
            }
            JsonKind::Object(_) if format::is_json_serialization(value) => {
                self.take(label, &part.source(value.span), value.span);
            }
            JsonKind::Object(members) => {
                for member in members {
                    let name = &member.name.text;
                    self.within(name, |search| search.values(part, Some(&member.value), name_or(label, name)));
                }
            }
            _ => {}
        }
    }

    /// Searches a member or element, whose name is added to the path meanwhile.
    fn within(&mut self, name: &str, search: impl FnOnce(&mut Self)) {
        let length = self.path.len();
        json::descend(&mut self.path, name.chars());
        search(self);
        self.path.truncate(length);
    }

    /// Adds the whole tokens that a text holds, found as those in a paste are. `in_part` leads from bytes of the text to
    /// bytes of the part.
    fn search(&mut self, label: &str, text: &str, in_part: impl Fn(Span) -> Span) {
        if text.len() < SHORTEST {
            return;
        }
        let mut finder = Finder::new(text);
        while let Some(found) = finder.next_before(usize::MAX) {
            if !format::is_compact_token(&found.text) && !found.text.starts_with('{') {
                continue;
            }
            let place = |piece: &Piece| Piece { paste: in_part(piece.paste), ..*piece };
            let repairs = found.repairs.into_iter().filter(|repair| !repair.id.starts_with("surrounding"));
            self.take_found(FoundToken {
                label: if find::is_generic(&found.label) { label.to_owned() } else { found.label },
                span: in_part(found.span),
                repairs: repairs.map(|repair| Repair { span: in_part(repair.span), ..repair }).collect(),
                pieces: found.pieces.iter().map(place).collect(),
                text: found.text,
            });
        }
    }

    /// Adds a nested token. `span` is in bytes of the part.
    fn take(&mut self, label: &str, text: &str, span: Span) {
        let pieces = vec![Piece { token: Span::new(0, text.len()), paste: span }];
        self.take_found(FoundToken {
            label: label.to_owned(),
            span,
            repairs: Vec::new(),
            text: text.to_owned(),
            pieces,
        });
    }

    fn take_found(&mut self, found: FoundToken) {
        let Some(left) = self.remaining.nested_tokens.checked_sub(1) else { return };
        self.remaining.nested_tokens = left;
        let token = Rc::new(token(found, self.depth + 1, self.remaining));
        self.found.push(Nested { path: self.path.clone(), part: self.position, token });
    }
}

/// The name, or `label` where the name is empty or too long.
fn name_or<'n>(label: &'n str, name: &'n str) -> &'n str {
    if name.is_empty() || name.len() > LONGEST_LABEL { label } else { name }
}

#[cfg(test)]
mod tests {
    use base64::Engine;
    use base64::engine::general_purpose::STANDARD;

    use super::*;
    use crate::decode;
    use crate::format::Format;
    use crate::limits::NESTED_COUNT;
    use crate::testing::{encode, inside, only, signed};

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
        let encrypted = format!("{}..AAAA.AAAA.AAAA", encode(r#"{"alg":"dir","enc":"A128GCM"}"#));
        let disclosing = format!("{inner}~{}~", encode(r#"["salt","a",1]"#));
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
        let token = only(&format!("{}~{disclosure}~{inner}", signed(&header, "{}")));
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
            &format!("{whole}.{whole}"),
            &format!("{whole}~a.b~"),
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
    fn opens_tokens_in_longer_strings() {
        let whole = signed(HEADER, r#"{"sub":"u"}"#);
        for (value, label) in [
            (format!("Bearer {whole}"), "a"),
            (format!(" {whole} "), "a"),
            (format!("__session={whole}; Path=/"), "__session"),
            (format!("https://x.example/#id_token={whole}&state=1"), "id_token"),
            (format!("{{\\\"access_token\\\":\\\"{whole}\\\"}}"), "access_token"),
            (format!("one\\ntwo {whole}"), "a"),
        ] {
            let payload = format!(r#"{{"b":1,"a":"{value}"}}"#);
            let token = only(&signed(HEADER, &payload));
            assert_eq!(inside(&token), [("/payload/a", label, whole.as_str())], "{value}");
            assert_eq!(token.nested[0].token.span.in_str(&payload), whole, "its own characters, in {value}");
        }
        let encoded = STANDARD.encode(format!("user:{whole}"));
        let payload = format!(r#"{{"a":"Basic {encoded}"}}"#);
        assert_eq!(inside(&only(&signed(HEADER, &payload))), [("/payload/a", "user", whole.as_str())]);
        let two = format!(r#"["{whole} and {whole}"]"#);
        assert_eq!(inside(&only(&signed(HEADER, &two))).len(), 2);
    }

    #[test]
    fn stops_at_its_limits() {
        let mut text = signed(HEADER, "{}");
        for _ in 0..NESTED_DEPTH + 4 {
            text = signed(HEADER, &text);
        }
        let mut token = Rc::new(only(&text));
        let mut depth = 0;
        while let Some(nested) = token.nested.first() {
            token = Rc::clone(&nested.token);
            depth += 1;
        }
        assert_eq!(depth, NESTED_DEPTH);
        let inner = signed(HEADER, "{}");
        let many = format!(r#"["{}"]"#, [inner.as_str(); 300].join("\",\""));
        assert_eq!(only(&signed(HEADER, &many)).nested.len(), NESTED_COUNT);
        assert_eq!(
            decode(&[signed(HEADER, &many), signed(HEADER, &many)].join("\n")).tokens[1].nested.len(),
            NESTED_COUNT
        );
    }
}
