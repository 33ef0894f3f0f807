//! A service knows how it is signed, and it is: RFC 7515 sections 4.1.1 and 5.2, RFC 7518 section 3.

use decode::format::Format;
use decode::json::Value;
use decode::{Part, Token};
use inspect::display::{grouped, listed, quoted};
use inspect::jose::algorithms::AlgorithmUse;
use inspect::jose::issuers::KnownIssuer;
use inspect::{jose, masked, recognise};

use super::{doubted, is_encrypted, refused, unknown};
use crate::judge::algorithm::header_not_read;
use crate::judge::held_claims::NAME;
use crate::judge::judged_line::JudgedLine;
use crate::{Expectations, KnownSignature};

/// The bytes of a signature by a key of 2,048 bits, which is the smallest: RFC 7518 section 3.3.
const SMALLEST_RSA: usize = 256;
/// Sizes of RSA keys go by 256 bits.
const RSA_STEP: usize = 32;
/// The bytes of a signature by the smallest key that was ever in use.
const OLD_RSA: usize = 64;

pub(super) fn judged(token: &Token, expectations: &Expectations, known: KnownSignature) -> Vec<JudgedLine> {
    let fits = matches!(known, KnownSignature::FitsPastedKey | KnownSignature::FitsOtherKey);
    if is_encrypted(token) || fits {
        return Vec::new();
    }
    if token.group_count() > 1 {
        let is_told = known != KnownSignature::Unsigned || expectations.signature;
        return if is_told { Vec::new() } else { vec![refused("it is not signed", "None of its signatures is one.")] };
    }
    if says_none(token) {
        return unsecured(token, expectations).into_iter().collect();
    }
    let algorithm = if expectations.algorithms.is_empty() { algorithm(token) } else { None };
    algorithm.into_iter().chain(signature(token, expectations, known)).collect()
}

/// `none` is taken by services that expect it alone.
fn unsecured(token: &Token, expectations: &Expectations) -> Option<JudgedLine> {
    let is_expected = expectations.algorithms.iter().any(|name| name == "none");
    if !is_expected {
        let sentence = "It is not signed: its `alg` is `none`, which a service takes only if it was told to (RFC 7518 \
                        section 3.6).";
        // The line on the signature says so where one is expected.
        return (!expectations.signature).then(|| refused("it is not signed", sentence).saying_text("none"));
    }
    if token.has_signature() {
        let sentence = "Its `alg` is `none`, so its signature must be empty (RFC 7518 section 3.6), and it is not.";
        return Some(refused("its `alg` is `none`, but it has a signature", sentence));
    }
    let lacks_dot = token.format == Format::JwsCompact && token.parts.len() == 2 && !token.is_cut_off();
    lacks_dot.then(|| {
        let sentence = "The dot at its end is missing, which a token without a signature has (RFC 7519 section 6.1).";
        refused("the dot at its end is missing", sentence)
    })
}

/// Where algorithms are expected, their line says it.
fn algorithm(token: &Token) -> Option<JudgedLine> {
    if header_not_read(token).is_some() || token.header().is_some_and(|header| header.value().is_none()) {
        return None;
    }
    let Some(alg) = token.parameter("alg") else {
        let sentence = "Its header has no `alg`, which every token has (RFC 7515 section 4.1.1).";
        return Some(refused("its header has no `alg`", sentence).saying_nothing("alg"));
    };
    let Some(name) = alg.as_str() else {
        let sentence = format!("Its `alg` is {}, not a string (RFC 7515 section 4.1.1).", alg.type_name());
        return Some(refused("its `alg` is not a string", sentence));
    };
    let shown = quoted(name, NAME);
    match jose::algorithm(name) {
        Some(known) if known.usage == AlgorithmUse::Signature => None,
        Some(_) => Some(refused(
            format!("its algorithm {shown} signs nothing"),
            format!("Its `alg` is {shown}, which is no algorithm of signatures."),
        )),
        // NATS has names of its own.
        None if recognise::profile(token).known_issuer() == Some(KnownIssuer::Nats) => None,
        None => Some(refused(
            format!("no library knows its algorithm {shown}"),
            format!(
                "Its `alg` is {shown}, which is not registered. Expect it under Algorithms if your service knows it."
            ),
        )),
    }
}

fn signature(token: &Token, expectations: &Expectations, known: KnownSignature) -> Option<JudgedLine> {
    if is_missing(token, known) {
        // The line on the signature says so where one is expected.
        return (!expectations.signature).then(|| refused(MISSING, missing(token)));
    }
    let signature = token.signature().filter(|signature| signature.error().is_none() && !signature.bytes.is_empty())?;
    length(token.parameter("alg")?.as_str()?, signature)
}

pub(in crate::judge) const LEFT_OUT: &str = "Whoever shared it left its signature out.";
pub(in crate::judge) const MISSING: &str = "its signature is missing";

/// A copy that was made to be shown: its sender says so, or masked values of it.
pub(in crate::judge) fn is_left_out(token: &Token, known: KnownSignature) -> bool {
    let is_copy = known == KnownSignature::LeftOut || masked::count(token) > 0;
    is_copy && !token.has_signature() && !says_none(token)
}

pub(in crate::judge) fn says_none(token: &Token) -> bool {
    token.parameter("alg").and_then(Value::as_str) == Some("none")
}

/// All else is there, and nobody says that it was left out.
pub(in crate::judge) fn is_missing(token: &Token, known: KnownSignature) -> bool {
    let is_whole = !is_encrypted(token) && token.format != Format::Segment && !token.is_cut_off();
    is_whole && token.group_count() < 2 && !token.has_signature() && !is_left_out(token, known)
}

/// A full sentence.
pub(in crate::judge) fn missing(token: &Token) -> String {
    match token.parameter("alg").and_then(Value::as_str) {
        Some(alg) => format!("As pasted, it has no signature, though its `alg` is {}.", quoted(alg, NAME)),
        None => "As pasted, it has no signature.".to_owned(),
    }
}

/// The algorithm says how long it is, and for RSA the key.
fn length(alg: &str, signature: &Part) -> Option<JudgedLine> {
    let (lengths, length) = (decode::signature_lengths(alg), signature.bytes.len());
    let shown = quoted(alg, NAME);
    let (Some(shortest), false) = (lengths.first(), lengths.contains(&length)) else { return None };
    let words: Vec<String> = lengths.iter().map(usize::to_string).collect();
    let wanted = listed(&words, " or ");
    let sentence = format!("As pasted, its signature has {length} bytes, but one by {shown} has {wanted}.");
    if *shortest != SMALLEST_RSA || length < OLD_RSA {
        let how = if length < *shortest { "is too short" } else { "has the wrong length" };
        return Some(refused(format!("its signature {how}"), sentence));
    }
    let bits = grouped(length * 8);
    match length.is_multiple_of(RSA_STEP) {
        true if length < SMALLEST_RSA => Some(doubted(
            format!("its RSA key has only {bits} bits"),
            format!(
                "Its signature has {length} bytes, so its RSA key has {bits} bits: some libraries refuse less than 2,048 (RFC 7518 section 3.3)."
            ),
        )),
        true => None,
        false if length < SMALLEST_RSA => Some(refused("its signature is too short", sentence)),
        false => {
            Some(unknown(format!("Its signature has {length} bytes, which few RSA keys make: it may be cut off.")))
        }
    }
}
