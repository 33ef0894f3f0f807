//! What the names and values of a token mean, whatever the time is.

use std::collections::HashMap;

use decode::error::Fault;
use decode::format::Format;
use decode::json::{self, Member, Value};
use decode::{Part, Role, Span, Token};

use crate::jose::entra_roles::entra_role;
use crate::jose::{ClaimMeanings, ValueKind};
use crate::material::enclosed::{self, EnclosedChain, EnclosedKey};
use crate::material::sd_jwt::{self, KeyBinding, SdJwt};
use crate::material::status_list::{self, StatusList};
use crate::recognise::Profile;
use crate::time::{instants, numeric_date};
use crate::{display, jose, recognise};

/// A token with every name explained.
#[derive(Debug, Clone, PartialEq)]
pub struct Description {
    pub profile: Profile,
    /// One for each part of the token, in the same order.
    pub parts: Vec<DescribedPart>,
    /// In the order in which the parts stand in the token.
    pub keys: Vec<EnclosedKey>,
    pub chains: Vec<EnclosedChain>,
    /// RFC 9901.
    pub sd_jwt: Option<SdJwt>,
    pub key_binding: Option<KeyBinding>,
    /// The list of a status list token, unpacked.
    pub status_list: Option<StatusList>,
    /// It names instants, so what is said of it changes from second to second.
    pub has_instants: bool,
}

#[derive(Debug, Clone, PartialEq)]
pub struct DescribedPart {
    pub role: Role,
    /// Empty unless the part holds a JSON object.
    pub members: Vec<DescribedMember>,
    /// The first thing that kept it from being read whole.
    pub error: Option<Fault>,
}

/// A top-level member of a part, in the order and as often as it stands there.
#[derive(Debug, Clone, PartialEq)]
pub struct DescribedMember {
    /// As decoded, U+FFFD where it cannot be.
    pub name: String,
    /// The value's exact source text.
    pub raw: String,
    /// From the name's opening quote to the end of the value, in bytes of the decoded part.
    pub span: Span,
    /// The value alone.
    pub value_span: Span,
    /// From the registry; empty for a name that it does not have.
    pub title: &'static str,
    /// Its meaning in at most [`LONGEST_SHORT`](jose::entry::LONGEST_SHORT) characters.
    pub short: &'static str,
    pub meaning: &'static str,
    pub reference: &'static str,
    /// What this very value means, where that can be said: an algorithm's full name, a date for a NumericDate in
    /// UTC, what a `typ` stands for.
    pub shown: Option<String>,
    /// For a claim that holds a time: the instant it says, in seconds since 1970, as written (RFC 7519 section 2).
    pub instant: Option<i64>,
    pub occurrence: Occurrence,
}

/// Where a member stands among those of the same name: most readers take the last one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Occurrence {
    Only,
    First,
    Between,
    Last,
}

/// Explains everything about a token that the time does not change.
pub fn describe(token: &Token) -> Description {
    let profile = recognise::profile(token);
    let words = ClaimMeanings::of(profile.kind, profile.known_issuer());
    let parts = token.parts.iter().map(|read| part(token, &words, read)).collect::<Vec<_>>();
    let chains = enclosed::chains(token);
    let is_instant = |member: &DescribedMember| member.instant.is_some();
    let has_instants = !chains.is_empty() || parts.iter().any(|part| part.members.iter().any(is_instant));
    Description {
        profile,
        parts,
        keys: enclosed::keys(token),
        chains,
        has_instants,
        sd_jwt: sd_jwt::read(token),
        key_binding: sd_jwt::key_binding(token),
        status_list: status_list::read(token),
    }
}

fn part(token: &Token, words: &ClaimMeanings, part: &Part) -> DescribedPart {
    let mut members = part.members().iter().map(|member| described(token, words, part, member)).collect::<Vec<_>>();
    tell_repeated(part.members(), &mut members);
    let error = part.error().filter(|fault| fault.kind.is_of_encoding() || should_be_json(token, part)).cloned();
    DescribedPart { role: part.role, members, error }
}

fn tell_repeated(members: &[Member], described: &mut [DescribedMember]) {
    let mut of_name: HashMap<&str, Vec<usize>> = HashMap::new();
    for (position, member) in members.iter().enumerate() {
        of_name.entry(&member.name.text).or_default().push(position);
    }
    for positions in of_name.into_values().filter(|positions| positions.len() > 1) {
        let last = positions.len() - 1;
        for (nth, position) in positions.into_iter().enumerate() {
            if let Some(member) = described.get_mut(position) {
                member.occurrence = match nth {
                    0 => Occurrence::First,
                    nth if nth == last => Occurrence::Last,
                    _ => Occurrence::Between,
                };
            }
        }
    }
}

