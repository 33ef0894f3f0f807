//! In how many columns the page stands.

/// The views draw in the order in which things are seen, so that the Tab key goes the same way as the eye (WCAG 2.2
/// success criterion 2.4.3). That order is another one in another number of columns.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Columns {
    /// The box, the answer, and then what can be done with the text.
    One,
    /// The text and the outline, and the answer beside them.
    #[default]
    Two,
    /// The text, what the token comes to with its claims, and all the rest.
    Three,
}
