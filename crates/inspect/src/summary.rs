//! The token in one or two plain sentences, each of which stays true if the token is forged.

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

/// A stretch of the sentences.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Phrase {
    /// What the token says of itself stands in back quotes ([`display::quoted`]).
    pub text: String,
    /// What the reader looks for.
    pub strong: bool,
}

/// How much of a value is quoted, in characters.
const LONGEST_VALUE: usize = 80;

pub fn summary(token: &Token, description: &Description, validity: &Validity, now: i64) -> Vec<Phrase> {
    let mut sentence = Sentence::default();
    let name = description.profile.kind.name();
    let article = if name.starts_with(['a', 'e', 'i', 'o', 'O', 'A', 'E', 'I']) { "An " } else { "A " };
    sentence.plain(if name.starts_with("unsecured") { "An " } else { article });
    sentence.strong(name);
    // A claim that holds a nested token is not shown in a sentence.
    let is_token = |name: &str| token.nested.iter().any(|nested| nested.path.strip_prefix("/payload/") == Some(name));
    let claim = |name: &str| {
        let part = token.payload().filter(|_| !is_token(name))?;
        quoted(part, part.value()?.member(name)?)
    };
    let known = description.profile.issuer.as_ref();
    let says_so = known.filter(|known| known.certainty == Certainty::Stated);
    if let Some(form) = known.filter(|_| says_so.is_none()) {
        sentence.plain(" like those of ");
        sentence.strong(form.issuer.name());
    }
    // OpenID Connect Core 1.0 section 2: an ID token is for a client and about its user.
    let (client, user) = match description.profile.kind {
        TokenKind::OidcIdToken => ("client ", "user "),
        _ => ("", ""),
    };
    let issuer = claim("iss").map(|issuer| issuer.replacen("`https://", "`", 1));
    let says = if known.is_some() && says_so.is_none() { ", which says" } else { " that says" };
    let mut has_issuer = false;
    if let Some(issuer) = says_so.map(|known| known.issuer.name()).or(issuer.as_deref()) {
        sentence.plain(says);
        sentence.plain(" it was issued by ");
        sentence.strong(issuer);
        has_issuer = true;
    }
    if let Some(value) = issuer.as_deref().filter(|_| says_so.is_some()) {
        sentence.plain(" (");
        sentence.plain(value);
        sentence.plain(")");
    }
    if let Some(audience) = claim("aud") {
        if !has_issuer {
            sentence.plain(says);
            sentence.plain(" it is");
        }
        sentence.plain(" for ");
        sentence.plain(client);
        sentence.strong(&audience);
    }
    if let Some(subject) = claim("sub") {
        sentence.plain(if has_issuer || claim("aud").is_some() { ", about " } else { " about " });
        sentence.plain(user);
        sentence.strong(&subject);
    }
    sentence.plain(". ");
    match validity.status {
        // A segment is no token, and what else it was a part of is not known.
        Status::NoExpiry if token.format == Format::Segment => {}
        Status::NoExpiry => match description.profile.expiry() {
            Expiry::Needed => times(validity, now, &mut sentence),
            Expiry::NotNeeded => sentence.plain("It has no expiry, as is usual for this kind of token. "),
            Expiry::Elsewhere => sentence.plain("It has no `exp`: such tokens say elsewhere when they expire. "),
        },
        _ => times(validity, now, &mut sentence),
    }
    if let Some(until) = validity::counted_expiry(token).filter(|_| validity.status == Status::NoExpiry) {
        let (day, away) = (instants::day_and_time(until), instants::relative(until, now));
        sentence.between(&format!("By its created_at and expires_in it lasts until {day}, {away}."));
    }
    if token.format.is_encrypted() {
        let has_times = matches!(validity.status, Status::Active | Status::Expired | Status::NotYetValid);
        sentence.between(if has_times {
            "These times stand in its header; what else it says is encrypted."
        } else {
            "What it says is encrypted; only its header can be read here."
        });
    } else if token.is_masked() {
        sentence.between("Whoever shared it masked a part of it.");
    } else if token.is_cut_off() {
        sentence.between("It is cut off: more may have stood in it.");
    } else if description
        .parts
        .iter()
        .any(|part| matches!(part.role, Role::Header | Role::Payload) && part.error.is_some())
    {
        sentence.between("It is damaged: not all of it could be read.");
    }
    sentence.finish()
}

