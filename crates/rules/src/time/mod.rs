//! Findings on times and lifetimes.

pub(crate) mod age_over_limit;
pub(crate) mod clock_suspect;
pub(crate) mod exp_is_duration;
pub(crate) mod exp_missing;
pub(crate) mod expired;
pub(crate) mod expires_soon;
pub(crate) mod issued_in_future;
pub(crate) mod lifetime_long;
pub(crate) mod lifetime_over_limit;
pub(crate) mod lifetime_under_limit;
pub(crate) mod not_yet_valid;
pub(crate) mod time_beyond_year_9999;
pub(crate) mod time_fractional;
pub(crate) mod time_implausible;
pub(crate) mod time_in_wrong_unit;
pub(crate) mod time_is_text;
pub(crate) mod time_negative;
pub(crate) mod time_order;
pub(crate) mod time_wrong_type;
pub(crate) mod time_zero;
