//! What is shared, and which claims are masked in it.

use std::rc::Rc;

use decode::decode;
use inspect::Context;
use inspection::{Inspected, Inspection, inspected};
use share::link::{self, LinkExpectations};
use share::redact::{self, Maskable, MaskedValues, Redacted};
use share::{copy, report};

use super::State;
use super::expecting::is_judgeable;
use decode::Token;

/// What is chosen in the dialog. It ends with the token.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Sharing {
    /// None until somebody chose.
    form: Option<ShareForm>,
    /// Claims to be masked, by name. None until somebody chose: then it is what is suggested.
    masked: Option<Vec<String>>,
    /// A link carries what the service expects, too.
    pub has_expectations: bool,
}

/// How much of a token is shared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ShareForm {
    /// Without the signature, and with some claims masked.
    Masked,
    /// All but the signature.
    Unsigned,
    Whole,
}

/// Which claims are to be masked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MaskChoice {
    Suggested,
    All,
    None,
}

impl Sharing {
    /// What is chosen, or what is best where nobody chose: claims are masked where that is suggested.
    pub fn form(&self, maskable: &[Maskable]) -> ShareForm {
        let has_suggested = maskable.iter().any(|claim| claim.is_suggested);
        self.form.unwrap_or(if has_suggested { ShareForm::Masked } else { ShareForm::Unsigned })
    }

    /// The names of the claims that are to be masked: those that were chosen, or those that are suggested.
    pub fn masks(&self, maskable: &[Maskable]) -> Vec<String> {
        self.masked.clone().unwrap_or_else(|| chosen_by(MaskChoice::Suggested, maskable))
    }

    /// Which of the choices these masks come to, if any.
    pub fn choice(&self, maskable: &[Maskable]) -> Option<MaskChoice> {
        let mut masks = self.masks(maskable);
        masks.sort_unstable();
        [MaskChoice::Suggested, MaskChoice::All, MaskChoice::None].into_iter().find(|choice| {
            let mut chosen = chosen_by(*choice, maskable);
            chosen.sort_unstable();
            chosen == masks
        })
    }
}

fn chosen_by(choice: MaskChoice, maskable: &[Maskable]) -> Vec<String> {
    let is_chosen = |claim: &&Maskable| match choice {
        MaskChoice::Suggested => claim.is_suggested,
        MaskChoice::All => true,
        MaskChoice::None => false,
    };
    maskable.iter().filter(is_chosen).map(|claim| claim.name.clone()).collect()
}

/// The token with these claims masked.
pub fn redacted(token: &Token, masks: &[String]) -> Option<Redacted> {
    redact::redacted(token, &masks.iter().map(String::as_str).collect::<Vec<_>>())
}

/// What a link carries of these expectations, beside the token with these claims masked.
pub fn shared_expectations(token: &Token, masks: &[String], expected: &LinkExpectations) -> LinkExpectations {
    let masks: Vec<&str> = masks.iter().map(String::as_str).collect();
    expected.shareable(MaskedValues::of(token, &masks).as_ref())
}

impl State {
    fn maskable(&self) -> Vec<Maskable> {
        self.shown().map_or_else(Vec::new, |shown| redact::maskable(&shown.token, &shown.description))
    }

    /// The token that is shown, with the chosen claims masked.
    pub fn redacted(&self) -> Option<Redacted> {
        redacted(&self.shown()?.token, &self.sharing.masks(&self.maskable()))
    }

    /// The same as a token of its own.
    pub(super) fn inspected_redacted(&self) -> Option<Inspected> {
        self.inspected_again(&self.redacted()?.text, true)
    }

    fn inspected_again(&self, text: &str, claims_redacted: bool) -> Option<Inspected> {
        let token = Rc::new(decode(text).tokens.into_iter().next()?);
        let claims_redacted = claims_redacted || self.paste.claims_redacted;
        Some(inspected(&token, Context { signature_left_out: true, claims_redacted, ..self.context() }))
    }

    /// The JSON report on what is chosen to be shared. Where nothing is kept back it is on all tokens of the text.
    pub(super) fn shared_report(&self) -> Option<String> {
        let shown = self.shown()?;
        let kept_back = match self.sharing.form(&self.maskable()) {
            ShareForm::Masked => self.inspected_redacted()?,
            // Of an encrypted token that is the header alone.
            ShareForm::Unsigned if shown.token.has_signature() || shown.token.format.is_encrypted() => {
                self.inspected_again(&copy::without_signature(&shown.token).text, false)?
            }
            // What was decrypted goes along only with the whole token.
            ShareForm::Unsigned => {
                let reported = |token: &Token| Some(self.reported(token)?.without_decryption());
                return Some(self.report(&|token, _| reported(token)));
            }
            ShareForm::Whole => return Some(self.report(&|token, _| self.reported(token))),
        };
        Some(report::json(&Inspection {
            evaluated_at: self.clock.now,
            tokens: vec![kept_back],
            notes: self.note_on_check().into_iter().collect(),
            exchanges: Vec::new(),
        }))
    }

