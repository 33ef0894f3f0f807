//! Where the keys of well-known issuers are, and whose nobody publishes.

use decode::Token;
use decode::json::{JsonKind, Value};
use inspect::jose::issuers::KnownIssuer;
use inspect::jose::kinds::TokenKind;
use inspect::recognise;

use crate::Explanation;
use crate::decrypt::site_secret_wanted;

/// Where the key is that a token is checked with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeySourceHint {
    /// Stable, in kebab case.
    pub id: &'static str,
    pub sentence: String,
    /// To copy: prints the keys, or the address where they are.
    pub command: Option<String>,
}

const NOT_PUBLISHED: &str = "keys-not-published";
const AT: &str = "keys-at";
const PROJECT_SECRET: &str = "project-secret";
const SITE_SECRET: &str = "site-secret-wanted";
const ROOT: &str = "x5c-root";
const DISCOVERY: &str = "/.well-known/openid-configuration";

/// What is known of the keys of an issuer, whose own name in the token may say where they are.
pub fn where_keys_are(token: &Token, issuer: Option<KnownIssuer>) -> Option<KeySourceHint> {
    let said = Said { token };
    if let Some(hint) = said.never_published(issuer) {
        return Some(hint);
    }
    if said.is_symmetric() || token.format.is_encrypted() {
        return None;
    }
    said.published(issuer).or_else(|| said.root())
}

/// OpenID Connect Discovery 1.0 section 4: the metadata stand under the issuer's own address.
fn publishes_by_discovery(issuer: KnownIssuer) -> bool {
    use KnownIssuer::*;
    matches!(
        issuer,
        Auth0
            | Authentik
            | Clerk
            | Dex
            | Eks
            | EntraExternal
            | Gitlab
            | GitlabCi
            | GithubActions
            | Keycloak
            | Kinde
            | Logto
            | OktaCustom
            | OktaOrg
            | Onelogin
            | Ory
            | Pingone
            | Zitadel
    )
}

/// As explanations.
pub(crate) fn sources_of_keys(token: &Token) -> Vec<Explanation> {
    let issuer = recognise::profile(token).known_issuer();
    let explanation = |KeySourceHint { id, sentence, command }: KeySourceHint| {
        let message = command.map_or_else(|| sentence.clone(), |command| format!("{sentence} Command: `{command}`"));
        Explanation { id, message }
    };
    where_keys_are(token, issuer).map(explanation).into_iter().collect()
}

struct Said<'t> {
    token: &'t Token,
}

