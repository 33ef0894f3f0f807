//! The token in one or two plain sentences, each of which stays true if the token is forged.

mod named;

use decode::format::Format;
use decode::json::{JsonKind, Value};
use decode::{Part, Role, Token};

use crate::describe::Description;
use crate::display;
use crate::jose::kinds::{Expiry, TokenKind};
use crate::masked::MASK;
use crate::recognise::Certainty;
use crate::time::{instants, numeric_date};
use crate::validity::{self, Status, Validity};

pub use named::{Named, named};

/// A stretch of the sentences.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Phrase {
    /// What the token says of itself stands in back quotes ([`display::quoted`]).
    pub text: String,
    /// What the reader looks for.
    pub strong: bool,
}

/// How much of an issuer is quoted, in characters. Its end tells whose domain it is, so its middle is not left out.
const LONGEST_ISSUER: usize = 80;

/// Claims that name a person, the most readable first.
const PERSON: [&str; 4] = ["name", "preferred_username", "email", "sub"];

/// Claims that name the client that a token was issued to, the most readable first.
const CLIENT: [&str; 5] = ["app_displayname", "appid", "azp", "client_id", "cid"];

pub fn summary(token: &Token, description: &Description, validity: &Validity, now: i64) -> Vec<Phrase> {
    let mut sentence = Sentence::default();
    let kind = description.profile.kind;
    let name = kind.name();
    let article = if name.starts_with(['a', 'e', 'i', 'o', 'O', 'A', 'E', 'I']) { "An " } else { "A " };
    sentence.plain(if name.starts_with("unsecured") { "An " } else { article });
    sentence.strong(name);
    let known = description.profile.issuer.as_ref();
    let stated = known.filter(|known| known.certainty == Certainty::Stated);
    if let Some(form) = known.filter(|_| stated.is_none()) {
        sentence.plain(" like those of ");
        sentence.strong(form.issuer.name());
    }
    let claims = QuotableClaims { token };
    parties(kind, known.is_some() && stated.is_none(), &claims, &mut sentence);
    sentence.plain(". ");
    let address = claims.first(&["iss"], |text| {
        display::quoted(&display::shortened(text.strip_prefix("https://").unwrap_or(text)), LONGEST_ISSUER)
    });
    let issuer = stated.map(|known| known.issuer.name()).or(address.as_deref());
    match validity.status {
        // A segment is no token, and what else it was a part of is not known.
        Status::NoExpiry if token.format == Format::Segment => issued(issuer, None, &mut sentence),
        Status::NoExpiry => match description.profile.expiry() {
            Expiry::Needed => times(issuer, validity, now, &mut sentence),
            Expiry::NotNeeded => {
                issued(issuer, None, &mut sentence);
                sentence.between("It has no expiry, as is usual for this kind of token. ");
            }
            Expiry::Elsewhere => {
                issued(issuer, None, &mut sentence);
                sentence.between("It has no `exp`: such tokens say elsewhere when they expire. ");
            }
        },
        _ => times(issuer, validity, now, &mut sentence),
    }
    if let Some(until) = validity::counted_expiry(token).filter(|_| validity.status == Status::NoExpiry) {
        let (day, away) = (instants::day_and_time(until), instants::relative(until, now));
        sentence.between(&format!("By its created_at and expires_in it lasts until {day}, {away}."));
    }
    if token.format.is_encrypted() {
        let has_times = matches!(validity.status, Status::Active | Status::Expired | Status::NotYetValid);
        sentence.between(if has_times {
            "These times stand in its header; the rest is encrypted."
        } else {
            "Its content is encrypted; only its header can be read here."
        });
    } else if token.is_masked() {
        sentence.between("Whoever shared it masked a part of it.");
    } else if token.is_cut_off() {
        sentence.between("It is cut off; later claims may be missing.");
    } else if description
        .parts
        .iter()
        .any(|part| matches!(part.role, Role::Header | Role::Payload) && part.error.is_some())
    {
        sentence.between("It is damaged: not all of it could be read.");
    }
    sentence.finish()
}

