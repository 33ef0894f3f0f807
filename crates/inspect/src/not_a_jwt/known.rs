//! What there is to say of each kind of text.

use super::RecognisedText;
use super::what_to_do::WhatToDo;

/// The kinds of text that have a form of their own. Keys of services are in [`api_keys`](super::api_keys).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum TextKind {
    PrivateKey,
    PrivateJwk,
    PrivateKeySet,
    PublicKey,
    PublicJwk,
    KeySet,
    SshKey,
    Certificate,
    CertificateRequest,
    Pem,
    TokenResponse,
    ServerMetadata,
    ErrorResponse,
    IntrospectionResponse,
    LinkWithToken,
    LinkWithPassword,
    AuthorizationCode,
    Saml,
    SamlRequest,
    BasicCredentials,
    KerberosTicket,
    NtlmMessage,
    PasetoPublic,
    PasetoLocal,
    DiscordToken,
    TelegramToken,
    HealthCardPart,
    Fernet,
    Macaroon,
    AspnetDataProtection,
    FlaskSession,
    DjangoSigned,
    RailsSigned,
    RailsEncrypted,
    LaravelCookie,
    ExpressCookie,
    Uuid,
    Ulid,
    Hex,
    Base64,
    OpaqueToken,
}

/// What is the same for every text of one kind.
struct TextFacts {
    id: &'static str,
    name: &'static str,
    what_to_do: WhatToDo,
    message: &'static str,
}

const fn facts(id: &'static str, name: &'static str, what_to_do: WhatToDo, message: &'static str) -> TextFacts {
    TextFacts { id, name, what_to_do, message }
}

impl TextKind {
    #[cfg(test)]
    const ALL: [Self; 41] = [
        Self::PrivateKey,
        Self::PrivateJwk,
        Self::PrivateKeySet,
        Self::PublicKey,
        Self::PublicJwk,
        Self::KeySet,
        Self::SshKey,
        Self::Certificate,
        Self::CertificateRequest,
        Self::Pem,
        Self::TokenResponse,
        Self::ServerMetadata,
        Self::ErrorResponse,
        Self::IntrospectionResponse,
        Self::LinkWithToken,
        Self::LinkWithPassword,
        Self::AuthorizationCode,
        Self::Saml,
        Self::SamlRequest,
        Self::BasicCredentials,
        Self::KerberosTicket,
        Self::NtlmMessage,
        Self::PasetoPublic,
        Self::PasetoLocal,
        Self::DiscordToken,
        Self::TelegramToken,
        Self::HealthCardPart,
        Self::Fernet,
        Self::Macaroon,
        Self::AspnetDataProtection,
        Self::FlaskSession,
        Self::DjangoSigned,
        Self::RailsSigned,
        Self::RailsEncrypted,
        Self::LaravelCookie,
        Self::ExpressCookie,
        Self::Uuid,
        Self::Ulid,
        Self::Hex,
        Self::Base64,
        Self::OpaqueToken,
    ];

    /// What to say of a text of this kind.
    pub(super) fn recognised(self) -> RecognisedText {
        let TextFacts { id, name, what_to_do, message } = self.facts();
        let (advice, is_secret) = what_to_do.advice();
        RecognisedText { id, name, message: message.to_owned(), advice, is_secret, inside: None }
    }

