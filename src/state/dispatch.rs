//! How a view says what happened.

use yew::Callback;

use super::Action;

/// Sends actions to the page.
#[derive(Clone, PartialEq)]
pub struct Dispatch(Callback<Action>);

impl Dispatch {
    pub fn new(send: Callback<Action>) -> Self {
        Self(send)
    }

    /// One that goes nowhere, for views drawn where nobody can press anything.
    pub fn nowhere() -> Self {
        Self(Callback::noop())
    }

    pub fn send(&self, action: Action) {
        self.0.emit(action);
    }

    /// A callback that sends this action, whatever the event holds.
    pub fn on<E: 'static>(&self, action: Action) -> Callback<E> {
        self.0.reform(move |_| action.clone())
    }

    /// A callback that sends what this function makes of the event, if anything.
    pub fn from<E: 'static>(&self, action_of: impl Fn(E) -> Option<Action> + 'static) -> Callback<E> {
        let send = self.0.clone();
        Callback::from(move |event| {
            if let Some(action) = action_of(event) {
                send.emit(action);
            }
        })
    }
}
