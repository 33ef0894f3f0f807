//! A header that names an address to fetch the key from.

use crate::evidence::LIMIT;
use crate::query::key_address::{self, holds};
use crate::query::{claims, headers};
use crate::{Check, CheckTheme, Evaluation, Evidence, Place, Record, Rule, Severity, unknown_kind};
use decode::json::Member;
use decode::{Part, Span};
use guide::Question;
use inspect::display;
use inspect::jose::issuers::KnownIssuer;
use inspect::jose::kinds::TokenKind;

pub(crate) static KEY_URL_INSECURE: Record = Record {
    id: "key-url-insecure",
    severity: Severity::Error,
    title: "Key address is not https",
    why: "Keys must be fetched over TLS. Without it anybody on the network path can replace the key and sign tokens that the verifier accepts.",
    advice: "Use an https address, and refuse every other one.",
    references: &["RFC 7515 section 4.1.2", "RFC 7515 section 4.1.5"],
    guide: Question::Keys,
};

pub(crate) static KEY_URL_IS_KEY: Record = Record {
    id: "key-url-is-key",
    severity: Severity::Error,
    title: "Key in place of its address",
    why: "`jku` and `x5u` name the address that a key is fetched from. A verifier cannot fetch anything from a key, and a key that the token brings itself proves nothing about who wrote it.",
    advice: "In the issuer, write a certificate into `x5c` or a public key into `jwk` if verifiers expect it there. Else leave it out and publish the key.",
    references: &["RFC 7515 section 4.1.2", "RFC 7515 section 4.1.5"],
    guide: Question::Keys,
};

pub(crate) static KEY_URL_INTERNAL: Record = Record {
    id: "key-url-internal",
    severity: Severity::Error,
    title: "Key address in a private network",
    why: "The writer of the token chooses this address. A server that fetches it can be made to call services inside its own network, such as the metadata service of a cloud.",
    advice: "Never fetch key addresses from tokens. Fetch keys only from addresses in your own configuration.",
    references: &["RFC 8725 section 3.10", "CWE-918"],
    guide: Question::Keys,
};

pub(crate) static KEY_URL_ODD: Record = Record {
    id: "key-url-odd",
    severity: Severity::Warning,
    title: "Key address that misleads checks",
    why: "The address is written in a way that address checks often read wrongly. A server can believe that it fetches from a trusted host and connect to another one.",
    advice: "Compare the whole address with a list of allowed addresses instead of checking its beginning or its host.",
    references: &["RFC 8725 section 3.10", "CWE-918"],
    guide: Question::Keys,
};

pub(crate) static KEY_URL_FOREIGN: Record = Record {
    id: "key-url-foreign",
    severity: Severity::Warning,
    title: "Key address on another host",
    why: "The key would come from a host that does not belong to the issuer. Whoever controls that host can sign tokens in the issuer's name.",
    advice: "Fetch keys from the address that the issuer publishes, and ignore the one in the token.",
    references: &["RFC 8725 section 3.10", "RFC 7515 section 4.1.2"],
    guide: Question::Keys,
};

pub(crate) static KEY_URL_PRESENT: Record = Record {
    id: "key-url-present",
    severity: Severity::Notice,
    title: "Key address in the header",
    why: "The writer of the token names the place that the key is fetched from. A verifier that follows any address verifies a forged token with the forger's key.",
    advice: "Ignore the address, or fetch it only if the whole address is in a list that you keep.",
    references: &["RFC 7515 section 4.1.2", "RFC 7515 section 4.1.5", "RFC 8725 section 3.10"],
    guide: Question::Keys,
};

pub(crate) const RULE: Rule = Rule {
    theme: CheckTheme::Keys,
    records: &[&KEY_URL_INSECURE, &KEY_URL_IS_KEY, &KEY_URL_INTERNAL, &KEY_URL_ODD, &KEY_URL_FOREIGN, &KEY_URL_PRESENT],
    check: Check::Once(check),
};

fn check(evaluation: &Evaluation) -> Vec<Evidence> {
    let members = ["jku", "x5u"].into_iter().flat_map(|name| headers::parameters(evaluation, name));
    members.take(LIMIT).flat_map(|(part, member)| judge(evaluation, part, member)).collect()
}

