//! The one road: what happened, and what the page then is.

use std::rc::Rc;

use decode::{Decoded, decode};
use inspect::Context;
use inspection::{Inspected, inspected};
use share::redact::{self, Redacted};

use super::commands::{Command, Copy};
use super::comparing::Comparing;
use super::guide::Reader;
use super::guide::tried::{Own, Tried};
use super::moment::{self, Moment};
use super::reading::{self, Reading, Spot, Standing};

/// Texts up to this size are read in the very event that brought them, longer ones a stretch at a time.
pub const READ_AT_ONCE: usize = 256 * 1024;
/// Texts up to this size stand in the text box, longer ones are shown as an excerpt.
pub const EDITABLE: usize = 32 * 1024;
/// Of larger files only the beginning is read.
pub const FILE_LIMIT: usize = 64 * 1024 * 1024;

/// What cannot be computed, and what is computed once for a text or once for a second.
pub struct State {
    pub text: Rc<str>,
    /// How often the page was cleared.
    pub clearings: u32,
    pub origin: Origin,
    /// How many texts there were so far: tells a scan that it is late.
    pub arrival: u32,
    /// Bytes read of a text that is still being read.
    pub read_so_far: Option<usize>,
    pub reading: Rc<Reading>,
    /// Position in [`Reading::tokens`].
    pub chosen: usize,
    /// The chosen token, judged at `now`.
    pub inspected: Option<Inspected>,
    /// The way from the chosen token to the one that is shown: positions among what is nested, the outermost first.
    pub opened: Vec<usize>,
    /// Two tokens stand side by side in place of the answer.
    pub comparing: Option<Comparing>,
    pub signature_left_out: bool,
    pub claims_redacted: bool,
    /// The address has a token before its `#`: it was sent to the server, and is not read here.
    pub token_in_query: bool,
    /// The instant at which everything is judged, in seconds since 1970-01-01T00:00:00Z: what the clock shows, unless
    /// the reader looks at another one.
    pub now: i64,
    pub clock: i64,
    pub looked_at: Option<i64>,
    /// What was written for an instant to look at, and could not be read.
    pub unread_moment: Option<String>,
    pub zone: Zone,
    /// What the mouse points at.
    pub pointed: Option<Spot>,
    /// What was tapped or focused, or holds the caret.
    pub pinned: Option<Spot>,
    /// Parts whose exact text is shown instead of their table, by position.
    pub exact: Vec<usize>,
    pub unfolded: Vec<Fold>,
    pub theme: Theme,
    /// The list of all findings is open.
    pub shows_catalogue: bool,
    pub shows_share: bool,
    /// Claims to be masked in what is shared, by name. None until somebody chose: then it is what is suggested.
    pub masked: Option<Vec<String>>,
    /// Values cannot be read on the screen.
    pub hides_values: bool,
    /// Of this page, without query and fragment.
    pub address: Rc<str>,
    pub guide: Reader,
    /// What a button just did, said for a moment.
    pub said: Option<&'static str>,
}

/// The local time zone.
#[derive(Debug, Clone)]
pub struct Zone {
    pub name: Rc<str>,
    /// Minutes east of Greenwich at an instant, where the browser can say.
    pub offset: fn(i64) -> Option<i32>,
}

/// How the text came.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Origin {
    #[default]
    Typed,
    Pasted,
    /// By the browser itself, where the caret was.
    PastedIntoBox,
    Example,
    /// The example of the guide's question at this position.
    Tried(usize),
    Link,
    File(GivenFile),
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GivenFile {
    pub name: String,
    /// Only its beginning was read.
    pub cut: bool,
    /// Bytes that are not UTF-8 were replaced.
    pub lossy: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Theme {
    #[default]
    System,
    Light,
    Dark,
}

/// Something long that is shown in short until asked for, in the part at this position.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fold {
    Value {
        part: usize,
        member: usize,
    },
    Rows {
        part: usize,
    },
    ExactText {
        part: usize,
    },
    /// Of a comparison: the part at this position among those that are compared.
    Compared {
        part: usize,
    },
    /// Of signatures or recipients.
    Groups,
    Disclosures,
}

