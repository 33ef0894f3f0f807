//! `setup`: gets the tools that are missing, pinned, from package registries alone.

mod browser;
mod debian;
mod libraries;
mod tools;

use std::process::Command;

use crate::machine::{Machine, Outcome};

pub use browser::Browser;
pub use libraries::Libraries;

/// What serving and building need.
pub fn for_builds(machine: &Machine) -> Outcome {
    tools::rust_target(machine)?;
    tools::crates(machine)?;
    tools::trunk(machine)?;
    tools::wasm_bindgen(machine)
}

/// What builds and runs in a browser need.
pub fn for_browser(machine: &Machine) -> Outcome<Browser> {
    for_builds(machine)?;
    let chromium = browser::chromium(machine)?;
    browser::packages(machine, "tests/e2e", "to drive the browser")?;
    Ok(Browser { chromium })
}

/// What the whole test run needs.
pub fn for_tests(machine: &Machine) -> Outcome<(Browser, Libraries)> {
    Ok((for_browser(machine)?, libraries::libraries(machine)?))
}

/// What `bench --page lighthouse` needs besides.
pub fn for_lighthouse(machine: &Machine) -> Outcome {
    browser::packages(machine, "tests/bench", "to have Lighthouse judge the page")
}

/// Trunk, kept off the network: all it needs is here after the set-up.
pub fn trunk(machine: &Machine) -> Command {
    let mut trunk = machine.command("trunk");
    // Trunk 0.21 reads NO_COLOR as a bool and stops at the customary NO_COLOR=1.
    if trunk_colour_is_unwanted() {
        trunk.args(["--color", "never"]);
    }
    trunk
        .env_remove("NO_COLOR")
        .env_remove("RUST_BACKTRACE") // its errors are for people, not for its authors
        .env("TRUNK_OFFLINE", "true")
        .env("TRUNK_SKIP_VERSION_CHECK", "true");
    if let Some(commit) = commit(machine) {
        trunk.env("JWT_INSPECTOR_COMMIT", commit);
    }
    trunk
}

/// The commit that is built, with a `+` where files differ from it. None outside a repository.
fn commit(machine: &Machine) -> Option<String> {
    let described =
        machine.command("git").args(["describe", "--always", "--abbrev=10", "--dirty=+", "--exclude=*"]).output();
    let described = described.ok().filter(|described| described.status.success())?;
    String::from_utf8(described.stdout).ok().map(|commit| commit.trim().to_owned()).filter(|commit| !commit.is_empty())
}

fn trunk_colour_is_unwanted() -> bool {
    std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty())
}
