//! How it looks: the only room that knows Yew, and in it `browser` the only file that knows the browser.
//!
//! What happened becomes an [`app::Action`], the action becomes the next [`app::State`], and the state becomes
//! one [`screen`](screen::screen) of views: plain functions from what is known to what is shown. Views carry no
//! listeners. A button says in `data-do` what it is for; `browser` hears every press at the document and
//! `commands` turns it into an action.

// The road.
pub mod app;
pub mod browser;
pub mod commands;
pub mod comparing;
pub mod effects;
pub mod page;
pub mod reading;
pub mod scan;

// What is shown, from the top of the page to its bottom.
pub mod screen;

mod answer;
mod banner;
mod catalogue;
mod certificates;
mod compare;
mod disclosures;
mod empty;
mod exact_text;
mod excerpt;
mod exposure;
mod findings;
mod footer;
mod guide;
mod keys;
mod members;
mod moment;
mod notes;
mod parts;
mod paste_box;
mod row;
mod sentence;
mod share_dialog;
mod signature;
mod switcher;
mod timeline;
mod tokenless;
mod toolbar;
mod trail;
mod verdicts;
mod window;

// What views are made of.
mod element;
mod examples;
mod glyphs;
mod inside;
mod instants;
mod marks;
mod panel;
mod problems;
mod runs;
mod severity;
mod verdict_words;

#[cfg(test)]
mod testing;
