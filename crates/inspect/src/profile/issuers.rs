//! Who a token says it comes from: well-known issuers, and platforms with a form of their own.

use super::evidence::Evidence;
use super::{Certainty, Issuer, condition};

/// [Conditions](super::condition)`|id|name|kind`, where the kind is what comes from there alone, or empty. The first
/// that fits counts.
pub(super) const ISSUERS: &str = "\
#signer^arn:aws:elasticloadbalancing: arn:aws-us-gov:elasticloadbalancing: arn:aws-cn:elasticloadbalancing:|aws-alb|AWS load balancers|proxy-identity
#alg=none,iss~https://securetoken.google.com/*|firebase-emulator|the Firebase emulator|oidc-id-token
iss~https://securetoken.google.com/*|firebase|Firebase Authentication|oidc-id-token
iss~https://session.firebase.google.com/*|firebase-session|Firebase Authentication|session-token
aud=https://identitytoolkit.googleapis.com/google.identity.identitytoolkit.v1.IdentityToolkit,uid|firebase-custom|Firebase Authentication|custom-token
iss$.iam.gserviceaccount.com,aud=https://oauth2.googleapis.com/token https://www.googleapis.com/oauth2/v4/token https://accounts.google.com/o/oauth2/token|google-service-account|a Google service account|jwt-bearer-grant
iss$.iam.gserviceaccount.com,iss=<sub>|google-service-account|a Google service account|self-signed-api-token
iss=https://cloud.google.com/iap|google-iap|Google Identity-Aware Proxy|proxy-identity
iss=https://accounts.google.com accounts.google.com|google|Google|oidc-id-token
iss=https://accounts.google.com/|google|Google|
iss~https://login.microsoftonline.com/*/v2.0 https://sts.windows.net/*/,aud=00000003-0000-0000-c000-000000000000 https://graph.microsoft.com,#nonce|entra-graph|Microsoft Entra ID|oauth-access-token
iss~https://login.microsoftonline.com/*/v2.0 https://sts.windows.net/*/,aud=00000003-0000-0000-c000-000000000000 https://graph.microsoft.com|entra-graph|Microsoft Entra ID|oauth-access-token
iss~https://login.microsoftonline.com/*/v2.0 https://login.microsoftonline.us/*/v2.0 https://login.partner.microsoftonline.cn/*/v2.0|entra-v2|Microsoft Entra ID|
iss~https://sts.windows.net/*/ https://sts.chinacloudapi.cn/*/|entra-v1|Microsoft Entra ID|
iss~https://*.ciamlogin.com/*/v2.0|entra-external|Microsoft Entra External ID|
iss~https://*.b2clogin.com/*/v2.0/ https://*.b2clogin.com/tfp/*/*/v2.0/ https://login.microsoftonline.com/tfp/*/*/v2.0/|azure-b2c|Azure AD B2C|
iss~https://cognito-idp.*.amazonaws.com/*|cognito|Amazon Cognito|
iss~https://oidc.eks.*.amazonaws.com/id/*|eks|Amazon EKS|service-account-token
iss~https://**.auth0.com/|auth0|Auth0|
iss~https://*.okta.com/oauth2/* https://*.oktapreview.com/oauth2/* https://*.okta-emea.com/oauth2/*|okta-custom|Okta|
iss~https://*.okta.com https://*.oktapreview.com https://*.okta-emea.com|okta-org|Okta|
iss~//**/realms/* //**/*/realms/*,typ realm_access|keycloak|Keycloak|
iss~https://auth.pingone.com/*/as https://auth.pingone.eu/*/as https://auth.pingone.ca/*/as https://auth.pingone.asia/*/as https://auth.pingone.com.au/*/as https://auth.pingone.sg/*/as|pingone|PingOne|
iss=https://appleid.apple.com|apple|Apple|oidc-id-token
iss~https://token.actions.githubusercontent.com https://token.actions.githubusercontent.com/*|github-actions|GitHub Actions|workload-identity-token
iss~//**/_services/token,repository,workflow|github-actions|GitHub Actions|workload-identity-token
iss=https://gitlab.com gitlab.com,project_path,ref_protected|gitlab-ci|GitLab CI|workload-identity-token
iss=https://gitlab.com|gitlab|GitLab|oidc-id-token
iss~//**/v1/identity/oidc/provider/* //**/v1/*/identity/oidc/provider/*|vault|HashiCorp Vault|oidc-id-token
iss~//**/v1/identity/oidc //**/v1/*/identity/oidc|vault|HashiCorp Vault|workload-identity-token
iss~https://*.supabase.co/auth/v1,role|supabase-user|Supabase|session-token
iss=supabase supabase-demo,role=anon|supabase-anon|Supabase|api-key
iss=supabase supabase-demo,role=service_role|supabase-service-role|Supabase|api-key
iss~//**/adfs/services/trust //**/adfs|adfs|Active Directory Federation Services|
iss~https://*.myshopify.com/admin,dest|shopify|Shopify|session-token
iss~https://api.workos.com/user_management/* https://api.workos.com https://api.workos.com/,sid|workos|WorkOS|session-token
iss~https://*.tokens.sts.global.api.aws|aws-sts|Amazon Web Services|workload-identity-token
iss~https://*.cloudflareaccess.com|cloudflare-access|Cloudflare Access|proxy-identity
iss=kubernetes/serviceaccount|k8s-legacy|Kubernetes|service-account-token
iss^zm:cid:|zoom|Zoom|oauth-access-token
sub^spiffe://|spiffe|SPIFFE|jwt-svid
sub^system:serviceaccount:,{kubernetes.io|k8s-bound|Kubernetes|service-account-token
project_path,pipeline_id,ref_protected|gitlab-ci|GitLab CI|workload-identity-token
pi.sri|pingfederate|PingFederate|
sid^sess_,sub^user_|clerk|Clerk|session-token
qsh,iss,iat,exp|atlassian-connect|Atlassian Connect|self-signed-api-token
name,email,iat,jti,!exp,!iss,!sub,#alg=HS256|zendesk|Zendesk|dated-token
#kid=<team>,iss=<team>,iat,%2,#alg=ES256|apple-push|the Apple Push Notification service|dated-token
#kid=<team>,iss=<team>,iat,exp,!aud,!sub,#alg=ES256|apple-music|Apple Music|self-signed-api-token
#alg=ES256,aud=https://appleid.apple.com,iss,sub|apple-client-secret|Sign in with Apple|client-secret
aud=appstoreconnect-v1,iss|apple-connect|App Store Connect|self-signed-api-token
#alg=RS256,iss=<digits>,iat,exp,%3|github-app|GitHub Apps|self-signed-api-token
#alg=RS256,iss^Iv,iat,exp,%3|github-app|GitHub Apps|self-signed-api-token
#cty=twilio-fpa;v=1|twilio|Twilio|access-token
sdkKey appKey,mn|zoom|the Zoom Meeting SDK|access-token
app_key,tpc|zoom|the Zoom Video SDK|access-token
#alg=HS256,{video,iss,exp|livekit|LiveKit|access-token
#alg=HS256,iss=<hex32>,iat,exp,%3|home-assistant|Home Assistant|access-token
#alg=ed25519-nkey ed25519,{nats|nats|NATS|nats-credential
[access,iss,aud|docker-registry|container registries|registry-token
";

/// The issuer, and the kind of token that comes from there alone.
pub(super) fn recognise(evidence: &Evidence) -> Option<(Issuer, &'static str)> {
    ISSUERS.lines().find_map(|line| {
        let mut fields = line.split('|');
        let conditions = fields.next()?;
        let because = condition::sentences(conditions, evidence)?;
        // An address whose host is anybody's says a form, not a name.
        let is_named = conditions.starts_with("iss") && !conditions.starts_with("iss~//");
        let certainty = if is_named { Certainty::Stated } else { Certainty::Likely };
        let issuer = Issuer { id: fields.next()?, name: fields.next()?, because, certainty };
        Some((issuer, fields.next()?))
    })
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::super::address::fits;
    use super::super::kinds;
    use super::*;

    fn rows() -> Vec<Vec<&'static str>> {
        ISSUERS.lines().map(|line| line.split('|').collect()).collect()
    }

    /// Every pattern of an address, from this table and from that of the shapes.
    fn patterns() -> BTreeSet<&'static str> {
        let conditions = ISSUERS.lines().chain(kinds::SHAPES.lines()).flat_map(|line| line.split('|').take(1));
        let addresses = conditions.flat_map(|line| line.split(',')).filter_map(|it| it.split_once('~').map(|it| it.1));
        addresses.flat_map(|them| them.split(' ')).collect()
    }

    #[test]
    fn lines_have_four_fields_and_kinds_exist() {
        for row in rows() {
            let [_, id, name, kind] = row.as_slice() else { panic!("{row:?}: four fields") };
            assert!(id.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-'), "{id}");
            assert!(!name.is_empty());
            assert!(kind.is_empty() || super::super::kind_line(kind).is_some(), "{kind} is no kind");
        }
    }

    fn last_two_labels(host: &str) -> String {
        let mut labels = host.rsplit('.');
        let last = labels.next().unwrap_or_default();
        [labels.next().unwrap_or_default(), ".", last].concat()
    }

    #[test]
    fn hosts_fit_at_their_boundaries_alone() {
        assert!(patterns().len() > 30);
        for pattern in patterns() {
            let example = pattern.replace("**", "a.b").replace('*', "x");
            let example = if example.starts_with("//") { ["https:", &example].concat() } else { example };
            assert!(fits(pattern, &example), "{pattern} and {example}");
            let (_, rest) = example.split_once("//").expect("an address");
            let (host, path) = rest.split_at(rest.find('/').unwrap_or(rest.len()));
            let mut near_misses = vec![
                format!("https://user@{host}{path}"),
                format!("https://{host}@evil.example{path}"),
                format!("https://evil.example/{host}{path}"),
                format!("https://evil.example?{host}{path}"),
                format!("https://evil.example#{host}{path}"),
                format!("{example}?x"),
                format!("{example}#x"),
                format!("{example}/x/y/z/x/y/z"),
                format!("ftp://{host}{path}"),
                format!(" {example}"),
                format!("{example} "),
                format!("{host}{path}"),
            ];
            if !pattern.starts_with("//") {
                near_misses.extend([
                    format!("https://{host}.evil.example{path}"),
                    format!("https://evil-{}{path}", last_two_labels(host)),
                    format!("https://{}{path}", host.replace('.', "-")),
                    format!("https://{host}:8443{path}"),
                    format!("https://{}{path}", host.to_ascii_uppercase()),
                    format!("http://{host}{path}"),
                ]);
            }
            for near_miss in near_misses {
                assert!(!fits(pattern, &near_miss), "{pattern} must not fit {near_miss}");
            }
        }
    }
}