/// Facts, in the past tense.
#[derive(Debug)]
pub enum Action {
    Edited {
        text: String,
        origin: Origin,
        now: i64,
    },
    LinkOpened {
        text: String,
        signature_left_out: bool,
        claims_redacted: bool,
        now: i64,
    },
    TokenSeenInQuery,
    ReadFurther {
        arrival: u32,
        position: usize,
    },
    ReadThrough {
        arrival: u32,
        decoded: Decoded,
    },
    Ticked(i64),
    /// An instant to look at, in the reader's own writing.
    MomentWritten(String),
    Pointed(Option<Spot>),
    DialogClosed,
    /// None where nothing stands that could be marked.
    Pinned(Option<Spot>),
    /// The caret stands at this UTF-16 unit of the box.
    CaretMoved(usize),
    /// As [`Action::CaretMoved`], by mouse or finger.
    BoxTapped(usize),
    Pressed(Command),
    Copied {
        what: Copy,
        done: bool,
    },
    SayingFaded,
    /// A second text, to compare with.
    SecondWritten(String),
}

impl State {
    pub fn new(now: i64, zone: Zone) -> Self {
        Self {
            text: Rc::from(""),
            clearings: 0,
            origin: Origin::Typed,
            arrival: 0,
            read_so_far: None,
            reading: Rc::default(),
            chosen: 0,
            inspected: None,
            opened: Vec::new(),
            comparing: None,
            signature_left_out: false,
            claims_redacted: false,
            token_in_query: false,
            now,
            clock: now,
            looked_at: None,
            unread_moment: None,
            zone,
            pointed: None,
            pinned: None,
            exact: Vec::new(),
            unfolded: Vec::new(),
            theme: Theme::System,
            shows_catalogue: false,
            shows_share: false,
            masked: None,
            hides_values: false,
            address: Rc::from(""),
            guide: Reader::default(),
            said: None,
        }
    }

    /// The token that is shown: the chosen one, or one that stands inside it.
    pub fn shown(&self) -> Option<&Inspected> {
        self.opened.iter().try_fold(self.inspected.as_ref()?, |around, position| around.nested.get(*position))
    }

