//! A token that its recipient refuses because it is to last too long.

use crate::query::claims;
use crate::query::times;
use crate::time::expired::LEEWAY;
use crate::{Evaluation, Evidence, Place, Record, Rule, Severity};
use guide::Question;
use inspect::calendar;

pub(crate) static RECORD: Record = Record {
    id: "lifetime-over-limit",
    severity: Severity::Error,
    title: "Lasts longer than is accepted",
    why: "Those who receive such tokens set a limit, and refuse what goes beyond it.",
    advice: "Set `exp` within the limit, and leave a minute for clocks that differ.",
    references: &["RFC 8292 section 2", "the documentation of the service"],
    guide: Question::Lifetime,
};

pub(crate) const RULE: Rule = Rule { records: &[&RECORD], check };

/// Where a limit is counted from.
#[derive(PartialEq)]
enum Counted {
    /// `iat`.
    Issue,
    /// When the token is received: now, at the earliest.
    Receipt,
}

/// The kind of token or the issuer, who sets the limit, the limit in seconds, and where it is counted from.
///
/// GitHub: "Generating a JSON Web Token for a GitHub App", whose own example lasts eleven minutes from an `iat` that is
/// set back. Google: "Using OAuth 2.0 for Server to Server Applications". Firebase: "Create custom tokens", "Manage
/// session cookies". Apple: "Generating tokens for API requests", "Creating a client secret", "Generating developer
/// tokens" of Apple Music.
const LIMITS: [Limit; 8] = [
    ("vapid-token", "push services accept", 86_400, Counted::Receipt),
    ("github-app", "GitHub accepts", 600, Counted::Receipt),
    ("google-service-account", "Google accepts", 3_600, Counted::Issue),
    ("firebase-custom", "Firebase accepts", 3_600, Counted::Issue),
    ("firebase-session", "Firebase accepts", 1_209_600, Counted::Issue),
    ("apple-connect", "App Store Connect accepts", 1_200, Counted::Issue),
    ("apple-client-secret", "Apple accepts", 15_777_000, Counted::Receipt),
    ("apple-music", "Apple Music accepts", 15_777_000, Counted::Receipt),
];

type Limit = (&'static str, &'static str, i64, Counted);

fn limit(evaluation: &Evaluation) -> Option<&'static Limit> {
    let issuer = claims::issuer(evaluation);
    LIMITS.iter().find(|(id, ..)| *id == evaluation.description.profile.id || *id == issuer)
}

/// Whether whoever receives it is known to set a limit.
pub(crate) fn is_limited(evaluation: &Evaluation) -> bool {
    limit(evaluation).is_some()
}

fn check(evaluation: &Evaluation) -> Vec<Evidence> {
    let Some((id, who, limit, from)) = limit(evaluation) else { return Vec::new() };
    let now = evaluation.context.now;
    let issued = times::sensible(evaluation, "iat").map(|(_, _, iat)| iat);
    let start = match from {
        Counted::Issue => issued,
        Counted::Receipt => Some(issued.map_or(now, |iat| iat.max(now))),
    };
    let (Some(start), Some((part, member, exp))) = (start, times::sensible(evaluation, "exp")) else {
        return Vec::new();
    };
    // Apple lets tokens for named requests last up to six months.
    let is_scoped = *id == "apple-connect" && part.value().is_some_and(|claims| claims.member("scope").is_some());
    let allowed = if *from == Counted::Receipt { limit.saturating_add(LEEWAY) } else { *limit };
    let lifetime = exp.saturating_sub(start);
    if lifetime <= allowed || is_scoped {
        return Vec::new();
    }
    let after = if *from == Counted::Issue { " after it says it was issued" } else { " from now" };
    let (lifetime, limit) = (times::between(0, lifetime), calendar::duration(limit.unsigned_abs()));
    let more = if lifetime == limit { "more than " } else { "" };
    let message = ["Expires ", more, &lifetime, after, ", but ", who, " at most ", &limit, "."].concat();
    let evidence = Evidence::new(&RECORD, message, Place::member(evaluation.token, part, member));
    // Tokens for Apple's maps have the same form, and no such limit.
    let severity = if *id == "apple-music" { Severity::Warning } else { Severity::Error };
    vec![evidence.with_severity(severity)]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{check, check_quiet, found_by, token_from};

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
        let message = "Expires more than 1 hour after it says it was issued, but Google accepts at most 1 hour.";
        check(&RULE, &token_from(RSA, account), "lifetime-over-limit", "/payload/exp", message);
    }

    #[test]
    fn fires_one_second_beyond_each_limit_and_not_before() {
        const APPLE: &str = r#"{"alg":"ES256","kid":"ABC123DEFG"}"#;
        for (id, who, limit, from) in &LIMITS {
            let (header, claims) = match *id {
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
                "apple-client-secret" => (APPLE, r#""iss":"i","sub":"s","aud":"https://appleid.apple.com""#),
                "apple-music" => (APPLE, r#""iss":"ABC123DEFG""#),
                _ => panic!("{id} has no example"),
            };
            let allowed = if *from == Counted::Receipt { limit + LEEWAY } else { *limit };
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
