//! What is wrong with the disclosures of an SD-JWT, or with the proof that goes with them.

use super::evidence::LIMIT;
use super::{Evidence, Place, Rule, Severity, Subject};
use crate::decode::Role;
use crate::inspect::problem::Problem;
use crate::inspect::sd_jwt::{KeyBinding, SdHash};

pub(super) const RULE: Rule = Rule {
    id: "sd-jwt-broken",
    title: "Selective disclosure does not work out",
    severity: Severity::Error,
    why: "A verifier fits every disclosure to its digest and the proof to the whole, and refuses the token where that fails.",
    advice: "Present the token as its issuer made it: with disclosures left out perhaps, but none changed or added.",
    references: &["RFC 9901 section 7.1", "RFC 9901 section 4.3"],
    check,
};

fn check(subject: &Subject) -> Vec<Evidence> {
    let mut found = Vec::new();
    if let Some(sd_jwt) = &subject.description.sd_jwt {
        let payload = sd_jwt.problems.iter().map(|problem| (sd_jwt.payload, problem));
        let disclosures = sd_jwt.disclosures.iter();
        let disclosures =
            disclosures.flat_map(|disclosure| disclosure.problems.iter().map(|problem| (disclosure.part, problem)));
        found.extend(payload.chain(disclosures).take(LIMIT).map(|(part, problem)| of(subject, part, problem)));
    }
    found.extend(subject.description.key_binding.as_ref().and_then(of_key_binding));
    found
}

/// A problem of something inside the token, as a finding.
pub(super) fn of(subject: &Subject, part: usize, problem: &Problem) -> Evidence {
    let place = Place::inside(subject.token, part, problem.span);
    let mut evidence = Evidence::new(problem.message.as_str(), place);
    evidence.id = Some(problem.id.to_owned());
    evidence.severity = Some(problem.severity);
    evidence
}

fn of_key_binding(binding: &KeyBinding) -> Option<Evidence> {
    let id = match binding.outcome {
        SdHash::Mismatch => "sd-hash-mismatch",
        SdHash::Absent => "sd-hash-missing",
        SdHash::WrongType => "sd-hash-wrong-type",
        // The first says what it is, the others have a finding of their own.
        SdHash::Match | SdHash::Unreadable | SdHash::UnknownHash => return None,
    };
    let mut evidence = Evidence::new(binding.message.as_str(), Place::role(Role::KeyBinding));
    evidence.id = Some(id.to_owned());
    Some(evidence)
}

#[cfg(test)]
mod tests {
    use super::super::super::testing::{encode, found_by, token_from, token_of, token_with};

    fn found(text: &str) -> Vec<(String, String)> {
        let found = found_by("sd-jwt-broken", &token_of(text));
        found.into_iter().map(|(id, place, _)| (id, place)).collect()
    }

    #[track_caller]
    fn check(text: &str, expected: &[(&str, &str)]) {
        let expected: Vec<_> = expected.iter().map(|(id, place)| ((*id).to_owned(), (*place).to_owned())).collect();
        assert_eq!(found(text), expected);
    }

    #[test]
    fn says_what_is_wrong_and_where() {
        let disclosure = encode(r#"["0123456789abcdef012345","name","Ann"]"#);
        let token = token_with(r#"{"_sd":"AA"}"#).text;
        check(
            &[&token, "~", &disclosure, "~"].concat(),
            &[("sd-no-digests", "/payload/_sd"), ("sd-unmatched-disclosure", "/disclosure")],
        );
        let token = token_with(r#"{"_sd":[],"_sd_alg":"md5"}"#).text;
        check(&[&token, "~"].concat(), &[("sd-unknown-hash", "/payload/_sd_alg")]);
    }

    #[test]
    fn says_that_the_proof_is_for_another() {
        let binding = token_from(r#"{"alg":"ES256","typ":"kb+jwt"}"#, r#"{"sd_hash":"AAAA"}"#).text;
        check(&[&token_with("{}").text, "~", &binding].concat(), &[("sd-hash-mismatch", "/keyBinding")]);
        let binding = token_from(r#"{"alg":"ES256","typ":"kb+jwt"}"#, "{}").text;
        check(&[&token_with("{}").text, "~", &binding].concat(), &[("sd-hash-missing", "/keyBinding")]);
    }

    #[test]
    fn is_quiet_on_tokens_without_disclosures() {
        check(&token_with("{}").text, &[]);
        check(&[&token_with(r#"{"_sd":[]}"#).text, "~"].concat(), &[]);
    }
}
