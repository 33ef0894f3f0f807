//! `bench`: times decoding and inspecting, natively and optimised for speed.

mod first_edition;
pub mod page;

use crate::machine::{self, Machine, Outcome};

pub fn run(machine: &Machine) -> Outcome {
    machine::run(
        "Timing decoding and inspecting, natively and made for speed",
        machine.cargo().args(["run", "--profile", "native", "--example", "bench"]),
    )
}
