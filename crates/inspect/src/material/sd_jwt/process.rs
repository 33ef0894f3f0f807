//! Puts disclosed values into the places of their digests. RFC 9901 section 7.1, step 3.

use crate::problem::Problem;
use decode::json::{JsonKind, Member, Value};
use decode::{Part, Span, Token};

use super::digests::Digests;
use super::pointer::Pointer;
use super::pretty::Pretty;
use super::{PROBLEM_LIMIT, SdJwt, severity_of};

/// How many containers may stand inside each other, those of disclosures within disclosures counted on.
const DEPTH_LIMIT: usize = 128;

/// RFC 9901 section 9.7: claims that a verifier needs, and that nobody should be able to keep back.
const CLAIMS_TO_SHOW: [&str; 5] = ["iss", "aud", "exp", "nbf", "cnf"];

/// SD-JWT VC section 2.2.2: what the issuer of a credential must not put into a disclosure, besides those above.
const CREDENTIAL_CLAIMS_TO_SHOW: [&str; 4] = ["vct", "vct#integrity", "aka_vcts", "status"];

pub(super) struct Processor<'t> {
    token: &'t Token,
    is_credential: bool,
    pub sd_jwt: SdJwt,
    pub digests: Digests<'t>,
    pub pretty: Pretty,
    /// The place of the value that is being written.
    pointer: Pointer,
    /// Some digests may stand where nobody looked.
    pub is_partial: bool,
}

/// Fills in what the disclosures come to.
pub(super) fn process(token: &Token, sd_jwt: SdJwt) -> SdJwt {
    let digests = Digests::new(&sd_jwt.disclosures);
    let is_partial =
        !sd_jwt.problems.is_empty() || token.parts.get(sd_jwt.payload).is_some_and(|part| part.error().is_some());
    let is_credential = is_credential(token, &sd_jwt);
    let (pretty, pointer) = (Pretty::default(), Pointer::default());
    let mut processor = Processor { is_partial, token, is_credential, sd_jwt, digests, pretty, pointer };
    let payload = processor.sd_jwt.payload;
    if let Some(value) = token.parts.get(payload).and_then(Part::value) {
        processor.value(payload, value, 0);
    }
    processor.finish()
}

/// Whether the token is an SD-JWT VC. Its type was `vc+sd-jwt` until November 2024; the W3C uses that for its own credentials.
fn is_credential(token: &Token, sd_jwt: &SdJwt) -> bool {
    let is_typed = token.parameter("typ").and_then(Value::as_str).is_some_and(|typ| {
        let bare = typ.rsplit('/').next().unwrap_or(typ);
        bare.eq_ignore_ascii_case("dc+sd-jwt")
    });
    let payload = token.parts.get(sd_jwt.payload).and_then(Part::value);
    is_typed || payload.is_some_and(|claims| claims.member("vct").is_some())
}

impl<'t> Processor<'t> {
    /// A problem of the payload or of the disclosure that is this part.
    pub fn problem(&mut self, id: &'static str, part: usize, span: Span, message: impl Into<String>) {
        if part != self.sd_jwt.payload {
            // Disclosures are kept in the order of their parts.
            let at = self.sd_jwt.disclosures.partition_point(|disclosure| disclosure.part < part);
            if let Some(disclosure) = self.sd_jwt.disclosures.get_mut(at) {
                disclosure.problem(id, span, message);
            }
        } else if self.sd_jwt.problems.len() < PROBLEM_LIMIT {
            self.sd_jwt.problems.push(Problem::new(id, severity_of(id), span, message));
        }
    }

    pub fn is_cut_off(&self) -> bool {
        self.token.is_cut_off()
    }

    fn write_source(&mut self, part: usize, span: Span) {
        let token = self.token;
        if let Some(part) = token.parts.get(part) {
            self.pretty.push(&part.source(span));
        }
    }

    fn value(&mut self, part: usize, value: &'t Value, depth: usize) {
        match &value.kind {
            JsonKind::Object(_) | JsonKind::Array(_) if depth >= DEPTH_LIMIT => {
                let message = "Nested deeper than 128 levels: shown unchanged, and its digests were not checked.";
                self.is_partial = true;
                self.problem("sd-too-deep", part, value.span, message);
                self.write_source(part, value.span);
            }
            JsonKind::Object(members) => self.object(part, members, depth),
            JsonKind::Array(values) => self.array(part, values, depth),
            _ => self.write_source(part, value.span),
        }
    }

