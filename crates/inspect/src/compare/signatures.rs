//! Which keys the two name, and what their signatures reveal only together.

use super::said::{self, claim};
use super::sets::quoted;
use super::{Change, ComparedPart, ComparedTopic, ComparisonRemark, Likeness, NamedSide, times};
use crate::jose::algorithms::{Algorithm, AlgorithmFamily, AlgorithmUse, SigningKey};
use crate::time::instants;
use crate::validity::validity;
use crate::{Severity, jose, masked};
use decode::{Part, Role, Token};

/// The most signatures of a JSON serialization that are compared.
const SIGNATURES: usize = 20;

const NONCE_ADVICE: &str = "ECDSA needs a fresh secret number for every signature. Whoever has two signatures by one \
    key that share it can work out the private key with a little arithmetic, and then sign anything. Replace the key, \
    and sign with a library that derives the number from key and message (RFC 6979).";
const COPIED_ADVICE: &str =
    "One of them was most likely changed after it was signed, or given the signature of the other.";
const TWO_SIGNATURES_ADVICE: &str = "This algorithm makes the same signature of the same text each time. So two keys \
    signed here, or one of the signatures is not genuine.";
const ID_ADVICE: &str = "An issuer should never give one ID to two tokens: a deny-list or a replay check keyed on it \
    takes them for one.";

/// None if neither token says anything about a key.
pub(super) fn key(one: NamedSide, other: NamedSide) -> Option<ComparedTopic> {
    let name = "Key";
    if let (Some(one), Some(other)) = (thumbprint(one), thumbprint(other)) {
        return Some(match one == other {
            true => {
                ComparedTopic::new(name, Likeness::Same, "Both bring the very same key in `jwk`, which proves nothing.")
            }
            false => ComparedTopic::new(name, Likeness::Different, "They bring different keys in `jwk`."),
        });
    }
    let [(a, alg), (b, other_alg)] = [one, other].map(|side| {
        let said = |name: &str| side.token.parameter(name).and_then(said::text);
        (said("kid"), said("alg"))
    });
    let issuers = [one, other].map(|side| claim(side.token, "iss"));
    let (algs, fits) = match (alg, other_alg) {
        (Some(alg), Some(other)) if alg == other => (" the algorithm is the same.", Likeness::Unknown),
        (Some(alg), Some(other)) => {
            let [one, other] = [alg, other].map(family);
            let is_other_key = one.is_some() && other.is_some() && one != other;
            (" the algorithms differ.", if is_other_key { Likeness::Different } else { Likeness::Unknown })
        }
        _ => (" the algorithms cannot be compared.", Likeness::Unknown),
    };
    let same_alg = if alg.is_some() && alg == other_alg { " and algorithm" } else { "" };
    let is_silent = |side: NamedSide| side.token.parameter("kid").is_none() && is_whole(side.token);
    let only = |with: NamedSide, without: NamedSide| {
        let says = if is_silent(without) { " has a key ID, `kid`." } else { " has a readable `kid`." };
        Some(ComparedTopic::new(name, Likeness::Unknown, format!("Only {}{says}", with.name.noun())))
    };
    Some(match (a, b) {
        (Some(a), Some(b)) if a != b => {
            ComparedTopic::new(name, Likeness::Different, said::each(one.name, &quoted(a), other.name, &quoted(b)))
        }
        (Some(a), Some(_)) if matches!(issuers, [Some(one), Some(other)] if one != other) => ComparedTopic::new(
            name,
            Likeness::Unknown,
            format!(
                "Both name a key {}, but not the same issuer: a key ID is unique only within its issuer.",
                quoted(a)
            ),
        ),
        // RFC 8725 section 3.1. An RSA key without `alg` (RFC 7517 section 4.4) can serve several all the same.
        (Some(a), Some(_)) if alg.is_some() && other_alg.is_some() && alg != other_alg => {
            let why = match fits {
                Likeness::Different => "no key is meant for both.",
                _ => "a key should be for one of them alone.",
            };
            ComparedTopic::new(
                name,
                fits,
                format!("Both name the key {}, but not the same algorithm: {why}", quoted(a)),
            )
        }
        (Some(a), Some(_)) => {
            let says = format!("Both name the same key {}{same_alg}, which proves nothing.", quoted(a));
            ComparedTopic::new(name, Likeness::Same, says)
        }
        (Some(_), None) => return only(one, other),
        (None, Some(_)) => return only(other, one),
        (None, None) if alg.is_none() && other_alg.is_none() => return None,
        (None, None) if is_silent(one) && is_silent(other) => {
            ComparedTopic::new(name, fits, format!("Neither has a key ID;{algs}"))
        }
        (None, None) => ComparedTopic::new(name, fits, format!("Their key IDs cannot be compared;{algs}")),
    })
}

