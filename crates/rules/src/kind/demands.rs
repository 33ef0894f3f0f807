//! What kinds of tokens and issuers demand of every token, and the findings on tokens that break this.

use decode::Part;
use decode::json::{Kind, Value};
use inspect::registry::{self, Usage};

use super::{KINDS, KindRecords};
use crate::claim::aud;
use crate::query::{claims, kinds};
use crate::{Evaluation, Evidence, Place, Severity};

/// The kind or issuer, and `source|demands`, where the source is the document that demands it. What an issuer demands
/// goes before what a kind demands.
///
/// | Written | Demands |
/// |---|---|
/// | `a`, `#a` | this claim, this header parameter |
/// | `a/b` | at least one of them |
/// | `-a` | no such claim |
/// | `?at+jwt` | this `typ` |
/// | `=ES256/PS` | one of these algorithms, or families of them |
/// | `!HS` | no algorithm of this family |
///
/// A `~` before a demand makes it weaker, a second `~` weaker still. Before a type it means that nothing is demanded of
/// tokens without that type, because other tokens of the kind follow rules of their own.
///
/// Some demands are left to other rules: `sd_hash`, `alg` being `none`, and keys in headers.
pub(super) const DEMANDS: [(&str, &str); 31] = [
    ("firebase", "Firebase's documentation|sub aud exp iat auth_time #kid =RS256"),
    ("firebase-session", "Firebase's documentation|sub aud exp iat auth_time #kid =RS256"),
    ("google-iap", "Google's documentation|sub aud exp iat #kid =ES256"),
    ("cognito", "Amazon's documentation|~token_use"),
    ("apple-connect", "Apple's documentation|exp #kid =ES256"),
    ("apple-client-secret", "Apple's documentation|iat exp #kid"),
    ("oauth-access-token", "RFC 9068 section 2.2|~?at+jwt iss exp aud ~sub ~client_id ~iat ~jti"),
    ("oidc-id-token", "OpenID Connect Core 1.0 section 2|iss sub aud exp iat"),
    (
        "oidc-logout-token",
        "OpenID Connect Back-Channel Logout 1.0 section 2.4|iss aud iat jti events sub/sid ~exp -nonce",
    ),
    ("security-event-token", "RFC 8417 section 2.2|iss iat jti events ~~-exp"),
    ("dpop-proof", "RFC 9449 section 4.2|?dpop+jwt jti htm htu iat #jwk !HS"),
    ("client-assertion", "RFC 7523 section 3|~?client-authentication+jwt iss sub aud exp"),
    ("jwt-bearer-grant", "RFC 7523 section 3|~?authorization-grant+jwt iss sub aud exp"),
    ("request-object", "RFC 9101 section 4|client_id -request -request_uri"),
    (
        "token-introspection-response",
        "RFC 9701 section 5|?token-introspection+jwt iss aud iat token_introspection ~-sub ~-exp",
    ),
    ("key-binding-jwt", "RFC 9901 section 4.3|?kb+jwt iat aud nonce"),
    ("credential-request-proof", "OpenID4VCI 1.0 appendix F.1|aud iat #kid/#jwk/#x5c/#trust_chain !HS"),
    ("key-attestation", "OpenID4VCI 1.0 appendix D.1|iat attested_keys"),
    ("verifier-attestation", "OpenID4VP 1.0 section 12|iss sub exp cnf"),
    ("client-attestation", "OAuth 2.0 Attestation-Based Client Authentication|sub exp cnf"),
    ("client-attestation-proof", "OAuth 2.0 Attestation-Based Client Authentication|aud jti iat"),
    ("entity-statement", "OpenID Federation 1.0 section 3.1|?entity-statement+jwt iss sub iat exp #kid"),
    ("trust-mark", "OpenID Federation 1.0 section 7.1|?trust-mark+jwt iss sub iat trust_mark_type/id"),
    ("status-list", "Token Status List section 5.1|?statuslist+jwt sub iat status_list"),
    ("sd-jwt-vc", "SD-JWT VC section 2.2.2|vct"),
    ("identity-assertion-grant", "Identity Assertion JWT Authorization Grant|iss sub aud exp iat jti client_id"),
    ("transaction-token", "Transaction Tokens|aud iat exp txn sub"),
    ("workload-identity-token", "WIMSE Workload Credentials|~?wit+jwt sub exp cnf"),
    ("workload-proof", "WIMSE Workload Proof Token|aud exp jti wth"),
    ("passport", "RFC 8225 section 4|?passport iat orig dest"),
    ("jwt-svid", "SPIFFE JWT-SVID section 3|sub aud exp =RS/ES/PS"),
];