    fn object(&mut self, part: usize, members: &'t [Member], depth: usize) {
        let mut disclosed: Vec<(usize, usize)> = Vec::new();
        for (position, member) in members.iter().enumerate() {
            match member.name.text.as_str() {
                "_sd" => self.disclosed_by(part, position, &member.value, &mut disclosed),
                "..." => self.problem(
                    "sd-reserved-name",
                    part,
                    member.span,
                    "`...` stands for a hidden element of an array and is no name for a claim.",
                ),
                "_sd_alg" if depth > 0 => self.problem(
                    "sd-nested-hash",
                    part,
                    member.span,
                    "`_sd_alg` counts only at the top of the payload; it may not stand deeper.",
                ),
                _ => {}
            }
        }
        self.drop_taken_names(members, &mut disclosed);
        let mut disclosed = disclosed.into_iter().peekable();
        self.pretty.open("{");
        for (position, member) in members.iter().enumerate() {
            while let Some((_, at)) = disclosed.next_if(|(place, _)| *place == position) {
                self.disclosed_member(at, depth);
            }
            let is_removed = member.name.text == "_sd" || depth == 0 && member.name.text == "_sd_alg";
            if !is_removed {
                self.member(part, name_source(self.token, part, member), &member.name.text, &member.value, depth);
            }
        }
        self.pretty.close("}");
    }

    fn member(&mut self, part: usize, name_source: Span, name: &str, value: &'t Value, depth: usize) {
        self.pretty.next();
        self.write_source(part, name_source);
        self.pretty.push(": ");
        let length = self.pointer.go_to(name);
        self.value(part, value, depth + 1);
        self.pointer.back_to(length);
    }

    fn disclosed_member(&mut self, at: usize, depth: usize) {
        let Some((part, value)) = self.content(at) else { return };
        let Some(disclosure) = self.sd_jwt.disclosures.get_mut(at) else { return };
        let (name, name_source) = (disclosure.name.clone().unwrap_or_default(), disclosure.name_source);
        if depth == 0 && self.is_credential && CREDENTIAL_CLAIMS_TO_SHOW.contains(&name.as_str()) {
            let message = format!(
                "`{name}` is in a disclosure, so its holder can keep it back: SD-JWT VC section 2.2.2 forbids that."
            );
            disclosure.problem("sd-hidden-claim", name_source, message);
        } else if depth == 0 && CLAIMS_TO_SHOW.contains(&name.as_str()) {
            let message = format!(
                "`{name}` is needed to judge the token, yet its holder can keep it back: it should not be selectively disclosable."
            );
            disclosure.problem("sd-hidden-claim", name_source, message);
        }
        let length = self.pointer.go_to(&name);
        self.settle(at);
        self.pointer.back_to(length);
        self.member(part, name_source, &name, value, depth);
    }

    fn array(&mut self, part: usize, values: &'t [Value], depth: usize) {
        self.pretty.open("[");
        let mut index: usize = 0;
        for element in values {
            let (part, value, disclosure) = match hidden(element) {
                Some((digest, span)) => match self.find(part, digest, span, false) {
                    Some(at) => match self.content(at) {
                        Some((part, value)) => (part, value, Some(at)),
                        None => continue,
                    },
                    None => continue,
                },
                None => (part, element, None),
            };
            self.pretty.next();
            let length = self.pointer.go_to(&index.to_string());
            if let Some(at) = disclosure {
                self.settle(at);
            }
            self.value(part, value, depth + 1);
            self.pointer.back_to(length);
            index += 1;
        }
        self.pretty.close("]");
    }

    /// The value of a disclosure, and the part that it stands in.
    fn content(&self, at: usize) -> Option<(usize, &'t Value)> {
        let part = self.sd_jwt.disclosures.get(at)?.part;
        match &self.token.parts.get(part)?.value()?.kind {
            JsonKind::Array(items) => items.last().map(|value| (part, value)),
            _ => None,
        }
    }

    /// Notes that a disclosure belongs where the pointer is.
    fn settle(&mut self, at: usize) {
        if let Some(disclosure) = self.sd_jwt.disclosures.get_mut(at) {
            disclosure.place = Some(self.pointer.text());
        }
    }
}

/// RFC 9901 section 4.2.4.2: `{"...": digest}`, and nothing else in it.
fn hidden(element: &Value) -> Option<(&str, Span)> {
    match element.members() {
        [only] if only.name.text == "..." => only.value.as_str().map(|digest| (digest, only.value.span)),
        _ => None,
    }
}

/// A member's name as it is written, with its quotes.
fn name_source(token: &Token, part: usize, member: &Member) -> Span {
    let before = Span::new(member.span.start, member.value.span.start);
    let bytes = token.parts.get(part).map_or(&[][..], |part| before.of(&part.bytes));
    let trimmed = bytes.trim_ascii_end();
    let name = trimmed.strip_suffix(b":").unwrap_or(trimmed).trim_ascii_end();
    Span::new(before.start, before.start + name.len())
}