fn judge(evaluation: &Evaluation, part: &Part, member: &Member) -> Vec<Evidence> {
    let name = member.name.text.as_str();
    let mut found = Vec::new();
    let mut say = |record: &'static Record, severity, message: String| {
        found.push(headers::evidence(record, evaluation, part, member, message).with_severity(severity));
    };
    if let Some(what) = in_its_place(evaluation, part, member) {
        let message = format!("`{name}` holds {what} where an https address belongs.");
        say(&KEY_URL_IS_KEY, Severity::Error, message);
        return found;
    }
    let Some(text) = member.value.as_str() else {
        let message = format!("`{name}` must be an https address, but is {}.", member.value.type_name());
        say(&KEY_URL_INSECURE, Severity::Error, message);
        return found;
    };
    let quoted = display::quoted(text, 80);
    let address = key_address::read(text);
    // Adobe writes the bare name of a certificate, which nobody could fetch.
    if address.is_none() && evaluation.description.profile.known_issuer() == Some(KnownIssuer::AdobeIms) {
        return found;
    }
    let Some(address) = address else {
        // Where the issuer cannot be read, it may be one that writes such names.
        let severity = if unknown_kind::is_unknown(evaluation) { Severity::Notice } else { Severity::Error };
        say(&KEY_URL_INSECURE, severity, format!("The key address `{name}` is not https: {quoted}."));
        return found;
    };
    if !address.scheme.eq_ignore_ascii_case("https") {
        say(&KEY_URL_INSECURE, Severity::Error, format!("The key address `{name}` is not https: {quoted}."));
    }
    let host = display::quoted(&address.host, 80);
    if address.is_internal() {
        let message = format!("The key address `{name}` points into a private network: {host}.");
        say(&KEY_URL_INTERNAL, Severity::Error, message);
    }
    let odd = match () {
        () if address.user.is_some() => Some("a user name before the host"),
        () if text.contains('\\') => Some("a backslash"),
        () if text.contains(|sign: char| sign.is_control() || sign.is_whitespace()) => Some("white space"),
        () if address.rest.contains('#') => Some("a fragment"),
        () if address.rest.contains("..") => Some("`..` in its path"),
        () if holds(text, "%2f") || holds(text, "%2e") => Some("an escaped slash or dot"),
        () if holds(address.rest, "http:") || holds(address.rest, "https:") || holds(address.rest, "http%3a") => {
            Some("another address inside")
        }
        () if address.is_disguised() && !address.is_internal() => Some("a host that is a number in disguise"),
        () => None,
    };
    if let Some(odd) = odd {
        let message = format!("The key address `{name}` has {odd}, which misleads checks: {quoted}.");
        say(&KEY_URL_ODD, Severity::Warning, message);
    }
    if let Some(issuer) =
        issuer(evaluation).and_then(key_address::read).filter(|issuer| issuer.site() != address.site())
    {
        let issuer = display::quoted(&issuer.host, 80);
        let message = format!("The host of the key address `{name}`, {host}, is not that of the issuer, {issuer}.");
        say(&KEY_URL_FOREIGN, Severity::Warning, message);
    }
    // RFC 8225 section 4.3: the address of the certificate is how callers' identity tokens work. SAP XSUAA always writes
    // the address of its keys; one at another host has been told above.
    let profile = &evaluation.description.profile;
    let is_usual = profile.kind == TokenKind::Passport || profile.known_issuer() == Some(KnownIssuer::SapXsuaa);
    if found.is_empty() && !is_usual {
        found.push(
            headers::evidence(
                &KEY_URL_PRESENT,
                evaluation,
                part,
                member,
                format!("`{name}` names an address to fetch the key from, at {host}. This page did not contact it."),
            )
            .with_severity(Severity::Notice),
        );
    }
    found
}

/// The key or certificate that stands there and not its address.
fn in_its_place(evaluation: &Evaluation, part: &Part, member: &Member) -> Option<String> {
    let place = Place::at(evaluation.token, part).part?;
    let description = evaluation.description;
    let key = description.keys.iter().find(|found| found.part == place && found.key.span == member.value.span);
    if let Some(found) = key {
        let bits = found.key.bits.map_or(String::new(), |bits| format!(", {bits} bits"));
        return Some(format!("a key ({}{bits})", found.key.kind));
    }
    let is_here = |span: Span| span == member.value.span;
    let mut chains = description.chains.iter().filter(|found| found.part == place);
    let is_certificate = chains.any(|found| found.chain.certificates.iter().any(|found| is_here(found.span)));
    is_certificate.then(|| "a certificate".to_owned())
}

