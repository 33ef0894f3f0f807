//! The page as a component: hears what happened, lets the state change, and does what lies outside it.

use std::cell::Cell;
use std::rc::Rc;

use guide::{self, Opened};
use share::link;
use yew::prelude::*;

use super::app::{Action, Origin, State};
use super::browser::{self, Clock, Delay, Listeners};
use super::commands::Command;
use super::effects;
use super::examples::EXAMPLES;
use super::scan::scan;
use super::screen::screen;

const SAYING_MILLISECONDS: u32 = 2_500;
/// So long after the start nobody waits for the page any more, and hardly anybody has pasted yet.
const WARMING_MILLISECONDS: u32 = 150;

pub struct Page {
    state: State,
    send: Callback<Action>,
    /// Tells scans which text is the latest.
    latest: Rc<Cell<u32>>,
    _listeners: Listeners,
    clock: Option<Clock>,
    saying: Option<Delay>,
    _warming: Delay,
    /// Carried out once its outcome is drawn.
    pressed: Option<Command>,
    reveal: Option<Reveal>,
    /// What the address says of the guide.
    addressed: Option<&'static str>,
}

/// What is brought into view once it is drawn.
#[derive(Clone, Copy)]
enum Reveal {
    Top,
    MarkedRow,
    MarkedText,
}

impl Component for Page {
    type Message = Action;
    type Properties = ();

    fn create(ctx: &Context<Self>) -> Self {
        let send = ctx.link().callback(|action| action);
        if browser::query_names(&["token", "jwt", "access_token", "id_token"]) {
            send.emit(Action::TokenSeenInQuery);
        }
        if let Some(action) = arrival(&browser::first_fragment()) {
            send.emit(action);
        }
        let mut state = State::new(browser::now(), browser::zone());
        state.address = browser::address().into();
        Self {
            state,
            latest: Rc::default(),
            _listeners: browser::listen(send.clone(), arrival),
            send,
            clock: None,
            saying: None,
            _warming: browser::after(WARMING_MILLISECONDS, Callback::from(|()| warm_up())),
            pressed: None,
            reveal: None,
            addressed: None,
        }
    }

    fn update(&mut self, _: &Context<Self>, action: Action) -> bool {
        let is_saying = matches!(action, Action::Copied { .. });
        match &action {
            Action::Pressed(command) => self.pressed = Some(*command),
            Action::Edited { origin, .. } if *origin != Origin::Typed => self.reveal = Some(Reveal::Top),
            Action::LinkOpened { .. } => self.reveal = Some(Reveal::Top),
            Action::BoxTapped(_) | Action::CaretMoved(_) => self.reveal = Some(Reveal::MarkedRow),
            Action::Pinned(_) => self.reveal = Some(Reveal::MarkedText),
            _ => {}
        }
        self.state.learn(action);

        if self.latest.replace(self.state.arrival) != self.state.arrival {
            browser::overtake();
            if self.state.read_so_far.is_some() {
                let (text, latest) = (Rc::clone(&self.state.text), Rc::clone(&self.latest));
                browser::spawn(scan(text, self.state.arrival, latest, self.send.clone()));
            }
        }
        if self.state.inspected.is_none() {
            self.clock = None;
        } else if self.clock.is_none() {
            self.clock = Some(browser::every_second(self.send.reform(Action::Ticked)));
        }
        if is_saying {
            self.saying = Some(browser::after(SAYING_MILLISECONDS, self.send.reform(|()| Action::SayingFaded)));
        }
        true
    }

    fn view(&self, _: &Context<Self>) -> Html {
        screen(&self.state)
    }

    fn rendered(&mut self, _: &Context<Self>, _is_first: bool) {
        let address = self.state.guide.address();
        if std::mem::replace(&mut self.addressed, address) != address {
            browser::write_guide(address);
        }
        if let Some(command) = self.pressed.take() {
            effects::perform(command, &self.state, &self.send);
        }
        match (self.reveal.take(), self.state.pinned) {
            (Some(Reveal::Top), _) => browser::scroll_to_top(),
            (Some(Reveal::MarkedRow), Some(spot)) => {
                browser::reveal_beside(&["#row-", &spot.to_attribute()].concat().replace(':', "\\:"))
            }
            (Some(Reveal::MarkedText), Some(_)) => browser::reveal_beside(".box [data-marked]"),
            _ => {}
        }
    }
}

/// Browsers compile code when it first runs. A token that is read and drawn for nobody takes that time before the first
/// one is pasted, and not after.
fn warm_up() {
    let mut state = State::new(browser::now(), browser::zone());
    if let Some(example) = EXAMPLES.first() {
        let (text, now) = (example.text(state.now), state.now);
        state.learn(Action::Edited { text, origin: Origin::Example, now });
    }
    drop(screen(&state));
}

/// What a link's fragment brings.
fn arrival(fragment: &str) -> Option<Action> {
    match guide::read_fragment(fragment) {
        Some(Opened::Beginning) => return Some(Action::Pressed(Command::ShowGuide)),
        Some(Opened::Place(place)) => return Some(Action::Pressed(Command::OpenGuide(place))),
        None => {}
    }
    let link::Arrival { text, signature_left_out, claims_redacted } = link::read_fragment(fragment)?;
    Some(Action::LinkOpened { text, signature_left_out, claims_redacted, now: browser::now() })
}