/// Whether its first header can be read to the end.
fn is_whole(token: &Token) -> bool {
    token.parts.iter().find(|part| part.role.is_header()).is_some_and(|part| part.error().is_none())
}

/// What kind of key an algorithm takes. None where that is not certain.
fn family(alg: &str) -> Option<SigningKey> {
    signing_algorithm(alg)?.signing_key()
}

/// The algorithm of this name, if tokens may be signed with it.
fn signing_algorithm(alg: &str) -> Option<&'static Algorithm> {
    jose::algorithm(alg).filter(|algorithm| algorithm.usage == AlgorithmUse::Signature)
}

/// RFC 7638, of the key in the first header.
fn thumbprint<'a>(side: NamedSide<'a>) -> Option<&'a str> {
    let is_in_header = |part: usize| side.token.parts.get(part).is_some_and(|part| part.role.is_header());
    let found = side.description.keys.iter().find(|key| key.pointer == "/jwk" && is_in_header(key.part));
    found?.key.thumbprint.as_deref()
}

pub(super) fn remarks(
    one: NamedSide,
    other: NamedSide,
    topics: &[ComparedTopic],
    parts: &[ComparedPart],
) -> Vec<ComparisonRemark> {
    let (a, b) = (one.token, other.token);
    let mut remarks = Vec::new();
    let mut remark = |id, severity, message: String, advice, references| {
        remarks.push(ComparisonRemark { id, severity, message, advice, references });
    };
    if a.text == b.text {
        let message = match masked::count(a) {
            0 => "The very same token, character for character.",
            _ => "The very same text, character for character; what is redacted in it may differ.",
        };
        remark("same-token", Severity::Info, message.to_owned(), "", &[]);
        return remarks;
    }
    match signed_alike(a, b) {
        Some(Alike::Nonce(kid)) => {
            let by = match kid {
                Some(kid) => format!(" Both name the key {}: if", quoted(kid)),
                None => " If".to_owned(),
            };
            let message = format!(
                "The two signatures begin with the same half (R) over different content, as if one secret number made \
                 both.{by} both are genuine and of one key, its private key can be computed from these two tokens."
            );
            let references = &["FIPS 186-5 section 6.3", "RFC 6979 section 1"];
            remark("ecdsa-nonce-reuse", Severity::Error, message, NONCE_ADVICE, references);
        }
        Some(Alike::Whole) => {
            let message = "Both end in the same signature, but what it signs differs: it fits one of them at most.";
            remark("same-signature", Severity::Error, message.to_owned(), COPIED_ADVICE, &["RFC 7515 section 5.2"]);
        }
        None => {}
    }
    if let Some(alg) = signed_apart(a, b) {
        let is_repeatable = signing_algorithm(alg).is_some_and(|algorithm| algorithm.family.is_deterministic());
        let severity = if is_repeatable { Severity::Warning } else { Severity::Info };
        let message = "Header and payload are the same; only the signature differs.";
        let advice = if is_repeatable { TWO_SIGNATURES_ADVICE } else { "" };
        remark("same-claims", severity, message.to_owned(), advice, &[]);
    }
    let has_one_issuer = outcome(topics, "Issuer") == Some(Likeness::Same);
    if let (Some(id), true) = (claim(a, "jti"), has_one_issuer && claims_differ(parts))
        && claim(b, "jti") == Some(id)
    {
        let message = format!("Both have the ID {} (`jti`), but their claims differ.", quoted(id));
        remark("same-id", Severity::Warning, message, ID_ADVICE, &["RFC 7519 section 4.1.7"]);
    }
    if let Some(message) = refreshed(one, other, topics) {
        remark("refreshed", Severity::Info, message, "", &[]);
    }
    remarks
}

fn outcome(topics: &[ComparedTopic], name: &str) -> Option<Likeness> {
    topics.iter().find(|topic| topic.name == name).map(|topic| topic.outcome)
}

/// Whether any claim differs by value. In a token that was cut off, a missing claim does not count as a difference.
fn claims_differ(parts: &[ComparedPart]) -> bool {
    parts.iter().filter(|part| part.role == Role::Payload).any(|part| {
        part.rows.iter().any(|row| match row.change {
            Change::Changed => true,
            Change::OnlyOne | Change::OnlyOther => part.remarks.is_empty(),
            _ => false,
        })
    })
}

