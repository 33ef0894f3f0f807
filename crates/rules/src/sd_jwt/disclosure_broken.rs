//! What is wrong with the disclosures of an SD-JWT, or with the proof that goes with them.

use crate::evidence::{LIMIT, of_problem};
use crate::{Evaluation, Evidence, Place, Record, Rule, Severity};
use decode::Role;
use guide::Question;
use inspect::sd_jwt::{KeyBinding, SdHash};

pub(crate) static SD_REPEATED_DISCLOSURE: Record = Record {
    id: "sd-repeated-disclosure",
    severity: Severity::Error,
    title: "Selective disclosure does not work out",
    why: "A verifier fits every disclosure to its digest and the proof to the whole, and refuses the token where that fails.",
    advice: "Present the token as its issuer made it: with disclosures left out perhaps, but none changed or added.",
    references: &["RFC 9901 section 7.1", "RFC 9901 section 4.3"],
    guide: Question::PersonalData,
};

pub(crate) static SD_UNMATCHED_DISCLOSURE: Record = Record {
    id: "sd-unmatched-disclosure",
    severity: Severity::Error,
    title: "Selective disclosure does not work out",
    why: "A verifier fits every disclosure to its digest and the proof to the whole, and refuses the token where that fails.",
    advice: "Present the token as its issuer made it: with disclosures left out perhaps, but none changed or added.",
    references: &["RFC 9901 section 7.1", "RFC 9901 section 4.3"],
    guide: Question::PersonalData,
};

pub(crate) static SD_DUPLICATE_DIGEST: Record = Record {
    id: "sd-duplicate-digest",
    severity: Severity::Error,
    title: "Selective disclosure does not work out",
    why: "A verifier fits every disclosure to its digest and the proof to the whole, and refuses the token where that fails.",
    advice: "Present the token as its issuer made it: with disclosures left out perhaps, but none changed or added.",
    references: &["RFC 9901 section 7.1", "RFC 9901 section 4.3"],
    guide: Question::PersonalData,
};

pub(crate) static SD_NO_DIGESTS: Record = Record {
    id: "sd-no-digests",
    severity: Severity::Error,
    title: "Selective disclosure does not work out",
    why: "A verifier fits every disclosure to its digest and the proof to the whole, and refuses the token where that fails.",
    advice: "Present the token as its issuer made it: with disclosures left out perhaps, but none changed or added.",
    references: &["RFC 9901 section 7.1", "RFC 9901 section 4.3"],
    guide: Question::PersonalData,
};

pub(crate) static SD_WRONG_PLACE: Record = Record {
    id: "sd-wrong-place",
    severity: Severity::Error,
    title: "Selective disclosure does not work out",
    why: "A verifier fits every disclosure to its digest and the proof to the whole, and refuses the token where that fails.",
    advice: "Present the token as its issuer made it: with disclosures left out perhaps, but none changed or added.",
    references: &["RFC 9901 section 7.1", "RFC 9901 section 4.3"],
    guide: Question::PersonalData,
};

pub(crate) static SD_CLAIM_EXISTS: Record = Record {
    id: "sd-claim-exists",
    severity: Severity::Error,
    title: "Selective disclosure does not work out",
    why: "A verifier fits every disclosure to its digest and the proof to the whole, and refuses the token where that fails.",
    advice: "Present the token as its issuer made it: with disclosures left out perhaps, but none changed or added.",
    references: &["RFC 9901 section 7.1", "RFC 9901 section 4.3"],
    guide: Question::PersonalData,
};

pub(crate) static SD_TOO_DEEP: Record = Record {
    id: "sd-too-deep",
    severity: Severity::Warning,
    title: "Selective disclosure does not work out",
    why: "A verifier fits every disclosure to its digest and the proof to the whole, and refuses the token where that fails.",
    advice: "Present the token as its issuer made it: with disclosures left out perhaps, but none changed or added.",
    references: &["RFC 9901 section 7.1", "RFC 9901 section 4.3"],
    guide: Question::PersonalData,
};

