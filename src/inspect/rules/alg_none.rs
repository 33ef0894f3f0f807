//! A token that says it is not signed.

use super::{Evidence, Place, Rule, Severity, Subject};

pub(super) const RULE: Rule = Rule {
    id: "alg-none",
    title: "Not signed",
    severity: Severity::Error,
    why: "An unsecured token proves nothing about who wrote it. Servers that accept one by mistake accept any claims.",
    advice: "Refuse `none`: let the server accept only the algorithms that it expects.",
    references: &["RFC 7519 section 6", "RFC 7518 section 3.6", "RFC 8725 section 3.2", "CVE-2015-9235"],
    check,
};

fn check(subject: &Subject) -> Vec<Evidence> {
    let header = subject.token.header();
    let alg = header.and_then(|header| header.value()?.member("alg")?.as_str());
    match (header, alg) {
        (Some(header), Some("none")) => {
            vec![Evidence::new("Unsigned: anyone can change any claim in this token.", Place::of(header, "alg"))]
        }
        _ => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::super::super::testing::{check, check_quiet, encode, token_of, token_with};

    #[test]
    fn fires_on_none() {
        let token = token_of(&[&encode(r#"{"alg":"none"}"#), ".", &encode(r#"{"sub":"u"}"#), "."].concat());
        check("alg-none", &token, "alg-none", "/header/alg", "Unsigned: anyone can change any claim in this token.");
    }

    #[test]
    fn is_quiet_on_other_algorithms() {
        check_quiet("alg-none", &token_with("{}"));
    }
}
