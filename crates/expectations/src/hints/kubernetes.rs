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
        ExpectationKind::Issuer if matches!(issuer, KnownIssuer::K8sBound | KnownIssuer::Eks) => {
            let said = input.said?;
            Some(format!(
                "Each cluster has its own issuer, which `kubectl get --raw /.well-known/openid-configuration` tells: expect {}, if \
                 the cluster is yours.",
                shown(said)
            ))
        }
        ExpectationKind::Claim(name) if name == "sub" => {
            let (own_namespace, own) = input.said?.strip_prefix(ACCOUNT)?.split_once(':')?;
            let wanted = input.expected.iter().find_map(|text| text.strip_prefix(ACCOUNT)?.split_once(':'));
            let (namespace, name) = wanted.filter(|(namespace, name)| !namespace.contains('<') && !name.contains('<'))?;
            Some(format!(
                "The token is of the service account {} in the namespace {}. Set {} in a pod of the namespace {}.",
                shown(own),
                shown(own_namespace),
                shown(&format!("serviceAccountName: {name}")),
                shown(namespace)
            ))
        }
        _ => None,
    }
}

/// "Authenticating": `system:serviceaccount:(NAMESPACE):(SERVICEACCOUNT)`.
const ACCOUNT: &str = "system:serviceaccount:";
