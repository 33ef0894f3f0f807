//! Kubernetes service accounts: the audience of a projected token, and tokens of the old kind.

use inspect::jose::issuers::KnownIssuer;

use super::{HintInput, shown};
use crate::ExpectationKind;

pub(super) fn hint(input: &HintInput) -> Option<String> {
    let issuer = input.issuer()?;
    match input.kind {
        ExpectationKind::Audience | ExpectationKind::Issuer if issuer == KnownIssuer::K8sLegacy => Some(
            "This is a token of the old kind, from a Secret. Use a projected one: `serviceAccountToken` in a projected volume."
                .to_owned(),
        ),
        ExpectationKind::Audience if matches!(issuer, KnownIssuer::K8sBound | KnownIssuer::Eks) => {
            let audience = input.expected.first().filter(|text| !text.contains('<'))?;
            Some(format!(
                "Set {} in the `serviceAccountToken` of a projected volume: without it, a token is for the API server.",
                shown(&format!("audience: {audience}"))
            ))
        }
        ExpectationKind::Issuer if issuer == KnownIssuer::K8sBound => {
            let said = input.said?;
            Some(format!(
                "Each cluster has its own issuer, which `kubectl get --raw /.well-known/openid-configuration` tells: expect {}, if \
                 the cluster is yours.",
                shown(said)
            ))
        }
        _ => None,
    }
}