fn issuer<'s>(evaluation: &Evaluation<'s>) -> Option<&'s str> {
    claims::text(evaluation, "iss")
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::testing::{check, check_quiet, encode, found_by, token_from, token_of};

    #[track_caller]
    fn fires(url: &str, claims: &str, id: &str, message: &str) {
        let token = token_from(&format!(r#"{{"alg":"RS256","jku":"{url}"}}"#), claims);
        check(&RULE, &token, id, "/header/jku", message);
    }

    fn ids(url: &str) -> Vec<String> {
        let token = token_from(&format!(r#"{{"alg":"RS256","x5u":"{url}"}}"#), "{}");
        found_by(&RULE, &token).into_iter().map(|(id, ..)| id).collect()
    }

    #[test]
    fn says_what_is_there() {
        let message =
            "`jku` names an address to fetch the key from, at `issuer.example`. This page did not contact it.";
        fires("https://issuer.example/keys", r#"{"iss":"https://a.issuer.example"}"#, "key-url-present", message);
        let message = "The host of the key address `jku`, `evil.example`, is not that of the issuer, `issuer.example`.";
        fires("https://evil.example/keys", r#"{"iss":"https://issuer.example"}"#, "key-url-foreign", message);
        let message = "The key address `jku` is not https: `keys.json`.";
        fires("keys.json", "{}", "key-url-insecure", message);
        let message = "The key address `jku` has a user name before the host, which misleads checks: `https://a.example@b.example/`.";
        fires("https://a.example@b.example/", "{}", "key-url-odd", message);
        let message = "The key address `jku` points into a private network: `10.0.0.1`.";
        fires("https://10.0.0.1/", "{}", "key-url-internal", message);
        let message = "`jku` must be an https address, but is a number.";
        let token = token_from(r#"{"alg":"RS256","jku":1}"#, "{}");
        check(&RULE, &token, "key-url-insecure", "/header/jku", message);
    }

    #[test]
    fn says_that_a_key_is_no_address() {
        let key = "MHYwEAYHKoZIzj0CAQYFK4EEACIDYgAEqjEIgup6RHgq/5x1AtIZYKdt88Z1DkdxE4yMVWdFBxYH4geIbsbvBD3RfiPaM4NeqQm/pGsJ/F4POm8hPrRCpbnJ24eLPQ6+q3HGP5KXlLQiP7EGzxhi/iuISWmjetSI";
        let token = token_from(&format!(r#"{{"alg":"ES384","x5u":"{key}"}}"#), "{}");
        let message = "`x5u` holds a key (elliptic-curve key on P-384, 384 bits) where an https address belongs.";
        check(&RULE, &token, "key-url-is-key", "/header/x5u", message);
        let token = token_from(r#"{"alg":"HS256","jku":{"kty":"oct","k":"AAAA"}}"#, "{}");
        let message = "`jku` holds a key (symmetric key, 24 bits) where an https address belongs.";
        check(&RULE, &token, "key-url-is-key", "/header/jku", message);
        for quiet in ["keys.json", "MHYwEAYHKoZI", "https://issuer.example/MHYw"] {
            assert!(!ids(quiet).contains(&"key-url-is-key".to_owned()), "{quiet}");
        }
    }

    #[test]
    fn the_seed_of_the_catalogue() {
        let signature: Vec<u8> = (0..=255).collect();
        let token = format!(
            "eyJhbGciOiJSUzI1NiIsImprdSI6Imh0dHA6Ly8xNjkuMjU0LjE2OS4yNTQva2V5cy5qc29uIiwia2lkIjoiMSJ9.eyJzdWIiOiJ1MSJ9.{}",
            encode(signature)
        );
        let found = found_by(&RULE, &token_of(&token));
        let ids: Vec<_> = found.iter().map(|(id, ..)| id.as_str()).collect();
        assert_eq!(ids, ["key-url-insecure", "key-url-internal"]);
    }

    #[test]
    fn knows_the_tricks() {
        for url in [
            "https://a.example/x#b",
            "https://a.example\\\\@b.example/",
            "https://a.example/x/../keys",
            "https://a.example/%2E%2e/keys",
            "https://a.example/a%2Fb",
            "https://a.example/go?to=HTTPS://b.example",
            "https://a.example/\\r\\nHost: b",
            "https://134744072/keys",
        ] {
            assert_eq!(ids(url), ["key-url-odd"], "{url}");
        }
        for url in ["file:///etc/passwd", "ftp://a.example/k", "gopher://a.example/k", "jar:https://a.example/k!/x"] {
            assert!(ids(url).iter().any(|id| id == "key-url-insecure"), "{url}");
        }
    }

    #[test]
    fn is_quiet_where_there_is_none_and_where_it_belongs() {
        check_quiet(&RULE, &token_from(r#"{"alg":"RS256"}"#, r#"{"jku":"http://localhost"}"#));
        let passport = r#"{"alg":"ES256","typ":"passport","x5u":"https://cert.example.org/passport.cer"}"#;
        check_quiet(&RULE, &token_from(passport, "{}"));
        let xsuaa = r#"{"iss":"https://a.authentication.eu10.hana.ondemand.com/oauth/token"}"#;
        let keys = r#"{"alg":"RS256","jku":"https://a.authentication.eu10.hana.ondemand.com/token_keys"}"#;
        check_quiet(&RULE, &token_from(keys, xsuaa));
        let message = "The host of the key address `jku`, `keys.example`, is not that of the issuer, `a.authentication.eu10.hana.ondemand.com`.";
        let token = token_from(r#"{"alg":"RS256","jku":"https://keys.example/token_keys"}"#, xsuaa);
        check(&RULE, &token, "key-url-foreign", "/header/jku", message);
        let adobe = r#"{"as":"ims-na1","type":"access_token","created_at":"1700000000000"}"#;
        check_quiet(&RULE, &token_from(r#"{"alg":"RS256","x5u":"ims_na1-key-at-1.cer"}"#, adobe));
        let message = "The key address `x5u` is not https: `http://ims.example/1.cer`.";
        let token = token_from(r#"{"alg":"RS256","x5u":"http://ims.example/1.cer"}"#, adobe);
        check(&RULE, &token, "key-url-insecure", "/header/x5u", message);
    }

    #[test]
    fn says_which_trick_it_is_and_how_grave() {
        use super::Severity;
        for (url, odd) in [
            ("https://a.example\\\\b", "a backslash"),
            ("https://a.example/a b", "white space"),
            ("https://a.example/a\\u0001b", "white space"),
            ("https://a.example/#b", "a fragment"),
            ("https://a.example/../b", "`..` in its path"),
            ("https://a.example/%2fb", "an escaped slash or dot"),
            ("https://a.example/%2eb", "an escaped slash or dot"),
            ("https://a.example/?http:b", "another address inside"),
            ("https://a.example/?https:b", "another address inside"),
            ("https://a.example/?http%3ab", "another address inside"),
            ("https://134744072/", "a host that is a number in disguise"),
        ] {
            let token = token_from(&format!(r#"{{"alg":"RS256","jku":"{url}"}}"#), "{}");
            let found = found_by(&RULE, &token);
            let beginning = format!("The key address `jku` has {odd}, which misleads checks: `");
            assert!(found.len() == 1 && found[0].2.starts_with(&beginning), "{url}: {found:?}");
        }
        for (url, id, severity) in [
            ("http://a.issuer.example/", "key-url-insecure", Severity::Error),
            ("https://10.0.0.1/", "key-url-internal", Severity::Error),
            ("https://a.issuer.example/#b", "key-url-odd", Severity::Warning),
            ("https://b.example/", "key-url-foreign", Severity::Warning),
            ("https://a.issuer.example/", "key-url-present", Severity::Notice),
        ] {
            let token =
                token_from(&format!(r#"{{"alg":"RS256","jku":"{url}"}}"#), r#"{"iss":"https://issuer.example"}"#);
            crate::testing::check_severity(&token, id, severity);
        }
    }
}
