//! Issued, not before, expires: one state at one instant.

use decode::format::Format;
use decode::json::{JsonKind, Value};
use decode::{Part, Token};

use crate::jose::REGISTERED_CLAIMS;
use crate::time::{calendar, numeric_date};

/// What a token's times come to at one instant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Validity {
    pub status: Status,
    /// `iat`, RFC 7519 section 4.1.6. Seconds since 1970-01-01T00:00:00Z, as written, like the two below.
    pub issued_at: Option<i64>,
    /// `nbf`, RFC 7519 section 4.1.5.
    pub not_before: Option<i64>,
    /// `exp`, RFC 7519 section 4.1.4.
    pub expires_at: Option<i64>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Status {
    Active,
    Expired,
    NotYetValid,
    /// There is no `exp`.
    NoExpiry,
    /// The times cannot be read: no claims, or not as numbers.
    Unknown,
}

impl Validity {
    /// The beginning of its lifetime: `iat`, or else `nbf`, as far as it can be meant.
    pub fn begins_at(&self) -> Option<i64> {
        let sensible = |time: Option<i64>| time.filter(|seconds| numeric_date::is_sensible(*seconds));
        sensible(self.issued_at).or_else(|| sensible(self.not_before))
    }

    /// The end of its lifetime: `exp`, as far as it can be meant.
    pub fn ends_at(&self) -> Option<i64> {
        self.expires_at.filter(|seconds| numeric_date::is_sensible(*seconds))
    }

    /// How long it is made to last, in seconds. None where it does not end after it begins.
    pub fn lifetime(&self) -> Option<u64> {
        let (begins, ends) = (self.begins_at()?, self.ends_at()?);
        (ends > begins).then(|| ends.abs_diff(begins))
    }
}

impl Status {
    /// Stable, as in the report.
    pub fn id(self) -> &'static str {
        match self {
            Self::Active => "active",
            Self::Expired => "expired",
            Self::NotYetValid => "not-yet-valid",
            Self::NoExpiry => "no-expiry",
            Self::Unknown => "unknown",
        }
    }
}

/// What a token says of its times, whatever the time is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TokenTimes {
    issued_at: Option<i64>,
    not_before: Option<i64>,
    expires_at: Option<i64>,
    /// It has claims, and those of the two that it has are times.
    is_readable: bool,
    /// More claims may have stood in it.
    is_cut: bool,
}

/// The part that says when a token begins and ends: the claims, or the header of an encrypted token, which may repeat
/// them (RFC 7519 section 5.3).
pub fn part_with_times(token: &Token) -> Option<&Part> {
    if token.format.is_encrypted() { token.header() } else { token.payload() }
}

impl Validity {
    /// Where `exp` is no instant but the number of seconds that the token was probably meant to last: the instant that
    /// was meant.
    pub fn expiry_meant(&self) -> Option<i64> {
        let begins = self.issued_at.or(self.not_before).filter(|begins| numeric_date::is_sensible(*begins))?;
        let is_duration =
            |seconds: &i64| (1..=LONGEST_DURATION).contains(seconds) && calendar::day_in_digits(*seconds).is_none();
        self.expires_at.filter(is_duration).map(|duration| begins.saturating_add(duration))
    }
}

/// Ten years.
const LONGEST_DURATION: i64 = 315_576_000;

/// What a token's times come to at one instant.
pub fn validity(token: &Token, now: i64) -> Validity {
    TokenTimes::of(token).at(now)
}

impl TokenTimes {
    pub fn of(token: &Token) -> Self {
        let payload = part_with_times(token);
        let [issued_at, not_before, expires_at] =
            ["iat", "nbf", "exp"].map(|name| payload.and_then(|part| time(part, name)));
        let has = |name: &str| payload.and_then(|part| part.value()?.member(name)).is_some();
        let is_encrypted = token.format.is_encrypted();
        let is_readable = payload.is_some_and(|part| !part.members().is_empty() || part.value().is_some_and(is_object));
        // The claims of an encrypted token may hold what its header does not repeat.
        let is_cut = is_encrypted
            || payload.is_some_and(|part| part.error().is_some() || part.value().is_some_and(may_keep_back_times));
        let is_unread = has("exp") && expires_at.is_none() || has("nbf") && not_before.is_none();
        // JSON in base64 that has no registered claim is perhaps no token at all, and says nothing of its expiry.
        let is_other_json = token.format == Format::Segment
            && payload.is_some_and(|part| REGISTERED_CLAIMS.iter().all(|name| part.last_member(name).is_none()));
        let is_readable = is_readable && !is_unread && !is_other_json;
        Self { issued_at, not_before, expires_at, is_readable, is_cut }
    }

