//! A token that lasts longer than its kind should, or does not say how long.

use decode::Part;
use decode::format::Format;
use decode::json::Member;
use guide::Question;
use inspect::jose::kinds::TokenKind;
use inspect::jose::lifetimes::{Lifetime, RuleSource};
use inspect::time::instants;

use super::lifetime_over_limit;
use crate::query::{claims, times};
use crate::{Check, CheckTheme, EvaluationAt, Evidence, Place, Record, Rule, Severity};

pub(crate) static LIFETIME_LONG: Record = Record {
    id: "lifetime-long",
    severity: Severity::Notice,
    title: "Long lifetime",
    why: "A stolen copy works until `exp`, and a signed token can hardly be recalled before.",
    advice: "Shorten the lifetime in the issuer, and use a refresh token for longer sessions.",
    references: &["RFC 6750 section 5.3", "RFC 9700 section 4.10"],
    guide: Question::Lifetime,
};

pub(crate) static LIFETIME_VERY_LONG: Record = Record {
    id: "lifetime-very-long",
    severity: Severity::Warning,
    title: "Very long lifetime",
    why: "A stolen copy works for months or years, long after roles have changed and people have left.",
    advice: "Set `exp` to hours or minutes in the issuer. If the token must last, keep a list on the server by which it can be revoked.",
    references: &["RFC 6750 section 5.3", "RFC 9700 section 4.10"],
    guide: Question::Lifetime,
};

pub(crate) static LIFETIME_UNKNOWN: Record = Record {
    id: "lifetime-unknown",
    severity: Severity::Info,
    title: "Lifetime unknown",
    why: "Without `iat` and `nbf` nobody can tell how old the token is, nor whether it is valid for minutes or for \
        years.",
    advice: "Write `iat` into every token.",
    references: &["RFC 7519 section 4.1.6", "RFC 6750 section 5.3"],
    guide: Question::Lifetime,
};

pub(crate) const RULE: Rule = Rule {
    theme: CheckTheme::Times,
    records: &[&LIFETIME_LONG, &LIFETIME_VERY_LONG, &LIFETIME_UNKNOWN],
    check: Check::AtInstant(check),
};

fn check(evaluation: &EvaluationAt) -> Vec<Evidence> {
    let Some((part, member, exp)) = times::sensible(evaluation, "exp") else { return Vec::new() };
    if evaluation.validity.begins_at().is_none() {
        return unknown(evaluation, part, member, exp);
    }
    let Lifetime::Advised(advised) = evaluation.description.profile.kind.facts().lifetime else { return Vec::new() };
    let lifetime = evaluation.validity.lifetime().unwrap_or_default();
    let is_disclosable = evaluation.description.sd_jwt.is_some();
    // Where the receiver sets a limit, `lifetime-over-limit` says so.
    if lifetime <= advised.notice_over
        || lifetime_over_limit::is_limited(evaluation)
        || is_disclosable
        || evaluation.token.format == Format::Segment
    {
        return Vec::new();
    }
    let lasts = instants::duration(lifetime);
    let place = Place::member(evaluation.token, part, member);
    if advised.warning_over.is_some_and(|over| lifetime > over) {
        let works = if exp <= evaluation.now { "have worked" } else { "work" };
        let day = instants::short_day(exp, 0);
        let message = format!("Valid for {lasts}: a leaked copy would {works} until {day}.");
        return vec![Evidence::new(&LIFETIME_VERY_LONG, message, place)];
    }
    let more = if lasts == instants::duration(advised.notice_over) { "more than " } else { "" };
    let message = match advised.source {
        RuleSource::Document(document) => {
            format!("Valid for {more}{lasts}, but {document} asks for {}.", advised.words)
        }
        RuleSource::OwnJudgement => format!(
            "Valid for {more}{lasts}. No limit is known for this kind of token; our advice is {}.",
            advised.words
        ),
    };
    vec![Evidence::new(&LIFETIME_LONG, message, place)]
}

