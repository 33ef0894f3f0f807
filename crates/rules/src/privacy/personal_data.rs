//! What a token tells about a person, or about the network that it comes from.

use decode::Role;
use decode::json::{JsonKind, Value};
use guide::Question;
use inspect::jose::kinds::TokenKind;
use inspect::jose::natures::Nature;
use inspect::masked::MASK;

use super::secret_in_payload;
use crate::query::sensitive::{NamedValues, SensitiveText};
use crate::query::values::{Seen, walk};
use crate::{Check, CheckTheme, Evaluation, Evidence, Record, Rule, Severity};

pub(crate) static PERSONAL_DATA: Record = Record {
    id: "personal-data",
    severity: Severity::Notice,
    title: "Contains personal data",
    why: "The payload is encoded, not encrypted: names and addresses can be read in every log, proxy and browser that the token passes.",
    advice: "Keep only an identifier such as `sub` in the token. Services that need more can ask the userinfo \
        endpoint.",
    references: &["RFC 7519 section 12", "RFC 9068 section 6", "OpenID Connect Core 1.0 section 5.4"],
    guide: Question::PersonalData,
};

pub(crate) static SUBJECT_IS_ADDRESS: Record = Record {
    id: "subject-is-address",
    severity: Severity::Notice,
    title: "Subject names the person",
    why: "The payload is encoded, not encrypted: every log, proxy and browser that the token passes can read the address or number. It can also change, or belong to another person later.",
    advice: "Write an identifier that never changes and names nobody into `sub`, and keep the address or number on the server.",
    references: &["RFC 7519 section 12", "RFC 9068 section 6", "OpenID Connect Core 1.0 section 5.7"],
    guide: Question::PersonalData,
};

pub(crate) static NETWORK_DETAILS: Record = Record {
    id: "network-details",
    severity: Severity::Info,
    title: "Contains details of a network or machine",
    why: "Internal addresses, host names and paths tell an attacker how the system is built.",
    advice: "Leave them out of tokens that reach browsers or other companies.",
    references: &["RFC 7519 section 12", "CWE-200"],
    guide: Question::PersonalData,
};

pub(crate) const RULE: Rule = Rule {
    theme: CheckTheme::Privacy,
    records: &[&PERSONAL_DATA, &SUBJECT_IS_ADDRESS, &NETWORK_DETAILS],
    check: Check::Once(check),
};

/// Kinds of tokens that are sent to services, which usually need not know the person.
const FOR_SERVICES: [TokenKind; 3] = [TokenKind::AccessToken, TokenKind::OauthAccessToken, TokenKind::RefreshToken];

fn check(evaluation: &Evaluation) -> Vec<Evidence> {
    let (mut people, mut networks) = (NamedValues::default(), NamedValues::default());
    let mut subject = None;
    walk(evaluation.token, &mut |seen| {
        let text = seen.text().map(|text| text.text.as_str());
        // A mask tells about nobody, but what stands beside it may.
        if seen.part.role != Role::Payload || evaluation.claims_redacted && text == Some(MASK) {
            return;
        }
        let name = seen.member.map_or("", |member| member.name.text.as_str());
        // A secret has a finding of its own.
        if let Some(about) = about(seen)
            && secret_in_payload::kind(evaluation, seen).is_none()
        {
            let is_person = about == About::Person;
            if is_person && seen.is_top(Role::Payload, &["sub"]) {
                subject.get_or_insert_with(|| seen.evidence(&SUBJECT_IS_ADDRESS, subject_message(seen)));
                return;
            }
            let values = if is_person { &mut people } else { &mut networks };
            values.add(name, || seen.place());
        }
    });
    // A `name` alone may be that of a thing.
    if people.names == ["`name`"] {
        people = NamedValues::default();
    }
    let is_for_service = FOR_SERVICES.contains(&evaluation.description.profile.kind);
    let of_people = if is_for_service { Severity::Notice } else { Severity::Info };
    let people = people.evidence(&PERSONAL_DATA, "Contains personal data").map(|it| it.with_severity(of_people));
    let networks = networks.evidence(&NETWORK_DETAILS, "Contains details of a network or machine");
    let subject = subject.map(|it| it.with_severity(of_people));
    people.into_iter().chain(subject).chain(networks).collect()
}

/// What a value tells about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum About {
    Person,
    /// The inside of a network or machine.
    Network,
}

pub(super) fn about(seen: &Seen) -> Option<About> {
    let name = seen.member.map_or("", |member| member.name.text.as_str());
    let text = seen.text().map(|text| SensitiveText::new(&text.text));
    let is_person = seen.depth == 1 && may_be_of_person(seen.value) && Nature::of(name).is_personal()
        || !seen.is_top(Role::Payload, &["iss", "jti"]) && text.is_some_and(SensitiveText::is_personal);
    let is_network = !seen.is_top(Role::Payload, &["iss"]) && text.is_some_and(SensitiveText::is_internal);
    match (is_person, is_network) {
        (true, _) => Some(About::Person),
        (false, true) => Some(About::Network),
        (false, false) => None,
    }
}

fn subject_message(seen: &Seen) -> &'static str {
    if seen.value.as_str().is_some_and(|text| text.starts_with('+')) {
        "`sub` is a telephone number: use an identifier that does not name the person."
    } else {
        "`sub` is an e-mail address: use an identifier that does not name the person."
    }
}

