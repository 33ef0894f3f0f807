//! Checking the signature with a key of the reader's: the key, and how far a check is.
//!
//! The key stands here and nowhere else: no link, report, title or log holds it.

use std::fmt;
use std::rc::Rc;

use decode::format::Format;
use decode::{Token, base64url, decode};
use inspection::{Inspected, inspected_at};

use super::change::StateChange;
use super::check_answer::{CheckAnswer, DecryptionAnswer};
use super::checks_made::ChecksMade;
use super::paste::{GivenText, Origin};
use super::{Effect, State};

/// Of a key text no more is taken, in UTF-16 units of a field or bytes of a file. It is one more than is read of it, so that
/// the check can say that there is more.
pub const KEY_LIMIT: usize = 1024 * 1024 + 1;
/// A longer pasted text does not go with a check, in bytes.
const PASTE_LIMIT: usize = 1024 * 1024;

/// A text that no message may show.
#[derive(Clone, PartialEq, Eq, Default)]
pub struct SecretText(Rc<str>);

impl SecretText {
    pub fn as_str(&self) -> &str {
        &self.0
    }

    pub fn shared(&self) -> &Rc<str> {
        &self.0
    }

    pub fn is_blank(&self) -> bool {
        self.0.trim().is_empty()
    }
}

impl<T: Into<Rc<str>>> From<T> for SecretText {
    fn from(text: T) -> Self {
        Self(text.into())
    }
}

impl fmt::Debug for SecretText {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("SecretText")
    }
}

#[derive(Default)]
pub struct Checking {
    /// The text in the key box.
    pub key: SecretText,
    /// How often a key was removed.
    pub removals: u32,
    /// The key was there before the token that is shown.
    pub is_of_another_token: bool,
    pub stage: CheckStage,
    /// What was found out with this key so far.
    pub(super) made: ChecksMade,
    /// Which token it is about.
    token: Option<Rc<Token>>,
    /// The one that is checked now, after the token that is shown: its key binding, or what was decrypted.
    beside: Option<Rc<Token>>,
    /// How many checks there were so far: tells an answer that it is late.
    count: u32,
    /// The panel was seen or asked for: from then on a token is checked without a key too, with those that it carries
    /// and those that are published.
    is_wanted: bool,
}

/// How far the check of the token that is shown is.
#[derive(Debug, Clone, PartialEq, Default)]
pub enum CheckStage {
    #[default]
    NotBegun,
    /// Somebody is still typing.
    Waiting,
    Running,
    Checked(Rc<CheckAnswer>),
    /// It could not be made; a sentence says why.
    Failed(Rc<str>),
}

/// Whether there is anything to check: a single segment has no signature.
pub fn is_checkable(token: &Token) -> bool {
    token.format != Format::Segment
}

impl Checking {
    pub fn answer(&self) -> Option<&Rc<CheckAnswer>> {
        match &self.stage {
            CheckStage::Checked(answer) => Some(answer),
            _ => None,
        }
    }

    /// The same page without a key, on which answers that are still on their way are late.
    pub(super) fn forgotten(&self) -> Self {
        Self { removals: self.removals + 1, count: self.count + 1, ..Self::default() }
    }

    pub(super) fn remove_key(&mut self) {
        self.key = SecretText::default();
        self.made.clear();
        self.removals += 1;
        self.is_of_another_token = false;
    }
}

impl State {
    /// Checks the token that is shown now, if it is another one than before.
    pub(super) fn follow_with_check(&mut self, mut change: StateChange) -> StateChange {
        let shown = self.shown().map(|shown| &shown.token).filter(|token| is_checkable(token));
        let is_same = match (shown, &self.checking.token) {
            (Some(shown), Some(checked)) => Rc::ptr_eq(shown, checked) || shown.text == checked.text,
            (None, None) => true,
            _ => false,
        };
        let shown = shown.map(Rc::clone);
        self.checking.made.follow(&self.paste.text);
        if is_same {
            if let (Some(token), CheckStage::Checked(answer)) = (&self.checking.token, &self.checking.stage) {
                self.checking.made.add(token, answer);
            }
            return change;
        }
        let before = std::mem::replace(&mut self.checking.token, shown);
        self.checking.is_of_another_token |= before.is_some() && !self.checking.key.is_blank();
        change.effects.extend(self.begin_check(self.paste.origin == Origin::Typed));
        change
    }

