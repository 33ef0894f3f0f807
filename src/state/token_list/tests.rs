//! Which tokens are listed, and in which order.
