//! What happened: facts in the past tense, from which [`State::reduce`](super::State::reduce) makes the next state.

use std::rc::Rc;

use ::guide::{Answer, Opened, Question};
use inspect::Severity;
use inspection::Inspected;
use share::link::LinkExpectations;

use super::answer::{Fold, PartView};
use super::checking::SecretText;
use super::clock::Moment;
use super::columns::Columns;
use super::expecting::ExpectationUse;
use super::paste::{Loading, Origin};
use super::reading::Reading;
use super::selection::Selection;
use super::settings::Theme;
use super::sharing::{MaskChoice, ShareForm};
use super::token_table::TableUse;

#[derive(Debug, Clone, PartialEq)]
pub enum Action {
    // The text.
    /// `now` is what the clock showed then, in seconds since 1970-01-01T00:00:00Z; so in the others.
    Edited {
        text: String,
        origin: Origin,
        now: i64,
    },
    LinkOpened {
        text: String,
        signature_left_out: bool,
        claims_redacted: bool,
        expectations: LinkExpectations,
        now: i64,
    },
    /// The example at this position.
    ExampleChosen {
        example: usize,
        now: i64,
    },
    FileWanted,
    /// What the clipboard holds is to be read.
    PasteWanted,
    /// The browser did not give it.
    PasteRefused,
    Cleared {
        now: i64,
    },
    /// What was cleared or replaced is to come back.
    UndoWanted {
        now: i64,
    },
    /// A file is held over the page, or no longer.
    DraggedOver(bool),
    /// The page was left, or came back from the browser's memory.
    PageLeft,
    TokenSeenInQuery,
    ReadFurther {
        arrival: u32,
        position: usize,
    },
    ReadThrough {
        arrival: u32,
        reading: Rc<Reading>,
        /// Its first token.
        inspected: Option<Rc<Inspected>>,
        /// Where the reader stopped it, in bytes of the text.
        stopped_at: Option<usize>,
    },
    FileReadFurther(Loading),
    /// The reader pressed Stop: what was read so far is shown.
    ReadingStopped,

    // The time.
    /// Ends what is kept for a while, too.
    Ticked(i64),
    /// The name of the local zone became known.
    ZoneNamed(String),
    MomentChosen(Moment),
    /// An instant to look at, in the reader's own writing.
    MomentWritten(String),

    // The answer.
    /// The token at this position of the text.
    TokenChosen(usize),
    /// In the table of many tokens.
    TableUsed(TableUse),
    /// Of the token that is shown, the nested one at this position.
    NestedOpened(usize),
    /// The token so many steps inside the chosen one; 0 is the chosen one itself.
    OuterOpened(usize),
    /// For the part at this position.
    ViewChosen {
        part: usize,
        view: PartView,
    },
    /// The object or array that begins at this byte of the part was folded or unfolded.
    JsonToggled {
        part: usize,
        start: usize,
    },
    Unfolded(Fold),
    /// A row led to what was found there.
    FindingFollowed {
        id: &'static str,
        severity: Severity,
    },

    /// The element of this id, one of the outline, was asked for.
    PlaceWanted(String),

    // The filter of the tables.
    /// Its field was asked for by its key.
    FilterWanted,
    /// By its button, where there is one column.
    FilterToggled,
    FilterWritten(String),

    // What is marked.
    Pointed(Option<Selection>),
    /// None where nothing stands that could be marked.
    Pinned(Option<Selection>),
    /// A finding led to it: its row is brought into view.
    SelectionFollowed(Selection),
    /// The caret stands at this UTF-16 unit of the box.
    CaretMoved(usize),
    /// As [`Action::CaretMoved`], by mouse or finger.
    BoxTapped(usize),

    // Two tokens side by side.
    /// The token that is shown is to be compared with the one at this position of the text.
    ComparisonChosen(usize),
    /// The token that is shown is to be compared with one from a second text.
    SecondTextWanted,
    SecondWritten(String),
    SidesSwapped,
    ComparisonEnded,

