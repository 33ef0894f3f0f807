//! What generated code is run with: the libraries that it is written for, pinned by lock files.

use std::path::{Path, PathBuf};

use super::{browser, debian};
use crate::machine::{self, Machine, Outcome};

const FOLDER: &str = "tests/libraries";
const PURPOSE: &str = "to run generated code with its libraries";
/// The oldest that the libraries run on.
const PYTHON: &str = "3.11";

/// The languages that this machine can run. JavaScript it always can.
pub struct Libraries {
    /// That of an environment with the libraries.
    pub python: Option<PathBuf>,
    pub has_ruby: bool,
}

/// Those of every language.
pub fn libraries(machine: &Machine) -> Outcome<Libraries> {
    browser::packages(machine, FOLDER, PURPOSE)?;
    Ok(Libraries { python: python(machine)?, has_ruby: ruby(machine)? })
}

/// The packages of `requirements.txt`, in an environment of their own. None where this machine has no Python for it.
fn python(machine: &Machine) -> Outcome<Option<PathBuf>> {
    let requirements = machine.root.join(FOLDER).join("requirements.txt");
    let wanted = machine::read(&requirements)?;
    let folder = machine::target(machine)?.join("python");
    let python = folder.join(if cfg!(windows) { "Scripts/python.exe" } else { "bin/python" });
    // pip leaves no copy of the file it installed from, so we keep one.
    let installed_from = folder.join("installed-from.txt");
    let is_whole = machine::read(&installed_from).is_ok_and(|installed| installed == wanted);
    if is_whole && has_python(machine, &python, "") {
        return Ok(Some(python));
    }
    let makes_environments = || has_python(machine, Path::new("python3"), "import ensurepip, venv");
    if !makes_environments() {
        if !debian::is_here(machine) {
            left_out(&format!("Python {PYTHON} or newer with its module `venv`"), "PyJWT and joserfc");
            return Ok(None);
        }
        debian::install(machine, &["python3", "python3-venv"], PURPOSE)?;
        if !makes_environments() {
            left_out(&format!("Python {PYTHON} or newer: Debian's is older"), "PyJWT and joserfc");
            return Ok(None);
        }
    }
    machine::remove_folder(&folder)?;
    machine::run(
        "Making a Python environment in the target folder, to run generated code in it",
        machine.command("python3").args(["-m", "venv"]).arg(&folder),
    )?;
    machine::run(
        &format!("Installing the Python packages that {FOLDER}/requirements.txt names, {PURPOSE}"),
        machine
            .command(&python.to_string_lossy())
            .args(["-m", "pip", "install", "--disable-pip-version-check", "--require-hashes", "--only-binary", ":all:"])
            .arg("-r")
            .arg(&requirements),
    )?;
    machine::write(&installed_from, wanted)?;
    Ok(Some(python))
}

/// Whether this Python runs, is new enough, and does this.
fn has_python(machine: &Machine, python: &Path, statement: &str) -> bool {
    let version = PYTHON.replace('.', ", ");
    let script = format!("import sys\nassert sys.version_info >= ({version})\n{statement}");
    machine::output(machine.command(&python.to_string_lossy()).args(["-c", &script])).is_ok()
}

/// Debian's `ruby-jwt`, or another that is already here. False where there is none to be had.
fn ruby(machine: &Machine) -> Outcome<bool> {
    let is_here = || machine::output(machine.command("ruby").args(["-e", "require \"jwt\""])).is_ok();
    if is_here() {
        return Ok(true);
    }
    if !debian::is_here(machine) {
        left_out("Ruby with the gem `jwt`", "ruby-jwt");
        return Ok(false);
    }
    debian::install(machine, &["ruby", "ruby-jwt"], PURPOSE)?;
    match is_here() {
        true => Ok(true),
        false => Err("ruby-jwt was installed, but `ruby -e 'require \"jwt\"'` fails.".to_owned()),
    }
}

fn left_out(missing: &str, libraries: &str) {
    println!("\nThis machine has no {missing}: the tests that run the code for {libraries} are left out.");
}
