//! The page as a component: hears what happened, lets the state change, and does what lies outside it.

use std::cell::Cell;
use std::rc::Rc;

use rules::Addressed;
use share::link;
use yew::prelude::*;

use crate::browser::beginning::{self, Beginning};
use crate::browser::scan::{self, Scan};
use crate::browser::{self, address, events, files, time};
use crate::state::paste::Origin;
use crate::state::{Action, Dispatch, Effect, State};
use crate::views::screen;
use crate::warm_up::warm_up;

const TOAST_MILLISECONDS: u32 = 2_500;

pub struct Page {
    state: State,
    dispatch: Dispatch,
    /// Tells scans which text is the latest.
    latest: Rc<Cell<u32>>,
    _listeners: events::Listeners,
    ticking: Option<time::Ticking>,
    toast: Option<time::Delay>,
    /// Carried out once the state they come from is drawn.
    effects: Vec<Effect>,
    /// What the address says of the guide.
    addressed: Option<&'static str>,
}

impl Component for Page {
    type Message = Action;
    type Properties = Beginning;

    fn create(ctx: &Context<Self>) -> Self {
        let dispatch = Dispatch::new(ctx.link().callback(|action| action));
        let mut state = State::new(time::now(), time::zone());
        state.settings.address = address::address().into();
        state.settings.can_paste_by_button = browser::can_paste_by_button();
        state.columns = browser::columns();
        let mut page = Self {
            state,
            latest: Rc::default(),
            _listeners: events::listen(&dispatch, action_of_fragment),
            dispatch,
            ticking: None,
            toast: None,
            effects: Vec::new(),
            addressed: None,
        };
        // Before the page is drawn for the first time, so that it is drawn once.
        for action in first_actions(ctx.props()) {
            page.hear(action);
        }
        page
    }

    fn update(&mut self, _: &Context<Self>, action: Action) -> bool {
        self.hear(action)
    }

    fn view(&self, _: &Context<Self>) -> Html {
        screen(&self.state, &self.dispatch)
    }

    fn rendered(&mut self, ctx: &Context<Self>, is_first: bool) {
        if is_first {
            beginning::focus_again(ctx.props());
            self.make_ready();
        }
        let addressed = self.state.guide.address();
        let addressed_before = std::mem::replace(&mut self.addressed, addressed);
        if addressed_before != addressed {
            self.write_address(addressed_before, addressed);
        }
        for effect in std::mem::take(&mut self.effects) {
            browser::perform(effect, &self.dispatch);
        }
    }
}

impl Page {
    /// Lets the state change. True where the page must be drawn again.
    fn hear(&mut self, action: Action) -> bool {
        if matches!(action, Action::GuideOpened | Action::QuestionOpened(_)) {
            browser::leave_for_guide();
        }
        let says_so = matches!(action, Action::Copied { .. } | Action::HidingToggled | Action::PasteRefused);
        let change = self.state.reduce(action);
        self.read_long_text();
        self.tick_while_needed();
        if says_so {
            let dispatch = self.dispatch.clone();
            self.toast = Some(time::after(TOAST_MILLISECONDS, move || dispatch.send(Action::ToastFaded)));
        }
        if change.is_visible {
            self.effects.extend(change.effects);
        } else {
            change.effects.into_iter().for_each(|effect| browser::perform(effect, &self.dispatch));
        }
        change.is_visible
    }

    /// What can wait until the page is shown.
    fn make_ready(&self) {
        let dispatch = self.dispatch.clone();
        time::when_idle(move || dispatch.send(Action::ZoneNamed(time::zone_name())));
        if self.state.paste.text.is_empty() {
            warm_up();
        }
    }

    /// Starts to read a text that is too long to be read at once, and tells the scan of an earlier one to stop.
    fn read_long_text(&mut self) {
        let paste = &self.state.paste;
        if self.latest.replace(paste.arrival) == paste.arrival {
            return;
        }
        files::overtake();
        if paste.read_so_far.is_some() {
            let latest = Rc::clone(&self.latest);
            scan::start(Scan {
                text: Rc::clone(&paste.text),
                arrival: paste.arrival,
                latest,
                context: self.state.context(),
                whole: paste.origin.whole_text().cloned(),
                dispatch: self.dispatch.clone(),
            });
        }
    }

    /// While a token is shown, or a text is kept for a while.
    fn tick_while_needed(&mut self) {
        let is_kept_for_a_while = self.state.kept.as_ref().is_some_and(|kept| kept.ends_at.is_some());
        if self.state.answer.inspected.is_none() && !is_kept_for_a_while {
            self.ticking = None;
        } else if self.ticking.is_none() {
            let dispatch = self.dispatch.clone();
            self.ticking = Some(time::every_second(move |now| dispatch.send(Action::Ticked(now))));
        }
    }

    /// Opening the guide adds an entry to the browser's history, and closing it goes back, so that Back closes it too.
    fn write_address(&self, before: Option<&'static str>, now: Option<&'static str>) {
        let is_in_history = self.state.guide.is_in_history;
        match (before, now) {
            (None, Some(place)) if is_in_history => address::enter_guide(place),
            (Some(_), None) if is_in_history => address::leave_guide(),
            _ => address::write_guide(now),
        }
    }
}

/// What happened before the app was there, the latest last.
fn first_actions(beginning: &Beginning) -> Vec<Action> {
    let mut actions = Vec::new();
    if address::query_names(&["token", "jwt", "access_token", "id_token"]) {
        actions.push(Action::TokenSeenInQuery);
    }
    actions.extend(action_of_fragment(&address::first_fragment()));
    if !beginning.text.is_empty() {
        actions.push(Action::Edited { text: beginning.text.clone(), origin: Origin::PastedIntoBox, now: time::now() });
    }
    actions
}

/// What a link's fragment brings.
fn action_of_fragment(fragment: &str) -> Option<Action> {
    if let Some(opened) = ::guide::read_fragment(fragment) {
        return Some(Action::AddressRead(Some(opened)));
    }
    if let Some(addressed) = rules::read_fragment(fragment) {
        return Some(Action::CheckLinkOpened(match addressed {
            Addressed::Record(record) => Some(record.id),
            Addressed::Unknown => None,
        }));
    }
    let link::Arrival { text, signature_left_out, claims_redacted, expectations } = link::read_fragment(fragment)?;
    Some(Action::LinkOpened { text, signature_left_out, claims_redacted, expectations, now: time::now() })
}
