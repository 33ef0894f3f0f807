//! How the reader wants the page.

use std::rc::Rc;

#[derive(Default)]
pub struct Settings {
    pub theme: Theme,
    /// Values cannot be read on the screen.
    pub hides_values: bool,
    /// Keys that do something by themselves are switched off.
    pub has_no_single_keys: bool,
    /// Where there is no keyboard, but a clipboard that can be read.
    pub can_paste_by_button: bool,
    /// Of this page, without query and fragment.
    pub address: Rc<str>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Theme {
    #[default]
    System,
    Light,
    Dark,
}

impl Theme {
    pub const ALL: [Self; 3] = [Self::System, Self::Light, Self::Dark];

    /// As an attribute has it.
    pub fn id(self) -> &'static str {
        match self {
            Self::System => "system",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }

    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|theme| theme.id() == id)
    }
}