pub(crate) static SD_RESERVED_NAME: Record = Record {
    id: "sd-reserved-name",
    severity: Severity::Error,
    title: "Selective disclosure does not work out",
    why: "A verifier fits every disclosure to its digest and the proof to the whole, and refuses the token where that fails.",
    advice: "Present the token as its issuer made it: with disclosures left out perhaps, but none changed or added.",
    references: &["RFC 9901 section 7.1", "RFC 9901 section 4.3"],
    guide: Question::PersonalData,
};

pub(crate) static SD_NESTED_HASH: Record = Record {
    id: "sd-nested-hash",
    severity: Severity::Error,
    title: "Selective disclosure does not work out",
    why: "A verifier fits every disclosure to its digest and the proof to the whole, and refuses the token where that fails.",
    advice: "Present the token as its issuer made it: with disclosures left out perhaps, but none changed or added.",
    references: &["RFC 9901 section 7.1", "RFC 9901 section 4.3"],
    guide: Question::PersonalData,
};

pub(crate) static SD_HIDDEN_CLAIM: Record = Record {
    id: "sd-hidden-claim",
    severity: Severity::Warning,
    title: "Selective disclosure does not work out",
    why: "A verifier fits every disclosure to its digest and the proof to the whole, and refuses the token where that fails.",
    advice: "Present the token as its issuer made it: with disclosures left out perhaps, but none changed or added.",
    references: &["RFC 9901 section 7.1", "RFC 9901 section 4.3"],
    guide: Question::PersonalData,
};

pub(crate) static SD_SHORT_SALT: Record = Record {
    id: "sd-short-salt",
    severity: Severity::Notice,
    title: "Selective disclosure does not work out",
    why: "A verifier fits every disclosure to its digest and the proof to the whole, and refuses the token where that fails.",
    advice: "Present the token as its issuer made it: with disclosures left out perhaps, but none changed or added.",
    references: &["RFC 9901 section 7.1", "RFC 9901 section 4.3"],
    guide: Question::PersonalData,
};

pub(crate) static SD_MALFORMED_DISCLOSURE: Record = Record {
    id: "sd-malformed-disclosure",
    severity: Severity::Error,
    title: "Selective disclosure does not work out",
    why: "A verifier fits every disclosure to its digest and the proof to the whole, and refuses the token where that fails.",
    advice: "Present the token as its issuer made it: with disclosures left out perhaps, but none changed or added.",
    references: &["RFC 9901 section 7.1", "RFC 9901 section 4.3"],
    guide: Question::PersonalData,
};

pub(crate) static SD_MANY_DISCLOSURES: Record = Record {
    id: "sd-many-disclosures",
    severity: Severity::Warning,
    title: "Selective disclosure does not work out",
    why: "A verifier fits every disclosure to its digest and the proof to the whole, and refuses the token where that fails.",
    advice: "Present the token as its issuer made it: with disclosures left out perhaps, but none changed or added.",
    references: &["RFC 9901 section 7.1", "RFC 9901 section 4.3"],
    guide: Question::PersonalData,
};

pub(crate) static SD_UNKNOWN_HASH: Record = Record {
    id: "sd-unknown-hash",
    severity: Severity::Error,
    title: "Selective disclosure does not work out",
    why: "A verifier fits every disclosure to its digest and the proof to the whole, and refuses the token where that fails.",
    advice: "Present the token as its issuer made it: with disclosures left out perhaps, but none changed or added.",
    references: &["RFC 9901 section 7.1", "RFC 9901 section 4.3"],
    guide: Question::PersonalData,
};

pub(crate) static SD_CNF_MISSING: Record = Record {
    id: "sd-cnf-missing",
    severity: Severity::Error,
    title: "Selective disclosure does not work out",
    why: "A verifier fits every disclosure to its digest and the proof to the whole, and refuses the token where that fails.",
    advice: "Present the token as its issuer made it: with disclosures left out perhaps, but none changed or added.",
    references: &["RFC 9901 section 7.1", "RFC 9901 section 4.3"],
    guide: Question::PersonalData,
};

pub(crate) static SD_HASH_MISMATCH: Record = Record {
    id: "sd-hash-mismatch",
    severity: Severity::Error,
    title: "Selective disclosure does not work out",
    why: "A verifier fits every disclosure to its digest and the proof to the whole, and refuses the token where that fails.",
    advice: "Present the token as its issuer made it: with disclosures left out perhaps, but none changed or added.",
    references: &["RFC 9901 section 7.1", "RFC 9901 section 4.3"],
    guide: Question::PersonalData,
};

