//! What kinds of tokens and issuers demand of every token, and the findings on tokens that break this.

use std::slice;

use decode::Part;
use decode::json::{JsonKind, Value};
use inspect::display;
use inspect::jose::algorithms::AlgorithmFamily;
use inspect::jose::demands::{Demand, Demanded, Demands, MemberName, Strength};
use inspect::jose::issuers::KnownIssuer;
use inspect::jose::kinds::TokenKind;
use inspect::jose::{self, AlgorithmUse, CheckedWith};

use super::KindRecords;
use crate::claim::aud;
use crate::query::{claims, kinds};
use crate::{Evaluation, Evidence, Place, Severity};

/// What is demanded of one token.
struct DemandsOnToken<'s> {
    evaluation: &'s Evaluation<'s>,
    payload: &'s Part,
    /// The issuer that demands it. None where the kind of token does.
    issuer: Option<KnownIssuer>,
    records: &'static KindRecords,
    demands: Demands,
    /// An error only if the token states its kind.
    gravest: Severity,
}

/// None where nothing is demanded, or where the claims cannot be read as a whole.
fn demands_on<'s>(evaluation: &'s Evaluation) -> Option<DemandsOnToken<'s>> {
    let profile = &evaluation.description.profile;
    let (demands, certainty) = profile.demands()?;
    let issuer = profile.known_issuer().filter(|issuer| issuer.facts().demands.is_some());
    let records = issuer.map_or_else(|| KindRecords::of_kind(profile.kind), KindRecords::of_issuer)?;
    let payload = evaluation.token.payload()?;
    let is_object = payload.value().is_some_and(|value| matches!(value.kind, JsonKind::Object(_)));
    // A claim that is not in the payload of an SD-JWT may be in a disclosure.
    let is_credential = issuer.is_none() && profile.kind == TokenKind::SdJwtVc;
    let is_shown = evaluation.description.sd_jwt.is_none() || is_credential;
    let is_whole = is_object && is_shown && payload.error().is_none() && !evaluation.token.is_cut_off();
    let gravest = kinds::of_certainty(certainty);
    is_whole.then_some(DemandsOnToken { evaluation, payload, issuer, records, demands, gravest })
}

/// Whether the token lacks this claim although its kind demands it: then the finding on the kind says so.
pub(crate) fn lacks(evaluation: &Evaluation, claim: &str) -> bool {
    let is_claim = |demand: &&Demand| matches!(demand.what, Demanded::Member(MemberName::Claim(name)) if name == claim);
    demands_on(evaluation).is_some_and(|demands| {
        demands.unnamed_type().is_none() && demands.missing().is_some_and(|missing| missing.iter().any(is_claim))
    })
}

pub(super) fn check(evaluation: &Evaluation) -> Vec<Evidence> {
    let Some(on_token) = demands_on(evaluation) else { return Vec::new() };
    let Some(missing) = on_token.missing() else { return Vec::new() };
    if let Some(typ) = on_token.unnamed_type() {
        let is_complete = missing.is_empty();
        return on_token.could_be_typed(typ).filter(|_| is_complete).into_iter().collect();
    }
    let typ = on_token.demands.only_if_typed.and_then(|typ| on_token.wrong_type(typ));
    let broken = on_token.demands.list.iter().filter_map(|demand| on_token.broken(*demand));
    on_token.missing_members(&missing).into_iter().chain(typ).chain(broken).collect()
}

impl<'s> DemandsOnToken<'s> {
    fn has(&self, name: MemberName) -> bool {
        match name {
            MemberName::HeaderParameter(name) => self.evaluation.token.parameter(name).is_some(),
            MemberName::Claim(name) => claims::has(self.payload, name),
        }
    }

