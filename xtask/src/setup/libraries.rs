//! What generated code is run with: the libraries that it is written for, pinned by lock files.

use super::browser;
use crate::machine::{Machine, Outcome};

const FOLDER: &str = "tests/libraries";

/// Those of every language.
pub fn libraries(machine: &Machine) -> Outcome {
    browser::packages(machine, FOLDER, "to run generated code with them")
}