    /// RFC 7519 sections 4.1.4 and 4.1.5: the current time must be before `exp`, and at or after `nbf`. No leeway.
    pub fn at(self, now: i64) -> Validity {
        let Self { issued_at, not_before, expires_at, is_readable, is_cut } = self;
        let status = if expires_at.is_some_and(|exp| now >= exp) {
            Status::Expired
        } else if not_before.is_some_and(|nbf| now < nbf) {
            Status::NotYetValid
        } else if !is_readable {
            Status::Unknown
        } else if expires_at.is_some() {
            Status::Active
        } else if is_cut {
            // The rest may well have held it.
            Status::Unknown
        } else {
            Status::NoExpiry
        };
        Validity { status, issued_at, not_before, expires_at }
    }
}

/// Until when a token without `exp` lasts by two other claims: `expires_in` counts from `created_at`, both in the same
/// unit, and as numbers or as text. Adobe's Identity Management Service writes such tokens, in milliseconds.
pub fn counted_expiry(token: &Token) -> Option<i64> {
    let payload = token.payload().filter(|part| part.error().is_none())?;
    let claims = payload.value().filter(|claims| claims.member("exp").is_none())?;
    let number = |name: &str| {
        let value = claims.member(name)?;
        let date = match &value.kind {
            JsonKind::Number => numeric_date::parse(&payload.source(value.span)),
            JsonKind::String(text) => numeric_date::parse(&text.text),
            _ => None,
        }?;
        (!date.out_of_range).then_some(date.seconds)
    };
    let (created, lasts) = (number("created_at")?, number("expires_in").filter(|lasts| *lasts >= 0)?);
    let per_second = numeric_date::likely_unit(created).map_or(1, numeric_date::TimeUnit::per_second);
    Some(created.checked_add(lasts)? / per_second).filter(|seconds| numeric_date::is_sensible(*seconds))
}

/// Whether a digest may stand for `exp` (RFC 9901 section 4.2.4.1). In SD-JWT VC none may: its section 2.2.2.
fn may_keep_back_times(claims: &Value) -> bool {
    let has_digests = |list: &Value| matches!(&list.kind, JsonKind::Array(digests) if !digests.is_empty());
    claims.member("_sd").is_some_and(has_digests) && claims.member("vct").is_none()
}

fn is_object(value: &Value) -> bool {
    matches!(value.kind, JsonKind::Object(_))
}