/// Who the token is about and for.
fn parties(kind: TokenKind, is_after_form: bool, claims: &QuotableClaims, sentence: &mut Sentence) {
    let person = claims.first(if names_people(kind) { &PERSON } else { &["sub"] }, display::quoted_short);
    let audience = claims.first(&["aud"], |text| display::quoted_short(text.strip_prefix("https://").unwrap_or(text)));
    let opens_apis = matches!(kind, TokenKind::AccessToken | TokenKind::OauthAccessToken);
    let client = claims.first(&CLIENT, display::quoted_short).filter(|client| {
        // Where no user was there, the client is the subject as well.
        let is_subject = claims.first(&["sub"], display::quoted_short).as_ref() == Some(client);
        opens_apis && !is_subject && audience.as_ref() != Some(client)
    });
    let is_id_token = kind == TokenKind::OidcIdToken;
    let of_person = if opens_apis { "for" } else { "about" };
    let of_audience = match () {
        // OpenID Connect Core 1.0 section 2: an ID token is for a client and about its user.
        () if is_id_token => "for the client",
        () if opens_apis => "to use",
        () => "for",
    };
    let mut needs_comma = is_after_form;
    for (word, party) in [(of_person, person), ("via", client), (of_audience, audience)] {
        let Some(party) = party else { continue };
        sentence.plain(&format!("{} {word} ", if needs_comma { "," } else { "" }));
        sentence.strong(&party);
        needs_comma = !is_id_token;
    }
}

/// Whether `name` and the like in tokens of this kind tell of their subject.
fn names_people(kind: TokenKind) -> bool {
    matches!(
        kind,
        TokenKind::AccessToken
            | TokenKind::Jwt
            | TokenKind::JwtClaims
            | TokenKind::LtiMessage
            | TokenKind::OauthAccessToken
            | TokenKind::OidcIdToken
            | TokenKind::ProxyIdentity
            | TokenKind::RefreshToken
            | TokenKind::SessionToken
            | TokenKind::UnsecuredJwt
            | TokenKind::UserinfoResponse
    )
}

/// Who it says issued it, as a sentence by itself.
fn issued(issuer: Option<&str>, lifetime: Option<u64>, sentence: &mut Sentence) {
    if opening(issuer, lifetime, sentence) {
        sentence.plain(". ");
    }
}

/// The beginning of a sentence. False where there is no issuer to begin with.
fn opening(issuer: Option<&str>, lifetime: Option<u64>, sentence: &mut Sentence) -> bool {
    let Some(issuer) = issuer else { return false };
    sentence.plain("It says ");
    sentence.strong(issuer);
    sentence.plain(" issued it");
    if let Some(lifetime) = lifetime {
        sentence.plain(&format!(" for {}", instants::duration(lifetime)));
    }
    true
}

fn times(issuer: Option<&str>, validity: &Validity, now: i64, sentence: &mut Sentence) {
    let lifetime = validity.lifetime();
    let unit_of = |seconds: i64| numeric_date::likely_unit(seconds);
    let looks_like = |name: &str, seconds: i64, sentence: &mut Sentence| {
        if let Some(unit) = unit_of(seconds) {
            sentence.plain(&format!("{name} looks like {}: ", unit.name()));
            sentence.strong(&instants::day_and_time(seconds.div_euclid(unit.per_second())));
            sentence.plain(".");
        }
    };
    match (validity.status, validity.expires_at) {
        (Status::Expired, Some(exp)) if validity.expiry_meant().is_some() => {
            issued(issuer, None, sentence);
            sentence.plain("Its `exp` is probably a duration of ");
            sentence.strong(&instants::duration(exp.unsigned_abs()));
            if let Some(meant) = validity.expiry_meant() {
                sentence.plain(&format!(", until {}", instants::day_and_time(meant)));
            }
            sentence.plain("; read as a time, it expired in ");
            sentence.strong(&format!("the year {}", instants::year(exp)));
            sentence.plain(".");
        }
        (_, Some(exp)) if unit_of(exp).is_some() => {
            issued(issuer, None, sentence);
            looks_like("Its `exp`", exp, sentence);
        }
        (Status::Active, Some(numeric_date::MAXIMUM_SECONDS)) => {
            issued(issuer, None, sentence);
            sentence.plain("Its `exp` is later than any calendar reaches.");
        }
        (Status::Expired, Some(exp)) if exp == -numeric_date::MAXIMUM_SECONDS => {
            issued(issuer, None, sentence);
            sentence.plain("It has expired: its `exp` is before any calendar begins.");
        }
        (Status::Expired, Some(exp)) => {
            let has_issuer = opening(issuer, lifetime, sentence);
            sentence.plain(&match lifetime.filter(|_| !has_issuer) {
                Some(lifetime) => format!("Valid for {} until it expired ", instants::duration(lifetime)),
                None if has_issuer => "; it expired ".to_owned(),
                None => "It expired ".to_owned(),
            });
            sentence.strong(match instants::relative(exp, now).as_str() {
                "now" => "just now",
                relative => relative,
            });
            sentence.plain(".");
        }
        (Status::NotYetValid, _) => {
            issued(issuer, lifetime, sentence);
            let from = validity.not_before.unwrap_or(now);
            if !numeric_date::is_in_range(from) {
                sentence.plain(&format!(
                    "It is not valid before {}: its `nbf` is out of \
                        range.",
                    instants::day_and_time(from)
                ));
            } else if unit_of(from).is_some() {
                looks_like("As written it is not valid yet; its `nbf`", from, sentence);
            } else {
                sentence.plain("It is not valid before ");
                sentence.strong(&instants::day_and_time(from));
                sentence.plain(&format!(", {}.", instants::relative(from, now)));
            }
        }
        (Status::Active, Some(exp)) => {
            let has_issuer = opening(issuer, lifetime, sentence);
            sentence.plain(&match lifetime.filter(|_| !has_issuer) {
                Some(lifetime) => format!("Valid for {}; expires ", instants::duration(lifetime)),
                None if has_issuer => "; it expires ".to_owned(),
                None => "It expires ".to_owned(),
            });
            sentence.strong(&instants::relative(exp, now));
            sentence.plain(".");
        }
        (Status::NoExpiry, _) => {
            let has_issuer = opening(issuer, None, sentence);
            sentence.plain(if has_issuer { "; it has " } else { "It has " });
            sentence.strong("no expiry time");
            sentence.plain(".");
        }
        _ => issued(issuer, None, sentence),
    }
}

