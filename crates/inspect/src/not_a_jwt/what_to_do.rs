//! What to do with a text that is no token.

/// What to do with a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum WhatToDo {
    /// A secret: revoke it if others saw it.
    RevokeIfSeen,
    /// A private key: replace it if others saw it.
    ReplaceIfSeen,
    /// A secret of which only its issuer knows more.
    AskIssuerSecret,
    /// No secret; only its issuer knows more.
    AskIssuer,
    MayBeShown,
    SamlDecoder,
    PasteTheToken,
    /// No secret, and not decoded here.
    OtherReader,
    /// A secret for a short time.
    KeepUntilExpired,
}

const SECRET: &str = "If it is real, whoever holds it can use it: keep it secret, and revoke it if others saw it.";
const ASK_ITS_ISSUER: &str = "Only its issuer can say what it means and whether it still works.";

impl WhatToDo {
    /// The advice, and whether the text is a secret.
    pub(super) fn advice(self) -> (&'static str, bool) {
        match self {
            Self::RevokeIfSeen => (SECRET, true),
            Self::ReplaceIfSeen => {
                ("Whoever holds it can sign or decrypt in its owner's name. If others saw it, replace it.", true)
            }
            Self::AskIssuerSecret => (ASK_ITS_ISSUER, true),
            Self::AskIssuer => (ASK_ITS_ISSUER, false),
            Self::MayBeShown => ("It may be shown to anyone; it is what signatures are checked with.", false),
            Self::SamlDecoder => ("A SAML decoder reads it.", false),
            Self::OtherReader => ("A tool for its own format decodes the rest and checks it.", false),
            Self::KeepUntilExpired => {
                ("Until it expires, whoever holds it gets in: keep it secret. It cannot be revoked.", true)
            }
            Self::PasteTheToken => ("Paste the token itself to have it decoded.", false),
        }
    }
}