    pub(super) fn write_key(&mut self, key: SecretText) -> StateChange {
        self.checking.key = key;
        self.checking.made.clear();
        self.checking.is_of_another_token = false;
        StateChange::with(self.begin_check(true))
    }

    pub(super) fn remove_key(&mut self) -> StateChange {
        self.checking.remove_key();
        let mut change = StateChange::with(self.begin_check(false));
        if self.checking.token.is_some() {
            change.effects.push(Effect::GoTo("key".to_owned()));
        }
        change
    }

    /// The panel was asked for.
    pub(super) fn want_check(&mut self) -> StateChange {
        let mut change = self.see_check();
        change.is_visible = true;
        change.effects.extend([Effect::GoToPlace("check".to_owned()), Effect::GoTo("key".to_owned())]);
        change
    }

    /// The panel came into sight.
    pub(super) fn see_check(&mut self) -> StateChange {
        if std::mem::replace(&mut self.checking.is_wanted, true) || self.checking.stage != CheckStage::NotBegun {
            return StateChange::NONE;
        }
        StateChange::with(self.begin_check(false))
    }

    /// Nobody typed for a while.
    pub(super) fn check_due(&mut self, check: u32) -> StateChange {
        if check != self.checking.count || self.checking.stage != CheckStage::Waiting {
            return StateChange::NONE;
        }
        StateChange::with(self.run_check())
    }

    pub(super) fn end_check(&mut self, check: u32, stage: CheckStage) -> StateChange {
        if check == self.checking.count {
            self.checking.beside = None;
        }
        if check != self.checking.count || self.checking.stage != CheckStage::Running {
            return StateChange::NONE;
        }
        self.checking.stage = stage;
        StateChange::VISIBLE
    }

    /// What a check answered. One that cannot be read is no answer.
    pub(super) fn take_answer(&mut self, check: u32, answer: &str) -> StateChange {
        let read = CheckAnswer::read(answer).map(Rc::new);
        if let Some(beside) = self.checking.beside.take_if(|_| check == self.checking.count) {
            let Some(answer) = read else { return StateChange::NONE };
            self.checking.made.add(&beside, &answer);
            return StateChange::with(self.check_beside());
        }
        let stage = match &read {
            Some(answer) => CheckStage::Checked(Rc::clone(answer)),
            None => CheckStage::Failed("The answer of the check could not be read.".into()),
        };
        let mut change = self.end_check(check, stage);
        if change.is_visible
            && let (Some(token), Some(answer)) = (&self.checking.token, &read)
        {
            self.checking.made.add(token, answer);
            change.effects.extend(self.check_beside());
        }
        change
    }

    /// The key binding of the SD-JWT that is shown.
    pub fn key_binding(&self) -> Option<&Rc<Inspected>> {
        let shown = self.shown()?;
        let position = shown.token.nested.iter().position(|nested| nested.path == "/keyBinding")?;
        shown.nested.get(position)
    }

    /// What the check of a token inside, or of what was decrypted, found.
    pub fn check_of(&self, token: &Token) -> Option<&Rc<CheckAnswer>> {
        self.checking.made.of(token)
    }

    /// What belongs to the token that is shown and has a signature of its own is checked after it.
    fn check_beside(&mut self) -> Option<Effect> {
        let binding = self.key_binding().map(|binding| Rc::clone(&binding.token));
        let decrypted = self.decrypted().filter(is_checkable).map(Rc::new);
        let mut beside = binding.into_iter().map(|token| (token, false)).chain(decrypted.map(|token| (token, true)));
        let (token, is_decrypted) = beside.find(|(token, _)| self.checking.made.of(token).is_none())?;
        self.checking.count += 1;
        let around = if is_decrypted { &*token.text } else { self.text_around() };
        let effect = self.request(&token, around);
        self.checking.beside = Some(token);
        Some(effect)
    }

    /// The text in the key box is a token.
    pub(super) fn move_key_to_box(&mut self, now: i64) -> StateChange {
        let text = Rc::clone(self.checking.key.shared());
        self.checking.remove_key();
        self.edit_at(GivenText::new(text, Origin::Pasted), now)
    }

    /// The text in the box is a key. The token that stood there before comes back, if there was one.
    pub(super) fn use_text_as_key(&mut self, now: i64) -> StateChange {
        let key = SecretText(Rc::clone(&self.paste.text));
        self.paste.clearings += 1;
        self.edit(GivenText::new("", Origin::Typed));
        self.restore_kept(now);
        self.checking.key = key;
        self.checking.made.clear();
        self.checking.is_of_another_token = false;
        self.checking.is_wanted = true;
        self.checking.token = None;
        let to = if self.shown().is_some() { "check" } else { "box" };
        StateChange::then(Effect::GoToPlace(to.to_owned()))
    }