/// A claim that is a JSON number, as seconds since 1970. If a name is repeated, the last member counts.
fn time(payload: &Part, name: &str) -> Option<i64> {
    let value = payload.value()?.member(name)?;
    match value.kind {
        JsonKind::Number => numeric_date::parse(&payload.source(value.span)).map(|date| date.seconds),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use test_tokens::{encode, token_from, token_of, token_with};

    #[track_caller]
    fn check(claims: &str, now: i64, status: Status) {
        assert_eq!(validity(&token_with(claims), now).status, status, "{claims} at {now}");
    }

    #[test]
    fn expires_at_exp_and_not_before() {
        check(r#"{"exp":100}"#, 99, Status::Active);
        check(r#"{"exp":100}"#, 100, Status::Expired);
        check(r#"{"exp":100.5}"#, 100, Status::Expired);
        check(r#"{"exp":-1}"#, 0, Status::Expired);
        check(r#"{"exp":1e400}"#, 100, Status::Active);
    }

    #[test]
    fn begins_at_nbf() {
        check(r#"{"nbf":100,"exp":200}"#, 99, Status::NotYetValid);
        check(r#"{"nbf":100,"exp":200}"#, 100, Status::Active);
        check(r#"{"nbf":100}"#, 99, Status::NotYetValid);
        check(r#"{"nbf":300,"exp":200}"#, 250, Status::Expired);
    }

    #[test]
    fn knows_no_expiry_from_an_unreadable_one() {
        check("{}", 0, Status::NoExpiry);
        check(r#"{"sub":"u1"}"#, 0, Status::NoExpiry);
        check(r#"{"exp":"100"}"#, 0, Status::Unknown);
        check(r#"{"exp":null}"#, 0, Status::Unknown);
        check(r#"{"exp":100,"nbf":"x"}"#, 0, Status::Unknown);
        check("[1]", 0, Status::Unknown);
        check("hello", 0, Status::Unknown);
        check(r#"{"sub":"u1","ex"#, 0, Status::Unknown);
        // A digest may stand for it.
        check(r#"{"sub":"u1","_sd":["a"]}"#, 0, Status::Unknown);
        check(r#"{"sub":"u1","exp":100,"_sd":["a"]}"#, 0, Status::Active);
        check(r#"{"sub":"u1","_sd":[]}"#, 0, Status::NoExpiry);
        check(r#"{"vct":"urn:x","_sd":["a"]}"#, 0, Status::NoExpiry);
    }

    #[test]
    fn json_without_registered_claims_says_nothing_of_its_expiry() {
        let status = |json: &str| validity(&token_of(&encode(json)), 0).status;
        for json in [r#"{"user":"u1","cart":[1,2]}"#, r#"{"name":"ann","theme":"dark"}"#] {
            assert_eq!(status(json), Status::Unknown, "{json}");
        }
        assert_eq!(status(r#"{"sub":"u1","name":"ann"}"#), Status::NoExpiry);
        assert_eq!(status(r#"{"sub":"u1","exp":100}"#), Status::Active);
    }

    #[test]
    fn the_header_of_an_encrypted_token_may_have_the_times() {
        let of = |header: &str, now| {
            let token = token_of(&format!("{}..AAAA.AAAA.AAAA", encode(header)));
            assert!(token.format.is_encrypted());
            validity(&token, now)
        };
        let header = r#"{"alg":"dir","enc":"A256GCM","iat":1699990000,"uat":1699999000,"exp":1700003600}"#;
        assert_eq!(of(header, 1_700_000_000).status, Status::Active);
        assert_eq!(of(header, 1_700_003_600).status, Status::Expired);
        assert_eq!(of(header, 0).issued_at, Some(1_699_990_000));
        let status = |header| of(header, 1_700_000_000).status;
        assert_eq!(status(r#"{"alg":"dir","enc":"A256GCM","nbf":1700000001}"#), Status::NotYetValid);
        assert_eq!(status(r#"{"alg":"dir","enc":"A256GCM","exp":"soon"}"#), Status::Unknown);
        // What is encrypted may say when it ends.
        for header in [r#"{"alg":"dir","enc":"A256GCM"}"#, r#"{"alg":"dir","enc":"A256GCM","iat":1699990000}"#] {
            assert_eq!(status(header), Status::Unknown);
        }
        // The header of a signed token says nothing of it.
        let signed = token_from(r#"{"alg":"HS256","exp":1}"#, r#"{"exp":1700003600}"#);
        assert_eq!(validity(&signed, 1_700_000_000).status, Status::Active);
    }

    #[test]
    fn a_duration_is_no_instant() {
        let meant = |claims: &str| validity(&token_with(claims), 1_700_000_000).expiry_meant();
        assert_eq!(meant(r#"{"iat":1700000000,"exp":600}"#), Some(1_700_000_600));
        assert_eq!(meant(r#"{"nbf":1700000000,"exp":86400}"#), Some(1_700_086_400));
        assert_eq!(meant(r#"{"iat":1700000000,"exp":31536000}"#), Some(1_731_536_000));
        for quiet in [
            r#"{"exp":600}"#,
            r#"{"iat":0,"exp":600}"#,
            r#"{"iat":100,"exp":700}"#,
            r#"{"iat":1700000000,"exp":0}"#,
            r#"{"iat":1700000000,"exp":-600}"#,
            r#"{"iat":1700000000,"exp":20231114}"#,
            r#"{"iat":1700000000,"exp":"600"}"#,
            r#"{"iat":1700000000,"exp":900000000}"#,
            r#"{"iat":1700000000,"exp":1699999000}"#,
            r#"{"iat":1700000000000,"exp":600}"#,
        ] {
            assert_eq!(meant(quiet), None, "{quiet}");
        }
    }

    #[test]
    fn a_lifetime_has_a_beginning_and_a_later_end() {
        for (claims, lifetime) in [
            (r#"{"iat":1700000000,"exp":1700003600}"#, Some(3_600)),
            (r#"{"iat":1700000000,"nbf":1700000600,"exp":1700003600}"#, Some(3_600)),
            (r#"{"nbf":1700000600,"exp":1700003600}"#, Some(3_000)),
            // A time that cannot be meant is none.
            (r#"{"iat":1,"nbf":1700000600,"exp":1700003600}"#, Some(3_000)),
            (r#"{"iat":1700000000,"exp":1700003600000}"#, None),
            (r#"{"iat":1700003600,"exp":1700003600}"#, None),
            (r#"{"iat":1700003601,"exp":1700003600}"#, None),
            (r#"{"exp":1700003600}"#, None),
            (r#"{"iat":1700000000}"#, None),
        ] {
            assert_eq!(validity(&token_with(claims), 0).lifetime(), lifetime, "{claims}");
        }
    }

    #[test]
    fn counts_from_when_it_was_created() {
        for (claims, expiry) in [
            (r#"{"created_at":"1700000000123","expires_in":"86400000"}"#, Some(1_700_086_400)),
            (r#"{"created_at":1700000000,"expires_in":3600}"#, Some(1_700_003_600)),
            (r#"{"created_at":"1700000000","expires_in":"3600"}"#, Some(1_700_003_600)),
            // What `exp` says goes before.
            (r#"{"created_at":1700000000,"expires_in":3600,"exp":1700000060}"#, None),
            (r#"{"created_at":1700000000}"#, None),
            (r#"{"expires_in":3600}"#, None),
            (r#"{"created_at":"yesterday","expires_in":3600}"#, None),
            (r#"{"created_at":1700000000,"expires_in":-1}"#, None),
            (r#"{"created_at":12,"expires_in":3600}"#, None),
            (r#"{"created_at":1700000000,"expires_in":1e400}"#, None),
        ] {
            assert_eq!(counted_expiry(&token_with(claims)), expiry, "{claims}");
        }
    }

    #[test]
    fn of_two_the_last_counts() {
        check(r#"{"exp":100,"exp":300}"#, 200, Status::Active);
    }
}
