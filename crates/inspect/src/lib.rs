//! What it means: what the names and values of a token say, what kind it is, and what its times come to.
//!
//! What an instant cannot change ([`describe`](describe::describe)) is worked out once for a text; what it can
//! ([`validity`], [`summary`], [`exposure`]) once for each instant.

pub mod anatomy;
pub mod calendar;
pub mod certificate;
pub mod compare;
pub mod describe;
pub mod digest;
pub mod display;
pub mod enclosed;
pub mod evaluation;
pub mod exposure;
pub mod jose;
pub mod key;
pub mod lookalike;
pub mod masked;
pub mod numeric_date;
pub mod order;
pub mod problem;
pub mod recognise;
pub mod sd_jwt;
pub mod severity;
pub mod summary;
pub mod validity;

pub use evaluation::{Context, Evaluation};
pub use severity::Severity;

// TEMPORARY: old names, until the other rooms follow
pub use jose::natures as nature;
pub mod registry {
    pub use crate::jose::*;
    pub use crate::jose::{AlgorithmUse as Usage, ClaimMeanings as Words, IanaStanding as Standing, ValueKind as Kind};
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
    use decode::Token;

    pub fn expects_expiry(kind: &str) -> bool {
        TokenKind::ALL.into_iter().find(|known| known.id() == kind).is_none_or(TokenKind::needs_expiry)
    }

    pub fn is_kind(id: &str) -> bool {
        TokenKind::ALL.into_iter().any(|kind| kind.id() == id)
    }

    pub fn is_known(id: &str) -> bool {
        is_kind(id) || KnownIssuer::ALL.into_iter().any(|issuer| issuer.id() == id)
    }

    /// Conditions in their old notation, of the forms that `known_tokens` uses.
    pub fn holds(conditions: &str, token: &Token) -> bool {
        conditions.split(',').all(|condition| crate::recognise::old_condition_holds(condition, token))
    }
}
