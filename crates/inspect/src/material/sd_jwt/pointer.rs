//! A JSON Pointer (RFC 6901) that goes down and up while claims are written, and does not grow beyond measure.

use decode::json;

/// Bytes that are kept. A long name above many disclosures would otherwise be copied once for each.
const LIMIT: usize = 500;

#[derive(Default)]
pub(super) struct Pointer {
    text: String,
}

impl Pointer {
    /// Goes on to a member or an element; how to come back.
    pub fn go_to(&mut self, name: &str) -> usize {
        let length = self.text.len();
        // Characters beyond the limit are not shown, so they are not copied.
        if length <= LIMIT {
            json::descend(&mut self.text, name.chars().take(LIMIT + 1));
        }
        length
    }

    pub fn back_to(&mut self, length: usize) {
        self.text.truncate(length);
    }

    /// One of more than 500 bytes ends there with `…`.
    pub fn text(&self) -> String {
        let shown = self.text.get(..self.text.floor_char_boundary(LIMIT)).unwrap_or_default();
        if shown.len() < self.text.len() { format!("{shown}…") } else { shown.to_owned() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn goes_down_and_up() {
        let mut pointer = Pointer::default();
        assert_eq!(pointer.text(), "");
        let top = pointer.go_to("a/b~");
        let inner = pointer.go_to("");
        assert_eq!(pointer.text(), "/a~1b~0/");
        pointer.back_to(inner);
        assert_eq!(pointer.text(), "/a~1b~0");
        pointer.back_to(top);
        assert_eq!(pointer.text(), "");
    }

    #[test]
    fn stops_growing() {
        let mut pointer = Pointer::default();
        let lengths: Vec<usize> = (0..100).map(|_| pointer.go_to(&"é".repeat(300))).collect();
        assert_eq!(pointer.text(), format!("/{}…", "é".repeat(249)));
        assert_eq!(pointer.go_to("a"), 601);
        for length in lengths.into_iter().rev() {
            pointer.back_to(length);
        }
        assert_eq!(pointer.text(), "");
    }
}