/// What is demanded of one token.
struct Demands<'s> {
    evaluation: &'s Evaluation<'s>,
    payload: &'s Part,
    records: &'static KindRecords,
    /// The document that demands it.
    source: &'static str,
    words: &'static str,
    /// An error only if the token states its kind.
    gravest: Severity,
}

/// None where nothing is demanded, or where the claims cannot be read as a whole.
fn demands<'s>(evaluation: &'s Evaluation) -> Option<Demands<'s>> {
    let profile = &evaluation.description.profile;
    let find = |id: &str, certainty| {
        let (_, line) = DEMANDS.iter().find(|(of, _)| *of == id)?;
        let records = KINDS.iter().find(|records| records.of == id)?;
        let (source, words) = line.split_once('|')?;
        Some((*records, source, words, certainty))
    };
    let of_issuer = profile.issuer.as_ref().and_then(|issuer| find(issuer.id, issuer.certainty));
    let (records, source, words, certainty) = of_issuer.or_else(|| find(profile.id, profile.certainty))?;
    let payload = evaluation.token.payload()?;
    let is_object = payload.value().is_some_and(|value| matches!(value.kind, Kind::Object(_)));
    // A claim that is not in the payload of an SD-JWT may be in a disclosure.
    let is_shown = evaluation.description.sd_jwt.is_none() || records.of == "sd-jwt-vc";
    let is_whole = is_object && is_shown && payload.error().is_none() && !evaluation.token.is_cut_off();
    let gravest = kinds::of_certainty(certainty);
    is_whole.then_some(Demands { evaluation, payload, records, source, words, gravest })
}

/// Whether the token lacks this claim although its kind demands it: then the finding on the kind says so.
pub(crate) fn lacks(evaluation: &Evaluation, claim: &str) -> bool {
    demands(evaluation).is_some_and(|demands| {
        let is_it = |word: &&str| word.trim_start_matches('~') == claim;
        demands.unnamed_type().is_none() && demands.missing().is_some_and(|missing| missing.iter().any(is_it))
    })
}

pub(super) fn check(evaluation: &Evaluation) -> Vec<Evidence> {
    let Some(demands) = demands(evaluation) else { return Vec::new() };
    let Some(missing) = demands.missing() else { return Vec::new() };
    if let Some(typ) = demands.unnamed_type() {
        let is_complete = missing.is_empty();
        return demands.could_be_typed(typ).filter(|_| is_complete).into_iter().collect();
    }
    let broken = demands.words().filter_map(|word| demands.judge(word));
    demands.missing_claims(&missing).into_iter().chain(broken).collect()
}

