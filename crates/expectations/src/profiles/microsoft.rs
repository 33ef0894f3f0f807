//! Microsoft Entra ID, whose tokens come in two versions.

use super::said::{Said, equal};
use super::{LEEWAY, ServiceProfile, texts};
use crate::Expectations;

const REFERENCE: &str = "https://learn.microsoft.com/en-us/entra/identity-platform/access-token-claims-reference";

pub(super) const ENTRA_V1: ServiceProfile = ServiceProfile {
    id: "entra-v1",
    name: "Microsoft Entra ID, v1.0",
    reference: REFERENCE,
    note: "Write your tenant, and your API as audience: its application ID URI, or its client ID where the client asked by that. Which \
           version a token has is chosen by the API's app registration, not by the address at which it was asked for.",
    expectations: |token| Expectations {
        issuers: Said::of(token).issuer(&["https://sts.windows.net/<tenant id>/"]),
        audiences: texts(&["api://<application id>", "<application id>"]),
        algorithms: texts(&["RS256"]),
        claims: vec![equal("ver", "1.0")],
        leeway: LEEWAY,
        ..Expectations::default()
    },
};

pub(super) const ENTRA_V2: ServiceProfile = ServiceProfile {
    id: "entra-v2",
    name: "Microsoft Entra ID, v2.0",
    reference: REFERENCE,
    note: "Write your tenant, and the client ID of your API as audience. `common` and `organizations` never stand in a token: an app for \
           several tenants compares the issuer with the token's own `tid`.",
    expectations: |token| Expectations {
        issuers: Said::of(token).issuer(&[
            "https://login.microsoftonline.com/<tenant id>/v2.0",
            "https://login.microsoftonline.us/<tenant id>/v2.0",
            "https://login.partner.microsoftonline.cn/<tenant id>/v2.0",
        ]),
        audiences: texts(&["<client id>"]),
        algorithms: texts(&["RS256"]),
        claims: vec![equal("ver", "2.0")],
        leeway: LEEWAY,
        ..Expectations::default()
    },
};
