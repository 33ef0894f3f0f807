//! A key binding JWT that does not prove that the holder presents this very SD-JWT.

use decode::Role;
use guide::Question;
use inspect::material::sd_jwt::{KeyBinding, SdHash};

use crate::{Check, CheckTheme, Evaluation, Evidence, Place, Record, Rule, Severity};

pub(crate) static SD_CNF_MISSING: Record = Record {
    id: "sd-cnf-missing",
    severity: Severity::Error,
    title: "Key binding without a key",
    why: "The key binding JWT should prove that the holder presents the token. Without `cnf` nothing says which key it must be signed with, so anybody can make one.",
    advice: "In the issuer, write the holder's public key into `cnf`.",
    references: &["RFC 9901 section 4.1.2", "RFC 9901 section 7.3"],
    guide: Question::Keys,
};

pub(crate) static SD_HASH_MISMATCH: Record = Record {
    id: "sd-hash-mismatch",
    severity: Severity::Error,
    title: "Key binding for another presentation",
    why: "The key binding JWT was made for another token or another choice of disclosures, or something was changed after it. A verifier must refuse the presentation.",
    advice: "In the wallet, make the key binding JWT last, over exactly the text that is sent.",
    references: &["RFC 9901 section 4.3.1", "RFC 9901 section 7.3"],
    guide: Question::PersonalData,
};

pub(crate) static SD_HASH_MISSING: Record = Record {
    id: "sd-hash-missing",
    severity: Severity::Error,
    title: "Key binding for no particular token",
    why: "Without `sd_hash` the key binding JWT could be attached to any other token of the same holder, so a verifier must refuse the presentation.",
    advice: "In the wallet, write the hash of the presented SD-JWT into `sd_hash`.",
    references: &["RFC 9901 section 4.3", "RFC 9901 section 7.3"],
    guide: Question::PersonalData,
};

pub(crate) static SD_HASH_WRONG_TYPE: Record = Record {
    id: "sd-hash-wrong-type",
    severity: Severity::Error,
    title: "`sd_hash` is not a string",
    why: "A verifier compares `sd_hash` with a base64url string. Any other type never matches, and the presentation is refused.",
    advice: "In the wallet, write `sd_hash` as a base64url string.",
    references: &["RFC 9901 section 4.3"],
    guide: Question::PersonalData,
};

pub(crate) const RULE: Rule = Rule {
    theme: CheckTheme::SdJwt,
    records: &[&SD_CNF_MISSING, &SD_HASH_MISMATCH, &SD_HASH_MISSING, &SD_HASH_WRONG_TYPE],
    check: Check::Once(check),
};

fn check(evaluation: &Evaluation) -> Vec<Evidence> {
    // Of a JSON serialization that is cut off, disclosures may be missing.
    let binding = evaluation.description.key_binding.as_ref().filter(|_| !evaluation.token.is_cut);
    let hash = binding.and_then(wrong_hash);
    hash.into_iter().chain(missing_key(evaluation)).collect()
}

fn wrong_hash(binding: &KeyBinding) -> Option<Evidence> {
    let record = match binding.outcome {
        SdHash::Mismatch => &SD_HASH_MISMATCH,
        SdHash::Absent => &SD_HASH_MISSING,
        SdHash::WrongType => &SD_HASH_WRONG_TYPE,
        // An unreadable payload and an unknown hash algorithm have findings of their own.
        SdHash::Match | SdHash::Unreadable | SdHash::UnknownHash => return None,
    };
    Some(Evidence::new(record, binding.message.as_str(), Place::role(Role::KeyBinding)))
}

/// RFC 9901 section 4.1.2: `cnf` names the key that the key binding JWT must be signed with.
fn missing_key(evaluation: &Evaluation) -> Option<Evidence> {
    let (sd_jwt, _) = evaluation.description.sd_jwt.as_ref().zip(evaluation.description.key_binding.as_ref())?;
    let payload = evaluation.token.parts.get(sd_jwt.payload)?;
    let has_key = payload.members().iter().any(|member| member.name.text == "cnf")
        || sd_jwt.disclosures.iter().any(|disclosure| disclosure.name.as_deref() == Some("cnf"));
    if has_key || payload.error().is_some() {
        return None;
    }
    let message = "A key binding JWT follows, but the token has no `cnf`, which would name the key to check it with.";
    Some(Evidence::new(&SD_CNF_MISSING, message, Place::at(evaluation.token, payload)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{encode, found_by, token_from, token_of, token_with};

    fn found(text: &str) -> Vec<(String, String, String)> {
        found_by(&RULE, &token_of(text))
    }

    #[track_caller]
    fn check(text: &str, expected: &[(&str, &str)]) {
        let found = found(text);
        let found: Vec<_> = found.iter().map(|(id, place, _)| (id.as_str(), place.as_str())).collect();
        assert_eq!(found, expected);
    }

    fn key_binding(claims: &str) -> String {
        token_from(r#"{"alg":"ES256","typ":"kb+jwt"}"#, claims).text
    }

    #[test]
    fn says_that_the_proof_is_for_another() {
        let token = token_with(r#"{"cnf":{"kid":"1"}}"#).text;
        let binding = key_binding(r#"{"sd_hash":"AAAA"}"#);
        check(&format!("{token}~{binding}"), &[("sd-hash-mismatch", "/keyBinding")]);
        let binding = key_binding("{}");
        check(&format!("{token}~{binding}"), &[("sd-hash-missing", "/keyBinding")]);
        let binding = key_binding(r#"{"sd_hash":1}"#);
        check(&format!("{token}~{binding}"), &[("sd-hash-wrong-type", "/keyBinding")]);
    }

    #[test]
    fn says_that_the_proof_has_no_key() {
        let binding = key_binding(r#"{"sd_hash":"AAAA"}"#);
        let text = format!("{}~{binding}", token_with("{}").text);
        check(&text, &[("sd-cnf-missing", "/payload"), ("sd-hash-mismatch", "/keyBinding")]);
        let expected =
            "A key binding JWT follows, but the token has no `cnf`, which would name the key to check it with.";
        assert_eq!(found(&text).swap_remove(0).2, expected);
        let disclosure = encode(r#"["0123456789abcdef012345","cnf",{}]"#);
        let text = format!("{}~{disclosure}~{binding}", token_with(r#"{"_sd":[]}"#).text);
        assert!(found(&text).iter().all(|(id, ..)| id != "sd-cnf-missing"));
    }
}
