//! What there is to say of each kind of text, as one table.

use super::Lookalike;

/// `id|name|advice|message`, the advice as a letter of [`advice`].
const KNOWN: &str = "\
looks-like-private-key|a private key|k|It is a private key in PEM form.
looks-like-private-jwk|a private key (JWK)|k|It is a JSON Web Key with its private part.
looks-like-private-key-set|a set of private keys (JWK Set)|k|It is a set of JSON Web Keys, and at least one has its private part.
looks-like-public-key|a public key|p|It is a public key in PEM form.
looks-like-public-jwk|a public key (JWK)|p|It is a JSON Web Key without a private part.
looks-like-key-set|a set of public keys (JWK Set)|p|It is a set of JSON Web Keys without private parts.
looks-like-ssh-key|an OpenSSH public key|p|It is a public key as OpenSSH writes it.
looks-like-certificate|a certificate|p|It is an X.509 certificate in PEM form: a public key, and who is said to own it.
looks-like-certificate-request|a certificate request|p|It asks a certificate authority for a certificate.
looks-like-pem|a PEM block|n|It is a cryptographic object in PEM form.
looks-like-token-response|a token response|s|The tokens in it are opaque: they can be used, but not decoded.
looks-like-server-metadata|an authorization server's configuration|n|It says where an authorization server's endpoints and keys are.
looks-like-error-response|an OAuth error response|n|It says why an authorization server refused a request; the reason stands in it.
looks-like-introspection-response|a token introspection response|n|It says what an authorization server knows of a token, but is none.
looks-like-link-with-token|a link with an access token|s|The token in it is opaque: it can be used, but not decoded. Links stay in histories and logs.
looks-like-link-with-password|an address with a password in it|s|It holds a user name and a password in the clear. They are not shown here.
looks-like-authorization-code|a link with an authorization code|o|The code is exchanged for tokens once, within minutes, by the client that asked for it.
looks-like-saml|a SAML response or assertion|s|SAML is another way of signing in, older than OpenID Connect.
looks-like-saml-request|a SAML request|d|SAML is another way of signing in, older than OpenID Connect.
looks-like-basic-credentials|a user name and password (HTTP Basic)|s|It holds both, only encoded: anyone can read them. They are not shown here.
looks-like-kerberos-ticket|a Kerberos ticket (SPNEGO)|s|It is what a browser sends to sign in with Kerberos: a ticket, encrypted for the server.
looks-like-ntlm-message|an NTLM message|s|It is a step of signing in to Windows with NTLM.
looks-like-paseto-public|a PASETO token, signed|s|It is another format than JWT: its payload can be read, and is signed.
looks-like-paseto-local|a PASETO token, encrypted|s|It is another format than JWT: its payload is encrypted with a shared key.
looks-like-discord-token|a Discord bot token|s|Its first part is the bot's number; the rest is opaque.
looks-like-telegram-token|a Telegram bot token|s|Its first part is the bot's number; the rest is opaque.
looks-like-health-card-part|a part of a SMART Health Card|n|The card is split into several QR codes: put what all of them hold one behind the other.
looks-like-fernet|a Fernet token|s|It is encrypted with a shared key.
looks-like-macaroon|a macaroon|s|It is a token whose holder can narrow it by adding caveats, which anyone can read. They are not decoded here.
looks-like-aspnet-data-protection|data protected by ASP.NET Core|s|It is encrypted with a key of the server, as cookies and anti-forgery tokens are.
looks-like-flask-session|a Flask session cookie|s|Unlike in a JWT, its first part is the data, its second a time.
looks-like-django-signed|a value signed by Django|s|It is data, a time and a signature, joined by colons.
looks-like-rails-signed|a signed cookie of Rails|s|It is data and a signature, joined by two hyphens.
looks-like-rails-encrypted|an encrypted cookie of Rails|s|It is encrypted with a key of the server: ciphertext, initialization vector and tag.
looks-like-laravel-cookie|an encrypted value of Laravel|s|It is encrypted with the application's key, as cookies are.
looks-like-express-cookie|a signed cookie of Express|s|It is a session's ID and a signature.
looks-like-uuid|a UUID|i|It could be the ID of a session, a reference token, or the name of anything.
looks-like-ulid|a ULID|i|It could be the ID of anything. Its first ten characters say when it was made.
looks-like-hex|a number in hexadecimal|i|By its length it could be a digest, such as a git commit's, a session's ID, a key or an opaque token.
looks-like-base64|base64|n|
looks-like-opaque-token|an opaque token|o|It could be the ID of a session, a reference token, a key or a password: letters and digits in no order that says more.
";

const SECRET: &str = "If it is real, whoever holds it can use it: keep it to yourself, and revoke it if others saw it.";
const ASK_ITS_ISSUER: &str = "Only its issuer can say what it means and whether it still works.";

/// What to do, and whether it is a secret.
pub(super) fn advice(letter: &str) -> (&'static str, bool) {
    match letter {
        "s" => (SECRET, true),
        "k" => ("Whoever holds it can sign or decrypt in its owner's name. If others saw it, replace it.", true),
        "o" => (ASK_ITS_ISSUER, true),
        "i" => (ASK_ITS_ISSUER, false),
        "p" => ("It may be shown to anyone; it is what signatures are checked with.", false),
        "d" => ("A SAML decoder reads it.", false),
        _ => ("Paste the token itself to have it decoded.", false),
    }
}

/// What the table says of this id.
pub(super) fn known(id: &str) -> Option<Lookalike> {
    KNOWN.lines().find_map(|line| {
        let mut fields = line.split('|');
        let id = fields.next().filter(|listed| *listed == id)?;
        let name = fields.next()?;
        let (advice, is_secret) = advice(fields.next()?);
        Some(Lookalike { id, name, message: fields.next()?.to_owned(), advice, is_secret, inside: None })
    })
}

impl Lookalike {
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
    fn lines_have_four_fields_and_their_ids_are_kebab_case() {
        for line in KNOWN.lines() {
            let fields: Vec<_> = line.split('|').collect();
            let [id, name, letter, message] = fields.as_slice() else { panic!("{line}: four fields") };
            assert!(
                id.starts_with("looks-like-")
                    && id.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
            );
            assert!("skoipdn".contains(letter) && !name.ends_with('.'), "{line}");
            assert!(message.is_empty() || message.ends_with('.'), "{line}");
            assert_eq!(known(id).map(|it| it.name), Some(*name), "{id} stands there twice");
        }
    }
}