pub(crate) static SD_HASH_MISSING: Record = Record {
    id: "sd-hash-missing",
    severity: Severity::Error,
    title: "Selective disclosure does not work out",
    why: "A verifier fits every disclosure to its digest and the proof to the whole, and refuses the token where that fails.",
    advice: "Present the token as its issuer made it: with disclosures left out perhaps, but none changed or added.",
    references: &["RFC 9901 section 7.1", "RFC 9901 section 4.3"],
    guide: Question::PersonalData,
};

pub(crate) static SD_HASH_WRONG_TYPE: Record = Record {
    id: "sd-hash-wrong-type",
    severity: Severity::Error,
    title: "Selective disclosure does not work out",
    why: "A verifier fits every disclosure to its digest and the proof to the whole, and refuses the token where that fails.",
    advice: "Present the token as its issuer made it: with disclosures left out perhaps, but none changed or added.",
    references: &["RFC 9901 section 7.1", "RFC 9901 section 4.3"],
    guide: Question::PersonalData,
};

pub(crate) const RULE: Rule = Rule {
    records: &[
        &SD_REPEATED_DISCLOSURE,
        &SD_UNMATCHED_DISCLOSURE,
        &SD_DUPLICATE_DIGEST,
        &SD_NO_DIGESTS,
        &SD_WRONG_PLACE,
        &SD_CLAIM_EXISTS,
        &SD_TOO_DEEP,
        &SD_RESERVED_NAME,
        &SD_NESTED_HASH,
        &SD_HIDDEN_CLAIM,
        &SD_SHORT_SALT,
        &SD_MALFORMED_DISCLOSURE,
        &SD_MANY_DISCLOSURES,
        &SD_UNKNOWN_HASH,
        &SD_CNF_MISSING,
        &SD_HASH_MISMATCH,
        &SD_HASH_MISSING,
        &SD_HASH_WRONG_TYPE,
    ],
    check,
};

fn check(evaluation: &Evaluation) -> Vec<Evidence> {
    let mut found = Vec::new();
    if let Some(sd_jwt) = &evaluation.description.sd_jwt {
        let payload = sd_jwt.problems.iter().map(|problem| (sd_jwt.payload, problem));
        let disclosures = sd_jwt.disclosures.iter();
        let disclosures =
            disclosures.flat_map(|disclosure| disclosure.problems.iter().map(|problem| (disclosure.part, problem)));
        found.extend(
            payload
                .chain(disclosures)
                .filter_map(|(part, problem)| of_problem(RULE.records, evaluation, part, problem))
                .take(LIMIT),
        );
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
    let mut evidence = Evidence::new(RULE.by_id("sd-jwt-broken"), message, Place::at(evaluation.token, payload));
    evidence.record = RULE.by_id("sd-cnf-missing");
    (!has_key && payload.error().is_none()).then_some(evidence)
}

fn of_key_binding(binding: &KeyBinding) -> Option<Evidence> {
    let id = match binding.outcome {
        SdHash::Mismatch => "sd-hash-mismatch",
        SdHash::Absent => "sd-hash-missing",
        SdHash::WrongType => "sd-hash-wrong-type",
        // The first says what it is, the others have a finding of their own.
        SdHash::Match | SdHash::Unreadable | SdHash::UnknownHash => return None,
    };
    let mut evidence =
        Evidence::new(RULE.by_id("sd-jwt-broken"), binding.message.as_str(), Place::role(Role::KeyBinding));
    evidence.record = RULE.by_id(id);
    Some(evidence)
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::testing::{encode, found_by, token_from, token_of, token_with};

    fn found(text: &str) -> Vec<(String, String)> {
        let found = found_by(&RULE, &token_of(text));
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
        let (.., message) = found_by(&RULE, &token_of(&text)).swap_remove(0);
        let expected =
            "A key binding JWT follows, but the token has no `cnf`, which would name the key to check it with.";
        assert_eq!(message, expected);
    }
}