    /// Where it stands in the text.
    pub fn standing(&self) -> Option<Standing<'_>> {
        Some(Standing::of(self.reading.tokens.get(self.chosen)?, &self.opened))
    }

    /// What is marked in the text and in the tables.
    pub fn marked(&self) -> Option<Spot> {
        self.pointed.or(self.pinned)
    }

    /// Whether the reader is at work in the box, so that it must stay where it is.
    pub fn is_box_in_use(&self) -> bool {
        self.is_editable() && matches!(self.origin, Origin::Typed | Origin::PastedIntoBox)
    }

    /// Whether the text stands in the text box.
    pub fn is_editable(&self) -> bool {
        self.text.len() <= EDITABLE
    }

    pub fn context(&self) -> Context {
        Context {
            now: self.now,
            is_clock: self.looked_at.is_none(),
            signature_left_out: self.signature_left_out,
            claims_redacted: self.claims_redacted,
        }
    }

    fn close_dialogs(&mut self) {
        (self.shows_catalogue, self.shows_share) = (false, false);
    }

    /// The names of the claims that are to be masked.
    pub fn masks(&self) -> Vec<String> {
        let suggested = || {
            let maskable = self.shown().map_or_else(Vec::new, |shown| redact::maskable(&shown.token));
            maskable.into_iter().filter(|claim| claim.is_suggested).map(|claim| claim.name).collect::<Vec<_>>()
        };
        self.masked.clone().unwrap_or_else(suggested)
    }

    /// The token that is shown, with the chosen claims masked.
    pub fn redacted(&self) -> Option<Redacted> {
        redact::redacted(&self.shown()?.token, &self.masks().iter().map(String::as_str).collect::<Vec<_>>())
    }

    fn mask(&mut self, position: usize) {
        let mut masks = self.masks();
        let claim = self.shown().and_then(|shown| redact::maskable(&shown.token).into_iter().nth(position));
        if let Some(claim) = claim {
            match masks.iter().position(|name| *name == claim.name) {
                Some(at) => drop(masks.remove(at)),
                None => masks.push(claim.name),
            }
        }
        self.masked = Some(masks);
    }

    fn tick(&mut self, clock: i64) {
        self.clock = clock;
        self.now = self.looked_at.unwrap_or(clock);
    }

    fn look_at(&mut self, instant: Option<i64>) {
        self.looked_at = instant;
        self.unread_moment = None;
        self.tick(self.clock);
        self.judge_again();
    }

    fn edit(&mut self, text: String, origin: Origin) {
        self.guide_to(&origin, text.is_empty());
        // What a text box makes of line ends, so that both hold the very same text.
        let text = if text.len() <= EDITABLE && text.contains('\r') {
            text.replace("\r\n", "\n").replace('\r', "\n")
        } else {
            text
        };
        self.text = text.into();
        self.arrival += 1;
        (self.signature_left_out, self.claims_redacted) = (false, false);
        self.said = None;
        let keeps_its_place = origin == Origin::Typed;
        self.origin = origin;
        let is_long = self.text.len() > READ_AT_ONCE;
        self.read_so_far = is_long.then_some(0);
        self.reading = if is_long { Rc::default() } else { Rc::new(Reading::of(&self.text, decode(&self.text))) };
        let exact = std::mem::take(&mut self.exact);
        let comparing = self.comparing.take();
        let chosen = if keeps_its_place && self.chosen < self.reading.tokens.len() { self.chosen } else { 0 };
        self.choose(chosen);
        self.comparing = comparing.filter(|comparing| comparing.is_still_in(&self.reading));
        if keeps_its_place {
            self.exact = exact;
        }
    }

    /// A text that came closes the guide. An example of the guide sets the reader's own text aside.
    fn guide_to(&mut self, origin: &Origin, is_empty: bool) {
        let guide = &mut self.guide;
        match origin {
            Origin::Typed if !is_empty => return,
            Origin::Tried(place) => {
                let own = match guide.tried.take() {
                    Some(tried) => tried.own,
                    None if self.text.is_empty() || self.origin == Origin::Example => None,
                    None => Some(Own {
                        text: Rc::clone(&self.text),
                        origin: self.origin.clone(),
                        claims_redacted: self.claims_redacted,
                        signature_left_out: self.signature_left_out,
                    }),
                };
                guide.tried = Some(Tried { place: *place, own });
            }
            _ => guide.tried = None,
        }
        guide.is_open = false;
    }

    fn choose(&mut self, chosen: usize) {
        self.chosen = chosen;
        self.show(Vec::new());
        self.inspected = self.reading.tokens.get(chosen).map(|token| inspected(token, self.context()));
    }

    fn show(&mut self, opened: Vec<usize>) {
        self.opened = opened;
        self.comparing = None;
        (self.pointed, self.pinned) = (None, None);
        (self.exact, self.unfolded) = (Vec::new(), Vec::new());
        self.masked = None;
    }

    fn judge_again(&mut self) {
        let context = self.context();
        if let Some(inspected) = &mut self.inspected {
            inspected.judge_again(context);
        }
    }

    fn place_caret(&mut self, utf16_units: usize, tapped: bool) {
        let offset = reading::byte_offset(&self.text, utf16_units);
        if tapped
            && let Some(token) = self.reading.token_at(offset)
            && token != self.chosen
        {
            self.choose(token);
        }
        self.pinned = self.standing().and_then(|standing| reading::member_at(&standing, offset));
    }

    fn press(&mut self, command: Command) {
        match command {
            Command::ChooseToken(token) => self.choose(token),
            Command::OpenNested(position) => {
                if self.shown().is_some_and(|shown| position < shown.nested.len()) {
                    let opened = [&*self.opened, &[position]].concat();
                    self.show(opened);
                }
            }
            Command::BackTo(depth) => {
                let opened = self.opened.iter().copied().take(depth).collect::<Vec<_>>();
                self.show(opened);
            }
            Command::ShowTable(part) => self.exact.retain(|exact| *exact != part),
            Command::ShowExactText(part) => {
                self.exact.retain(|exact| *exact != part);
                self.exact.push(part);
            }
            Command::Unfold(fold) => self.unfolded.push(fold),
            Command::GoTo(spot) => {
                self.exact.retain(|exact| *exact != spot.part);
                self.pinned = Some(spot);
            }
            Command::ChooseTheme(theme) => self.theme = theme,
            Command::LookAt(Moment::Now) => self.look_at(None),
            Command::LookAt(moment) => {
                let validity = self.shown().map(|shown| shown.judgement.validity);
                if let Some(instant) = validity.and_then(|validity| moment.of(&validity)) {
                    self.look_at(Some(instant));
                }
            }
            Command::ShowCatalogue | Command::ShowEntry(_) => self.shows_catalogue = true,
            Command::OpenShare => self.shows_share = true,
            Command::CloseCatalogue | Command::CloseShare => self.close_dialogs(),
            Command::Mask(position) => self.mask(position),
            Command::HideValues => self.hides_values = !self.hides_values,
            Command::Clear => {
                self.clearings += 1;
                self.edit(String::new(), Origin::Typed);
                self.look_at(None);
                self.token_in_query = false;
            }
            Command::CompareWith(_) | Command::CompareWithAnother | Command::SwapCompared | Command::EndComparison => {
                self.compare(command);
            }
            Command::ShowGuide => self.guide.open(None),
            Command::OpenGuide(place) => self.guide.open(Some(place)),
            Command::CloseGuide => self.guide.is_open = false,
            Command::Answer(answer) => self.guide.answers.toggle(u16::try_from(answer).unwrap_or_default()),
            Command::BackToOwn => {
                if let Some(own) = self.guide.tried.take().and_then(|tried| tried.own) {
                    self.edit(own.text.as_ref().to_owned(), own.origin);
                    self.signature_left_out = own.signature_left_out;
                    self.claims_redacted = own.claims_redacted;
                    self.judge_again();
                }
            }
            // What these do happens outside the state: `effects`.
            Command::OpenExample(_)
            | Command::Try(_)
            | Command::ChooseFile
            | Command::Copy(_)
            | Command::SaveReport
            | Command::ShowHowToCheck
            | Command::ShowFindings => {}
        }
    }

    pub fn learn(&mut self, action: Action) {
        match action {
            Action::Edited { text, origin, now } => {
                self.tick(now);
                self.edit(text, origin);
            }
            Action::LinkOpened { text, signature_left_out, claims_redacted, now } => {
                self.tick(now);
                self.edit(text, Origin::Link);
                self.signature_left_out = signature_left_out;
                self.claims_redacted = claims_redacted;
                self.judge_again();
            }
            Action::TokenSeenInQuery => self.token_in_query = true,
            Action::ReadFurther { arrival, position } if arrival == self.arrival => self.read_so_far = Some(position),
            Action::ReadThrough { arrival, decoded } if arrival == self.arrival => {
                self.read_so_far = None;
                self.reading = Rc::new(Reading::of(&self.text, decoded));
                self.choose(0);
            }
            Action::ReadFurther { .. } | Action::ReadThrough { .. } => {}
            Action::Ticked(now) => {
                self.tick(now);
                // What is looked at stands still.
                if self.looked_at.is_none() {
                    self.judge_again();
                }
            }
            Action::MomentWritten(text) => match moment::read(&text) {
                Some(instant) => self.look_at(Some(instant)),
                None => self.unread_moment = Some(text).filter(|text| !text.trim().is_empty()),
            },
            Action::DialogClosed => self.close_dialogs(),
            Action::Pointed(spot) => self.pointed = spot,
            Action::Pinned(spot) => self.pinned = spot,
            Action::CaretMoved(units) => self.place_caret(units, false),
            Action::BoxTapped(units) => self.place_caret(units, true),
            Action::Pressed(command) => self.press(command),
            Action::Copied { what, done } => {
                self.said = Some(if done { what.done() } else { "The browser did not allow copying" });
            }
            Action::SayingFaded => self.said = None,
            Action::SecondWritten(text) => self.compare_with_text(&text),
        }
    }
}

#[cfg(test)]
mod tests;
