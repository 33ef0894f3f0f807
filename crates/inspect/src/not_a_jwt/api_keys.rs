//! Keys and tokens of well-known services, by the beginning that their makers gave them to be found by.

use super::known::advice;
use super::{Lookalike, PastedText, is_made_of};

/// `beginning|shortest rest|longest rest|characters of the rest|id|name|s`. The characters are a class of
/// [`is_made_of`]; the last field is `s` for what is a secret, empty for what may be public. Longer beginnings come
/// before shorter ones that they start with.
const API_KEYS: &str = "\
ya29.|20|2000|b|looks-like-google-access-token|a Google OAuth access token|s
1//0|40|400|w|looks-like-google-refresh-token|a Google OAuth refresh token|s
GOCSPX-|28|28|w|looks-like-google-client-secret|a Google OAuth client secret|s
AIza|35|35|w|looks-like-google-api-key|a Google API key|s
ghp_|36|251|a|looks-like-github-token|a GitHub personal access token|s
gho_|36|251|a|looks-like-github-token|a GitHub OAuth access token|s
ghu_|36|251|a|looks-like-github-token|a GitHub App's user access token|s
ghs_|36|251|a|looks-like-github-token|a GitHub App's installation access token|s
ghr_|36|251|a|looks-like-github-token|a GitHub App's refresh token|s
github_pat_|50|251|w|looks-like-github-token|a GitHub fine-grained personal access token|s
glpat-|20|300|b|looks-like-gitlab-token|a GitLab personal access token|s
gloas-|60|70|x|looks-like-gitlab-token|a GitLab OAuth application secret|s
gldt-|20|300|b|looks-like-gitlab-token|a GitLab deploy token|s
glrt-|20|300|b|looks-like-gitlab-token|a GitLab runner authentication token|s
glcbt-|20|300|b|looks-like-gitlab-token|a GitLab CI job token|s
glptt-|40|40|x|looks-like-gitlab-token|a GitLab pipeline trigger token|s
glft-|20|300|b|looks-like-gitlab-token|a GitLab feed token|s
glimt-|20|300|b|looks-like-gitlab-token|a GitLab incoming mail token|s
glagent-|40|300|b|looks-like-gitlab-token|a GitLab agent token|s
xoxb-|20|300|b|looks-like-slack-token|a Slack bot token|s
xoxp-|20|300|b|looks-like-slack-token|a Slack user token|s
xoxa-|20|300|b|looks-like-slack-token|a Slack app token|s
xoxr-|20|300|b|looks-like-slack-token|a Slack refresh token|s
xoxe-|20|300|b|looks-like-slack-token|a Slack refresh token|s
xoxe.|20|300|b|looks-like-slack-token|a Slack token that expires|s
xoxs-|20|300|b|looks-like-slack-token|a Slack session token|s
xoxo-|20|300|b|looks-like-slack-token|a Slack token|s
xoxd-|20|600|b|looks-like-slack-token|a Slack session cookie|s
xapp-|20|300|b|looks-like-slack-token|a Slack app-level token|s
sk_live_|16|250|a|looks-like-stripe-key|a Stripe secret key|s
sk_test_|16|250|a|looks-like-stripe-key|a Stripe secret key for tests|s
rk_live_|16|250|a|looks-like-stripe-key|a Stripe restricted key|s
rk_test_|16|250|a|looks-like-stripe-key|a Stripe restricted key for tests|s
pk_live_|16|250|a|looks-like-stripe-key|a Stripe publishable key|
pk_test_|16|250|a|looks-like-stripe-key|a Stripe publishable key for tests|
whsec_|24|100|b|looks-like-webhook-secret|a secret for checking webhooks|s
AKIA|16|16|U|looks-like-aws-key-id|the ID of a long-lived AWS access key|
ASIA|16|16|U|looks-like-aws-key-id|the ID of a temporary AWS access key|
sb_secret_|20|100|w|looks-like-supabase-key|a Supabase secret key|s
sb_publishable_|20|100|w|looks-like-supabase-key|a Supabase publishable key|
sbp_|40|44|w|looks-like-supabase-key|a Supabase personal access token|s
sk-ant-|30|200|w|looks-like-ai-service-key|an API key in the form that Anthropic uses|s
sk-proj-|30|250|w|looks-like-ai-service-key|an API key in the form that OpenAI uses|s
sk-svcacct-|30|250|w|looks-like-ai-service-key|an API key in the form that OpenAI uses|s
sk-|32|64|a|looks-like-ai-service-key|an API key in the form that OpenAI began|s
gsk_|40|80|a|looks-like-ai-service-key|a Groq API key|s
r8_|37|37|a|looks-like-ai-service-key|a Replicate API token|s
hf_|30|60|a|looks-like-hugging-face-token|a Hugging Face access token|s
npm_|36|36|a|looks-like-npm-token|an npm access token|s
pypi-AgE|50|400|w|looks-like-pypi-token|a PyPI API token|s
rubygems_|48|48|x|looks-like-rubygems-key|a RubyGems API key|s
dckr_pat_|20|60|w|looks-like-docker-token|a Docker personal access token|s
dckr_oat_|20|60|w|looks-like-docker-token|a Docker organisation access token|s
dop_v1_|64|64|x|looks-like-digitalocean-token|a DigitalOcean personal access token|s
doo_v1_|64|64|x|looks-like-digitalocean-token|a DigitalOcean OAuth access token|s
dor_v1_|64|64|x|looks-like-digitalocean-token|a DigitalOcean OAuth refresh token|s
hvs.|24|300|w|looks-like-vault-token|a HashiCorp Vault token|s
hvb.|24|400|w|looks-like-vault-token|a HashiCorp Vault batch token|s
shpat_|32|32|x|looks-like-shopify-token|a Shopify access token|s
shpss_|32|32|x|looks-like-shopify-token|a Shopify shared secret|s
glsa_|32|60|w|looks-like-grafana-token|a Grafana service account token|s
sntrys_|40|500|b|looks-like-sentry-token|a Sentry organisation token|s
lin_api_|32|60|a|looks-like-linear-key|a Linear API key|s
ATATT3|100|400|b|looks-like-atlassian-token|an Atlassian API token|s
PMAK-|50|70|w|looks-like-postman-key|a Postman API key|s
tskey-|20|100|w|looks-like-tailscale-key|a Tailscale key|s
dapi|32|34|x|looks-like-databricks-token|a Databricks personal access token|s
NRAK-|27|27|U|looks-like-new-relic-key|a New Relic user key|s
SG.|60|70|b|looks-like-sendgrid-key|a SendGrid API key|s
sha256~|43|43|w|looks-like-openshift-token|an OpenShift access token|s
sq0atp-|22|22|w|looks-like-square-token|a Square access token|s
AGE-SECRET-KEY-1|58|58|U|looks-like-age-key|a secret key of the age file encryption|s
key-|32|32|x|looks-like-mailgun-key|an API key in the form that Mailgun uses|s
pk.eyJ1Ijo|41|300|b|looks-like-mapbox-token|a public Mapbox token|
sk.eyJ1Ijo|41|300|b|looks-like-mapbox-token|a secret Mapbox token|s
tk.eyJ1Ijo|41|2000|b|looks-like-mapbox-token|a temporary Mapbox token|s
SK|32|32|x|looks-like-twilio-id|the ID of a Twilio API key|
AC|32|32|x|looks-like-twilio-id|the ID of a Twilio account|
";