impl<'t> Said<'t> {
    fn claim(&self, name: &str) -> Option<&'t str> {
        self.token.payload()?.value()?.member(name).and_then(Value::as_str)
    }

    fn header(&self, name: &str) -> Option<&'t str> {
        self.token.parameter(name).and_then(Value::as_str)
    }

    /// A claim that can stand in a command as it is.
    fn plain(&self, name: &str) -> Option<&'t str> {
        self.claim(name).filter(|value| is_plain(value))
    }

    /// An address that can stand in a command as it is.
    fn address(&self, name: &str) -> Option<&'t str> {
        let is_address = |value: &&str| {
            value
                .strip_prefix("https://")
                .is_some_and(|rest| rest.split(['/', ':']).all(|part| part.is_empty() || is_plain(part)))
        };
        self.claim(name).filter(is_address)
    }

    fn is_symmetric(&self) -> bool {
        self.header("alg").is_none_or(|alg| alg.starts_with("HS") || alg == "none")
    }

    /// Where an issuer publishes its keys.
    fn published(&self, issuer: Option<KnownIssuer>) -> Option<KeySourceHint> {
        let iss = self.address("iss");
        let at = |base: Option<&str>, path: &str| Some(format!("curl -s '{}{path}'", base?.trim_end_matches('/')));
        let hint = |sentence: String, command| Some(KeySourceHint { id: AT, sentence, command });
        let fixed = |url: &str| Some(format!("curl -s '{url}'"));
        let issuer = issuer?;
        match issuer {
            KnownIssuer::EntraV1 | KnownIssuer::EntraV2 | KnownIssuer::EntraGraph => {
                let tenant = self.plain("tid").unwrap_or("common");
                let app = self.plain("appid").or(self.plain("azp")).or(self.plain("aud")).unwrap_or("<client id>");
                hint(
                    format!("Microsoft publishes its keys. If this token's `kid` is not among them, the app has a key of its own, as apps with mapped claims do: its keys are at `https://login.microsoftonline.com/{tenant}/discovery/keys?appid={app}`."),
                    fixed(&format!("https://login.microsoftonline.com/{tenant}/discovery/keys")),
                )
            }
            KnownIssuer::Cognito => hint(
                "A user pool of Amazon Cognito publishes two keys. If this token's `kid` is not among yours, they are those of another pool.".to_owned(),
                at(iss, "/.well-known/jwks.json"),
            ),
            KnownIssuer::AwsAlb => {
                let region = self.header("signer").and_then(|arn| arn.split(':').nth(3)).filter(|region| is_plain(region));
                let kid = self.header("kid").filter(|kid| is_plain(kid));
                let address = region.zip(kid).map(|(region, kid)| format!("curl -s 'https://public-keys.auth.elb.{region}.amazonaws.com/{kid}'"));
                hint("AWS publishes the key of a load balancer at an address with its region and the token's `kid`.".to_owned(), address)
            }
            KnownIssuer::Firebase => hint(
                "Firebase publishes the keys of its ID tokens as certificates, by `kid`: paste all of what this prints.".to_owned(),
                fixed("https://www.googleapis.com/robot/v1/metadata/x509/securetoken@system.gserviceaccount.com"),
            ),
            KnownIssuer::FirebaseSession => hint(
                "Firebase signs session cookies with other keys than ID tokens, and publishes them at an address of their own.".to_owned(),
                fixed("https://identitytoolkit.googleapis.com/v1/sessionCookiePublicKeys"),
            ),
            KnownIssuer::FirebaseCustom => hint(
                "A custom token of Firebase is signed with the key of a service account, and it is for Firebase alone: the app exchanges it for an ID token (`signInWithCustomToken`), and that is the token for your API. Google publishes the certificates of the service account.".to_owned(),
                self.service_account_certificates(),
            ),
            KnownIssuer::GoogleServiceAccount => hint("Google publishes the certificates of a service account, by `kid`.".to_owned(), self.service_account_certificates()),
            KnownIssuer::SupabaseUser => hint("A Supabase project publishes its signing keys.".to_owned(), at(iss, "/.well-known/jwks.json")),
            KnownIssuer::K8sBound | KnownIssuer::K8sLegacy => hint(
                "A cluster signs these with the key of its service accounts, not with that of its certificate authority: the file of `--service-account-key-file` (often `sa.pub`), or what this prints.".to_owned(),
                Some("kubectl get --raw /openid/v1/jwks".to_owned()),
            ),
            KnownIssuer::CloudflareAccess => hint("Cloudflare Access publishes its keys under the team's domain.".to_owned(), at(iss, "/cdn-cgi/access/certs")),
            KnownIssuer::Google => hint("Google publishes its keys; they change every few days.".to_owned(), fixed("https://www.googleapis.com/oauth2/v3/certs")),
            KnownIssuer::GoogleIap => hint("Google publishes the keys of Identity-Aware Proxy.".to_owned(), fixed("https://www.gstatic.com/iap/verify/public_key-jwk")),
            KnownIssuer::Apple => hint("Apple publishes its keys.".to_owned(), fixed("https://appleid.apple.com/auth/keys")),
            _ if publishes_by_discovery(issuer) => {
                let name = issuer.name();
                hint(format!("{name} publishes its keys: their address is the `jwks_uri` of what this prints."), at(Some(iss?), DISCOVERY))
            }
            _ => None,
        }
    }

    /// The token brings its key along in a certificate.
    fn root(&self) -> Option<KeySourceHint> {
        let has_certificates = matches!(&self.token.parameter("x5c")?.kind, JsonKind::Array(list) if !list.is_empty());
        let root = match recognise::profile(self.token).kind {
            TokenKind::AppStoreStatement => {
                "Apple's root (AppleRootCA-G3), which Apple publishes on apple.com/certificateauthority"
            }
            _ => "a root that you trust",
        };
        let sentence = format!(
            "The key is that of the first certificate in `x5c`. That proves something only if the certificates lead to {root}: paste that root here, or open its file."
        );
        has_certificates.then_some(KeySourceHint { id: ROOT, sentence, command: None })
    }

    /// Where Google publishes the certificates of the service account that `iss` names.
    fn service_account_certificates(&self) -> Option<String> {
        let (name, domain) = self.claim("iss")?.split_once('@')?;
        let is_address = is_plain(name) && is_plain(domain);
        is_address.then(|| format!("curl -s 'https://www.googleapis.com/robot/v1/metadata/x509/{name}%40{domain}'"))
    }

    /// Tokens that are made with a secret, and those that only their issuer can check.
    fn never_published(&self, issuer: Option<KnownIssuer>) -> Option<KeySourceHint> {
        if let Some(sentence) = site_secret_wanted(self.token) {
            return Some(KeySourceHint { id: SITE_SECRET, sentence, command: None });
        }
        let hint =
            |sentence: &str| Some(KeySourceHint { id: NOT_PUBLISHED, sentence: sentence.to_owned(), command: None });
        if self.claim("typ") == Some("Refresh") && self.is_symmetric() {
            return hint(
                "This is a refresh token of Keycloak, which keeps the key to itself: only Keycloak can check it. Hand it back to its token endpoint, and check the access token instead.",
            );
        }
        match issuer? {
            KnownIssuer::OktaOrg if recognise::profile(self.token).kind == TokenKind::OauthAccessToken => hint(
                "Access tokens of Okta's org server are for Okta alone: its documentation asks all others to take them as opaque and not to check them. Call its introspection endpoint, or use a custom authorization server (`iss` with `/oauth2/…`).",
            ),
            KnownIssuer::SupabaseAnon | KnownIssuer::SupabaseServiceRole | KnownIssuer::SupabaseUser
                if self.is_symmetric() =>
            {
                Some(KeySourceHint {
                    id: PROJECT_SECRET,
                    sentence: "Supabase signs this with the JWT secret of the project and takes it as text, as its settings show it: do not decode it from base64 or hexadecimal digits. Some releases of Supabase Auth in 2024 did.".to_owned(),
                    command: None,
                })
            }
            KnownIssuer::Auth0 if self.token.format.is_encrypted() => hint(
                "This token is encrypted for Auth0 itself: the request for it named no `audience`. Ask for one with the `audience` of your API, and Auth0 returns a signed token that you can check.",
            ),
            _ => None,
        }
    }
}

fn is_plain(value: &str) -> bool {
    !value.is_empty()
        && value.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.' | b'~'))
}
