//! A token that its receiver refuses because it lasts too long.

use guide::Question;
use inspect::jose::issuers::KnownIssuer;
use inspect::jose::lifetimes::{AcceptedLifetime, CountedFrom};
use inspect::time::instants;

use super::expired::LEEWAY;
use crate::query::times;
use crate::{Check, CheckTheme, Evaluation, EvaluationAt, Evidence, Place, Record, Rule, Severity};

pub(crate) static RECORD: Record = Record {
    id: "lifetime-over-limit",
    severity: Severity::Error,
    title: "Lasts longer than is accepted",
    why: "The service that receives this token sets a limit on its lifetime, and refuses the request beyond it.",
    advice: "Set `exp` within the limit named here, and leave a minute for clocks that differ.",
    references: &["RFC 8292 section 2", "the documentation of the service"],
    guide: Question::Lifetime,
};

pub(crate) const RULE: Rule = Rule { theme: CheckTheme::Times, records: &[&RECORD], check: Check::AtInstant(check) };

/// Whether the receiver of such tokens is known to set a limit.
pub(super) fn is_limited(evaluation: &Evaluation) -> bool {
    evaluation.description.profile.accepted_lifetime().is_some()
}

fn check(evaluation: &EvaluationAt) -> Vec<Evidence> {
    let profile = &evaluation.description.profile;
    let Some(AcceptedLifetime { who_accepts, seconds, counted_from, .. }) = profile.accepted_lifetime() else {
        return Vec::new();
    };
    let now = evaluation.now;
    let issued = times::sensible(evaluation, "iat").map(|(_, _, iat)| iat);
    let is_from_issue = counted_from == CountedFrom::Issue;
    let start = if is_from_issue { issued } else { Some(issued.map_or(now, |iat| iat.max(now))) };
    let (Some(start), Some((part, member, exp))) = (start, times::sensible(evaluation, "exp")) else {
        return Vec::new();
    };
    // Apple lets tokens for named requests last up to six months.
    let is_scoped = profile.known_issuer() == Some(KnownIssuer::AppleConnect)
        && part.value().is_some_and(|claims| claims.member("scope").is_some());
    let limit = i64::try_from(seconds).unwrap_or(i64::MAX);
    // Counted from now, the clock of this machine may be a little late. A whole minute more is no such difference.
    let allowed = if is_from_issue { limit } else { limit.saturating_add(LEEWAY - 1) };
    let lifetime = exp.saturating_sub(start);
    if lifetime <= allowed || is_scoped {
        return Vec::new();
    }
    let after = if is_from_issue { "after its `iat`" } else { "from now" };
    let (lasts, longest) = (times::between(0, lifetime), instants::duration(seconds));
    let more = if lasts == longest { "more than " } else { "" };
    let message = format!("Expires {more}{lasts} {after}, but {who_accepts} at most {longest}.");
    let evidence = Evidence::new(&RECORD, message, Place::member(evaluation.token, part, member));
    // Tokens for Apple's maps have the same form as those for Apple Music, and no such limit. Snowflake and Ghost only
    // count from `iat`: they accept the token until then, whatever `exp` says.
    let is_milder =
        matches!(profile.known_issuer(), Some(KnownIssuer::AppleMusic | KnownIssuer::Ghost | KnownIssuer::Snowflake));
    vec![if is_milder { evidence.with_severity(Severity::Warning) } else { evidence }]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{check, check_quiet, found_by, token_from};
    use inspect::jose::kinds::TokenKind;

    const VAPID: &str = r#"{"alg":"ES256","typ":"JWT"}"#;
    const RSA: &str = r#"{"alg":"RS256","typ":"JWT"}"#;

    #[test]
    fn fires_beyond_the_limit_of_who_receives_it() {
        let push = r#"{"aud":"https://fcm.googleapis.com","sub":"mailto:a@example.org","exp":1700172800}"#;
        let message = "Expires 2 days from now, but push services accept at most 1 day.";
        check(&RULE, &token_from(VAPID, push), "lifetime-over-limit", "/payload/exp", message);
        let app = r#"{"iss":"12345","iat":1700000000,"exp":1700003600}"#;
        let message = "Expires 1 hour from now, but GitHub accepts at most 10 minutes.";
        check(&RULE, &token_from(RSA, app), "lifetime-over-limit", "/payload/exp", message);
        let account = r#"{"iss":"a@b.iam.gserviceaccount.com","aud":"https://oauth2.googleapis.com/token","iat":1700000000,"exp":1700003601}"#;
        let message = "Expires more than 1 hour after its `iat`, but Google accepts at most 1 hour.";
        check(&RULE, &token_from(RSA, account), "lifetime-over-limit", "/payload/exp", message);
    }

    #[test]
    fn fires_one_second_beyond_each_limit_and_not_before() {
        const APPLE: &str = r#"{"alg":"ES256","kid":"ABC123DEFG"}"#;
        let of_kinds = TokenKind::ALL.into_iter().filter_map(|kind| Some((kind.id(), kind.facts().accepted_lifetime?)));
        let of_issuers =
            KnownIssuer::ALL.into_iter().filter_map(|issuer| Some((issuer.id(), issuer.facts().accepted_lifetime?)));
        for (id, AcceptedLifetime { who_accepts: who, seconds, counted_from, .. }) in of_kinds.chain(of_issuers) {
            let (header, claims) = match id {
                "vapid-token" => (VAPID, r#""aud":"https://fcm.googleapis.com","sub":"mailto:a@example.org""#),
                "github-app" => (RSA, r#""iss":"12345""#),
                "google-service-account" => {
                    (RSA, r#""iss":"a@b.iam.gserviceaccount.com","aud":"https://oauth2.googleapis.com/token""#)
                }
                "firebase-custom" => (
                    RSA,
                    r#""uid":"u","aud":"https://identitytoolkit.googleapis.com/google.identity.identitytoolkit.v1.IdentityToolkit""#,
                ),
                "firebase-session" => (RSA, r#""iss":"https://session.firebase.google.com/p""#),
                "apple-connect" => (VAPID, r#""iss":"i","aud":"appstoreconnect-v1""#),
                "apple-store-server" => (VAPID, r#""iss":"i","aud":"appstoreconnect-v1","bid":"com.example.app""#),
                "apple-client-secret" => (APPLE, r#""iss":"i","sub":"s","aud":"https://appleid.apple.com""#),
                "apple-music" => (APPLE, r#""iss":"ABC123DEFG""#),
                "box" => (RSA, r#""iss":"i","sub":"s","box_sub_type":"user","aud":"https://api.box.com/oauth2/token""#),
                "ghost" => (r#"{"alg":"HS256","kid":"k"}"#, r#""aud":"/admin/""#),
                "snowflake" => (RSA, r#""iss":"A.B.SHA256:x","sub":"A.B""#),
                "twilio" => (r#"{"alg":"HS256","cty":"twilio-fpa;v=1"}"#, r#""iss":"SK1","sub":"AC1""#),
                "zoom" => (r#"{"alg":"HS256"}"#, r#""sdkKey":"k","mn":"1""#),
                // Its tokens have no `exp`: `age-over-limit` judges them.
                "apple-push" => continue,
                _ => panic!("{id} has no example"),
            };
            let seconds = i64::try_from(seconds).unwrap();
            let allowed = if counted_from == CountedFrom::Receipt { seconds + LEEWAY - 1 } else { seconds };
            let lasting = |lifetime: i64| {
                let exp = (1_700_000_000 + lifetime).to_string();
                token_from(header, &["{", claims, r#","iat":1700000000,"exp":"#, &exp, "}"].concat())
            };
            check_quiet(&RULE, &lasting(allowed));
            check_quiet(&crate::time::lifetime_long::RULE, &lasting(allowed));
            let beyond = found_by(&RULE, &lasting(allowed + 1));
            assert!(matches!(&*beyond, [(_, _, message)] if message.contains(who)), "{id}: {beyond:?}");
        }
    }

    #[test]
    fn eleven_minutes_are_too_long_for_github() {
        let app = |exp: i64| token_from(RSA, &format!(r#"{{"iss":"12345","iat":1700000000,"exp":{exp}}}"#));
        let message = "Expires 11 minutes from now, but GitHub accepts at most 10 minutes.";
        check(&RULE, &app(1_700_000_660), "lifetime-over-limit", "/payload/exp", message);
        check_quiet(&RULE, &app(1_700_000_600));
    }

    #[test]
    fn the_app_store_server_api_accepts_an_hour_and_app_store_connect_twenty_minutes() {
        let lasting = |claims: &str, minutes: i64| {
            let exp = 1_700_000_000 + minutes * 60;
            let aud = r#""iss":"i","aud":"appstoreconnect-v1","iat":1700000000"#;
            token_from(VAPID, &format!(r#"{{{aud},"exp":{exp}{claims}}}"#))
        };
        check_quiet(&RULE, &lasting(r#","bid":"com.example.app""#, 60));
        let message = "Expires 1 hour 1 minute after its `iat`, but the App Store Server API accepts at most 1 hour.";
        let server = lasting(r#","bid":"com.example.app""#, 61);
        check(&RULE, &server, "lifetime-over-limit", "/payload/exp", message);
        let message = "Expires 1 hour after its `iat`, but App Store Connect accepts at most 20 minutes.";
        check(&RULE, &lasting("", 60), "lifetime-over-limit", "/payload/exp", message);
    }

    #[test]
    fn is_milder_where_the_token_works_until_the_limit() {
        let severity = |header, claims: &str| {
            let claims = ["{", claims, r#","iat":1700000000,"exp":1800000000}"#].concat();
            let found = crate::testing::findings(&token_from(header, &claims));
            found.into_iter().find(|it| it.id() == RECORD.id).map(|it| it.severity)
        };
        assert_eq!(severity(RSA, r#""iss":"A.B.SHA256:x","sub":"A.B""#), Some(Severity::Warning));
        assert_eq!(severity(r#"{"alg":"HS256","kid":"k"}"#, r#""aud":"/admin/""#), Some(Severity::Warning));
        assert_eq!(severity(RSA, r#""iss":"12345""#), Some(Severity::Error));
    }

    #[test]
    fn is_quiet_within_it() {
        for (header, claims) in [
            (VAPID, r#"{"aud":"https://fcm.googleapis.com","sub":"mailto:a@example.org","exp":1700086400}"#),
            // GitHub's own example.
            (RSA, r#"{"iss":"12345","iat":1699999940,"exp":1700000600}"#),
            (RSA, r#"{"iss":"12345","iat":1600000000,"exp":1600003600}"#),
            (
                VAPID,
                r#"{"iss":"57246542-96fe-1a63-e053-0824d011072a","aud":"appstoreconnect-v1","iat":1700000000,"exp":1710000000,"scope":["GET /v1/apps"]}"#,
            ),
            (RSA, r#"{"iss":"https://issuer.example","iat":1700000000,"exp":1710000000}"#),
        ] {
            check_quiet(&RULE, &token_from(header, claims));
        }
    }
}
