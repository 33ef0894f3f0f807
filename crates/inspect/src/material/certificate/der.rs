//! Reads DER element by element: a tag, a length, that many bytes. ITU-T X.690 sections 8.1 and 10.1.
//!
//! Written here because the crates that read X.509 refuse a broken certificate as a whole, while this reader gives
//! everything before the fault. Each step goes forward in a slice or ends; there is no recursion.

use decode::Span;

pub(super) const BOOLEAN: u8 = 0x01;
pub(super) const INTEGER: u8 = 0x02;
pub(super) const BIT_STRING: u8 = 0x03;
pub(super) const OCTET_STRING: u8 = 0x04;
pub(super) const OBJECT_IDENTIFIER: u8 = 0x06;
pub(super) const SEQUENCE: u8 = 0x30;
pub(super) const SET: u8 = 0x31;

/// What ended the reading: "expected …, but found …" and where, in bytes of the certificate.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct DerFault {
    pub at: usize,
    pub sentence: String,
}

impl DerFault {
    pub fn new(at: usize, sentence: impl Into<String>) -> Self {
        Self { at, sentence: sentence.into() }
    }
}

#[derive(Debug, Clone, Copy)]
pub(super) struct DerElement<'d> {
    pub tag: u8,
    /// From its tag to its end, in bytes of the certificate.
    pub span: Span,
    /// What stands behind its length.
    pub contents: DerReader<'d>,
}

impl<'d> DerElement<'d> {
    pub fn bytes(&self) -> &'d [u8] {
        self.contents.rest()
    }

    /// All of it, with its tag and its length.
    pub fn source(&self) -> &'d [u8] {
        self.span.of(self.contents.whole)
    }
}

/// The elements of a stretch of a certificate.
#[derive(Debug, Clone, Copy)]
pub(super) struct DerReader<'d> {
    whole: &'d [u8],
    /// Next to be read; not behind `end`.
    at: usize,
    end: usize,
}

impl<'d> DerReader<'d> {
    pub fn new(whole: &'d [u8]) -> Self {
        Self { whole, at: 0, end: whole.len() }
    }

    pub fn at(&self) -> usize {
        self.at
    }

    pub fn is_at_end(&self) -> bool {
        self.at >= self.end
    }

