//! The texts that can be copied or saved.

use std::rc::Rc;

use decode::decode;
use inspect::Context;
use inspection::{Inspection, inspected, inspected_once, inspected_within};
use share::{copy, link, report};

use super::reading::Reading;
use super::{Copied, State};
use crate::pretty_json;

impl State {
    /// None where there is nothing of that to copy.
    pub(super) fn text_of(&self, what: Copied) -> Option<String> {
        let shown = self.shown()?;
        let token = &shown.token;
        let with_address = |fragment: String| format!("{}{fragment}", self.settings.address);
        Some(match what {
            Copied::WholeToken => token.text.clone(),
            Copied::TokenWithoutSignature => copy::without_signature(token).text,
            Copied::Part(part) => token.parts.get(part)?.text().into_owned(),
            Copied::PrettyJson(part) => pretty_json::text(token.parts.get(part)?)?,
            Copied::Member { part, member } => {
                let part = token.parts.get(part)?;
                let value = &part.members().get(member)?.value;
                // The text that a string says; anything else as it is written.
                value.as_str().map_or_else(|| part.source(value.span).into_owned(), str::to_owned)
            }
            Copied::WholeLink => with_address(link::whole(token)),
            Copied::LinkWithoutSignature => with_address(link::without_signature(token)),
            Copied::Report => self.report(),
            Copied::Markdown => report::markdown(shown, None, self.clock.now),
            Copied::RedactedMarkdown => {
                let tokens = decode(&self.redacted()?.text).tokens;
                let context = Context { signature_left_out: true, claims_redacted: true, ..self.context() };
                let redacted = inspected(&Rc::new(tokens.into_iter().next()?), context);
                report::markdown(shown, Some(&redacted), self.clock.now)
            }
            Copied::RedactedLink => with_address(link::redacted(&self.redacted()?)),
            Copied::RedactedToken => self.redacted()?.text,
            Copied::Csv => self.csv(),
            Copied::HeaderLine => shown.judgement.exposure.as_ref()?.header_line?.to_owned(),
            Copied::ProcessedClaims => shown.description.sd_jwt.as_ref()?.processed.clone(),
        })
    }

    /// The JSON report on all tokens of the text.
    pub(super) fn report(&self) -> String {
        let Reading { tokens, notes, exchanges, .. } = &*self.paste.reading;
        let (tokens, exchanges) = match self.paste.origin.whole_text() {
            Some(whole) => (inspected_within(tokens, whole, self.context()), &whole.exchanges),
            None => (inspected_once(tokens, exchanges, self.context()), exchanges),
        };
        report::json(&Inspection {
            evaluated_at: self.clock.now,
            tokens,
            notes: notes.clone(),
            exchanges: exchanges.clone(),
        })
    }
}
