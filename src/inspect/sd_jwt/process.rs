//! Puts disclosed values into the places of their digests. RFC 9901 section 7.1, step 3.

use crate::decode::json::{Kind, Member, Value};
use crate::decode::{Part, Span, Token};
use crate::inspect::display;
use crate::inspect::order::order;
use crate::inspect::problem::Problem;
use crate::inspect::rules::Severity;

use super::digests::{Digests, Found};
use super::pretty::Pretty;
use super::{PROBLEM_LIMIT, SdJwt};

/// How many containers may stand inside each other, those of disclosures within disclosures counted on.
const DEPTH_LIMIT: usize = 128;

/// Bytes of a JSON Pointer that are kept.
const POINTER_LIMIT: usize = 500;

/// So many digests that stand twice are named.
const DUPLICATE_LIMIT: usize = 20;

/// RFC 9901 section 9.7: claims that a verifier needs, and that nobody should be able to keep back.
const CLAIMS_TO_SHOW: [&str; 5] = ["iss", "aud", "exp", "nbf", "cnf"];

struct Processor<'t> {
    token: &'t Token,
    sd_jwt: SdJwt,
    digests: Digests<'t>,
    pretty: Pretty,
    /// Of what is being written, as a JSON Pointer.
    pointer: String,
    /// Some digests may stand where nobody looked.
    is_partial: bool,
}

/// Fills in what the disclosures come to.
pub(super) fn process(token: &Token, sd_jwt: SdJwt) -> SdJwt {
    let digests = Digests::new(&sd_jwt.disclosures);
    let is_partial =
        !sd_jwt.problems.is_empty() || token.parts.get(sd_jwt.payload).is_some_and(|part| part.error().is_some());
    let mut processor =
        Processor { is_partial, token, sd_jwt, digests, pretty: Pretty::default(), pointer: String::new() };
    let payload = processor.sd_jwt.payload;
    if let Some(value) = token.parts.get(payload).and_then(Part::value) {
        processor.value(payload, value, 0);
    }
    processor.finish()
}

impl<'t> Processor<'t> {
    fn finish(mut self) -> SdJwt {
        self.name_duplicates();
        let repeated = self.digests.repeated(&self.sd_jwt.disclosures);
        for at in &repeated {
            if let Some(disclosure) = self.sd_jwt.disclosures.get_mut(*at) {
                disclosure.problem(
                    "sd-repeated-disclosure",
                    Span::default(),
                    &["The same disclosure stands in the token before."],
                );
            }
        }
        let mut is_repeated = vec![false; self.sd_jwt.disclosures.len()];
        for at in repeated {
            if let Some(flag) = is_repeated.get_mut(at) {
                *flag = true;
            }
        }
        for (at, disclosure) in self.sd_jwt.disclosures.iter_mut().enumerate() {
            let is_known = self.digests.is_used(at) || is_repeated.get(at).copied().unwrap_or(false);
            if self.sd_jwt.hash.is_some() && !is_known {
                let message = if self.is_partial {
                    "No digest that was read leads to this disclosure; not all of them could be."
                } else {
                    "No digest leads to this disclosure, neither in the payload nor in a disclosure that one leads to: a verifier must reject the token."
                };
                disclosure.problem("sd-unmatched-disclosure", Span::default(), &[message]);
            }
        }
        let (processed, processed_is_cut) = self.pretty.finish();
        SdJwt { processed, processed_is_cut, ..self.sd_jwt }
    }

    /// Step 4.
    fn name_duplicates(&mut self) {
        let twice: Vec<_> = self
            .digests
            .met_twice()
            .into_iter()
            .take(DUPLICATE_LIMIT)
            .map(|(met, count)| (met.part, met.span, display::capped(met.digest(), 50), count.to_string()))
            .collect();
        for (part, span, digest, count) in twice {
            let message =
                ["The digest ", &digest, " stands in the token ", &count, " times: a verifier must reject it."];
            self.problem("sd-duplicate-digest", part, span, &message);
        }
    }

