//! Build and deployment services, and schedulers, that tell others which job or program is running.

use super::IssuerFacts;
use crate::jose::special_claims as claims;

/// Tokens for extensions are signed with the secret of the extension.
pub(super) const AZURE_DEVOPS: IssuerFacts =
    IssuerFacts::named("azure-devops", "Azure DevOps").with_claims(&[claims::AZURE_DEVOPS]);

pub(super) const BITBUCKET: IssuerFacts =
    IssuerFacts::named("bitbucket", "Bitbucket Pipelines").with_private_key().with_claims(&[claims::BITBUCKET]);

pub(super) const BUILDKITE: IssuerFacts =
    IssuerFacts::named("buildkite", "Buildkite").with_private_key().with_claims(&[claims::BUILDKITE]);

pub(super) const CIRCLE_CI: IssuerFacts =
    IssuerFacts::named("circleci", "CircleCI").with_private_key().with_claims(&[claims::CIRCLE_CI]);

pub(super) const FLY: IssuerFacts = IssuerFacts::named("fly", "Fly.io").with_private_key().with_claims(&[claims::FLY]);

pub(super) const GITHUB_RUNTIME: IssuerFacts =
    IssuerFacts::named("github-runtime", "the GitHub Actions runtime").with_claims(&[claims::GITHUB_RUNTIME]);

pub(super) const HCP_TERRAFORM: IssuerFacts =
    IssuerFacts::named("hcp-terraform", "HCP Terraform").with_private_key().with_claims(&[claims::HCP_TERRAFORM]);

pub(super) const NOMAD: IssuerFacts =
    IssuerFacts::named("nomad", "HashiCorp Nomad").with_private_key().with_claims(&[claims::NOMAD]);

pub(super) const PULUMI: IssuerFacts =
    IssuerFacts::named("pulumi", "Pulumi Cloud").with_private_key().with_claims(&[claims::PULUMI]);

pub(super) const SPACELIFT: IssuerFacts =
    IssuerFacts::named("spacelift", "Spacelift").with_private_key().with_claims(&[claims::SPACELIFT]);

pub(super) const VERCEL: IssuerFacts =
    IssuerFacts::named("vercel", "Vercel").with_private_key().with_claims(&[claims::VERCEL]);