    /// Shows what was inside an encrypted token, with the way back.
    pub(super) fn open_decrypted(&mut self) -> StateChange {
        let context = self.context();
        let Some(inner) =
            self.decrypted().map(|token| Rc::new(inspected_at(&Rc::new(token), Vec::new(), &[], context)))
        else {
            return StateChange::NONE;
        };
        let opened = self.answer.opened.clone();
        let Some(position) = self.answer.inspected.as_mut().and_then(|outermost| put_inside(outermost, &opened, inner))
        else {
            return StateChange::NONE;
        };
        self.show(opened.into_iter().chain([position]).collect());
        StateChange::then(Effect::ScrollToTop)
    }

    /// The token or the claims in the text that was decrypted.
    pub fn decrypted(&self) -> Option<Token> {
        match &self.checking.answer()?.decryption {
            Some(DecryptionAnswer::Text { text, .. }) => token_in(text),
            _ => None,
        }
    }

    /// None where there is nothing to check, or nobody asked. With a pause first while somebody types.
    fn begin_check(&mut self, is_typed: bool) -> Option<Effect> {
        self.checking.count += 1;
        self.checking.beside = None;
        self.checking.stage = CheckStage::NotBegun;
        let is_asked_for = self.checking.is_wanted || !self.checking.key.is_blank();
        if self.checking.token.is_none() || !is_asked_for {
            return None;
        }
        if let Some(answer) = self.checking.token.as_ref().and_then(|token| self.checking.made.of(token)) {
            self.checking.stage = CheckStage::Checked(Rc::clone(answer));
            return self.check_beside();
        }
        if is_typed {
            self.checking.stage = CheckStage::Waiting;
            return Some(Effect::CheckSoon(self.checking.count));
        }
        self.run_check()
    }

    fn run_check(&mut self) -> Option<Effect> {
        let effect = self.request(self.checking.token.as_ref()?, self.text_around());
        self.checking.stage = CheckStage::Running;
        Some(effect)
    }

    fn request(&self, token: &Token, around: &str) -> Effect {
        let key = self.checking.key.as_str();
        let request = serde_json::json!({
            "token": token.text,
            "paste": around,
            "keys": key.get(..key.floor_char_boundary(KEY_LIMIT)),
            "now": self.clock.now,
        });
        Effect::CheckSignature { check: self.checking.count, request: request.to_string().into() }
    }

    /// The text in which the token that is shown stands: of one that was decrypted, and of those inside it, what was
    /// decrypted. Of a very long text the token alone in which it stands.
    fn text_around(&self) -> &str {
        let mut around = self.answer.inspected.as_ref();
        let outermost = around.map_or("", |outermost| &*outermost.token.text);
        let mut text = if self.paste.text.len() <= PASTE_LIMIT { &*self.paste.text } else { outermost };
        for position in &self.answer.opened {
            let Some(outer) = around else { break };
            around = outer.nested.get(*position);
            if let Some(decrypted) = around.filter(|_| *position >= outer.token.nested.len()) {
                text = &decrypted.token.text;
            }
        }
        if text.len() <= PASTE_LIMIT { text } else { "" }
    }
}

/// The first token in a text; of JSON that is none, its members as claims.
fn token_in(text: &str) -> Option<Token> {
    let is_json = text.trim_start().starts_with('{');
    let encoded = is_json.then(|| base64url::encode(text.as_bytes()));
    let mut first = decode(encoded.as_deref().unwrap_or(text)).tokens.into_iter().next()?;
    first.label = if is_json { "decrypted claims" } else { "decrypted token" }.to_owned();
    Some(first)
}

/// Adds it behind what is nested in the token at the end of this way. Its position there.
fn put_inside(outermost: &mut Rc<Inspected>, way: &[usize], inner: Rc<Inspected>) -> Option<usize> {
    let around = Rc::make_mut(outermost);
    if let Some((first, rest)) = way.split_first() {
        return put_inside(around.nested.get_mut(*first)?, rest, inner);
    }
    let of_text = around.token.nested.len();
    around.nested.truncate(of_text);
    around.nested.push(inner);
    Some(of_text)
}

#[cfg(test)]
mod tests;
