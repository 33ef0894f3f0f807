//! `bench`: times decoding and inspecting, optimised and natively.

use crate::machine::{self, Machine, Outcome};

pub fn run(machine: &Machine) -> Outcome {
    machine::run(
        "Timing decoding and inspecting on an optimised build",
        machine.cargo().args(["run", "--release", "--example", "bench"]),
    )
}
