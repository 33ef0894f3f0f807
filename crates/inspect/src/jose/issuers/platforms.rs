//! Platforms that sign tokens for programs: clouds, clusters, build services, stores.

use super::IssuerFacts;
use crate::jose::demands::{Demands, algorithms, claim, header_parameter};
use crate::jose::lifetimes::{AcceptedLifetime, CountedFrom, DAY, HOUR, MINUTE};
use crate::jose::possession::Possession;
use crate::jose::{keeping, special_claims as claims};

pub(super) const APPLE_CONNECT: IssuerFacts = IssuerFacts {
    id: "apple-connect",
    name: "App Store Connect",
    signs_with_private_key: true,
    accepted_lifetime: Some(AcceptedLifetime {
        who_accepts: "App Store Connect accepts",
        seconds: 20 * MINUTE,
        at_least: None,
        counted_from: CountedFrom::Issue,
        document: "Apple, \"Generating tokens for API requests\"",
    }),
    expiry: None,
    possession: None,
    demands: Some(Demands {
        document: "Apple's documentation",
        only_if_typed: None,
        list: &[claim("exp"), header_parameter("kid"), algorithms(&["ES256"])],
    }),
    claims: &[claims::APPLE_CONNECT],
};

pub(super) const APPLE_MUSIC: IssuerFacts = IssuerFacts {
    id: "apple-music",
    name: "Apple Music",
    signs_with_private_key: false,
    accepted_lifetime: Some(AcceptedLifetime {
        who_accepts: "Apple Music accepts",
        seconds: 15_777_000,
        at_least: None,
        counted_from: CountedFrom::Receipt,
        document: "Apple Music, \"Generating developer tokens\"",
    }),
    expiry: None,
    possession: None,
    demands: None,
    claims: &[claims::APPLE_TEAM],
};

pub(super) const APPLE_PUSH: IssuerFacts = IssuerFacts {
    id: "apple-push",
    name: "the Apple Push Notification service",
    signs_with_private_key: false,
    accepted_lifetime: Some(AcceptedLifetime {
        who_accepts: "Apple accepts",
        seconds: HOUR,
        at_least: None,
        counted_from: CountedFrom::Issue,
        document: "Apple, \"Establishing a token-based connection to APNs\"",
    }),
    expiry: None,
    possession: None,
    demands: None,
    claims: &[claims::APPLE_TEAM],
};

pub(super) const APPLE_STORE_SERVER: IssuerFacts = IssuerFacts {
    id: "apple-store-server",
    name: "the App Store Server API",
    signs_with_private_key: true,
    accepted_lifetime: Some(AcceptedLifetime {
        who_accepts: "the App Store Server API accepts",
        seconds: HOUR,
        at_least: None,
        counted_from: CountedFrom::Issue,
        document: "Apple, \"Generating JSON Web Tokens for API requests\"",
    }),
    expiry: None,
    possession: None,
    demands: Some(Demands {
        document: "Apple's documentation",
        only_if_typed: None,
        list: &[claim("iat"), claim("exp"), header_parameter("kid"), algorithms(&["ES256"])],
    }),
    claims: &[claims::APPLE],
};

pub(super) const ATLASSIAN_CONNECT: IssuerFacts = IssuerFacts {
    id: "atlassian-connect",
    name: "Atlassian Connect",
    signs_with_private_key: false,
    accepted_lifetime: None,
    expiry: None,
    possession: None,
    demands: None,
    claims: &[],
};

pub(super) const AWS_ALB: IssuerFacts = IssuerFacts {
    id: "aws-alb",
    name: "AWS load balancers",
    signs_with_private_key: true,
    accepted_lifetime: None,
    expiry: None,
    possession: None,
    demands: None,
    claims: &[],
};

pub(super) const AWS_STS: IssuerFacts = IssuerFacts {
    id: "aws-sts",
    name: "Amazon Web Services",
    signs_with_private_key: false,
    accepted_lifetime: None,
    expiry: None,
    possession: None,
    demands: None,
    claims: &[],
};

