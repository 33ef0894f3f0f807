//! The one road: what happened becomes an [`Action`], and [`State::reduce`] makes the next state of it.
//!
//! A file for each concern. Nothing here knows the browser: what is to be done there is an [`Effect`].

pub mod action;
pub mod answer;
mod arriving;
pub mod binary;
pub mod catalogue;
pub mod chain_answer;
pub mod change;
pub mod check_answer;
mod check_report;
pub mod checking;
mod checks_made;
pub mod clock;
pub mod columns;
pub mod comparing;
mod copies;
mod dialogs;
pub mod dispatch;
pub mod effect;
pub mod examples;
pub mod expecting;
pub mod filter;
pub mod guide;
mod guide_steps;
pub mod kept;
pub mod paste;
pub mod reading;
mod reduce;
pub mod selection;
pub mod settings;
pub mod sharing;
pub mod toast;
pub mod token_list;
pub mod token_table;

pub use action::{Action, Copied};
pub use answer::Fold;
pub use dispatch::Dispatch;
pub use effect::{Dialog, Effect};
pub use selection::Selection;
pub use toast::Toast;
pub use token_table::TableUse;

use std::rc::Rc;

use inspect::Context;
use inspection::{Inspected, inspected_at};

use answer::AnswerState;
use catalogue::CatalogueState;
use checking::Checking;
use clock::{Clock, Zone};
use columns::Columns;
use comparing::Comparing;
use expecting::Expecting;
use filter::Filter;
use guide::GuideState;
use kept::{Departure, Kept};
use paste::{GivenText, Origin, Paste};
use reading::Standing;
use selection::Marks;
use settings::Settings;
use sharing::Sharing;
use token_table::TokenTable;

/// What cannot be computed, and what is computed once for a text or once for a second.
pub struct State {
    pub paste: Paste,
    /// What stood there before, and can come back.
    pub kept: Option<Kept>,
    pub clock: Clock,
    pub answer: AnswerState,
    /// What the tables of the token are narrowed to.
    pub filter: Filter,
    pub marks: Marks,
    pub table: TokenTable,
    /// Two tokens stand side by side in place of the answer.
    pub comparing: Option<Comparing>,
    /// With a key of the reader's.
    pub checking: Checking,
    /// Of a service of the reader's.
    pub expecting: Expecting,
    pub sharing: Sharing,
    pub open_dialog: Option<Dialog>,
    pub catalogue: CatalogueState,
    pub guide: GuideState,
    /// What a button just did, shown for a moment.
    pub toast: Option<Toast>,
    /// A file is held over the page.
    pub is_dragged_over: bool,
    /// The token and its signature are on the paper, because that was asked for.
    pub prints_token: bool,
    pub columns: Columns,
    pub settings: Settings,
}

impl State {
    pub fn new(now: i64, zone: Rc<Zone>) -> Self {
        Self {
            paste: Paste::default(),
            kept: None,
            clock: Clock::new(now, zone),
            answer: AnswerState::default(),
            filter: Filter::default(),
            marks: Marks::default(),
            table: TokenTable::default(),
            comparing: None,
            checking: Checking::default(),
            expecting: Expecting::default(),
            sharing: Sharing::default(),
            open_dialog: None,
            catalogue: CatalogueState::default(),
            guide: GuideState::default(),
            toast: None,
            is_dragged_over: false,
            prints_token: false,
            columns: Columns::default(),
            settings: Settings::default(),
        }
    }

    /// The token that is shown: the chosen one, or one that stands inside it.
    pub fn shown(&self) -> Option<&Rc<Inspected>> {
        self.answer.shown()
    }

