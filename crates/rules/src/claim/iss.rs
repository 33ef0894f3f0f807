//! An issuer whose address is not a plain https address.

use guide::Question;
use inspect::display;
use inspect::jose::issuers::KnownIssuer;
use inspect::jose::kinds::TokenKind;
use inspect::recognise::Profile;

use crate::query::{claims, key_address};
use crate::{Check, CheckTheme, Evaluation, Evidence, Place, Record, Rule, Severity};

pub(crate) static ISS_ODD_URL: Record = Record {
    id: "iss-odd-url",
    severity: Severity::Warning,
    title: "Issuer address with extra parts",
    why: "In OAuth and OpenID Connect an issuer is an https address of host, port and path alone. With a query or fragment, verifiers that look for its keys there fail to find them; with a user name they are led to another host than a reader sees.",
    advice: "Use a plain https address as issuer, and compare `iss` exactly with the one that you expect.",
    references: &["RFC 8414 section 2", "RFC 9068 section 4", "OpenID Connect Core 1.0 section 2"],
    guide: Question::Audience,
};

pub(crate) static ISS_HTTP: Record = Record {
    id: "iss-http",
    severity: Severity::Warning,
    title: "Issuer without https",
    why: "OAuth and OpenID Connect demand https of an issuer. Verifiers that fetch its keys from a plain http address can be given others by anybody on the way, who can then sign tokens that are accepted.",
    advice: "Give the issuer an https address, and write exactly that into `iss`.",
    references: &["RFC 8414 section 2", "OpenID Connect Core 1.0 section 2"],
    guide: Question::Audience,
};

pub(crate) static ISS_LOCAL: Record = Record {
    id: "iss-local",
    severity: Severity::Notice,
    title: "Issued by a local or internal server",
    why: "Tokens of a development or internal server are not meant for public services: anybody can run a server of that name on a machine of their own.",
    advice: "Do not accept this issuer in production, unless the network is your own.",
    references: &["RFC 8414 section 2"],
    guide: Question::Audience,
};

pub(crate) const RULE: Rule =
    Rule { theme: CheckTheme::Claims, records: &[&ISS_ODD_URL, &ISS_HTTP, &ISS_LOCAL], check: Check::Once(check) };

fn check(evaluation: &Evaluation) -> Vec<Evidence> {
    let found = claims::claim(evaluation, "iss").and_then(|(part, member)| {
        let text = member.value.as_str().filter(|text| text.contains("://"))?;
        let (record, severity, message) = judge(text, &evaluation.description.profile)?;
        let evidence = Evidence::new(record, message, Place::member(evaluation.token, part, member));
        Some(evidence.with_severity(severity))
    });
    found.into_iter().collect()
}

/// Kinds of tokens whose issuers RFC 8414 section 2 or OpenID Connect Core 1.0 section 2 speaks of.
const IN_OAUTH: [TokenKind; 7] = [
    TokenKind::AccessToken,
    TokenKind::AuthorizationResponse,
    TokenKind::OauthAccessToken,
    TokenKind::OidcIdToken,
    TokenKind::OidcLogoutToken,
    TokenKind::RefreshToken,
    TokenKind::TokenIntrospectionResponse,
];

fn judge(text: &str, profile: &Profile) -> Option<(&'static Record, Severity, String)> {
    let address = key_address::read(text)?;
    let is_https = address.scheme.eq_ignore_ascii_case("https");
    if !is_https && !address.scheme.eq_ignore_ascii_case("http") {
        return None;
    }
    if address.user.is_some() {
        let message = "The issuer's address has a user name before the host, which can hide the real host.";
        return Some((&ISS_ODD_URL, Severity::Warning, message.to_owned()));
    }
    let extra = [('#', "a fragment"), ('?', "a query")].into_iter().find(|(mark, _)| address.rest.contains(*mark));
    if let Some((_, extra)) = extra {
        let message = format!("The issuer's address has {extra}, which OAuth and OpenID Connect do not allow.");
        // RFC 7519 section 4.1.1 lets an issuer be any URI.
        let severity = if IN_OAUTH.contains(&profile.kind) { Severity::Warning } else { Severity::Notice };
        return Some((&ISS_ODD_URL, severity, message));
    }
    if address.is_internal() {
        let host = display::quoted(&address.host, 80);
        let message = format!("Issued by {host}, a development or internal server.");
        // Kubernetes clusters have such names.
        return (!matches!(profile.known_issuer(), Some(KnownIssuer::K8sBound | KnownIssuer::K8sLegacy))).then_some((
            &ISS_LOCAL,
            Severity::Notice,
            message,
        ));
    }
    // AD FS writes a name that begins with http, not an address.
    if is_https || text.to_ascii_lowercase().ends_with("/adfs/services/trust") {
        return None;
    }
    let address = display::quoted(text, 80);
    Some((&ISS_HTTP, Severity::Warning, format!("The issuer's address is http, not https: {address}.")))
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::testing::{check, check_quiet, token_from, token_with};

    #[track_caller]
    fn fires(iss: &str, id: &str, message: &str) {
        check(&RULE, &token_with(&["{\"iss\":\"", iss, "\"}"].concat()), id, "/payload/iss", message);
    }

    #[test]
    fn fires_on_each() {
        let message = "The issuer's address is http, not https: `http://issuer.example/a`.";
        fires("http://issuer.example/a", "iss-http", message);
        let message = "Issued by `localhost`, a development or internal server.";
        fires("http://localhost:8080/realms/a", "iss-local", message);
        let message = "Issued by `10.0.0.1`, a development or internal server.";
        fires("https://10.0.0.1", "iss-local", message);
        let message = "The issuer's address has a query, which OAuth and OpenID Connect do not allow.";
        fires("https://issuer.example?tenant=a", "iss-odd-url", message);
        let message = "The issuer's address has a fragment, which OAuth and OpenID Connect do not allow.";
        fires("https://issuer.example/#a", "iss-odd-url", message);
        let message = "The issuer's address has a user name before the host, which can hide the real host.";
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
        for (typ, iss, severity) in [
            ("JWT", "http://issuer.example", Severity::Warning),
            ("at+jwt", "https://issuer.example?a", Severity::Warning),
            ("logout+jwt", "https://issuer.example#a", Severity::Warning),
            // No rule of OAuth is about these.
            ("JWT", "https://issuer.example?a", Severity::Notice),
            ("JWT", "https://issuer.example#a", Severity::Notice),
            ("JWT", "https://good.example@evil.example", Severity::Warning),
            ("JWT", "http://localhost", Severity::Notice),
        ] {
            let header = format!(r#"{{"alg":"RS256","typ":"{typ}"}}"#);
            let token = token_from(&header, &["{\"iss\":\"", iss, "\"}"].concat());
            let found = crate::testing::findings(&token).into_iter().find(|it| crate::testing::is_of(&RULE, it));
            assert_eq!(found.map(|finding| finding.severity), Some(severity), "{typ} {iss}");
        }
    }
}
