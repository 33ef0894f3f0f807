//! The tools of the build: the WASM target, the crates, Trunk and wasm-bindgen, each at its pinned version.

use std::path::Path;
use std::process::Command;

use crate::machine::{self, Machine, Outcome};

const TARGET: &str = "wasm32-unknown-unknown";
/// The newest that the pinned Rust compiles.
const TRUNK: &str = "0.21.14";

pub fn rust_target(machine: &Machine) -> Outcome {
    let libraries = machine::output(machine.command("rustc").args(["--print", "target-libdir", "--target", TARGET]))?;
    if Path::new(libraries.trim()).is_dir() {
        return Ok(());
    }
    machine::run(
        "Adding the WASM target to this Rust: the page is compiled for it",
        machine.command("rustup").args(["target", "add", TARGET]),
    )
    .map_err(|problem| {
        format!(
            "{problem}\nThe Rust on this machine cannot compile to {TARGET}. \
             With rustup: `rustup target add {TARGET}`. Without rustup: install your system's package of that target."
        )
    })
}

/// Every crate in Cargo.lock, so that nothing later needs the network.
pub fn crates(machine: &Machine) -> Outcome {
    let host = machine::output(machine.command("rustc").arg("-vV"))?;
    let host = host
        .lines()
        .find_map(|line| line.strip_prefix("host: "))
        .ok_or("`rustc -vV` names no host. Expected a line `host: …`.")?;
    let fetch = |extra: &[&str]| {
        let mut cargo = machine.cargo();
        cargo.args(["fetch", "--locked", "--target", TARGET, "--target", host]);
        cargo.args(extra);
        cargo
    };
    if machine::output(&mut fetch(&["--offline"])).is_ok() {
        return Ok(());
    }
    machine::run("Fetching the crates that Cargo.lock names", &mut fetch(&[]))
}

pub fn trunk(machine: &Machine) -> Outcome {
    let found = version(machine, "trunk");
    if found.as_deref() == Some(TRUNK) {
        return Ok(());
    }
    if machine.find("cc").is_none() {
        return Err(
            "no C compiler (`cc`), which Trunk needs to be built. On Debian: `apt-get install build-essential`."
                .to_owned(),
        );
    }
    install(
        machine,
        &format!(
            "Building Trunk {TRUNK}, which builds the page ({}); about four minutes on two cores",
            instead_of(found)
        ),
        &["trunk", "--version", TRUNK, "--locked", "--no-default-features", "--features", "rustls"],
    )
}

/// The tool and the crate speak a private format, so their versions must be equal.
pub fn wasm_bindgen(machine: &Machine) -> Outcome {
    let lock = machine::read(&machine.root.join("Cargo.lock"))?;
    let wanted = locked_version(&lock, "wasm-bindgen")
        .ok_or("Cargo.lock names no package `wasm-bindgen`. Expected it there, because the page depends on it.")?;
    let found = version(machine, "wasm-bindgen");
    if found.as_deref() == Some(wanted) {
        return Ok(());
    }
    // Without --locked: its own lock file may name crates that a registry does not have yet.
    install(
        machine,
        &format!(
            "Building wasm-bindgen {wanted}, which writes the script around the WASM and must equal the crate in \
             Cargo.lock ({}); about two minutes",
            instead_of(found)
        ),
        &["wasm-bindgen-cli", "--version", wanted],
    )
}

/// Compiled quickly rather than well: the tools run for a second, and building them is what takes time.
fn install(machine: &Machine, why: &str, what: &[&str]) -> Outcome {
    let mut cargo = machine.cargo();
    cargo
        .arg("install")
        .args(what)
        .env("CARGO_PROFILE_RELEASE_LTO", "off")
        .env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16")
        .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "1");
    machine::run(why, &mut cargo).map_err(|problem| format!("{problem}\nBy hand: `cargo install {}`.", what.join(" ")))
}

fn version(machine: &Machine, program: &str) -> Option<String> {
    machine.find(program)?;
    let mut command: Command = machine.command(program);
    let output = machine::output(command.arg("--version").env_remove("NO_COLOR")).ok()?;
    output.split_whitespace().nth(1).map(str::to_owned)
}

fn instead_of(found: Option<String>) -> String {
    match found {
        Some(version) => format!("in the place of {version}, in cargo's bin folder"),
        None => "none is installed; it goes into cargo's bin folder".to_owned(),
    }
}

fn locked_version<'lock>(lock: &'lock str, package: &str) -> Option<&'lock str> {
    let name = format!("name = \"{package}\"");
    lock.split("[[package]]")
        .find(|entry| entry.lines().any(|line| line == name))?
        .lines()
        .find_map(|line| line.strip_prefix("version = \"")?.strip_suffix('"'))
}

#[cfg(test)]
mod tests {
    use super::*;

    const LOCK: &str = "version = 4\n\n[[package]]\nname = \"wasm-bindgen-macro\"\nversion = \"9.9.9\"\n\n\
                        [[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.130\"\n";

    #[test]
    fn reads_the_version_of_the_exact_package() {
        assert_eq!(locked_version(LOCK, "wasm-bindgen"), Some("0.2.130"));
    }

    #[test]
    fn finds_no_version_of_a_package_that_is_not_there() {
        assert_eq!(locked_version(LOCK, "trunk"), None);
    }
}
