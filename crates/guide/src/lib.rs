//! What to know beside the token: whether a JWT or a session cookie fits, and what people ask about tokens.
//!
//! Texts and tables, and one small function that leads from answers to a recommendation. No token comes in here.

pub mod asked;
pub mod choices;
pub mod lessons;
pub mod recommend;
pub mod side_by_side;

pub use asked::{ASKED, Asked, Question, position};
pub use choices::{Answer, Answers};
pub use recommend::recommend;

/// What a link's fragment opens.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Opened {
    Beginning,
    /// At this question.
    Place(Question),
}

/// Reads `#guide`, or `#guide=revoke` for one question. An unknown question opens the beginning of the guide.
pub fn read_fragment(fragment: &str) -> Option<Opened> {
    let behind = fragment.strip_prefix('#').unwrap_or(fragment).strip_prefix("guide")?;
    match behind.strip_prefix('=') {
        None => behind.is_empty().then_some(Opened::Beginning),
        Some(id) => Some(Question::from_id(id).map_or(Opened::Beginning, Opened::Place)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_its_own_fragments() {
        assert_eq!(read_fragment("#guide"), Some(Opened::Beginning));
        assert_eq!(read_fragment("#guide="), Some(Opened::Beginning));
        assert_eq!(read_fragment("#guide=nowhere"), Some(Opened::Beginning));
        for question in Question::ALL {
            assert_eq!(read_fragment(&format!("#guide={}", question.id())), Some(Opened::Place(question)));
        }
        for other in ["", "#", "#guided", "#guide&token=eyJ", "#token=guide", "#Guide"] {
            assert_eq!(read_fragment(other), None, "{other}");
        }
    }
}
