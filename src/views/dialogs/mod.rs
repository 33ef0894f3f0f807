//! The modal dialogs: sharing, and the list of all findings.

pub mod catalogue;
pub mod share_dialog;
