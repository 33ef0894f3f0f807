//! What was pasted: the box, what was done to the text, and which of several tokens is shown.

pub mod actions;
pub mod coloured_text;
pub mod empty;
pub mod excerpt;
pub mod kept_line;
pub mod notes;
pub mod paste_box;
mod place;
pub mod switcher;
mod three_parts;
pub mod tokenless;
