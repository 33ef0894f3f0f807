//! Findings on a token of which it is not known what kind it is, because that stands in what is cut off or masked.

use decode::format::Format;
use inspect::{Severity, masked};

use crate::{Evaluation, Finding, Record, algorithm, claim, key, time};

/// Findings that are normal in tokens of some kinds and some issuers.
static USUAL_FOR_SOME: &[&Record] = &[
    &algorithm::alg_unknown::ALG_CASE,
    &algorithm::alg_unknown::ALG_UNKNOWN,
    &claim::aud::AUD_EMPTY,
    &claim::claim_wrong_type::CLAIM_WRONG_TYPE,
    &claim::claims_missing::AUD_MISSING,
    &key::jwk_embedded::RECORD,
    &key::kid_odd::KID_EMPTY,
    &time::exp_missing::RECORD,
    &time::lifetime_long::LIFETIME_VERY_LONG,
    &time::time_is_text::AUTH_TIME_IS_TEXT,
];

/// Whether something that tells the kind of the token or its issuer may be missing.
pub(crate) fn is_unknown(evaluation: &Evaluation) -> bool {
    let token = evaluation.token;
    let is_masked = || evaluation.claims_redacted && masked::count(token) > 0;
    token.format == Format::Segment || token.is_cut_off() || token.is_masked() || is_masked()
}

/// The finding, as a notice at most where it may be usual for the kind of the token.
pub(crate) fn lowered(finding: Finding) -> Finding {
    match USUAL_FOR_SOME.iter().any(|record| record.id == finding.id()) {
        true => Finding { severity: finding.severity.max(Severity::Notice), ..finding },
        false => finding,
    }
}
