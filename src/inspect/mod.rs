//! What it means: tokens and an instant in, an [`Inspection`] out.
//!
//! Nothing here assumes that a signature is never checked: what is known of it is one more input, today always
//! [`Verification::NotVerified`]. What an instant cannot change ([`describe`](describe::describe)) is worked out
//! once for a text; what it can ([`judge`]) once for a tick.

pub mod anatomy;
pub mod calendar;
pub mod certificate;
pub mod compare;
pub mod describe;
pub mod digest;
pub mod display;
pub mod enclosed;
pub mod exposure;
pub mod key;
pub mod lookalike;
pub mod masked;
pub mod nature;
pub mod numeric_date;
pub(crate) mod order;
pub mod problem;
pub mod profile;
pub mod registry;
pub mod rules;
pub mod sd_jwt;
pub mod summary;
pub mod validity;

#[cfg(test)]
pub(crate) mod testing;

use std::rc::Rc;

use crate::decode::gather::Gather;
use crate::decode::{self, Decoded, Note, Token};
use describe::Description;
use exposure::Exposure;
use rules::Finding;
use summary::Phrase;
use validity::Validity;

/// What is known beside the token.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Circumstances {
    /// Seconds since 1970-01-01T00:00:00Z.
    pub now: i64,
    /// That is what a device's clock says, and no instant that somebody chose.
    pub is_clock: bool,
    /// The link that brought the token says that its sender left the signature out.
    pub signature_left_out: bool,
    /// It says that its sender has masked some of the claims.
    pub claims_redacted: bool,
}

/// What is known of a token's signature.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Verification {
    #[default]
    NotVerified,
}

/// A pasted text, read and judged.
#[derive(Debug, Clone, PartialEq)]
pub struct Inspection {
    /// Seconds since 1970-01-01T00:00:00Z.
    pub evaluated_at: i64,
    pub tokens: Vec<Inspected>,
    pub notes: Vec<Note>,
}

/// One token: what it says, what the names in it mean, and what that comes to at one instant.
#[derive(Debug, Clone, PartialEq)]
pub struct Inspected {
    pub token: Rc<Token>,
    pub description: Rc<Description>,
    pub judgement: Judgement,
    /// One for each of the token's nested ones, in the same order.
    pub nested: Vec<Inspected>,
}

/// What depends on the instant.
#[derive(Debug, Clone, PartialEq)]
pub struct Judgement {
    pub validity: Validity,
    pub verification: Verification,
    /// Sorted: the gravest first, then by place in the token.
    pub findings: Vec<Finding>,
    /// The token in one or two plain sentences.
    pub summary: Vec<Phrase>,
    /// What it costs if the token leaks; None where nothing of that applies.
    pub exposure: Option<Exposure>,
}

/// Reads and judges a text. Total and pure: any text gives an inspection, the same input the same one.
pub fn inspect(text: &str, now: i64) -> Inspection {
    let mut decoded = decode::decode(text);
    lookalike::annotate(text, &mut decoded);
    judge_all(decoded, Circumstances { now, ..Circumstances::default() })
}

/// Judges what was decoded before.
pub fn judge_all(decoded: Decoded, circumstances: Circumstances) -> Inspection {
    Inspection {
        evaluated_at: circumstances.now,
        tokens: decoded.tokens.into_iter().map(|token| inspected(&Rc::new(token), circumstances)).gather(),
        notes: decoded.notes,
    }
}

/// A token and all that are nested in it, as deep as they were decoded.
pub fn inspected(token: &Rc<Token>, circumstances: Circumstances) -> Inspected {
    let description = describe::describe(token);
    let judgement = judge(token, &description, circumstances);
    // What a link leaves out of a token it leaves in those within.
    let within = Circumstances { signature_left_out: false, claims_redacted: false, ..circumstances };
    let nested = token.nested.iter().map(|nested| inspected(&nested.token, within)).gather();
    Inspected { token: Rc::clone(token), description: Rc::new(description), judgement, nested }
}

impl Inspected {
    /// Judges it and all that are nested in it at another instant.
    pub fn judge_again(&mut self, circumstances: Circumstances) {
        self.judgement = judge(&self.token, &self.description, circumstances);
        let within = Circumstances { signature_left_out: false, claims_redacted: false, ..circumstances };
        self.nested.iter_mut().for_each(|nested| nested.judge_again(within));
    }
}

/// What a token comes to at one instant.
pub fn judge(token: &Token, description: &Description, circumstances: Circumstances) -> Judgement {
    let validity = validity::validity(token, circumstances.now);
    let subject = rules::Subject { token, description, validity: &validity, circumstances };
    Judgement {
        findings: rules::findings(&subject),
        exposure: exposure::exposure(&subject),
        summary: summary::summary(token, description, &validity, circumstances.now),
        verification: Verification::NotVerified,
        validity,
    }
}