/// Whether a claim with a name for personal data has a value, and not the address of a Google service account.
fn may_be_of_person(value: &Value) -> bool {
    match &value.kind {
        JsonKind::String(text) => !text.text.is_empty() && !text.text.ends_with("gserviceaccount.com"),
        JsonKind::Object(_) => true,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{check, check_quiet, check_severity, findings, found_by, token_from, token_with};

    #[track_caller]
    fn fires(claims: &str, id: &str, place: &str, message: &str, severity: Severity) {
        let token = token_with(claims);
        check(&RULE, &token, id, place, message);
        check_severity(&token, id, severity);
    }

    #[test]
    fn lists_what_is_personal_and_what_is_internal() {
        let message = "Contains personal data: `name`, `a`, `b`.";
        let claims = r#"{"name":"Ada","a":"ada@example.com","x":[{"b":"+4915112345678"}],"picture":""}"#;
        fires(claims, "personal-data", "/payload/name", message, Severity::Info);
        let token = token_from(r#"{"alg":"HS256","typ":"at+jwt"}"#, r#"{"email":"x"}"#);
        let notice = findings(&token).into_iter().find(|finding| crate::testing::is_of(&RULE, finding));
        assert_eq!(notice.map(|finding| finding.severity), Some(Severity::Notice));
        let message = "Contains details of a network or machine: `host`, `path`.";
        let claims = r#"{"iss":"https://10.0.0.1","host":"db.prod.internal","path":"/home/ada"}"#;
        fires(claims, "network-details", "/payload/host", message, Severity::Info);
        let many: Vec<_> = (0..9).map(|at| format!(r#""c{at}":"10.0.0.{at}""#)).collect();
        let message = "Contains details of a network or machine: `c0`, `c1`, `c2`, `c3`, `c4`, `c5` and 3 more.";
        fires(&["{", &many.join(","), "}"].concat(), "network-details", "/payload/c0", message, Severity::Info);
    }

    #[test]
    fn says_what_to_do_about_a_subject_that_names_the_person() {
        let message = "`sub` is an e-mail address: use an identifier that does not name the person.";
        let address = r#"{"sub":"ops@example.com"}"#;
        fires(address, "subject-is-address", "/payload/sub", message, Severity::Info);
        let service = token_from(r#"{"alg":"HS256","typ":"at+jwt"}"#, address);
        check_severity(&service, "subject-is-address", Severity::Notice);
        let number = "`sub` is a telephone number: use an identifier that does not name the person.";
        fires(r#"{"sub":"+4915112345678"}"#, "subject-is-address", "/payload/sub", number, Severity::Info);
        let ids: Vec<_> = found_by(&RULE, &token_with(r#"{"sub":"ada@example.com","email":"ada@example.com"}"#))
            .into_iter()
            .map(|(id, _, message)| (id, message))
            .collect();
        let both = [("subject-is-address", message), ("personal-data", "Contains personal data: `email`.")];
        assert_eq!(ids, both.map(|(id, message)| (id.to_owned(), message.to_owned())));
        for claims in [r#"{"sub":"auth0|1"}"#, r#"{"sub":"app@project.iam.gserviceaccount.com"}"#, r#"{"sub":"a@b"}"#] {
            check_quiet(&RULE, &token_with(claims));
        }
    }

    #[test]
    fn never_quotes_a_value() {
        let found = found_by(&RULE, &token_with(r#"{"email":"quoted@example.com","host":"10.0.0.77"}"#));
        assert_eq!(found.len(), 2);
        assert!(found.iter().all(|(.., message)| !message.contains("quoted") && !message.contains("77")), "{found:?}");
    }

    #[test]
    fn is_quiet_on_ordinary_claims_and_on_secrets() {
        for claims in [
            r#"{"email":"app@project.iam.gserviceaccount.com"}"#,
            r#"{"name":"service","jti":"a@b.example","sub":"u1"}"#,
            r#"{"iss":"robot@project.example"}"#,
            r#"{"iss":"https://localhost","a":"https://kubernetes.default.svc.cluster.local","v":"10.0.1"}"#,
            r#"{"a":"postgres://app:hunter2@10.0.0.1/app"}"#,
        ] {
            check_quiet(&RULE, &token_with(claims));
        }
    }

    #[test]
    fn says_more_where_services_read_it() {
        let service = Some(Severity::Notice);
        for (claims, severity) in [
            (r#"{"token_type":"refresh","email":"x"}"#, service),
            (r#"{"token_type":"access","email":"x"}"#, service),
            (r#"{"token_use":"access","email":"x"}"#, service),
            (r#"{"token_use":"id","email":"x"}"#, Some(Severity::Info)),
            (r#"{"email":"x"}"#, Some(Severity::Info)),
            (r#"{"email":""}"#, None),
            (r#"{"email":1}"#, None),
            (r#"{"address":{}}"#, Some(Severity::Info)),
        ] {
            let found = findings(&token_with(claims)).into_iter().find(|finding| crate::testing::is_of(&RULE, finding));
            assert_eq!(found.map(|finding| finding.severity), severity, "{claims}");
        }
    }
}
