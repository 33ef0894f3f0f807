//! What is wrong with the disclosures of an SD-JWT, or with the proof that goes with them.

use super::evidence::LIMIT;
use super::{Evidence, Place, Rule, Severity, Evaluation};
use decode::Role;
use inspect::problem::Problem;
use inspect::sd_jwt::{KeyBinding, SdHash};

pub(super) const RULE: Rule = Rule {
    id: "sd-jwt-broken",
    title: "Selective disclosure does not work out",
    severity: Severity::Error,
    why: "A verifier fits every disclosure to its digest and the proof to the whole, and refuses the token where that fails.",
    advice: "Present the token as its issuer made it: with disclosures left out perhaps, but none changed or added.",
    references: &["RFC 9901 section 7.1", "RFC 9901 section 4.3"],
    members: "sd-*:EWN",
    check,
};

fn check(evaluation: &Evaluation) -> Vec<Evidence> {
    let mut found = Vec::new();
    if let Some(sd_jwt) = &evaluation.description.sd_jwt {
        let payload = sd_jwt.problems.iter().map(|problem| (sd_jwt.payload, problem));
        let disclosures = sd_jwt.disclosures.iter();
        let disclosures =
            disclosures.flat_map(|disclosure| disclosure.problems.iter().map(|problem| (disclosure.part, problem)));
        found.extend(payload.chain(disclosures).take(LIMIT).map(|(part, problem)| of(evaluation, part, problem)));
    }
    found.extend(evaluation.description.key_binding.as_ref().and_then(of_key_binding));
    found.extend(without_key(evaluation));
    found
}

/// RFC 9901 section 4.1.2: `cnf` names the key whose holder makes the proof.
fn without_key(evaluation: &Evaluation) -> Option<Evidence> {
    let (sd_jwt, _) = evaluation.description.sd_jwt.as_ref().zip(evaluation.description.key_binding.as_ref())?;
    let payload = evaluation.token.parts.get(sd_jwt.payload)?;
    let has_key = payload.members().iter().any(|member| member.name.text == "cnf")
        || sd_jwt.disclosures.iter().any(|disclosure| disclosure.name.as_deref() == Some("cnf"));
    let message = "A key binding JWT follows, but the token has no `cnf`, which would name the key to check it with.";
    let mut evidence = Evidence::new(message, Place::at(evaluation.token, payload));
    evidence.id = Some("sd-cnf-missing".to_owned());
    (!has_key && payload.error().is_none()).then_some(evidence)
}

/// A problem of something inside the token, as a finding.
pub(super) fn of(evaluation: &Evaluation, part: usize, problem: &Problem) -> Evidence {
    let place = Place::inside(evaluation.token, part, problem.span);
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
    use crate::testing::{encode, found_by, token_from, token_of, token_with};

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
        let token = token_with(r#"{"cnf":{"kid":"1"}}"#).text;
        let binding = token_from(r#"{"alg":"ES256","typ":"kb+jwt"}"#, r#"{"sd_hash":"AAAA"}"#).text;
        check(&[&token, "~", &binding].concat(), &[("sd-hash-mismatch", "/keyBinding")]);
        let binding = token_from(r#"{"alg":"ES256","typ":"kb+jwt"}"#, "{}").text;
        check(&[&token, "~", &binding].concat(), &[("sd-hash-missing", "/keyBinding")]);
    }

    #[test]
    fn says_that_the_proof_has_no_key() {
        let binding = token_from(r#"{"alg":"ES256","typ":"kb+jwt"}"#, r#"{"sd_hash":"AAAA"}"#).text;
        let text = [&token_with("{}").text, "~", &binding].concat();
        check(&text, &[("sd-cnf-missing", "/payload"), ("sd-hash-mismatch", "/keyBinding")]);
        let disclosure = encode(r#"["0123456789abcdef012345","cnf",{}]"#);
        let text = [&token_with(r#"{"_sd":[]}"#).text, "~", &disclosure, "~", &binding].concat();
        assert!(found(&text).iter().all(|(id, _)| id != "sd-cnf-missing"));
    }

    #[test]
    fn is_quiet_on_tokens_without_disclosures() {
        check(&token_with("{}").text, &[]);
        check(&[&token_with(r#"{"_sd":[]}"#).text, "~"].concat(), &[]);
    }

    #[test]
    fn says_that_the_proof_names_no_hash() {
        let binding = token_from(r#"{"alg":"ES256","typ":"kb+jwt"}"#, r#"{"sd_hash":1}"#).text;
        let text = [&token_with(r#"{"cnf":{"kid":"1"}}"#).text, "~", &binding].concat();
        check(&text, &[("sd-hash-wrong-type", "/keyBinding")]);
        let text = [&token_with("{}").text, "~", &binding].concat();
        let (.., message) = found_by("sd-jwt-broken", &token_of(&text)).swap_remove(0);
        let expected =
            "A key binding JWT follows, but the token has no `cnf`, which would name the key to check it with.";
        assert_eq!(message, expected);
    }
}