    /// What the service expects, where that can be shared beside the token: of an encrypted one a link may carry only the
    /// header.
    pub fn expectations_for_link(&self) -> LinkExpectations {
        match self.shown() {
            Some(shown) if is_judgeable(&shown.token) && !shown.token.format.is_encrypted() => {
                self.expecting.for_link()
            }
            _ => LinkExpectations::default(),
        }
    }

    /// The address with this fragment, and with what the service expects where that was chosen.
    pub(super) fn shared_link(&self, fragment: &str) -> Option<String> {
        let address = &self.settings.address;
        if !self.sharing.has_expectations {
            return Some(format!("{address}{fragment}"));
        }
        let maskable = self.maskable();
        let masks = match self.sharing.form(&maskable) {
            ShareForm::Masked => self.sharing.masks(&maskable),
            ShareForm::Unsigned | ShareForm::Whole => Vec::new(),
        };
        let carried = shared_expectations(&self.shown()?.token, &masks, &self.expectations_for_link());
        Some(format!("{address}{}", link::with_expectations(fragment, &carried)))
    }

    pub(super) fn toggle_expectations_share(&mut self) {
        self.sharing.has_expectations = !self.sharing.has_expectations;
        self.toast = None;
    }

    pub(super) fn choose_form(&mut self, form: ShareForm) {
        self.sharing.form = Some(form);
        self.toast = None;
    }

    pub(super) fn choose_masks(&mut self, choice: MaskChoice) {
        self.sharing.masked = Some(chosen_by(choice, &self.maskable()));
        self.toast = None;
    }

    /// Masks the claim at this position, or shows it again.
    pub(super) fn toggle_mask(&mut self, position: usize) {
        let maskable = self.maskable();
        let mut masks = self.sharing.masks(&maskable);
        if let Some(claim) = maskable.into_iter().nth(position) {
            match masks.iter().position(|name| *name == claim.name) {
                Some(at) => drop(masks.remove(at)),
                None => masks.push(claim.name),
            }
        }
        self.sharing.masked = Some(masks);
        self.toast = None;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::state::{Action, Copied};
    use crate::views::testing::{state, token};

    const CLAIMS: &str = r#"{"iss":"https://a.example","sub":"grace-17","scope":"read"}"#;

    fn shared(text: &str, actions: &[Action]) -> State {
        let mut state = state(text);
        for action in actions {
            state.reduce(action.clone());
        }
        state
    }

    #[test]
    fn masks_are_suggested_all_or_none() {
        let text = token(r#"{"alg":"HS256"}"#, CLAIMS, 32);
        for (choice, masks) in [
            (MaskChoice::Suggested, &["sub"][..]),
            (MaskChoice::All, &["iss", "sub", "scope"]),
            (MaskChoice::None, &[]),
        ] {
            let state = shared(&text, &[Action::MaskToggled(2), Action::MasksChosen(choice)]);
            assert_eq!(state.sharing.masks(&state.maskable()), masks);
            assert_eq!(state.sharing.choice(&state.maskable()), Some(choice));
        }
        let state = shared(&text, &[Action::MaskToggled(0)]);
        assert_eq!(state.sharing.choice(&state.maskable()), None);
    }

    #[test]
    fn a_report_holds_no_more_than_is_shared() {
        let text = token(r#"{"alg":"HS256"}"#, CLAIMS, 32);
        let (_, signature) = text.rsplit_once('.').expect("a signature");
        for (form, has_sub, has_signature) in
            [(ShareForm::Masked, false, false), (ShareForm::Unsigned, true, false), (ShareForm::Whole, true, true)]
        {
            let state = shared(&[&*text, &*text].join(" "), &[Action::ShareFormChosen(form)]);
            let report = state.text_of(Copied::Report).expect("a report");
            assert_eq!(report.contains("grace-17"), has_sub, "{form:?}");
            assert_eq!(report.contains(signature), has_signature, "{form:?}");
        }
    }

    #[test]
    fn another_token_is_chosen_for_anew() {
        let text = [CLAIMS, r#"{"sub":"2"}"#].map(|claims| token(r#"{"alg":"HS256"}"#, claims, 32)).join("\n");
        let chosen = [Action::ShareFormChosen(ShareForm::Whole), Action::MasksChosen(MaskChoice::None)];
        let mut state = shared(&text, &chosen);
        state.reduce(Action::TokenChosen(1));
        assert_eq!(state.sharing, Sharing::default());
    }
}