/// Whether a part that is no JSON object is broken: always, but for a payload that nobody calls a JWT. Those may hold
/// any message (RFC 7515 section 3).
pub fn should_be_json(token: &Token, part: &Part) -> bool {
    let says_so = || {
        let typ = token.header().and_then(|header| header.value()?.member("typ")?.as_str());
        typ.is_some_and(|typ| typ.to_ascii_lowercase().ends_with("jwt"))
    };
    part.role != Role::Payload
        || !is_nested(token) && (part.bytes.trim_ascii_start().starts_with(b"{") || says_so() && !part.bytes.is_empty())
}

/// Whether the payload is itself a token.
pub fn is_nested(token: &Token) -> bool {
    token.nested.iter().any(|nested| nested.path == "/payload")
}

/// Header parameters are defined once for signed and once for encrypted tokens.
fn of_format(reference: &'static str, format: Format) -> &'static str {
    match reference.split_once(" and RFC 7516") {
        Some((_, _)) if format.is_encrypted() => reference.split_once(" and ").map_or(reference, |(_, jwe)| jwe),
        Some((jws, _)) => jws,
        None => reference,
    }
}

fn described(token: &Token, words: &ClaimMeanings, part: &Part, member: &Member) -> DescribedMember {
    let name = member.name.text.as_str();
    let entry = match part.role {
        // RFC 7519 section 5.3: the header of an encrypted token may repeat claims.
        role if role.is_header() && token.format.is_encrypted() && matches!(name, "exp" | "nbf" | "iat" | "jti") => {
            words.claim(name)
        }
        role if role.is_header() => jose::header_parameter(name),
        _ => words.claim(name),
    };
    let raw = part.source(member.value.span).into_owned();
    let kind = entry.map(|entry| entry.kind);
    let instant = match (&member.value.kind, kind) {
        (json::JsonKind::Number, Some(ValueKind::Timestamp)) => {
            numeric_date::parse(&raw).filter(|date| !date.out_of_range).map(|date| date.seconds)
        }
        _ => None,
    };
    DescribedMember {
        name: name.to_owned(),
        span: member.span,
        value_span: member.value.span,
        title: entry.map_or("", |entry| entry.title),
        short: entry.map_or("", |entry| entry.short),
        meaning: entry.map_or("", |entry| entry.meaning),
        reference: entry.map_or("", |entry| of_format(entry.reference, token.format)),
        shown: match (part.role, name) {
            (Role::Header, "crit") => critical(&member.value),
            (Role::Payload, "wids") => directory_roles(&member.value),
            _ => shown(member.value.as_str(), kind, instant),
        },
        instant,
        occurrence: Occurrence::Only,
        raw,
    }
}

/// RFC 7515 section 4.1.11: each name of `crit`, and what it is.
fn critical(list: &Value) -> Option<String> {
    let json::JsonKind::Array(names) = &list.kind else { return None };
    let named = names.iter().take(CRITICAL_NAMES).filter_map(|name| {
        let name = name.as_str()?;
        let title = jose::header_parameter(name).map_or("not registered", |entry| entry.title);
        Some(format!("{} ({title})", display::quoted(name, 40)))
    });
    let named: Vec<_> = named.collect();
    (!named.is_empty()).then(|| format!("Must be understood: {}", named.join(", ")))
}

/// The most names of `crit` that are explained.
const CRITICAL_NAMES: usize = 10;

/// The template IDs of `wids`, each with the name of its role.
fn directory_roles(list: &Value) -> Option<String> {
    let ids = match &list.kind {
        json::JsonKind::Array(ids) => ids.as_slice(),
        _ => std::slice::from_ref(list),
    };
    let ids: Vec<_> = ids.iter().take(DIRECTORY_ROLES).filter_map(Value::as_str).collect();
    let roles: Vec<_> = ids.iter().map(|id| entra_role(id)).collect();
    let named = ids.iter().zip(&roles).map(|(id, role)| {
        format!("{} ({})", display::quoted(id, 40), role.map_or("not a known role", |role| role.name))
    });
    let named: Vec<_> = named.collect();
    roles.iter().any(Option::is_some).then(|| named.join(", "))
}

/// The most IDs of `wids` that are explained.
const DIRECTORY_ROLES: usize = 10;

/// What this value means.
fn shown(text: Option<&str>, kind: Option<ValueKind>, instant: Option<i64>) -> Option<String> {
    if let Some(instant) = instant {
        return Some(instants::utc(instant));
    }
    match kind? {
        ValueKind::Algorithm | ValueKind::Encryption => {
            jose::algorithm(text?).map(|algorithm| algorithm.title.to_owned())
        }
        ValueKind::Type => jose::token_type(text?).map(|entry| entry.title.to_owned()),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use test_tokens::{token_from, token_of, token_with};

    fn member(token: &Token, name: &str) -> DescribedMember {
        let parts = describe(token).parts;
        parts.into_iter().flat_map(|part| part.members).find(|member| member.name == name).expect("the member")
    }

    #[test]
    fn explains_names_and_values() {
        let token = token_from(r#"{"alg":"RS256","typ":"at+jwt"}"#, r#"{"exp":1700003500,"made-up":[1]}"#);
        assert_eq!(member(&token, "alg").shown.as_deref(), Some("RSASSA-PKCS1-v1_5 using SHA-256"));
        assert!(member(&token, "typ").shown.is_some());
        assert_eq!(member(&token, "exp").reference, "RFC 7519 section 4.1.4");
        assert_eq!(member(&token, "exp").shown.as_deref(), Some("2023-11-14 23:11:40 UTC"));
        assert_eq!((member(&token, "made-up").title, member(&token, "made-up").raw.as_str()), ("", "[1]"));
    }

    #[test]
    fn explains_what_is_critical() {
        let token = token_from(r#"{"alg":"HS256","crit":["b64","x-must",1],"b64":true,"x-must":1}"#, "{}");
        let shown = member(&token, "crit").shown;
        assert_eq!(shown.as_deref(), Some("Must be understood: `b64` (Payload encoding), `x-must` (not registered)"));
        assert_eq!(member(&token_from(r#"{"alg":"HS256","crit":[]}"#, "{}"), "crit").shown, None);
    }

    #[test]
    fn names_the_roles_of_a_directory() {
        let shown = |claims: &str| member(&token_with(claims), "wids").shown;
        assert_eq!(
            shown(r#"{"wids":["62e90394-69f5-4237-9190-012177145e10","b79fbf4d-3ef9-4689-8143-76b194e85509",1,"x`"]}"#)
                .as_deref(),
            Some(
                "`62e90394-69f5-4237-9190-012177145e10` (Global Administrator), \
                 `b79fbf4d-3ef9-4689-8143-76b194e85509` (User, as every member), `x⟨U+0060⟩` (not a known role)"
            )
        );
        let reader = r#"{"wids":"F2EF992C-3AFB-46B9-B7CF-A126EE74C451"}"#;
        assert_eq!(shown(reader).as_deref(), Some("`F2EF992C-3AFB-46B9-B7CF-A126EE74C451` (Global Reader)"));
        for unknown in [r#"{"wids":["staff"]}"#, r#"{"wids":[]}"#, r#"{"wids":{"a":1}}"#, r#"{"wids":true}"#] {
            assert_eq!(shown(unknown), None, "{unknown}");
        }
    }

    #[test]
    fn explains_claims_in_the_header_of_an_encrypted_token() {
        let header = r#"{"alg":"dir","enc":"A256GCM","exp":1700003500,"nbf":1700000000,"uat":1700000000}"#;
        let token = token_of(&format!("{}..AAAA.AAAA.AAAA", test_tokens::encode(header)));
        assert_eq!(member(&token, "exp").reference, "RFC 7519 section 4.1.4");
        assert_eq!(member(&token, "nbf").instant, Some(1_700_000_000));
        assert_eq!(member(&token, "uat").shown.as_deref(), Some("2023-11-14 22:13:20 UTC"));
        let signed = token_from(r#"{"alg":"HS256","exp":1700003500}"#, "{}");
        assert_ne!(member(&signed, "exp").reference, "RFC 7519 section 4.1.4");
    }

    #[test]
    fn a_message_is_no_broken_token() {
        let errors = |payload| {
            describe(&token_from(r#"{"alg":"HS256"}"#, payload)).parts.into_iter().any(|part| part.error.is_some())
        };
        assert!(!errors("It's a dangerous business") && !errors("12 monkeys"));
        assert!(errors("{'sub':1}"));
    }

    #[test]
    fn only_numbers_are_instants() {
        assert_eq!(member(&token_with(r#"{"exp":1e400}"#), "exp").instant, None);
        assert_eq!(member(&token_with(r#"{"exp":"1700003500"}"#), "exp").instant, None);
        assert_eq!(member(&token_with(r#"{"sub":1700003500}"#), "sub").instant, None);
        assert_eq!(member(&token_with(r#"{"exp":1700003500.9}"#), "exp").instant, Some(1_700_003_500));
    }

    #[test]
    fn explains_headers_that_nothing_protects() {
        let token = token_of(
            r#"{"unprotected":{"jku":"https://x.example"},"header":{"alg":"A128KW"},"ciphertext":"AA","iv":"AA","tag":"AA"}"#,
        );
        assert_eq!(member(&token, "jku").reference, "RFC 7516 section 4.1.4");
        assert_eq!(member(&token, "alg").shown.as_deref(), Some("AES Key Wrap, 128-bit key"));
    }

    #[test]
    fn a_payload_that_is_a_token_is_no_broken_one() {
        let inner = token_with("{}").text;
        let token = token_from(r#"{"alg":"HS256","typ":"JWT","cty":"JWT"}"#, &inner);
        assert!(describe(&token).parts.iter().all(|part| part.error.is_none()));
    }
}
