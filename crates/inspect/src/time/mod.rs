//! Times: instants and spans as text, and the numbers and texts of time claims.

pub mod calendar;
pub mod date_text;
pub mod instants;
pub mod numeric_date;
