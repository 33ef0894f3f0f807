//! Microsoft Entra ID: the two versions of its tokens.

use decode::Token;

use super::ServiceProfile;
use super::filled::{open_audience, signed};
use crate::{Expectations, said};

pub(super) const V1: ServiceProfile = ServiceProfile {
    id: "entra-v1",
    name: "Microsoft Entra ID, v1.0",
    reference: "https://learn.microsoft.com/en-us/entra/identity-platform/access-token-claims-reference",
    note: "Fill in the audience: in a v1.0 token it can be the App ID URI or the client ID of your API. The API's \
           manifest decides on the version, not the address at which the client asked.",
    expectations: |token| {
        let host = host(token, &["sts.windows.net", "sts.chinacloudapi.cn"]);
        of_version(format!("https://{host}/{}/", tenant(token)), open_audience(token, "App ID URI or client ID"))
    },
};

pub(super) const V2: ServiceProfile = ServiceProfile {
    id: "entra-v2",
    name: "Microsoft Entra ID, v2.0",
    reference: "https://learn.microsoft.com/en-us/entra/identity-platform/access-token-claims-reference",
    note: "Fill in the client ID of your API, which is the audience of every v2.0 token. An API gets v1.0 tokens \
           instead until `requestedAccessTokenVersion` is 2 in its manifest.",
    expectations: |token| {
        let host =
            host(token, &["login.microsoftonline.com", "login.microsoftonline.us", "login.partner.microsoftonline.cn"]);
        of_version(format!("https://{host}/{}/v2.0", tenant(token)), vec!["<client ID>".to_owned()])
    },
};

fn of_version(issuer: String, audiences: Vec<String>) -> Expectations {
    Expectations { types: vec!["JWT".to_owned()], ..signed(vec![issuer], audiences, "RS256") }
}

/// Of the cloud that the token comes from, or else of the first, which is the public one.
fn host<'h>(token: &Token, hosts: &[&'h str]) -> &'h str {
    let said = said::text_claim(token, "iss").and_then(|iss| iss.strip_prefix("https://")?.split('/').next());
    let first = hosts.first().copied().unwrap_or_default();
    hosts.iter().copied().find(|host| Some(*host) == said).unwrap_or(first)
}

fn tenant(token: &Token) -> &str {
    let in_issuer = || said::text_claim(token, "iss")?.strip_prefix("https://")?.split('/').nth(1);
    let tenant = said::text_claim(token, "tid").or_else(in_issuer);
    tenant.filter(|tenant| said::is_guid(tenant)).unwrap_or("<tenant>")
}
