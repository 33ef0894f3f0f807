//! What the token comes to: the banner, the verdicts, the sentence, the timeline; and all that follows.

#[allow(clippy::module_inception)] // the view of that name is the whole of this folder
pub mod answer;
pub mod banner;
mod marks;
mod moment;
mod requests;
mod sentence;
mod timeline;
mod trail;
pub mod verdict_words;
mod verdicts;