pub(super) const CLOUDFLARE_ACCESS: IssuerFacts = IssuerFacts {
    id: "cloudflare-access",
    name: "Cloudflare Access",
    signs_with_private_key: true,
    accepted_lifetime: None,
    expiry: None,
    possession: None,
    demands: None,
    claims: &[],
};

pub(super) const DOCKER_REGISTRY: IssuerFacts = IssuerFacts {
    id: "docker-registry",
    name: "container registries",
    signs_with_private_key: false,
    accepted_lifetime: None,
    expiry: None,
    possession: None,
    demands: None,
    claims: &[],
};

pub(super) const EKS: IssuerFacts = IssuerFacts {
    id: "eks",
    name: "Amazon EKS",
    signs_with_private_key: true,
    accepted_lifetime: None,
    expiry: None,
    possession: Some(Possession::Bearer(&keeping::BOUND_SERVICE_ACCOUNT)),
    demands: None,
    claims: &[],
};

pub(super) const GITHUB_ACTIONS: IssuerFacts = IssuerFacts {
    id: "github-actions",
    name: "GitHub Actions",
    signs_with_private_key: true,
    accepted_lifetime: None,
    expiry: None,
    possession: None,
    demands: None,
    claims: &[claims::GITHUB_ACTIONS],
};

/// The example in GitHub's documentation lasts eleven minutes, from an `iat` that is set back by one.
pub(super) const GITHUB_APP: IssuerFacts = IssuerFacts {
    id: "github-app",
    name: "GitHub Apps",
    signs_with_private_key: false,
    accepted_lifetime: Some(AcceptedLifetime {
        who_accepts: "GitHub accepts",
        seconds: 10 * MINUTE,
        at_least: None,
        counted_from: CountedFrom::Receipt,
        document: "GitHub, \"Generating a JSON Web Token for a GitHub App\"",
    }),
    expiry: None,
    possession: None,
    demands: None,
    claims: &[claims::GITHUB_APP],
};

pub(super) const GITLAB_CI: IssuerFacts = IssuerFacts {
    id: "gitlab-ci",
    name: "GitLab CI",
    signs_with_private_key: true,
    accepted_lifetime: None,
    expiry: None,
    possession: None,
    demands: None,
    claims: &[claims::GITLAB_CI],
};

pub(super) const GOOGLE_IAP: IssuerFacts = IssuerFacts {
    id: "google-iap",
    name: "Google Identity-Aware Proxy",
    signs_with_private_key: true,
    accepted_lifetime: None,
    expiry: None,
    possession: None,
    demands: Some(Demands {
        document: "Google's documentation",
        only_if_typed: None,
        list: &[
            claim("sub"),
            claim("aud"),
            claim("exp"),
            claim("iat"),
            header_parameter("kid"),
            algorithms(&["ES256"]),
        ],
    }),
    claims: &[claims::GOOGLE_IAP],
};

pub(super) const GOOGLE_SERVICE_ACCOUNT: IssuerFacts = IssuerFacts {
    id: "google-service-account",
    name: "a Google service account",
    signs_with_private_key: true,
    accepted_lifetime: Some(AcceptedLifetime {
        who_accepts: "Google accepts",
        seconds: HOUR,
        at_least: None,
        counted_from: CountedFrom::Issue,
        document: "Google, \"Using OAuth 2.0 for Server to Server Applications\"",
    }),
    expiry: None,
    possession: None,
    demands: None,
    claims: &[claims::GOOGLE_SERVICE_ACCOUNT],
};

pub(super) const HOME_ASSISTANT: IssuerFacts = IssuerFacts {
    id: "home-assistant",
    name: "Home Assistant",
    signs_with_private_key: false,
    accepted_lifetime: None,
    expiry: None,
    possession: None,
    demands: None,
    claims: &[],
};

