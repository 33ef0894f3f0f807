//! Tokens of Amazon Cognito.

use guide::Question;

use super::KindRecords;
use crate::{Record, Severity};

pub(crate) static MISSING_CLAIM: Record = Record {
    id: "cognito-missing-claim",
    severity: Severity::Warning,
    title: "Cognito token without `token_use`",
    why: "`token_use` tells ID tokens and access tokens of Amazon Cognito apart. Without it a service can take the one for the other.",
    advice: "Check that `token_use` is `access` or `id`, whichever the service expects, and refuse the token otherwise.",
    references: &["Amazon Cognito documentation, “Verifying JSON web tokens”"],
    guide: Question::Profiles,
};

pub(super) static RECORDS: KindRecords =
    KindRecords { missing_claim: &MISSING_CLAIM, forbidden_claim: None, wrong_alg: None, untyped: None };
