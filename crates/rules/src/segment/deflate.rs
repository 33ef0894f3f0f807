//! A compressed payload that cannot be inflated whole.

use crate::evidence::by_fault;
use crate::{Check, CheckTheme, Evaluation, Evidence, Record, Rule, Severity};
use guide::Question;
pub(crate) static DEFLATE_BROKEN: Record = Record {
    id: "deflate-broken",
    severity: Severity::Error,
    title: "Broken compression",
    why: "The header says that the payload is compressed, but the compressed data is damaged. Claims after the damage \
        cannot be read.",
    advice: "Copy the token again from its source. If the fault stays, compress with raw DEFLATE (RFC 1951), without a zlib or gzip header.",
    references: &["RFC 1951", "RFC 7516 section 4.1.3"],
    guide: Question::Damaged,
};

pub(crate) static DEFLATE_TOO_LARGE: Record = Record {
    id: "deflate-too-large",
    severity: Severity::Error,
    title: "Content too large to inflate",
    why: "A short token can inflate to a huge content and exhaust the memory of a server. This page stopped at its \
        limit, so the claims after it are not shown.",
    advice: "Refuse the token, and set a limit on the inflated size wherever compressed tokens are read.",
    references: &["RFC 1951", "RFC 7516 section 4.1.3", "RFC 8725 section 3.6"],
    guide: Question::Damaged,
};

pub(crate) const RULE: Rule =
    Rule { theme: CheckTheme::Encoding, records: &[&DEFLATE_BROKEN, &DEFLATE_TOO_LARGE], check: Check::Once(check) };

/// A stream can be damaged or too long: each has a fault with the id of its record.
fn check(evaluation: &Evaluation) -> Vec<Evidence> {
    let of =
        |record| by_fault(record, evaluation, |part, fault| format!("The {part} cannot be inflated: {}.", fault.kind));
    of(&DEFLATE_BROKEN).into_iter().chain(of(&DEFLATE_TOO_LARGE)).collect()
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::testing::{check, check_quiet, encode, grave_findings, token_of};

    #[test]
    fn fires_on_what_is_no_stream() {
        let token = token_of(&format!(
            "{}.x7DPCMAwEETR.{}",
            encode(r#"{"alg":"ES256","zip":"DEF"}"#),
            encode([[1; 32], [2; 32]].concat())
        ));
        let message = "The payload cannot be inflated: expected a whole DEFLATE stream, but it is damaged or cut off.";
        check(&RULE, &token, "deflate-broken", "/payload", message);
        let ids: Vec<_> = grave_findings(&token).iter().map(|finding| finding.id().to_owned()).collect();
        assert_eq!(ids, ["deflate-broken"], "one cause, one finding");
    }

    #[test]
    fn is_quiet_on_whole_streams_and_plain_payloads() {
        let header = encode(r#"{"alg":"ES256","zip":"DEF"}"#);
        check_quiet(&RULE, &token_of(&format!("{header}.q1ZKrShQsjK0MICCWgA.AAAA")));
        check_quiet(&RULE, &token_of(&format!("{header}.{}.AAAA", encode("{}"))));
    }
}