pub(super) const K8S_BOUND: IssuerFacts = IssuerFacts {
    id: "k8s-bound",
    name: "Kubernetes",
    signs_with_private_key: true,
    accepted_lifetime: None,
    expiry: None,
    possession: Some(Possession::Bearer(&keeping::BOUND_SERVICE_ACCOUNT)),
    demands: None,
    claims: &[],
};

pub(super) const K8S_LEGACY: IssuerFacts = IssuerFacts {
    id: "k8s-legacy",
    name: "Kubernetes",
    signs_with_private_key: false,
    accepted_lifetime: None,
    expiry: None,
    possession: Some(Possession::Bearer(&keeping::LEGACY_SERVICE_ACCOUNT)),
    demands: None,
    claims: &[],
};

pub(super) const LIVEKIT: IssuerFacts = IssuerFacts {
    id: "livekit",
    name: "LiveKit",
    signs_with_private_key: false,
    accepted_lifetime: None,
    expiry: None,
    possession: None,
    demands: None,
    claims: &[],
};

pub(super) const NATS: IssuerFacts = IssuerFacts {
    id: "nats",
    name: "NATS",
    signs_with_private_key: false,
    accepted_lifetime: None,
    expiry: None,
    possession: None,
    demands: None,
    claims: &[claims::NATS],
};

pub(super) const SPIFFE: IssuerFacts = IssuerFacts {
    id: "spiffe",
    name: "SPIFFE",
    signs_with_private_key: true,
    accepted_lifetime: None,
    expiry: None,
    possession: None,
    demands: None,
    claims: &[claims::SPIFFE],
};

pub(super) const TWILIO: IssuerFacts = IssuerFacts {
    id: "twilio",
    name: "Twilio",
    signs_with_private_key: false,
    accepted_lifetime: Some(AcceptedLifetime {
        who_accepts: "Twilio accepts",
        seconds: DAY,
        at_least: None,
        counted_from: CountedFrom::Issue,
        document: "Twilio, \"Access tokens\"",
    }),
    expiry: None,
    possession: None,
    demands: None,
    claims: &[],
};

pub(super) const VAULT: IssuerFacts = IssuerFacts {
    id: "vault",
    name: "HashiCorp Vault",
    signs_with_private_key: false,
    accepted_lifetime: None,
    expiry: None,
    possession: None,
    demands: None,
    claims: &[claims::VAULT],
};

pub(super) const ZENDESK: IssuerFacts = IssuerFacts {
    id: "zendesk",
    name: "Zendesk",
    signs_with_private_key: false,
    accepted_lifetime: None,
    expiry: None,
    possession: None,
    demands: None,
    claims: &[],
};

pub(super) const ZOOM: IssuerFacts = IssuerFacts {
    id: "zoom",
    name: "Zoom",
    signs_with_private_key: false,
    accepted_lifetime: None,
    expiry: None,
    possession: None,
    demands: None,
    claims: &[claims::ZOOM],
};

pub(super) const ZOOM_MEETING_SDK: IssuerFacts = IssuerFacts {
    id: "zoom",
    name: "the Zoom Meeting SDK",
    signs_with_private_key: false,
    accepted_lifetime: Some(AcceptedLifetime {
        who_accepts: "Zoom accepts",
        seconds: 2 * DAY,
        at_least: Some(30 * MINUTE),
        counted_from: CountedFrom::Issue,
        document: "Zoom, \"Meeting SDK authorization\"",
    }),
    expiry: None,
    possession: None,
    demands: None,
    claims: &[claims::ZOOM],
};

pub(super) const ZOOM_VIDEO_SDK: IssuerFacts = IssuerFacts {
    id: "zoom",
    name: "the Zoom Video SDK",
    signs_with_private_key: false,
    accepted_lifetime: None,
    expiry: None,
    possession: None,
    demands: None,
    claims: &[claims::ZOOM],
};
