//! Opening dialogs: one at a time.

use super::change::StateChange;
use super::{Dialog, Effect, State};

impl State {
    pub(super) fn open(&mut self, dialog: Dialog) -> StateChange {
        let other = self.open_dialog.replace(dialog).filter(|open| *open != dialog);
        let closed = other.map(Effect::CloseDialog).into_iter();
        StateChange { is_visible: true, effects: closed.chain([Effect::OpenDialog(dialog)]).collect() }
    }
}
