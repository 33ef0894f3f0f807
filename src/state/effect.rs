//! What an action wants done outside the state: the clipboard, files, dialogs, the focus, scrolling.

use super::action::Copied;
use super::checking::SecretText;
use super::selection::Selection;
use super::settings::Theme;

/// Carried out by `browser::perform` once the new state is drawn.
#[derive(Debug, Clone, PartialEq)]
pub enum Effect {
    Copy {
        what: Copied,
        text: String,
    },
    SaveReport(String),
    /// As comma-separated values.
    SaveTable(String),
    ChooseFile,
    ChooseKeyFile,
    /// Tells, after a short pause, that this check is due.
    CheckSoon(u32),
    /// The request is JSON and holds the key.
    CheckSignature {
        check: u32,
        request: SecretText,
    },
    /// Tells, after a short pause, that this round of expectations is due.
    JudgeSoon(u32),
    /// The request is JSON and holds the token.
    JudgeExpectations {
        round: u32,
        request: SecretText,
    },
    ReadClipboard,
    Print,
    StopReading,
    OpenDialog(Dialog),
    CloseDialog(Dialog),
    /// Puts a text into the box for what is compared.
    FillSecond(String),
    /// Opens the `details` element of this id and goes there.
    OpenDetails(&'static str),
    /// Brings the element of this id into view, and the focus to it or to its first button.
    GoTo(String),
    /// The same, at once and however far it is.
    JumpTo(String),
    /// Brings the element of this id to the top of the view, and the focus to its heading.
    GoToPlace(String),
    ScrollToTop,
    /// From the guide to where it was opened.
    ReturnFromGuide,
    /// Where what had the focus is gone: to the answer.
    GoToAnswerIfFocusIsLost,
    /// Where the answer takes the place of the table.
    GoToAnswerIfNarrow,
    /// To the chosen row of the table.
    GoToTable,
    /// Where text and answer stand side by side: the row of what is marked.
    RevealRow(Selection),
    /// The same for the marked characters of the text.
    RevealMarkedText,
    SetTheme(Theme),
    /// Keys that do something by themselves work from now on, or no longer.
    SetSingleKeys(bool),
}

/// One of the page's modal dialogs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Dialog {
    Share,
    Catalogue,
    Keys,
}

impl Dialog {
    /// Of its element.
    pub fn id(self) -> &'static str {
        match self {
            Self::Share => "share",
            Self::Catalogue => "catalogue",
            Self::Keys => "keys",
        }
    }
}