    // The signature, checked with a key of the reader's.
    /// The key box holds this text.
    KeyWritten(SecretText),
    KeyRemoved,
    /// A file with a key is to be read.
    KeyFileWanted,
    /// The text in the key box is a token, and goes into the box for tokens.
    KeyMovedToBox {
        now: i64,
    },
    /// The text in the box for tokens is a key.
    TextUsedAsKey {
        now: i64,
    },
    /// The panel was asked for.
    CheckWanted,
    /// It came into sight.
    CheckSeen,
    /// The pause before this check is over.
    CheckDue(u32),
    SignatureChecked {
        check: u32,
        /// JSON: see [`CheckAnswer`](super::check_answer::CheckAnswer).
        answer: Rc<str>,
    },
    /// It could not be made.
    CheckFailed {
        check: u32,
        sentence: Rc<str>,
    },
    /// What was inside an encrypted token is to be shown.
    DecryptedOpened,

    /// In the panel of what a service expects.
    ExpectationUsed(ExpectationUse),

    // Handing on.
    ShareOpened,
    ShareFormChosen(ShareForm),
    MasksChosen(MaskChoice),
    /// The claim at this position is to be masked in what is shared, or shown again.
    MaskToggled(usize),
    /// What the service expects is to go into the link, or no longer.
    ExpectationsShareToggled,
    CopyWanted(Copied),
    Copied {
        what: Copied,
        is_done: bool,
    },
    ReportWanted,
    /// With the token and its signature.
    PrintWanted,
    /// The print was made, or not.
    PrintEnded,
    ToastFaded,

    // The list of all checks.
    CatalogueOpened,
    /// At the record of this id.
    CatalogueEntryOpened(&'static str),
    /// A link names a check; None where there is none of that id.
    CheckLinkOpened(Option<&'static str>),
    CatalogueSearched(String),

    // The list of keys.
    KeysOpened,
    /// Keys that do something by themselves are to work, or no longer.
    SingleKeysToggled,
    /// The box was asked for by its key.
    BoxWanted,

    /// By its button, or by the browser: with Escape, or by a press beside it.
    DialogClosed,

    // The guide.
    GuideOpened,
    /// At this question.
    QuestionOpened(Question),
    GuideClosed,
    /// The address names a place of the guide now, or none: as the page was opened, or by the browser's Back and Forward.
    AddressRead(Option<Opened>),
    /// An answer in the guide was given, or taken back.
    AnswerToggled(Answer),
    /// The example of this question.
    QuestionTried {
        question: Question,
        now: i64,
    },

    // The page.
    ColumnsChanged(Columns),
    ThemeChosen(Theme),
    HidingToggled,
    HowToCheckWanted,
}

/// What is copied, or can be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Copied {
    WholeToken,
    TokenWithoutSignature,
    /// The decoded text of the part at this position.
    Part(usize),
    /// The same, indented.
    PrettyJson(usize),
    Member {
        part: usize,
        member: usize,
    },
    WholeLink,
    LinkWithoutSignature,
    Report,
    Markdown,
    RedactedMarkdown,
    RedactedLink,
    RedactedToken,
    /// What the table of many tokens lists.
    Csv,
    /// Of a token with selective disclosure.
    ProcessedClaims,
    /// The header line that sets a session cookie in the place of the token.
    HeaderLine,
    /// Prints the keys that the issuer publishes.
    KeysCommand,
    /// What an encrypted token held.
    DecryptedText,
    /// The expectations, in the language of the chosen library.
    ServiceCode,
    /// To the check of this id in the list of all checks.
    CheckLink(&'static str),
}

impl Copied {
    /// What is said once it is done.
    pub fn message(self) -> &'static str {
        match self {
            Self::WholeToken => "Copied the token, signature included",
            Self::TokenWithoutSignature => "Copied the token without its signature",
            Self::Part(_) => "Copied the decoded text",
            Self::PrettyJson(_) => "Copied the indented JSON",
            Self::Member { .. } => "Copied the value",
            Self::WholeLink => "Copied the link, signature included",
            Self::LinkWithoutSignature | Self::CheckLink(_) => "Copied the link",
            Self::Report | Self::Markdown => "Copied the report",
            Self::RedactedMarkdown => "Copied the redacted report",
            Self::RedactedLink => "Copied the redacted link",
            Self::RedactedToken => "Copied the redacted token",
            Self::Csv => "Copied the table as CSV, without tokens",
            Self::ProcessedClaims => "Copied the claims",
            Self::HeaderLine => "Copied the header line",
            Self::KeysCommand => "Copied the command",
            Self::ServiceCode => "Copied the code",
            Self::DecryptedText => "Copied the decrypted text",
        }
    }
}
