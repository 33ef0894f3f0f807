//! Microsoft Entra ID: two versions of tokens with other issuers and audiences, and tokens for Microsoft Graph.

use inspect::jose::issuers::KnownIssuer;

use super::{HintInput, host_and_path, scopes, shown, shown_short};
use crate::{ExpectationKind, said};

const GRAPH: [&str; 3] =
    ["00000003-0000-0000-c000-000000000000", "https://graph.microsoft.com", "https://graph.microsoft.com/"];

/// Stand in addresses in the place of a tenant, and in no token.
const NO_TENANTS: [&str; 4] = ["common", "organizations", "consumers", "{tenantid}"];

const VERSION: &str = "`requestedAccessTokenVersion` (`accessTokenAcceptedVersion` in the older manifest)";

#[derive(Clone, Copy, PartialEq, Eq)]
enum TokenVersion {
    One,
    Two,
}

pub(super) fn hint(input: &HintInput) -> Option<String> {
    if !input.issuer().is_some_and(KnownIssuer::is_entra) {
        return None;
    }
    match input.kind {
        ExpectationKind::Issuer => issuer(input),
        ExpectationKind::Audience => audience(input),
        ExpectationKind::Scope => scope(input),
        // "Access tokens in the Microsoft identity platform": their form is Microsoft's own.
        ExpectationKind::Signature if is_for_graph(input) => {
            Some("Only Microsoft Graph can check its tokens. Ask for a scope of your own API.".to_owned())
        }
        ExpectationKind::Type if input.expects(|typ| typ.ends_with("at+jwt")) => {
            Some("Entra ID always writes the type `JWT`: expect that.".to_owned())
        }
        _ => None,
    }
}

fn issuer(input: &HintInput) -> Option<String> {
    let said = input.said?;
    let no_tenant = |text: &str| NO_TENANTS.into_iter().find(|name| tenant(text) == Some(name));
    if let Some(name) = input.expected.iter().find_map(|text| no_tenant(text)) {
        return Some(format!(
            "`{name}` never stands in a token: expect the issuer with each tenant that you take, such as {}.",
            shown(said)
        ));
    }
    if is_for_graph(input) {
        return None;
    }
    if input.expects(|text| super::bare(text) == super::bare(said)) {
        return None;
    }
    let (is, wanted) = (version(said)?, input.expected.iter().find_map(|text| version(text)));
    match (is, wanted) {
        (TokenVersion::One, Some(TokenVersion::Two)) => {
            Some(format!("This is a v1.0 token. {} Or expect {}.", other_version(input, 2), shown(said)))
        }
        (TokenVersion::Two, Some(TokenVersion::One)) => {
            Some(format!("This is a v2.0 token: expect {}. {}", shown(said), other_version(input, 1)))
        }
        (_, Some(_)) if input.expects(|text| tenant(text) == tenant(said) && version(text) == Some(is)) => {
            Some(format!("The issuer has another host for this tenant: expect {}.", shown(said)))
        }
        (_, Some(_)) => {
            let other = input.expected.iter().find_map(|text| tenant(text).filter(|tenant| said::is_guid(tenant)))?;
            let own = tenant(said).filter(|own| *own != other)?;
            Some(format!(
                "The token comes from the tenant {}. Ask at the endpoint of the tenant {}, or expect both.",
                shown_short(own),
                shown_short(other)
            ))
        }
        // The address at which clients ask.
        (TokenVersion::Two, None) => {
            let is_authority = |text: &str| said.strip_suffix("/v2.0") == Some(super::bare(text));
            input.expects(is_authority).then(|| {
                format!("What you expect is the authority, which has no version. The issuer is {}.", shown(said))
            })
        }
        (TokenVersion::One, None) => None,
    }
}

/// Of an access token the API's manifest decides on the version, of an ID token the endpoint.
fn other_version(input: &HintInput, version: u8) -> String {
    match input.is_id_token() {
        true => format!("ID tokens have the version of the endpoint: ask at the one of v{version}.0."),
        false => format!("For v{version}.0, set {VERSION} to {version} in the manifest of the API."),
    }
}

fn audience(input: &HintInput) -> Option<String> {
    if is_for_graph(input) && !input.expects(|text| GRAPH.contains(&text)) {
        let scope =
            input.expected.first().filter(|text| !text.contains('<')).map_or("<App ID URI>".to_owned(), |api| {
                if said::is_guid(api) { format!("api://{api}") } else { api.clone() }
            });
        return Some(format!(
            "The token is for Microsoft Graph. Ask for a scope of your API instead, such as {}.",
            shown(&format!("{}/.default", super::bare(&scope)))
        ));
    }
    let said = input.said?;
    if input.is_id_token() || input.claim_of_client().is_some() {
        return None;
    }
    let is_uri = |text: &str| text.contains("://");
    match version(input.claim("iss")?)? {
        TokenVersion::One if is_uri(said) && input.expects(said::is_guid) => Some(format!(
            "v1.0 tokens can name the API by its App ID URI: expect {}, if that is yours. For tokens with the client ID, set \
             {VERSION} to 2 in the manifest of the API.",
            shown(said)
        )),
        TokenVersion::One if said::is_guid(said) && input.expects(is_uri) => Some(format!(
            "v1.0 tokens name the API as the client asked for it, here by its client ID: expect {} too, if that is yours.",
            shown(said)
        )),
        TokenVersion::Two if said::is_guid(said) && input.expects(is_uri) => Some(format!(
            "v2.0 tokens name the API by its client ID, not by its App ID URI: expect {}, if that is yours.",
            shown(said)
        )),
        _ => None,
    }
}

fn scope(input: &HintInput) -> Option<String> {
    let Some(said) = input.said else {
        // "Access token claims reference": `scp` is only included for user tokens.
        let sentence = match said::claim(input.token, "roles") {
            _ if input.is_id_token() => return None,
            Some(_) => {
                "This is a token of an app without a user: its permissions are app roles, in `roles`, not scopes."
            }
            None => {
                "Only tokens of users have `scp`. In the token of an app alone, app roles stand in `roles`, once they are \
                 granted to the app."
            }
        };
        return Some(sentence.to_owned());
    };
    let short = input.expected.iter().find_map(|scope| {
        let (_, short) = scope.rsplit_once('/')?;
        said.split_ascii_whitespace().find(|granted| *granted == short)
    });
    if let Some(short) = short {
        return Some(format!("`scp` has scopes without the App ID URI: expect {}.", shown(short)));
    }
    let missing = scopes::missing(input).filter(|scope| !scope.contains('/'))?;
    Some(format!(
        "Let the client ask for {} too, with the App ID URI of the API before it: {}.",
        shown(missing),
        shown(&format!("<App ID URI>/{missing}"))
    ))
}

fn is_for_graph(input: &HintInput) -> bool {
    said::audiences(input.token).iter().any(|audience| GRAPH.contains(audience))
}

/// By the form of an issuer.
fn version(issuer: &str) -> Option<TokenVersion> {
    let (host, path) = host_and_path(issuer)?;
    match host {
        "sts.windows.net" | "sts.chinacloudapi.cn" => Some(TokenVersion::One),
        _ if path.ends_with("/v2.0") => Some(TokenVersion::Two),
        _ => None,
    }
}

fn tenant(issuer: &str) -> Option<&str> {
    host_and_path(issuer)?.1.split('/').nth(1).filter(|tenant| !tenant.is_empty())
}
