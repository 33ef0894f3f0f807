//! What a token means: its names and values, its kind, and its times at an instant.
//!
//! The parts that do not depend on the time ([`describe`](describe::describe)) are computed once for a text; the others
//! ([`validity`], [`summary`], [`exposure`]) once for each instant.

#![cfg_attr(not(test), deny(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing))]

pub mod compare;
pub mod describe;
pub mod display;
pub mod evaluation;
pub mod exposure;
pub mod jose;
pub mod masked;
pub mod material;
pub mod not_a_jwt;
pub mod problem;
pub mod recognise;
pub mod severity;
pub mod summary;
pub mod time;
pub mod validity;

pub use evaluation::{Context, Evaluation};
pub use severity::Severity;

// TEMPORARY: old names, until the other rooms follow
pub mod registry {
    pub use crate::jose::{
        AlgorithmUse as Usage, ClaimMeanings as Words, IanaStanding as Standing, ValueKind as Kind, *,
    };
}
pub mod lifetime {
    use crate::jose::kinds::TokenKind;
    pub use crate::jose::lifetimes::DAY;
    use crate::jose::lifetimes::{AdvisedLifetime, Lifetime};

    pub const LIMITS: [(&str, &str, u64, u64); 8] = [
        limits(TokenKind::OauthAccessToken),
        limits(TokenKind::OidcIdToken),
        limits(TokenKind::OidcLogoutToken),
        limits(TokenKind::ClientAssertion),
        limits(TokenKind::JwtBearerGrant),
        limits(TokenKind::RequestObject),
        limits(TokenKind::RefreshToken),
        limits(TokenKind::ApiKey),
    ];

    const fn limits(kind: TokenKind) -> (&'static str, &'static str, u64, u64) {
        match kind.facts().lifetime {
            Lifetime::Advised(AdvisedLifetime { words, notice_over, warning_over, .. }) => {
                (kind.id(), words, notice_over, if let Some(over) = warning_over { over } else { u64::MAX })
            }
            Lifetime::NotAdvised => (kind.id(), "", 0, u64::MAX),
        }
    }

    pub fn advised(kind: &str) -> Option<&'static str> {
        match TokenKind::ALL.into_iter().find(|known| known.id() == kind)?.facts().lifetime {
            Lifetime::Advised(advised) => Some(advised.words),
            Lifetime::NotAdvised => None,
        }
    }
}
pub mod profile {
    use crate::jose::issuers::KnownIssuer;
    use crate::jose::kinds::TokenKind;
    pub use crate::recognise::*;

    pub fn expects_expiry(kind: &str) -> bool {
        TokenKind::ALL.into_iter().find(|known| known.id() == kind).is_none_or(TokenKind::needs_expiry)
    }

    pub fn is_kind(id: &str) -> bool {
        TokenKind::ALL.into_iter().any(|kind| kind.id() == id)
    }

    pub fn is_known(id: &str) -> bool {
        is_kind(id) || KnownIssuer::ALL.into_iter().any(|issuer| issuer.id() == id)
    }
}
pub mod order;
pub use crate::material::{certificate, digest, enclosed, jwe as anatomy, key, sd_jwt};
pub use crate::not_a_jwt as lookalike;
