//! The forms of keys and tokens of well-known services.

use std::ops::RangeInclusive;

use super::CharacterClass::{self, *};

/// How the keys of a service are written: a beginning that its maker chose, and a random rest.
pub(super) struct ApiKeyForm {
    pub beginning: &'static str,
    /// How many characters follow the beginning.
    pub rest: RangeInclusive<usize>,
    pub class: CharacterClass,
    /// Stable, kebab-case.
    pub id: &'static str,
    /// With its article.
    pub name: &'static str,
    pub sort: ApiKeySort,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum ApiKeySort {
    Secret,
    /// It names a secret that is another text.
    Identifier,
    Public,
}

const fn secret(
    beginning: &'static str,
    rest: RangeInclusive<usize>,
    class: CharacterClass,
    id: &'static str,
    name: &'static str,
) -> ApiKeyForm {
    ApiKeyForm { beginning, rest, class, id, name, sort: ApiKeySort::Secret }
}

const fn identifier(
    beginning: &'static str,
    rest: RangeInclusive<usize>,
    class: CharacterClass,
    id: &'static str,
    name: &'static str,
) -> ApiKeyForm {
    ApiKeyForm { beginning, rest, class, id, name, sort: ApiKeySort::Identifier }
}

const fn public(
    beginning: &'static str,
    rest: RangeInclusive<usize>,
    class: CharacterClass,
    id: &'static str,
    name: &'static str,
) -> ApiKeyForm {
    ApiKeyForm { beginning, rest, class, id, name, sort: ApiKeySort::Public }
}

/// A longer beginning comes before a shorter one that it starts with.
pub(super) static API_KEYS: [ApiKeyForm; 79] = [
    secret("ya29.", 20..=2000, AnyBase64, "looks-like-google-access-token", "a Google OAuth access token"),
    secret("1//0", 40..=400, Base64url, "looks-like-google-refresh-token", "a Google OAuth refresh token"),
    // A compact ticket, which Microsoft alone reads.
    secret(
        "EwB",
        300..=2000,
        AnyBase64,
        "looks-like-microsoft-account-token",
        "an access token of a personal Microsoft account",
    ),
    secret("GOCSPX-", 28..=28, Base64url, "looks-like-google-client-secret", "a Google OAuth client secret"),
    secret("AIza", 35..=35, Base64url, "looks-like-google-api-key", "a Google API key"),
    secret("ghp_", 36..=251, Alphanumeric, "looks-like-github-token", "a GitHub personal access token"),
    secret("gho_", 36..=251, Alphanumeric, "looks-like-github-token", "a GitHub OAuth access token"),
    secret("ghu_", 36..=251, Alphanumeric, "looks-like-github-token", "a GitHub App's user access token"),
    secret("ghs_", 36..=251, Alphanumeric, "looks-like-github-token", "a GitHub App's installation access token"),
    secret("ghr_", 36..=251, Alphanumeric, "looks-like-github-token", "a GitHub App's refresh token"),
    secret(
        "github_pat_",
        50..=251,
        Base64url,
        "looks-like-github-token",
        "a GitHub fine-grained personal access token",
    ),
    secret("glpat-", 20..=300, AnyBase64, "looks-like-gitlab-token", "a GitLab personal access token"),
    secret("gloas-", 60..=70, HexDigits, "looks-like-gitlab-token", "a GitLab OAuth application secret"),
    secret("gldt-", 20..=300, AnyBase64, "looks-like-gitlab-token", "a GitLab deploy token"),
    secret("glrt-", 20..=300, AnyBase64, "looks-like-gitlab-token", "a GitLab runner authentication token"),
    secret("glcbt-", 20..=300, AnyBase64, "looks-like-gitlab-token", "a GitLab CI job token"),
    secret("glptt-", 40..=40, HexDigits, "looks-like-gitlab-token", "a GitLab pipeline trigger token"),
    secret("glft-", 20..=300, AnyBase64, "looks-like-gitlab-token", "a GitLab feed token"),
    secret("glimt-", 20..=300, AnyBase64, "looks-like-gitlab-token", "a GitLab incoming mail token"),
    secret("glagent-", 40..=300, AnyBase64, "looks-like-gitlab-token", "a GitLab agent token"),
    secret("xoxb-", 20..=300, AnyBase64, "looks-like-slack-token", "a Slack bot token"),
    secret("xoxp-", 20..=300, AnyBase64, "looks-like-slack-token", "a Slack user token"),
    secret("xoxa-", 20..=300, AnyBase64, "looks-like-slack-token", "a Slack app token"),
    secret("xoxr-", 20..=300, AnyBase64, "looks-like-slack-token", "a Slack refresh token"),
    secret("xoxe-", 20..=300, AnyBase64, "looks-like-slack-token", "a Slack refresh token"),
    secret("xoxe.", 20..=300, AnyBase64, "looks-like-slack-token", "a Slack token that expires"),
    secret("xoxs-", 20..=300, AnyBase64, "looks-like-slack-token", "a Slack session token"),
    secret("xoxo-", 20..=300, AnyBase64, "looks-like-slack-token", "a Slack token"),
    secret("xoxd-", 20..=600, AnyBase64, "looks-like-slack-token", "a Slack session cookie"),
    secret("xapp-", 20..=300, AnyBase64, "looks-like-slack-token", "a Slack app-level token"),
    secret("sk_live_", 16..=250, Alphanumeric, "looks-like-stripe-key", "a Stripe secret key"),
    secret("sk_test_", 16..=250, Alphanumeric, "looks-like-stripe-key", "a Stripe secret key for tests"),
    secret("rk_live_", 16..=250, Alphanumeric, "looks-like-stripe-key", "a Stripe restricted key"),
    secret("rk_test_", 16..=250, Alphanumeric, "looks-like-stripe-key", "a Stripe restricted key for tests"),
    public("pk_live_", 16..=250, Alphanumeric, "looks-like-stripe-key", "a Stripe publishable key"),
    public("pk_test_", 16..=250, Alphanumeric, "looks-like-stripe-key", "a Stripe publishable key for tests"),
    secret("whsec_", 24..=100, AnyBase64, "looks-like-webhook-secret", "a secret for checking webhooks"),
    identifier("AKIA", 16..=16, CapitalsAndDigits, "looks-like-aws-key-id", "the ID of a long-lived AWS access key"),
    identifier("ASIA", 16..=16, CapitalsAndDigits, "looks-like-aws-key-id", "the ID of a temporary AWS access key"),
    secret("sb_secret_", 20..=100, Base64url, "looks-like-supabase-key", "a Supabase secret key"),
    public("sb_publishable_", 20..=100, Base64url, "looks-like-supabase-key", "a Supabase publishable key"),
    secret("sbp_", 40..=44, Base64url, "looks-like-supabase-key", "a Supabase personal access token"),
    secret("sk-ant-", 30..=200, Base64url, "looks-like-ai-service-key", "an API key in the form that Anthropic uses"),
    secret("sk-proj-", 30..=250, Base64url, "looks-like-ai-service-key", "an API key in the form that OpenAI uses"),
    secret("sk-svcacct-", 30..=250, Base64url, "looks-like-ai-service-key", "an API key in the form that OpenAI uses"),
    secret("sk-", 32..=64, Alphanumeric, "looks-like-ai-service-key", "an API key in the form that OpenAI began"),
    secret("gsk_", 40..=80, Alphanumeric, "looks-like-ai-service-key", "a Groq API key"),
    secret("r8_", 37..=37, Alphanumeric, "looks-like-ai-service-key", "a Replicate API token"),
    secret("hf_", 30..=60, Alphanumeric, "looks-like-hugging-face-token", "a Hugging Face access token"),
    secret("npm_", 36..=36, Alphanumeric, "looks-like-npm-token", "an npm access token"),
    secret("pypi-AgE", 50..=400, Base64url, "looks-like-pypi-token", "a PyPI API token"),
    secret("rubygems_", 48..=48, HexDigits, "looks-like-rubygems-key", "a RubyGems API key"),
    secret("dckr_pat_", 20..=60, Base64url, "looks-like-docker-token", "a Docker personal access token"),
    secret("dckr_oat_", 20..=60, Base64url, "looks-like-docker-token", "a Docker organisation access token"),
    secret("dop_v1_", 64..=64, HexDigits, "looks-like-digitalocean-token", "a DigitalOcean personal access token"),
    secret("doo_v1_", 64..=64, HexDigits, "looks-like-digitalocean-token", "a DigitalOcean OAuth access token"),
    secret("dor_v1_", 64..=64, HexDigits, "looks-like-digitalocean-token", "a DigitalOcean OAuth refresh token"),
    secret("hvs.", 24..=300, Base64url, "looks-like-vault-token", "a HashiCorp Vault token"),
    secret("hvb.", 24..=400, Base64url, "looks-like-vault-token", "a HashiCorp Vault batch token"),
    secret("shpat_", 32..=32, HexDigits, "looks-like-shopify-token", "a Shopify access token"),
    secret("shpss_", 32..=32, HexDigits, "looks-like-shopify-token", "a Shopify shared secret"),
    secret("glsa_", 32..=60, Base64url, "looks-like-grafana-token", "a Grafana service account token"),
    secret("sntrys_", 40..=500, AnyBase64, "looks-like-sentry-token", "a Sentry organisation token"),
    secret("lin_api_", 32..=60, Alphanumeric, "looks-like-linear-key", "a Linear API key"),
    secret("ATATT3", 100..=400, AnyBase64, "looks-like-atlassian-token", "an Atlassian API token"),
    secret("PMAK-", 50..=70, Base64url, "looks-like-postman-key", "a Postman API key"),
    secret("tskey-", 20..=100, Base64url, "looks-like-tailscale-key", "a Tailscale key"),
    secret("dapi", 32..=34, HexDigits, "looks-like-databricks-token", "a Databricks personal access token"),
    secret("NRAK-", 27..=27, CapitalsAndDigits, "looks-like-new-relic-key", "a New Relic user key"),
    secret("SG.", 60..=70, AnyBase64, "looks-like-sendgrid-key", "a SendGrid API key"),
    secret("sha256~", 43..=43, Base64url, "looks-like-openshift-token", "an OpenShift access token"),
    secret("sq0atp-", 22..=22, Base64url, "looks-like-square-token", "a Square access token"),
    secret(
        "AGE-SECRET-KEY-1",
        58..=58,
        CapitalsAndDigits,
        "looks-like-age-key",
        "a secret key of the age file encryption",
    ),
    secret("key-", 32..=32, HexDigits, "looks-like-mailgun-key", "an API key in the form that Mailgun uses"),
    public("pk.eyJ1Ijo", 41..=300, AnyBase64, "looks-like-mapbox-token", "a public Mapbox token"),
    secret("sk.eyJ1Ijo", 41..=300, AnyBase64, "looks-like-mapbox-token", "a secret Mapbox token"),
    secret("tk.eyJ1Ijo", 41..=2000, AnyBase64, "looks-like-mapbox-token", "a temporary Mapbox token"),
    identifier("SK", 32..=32, HexDigits, "looks-like-twilio-id", "the ID of a Twilio API key"),
    identifier("AC", 32..=32, HexDigits, "looks-like-twilio-id", "the ID of a Twilio account"),
];
