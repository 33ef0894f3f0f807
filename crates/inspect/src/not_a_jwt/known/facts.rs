//! What there is to say of each kind of text.

use super::TextKind;
use crate::not_a_jwt::what_to_do::WhatToDo;

/// What is the same for every text of one kind.
pub(super) struct TextFacts {
    pub(super) id: &'static str,
    pub(super) name: &'static str,
    pub(super) what_to_do: WhatToDo,
    pub(super) message: &'static str,
}

const fn facts(id: &'static str, name: &'static str, what_to_do: WhatToDo, message: &'static str) -> TextFacts {
    TextFacts { id, name, what_to_do, message }
}

impl TextKind {
    pub(super) fn facts(self) -> TextFacts {
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
                "It is an X.509 certificate in PEM form: a public key and the name of its owner.",
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
                "It gives the reason why an authorization server refused a request.",
            ),
            Self::IntrospectionResponse => facts(
                "looks-like-introspection-response",
                "a token introspection response",
                PasteTheToken,
                "It holds what an authorization server knows about a token, but no token.",
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
                "a signed PASETO token",
                RevokeIfSeen,
                "It is not a JWT but another format: its payload is signed and readable.",
            ),
            Self::PasetoLocal => facts(
                "looks-like-paseto-local",
                "an encrypted PASETO token",
                RevokeIfSeen,
                "It is not a JWT but another format: its payload is encrypted with a shared key.",
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
                "The card is split into several QR codes: join the contents of all of them.",
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
                "It could be the ID of a session, a reference token, a key or a password: nothing in it tells more.",
            ),
            Self::DecodedClaims => facts(
                "looks-like-decoded-claims",
                "the decoded claims of a token",
                PasteTheToken,
                "These are claims without their token: there is no signature to check, and nothing shows that they \
                 come from a token.",
            ),
            Self::FacebookSignedRequest => facts(
                "looks-like-facebook-signed-request",
                "a signed request of Facebook",
                RevokeIfSeen,
                "Unlike in a JWT, its first part is the signature, its second the data.",
            ),
            Self::Mdoc => facts(
                "looks-like-mdoc",
                "an mdoc, such as a mobile driving licence",
                OtherReader,
                "It is CBOR as ISO/IEC 18013-5 has it: a signed credential or a presentation of one.",
            ),
            Self::Cose => facts(
                "looks-like-cose",
                "a message signed with COSE",
                OtherReader,
                "COSE is to CBOR what JOSE is to JSON; CBOR Web Tokens are made with it.",
            ),
            Self::Cbor => {
                facts("looks-like-cbor", "CBOR", OtherReader, "CBOR is a binary form of data like that of JSON.")
            }
            Self::HealthCertificate => facts(
                "looks-like-health-certificate",
                "an EU Digital COVID Certificate",
                OtherReader,
                "It is a CBOR Web Token signed with COSE, compressed and written in base 45. It tells of a person's health, so it is not shown here.",
            ),
            Self::WebauthnClientData => facts(
                "looks-like-webauthn-client-data",
                "the client data of WebAuthn",
                OtherReader,
                "The browser makes it when a passkey is made or used; it says what was asked for and by which site.",
            ),
            Self::DsseEnvelope => facts(
                "looks-like-dsse-envelope",
                "a DSSE envelope",
                OtherReader,
                "It is another format than JWS for signed messages, as in-toto and SLSA use it for statements on software.",
            ),
            Self::EksToken => facts(
                "looks-like-eks-token",
                "a token for Amazon EKS",
                KeepUntilExpired,
                "It is a presigned address of AWS STS in base64url: the cluster asks that address who signed it.",
            ),
            Self::CloudflareTunnelToken => facts(
                "looks-like-cloudflare-tunnel-token",
                "a Cloudflare Tunnel token",
                RevokeIfSeen,
                "It is base64 of JSON: the ID of an account (`a`), the ID of a tunnel (`t`) and the tunnel's secret (`s`).",
            ),
            Self::ElasticsearchEnrollmentToken => facts(
                "looks-like-elasticsearch-enrollment-token",
                "an Elasticsearch enrollment token",
                RevokeIfSeen,
                "It is base64 of JSON: a version (`ver`), addresses (`adr`), the fingerprint of a certificate (`fgr`) and an API key (`key`).",
            ),
            Self::GrafanaApiKey => facts(
                "looks-like-grafana-api-key",
                "a Grafana API key of the older form",
                RevokeIfSeen,
                "It is base64 of JSON: the key (`k`), its name (`n`) and the ID of an organization (`id`).",
            ),
            Self::OnePasswordServiceAccount => facts(
                "looks-like-1password-service-account-token",
                "a 1Password service account token",
                RevokeIfSeen,
                "It is base64 of JSON after `ops_`: an account's address, and the keys that it signs in with.",
            ),
            Self::FcmRegistrationToken => facts(
                "looks-like-fcm-registration-token",
                "a registration token of Firebase Cloud Messaging",
                AskIssuer,
                "It says to which installation of an app messages are sent; it is opaque.",
            ),
            Self::FcmServerKey => facts(
                "looks-like-fcm-server-key",
                "a server key of Firebase Cloud Messaging",
                RevokeIfSeen,
                "It is opaque: messages are sent with it, but it cannot be decoded.",
            ),
        }
    }
}
