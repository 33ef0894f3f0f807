//! Faults in the disclosures of an SD-JWT, and in the digests that lead to them.

use guide::Question;

use crate::evidence::{LIMIT, of_problem};
use crate::{Check, CheckTheme, Evaluation, Evidence, Record, Rule, Severity};

pub(crate) static SD_NO_DIGESTS: Record = Record {
    id: "sd-no-digests",
    severity: Severity::Error,
    title: "Digests are not strings",
    why: "`_sd` must be an array of digests as strings. A verifier cannot match disclosures to anything else, and refuses the token.",
    advice: "In the issuer, write `_sd` as an array of base64url strings.",
    references: &["RFC 9901 section 4.2.4.1", "RFC 9901 section 7.1"],
    guide: Question::PersonalData,
};

pub(crate) static SD_UNMATCHED_DISCLOSURE: Record = Record {
    id: "sd-unmatched-disclosure",
    severity: Severity::Error,
    title: "Disclosure without digest",
    why: "No digest leads to this disclosure, so the issuer did not sign it: it was added, changed, or belongs to another token. A verifier must refuse the token.",
    advice: "Present only the disclosures that the issuer sent with this token, unchanged character for character.",
    references: &["RFC 9901 section 7.1"],
    guide: Question::PersonalData,
};

pub(crate) static SD_DUPLICATE_DIGEST: Record = Record {
    id: "sd-duplicate-digest",
    severity: Severity::Error,
    title: "Digest stands twice",
    why: "A digest that stands in several places leaves open where its claim belongs, so a verifier must refuse the token.",
    advice: "In the issuer, use a new random salt for every disclosure, also for decoys.",
    references: &["RFC 9901 section 7.1"],
    guide: Question::PersonalData,
};

pub(crate) static SD_REPEATED_DISCLOSURE: Record = Record {
    id: "sd-repeated-disclosure",
    severity: Severity::Error,
    title: "Disclosure repeated",
    why: "The same disclosure was sent twice, but a digest stands for one claim only. A verifier refuses the token.",
    advice: "In the wallet, send every disclosure once.",
    references: &["RFC 9901 section 7.1"],
    guide: Question::PersonalData,
};

pub(crate) static SD_WRONG_PLACE: Record = Record {
    id: "sd-wrong-place",
    severity: Severity::Error,
    title: "Disclosure in the wrong place",
    why: "A disclosure with a name belongs in an object, one without a name in an array. A verifier must refuse the token where they are mixed up.",
    advice: "In the issuer, make disclosures for claims with three elements, and those for array elements with two.",
    references: &["RFC 9901 section 7.1"],
    guide: Question::PersonalData,
};

pub(crate) static SD_CLAIM_EXISTS: Record = Record {
    id: "sd-claim-exists",
    severity: Severity::Error,
    title: "Disclosed claim is already there",
    why: "The object already has a claim of this name, so a disclosure could replace a value that the issuer signed openly. A verifier must refuse the token.",
    advice: "In the issuer, make a claim either disclosable or openly readable, not both.",
    references: &["RFC 9901 section 7.1"],
    guide: Question::PersonalData,
};

pub(crate) static SD_RESERVED_NAME: Record = Record {
    id: "sd-reserved-name",
    severity: Severity::Error,
    title: "Reserved name used for a claim",
    why: "`_sd` and `...` have a fixed meaning in an SD-JWT. A claim of that name could smuggle in digests, so a verifier must refuse the token.",
    advice: "In the issuer, give the claim another name.",
    references: &["RFC 9901 section 4.2.1", "RFC 9901 section 7.1"],
    guide: Question::PersonalData,
};

pub(crate) static SD_NESTED_HASH: Record = Record {
    id: "sd-nested-hash",
    severity: Severity::Error,
    title: "Hash algorithm named in the wrong place",
    why: "`_sd_alg` counts only at the top level of the payload. Deeper it is ignored by some verifiers and refused by others.",
    advice: "Write `_sd_alg` once, at the top level of the payload.",
    references: &["RFC 9901 section 4.1.1"],
    guide: Question::PersonalData,
};

pub(crate) static SD_UNKNOWN_HASH: Record = Record {
    id: "sd-unknown-hash",
    severity: Severity::Error,
    title: "Unknown hash algorithm",
    why: "Without the hash algorithm no disclosure can be matched to its digest. A verifier that does not know it either must refuse the token.",
    advice: "Use `sha-256`, which every implementation must support.",
    references: &["RFC 9901 section 4.1.1"],
    guide: Question::PersonalData,
};

pub(crate) static SD_HASH_MISSPELLED: Record = Record {
    id: "sd-hash-misspelled",
    severity: Severity::Error,
    title: "Hash algorithm misspelled",
    why: "`_sd_alg` names a hash algorithm exactly as IANA's registry does. A verifier that compares the name finds none, and must refuse the token.",
    advice: "In the issuer, write `sha-256`, in lower case and with the hyphen. The holder cannot mend it.",
    references: &["RFC 9901 section 4.1.1"],
    guide: Question::PersonalData,
};

