//! An issuer whose address cannot lead to its keys, or leads there over a road that others can bend.

use crate::query::claims;
use crate::query::headers;
use crate::query::key_address;
use crate::{Evaluation, Evidence, Record, Rule, Severity};
use guide::Question;
use inspect::display;

pub(crate) static ISS_ODD_URL: Record = Record {
    id: "iss-odd-url",
    severity: Severity::Warning,
    title: "Odd issuer",
    why: "Verifiers find the issuer's keys by this address. It must be https, so that nobody on the way can put others in their place, and nothing but host, port and path.",
    advice: "Give the issuer an https address, and let services accept that one alone, compared exactly.",
    references: &["RFC 8414 section 2", "RFC 9068 section 4", "OpenID Connect Core 1.0 section 2"],
    guide: Question::Audience,
};

pub(crate) static ISS_HTTP: Record = Record {
    id: "iss-http",
    severity: Severity::Warning,
    title: "Odd issuer",
    why: "Verifiers find the issuer's keys by this address. It must be https, so that nobody on the way can put others in their place, and nothing but host, port and path.",
    advice: "Give the issuer an https address, and let services accept that one alone, compared exactly.",
    references: &["RFC 8414 section 2", "RFC 9068 section 4", "OpenID Connect Core 1.0 section 2"],
    guide: Question::Audience,
};

pub(crate) static ISS_LOCAL: Record = Record {
    id: "iss-local",
    severity: Severity::Notice,
    title: "Odd issuer",
    why: "Verifiers find the issuer's keys by this address. It must be https, so that nobody on the way can put others in their place, and nothing but host, port and path.",
    advice: "Give the issuer an https address, and let services accept that one alone, compared exactly.",
    references: &["RFC 8414 section 2", "RFC 9068 section 4", "OpenID Connect Core 1.0 section 2"],
    guide: Question::Audience,
};

pub(crate) const RULE: Rule = Rule { records: &[&ISS_ODD_URL, &ISS_HTTP, &ISS_LOCAL], check };

fn check(evaluation: &Evaluation) -> Vec<Evidence> {
    let found = claims::claim(evaluation, "iss").and_then(|(part, member)| {
        let text = member.value.as_str().filter(|text| text.contains("://"))?;
        let address = key_address::read(text)?;
        let is_https = address.scheme.eq_ignore_ascii_case("https");
        let say = |id: &str, severity, message: &[&str]| {
            let mut evidence = headers::evidence(RULE.by_id(id), evaluation, part, member, message.concat());
            evidence.severity = severity;
            Some(evidence)
        };
        let odd = match () {
            () if !is_https && !address.scheme.eq_ignore_ascii_case("http") => return None,
            () if address.user.is_some() => "a user name before the host",
            () if address.rest.contains('#') => "a fragment",
            () if address.rest.contains('?') => "a query",
            () => "",
        };
        if !odd.is_empty() {
            let message = ["The issuer's address has ", odd, ", which it must not have."];
            return say("iss-odd-url", Severity::Warning, &message);
        }
        // Clusters of Kubernetes call themselves so.
        if address.is_internal() {
            let host = display::capped(&address.host, 80);
            let message = ["Says that it was issued by `", &host, "`, a development or internal server."];
            return say("iss-local", Severity::Notice, &message)
                .filter(|_| !claims::issuer(evaluation).starts_with("k8s"));
        }
        // AD FS writes a name with http, not an address.
        let is_name = || text.to_ascii_lowercase().ends_with("/adfs/services/trust");
        if is_https || is_name() {
            return None;
        }
        let message = ["The issuer's address is http, not https: `", &display::capped(text, 80), "`."];
        say("iss-http", Severity::Warning, &message)
    });
    found.into_iter().collect()
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::testing::{check, check_quiet, token_with};

    #[track_caller]
    fn fires(iss: &str, id: &str, message: &str) {
        check(&RULE, &token_with(&["{\"iss\":\"", iss, "\"}"].concat()), id, "/payload/iss", message);
    }

    #[test]
    fn fires_on_each() {
        let message = "The issuer's address is http, not https: `http://issuer.example/a`.";
        fires("http://issuer.example/a", "iss-http", message);
        let message = "Says that it was issued by `localhost`, a development or internal server.";
        fires("http://localhost:8080/realms/a", "iss-local", message);
        let message = "Says that it was issued by `10.0.0.1`, a development or internal server.";
        fires("https://10.0.0.1", "iss-local", message);
        let message = "The issuer's address has a query, which it must not have.";
        fires("https://issuer.example?tenant=a", "iss-odd-url", message);
        let message = "The issuer's address has a fragment, which it must not have.";
        fires("https://issuer.example/#a", "iss-odd-url", message);
        let message = "The issuer's address has a user name before the host, which it must not have.";
        fires("https://good.example@evil.example", "iss-odd-url", message);
    }

    #[test]
    fn is_quiet_on_addresses_and_names() {
        for claims in [
            r#"{"iss":"https://issuer.example/a"}"#,
            r#"{"iss":"https://issuer.example:8443"}"#,
            r#"{"iss":"accounts.google.com"}"#,
            r#"{"iss":"http://sts.contoso.example/adfs/services/trust"}"#,
            r#"{"iss":"did:web:issuer.example#key"}"#,
            r#"{"iss":"spiffe://internal/a?b"}"#,
            r#"{"iss":"https://kubernetes.default.svc.cluster.local","sub":"system:serviceaccount:a:b","kubernetes.io":{}}"#,
            r#"{"iss":7}"#,
        ] {
            check_quiet(&RULE, &token_with(claims));
        }
    }

    #[test]
    fn is_as_grave_as_it_should_be() {
        use super::Severity;
        for (iss, severity) in [
            ("http://issuer.example", Severity::Warning),
            ("https://issuer.example?a", Severity::Warning),
            ("http://localhost", Severity::Notice),
        ] {
            let token = token_with(&["{\"iss\":\"", iss, "\"}"].concat());
            let found = crate::testing::findings(&token).into_iter().find(|it| crate::testing::is_of(&RULE, &it));
            assert_eq!(found.map(|finding| finding.severity), Some(severity), "{iss}");
        }
    }
}