    /// A problem of the payload or of the disclosure that is this part.
    fn problem(&mut self, id: &'static str, part: usize, span: Span, message: &[&str]) {
        if part != self.sd_jwt.payload {
            // Disclosures are kept in the order of their parts.
            let at = self.sd_jwt.disclosures.partition_point(|disclosure| disclosure.part < part);
            if let Some(disclosure) = self.sd_jwt.disclosures.get_mut(at) {
                disclosure.problem(id, span, message);
            }
        } else if self.sd_jwt.problems.len() < PROBLEM_LIMIT {
            self.sd_jwt.problems.push(Problem::new(id, Severity::Error, span, message));
        }
    }

    fn write_source(&mut self, part: usize, span: Span) {
        let token = self.token;
        if let Some(part) = token.parts.get(part) {
            self.pretty.push(&part.source(span));
        }
    }

    fn value(&mut self, part: usize, value: &'t Value, depth: usize) {
        match &value.kind {
            Kind::Object(_) | Kind::Array(_) if depth >= DEPTH_LIMIT => {
                let message =
                    ["Nested deeper than 128 levels: shown as it stands there, and its digests were not looked at."];
                self.is_partial = true;
                self.problem("sd-too-deep", part, value.span, &message);
                self.write_source(part, value.span);
            }
            Kind::Object(members) => self.object(part, members, depth),
            Kind::Array(values) => self.array(part, values, depth),
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
                    &["`...` stands for a hidden element of an array and is no name for a claim."],
                ),
                "_sd_alg" if depth > 0 => self.problem(
                    "sd-nested-hash",
                    part,
                    member.span,
                    &["`_sd_alg` counts only at the top of the payload; it may not stand deeper."],
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
        let length = self.go_to(name);
        self.value(part, value, depth + 1);
        self.pointer.truncate(length);
    }

    fn disclosed_member(&mut self, at: usize, depth: usize) {
        let Some((part, value)) = self.content(at) else { return };
        let Some(disclosure) = self.sd_jwt.disclosures.get_mut(at) else { return };
        let (name, name_source) = (disclosure.name.clone().unwrap_or_default(), disclosure.name_source);
        if depth == 0 && CLAIMS_TO_SHOW.contains(&name.as_str()) {
            let message = [
                "`",
                &name,
                "` is needed to judge the token, yet its holder can keep it back: it should not be selectively disclosable.",
            ];
            disclosure.problems.push(Problem::new("sd-hidden-claim", Severity::Warning, name_source, &message));
        }
        let length = self.go_to(&name);
        self.settle(at);
        self.pointer.truncate(length);
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
            let length = self.go_to(&index.to_string());
            if let Some(at) = disclosure {
                self.settle(at);
            }
            self.value(part, value, depth + 1);
            self.pointer.truncate(length);
            index += 1;
        }
        self.pretty.close("]");
    }

    /// The disclosures that an `_sd` leads to, each with the position of that `_sd` among the members.
    fn disclosed_by(&mut self, part: usize, position: usize, list: &'t Value, disclosed: &mut Vec<(usize, usize)>) {
        let Kind::Array(digests) = &list.kind else {
            let message = ["`_sd` must be an array of digests, but is ", list.type_name(), "."];
            return self.problem("sd-no-digests", part, list.span, &message);
        };
        for value in digests {
            match value.as_str() {
                Some(digest) => {
                    disclosed.extend(self.find(part, digest, value.span, true).map(|at| (position, at)));
                }
                None => {
                    let message = ["A digest in `_sd` must be a string, but this is ", value.type_name(), "."];
                    self.problem("sd-no-digests", part, value.span, &message);
                }
            }
        }
    }

