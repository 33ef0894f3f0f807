//! A token whose end is missing.

use crate::{Check, CheckTheme, Evaluation, Evidence, Place, Record, Rule, Severity};
use decode::format::Format;
use decode::{Role, Token};
use guide::Question;

pub(crate) static RECORD: Record = Record {
    id: "truncated-token",
    severity: Severity::Error,
    title: "Cut off",
    why: "Terminals, log viewers, spreadsheets and database columns cut long texts. The end is lost, including the signature.",
    advice: "Copy the whole token again from its source.",
    references: &["RFC 7515 section 7.1"],
    guide: Question::Damaged,
};

pub(crate) const RULE: Rule = Rule { theme: CheckTheme::Encoding, records: &[&RECORD], check: Check::Once(check) };

fn check(evaluation: &Evaluation) -> Vec<Evidence> {
    if evaluation.token.is_cut {
        let message = "The token is cut off: its JSON ends before its last brace.";
        return vec![Evidence::new(&RECORD, message, Place::default())];
    }
    if is_cut_at_key(evaluation.token) {
        let message = "The token is cut off in its second part or after it: an encrypted token has 5 parts.";
        return vec![Evidence::new(&RECORD, message, Place::default())];
    }
    let Some(part) = evaluation.token.cut_part() else { return Vec::new() };
    let whole = part.members().iter().filter(|member| !member.value.is_cut).count();
    let names = match part.role {
        Role::Header => "header parameters",
        _ => "claims",
    };
    let message = match (part.role, whole) {
        (Role::Disclosure, _) if part.bytes.starts_with(b"{") => {
            "The token is cut off in the header of its key binding JWT.".to_owned()
        }
        (Role::Disclosure, _) if part.error().is_none() && !part.bytes.starts_with(b"{") => {
            "The token is cut off after its last disclosure: the `~` that must follow it is missing.".to_owned()
        }
        (Role::Disclosure, _) => "The token is cut off in its last disclosure.".to_owned(),
        (role, 0) => format!("The token is cut off in its {}; no {names} could be read.", role.name()),
        (role, 1) => format!("The token is cut off in its {}; 1 of the {names} could still be read.", role.name()),
        (role, _) => format!("The token is cut off in its {}; {whole} {names} could still be read.", role.name()),
    };
    vec![Evidence::new(&RECORD, message, Place::at(evaluation.token, part))]
}

/// Whether an encrypted token ends with its encrypted key, or with what is left of that.
pub(super) fn is_cut_at_key(token: &Token) -> bool {
    token.format == Format::JweCompact && token.parts.len() == 2 && token.unsplit_segments() == 0
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::segment::wrong_segment_count;
    use crate::testing::{check, check_quiet, encode, grave_findings, token_of, token_with};

    #[test]
    fn fires_on_a_cut_payload_or_header() {
        let token = token_of(&format!("{}.{}", encode(r#"{"alg":"RS256"}"#), encode(r#"{"sub":"u","name":"Gra"#)));
        let message = "The token is cut off in its payload; 1 of the claims could still be read.";
        check(&RULE, &token, "truncated-token", "/payload", message);
        let token = token_of(&encode(r#"{"alg":"RS256","kid":"1","ty"#));
        let message = "The token is cut off in its header; 2 header parameters could still be read.";
        check(&RULE, &token, "truncated-token", "/header", message);
    }

    #[test]
    fn is_quiet_on_whole_ones_and_on_damage_in_the_middle() {
        check_quiet(&RULE, &token_with("{}"));
        check_quiet(&RULE, &token_with(r#"{"sub":"#));
    }

    #[test]
    fn fires_on_disclosures_that_stop() {
        let disclosure = encode(r#"["2GLC42sKQveCfGfryNRN9w","given_name","John"]"#);
        let token = format!("{}~{disclosure}", token_with(r#"{"_sd":[]}"#).text);
        let message = "The token is cut off after its last disclosure: the `~` that must follow it is missing.";
        check(&RULE, &token_of(&token), "truncated-token", "/disclosure", message);
        check_quiet(&RULE, &token_of(&format!("{token}~")));
        let message = "The token is cut off in its last disclosure.";
        for cut in [1, 2, 7, 40] {
            check(&RULE, &token_of(&token[..token.len() - cut]), "truncated-token", "/disclosure", message);
        }
        let message = "The token is cut off in the header of its key binding JWT.";
        for header in [r#"{"alg":"ES256","typ":"kb+jwt"}"#, r#"{"alg":"ES256","ty"#] {
            let token = token_of(&format!("{token}~{}", encode(header)));
            check(&RULE, &token, "truncated-token", "/disclosure", message);
        }
    }

    #[test]
    fn fires_on_an_encrypted_token_that_ends_with_its_key() {
        let message = "The token is cut off in its second part or after it: an encrypted token has 5 parts.";
        for (header, key) in [
            (r#"{"alg":"RSA-OAEP-256","enc":"A256GCM"}"#, "A".repeat(342)),
            (r#"{"alg":"RSA-OAEP-256","enc":"A256GCM"}"#, "A".repeat(30)),
            (r#"{"alg":"A256KW","enc":"A128CBC-HS256"}"#, "A".repeat(54)),
        ] {
            let token = token_of(&[encode(header), key].join("."));
            check(&RULE, &token, "truncated-token", "", message);
            check_quiet(&wrong_segment_count::RULE, &token);
            let found = grave_findings(&token);
            assert!(found.iter().skip(1).all(|it| it.id() == "jwe-not-authenticated"), "{found:?}");
        }
        check_quiet(
            &RULE,
            &token_of(&[&encode(r#"{"alg":"A256KW","enc":"A256GCM"}"#), "AAAA", "AAAA", "AAAA"].join(".")),
        );
    }

    #[test]
    fn counts_only_what_could_be_read_whole() {
        let cut = |claims| token_of(&format!("{}.{}", encode(r#"{"alg":"RS256"}"#), encode(claims)));
        let none = "The token is cut off in its payload; no claims could be read.";
        for claims in ["{", r#"{""#, r#"{"aud":["#, r#"{"aud":["a""#, r#"{"cnf":{"jwk":{"kty":"EC""#, r#"{"exp":17"#] {
            check(&RULE, &cut(claims), "truncated-token", "/payload", none);
        }
        let one = "The token is cut off in its payload; 1 of the claims could still be read.";
        for claims in [r#"{"aud":["a"]"#, r#"{"aud":["a"],"exp":17"#, r#"{"name":"Zo"#, r#"{"a":1,"b":{"c":1"#] {
            let message = if claims.starts_with(r#"{"name""#) { none } else { one };
            check(&RULE, &cut(claims), "truncated-token", "/payload", message);
        }
        let within_a_character = [&br#"{"a":1,"name":"Zo"#[..], &[0xC3]].concat();
        let token = token_of(&format!("{}.{}", encode(r#"{"alg":"RS256"}"#), encode(within_a_character)));
        check(&RULE, &token, "truncated-token", "/payload", one);
    }

    #[test]
    fn fires_on_json_that_stops() {
        let whole = format!(r#"{{"payload":"e30","protected":"{}","signature":"AAAA"}}"#, encode(r#"{"alg":"RS256"}"#));
        let message = "The token is cut off: its JSON ends before its last brace.";
        for cut in [1, 4, 18] {
            let token = token_of(&whole[..whole.len() - cut]);
            check(&RULE, &token, "truncated-token", "", message);
        }
        check_quiet(&RULE, &token_of(&whole));
    }
}