    /// Where it stands in the text. What was decrypted stands nowhere in it.
    pub fn standing(&self) -> Option<Standing<'_>> {
        let standing = Standing::of(self.paste.reading.tokens.get(self.answer.chosen)?, &self.answer.opened);
        Some(standing).filter(|standing| self.shown().is_none_or(|shown| shown.token.text == standing.token.text))
    }

    /// An answer is drawn whose places an outline can lead to.
    pub fn has_outline(&self) -> bool {
        let is_reading = self.paste.loading.is_some() || self.paste.read_so_far.is_some();
        self.shown().is_some() && self.comparing.is_none() && !is_reading && !self.guide.is_open
    }

    /// What is known beside the token.
    pub fn context(&self) -> Context {
        Context {
            now: self.clock.now,
            is_clock: self.clock.is_live(),
            signature_left_out: self.paste.signature_left_out,
            claims_redacted: self.paste.claims_redacted,
        }
    }

    fn choose(&mut self, chosen: usize) {
        self.show(Vec::new());
        self.answer.chosen = chosen;
        let reading = &self.paste.reading;
        let whole = self.paste.origin.whole_text().map(Rc::as_ref);
        self.answer.inspected = reading.tokens.get(chosen).map(|token| {
            let (places, exchanges) = (reading.places(token, whole), reading.exchanges_of(whole));
            Rc::new(inspected_at(token, places, exchanges, self.context()))
        });
    }

    /// Shows the token at the end of this way.
    fn show(&mut self, opened: Vec<usize>) {
        self.answer.opened = opened;
        (self.answer.views, self.answer.unfolded) = (Vec::new(), Vec::new());
        self.answer.toggled.clear();
        self.filter = Filter::default();
        self.marks = Marks::default();
        self.comparing = None;
        self.sharing = Sharing::default();
    }

    fn judge_again(&mut self) {
        let context = self.context();
        if let Some(inspected) = &mut self.answer.inspected {
            *inspected = inspected.at(context);
        }
    }

    fn look_at(&mut self, instant: Option<i64>) {
        self.clock.look_at(instant);
        self.judge_again();
    }

    fn edit(&mut self, given: GivenText) {
        self.guide.make_way(&given.origin, given.text.is_empty());
        let is_typed = given.origin == Origin::Typed;
        self.begin_table(&given.origin, &given.text);
        self.paste.replace(given);
        self.toast = None;
        let views = std::mem::take(&mut self.answer.views);
        let comparing = self.comparing.take();
        // While the reader types, the same token stays in view.
        let keeps_its_place = is_typed && self.answer.chosen < self.paste.reading.tokens.len();
        let first_choice = self.paste.reading.first_choice();
        self.choose(if keeps_its_place { self.answer.chosen } else { first_choice });
        self.comparing = comparing.filter(|comparing| comparing.is_still_in(&self.paste.reading));
        if is_typed {
            self.answer.views = views;
        }
    }

    fn place_caret(&mut self, utf16_units: usize, is_tap: bool) {
        let offset = reading::byte_offset(&self.paste.text, utf16_units);
        if is_tap
            && let Some(token) = self.paste.reading.token_at(offset)
            && token != self.answer.chosen
        {
            self.choose_another(token);
        }
        self.marks.pinned = self.standing().and_then(|standing| reading::member_at(&standing, offset));
    }

    /// Browsers keep a page that was left, and show it again as it was. What is kept holds no token.
    fn forget(&mut self) {
        let mut kept = Self::new(self.clock.device, Rc::clone(&self.clock.zone));
        kept.guide = std::mem::take(&mut self.guide);
        kept.guide.tried = None;
        kept.columns = self.columns;
        kept.settings = std::mem::take(&mut self.settings);
        kept.settings.hides_values = false;
        // A scan that runs on is late, and undo brings nothing back.
        kept.paste.arrival = self.paste.arrival + 1;
        kept.paste.clearings = self.paste.clearings + 1;
        kept.paste.token_in_query = self.paste.token_in_query;
        kept.checking = self.checking.forgotten();
        kept.expecting = self.expecting.forgotten();
        *self = kept;
    }

    /// Nothing of the reader's text is left on the page. It is kept for a while, so that it can come back.
    fn clear(&mut self, now: i64) {
        self.clock.tick(now);
        self.keep(Departure::Cleared, now);
        self.paste.clearings += 1;
        self.checking.remove_key();
        self.edit(GivenText::new("", Origin::Typed));
        self.look_at(None);
        self.paste.token_in_query = false;
    }
}

#[cfg(test)]
mod tests;