impl<'s> Demands<'s> {
    fn words(&self) -> impl Iterator<Item = &'static str> + use<> {
        self.words.split(' ')
    }

    fn has(&self, name: &str) -> bool {
        match name.strip_prefix('#') {
            Some(name) => self.evaluation.token.parameter(name).is_some(),
            None => claims::has(self.payload, name),
        }
    }

    /// The words for what must be there and is not. None for a token that is only guessed to be of this kind and has
    /// less than half of that: then it is probably of another kind.
    fn missing(&self) -> Option<Vec<&'static str>> {
        let is_name = |word: &&str| !word.trim_start_matches('~').starts_with(['-', '?', '=', '!']);
        let is_missing = |word: &&str| !word.trim_start_matches('~').split('/').any(|name| self.has(name));
        let demanded = self.words().filter(is_name).count();
        let missing: Vec<_> = self.words().filter(is_name).filter(is_missing).collect();
        let is_of_kind = self.gravest == Severity::Error || missing.len() * 2 <= demanded;
        is_of_kind.then_some(missing)
    }

    /// The type without which nothing is demanded of the token, if the token does not have it.
    fn unnamed_type(&self) -> Option<&'static str> {
        let expected = self.words.strip_prefix("~?")?.split(' ').next()?;
        let bare = self.typ().rsplit('/').next().unwrap_or_default();
        (!bare.eq_ignore_ascii_case(expected)).then_some(expected)
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
        let profile = &self.evaluation.description.profile;
        match profile.issuer.as_ref().filter(|issuer| issuer.id == self.records.of) {
            Some(issuer) => format!("of every such token from {}", issuer.name),
            // Access tokens of other types follow the rules of their issuers.
            None if self.records.of == "oauth-access-token" => "of every token of type `at+jwt`".to_owned(),
            None => format!("of every {}", profile.name),
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
            self.source
        );
        Some(Evidence::new(self.records.untyped?, message, self.header("typ")).with_severity(Severity::Info))
    }

    fn missing_claims(&self, missing: &[&str]) -> Option<Evidence> {
        let names: Vec<_> = missing.iter().map(|word| quoted_alternatives(word)).collect();
        let list = match names.as_slice() {
            [] => return None,
            [one] => one.clone(),
            [others @ .., last] => format!("{} and {last}", others.join(", ")),
        };
        let is_weak = missing.iter().all(|word| word.starts_with('~'));
        let severity = if is_weak { Severity::Warning } else { self.gravest };
        let message = format!("Lacks {list}, which {} demands {}.", self.source, self.of_whom());
        let place = Place::at(self.evaluation.token, self.payload);
        Some(Evidence::new(self.records.missing_claim, message, place).with_severity(severity))
    }

    /// The finding on one demand, except on claims that must be there.
    fn judge(&self, word: &str) -> Option<Evidence> {
        let demand = word.trim_start_matches('~');
        let (sign, rest) = demand.split_at_checked(1)?;
        match sign {
            "?" if self.gravest == Severity::Warning => {
                let message = format!("Its `typ` is not `{rest}`, as {} demands {}.", self.source, self.of_whom());
                let evidence = Evidence::new(self.records.untyped?, message, self.header("typ"));
                Some(evidence.with_severity(Severity::Warning))
            }
            "-" if self.has(rest) => self.forbidden_claim(rest, word.len() - demand.len()),
            "=" => self.wrong_alg(rest, false),
            "!" => self.wrong_alg(rest, true),
            _ => None,
        }
    }

    /// `weakness` is the number of `~` before the demand.
    fn forbidden_claim(&self, name: &str, weakness: usize) -> Option<Evidence> {
        let (severity, verb) = match weakness {
            0 => (self.gravest, "forbids"),
            1 => (Severity::Warning, "says should not be there"),
            _ => (Severity::Notice, "advises against"),
        };
        let message = format!("Has `{name}`, which {} {verb}.", self.source);
        let place = Place::of(self.evaluation.token, self.payload, name);
        Some(Evidence::new(self.records.forbidden_claim?, message, place).with_severity(severity))
    }

    /// `algorithms` are the allowed ones or, if they are forbidden, those of shared secrets.
    fn wrong_alg(&self, algorithms: &str, are_forbidden: bool) -> Option<Evidence> {
        let alg = self.evaluation.token.parameter("alg").and_then(Value::as_str).unwrap_or_default();
        let is_listed = algorithms.split('/').any(|one| alg == one || one.len() == 2 && alg.starts_with(one));
        let is_signature = registry::algorithm(alg).is_some_and(|it| it.usage == Usage::Signature);
        if !is_signature || alg == "none" || is_listed != are_forbidden {
            return None;
        }
        let allowed = if are_forbidden {
            "a private key to sign with".to_owned()
        } else {
            algorithms.split('/').map(|one| format!("`{one}`")).collect::<Vec<_>>().join(", ")
        };
        let message = format!("`alg` is `{alg}`, but {} demands {allowed} {}.", self.source, self.of_whom());
        Some(Evidence::new(self.records.wrong_alg?, message, self.header("alg")).with_severity(self.gravest))
    }
}

/// `` `sub` or `sid` ``, `` `jwk` in its header ``.
fn quoted_alternatives(word: &str) -> String {
    let quoted = |name: &str| match name.strip_prefix('#') {
        Some(name) => format!("`{name}` in its header"),
        None => format!("`{name}`"),
    };
    word.trim_start_matches('~').split('/').map(quoted).collect::<Vec<_>>().join(" or ")
}

#[cfg(test)]
mod tests;