pub(crate) static SD_MALFORMED_DISCLOSURE: Record = Record {
    id: "sd-malformed-disclosure",
    severity: Severity::Error,
    title: "Malformed disclosure",
    why: "A disclosure is a base64url-encoded array of salt, name and value, or of salt and value. A verifier must refuse the token where one is anything else.",
    advice: "Get the token anew: it was changed or cut on the way. If that does not help, fix the disclosures in the issuer.",
    references: &["RFC 9901 section 4.2", "RFC 9901 section 7.1"],
    guide: Question::PersonalData,
};

pub(crate) static SD_SHORT_SALT: Record = Record {
    id: "sd-short-salt",
    severity: Severity::Notice,
    title: "Short salt",
    why: "With a short salt a verifier can try likely values until the digest fits, and so read a claim that its holder kept back.",
    advice: "In the issuer, use a new random salt of at least 128 bits for every disclosure.",
    references: &["RFC 9901 section 9.3"],
    guide: Question::PersonalData,
};

pub(crate) static SD_HIDDEN_CLAIM: Record = Record {
    id: "sd-hidden-claim",
    severity: Severity::Warning,
    title: "Essential claim can be held back",
    why: "Verifiers need this claim to judge the token. If its holder can leave it out, a token can be presented without its expiry, its key, its type or its status.",
    advice: "In the issuer, write this claim openly into the payload.",
    references: &["RFC 9901 section 9.7", "SD-JWT VC section 2.2.2"],
    guide: Question::PersonalData,
};

pub(crate) static SD_TOO_DEEP: Record = Record {
    id: "sd-too-deep",
    severity: Severity::Warning,
    title: "Nested too deep",
    why: "Objects are nested deeper than 128 levels. What is disclosed there was not checked here, and many verifiers give up earlier.",
    advice: "Flatten the claims in the issuer.",
    references: &["RFC 8259 section 9"],
    guide: Question::PersonalData,
};

pub(crate) static SD_MANY_DISCLOSURES: Record = Record {
    id: "sd-many-disclosures",
    severity: Severity::Warning,
    title: "Too many disclosures",
    why: "No ordinary credential has so many disclosures. The rest was not checked here, and verifiers may refuse the token to protect themselves.",
    advice: "Present fewer disclosures, and group claims that are always shown together.",
    references: &["RFC 9901 section 4"],
    guide: Question::PersonalData,
};

pub(crate) const RULE: Rule = Rule {
    theme: CheckTheme::SdJwt,
    records: &[
        &SD_NO_DIGESTS,
        &SD_UNMATCHED_DISCLOSURE,
        &SD_DUPLICATE_DIGEST,
        &SD_REPEATED_DISCLOSURE,
        &SD_WRONG_PLACE,
        &SD_CLAIM_EXISTS,
        &SD_RESERVED_NAME,
        &SD_NESTED_HASH,
        &SD_UNKNOWN_HASH,
        &SD_HASH_MISSPELLED,
        &SD_MALFORMED_DISCLOSURE,
        &SD_SHORT_SALT,
        &SD_HIDDEN_CLAIM,
        &SD_TOO_DEEP,
        &SD_MANY_DISCLOSURES,
    ],
    check: Check::Once(check),
};

fn check(evaluation: &Evaluation) -> Vec<Evidence> {
    let Some(sd_jwt) = &evaluation.description.sd_jwt else { return Vec::new() };
    let of_payload = sd_jwt.problems.iter().map(|problem| (sd_jwt.payload, problem));
    let of_disclosures = sd_jwt
        .disclosures
        .iter()
        .flat_map(|disclosure| disclosure.problems.iter().map(|problem| (disclosure.part, problem)));
    of_payload
        .chain(of_disclosures)
        .take(LIMIT)
        .filter_map(|(part, problem)| of_problem(RULE.records, evaluation, part, problem))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{encode, found_by, token_of, token_with};

    #[track_caller]
    fn check(text: &str, expected: &[(&str, &str)]) {
        let found = found_by(&RULE, &token_of(text));
        let found: Vec<_> = found.iter().map(|(id, place, _)| (id.as_str(), place.as_str())).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn says_what_is_wrong_and_where() {
        let disclosure = encode(r#"["0123456789abcdef012345","name","Ann"]"#);
        let token = token_with(r#"{"_sd":"AA"}"#).text;
        check(
            &format!("{token}~{disclosure}~"),
            &[("sd-no-digests", "/payload/_sd"), ("sd-unmatched-disclosure", "/disclosure")],
        );
        let token = token_with(r#"{"_sd":[],"_sd_alg":"md5"}"#).text;
        check(&format!("{token}~"), &[("sd-unknown-hash", "/payload/_sd_alg")]);
    }

    #[test]
    fn is_quiet_on_tokens_without_disclosures() {
        check(&token_with("{}").text, &[]);
        check(&format!("{}~", token_with(r#"{"_sd":[]}"#).text), &[]);
    }
}
