//! The modal dialogs: sharing, the list of all findings, and the list of keys.

pub mod catalogue;
pub mod keys_dialog;
pub mod share_dialog;