/// Likely one token and the next of its kind: same issuer, same user, same sign-in, same client as far as they say, issued later.
fn refreshed(one: NamedSide, other: NamedSide, topics: &[ComparedTopic]) -> Option<String> {
    let outcome = |name: &str| outcome(topics, name);
    let is_one_sign_in = ["Issuer", "User", "Session"].map(outcome) == [Some(Likeness::Same); 3];
    let is_one_kind = one.description.profile.kind == other.description.profile.kind;
    let is_one_client =
        outcome("Client") != Some(Likeness::Different) && outcome("Audience") != Some(Likeness::Different);
    let [from, to] = [one, other].map(|side| validity(side.token, 0).issued_at);
    let (from, to) = (from?, to?);
    let is_later = from != to && times::is_known(from) && times::is_known(to);
    if !(is_one_sign_in && is_one_kind && is_one_client && is_later) {
        return None;
    }
    let by = instants::duration(from.abs_diff(to));
    Some(format!(
        "The later token is likely the refreshed successor of the earlier one: same user, same sign-in, issued {by} later."
    ))
}

enum Alike<'t> {
    /// The first half alone; and the name of the key, where both have it.
    Nonce(Option<&'t str>),
    Whole,
}

/// Signatures of different content that are alike.
fn signed_alike<'t>(a: &'t Token, b: &'t Token) -> Option<Alike<'t>> {
    let mut found = None;
    for (group, one) in signatures(a) {
        for (other_group, other) in signatures(b) {
            let (alg, other_alg) = (text(a, group, "alg"), text(b, other_group, "alg"));
            if alg.is_none() || alg != other_alg || signs_the_same(a, group, b, other_group) != Some(false) {
                continue;
            }
            if one.bytes == other.bytes {
                return Some(Alike::Whole);
            }
            if let Some(half) = alg.and_then(half_of_ecdsa)
                && one.bytes.len() == 2 * half
                && other.bytes.len() == 2 * half
                && one.bytes.get(..half) == other.bytes.get(..half)
                && one.bytes.iter().take(half).any(|byte| *byte != 0)
            {
                let kid = text(a, group, "kid");
                found = Some(Alike::Nonce(kid.filter(|_| kid == text(b, other_group, "kid"))));
            }
        }
    }
    found
}

/// The algorithm of two tokens whose first signatures differ although they sign the same bytes.
fn signed_apart<'t>(a: &'t Token, b: &'t Token) -> Option<&'t str> {
    let ((group, one), (other_group, other)) = (signatures(a).next()?, signatures(b).next()?);
    let is_so = one.bytes != other.bytes && signs_the_same(a, group, b, other_group) == Some(true);
    // An unprotected header can name another.
    text(a, group, "alg").filter(|alg| is_so && text(b, other_group, "alg") == Some(alg))
}

fn signatures(token: &Token) -> impl Iterator<Item = (usize, &Part)> {
    let signatures = token.parts.iter().filter(|part| part.role == Role::Signature && !part.bytes.is_empty());
    signatures.take(SIGNATURES).map(|part| (part.group.unwrap_or_default(), part))
}

/// What is signed are the characters of the protected header and the payload: RFC 7515 section 5.1. None where one of
/// them left its payload out.
fn signs_the_same(a: &Token, group: usize, b: &Token, other_group: usize) -> Option<bool> {
    let signed = |token: &Token, group: usize| {
        let mut headers = token.headers_of(group);
        let header =
            headers.find(|part| part.role == Role::Header).map(|part| part.span.in_str(&token.text).to_owned());
        let payload = token.payload().map(|part| part.span.in_str(&token.text).to_owned());
        (!token.is_detached()).then_some((header, payload))
    };
    Some(signed(a, group)? == signed(b, other_group)?)
}

fn text<'t>(token: &'t Token, group: usize, name: &str) -> Option<&'t str> {
    token.parameter_of(group, name).and_then(said::text)
}

/// RFC 7518 section 3.4: R and S, each in its full length.
fn half_of_ecdsa(alg: &str) -> Option<usize> {
    let algorithm = jose::algorithm(alg).filter(|algorithm| algorithm.family == AlgorithmFamily::Ecdsa)?;
    algorithm.signature_lengths().first().map(|length| length / 2)
}
