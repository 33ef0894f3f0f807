//! Writes JSON with one member a line, of pieces that are JSON already, up to a limit.

/// Bytes of one text.
const LIMIT: usize = 5_000_000;

/// Deeper lines are indented no further, so that a text of brackets alone does not grow out of proportion.
const INDENTED_LEVELS: usize = 16;

#[derive(Default)]
pub(super) struct Pretty {
    text: String,
    level: usize,
    /// The innermost container has something in it already.
    has_items: bool,
    is_cut: bool,
}

impl Pretty {
    pub fn open(&mut self, bracket: &str) {
        self.push(bracket);
        self.level += 1;
        self.has_items = false;
    }

    /// Comma and line before a member or an element.
    pub fn next(&mut self) {
        if self.has_items {
            self.push(",");
        }
        self.has_items = true;
        self.line();
    }

    pub fn close(&mut self, bracket: &str) {
        self.level = self.level.saturating_sub(1);
        if self.has_items {
            self.line();
        }
        self.push(bracket);
        self.has_items = true;
    }

    pub fn push(&mut self, piece: &str) {
        if self.is_cut {
            return;
        }
        let room = LIMIT - self.text.len().min(LIMIT);
        if piece.len() > room {
            self.is_cut = true;
            self.text.push_str(piece.get(..piece.floor_char_boundary(room)).unwrap_or_default());
        } else {
            self.text.push_str(piece);
        }
    }

    fn line(&mut self) {
        self.push("\n");
        for _ in 0..self.level.min(INDENTED_LEVELS) {
            self.push("  ");
        }
    }

    /// The text, and whether it had to stop at the limit.
    pub fn finish(self) -> (String, bool) {
        (self.text, self.is_cut)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn writes_one_item_a_line() {
        let mut pretty = Pretty::default();
        pretty.open("{");
        for name in ["\"a\": ", "\"b\": "] {
            pretty.next();
            pretty.push(name);
            pretty.open("[");
            pretty.close("]");
        }
        pretty.next();
        pretty.push("\"c\": 1");
        pretty.close("}");
        assert_eq!(pretty.finish(), ("{\n  \"a\": [],\n  \"b\": [],\n  \"c\": 1\n}".to_owned(), false));
    }

    #[test]
    fn indents_sixteen_levels() {
        let mut pretty = Pretty::default();
        for _ in 0..30 {
            pretty.next();
            pretty.open("[");
        }
        pretty.next();
        let (text, _) = pretty.finish();
        let indents: Vec<_> = text.lines().map(|line| line.trim_end_matches('[').len()).collect();
        assert_eq!((indents.get(2), indents.get(16), indents.last()), (Some(&2), Some(&30), Some(&32)));
    }

    #[test]
    fn stops_at_its_limit() {
        let mut pretty = Pretty::default();
        for _ in 0..LIMIT {
            pretty.push("éé");
        }
        let (text, is_cut) = pretty.finish();
        assert_eq!((text.len(), is_cut), (LIMIT, true));
    }
}
