//! Signatures that are cut off, or of another length than the key makes.

use std::rc::Rc;

use inspect::display::counted;

use super::{Case, Tries, Try};
use crate::Explanation;
use crate::check::SignatureRule;
use crate::key::{KeyMaterial, OkpCurve};

/// The beginning of an HMAC is checked by itself; of what is too long, as much as the key makes.
pub(super) fn tries(case: &Rc<Case>) -> Tries {
    let longer = case.attempts().into_iter().filter_map(|attempt| {
        let wanted = length(attempt.rule, &attempt.key)?;
        let (kept, rest) = attempt.signature.split_at_checked(wanted)?;
        let (kept, more) = (kept.to_vec(), counted(rest.len(), "byte"));
        (!rest.is_empty()).then(|| {
            attempt.signature(kept).named(
                "signature-too-long",
                format!("It fits without the last {more} of the signature: something stands after the token, or characters were added. Copy the token alone."),
            )
        })
    });
    let cut = case.attempts().into_iter().filter_map(|attempt| {
        let SignatureRule::Hmac(hash) = attempt.rule else { return None };
        let (found, wanted) = (attempt.signature.len(), hash.length());
        (found < wanted).then(|| Try {
            is_cut: true,
            ..attempt.named(
                "signature-cut",
                format!("The signature is cut off: it has {found} of {wanted} bytes, and these fit. Copy the token to its end."),
            )
        })
    });
    Box::new(longer.chain(cut).collect::<Vec<_>>().into_iter())
}

/// Where nothing fits: the length of the signature beside that of the key, if no key could have made it.
pub(crate) fn by_length(case: &Case) -> Option<Explanation> {
    let found = case.message.signature.len();
    let of_right_type =
        |rule: SignatureRule| case.to_explain().iter().filter(move |candidate| rule.is_for(&candidate.key.material));
    let rule = case.message.rule?;
    let lengths: Vec<usize> =
        of_right_type(rule).filter_map(|candidate| length(rule, &candidate.key.material)).collect();
    let wanted = *lengths.first()?;
    if lengths.contains(&found) {
        return None;
    }
    let name = rule.name();
    Some(if found < wanted {
        Explanation {
            id: "signature-cut",
            message: format!(
                "The signature has {found} bytes, but {name} with this key makes {wanted}: it is cut off, or another key or algorithm made it."
            ),
        }
    } else {
        Explanation {
            id: "signature-length",
            message: format!(
                "The signature has {found} bytes, but {name} with this key makes {wanted}: another key or algorithm made it, or something stands behind it."
            ),
        }
    })
}

fn length(rule: SignatureRule, key: &KeyMaterial) -> Option<usize> {
    match (rule, key) {
        (SignatureRule::Hmac(hash), _) => Some(hash.length()),
        (_, KeyMaterial::Rsa { modulus, .. }) => Some(modulus.len()),
        (_, KeyMaterial::Ec { curve, .. }) => Some(2 * curve.coordinate_length()),
        (_, KeyMaterial::Okp { curve: OkpCurve::Ed448, .. }) => Some(114),
        (_, KeyMaterial::Okp { .. }) => Some(64),
        (SignatureRule::MlDsa(_), _) => decode::signature_lengths(rule.name()).first().copied(),
        _ => None,
    }
}