fn times(validity: &Validity, now: i64, sentence: &mut Sentence) {
    let lifetime = validity.lifetime();
    if let (Status::Expired, Some(exp), Some(meant)) = (validity.status, validity.expires_at, validity.expiry_meant()) {
        sentence.plain("As written it expired in ");
        sentence.strong(&format!("the year {}", instants::year(exp)));
        sentence.plain(", but its `exp` is probably a duration: it was meant to last ");
        sentence.strong(&instants::duration(exp.unsigned_abs()));
        sentence.plain(&format!(", until {}.", instants::day_and_time(meant)));
        return;
    }
    let doubtful = validity.expires_at.filter(|exp| numeric_date::likely_unit(*exp).is_some());
    match (validity.status, validity.expires_at) {
        (_, Some(exp)) if doubtful.is_some() => {
            sentence.plain("As written it expires in ");
            sentence.strong(&format!("the year {}", instants::year(exp)));
            sentence.plain(", which is hardly meant.");
        }
        (Status::Active, Some(numeric_date::MAXIMUM_SECONDS)) => {
            sentence.plain("As written it expires later than any calendar reaches.");
        }
        (Status::Expired, Some(exp)) if exp == -numeric_date::MAXIMUM_SECONDS => {
            sentence.plain("As written it expired before any calendar begins.");
        }
        (Status::Expired, Some(exp)) => {
            if let Some(lifetime) = lifetime {
                sentence.plain("It was meant to last ");
                sentence.plain(&instants::duration(lifetime));
                sentence.plain(" and ");
            } else {
                sentence.plain("It ");
            }
            sentence.plain("expired ");
            sentence.strong(match instants::relative(exp, now).as_str() {
                "now" => "just now",
                relative => relative,
            });
            sentence.plain(".");
        }
        (Status::NotYetValid, _) => {
            sentence.plain("It is not valid before ");
            let from = validity.not_before.unwrap_or(now);
            if !numeric_date::is_in_range(from) {
                sentence.plain(&format!("{}, which is hardly meant.", instants::day_and_time(from)));
            } else if numeric_date::likely_unit(from).is_some() {
                sentence.strong(&format!("the year {}", instants::year(from)));
                sentence.plain(" as written, which is hardly meant.");
            } else {
                sentence.strong(&instants::day_and_time(from));
                sentence.plain(&format!(", {}.", instants::relative(from, now)));
            }
        }
        (Status::Active, Some(exp)) => {
            if let Some(lifetime) = lifetime {
                sentence.plain("It is meant to last ");
                sentence.plain(&instants::duration(lifetime));
                sentence.plain(" and ");
            } else {
                sentence.plain("It ");
            }
            sentence.plain("expires ");
            sentence.strong(&instants::relative(exp, now));
            sentence.plain(".");
        }
        (Status::NoExpiry, _) => {
            sentence.plain("It has ");
            sentence.strong("no expiry time");
            sentence.plain(".");
        }
        _ => {}
    }
}

/// A claim's value as a sentence can hold it: text, a number, or the first of a list. None where the sender of a link
/// masked it.
fn quoted(part: &Part, value: &Value) -> Option<String> {
    match &value.kind {
        JsonKind::String(text) if !text.text.is_empty() && text.text != MASK => {
            Some(display::quoted(&text.text, LONGEST_VALUE))
        }
        JsonKind::Number => Some(display::quoted(&part.source(value.span), LONGEST_VALUE)),
        JsonKind::Array(values) => {
            // A sentence cannot show a list inside a list.
            let first = values.first().filter(|first| !matches!(first.kind, JsonKind::Array(_)))?;
            let first = quoted(part, first)?;
            Some(match values.len() {
                1 => first,
                count => format!("{first} and {} more", count - 1),
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