    pub fn rest(&self) -> &'d [u8] {
        Span::new(self.at, self.end).of(self.whole)
    }

    pub fn peek(&self) -> Option<u8> {
        self.rest().first().copied()
    }

    pub fn skip_byte(&mut self) {
        self.at = (self.at + 1).min(self.end);
    }

    /// The next element, whole.
    pub fn any(&mut self) -> Result<DerElement<'d>, DerFault> {
        let (element, is_cut) = self.element()?;
        match is_cut {
            Some(fault) => Err(fault),
            None => Ok(element),
        }
    }

    /// The next element, which must have this tag and be whole. `name` is what the sentence calls it.
    pub fn take(&mut self, tag: u8, name: &str) -> Result<DerElement<'d>, DerFault> {
        self.is_next(tag, name)?;
        self.any()
    }

    /// The same, but one that ends too early gives what there is of it.
    pub fn take_start(&mut self, tag: u8, name: &str) -> Result<DerReader<'d>, DerFault> {
        self.is_next(tag, name)?;
        self.element().map(|(element, _)| element.contents)
    }

    /// The next element if it has this tag.
    pub fn optional(&mut self, tag: u8) -> Result<Option<DerElement<'d>>, DerFault> {
        if self.peek() == Some(tag) { self.any().map(Some) } else { Ok(None) }
    }

    fn is_next(&self, tag: u8, name: &str) -> Result<(), DerFault> {
        match self.peek() {
            Some(found) if found == tag => Ok(()),
            Some(found) => {
                let found = format!("0x{}", crate::material::digest::hex(&[found]));
                Err(DerFault::new(self.at, format!("expected {name}, but found the tag {found}")))
            }
            None => Err(DerFault::new(self.at, format!("expected {name}, but found nothing more"))),
        }
    }

    /// An element, and what is wrong where it ends behind what it stands in.
    fn element(&mut self) -> Result<(DerElement<'d>, Option<DerFault>), DerFault> {
        let start = self.at;
        let (tag, first) = match self.rest() {
            [tag, first, ..] => (*tag, *first),
            _ => return Err(DerFault::new(start, "expected a tag and a length, but found nothing more")),
        };
        if tag & 0x1F == 0x1F {
            return Err(DerFault::new(start, "expected a tag of one byte, but found a longer one"));
        }
        // X.690 section 8.1.3.5: the length itself, or how many bytes it has. Four are more than any paste holds.
        let (length, contents) = match first {
            0x80 => {
                return Err(DerFault::new(
                    start + 1,
                    "expected a length, but found the indefinite form, which DER forbids",
                ));
            }
            0x00..=0x7F => (usize::from(first), start + 2),
            _ => {
                let count = usize::from(first & 0x7F);
                let digits = Span::new(start + 2, (start + 2 + count).min(self.end));
                if count > 4 || digits.len() < count {
                    return Err(DerFault::new(start + 1, "expected a length, but found one that cannot be right"));
                }
                let length =
                    digits.of(self.whole).iter().fold(0, |length: usize, byte| length << 8 | usize::from(*byte));
                (length, start + 2 + count)
            }
        };
        let end = contents.saturating_add(length);
        let is_cut = (end > self.end).then(|| {
            let missing = (end - self.end).to_string();
            DerFault::new(
                start,
                format!(
                    "expected an element that fits, but found one that ends {missing} bytes after the end of what \
                    holds it"
                ),
            )
        });
        let end = end.min(self.end);
        self.at = end;
        let contents = Self { whole: self.whole, at: contents, end };
        Ok((DerElement { tag, span: Span::new(start, end), contents }, is_cut))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check_fault(bytes: &[u8], at: usize, sentence: &str) {
        let fault = DerReader::new(bytes).take(SEQUENCE, "a sequence").expect_err("a fault");
        assert_eq!((fault.at, fault.sentence.as_str()), (at, sentence));
    }

    #[test]
    fn reads_elements_one_by_one() {
        let mut outer = DerReader::new(&[0x30, 0x06, 0x02, 0x01, 0x05, 0x04, 0x81, 0x00]);
        let mut inner = outer.take(SEQUENCE, "a sequence").expect("whole").contents;
        assert!(outer.is_at_end());
        let number = inner.take(INTEGER, "a number").expect("whole");
        assert_eq!((number.bytes(), number.span), (&[5][..], Span::new(2, 5)));
        assert!(inner.optional(BOOLEAN).expect("no fault").is_none());
        assert_eq!(inner.any().expect("whole").bytes(), b"");
        assert!(inner.is_at_end());
    }

    #[test]
    fn says_what_is_wrong_and_where() {
        check_fault(&[], 0, "expected a sequence, but found nothing more");
        check_fault(&[0x02, 0x00], 0, "expected a sequence, but found the tag 0x02");
        check_fault(&[0x30], 0, "expected a tag and a length, but found nothing more");
        check_fault(&[0x30, 0x80, 0, 0], 1, "expected a length, but found the indefinite form, which DER forbids");
        check_fault(&[0x30, 0x82, 1], 1, "expected a length, but found one that cannot be right");
        check_fault(&[0x30, 0x85, 0, 0, 0, 0, 0], 1, "expected a length, but found one that cannot be right");
        check_fault(
            &[0x30, 0x84, 0xFF, 0xFF, 0xFF, 0xFF, 0],
            0,
            "expected an element that fits, but found one that ends 4294967294 bytes after the end of what holds it",
        );
        let fault = DerReader::new(&[0x1F, 0x81, 0x00, 0x00]).any().expect_err("a fault");
        assert_eq!(fault.sentence, "expected a tag of one byte, but found a longer one");
    }

    #[test]
    fn gives_what_there_is_of_an_element_that_is_cut() {
        let mut start =
            DerReader::new(&[0x30, 0x10, 0x02, 0x01, 0x05]).take_start(SEQUENCE, "a sequence").expect("a start");
        assert_eq!(start.take(INTEGER, "a number").expect("whole").bytes(), [5]);
        assert!(start.is_at_end());
    }
}