/// How the secrets begin, two characters of each, so that most texts need no look at the table.
const FIRST_TWO: &str = "ya1/GOAIghgiglxoxaskrkwhsbgsr8hfnppyrudcdohvshsnliATPMtsdaNRSGsqAGketk";

pub(super) fn recognise(subject: &PastedText) -> Option<Lookalike> {
    let Known { id, name, is_secret } = known(subject.bare)?;
    let (message, letter) = match (is_secret, id) {
        (true, _) => ("It is opaque: it can be used, but not decoded.", "s"),
        (false, "looks-like-aws-key-id" | "looks-like-twilio-id") => {
            ("It is an identifier; the secret that belongs to it is a text of its own.", "i")
        }
        _ => ("It is meant to be public, and opaque.", "i"),
    };
    let (advice, _) = advice(letter);
    Some(Lookalike { id, name, message: message.to_owned(), advice, is_secret, inside: None })
}

/// What secret a text is, with an article, where its beginning says it.
pub(super) fn secret(text: &str) -> Option<&'static str> {
    let [first, second, _, ..] = text.as_bytes() else { return None };
    let mut beginnings = FIRST_TWO.as_bytes();
    while let [one, two, rest @ ..] = beginnings {
        if one == first && two == second {
            return known(text).filter(|known| known.is_secret).map(|known| known.name);
        }
        beginnings = rest;
    }
    None
}

