//! What the table shows.
