//! The page as a whole: what stands where, the bar at the top and the foot.

mod columns;
mod footer;
mod screen;
mod toolbar;

pub use screen::screen;