struct Known {
    id: &'static str,
    name: &'static str,
    is_secret: bool,
}

fn known(text: &str) -> Option<Known> {
    API_KEYS.lines().find_map(|line| {
        let mut fields = line.split('|');
        let rest = text.strip_prefix(fields.next()?)?;
        let shortest = fields.next()?.parse().ok()?;
        let longest = fields.next()?.parse().ok()?;
        let fits = (shortest..=longest).contains(&rest.len()) && is_made_of(rest, fields.next()?);
        let id = fields.next().filter(|_| fits)?;
        let name = fields.next()?;
        let is_secret = fields.next()? == "s";
        // Words joined by hyphens have no digits; what a service draws at random has.
        let is_random = rest.bytes().any(|byte| byte.is_ascii_digit());
        is_random.then_some(Known { id, name, is_secret })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(text: &str) -> Option<Lookalike> {
        recognise(&PastedText::of(text))
    }

    /// Made here and not in the source, so that no scanner takes it for a leak.
    fn example(line: &str) -> String {
        let fields: Vec<_> = line.split('|').collect();
        let digits = match fields[3] {
            "x" | "d" => "0123456789",
            _ => "A1B2C3D4E5",
        };
        let length: usize = fields[1].parse().expect("a length");
        [fields[0], &digits.repeat(250)[..length]].concat()
    }

    #[test]
    fn every_line_is_found_and_no_longer_or_shorter_one() {
        for line in API_KEYS.lines() {
            let fields: Vec<_> = line.split('|').collect();
            assert_eq!(fields.len(), 7, "{line}");
            let text = example(line);
            let found = of(&text).unwrap_or_else(|| panic!("{line} is not found"));
            assert_eq!((found.id, found.name, found.is_secret), (fields[4], fields[5], fields[6] == "s"));
            assert!(!found.message.contains(&text) && found.inside.is_none());
            assert_eq!(secret(&text), found.is_secret.then_some(found.name), "{line}: FIRST_TWO");
            let name = |text: &str| of(text).map(|it| it.name);
            assert_ne!(name(&text[..text.len() - 1]), Some(fields[5]), "{line}: too short");
            assert_ne!(name(&[fields[0], &"1".repeat(2100)].concat()), Some(fields[5]), "{line}: too long");
            assert_ne!(name(&format!("{text} and more")), Some(fields[5]), "{line}: words behind it");
            assert_ne!(name(&format!("x{text}")), Some(fields[5]), "{line}: in the middle of a word");
        }
    }

    #[test]
    fn finds_them_behind_names_and_in_quotes() {
        let token = example("ghp_|36|251|a");
        for text in [
            format!("\"{token}\""),
            format!("GITHUB_TOKEN={token}"),
            format!("export GITHUB_TOKEN='{token}'"),
            format!("Authorization: Bearer {token}\n"),
            format!("authorization: token {token}"),
        ] {
            assert_eq!(of(&text).map(|it| it.id), Some("looks-like-github-token"), "{text}");
        }
    }

    #[test]
    fn knows_words_from_keys() {
        for text in [
            "sk-learn-is-a-library-for-machine-learning",
            "sk-abcdefghijklmnopqrstuvwxyzabcdefgh",
            "npm_config_registry",
            "AKIA is how they begin",
            "AC",
            "hvs.example",
            "glpat-tokens-are-for-people-and-scripts",
        ] {
            assert_eq!(of(text), None, "{text}");
        }
    }
}