/// The claims of a token, as a sentence can hold them.
struct QuotableClaims<'t> {
    token: &'t Token,
}

impl QuotableClaims<'_> {
    /// The first of these claims that says something.
    fn first(&self, names: &[&str], quote: impl Fn(&str) -> String) -> Option<String> {
        let part = self.token.payload()?;
        names
            .iter()
            .filter(|name| !self.is_token(name))
            .find_map(|name| quoted(part, part.value()?.member(name)?, &quote))
    }

    /// A claim that holds a nested token is not shown in a sentence.
    fn is_token(&self, name: &str) -> bool {
        self.token.nested.iter().any(|nested| nested.path.strip_prefix("/payload/") == Some(name))
    }
}

/// A claim's value as a sentence can hold it: text, a number, or the first of a list, or both of two. None where the
/// sender of a link masked it.
fn quoted(part: &Part, value: &Value, quote: &impl Fn(&str) -> String) -> Option<String> {
    match &value.kind {
        JsonKind::String(text) if !text.text.trim().is_empty() && text.text != MASK => Some(quote(&text.text)),
        JsonKind::Number => Some(quote(&part.source(value.span))),
        JsonKind::Array(values) => {
            // A sentence cannot show a list inside a list.
            let of = |value: &Value| match value.kind {
                JsonKind::Array(_) => None,
                _ => quoted(part, value, quote),
            };
            let first = of(values.first()?)?;
            let second = values.get(1).filter(|_| values.len() == 2).and_then(of);
            Some(match (values.len(), second) {
                (1, _) => first,
                (_, Some(second)) => format!("{first} and {second}"),
                (count, None) => format!("{first} and {} more", count - 1),
            })
        }
        _ => None,
    }
}

#[derive(Default)]
struct Sentence {
    phrases: Vec<Phrase>,
}

impl Sentence {
    fn add(&mut self, text: &str, strong: bool) {
        match self.phrases.last_mut() {
            Some(last) if last.strong == strong => last.text.push_str(text),
            _ => self.phrases.push(Phrase { text: text.to_owned(), strong }),
        }
    }

    fn plain(&mut self, text: &str) {
        self.add(text, false);
    }

    /// A further sentence.
    fn between(&mut self, text: &str) {
        if self.phrases.last().is_some_and(|last| !last.text.ends_with(' ')) {
            self.plain(" ");
        }
        self.plain(text);
    }

    fn strong(&mut self, text: &str) {
        self.add(text, true);
    }

    fn finish(mut self) -> Vec<Phrase> {
        if let Some(last) = self.phrases.last_mut() {
            last.text.truncate(last.text.trim_end().len());
        }
        self.phrases
    }
}

#[cfg(test)]
mod tests;
