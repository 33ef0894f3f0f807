//! The list of a status list token, unpacked: how many entries it has and which of them are not 0.
//!
//! Token Status List section 4: `lst` is base64url of a zlib stream (RFC 1950). Each byte of it holds the entries from
//! its least significant bit on, with `bits` bits each.

use std::collections::BTreeMap;

use decode::error::FaultKind;
use decode::inflate::inflate_zlib;
use decode::json::{JsonKind, Value};

use decode::{Part, Token, base64url};

use crate::Severity;
use crate::display::grouped;
use crate::masked::MASK;
use crate::problem::Problem;

/// A status list as far as it could be unpacked.
#[derive(Debug, Clone, PartialEq)]
pub struct StatusList {
    /// Which part of the token is the payload: an index into [`Token::parts`].
    pub part: usize,
    /// How many bits each entry has: 1, 2, 4 or 8. None where `bits` says anything else.
    pub bits: Option<u8>,
    /// How many there are.
    pub entries: usize,
    /// How many entries have each status but 0.
    pub counts: BTreeMap<u8, usize>,
    /// The index and the status of the first entries that are not 0, at most [`LISTED`].
    pub first: Vec<(usize, u8)>,
    /// Spans in the payload.
    pub problems: Vec<Problem>,
}

/// The most entries that are listed by their index.
pub const LISTED: usize = 300;

/// How much a list may unpack to, in bytes: ten million entries of one bit.
const LARGEST: usize = 1_250_000;

/// What a status means, where Token Status List section 7.1 says so.
pub fn meaning(status: u8) -> &'static str {
    match status {
        0 => "valid",
        1 => "invalid",
        2 => "suspended",
        3 | 12..=15 => "for the application to define",
        _ => "reserved",
    }
}

/// The list in the claim `status_list`. None where there is none, or nothing of it can be known.
pub fn read(token: &Token) -> Option<StatusList> {
    let part = token.parts.iter().position(|part| part.role == decode::Role::Payload)?;
    let payload = token.parts.get(part)?;
    let claim = payload.value()?.member("status_list")?;
    let list = claim.member("lst")?;
    if claim.is_cut || list.is_cut || list.as_str() == Some(MASK) {
        return None;
    }
    let mut read =
        StatusList { part, bits: None, entries: 0, counts: BTreeMap::new(), first: Vec::new(), problems: Vec::new() };
    match claim.member("bits") {
        Some(bits) => read.read_bits(payload, bits),
        None => read.problem(claim, "`status_list` has no `bits`, so it is not known where an entry ends.".to_owned()),
    }
    let bytes = read.unpacked(list);
    if let Some(bits) = read.bits {
        read.count(&bytes, bits);
    }
    Some(read)
}

impl StatusList {
    /// How many entries are not 0.
    pub fn set(&self) -> usize {
        self.counts.values().sum()
    }

    fn problem(&mut self, at: &Value, message: String) {
        self.problems.push(Problem::new("status-list-broken", Severity::Error, at.span, message));
    }

    fn read_bits(&mut self, payload: &Part, bits: &Value) {
        let source = payload.source(bits.span);
        self.bits = match (&bits.kind, &*source) {
            (JsonKind::Number, "1") => Some(1),
            (JsonKind::Number, "2") => Some(2),
            (JsonKind::Number, "4") => Some(4),
            (JsonKind::Number, "8") => Some(8),
            _ => None,
        };
        if self.bits.is_none() {
            self.problem(bits, "`bits` must be the number 1, 2, 4 or 8.".to_owned());
        }
    }

    fn unpacked(&mut self, list: &Value) -> Vec<u8> {
        let Some(text) = list.as_str() else {
            self.problem(list, format!("`lst` must be a string, but is {}.", list.type_name()));
            return Vec::new();
        };
        let decoded = base64url::decode(text);
        if decoded.faults.iter().any(|fault| !fault.kind.is_soft()) {
            self.problem(list, "`lst` is not base64url.".to_owned());
            return Vec::new();
        }
        let (bytes, fault) = inflate_zlib(&decoded.bytes, LARGEST);
        match fault {
            Some(FaultKind::InflatesTooFar) => {
                let limit = grouped(LARGEST);
                self.problem(list, format!("`lst` unpacks to more than {limit} bytes; the rest was not read."));
            }
            Some(_) => self
                .problem(list, "`lst` is no whole zlib stream: it is damaged, cut off or packed otherwise.".to_owned()),
            None => {}
        }
        bytes
    }

    fn count(&mut self, bytes: &[u8], bits: u8) {
        let per_byte = usize::from(8 / bits);
        let mask = u8::MAX >> (8 - bits);
        self.entries = bytes.len().saturating_mul(per_byte);
        for (at, byte) in bytes.iter().enumerate().filter(|(_, byte)| **byte != 0) {
            let statuses = (0..8).step_by(usize::from(bits)).map(|shift| byte >> shift & mask);
            for (nth, status) in statuses.enumerate().filter(|(_, status)| *status != 0) {
                *self.counts.entry(status).or_default() += 1;
                if self.first.len() < LISTED {
                    self.first.push((at * per_byte + nth, status));
                }
            }
        }
    }
}

#[cfg(test)]
#[path = "status_list/tests.rs"]
mod tests;
