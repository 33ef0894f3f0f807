//! What was pasted: the box, what was done to the text, and which of several tokens is shown.

pub mod coloured_text;
pub mod empty;
pub mod excerpt;
pub mod notes;
pub mod paste_box;
pub mod switcher;
pub mod tokenless;
