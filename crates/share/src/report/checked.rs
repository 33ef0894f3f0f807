//! What checking and decrypting a token found out: its members `signatureCheck`, `decrypted` and
//! `expectations` in the report.

use std::rc::Rc;

use decode::json::{JsonKind, Value};
use decode::{Nested, Token, base64url};
use expectations::{Expectations, judge};
use inspect::Context;
use inspection::{Inspected, Inspection, inspected};
use verify::decrypt::{self, Decrypter, Decryption, DecryptionOutcome};
use verify::key::KeyRing;
use verify::{Checker, SignatureCheck};

use super::expected::{ReportedExpectations, known_signature};
use super::value::{Json, Object, list, object};
use super::{Checks, json_with, signature_check, token};

/// What was found out about one token.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct CheckedToken {
    /// None where no signature was checked.
    signature_check: Option<Json<'static>>,
    /// Its content stands beside it. None for a token that is not encrypted.
    decryption: Option<Json<'static>>,
    content: Option<DecryptedContent>,
    expectations: Option<ReportedExpectations>,
}

/// What was inside an encrypted token.
#[derive(Debug, Clone, PartialEq)]
pub enum DecryptedContent {
    /// One token, with nothing but blank space around it: a nested JWT (RFC 7519 section 2).
    Token(Rc<Inspected>),
    Text(String),
    /// They are not UTF-8.
    Bytes(Vec<u8>),
}

impl DecryptedContent {
    /// Of this plaintext. A token in it is judged with what is known in `context`.
    pub fn of(plaintext: Vec<u8>, context: Context) -> Self {
        match String::from_utf8(plaintext) {
            Ok(text) => match decrypt::whole_token(&text) {
                Some(token) => Self::Token(Rc::new(inspected(&Rc::new(token), context))),
                None => Self::Text(text),
            },
            Err(fault) => Self::Bytes(fault.into_bytes()),
        }
    }
}

/// The report on an inspection, with every token checked and decrypted with the keys of this text, and held against what a
/// service expects.
pub fn json_with_keys(
    inspection: &Inspection,
    keys: &KeyRing,
    key_text: &str,
    expectations: Option<&Expectations>,
) -> String {
    let now = inspection.evaluated_at;
    let checks = |token: &Token, place: Option<(&Token, &Nested)>| {
        let checker = match place {
            Some((outer, nested)) => Checker::of_nested(outer, nested, keys),
            None => Checker::new(token, keys).beside(inspection.tokens.iter().map(|inspected| &*inspected.token)),
        };
        let signatures = checker.with_key_text(key_text).at(now).finish();
        let answer = expectations.map(|expected| {
            let signature = known_signature(&signatures, !keys.keys.is_empty());
            ReportedExpectations::of(&judge(token, expected, signature, now))
        });
        let checked = CheckedToken::new(signatures, answer);
        let decryption = token.format.is_encrypted().then(|| Decrypter::new(token, keys).advance(u64::MAX)).flatten();
        Some(match decryption {
            Some(decryption) => checked.with_decryption(decryption, Context { now, ..Context::default() }),
            None => checked,
        })
    };
    json_with(inspection, Some(&checks))
}

impl CheckedToken {
    fn new(signatures: Vec<SignatureCheck>, expectations: Option<ReportedExpectations>) -> Self {
        Self { signature_check: Some(signature_check::of(signatures)), decryption: None, content: None, expectations }
    }

    /// With what came of decrypting it.
    fn with_decryption(mut self, decryption: Decryption, context: Context) -> Self {
        let Decryption { outcome, remarks, tried } = decryption;
        let told = match outcome {
            DecryptionOutcome::Decrypted(decrypted) => {
                self.content = Some(DecryptedContent::of(decrypted.plaintext, context));
                object()
                    .with("key", signature_check::key(decrypted.key))
                    // Of a JSON serialization, from 0.
                    .with("recipient", decrypted.recipient)
                    .with("how", decrypted.how)
                    .with("explanations", list(decrypted.explanations, signature_check::explanation))
            }
            DecryptionOutcome::Failed(reasons) => object().with("reasons", list(reasons, signature_check::explanation)),
        };
        let told = told.with("remarks", list(remarks, signature_check::remark)).with("tried", tried);
        self.decryption = Some(told.json());
        self
    }

    /// From JSON with `signatures` and `decrypted`, whose members are those of the report. What was inside is not taken
    /// from there.
    pub fn read(answer: &Value, source: &str) -> Self {
        let signatures: &[Value] = match answer.member("signatures").map(|signatures| &signatures.kind) {
            Some(JsonKind::Array(signatures)) => signatures,
            _ => &[],
        };
        let read = |value| Json::read(value, source).into_owned();
        let is_content = |name: &str| matches!(name, "text" | "bytes" | "base64url");
        let decryption = match answer.member("decrypted").map(read) {
            Some(Json::Object(mut members)) => {
                members.retain(|(name, _)| !is_content(name));
                Some(Json::Object(members))
            }
            _ => None,
        };
        let signature_check = signature_check::alone_or_several(signatures.iter().map(read).collect());
        Self { signature_check: Some(signature_check), decryption, content: None, expectations: None }
    }

    pub fn with_content(self, content: DecryptedContent) -> Self {
        Self { content: Some(content), ..self }
    }

    /// With what a service's expectations come to, from JSON whose members are those of the report.
    pub fn with_expectations(self, answer: ReportedExpectations) -> Self {
        Self { expectations: Some(answer), ..self }
    }

    /// Without what was inside, and whether it could be decrypted.
    pub fn without_decryption(self) -> Self {
        Self { decryption: None, content: None, ..self }
    }

    pub(super) fn add_to<'a>(self, object: Object<'a>, checks: Option<Checks>) -> Object<'a> {
        let object = match self.signature_check {
            Some(check) => object.with("signatureCheck", check),
            None => object,
        };
        let object = match self.expectations {
            // What a service expects, held against the token.
            Some(ReportedExpectations(answer)) => object.with("expectations", answer),
            None => object,
        };
        let Some(decryption) = self.decryption else { return object };
        let Json::Object(mut members) = decryption else { return object };
        if let Some(content) = self.content {
            let (name, content) = match content {
                // Its span counts bytes of the plaintext.
                DecryptedContent::Token(inner) => ("token", token(&inner, None, &[], checks).into_owned()),
                DecryptedContent::Text(text) => ("text", text.into()),
                DecryptedContent::Bytes(bytes) => ("base64url", base64url::encode(&bytes).into()),
            };
            members.push((name.into(), content));
        }
        object.with("decrypted", Json::Object(members))
    }
}

#[cfg(test)]
mod tests;
