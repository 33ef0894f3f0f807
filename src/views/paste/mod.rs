//! What was pasted: the box, what was done to the text, and which of several tokens is shown.

pub mod empty;
pub mod excerpt;
pub mod notes;
pub mod paste_box;
pub mod runs;
pub mod switcher;
pub mod tokenless;
