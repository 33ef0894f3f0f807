//! The texts that can be copied or saved.

use inspection::{Inspected, Inspection, inspected_once, inspected_within};
use share::report::Checks;
use share::{copy, link, report};

use super::check_answer::DecryptionAnswer;
use super::reading::Reading;
use super::{Copied, State};
use crate::pretty_json;

impl State {
    /// None where there is nothing of that to copy.
    pub(super) fn text_of(&self, what: Copied) -> Option<String> {
        if let Copied::CheckLink(id) = what {
            return Some(format!("{}{}", self.settings.address, rules::fragment(id)));
        }
        let shown = self.shown()?;
        let token = &shown.token;
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
            Copied::WholeLink => self.shared_link(&link::whole(token))?,
            Copied::LinkWithoutSignature => self.shared_link(&link::without_signature(token))?,
            Copied::Report => self.shared_report()?,
            Copied::Markdown => self.markdown(shown, None),
            Copied::RedactedMarkdown => self.markdown(shown, Some(&self.inspected_redacted()?)),
            Copied::RedactedLink => self.shared_link(&link::redacted(&self.redacted()?))?,
            Copied::RedactedToken => self.redacted()?.text,
            Copied::Csv => self.csv(),
            Copied::HeaderLine => shown.judgement.exposure.as_ref()?.header_line?.to_owned(),
            Copied::KeysCommand => self.checking.answer()?.keys_published.as_ref()?.command.clone()?,
            Copied::DecryptedText => match self.checking.answer()?.decryption.as_ref()? {
                DecryptionAnswer::Text { text, .. } => text.clone(),
                DecryptionAnswer::Bytes { bytes, .. } => hexadecimal(bytes),
                DecryptionAnswer::Failed(_) => return None,
            },
            Copied::ServiceCode => self.expecting.whole_answer()?.code.as_ref()?.text(),
            Copied::CheckLink(_) => return None,
            Copied::ProcessedClaims => shown.description.sd_jwt.as_ref()?.processed.clone(),
        })
    }

    /// The report on the token that is shown, for a ticket.
    fn markdown(&self, shown: &Inspected, redacted: Option<&Inspected>) -> String {
        report::markdown_with(shown, redacted, self.clock.now, self.check_sentence().as_deref())
    }

    /// The JSON report on all tokens of the text. `checks` says what was found out about a token.
    pub(super) fn report(&self, checks: Checks) -> String {
        let Reading { tokens, notes, exchanges, .. } = &*self.paste.reading;
        let (tokens, exchanges) = match self.paste.origin.whole_text() {
            Some(whole) => (inspected_within(tokens, whole, self.context()), &whole.exchanges),
            None => (inspected_once(tokens, exchanges, self.context()), exchanges),
        };
        let evaluated_at = self.clock.now;
        let inspection = Inspection { evaluated_at, tokens, notes: notes.clone(), exchanges: exchanges.clone() };
        report::json_with(&inspection, Some(checks))
    }
}

/// Two digits a byte, with nothing between them.
fn hexadecimal(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
