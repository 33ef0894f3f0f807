//! Opening dialogs: one at a time.

use super::catalogue::CatalogueState;
use super::reduce::StateChange;
use super::{Dialog, Effect, State};

impl State {
    pub(super) fn open(&mut self, dialog: Dialog) -> StateChange {
        let other = self.open_dialog.replace(dialog).filter(|open| *open != dialog);
        let closed = other.map(Effect::CloseDialog).into_iter();
        StateChange { is_visible: true, effects: closed.chain([Effect::OpenDialog(dialog)]).collect() }
    }

    pub(super) fn open_catalogue(&mut self, catalogue: CatalogueState) -> StateChange {
        let mut change = self.open(Dialog::Catalogue);
        change.effects.extend(catalogue.opened.map(|id| Effect::JumpTo(format!("finding-{id}"))));
        self.catalogue = catalogue;
        change
    }
}