    /// The demands for what must be there and is not. None for a token that is only guessed to be of this kind and has
    /// less than half of that: then it is probably of another kind.
    fn missing(&self) -> Option<Vec<&'static Demand>> {
        let demanded: Vec<_> = self.demands.list.iter().filter(|demand| !alternatives(demand).is_empty()).collect();
        let is_missing = |demand: &&Demand| !alternatives(demand).iter().any(|name| self.has(*name));
        let missing: Vec<_> = demanded.iter().copied().filter(is_missing).collect();
        let is_of_kind = self.gravest == Severity::Error || missing.len() * 2 <= demanded.len();
        is_of_kind.then_some(missing)
    }

    /// The type without which nothing is demanded of the token, if the token does not have it.
    fn unnamed_type(&self) -> Option<&'static str> {
        let bare = self.typ().rsplit('/').next().unwrap_or_default();
        self.demands.only_if_typed.filter(|expected| !bare.eq_ignore_ascii_case(expected))
    }

    fn typ(&self) -> &'s str {
        self.evaluation.token.parameter("typ").and_then(Value::as_str).unwrap_or_default()
    }

    /// Where a header parameter stands.
    fn header(&self, name: &str) -> Place {
        let token = self.evaluation.token;
        token.header().map_or_else(Place::default, |part| Place::of(token, part, name))
    }

    /// Whose tokens these are, as a sentence ends: `of every DPoP proof`.
    fn of_whom(&self) -> String {
        match (self.issuer, self.evaluation.description.profile.kind) {
            (Some(issuer), _) => format!("of every such token from {}", issuer.name()),
            // Access tokens of other types follow the rules of their issuers.
            (None, TokenKind::OauthAccessToken) => "of every token of type `at+jwt`".to_owned(),
            (None, kind) => format!("of every {}", kind.name()),
        }
    }

    /// The token has all that is demanded of a type, but not the type.
    fn could_be_typed(&self, typ: &str) -> Option<Evidence> {
        // Users cannot change what a well-known issuer writes.
        let is_known = self.evaluation.description.profile.issuer.is_some();
        let is_for_nobody = self.payload.value().and_then(|value| value.member("aud")).is_some_and(aud::is_empty);
        if is_known || is_for_nobody || !matches!(self.typ(), "" | "JWT" | "jwt") {
            return None;
        }
        let message = format!(
            "Has all that {} demands: with `typ` `{typ}` it could be told apart from other kinds wherever `typ` is checked.",
            self.demands.document
        );
        Some(Evidence::new(self.records.untyped?, message, self.header("typ")).with_severity(Severity::Info))
    }

    fn missing_members(&self, missing: &[&Demand]) -> Option<Evidence> {
        let names: Vec<_> = missing.iter().map(|demand| quoted_alternatives(demand)).collect();
        let list = match names.as_slice() {
            [] => return None,
            [one] => one.clone(),
            [others @ .., last] => format!("{} and {last}", others.join(", ")),
        };
        let is_there = |strength| missing.iter().any(|demand| demand.strength == strength);
        let severity = match () {
            () if is_there(Strength::Required) => self.gravest,
            () if is_there(Strength::Recommended) => Severity::Warning,
            () => Severity::Notice,
        };
        let message = format!("Lacks {list}, which {} demands {}.", self.demands.document, self.of_whom());
        let place = Place::at(self.evaluation.token, self.payload);
        Some(Evidence::new(self.records.missing_claim, message, place).with_severity(severity))
    }

    /// The finding on one demand, except on members that must be there.
    fn broken(&self, demand: Demand) -> Option<Evidence> {
        match demand.what {
            Demanded::Member(_) | Demanded::OneOf(_) => None,
            Demanded::NoClaim(name) => self.forbidden_claim(name, demand.strength),
            Demanded::Type(typ) => self.wrong_type(typ),
            Demanded::Algorithms(_) | Demanded::PrivateKey => self.wrong_alg(demand),
        }
    }

    /// A token that states its kind does so by its type, so the type can only be wrong if the kind is guessed.
    fn wrong_type(&self, typ: &str) -> Option<Evidence> {
        if self.gravest != Severity::Warning {
            return None;
        }
        let message = format!("Its `typ` is not `{typ}`, as {} demands {}.", self.demands.document, self.of_whom());
        let evidence = Evidence::new(self.records.untyped?, message, self.header("typ"));
        Some(evidence.with_severity(Severity::Warning))
    }

    fn forbidden_claim(&self, name: &'static str, strength: Strength) -> Option<Evidence> {
        if !self.has(MemberName::Claim(name)) {
            return None;
        }
        let (severity, verb) = match strength {
            Strength::Required => (self.gravest, "forbids"),
            Strength::Recommended => (Severity::Warning, "says should not be there"),
            Strength::Advised => (Severity::Notice, "advises against"),
        };
        let message = format!("Has `{name}`, which {} {verb}.", self.demands.document);
        let place = Place::of_name(self.evaluation.token, self.payload, name);
        Some(Evidence::new(self.records.forbidden_claim?, message, place).with_severity(severity))
    }

    /// An `alg` that signs, but not as demanded.
    fn wrong_alg(&self, demand: Demand) -> Option<Evidence> {
        let alg = self.evaluation.token.parameter("alg").and_then(Value::as_str)?;
        let algorithm = jose::algorithm(alg).filter(|algorithm| algorithm.usage == AlgorithmUse::Signature)?;
        let (is_allowed, rule) = match demand.what {
            Demanded::Algorithms([only]) => (alg == *only, format!("demands `{only}`")),
            Demanded::Algorithms(names) => {
                let quoted: Vec<_> = names.iter().map(|name| format!("`{name}`")).collect();
                (names.contains(&alg), format!("demands one of {}", display::listed(&quoted, " and ")))
            }
            Demanded::PrivateKey => {
                (algorithm.checked_with != CheckedWith::SharedSecret, "demands a signature by a private key".to_owned())
            }
            Demanded::Member(_) | Demanded::OneOf(_) | Demanded::NoClaim(_) | Demanded::Type(_) => return None,
        };
        if is_allowed || algorithm.family == AlgorithmFamily::Unsecured {
            return None;
        }
        let document = demand.document.unwrap_or(self.demands.document);
        let message = format!("`alg` is `{alg}`, but {document} {rule} {}.", self.of_whom());
        Some(Evidence::new(self.records.wrong_alg?, message, self.header("alg")).with_severity(self.gravest))
    }
}

/// The members of which one must be there. Empty for other demands.
fn alternatives(demand: &Demand) -> &[MemberName] {
    match &demand.what {
        Demanded::Member(name) => slice::from_ref(name),
        Demanded::OneOf(names) => names,
        Demanded::NoClaim(_) | Demanded::Type(_) | Demanded::Algorithms(_) | Demanded::PrivateKey => &[],
    }
}

/// `` `sub` or `sid` ``, `` `jwk` in its header ``.
fn quoted_alternatives(demand: &Demand) -> String {
    let quoted = |name: &MemberName| match name {
        MemberName::HeaderParameter(name) => format!("`{name}` in its header"),
        MemberName::Claim(name) => format!("`{name}`"),
    };
    alternatives(demand).iter().map(quoted).collect::<Vec<_>>().join(" or ")
}

#[cfg(test)]
mod tests;
