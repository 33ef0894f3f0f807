//! `test`: every check in the order in which a failure is cheapest to find; CI runs exactly this.

use crate::machine::{self, Machine, Outcome, file_name};
use crate::setup::{Browser, Libraries};
use crate::{dist, setup};

#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Extent {
    Everything,
    /// Leaves out the libraries that generated code is for, the release build and the browser tests.
    WithoutBrowser,
}

pub fn run(machine: &Machine, extent: Extent) -> Outcome {
    // The tools of the browser tests and the libraries are fetched first, so that a missing one is known before the long builds.
    let tools = match extent {
        Extent::Everything => Some(setup::for_tests(machine)?),
        Extent::WithoutBrowser => None,
    };
    machine::run(
        "Formatting: every Rust file as rustfmt writes it (mend with `cargo fmt --all`)",
        machine.cargo().args(["fmt", "--all", "--check"]),
    )?;
    machine::run(
        "Lints: clippy, with every warning an error",
        machine.cargo().args(["clippy", "--workspace", "--all-targets", "--", "-D", "warnings"]),
    )?;
    machine::run(
        "Tests: units, golden reports, properties, architecture, views",
        machine.cargo().args(["test", "--workspace"]),
    )?;
    if let Some((browser, libraries)) = tools {
        generated_code(machine, &libraries)?;
        dist::run(machine)?;
        in_browser(machine, &browser)?;
    }
    println!("\nEvery check passed.");
    Ok(())
}

fn generated_code(machine: &Machine, libraries: &Libraries) -> Outcome {
    let mut cargo = machine.cargo();
    cargo.args(["test", "-p", "expectations", "--test", "run_code"]);
    if let Some(python) = &libraries.python {
        cargo.args(["--test", "run_python"]).env("PYTHON", python);
    }
    if let Some(envoy) = &libraries.envoy {
        cargo.args(["--test", "run_envoy"]).env("ENVOY", envoy);
    }
    if libraries.has_ruby {
        cargo.args(["--test", "run_ruby"]);
    }
    machine::run("Generated code: run by the libraries that it is for", cargo.args(["--", "--include-ignored"]))
}

fn in_browser(machine: &Machine, browser: &Browser) -> Outcome {
    let folder = machine.root.join("tests/e2e");
    let files: Vec<_> =
        machine::entries(&folder)?.into_iter().filter(|file| file_name(file).ends_with(".test.mjs")).collect();
    if files.is_empty() {
        return Err(format!("no browser test in {}: expected at least one file named *.test.mjs", folder.display()));
    }
    machine::run(
        "Browser tests: the built file in Chromium, over http and from the disk",
        machine
            .command("node")
            .args(["--test", "--test-reporter=spec", "--test-concurrency=2", "--test-timeout=300000"])
            .args(files)
            .env("JWT_INSPECTOR_DIST", machine.root.join("dist"))
            .env("CHROMIUM", &browser.chromium),
    )
}