    /// The disclosure of a digest, if there is one and it fits the place: with a name in an object, without in an array.
    fn find(&mut self, part: usize, digest: &'t str, span: Span, wants_name: bool) -> Option<usize> {
        let at = match self.digests.find(&self.sd_jwt.disclosures, digest, part, span) {
            Found::Disclosure(at) => at,
            Found::Again => return None,
            Found::Nothing => {
                self.sd_jwt.undisclosed += 1;
                return None;
            }
        };
        let disclosure = self.sd_jwt.disclosures.get_mut(at)?;
        if !disclosure.is_sound() {
            return None;
        }
        match (wants_name, disclosure.name.is_some()) {
            (true, false) => disclosure.problem("sd-wrong-place", Span::default(), &["The digest of this disclosure stands for a claim, but the disclosure has no name: a verifier must reject the token."]),
            (false, true) => disclosure.problem("sd-wrong-place", Span::default(), &["The digest of this disclosure stands for an element of an array, but the disclosure has a name: a verifier must reject the token."]),
            _ => return Some(at),
        }
        None
    }

    /// Step 3.3.2.3: leaves out those whose name the object has already, by itself or by a disclosure before.
    fn drop_taken_names(&mut self, members: &[Member], disclosed: &mut Vec<(usize, usize)>) {
        if disclosed.is_empty() {
            return;
        }
        let count = members.len();
        let mut taken = vec![false; disclosed.len()];
        {
            let name = |at: usize| match members.get(at) {
                Some(member) => Some(member.name.text.as_str()),
                None => self.sd_jwt.disclosures.get(disclosed.get(at - count)?.1)?.name.as_deref(),
            };
            let sorted = order(count + disclosed.len(), &|a, b| name(a) < name(b));
            for group in sorted.chunk_by(|a, b| name(*a) == name(*b)) {
                for at in group.iter().skip(1).filter_map(|at| at.checked_sub(count)) {
                    if let Some(flag) = taken.get_mut(at) {
                        *flag = true;
                    }
                }
            }
        }
        // What those would have brought with them is not looked at either.
        self.is_partial |= taken.contains(&true);
        let mut flags = taken.into_iter();
        disclosed.retain(|(_, at)| {
            let is_taken = flags.next().unwrap_or(false);
            if is_taken && let Some(disclosure) = self.sd_jwt.disclosures.get_mut(*at) {
                let name = display::capped(disclosure.name.as_deref().unwrap_or_default(), 80);
                let message = [
                    "The claim `",
                    &name,
                    "` is there already where this disclosure belongs: a verifier must reject the token.",
                ];
                let span = disclosure.name_source;
                disclosure.problem("sd-claim-exists", span, &message);
            }
            !is_taken
        });
    }

    /// The value of a disclosure, and the part that it stands in.
    fn content(&self, at: usize) -> Option<(usize, &'t Value)> {
        let part = self.sd_jwt.disclosures.get(at)?.part;
        match &self.token.parts.get(part)?.value()?.kind {
            Kind::Array(items) => items.last().map(|value| (part, value)),
            _ => None,
        }
    }

    /// Notes that a disclosure belongs where the pointer is.
    fn settle(&mut self, at: usize) {
        let mut place =
            self.pointer.get(..self.pointer.floor_char_boundary(POINTER_LIMIT)).unwrap_or_default().to_owned();
        if place.len() < self.pointer.len() {
            place.push('…');
        }
        if let Some(disclosure) = self.sd_jwt.disclosures.get_mut(at) {
            disclosure.place = Some(place);
        }
    }

    /// Goes on to a member or an element; the pointer's length before.
    fn go_to(&mut self, name: &str) -> usize {
        let length = self.pointer.len();
        // What would be cut off anyway is not worth copying.
        if length <= POINTER_LIMIT {
            self.pointer.push('/');
            for character in name.chars().take(POINTER_LIMIT + 1) {
                match character {
                    '~' => self.pointer.push_str("~0"),
                    '/' => self.pointer.push_str("~1"),
                    other => self.pointer.push(other),
                }
            }
        }
        length
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
