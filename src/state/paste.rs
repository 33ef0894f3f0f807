//! The text that is inspected: what it is, how it came, and what was found in it.

use std::rc::Rc;

use ::guide::Question;
use decode::slices::WholeText;

use super::binary::BinaryForm;
use super::reading::Reading;

/// Texts up to this size, in bytes, are read in the very event that brought them; longer ones a stretch at a time.
pub const READ_AT_ONCE: usize = 32 * 1024;
/// Texts up to this size, in bytes, stand in the text box; longer ones are shown as an excerpt.
pub const EDITABLE: usize = 32 * 1024;
/// Files up to this size, in bytes, are held as a whole; of larger ones an excerpt is kept that has each token once.
pub const HELD_WHOLE: usize = 16 * 1024 * 1024;
/// How long such an excerpt may become, in bytes.
pub const LONGEST_EXCERPT: usize = 32 * 1024 * 1024;

#[derive(Clone)]
pub struct Paste {
    pub text: Rc<str>,
    pub origin: Origin,
    /// How often the page was cleared.
    pub clearings: u32,
    /// How many texts there were so far: tells a scan that it is late.
    pub arrival: u32,
    /// Bytes read of a text that is still being read.
    pub read_so_far: Option<usize>,
    /// The reading was stopped here, in bytes of the text.
    pub stopped_at: Option<usize>,
    /// A file that is on its way.
    pub loading: Option<Loading>,
    pub reading: Rc<Reading>,
    /// The link says that its sender left the signature out.
    pub signature_left_out: bool,
    /// The link says that its sender masked some claims.
    pub claims_redacted: bool,
    /// The address has a token before its `#`: it was sent to the server, and is not read here.
    pub token_in_query: bool,
}

/// A text as it came.
#[derive(Debug, Clone)]
pub struct GivenText {
    pub text: Rc<str>,
    pub origin: Origin,
    pub signature_left_out: bool,
    pub claims_redacted: bool,
}

impl GivenText {
    /// One that is whole, as far as anybody says.
    pub fn new(text: impl Into<Rc<str>>, origin: Origin) -> Self {
        Self { text: text.into(), origin, signature_left_out: false, claims_redacted: false }
    }
}

/// How the text came.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Origin {
    #[default]
    Typed,
    Pasted,
    /// By the browser itself, where the caret was.
    PastedIntoBox,
    Example,
    /// The example of a question of the guide.
    Tried(Question),
    Link,
    File(GivenFile),
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GivenFile {
    pub name: String,
    /// In bytes.
    pub size: usize,
    /// It is so large that only its tokens are held, with the text around them: what is known of all of it.
    pub whole: Option<Rc<WholeText>>,
    /// There were more tokens than can be held.
    pub is_full: bool,
    /// The reading was stopped here, in bytes of the file.
    pub stopped_at: Option<usize>,
    /// Bytes that are not UTF-8 were replaced.
    pub is_lossy: bool,
    /// It is no text at all.
    pub form: Option<BinaryForm>,
}

/// How far a large file was read. Sizes are in bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Loading {
    pub name: String,
    pub read: usize,
    pub size: usize,
}

impl Origin {
    /// What is known of the file, where the text is an excerpt of it.
    pub fn whole_text(&self) -> Option<&Rc<WholeText>> {
        match self {
            Self::File(file) => file.whole.as_ref(),
            _ => None,
        }
    }
}

impl Default for Paste {
    fn default() -> Self {
        Self {
            text: Rc::from(""),
            origin: Origin::Typed,
            clearings: 0,
            arrival: 0,
            read_so_far: None,
            stopped_at: None,
            loading: None,
            reading: Rc::default(),
            signature_left_out: false,
            claims_redacted: false,
            token_in_query: false,
        }
    }
}

impl Paste {
    /// Whether the text stands in the text box.
    pub fn is_editable(&self) -> bool {
        self.text.len() <= EDITABLE && self.origin.whole_text().is_none()
    }

    /// Whether the reader is at work in the box, so that it must stay where it is.
    pub fn is_box_in_use(&self) -> bool {
        self.is_editable() && matches!(self.origin, Origin::Typed | Origin::PastedIntoBox)
    }

    /// Whether it is an example as the page brought it.
    pub fn is_example(&self) -> bool {
        matches!(self.origin, Origin::Example | Origin::Tried(_))
    }

    /// Takes back a text that stood here before. What was read of it is still known; only a reading that had not come to
    /// its end begins again.
    pub fn restore(&mut self, earlier: Self) {
        let (arrival, clearings) = (self.arrival + 1, self.clearings + 1);
        let read_so_far = earlier.read_so_far.map(|_| 0);
        *self = Self { arrival, clearings, read_so_far, loading: None, ..earlier };
    }

    /// Takes a new text in the place of the old one. A long one is not read yet.
    pub fn replace(&mut self, given: GivenText) {
        let GivenText { text, origin, signature_left_out, claims_redacted } = given;
        // A text box makes these line ends; so both hold the very same text.
        let is_changed_by_box = text.len() <= EDITABLE && text.contains('\r');
        let text = if is_changed_by_box { text.replace("\r\n", "\n").replace('\r', "\n").into() } else { text };
        let is_long = text.len() > READ_AT_ONCE;
        let read = || Reading::of(&text, decode::decode(&text), origin.whole_text().map(Rc::as_ref));
        self.reading = if is_long { Rc::default() } else { Rc::new(read()) };
        (self.loading, self.stopped_at) = (None, None);
        self.read_so_far = is_long.then_some(0);
        self.text = text;
        self.origin = origin;
        self.arrival += 1;
        (self.signature_left_out, self.claims_redacted) = (signature_left_out, claims_redacted);
    }
}