    fn facts(self) -> TextFacts {
        use WhatToDo::*;
        match self {
            Self::PrivateKey => {
                facts("looks-like-private-key", "a private key", ReplaceIfSeen, "It is a private key in PEM form.")
            }
            Self::PrivateJwk => facts(
                "looks-like-private-jwk",
                "a private key (JWK)",
                ReplaceIfSeen,
                "It is a JSON Web Key with its private part.",
            ),
            Self::PrivateKeySet => facts(
                "looks-like-private-key-set",
                "a set of private keys (JWK Set)",
                ReplaceIfSeen,
                "It is a set of JSON Web Keys, and at least one has its private part.",
            ),
            Self::PublicKey => {
                facts("looks-like-public-key", "a public key", MayBeShown, "It is a public key in PEM form.")
            }
            Self::PublicJwk => facts(
                "looks-like-public-jwk",
                "a public key (JWK)",
                MayBeShown,
                "It is a JSON Web Key without a private part.",
            ),
            Self::KeySet => facts(
                "looks-like-key-set",
                "a set of public keys (JWK Set)",
                MayBeShown,
                "It is a set of JSON Web Keys without private parts.",
            ),
            Self::SshKey => facts(
                "looks-like-ssh-key",
                "an OpenSSH public key",
                MayBeShown,
                "It is a public key as OpenSSH writes it.",
            ),
            Self::Certificate => facts(
                "looks-like-certificate",
                "a certificate",
                MayBeShown,
                "It is an X.509 certificate in PEM form: a public key, and who is said to own it.",
            ),
            Self::CertificateRequest => facts(
                "looks-like-certificate-request",
                "a certificate request",
                MayBeShown,
                "It asks a certificate authority for a certificate.",
            ),
            Self::Pem => {
                facts("looks-like-pem", "a PEM block", PasteTheToken, "It is a cryptographic object in PEM form.")
            }
            Self::TokenResponse => facts(
                "looks-like-token-response",
                "a token response",
                RevokeIfSeen,
                "The tokens in it are opaque: they can be used, but not decoded.",
            ),
            Self::ServerMetadata => facts(
                "looks-like-server-metadata",
                "an authorization server's configuration",
                PasteTheToken,
                "It says where an authorization server's endpoints and keys are.",
            ),
            Self::ErrorResponse => facts(
                "looks-like-error-response",
                "an OAuth error response",
                PasteTheToken,
                "It says why an authorization server refused a request; the reason stands in it.",
            ),
            Self::IntrospectionResponse => facts(
                "looks-like-introspection-response",
                "a token introspection response",
                PasteTheToken,
                "It says what an authorization server knows of a token, but is none.",
            ),
            Self::LinkWithToken => facts(
                "looks-like-link-with-token",
                "a link with an access token",
                RevokeIfSeen,
                "The token in it is opaque: it can be used, but not decoded. Links stay in histories and logs.",
            ),
            Self::LinkWithPassword => facts(
                "looks-like-link-with-password",
                "an address with a password in it",
                RevokeIfSeen,
                "It holds a user name and a password in the clear. They are not shown here.",
            ),
            Self::AuthorizationCode => facts(
                "looks-like-authorization-code",
                "a link with an authorization code",
                AskIssuerSecret,
                "The code is exchanged for tokens once, within minutes, by the client that asked for it.",
            ),
            Self::Saml => facts(
                "looks-like-saml",
                "a SAML response or assertion",
                RevokeIfSeen,
                "SAML is another way of signing in, older than OpenID Connect.",
            ),
            Self::SamlRequest => facts(
                "looks-like-saml-request",
                "a SAML request",
                SamlDecoder,
                "SAML is another way of signing in, older than OpenID Connect.",
            ),
            Self::BasicCredentials => facts(
                "looks-like-basic-credentials",
                "a user name and password (HTTP Basic)",
                RevokeIfSeen,
                "It holds both, only encoded: anyone can read them. They are not shown here.",
            ),
            Self::KerberosTicket => facts(
                "looks-like-kerberos-ticket",
                "a Kerberos ticket (SPNEGO)",
                RevokeIfSeen,
                "It is what a browser sends to sign in with Kerberos: a ticket, encrypted for the server.",
            ),
            Self::NtlmMessage => facts(
                "looks-like-ntlm-message",
                "an NTLM message",
                RevokeIfSeen,
                "It is a step of signing in to Windows with NTLM.",
            ),
            Self::PasetoPublic => facts(
                "looks-like-paseto-public",
                "a PASETO token, signed",
                RevokeIfSeen,
                "It is another format than JWT: its payload can be read, and is signed.",
            ),
            Self::PasetoLocal => facts(
                "looks-like-paseto-local",
                "a PASETO token, encrypted",
                RevokeIfSeen,
                "It is another format than JWT: its payload is encrypted with a shared key.",
            ),
            Self::DiscordToken => facts(
                "looks-like-discord-token",
                "a Discord bot token",
                RevokeIfSeen,
                "Its first part is the bot's number; the rest is opaque.",
            ),
            Self::TelegramToken => facts(
                "looks-like-telegram-token",
                "a Telegram bot token",
                RevokeIfSeen,
                "Its first part is the bot's number; the rest is opaque.",
            ),
            Self::HealthCardPart => facts(
                "looks-like-health-card-part",
                "a part of a SMART Health Card",
                PasteTheToken,
                "The card is split into several QR codes: put what all of them hold one behind the other.",
            ),
            Self::Fernet => {
                facts("looks-like-fernet", "a Fernet token", RevokeIfSeen, "It is encrypted with a shared key.")
            }
            Self::Macaroon => facts(
                "looks-like-macaroon",
                "a macaroon",
                RevokeIfSeen,
                "It is a token whose holder can narrow it by adding caveats, which anyone can read. They are not decoded here.",
            ),
            Self::AspnetDataProtection => facts(
                "looks-like-aspnet-data-protection",
                "data protected by ASP.NET Core",
                RevokeIfSeen,
                "It is encrypted with a key of the server, as cookies and anti-forgery tokens are.",
            ),
            Self::FlaskSession => facts(
                "looks-like-flask-session",
                "a Flask session cookie",
                RevokeIfSeen,
                "Unlike in a JWT, its first part is the data, its second a time.",
            ),
            Self::DjangoSigned => facts(
                "looks-like-django-signed",
                "a value signed by Django",
                RevokeIfSeen,
                "It is data, a time and a signature, joined by colons.",
            ),
            Self::RailsSigned => facts(
                "looks-like-rails-signed",
                "a signed cookie of Rails",
                RevokeIfSeen,
                "It is data and a signature, joined by two hyphens.",
            ),
            Self::RailsEncrypted => facts(
                "looks-like-rails-encrypted",
                "an encrypted cookie of Rails",
                RevokeIfSeen,
                "It is encrypted with a key of the server: ciphertext, initialization vector and tag.",
            ),
            Self::LaravelCookie => facts(
                "looks-like-laravel-cookie",
                "an encrypted value of Laravel",
                RevokeIfSeen,
                "It is encrypted with the application's key, as cookies are.",
            ),
            Self::ExpressCookie => facts(
                "looks-like-express-cookie",
                "a signed cookie of Express",
                RevokeIfSeen,
                "It is a session's ID and a signature.",
            ),
            Self::Uuid => facts(
                "looks-like-uuid",
                "a UUID",
                AskIssuer,
                "It could be the ID of a session, a reference token, or the name of anything.",
            ),
            Self::Ulid => facts(
                "looks-like-ulid",
                "a ULID",
                AskIssuer,
                "It could be the ID of anything. Its first ten characters say when it was made.",
            ),
            Self::Hex => facts(
                "looks-like-hex",
                "a number in hexadecimal",
                AskIssuer,
                "By its length it could be a digest, such as a git commit's, a session's ID, a key or an opaque token.",
            ),
            Self::Base64 => facts("looks-like-base64", "base64", PasteTheToken, ""),
            Self::OpaqueToken => facts(
                "looks-like-opaque-token",
                "an opaque token",
                AskIssuerSecret,
                "It could be the ID of a session, a reference token, a key or a password: letters and digits in no order that says more.",
            ),
        }
    }
}

impl RecognisedText {
    /// The same with another sentence behind its message.
    pub(super) fn saying(mut self, sentence: &str) -> Self {
        if !self.message.is_empty() {
            self.message.push(' ');
        }
        self.message.push_str(sentence);
        self
    }

    pub(super) fn showing(mut self, inside: Option<String>) -> Self {
        self.inside = inside;
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_kebab_case_and_messages_are_sentences() {
        for (at, kind) in TextKind::ALL.into_iter().enumerate() {
            let TextFacts { id, name, message, .. } = kind.facts();
            assert!(
                id.starts_with("looks-like-")
                    && id.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
            );
            assert!(!name.ends_with('.'), "{id}");
            assert!(message.is_empty() || message.ends_with('.'), "{id}");
            assert!(TextKind::ALL[..at].iter().all(|other| other.facts().id != id), "{id} twice");
        }
    }
}