/// Kinds that are used at once, or whose `exp` is limited from their use on: JARM 1.0 section 2.1, RFC 8292 section 2.
const WITHOUT_BEGINNING: [TokenKind; 4] =
    [TokenKind::AuthorizationResponse, TokenKind::ProxyIdentity, TokenKind::VapidToken, TokenKind::WorkloadProof];

/// In seconds.
const HUNDRED_YEARS: i64 = 100 * 31_556_952;

/// The token has neither `iat` nor `nbf`. One that is there with a wrong value has a finding of its own.
fn unknown(evaluation: &EvaluationAt, part: &Part, member: &Member, exp: i64) -> Vec<Evidence> {
    let is_unknown = ["iat", "nbf"].iter().all(|name| claims::lacks(evaluation, name));
    let is_usual = WITHOUT_BEGINNING.contains(&evaluation.description.profile.kind);
    if !is_unknown || is_usual || evaluation.token.format == Format::Segment {
        return Vec::new();
    }
    if exp.saturating_sub(evaluation.now) > HUNDRED_YEARS {
        let message = format!("Does not expire before the year {}, more than 100 years from now.", instants::year(exp));
        return vec![Evidence::new(&LIFETIME_VERY_LONG, message, Place::member(evaluation.token, part, member))];
    }
    let message = "Its lifetime is unknown: it has neither `iat` nor `nbf`.";
    vec![Evidence::new(&LIFETIME_UNKNOWN, message, Place::member(evaluation.token, part, member))]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{check, check_quiet, findings, found_by, token_from, token_with};
    use inspect::describe;

    #[test]
    fn fires_beyond_what_is_usual() {
        let message =
            "Valid for more than 1 day. No limit is known for this kind of token; our advice is a day at most.";
        let token = token_with(r#"{"iat":1700000000,"exp":1700086401}"#);
        check(&RULE, &token, "lifetime-long", "/payload/exp", message);
        let message = "Valid for more than 1 hour 30 minutes, but RFC 6750 section 5.3 asks for an hour at most.";
        let token = token_from(r#"{"alg":"RS256","typ":"at+jwt"}"#, r#"{"nbf":1700000000,"exp":1700005401}"#);
        check(&RULE, &token, "lifetime-long", "/payload/exp", message);
        let message = "Valid for 10 minutes, but OpenID Connect Back-Channel Logout 1.0 section 2.4 asks for two \
            minutes at most.";
        let token = token_from(r#"{"alg":"RS256","typ":"logout+jwt"}"#, r#"{"iat":1700000000,"exp":1700000600}"#);
        check(&RULE, &token, "lifetime-long", "/payload/exp", message);
    }

    #[test]
    fn each_kind_has_a_limit_for_a_notice_and_one_for_a_warning() {
        let example = |kind: &str, lifetime: u64| {
            let (typ, claims) = match kind {
                "oauth-access-token" => ("at+jwt", ""),
                "oidc-id-token" => ("JWT", r#""at_hash":"h","nonce":"n","#),
                "oidc-logout-token" => ("logout+jwt", ""),
                "client-assertion" => ("client-authentication+jwt", ""),
                "jwt-bearer-grant" => ("authorization-grant+jwt", ""),
                "request-object" => ("oauth-authz-req+jwt", ""),
                "refresh-token" => ("JWT", r#""typ":"Refresh","#),
                "api-key" => ("JWT", r#""iss":"supabase","role":"anon","#),
                _ => ("JWT", ""),
            };
            let exp = (1_700_000_000 + lifetime).to_string();
            let header = [r#"{"alg":"HS256","typ":""#, typ, "\"}"].concat();
            token_from(&header, &["{", claims, r#""iat":1700000000,"exp":"#, &exp, "}"].concat())
        };
        let id = |kind: &str, lifetime: u64| {
            let found = found_by(&RULE, &example(kind, lifetime));
            found.into_iter().map(|(id, ..)| id).next().unwrap_or_default()
        };
        for kind in [
            TokenKind::OauthAccessToken,
            TokenKind::OidcIdToken,
            TokenKind::OidcLogoutToken,
            TokenKind::ClientAssertion,
            TokenKind::JwtBearerGrant,
            TokenKind::RequestObject,
            TokenKind::RefreshToken,
            TokenKind::ApiKey,
            TokenKind::Jwt,
        ] {
            let Lifetime::Advised(advised) = kind.facts().lifetime else { panic!("{}", kind.id()) };
            let (long, very_long) = (advised.notice_over, advised.warning_over.unwrap_or(u64::MAX));
            assert_eq!(describe::describe(&example(kind.id(), long)).profile.kind, kind);
            let kind = kind.id();
            assert_eq!(id(kind, long), "", "{kind}");
            // Supabase's keys have a finding of their own.
            if kind != "api-key" {
                assert_eq!(id(kind, long + 1), "lifetime-long", "{kind}");
                assert_eq!(id(kind, very_long), "lifetime-long", "{kind}");
                assert_eq!(id(kind, very_long + 1), "lifetime-very-long", "{kind}");
            }
        }
    }

    #[test]
    fn warns_beyond_what_is_careful() {
        let message = "Valid for 10 years: a leaked copy would work until 11 Nov 2033.";
        let token = token_with(r#"{"iat":1700000000,"exp":2015360000}"#);
        check(&RULE, &token, "lifetime-very-long", "/payload/exp", message);
        let message = "Valid for 3 years 80 days: a leaked copy would have worked until 14 Nov 2023.";
        let token = token_with(r#"{"iat":1598400000,"exp":1700000000}"#);
        check(&RULE, &token, "lifetime-very-long", "/payload/exp", message);
    }

    #[test]
    fn warns_of_an_expiry_that_nobody_will_see() {
        for (claims, year) in [
            (r#"{"iss":"i","sub":"u","aud":"a","jti":"j","exp":17325100000}"#, "2519"),
            (r#"{"iss":"i","sub":"u","aud":"a","jti":"j","exp":253402300799}"#, "9999"),
        ] {
            let message = format!("Does not expire before the year {year}, more than 100 years from now.");
            check(&RULE, &token_with(claims), "lifetime-very-long", "/payload/exp", &message);
        }
        // `claims-missing` says that `iat` is missing.
        check_quiet(&RULE, &token_with(r#"{"iss":"i","sub":"u","aud":"a","jti":"j","exp":4855000000}"#));
    }

    #[test]
    fn says_where_nobody_can_know() {
        let message = "Its lifetime is unknown: it has neither `iat` nor `nbf`.";
        let token = token_with(r#"{"iss":"supabase","ref":"r","role":"anon","exp":2015360000}"#);
        check(&RULE, &token, "lifetime-unknown", "/payload/exp", message);
        // A token that lacks more says all of it in one.
        let token = token_with(r#"{"exp":2015360000}"#);
        let found = findings(&token).into_iter().find(|finding| crate::testing::is_of(&RULE, finding));
        assert_eq!(found.map(|finding| finding.message), None);
    }

    #[test]
    fn is_quiet_on_the_usual_and_on_what_is_meant_to_last() {
        for claims in [
            r#"{"iat":1700000000,"exp":1700086400}"#,
            r#"{"iat":1700000000,"exp":2015360000000}"#,
            r#"{"iat":0,"exp":1700086400}"#,
            r#"{"iat":1700086400,"exp":1700000000}"#,
        ] {
            check_quiet(&RULE, &token_with(claims));
        }
        let credential = r#"{"alg":"ES256","typ":"dc+sd-jwt"}"#;
        check_quiet(&RULE, &token_from(credential, r#"{"iat":1700000000,"exp":2015360000}"#));
        let access = r#"{"alg":"RS256","typ":"at+jwt"}"#;
        check_quiet(&RULE, &token_from(access, r#"{"iat":1700000000,"exp":1700005400}"#));
        let session = r#"{"iss":"https://session.firebase.google.com/p","iat":1700000000,"exp":1701209600}"#;
        check_quiet(&RULE, &token_from(r#"{"alg":"RS256"}"#, session));
    }
}
