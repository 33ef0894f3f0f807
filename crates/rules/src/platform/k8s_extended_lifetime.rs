//! A Kubernetes token that lasts longer than its pod needs it.

use guide::Question;
use inspect::jose::issuers::KnownIssuer;
use inspect::time::{instants, numeric_date};

use crate::query::{claims, times};
use crate::{Check, CheckTheme, Evaluation, Evidence, Record, Rule, Severity};

/// The claim that Kubernetes keeps its own claims in.
const KUBERNETES: &str = "kubernetes.io";

pub(crate) static RECORD: Record = Record {
    id: "k8s-extended-lifetime",
    severity: Severity::Info,
    title: "Kubernetes token with an extended lifetime",
    why: "Kubernetes extends the lifetime to a year for programs that read the token once at the start. A leaked copy works as long.",
    advice: "Update the program's client library so that it reads the token file anew, and then switch the extension off.",
    references: &["KEP-1205"],
    guide: Question::Lifetime,
};

pub(crate) const RULE: Rule = Rule { theme: CheckTheme::Services, records: &[&RECORD], check: Check::Once(check) };

/// KEP-1205: an hour and seven seconds after a token was issued, its pod should have got another.
fn check(evaluation: &Evaluation) -> Vec<Evidence> {
    if !matches!(claims::issuer(evaluation), Some(KnownIssuer::K8sBound | KnownIssuer::Eks)) {
        return Vec::new();
    }
    judge(evaluation).into_iter().collect()
}

fn judge(evaluation: &Evaluation) -> Option<Evidence> {
    let (payload, claim) = claims::claim(evaluation, KUBERNETES)?;
    let written = claim.value.member("warnafter")?;
    let replaced = numeric_date::parse(&payload.source(written.span)).filter(|date| !date.out_of_range)?.seconds;
    let (_, _, exp) = times::sensible(evaluation, "exp")?;
    if exp.saturating_sub(replaced) <= 86_400 || replaced <= numeric_date::YEAR_2000 {
        return None;
    }
    let message = format!(
        "Lasts this long only for old programs: its pod gets a new token, and from {} on Kubernetes counts its use as \
         outdated.",
        instants::day_and_time(replaced)
    );
    Some(Evidence::new(&RECORD, message, claims::place(evaluation, KUBERNETES)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{check_quiet, found_by, token_from};

    fn token(who: &str, replaced: &str, exp: &str) -> decode::Token {
        let claims = format!(r#"{{{who},"iat":1700000000,"kubernetes.io":{{"warnafter":{replaced}}},"exp":{exp}}}"#);
        token_from(r#"{"alg":"RS256"}"#, &claims)
    }

    const BOUND: &str = r#""sub":"system:serviceaccount:a:b""#;

    #[test]
    fn explains_long_lives() {
        let found = found_by(&RULE, &token(BOUND, "1700003607", "1731536000"));
        let [(_, place, message)] = found.as_slice() else { panic!("{found:?}") };
        assert_eq!(place, "/payload/kubernetes.io");
        assert!(message.starts_with("Lasts this long only for old programs: its pod gets a new token, and from "));
        check_quiet(&RULE, &token(BOUND, "1700003607", "1700003600"));
    }

    #[test]
    fn counts_a_day_from_the_replacement() {
        for (replaced, exp, count) in [
            ("1700003607", "1700090007", 0),
            ("1700003607", "1700090008", 1),
            ("946684800", "1731536000", 0),
            ("946684801", "1731536000", 1),
        ] {
            for who in [BOUND, r#""iss":"https://oidc.eks.eu-central-1.amazonaws.com/id/AB","sub":"u""#] {
                let found = found_by(&RULE, &token(who, replaced, exp));
                assert_eq!(found.len(), count, "{replaced} and {exp} by {who}");
            }
        }
    }
}
