//! What tests and measurements in a browser need: a Chromium from the system, and npm packages pinned by lock files.

use std::path::PathBuf;

use super::debian;
use crate::machine::{self, Machine, Outcome};

pub struct Browser {
    pub chromium: PathBuf,
}

const NAMES: [&str; 4] = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
const BY_HAND: &str = "Install Chromium or Chrome, and set CHROMIUM to its path if it is not on PATH. \
                       On Debian: `apt-get install --no-install-recommends chromium fonts-dejavu-core`.";
/// The oldest Node whose test runner the browser tests use.
const NODE: u32 = 20;

pub fn chromium(machine: &Machine) -> Outcome<PathBuf> {
    if let Some(chosen) = std::env::var_os("CHROMIUM").map(PathBuf::from) {
        return if chosen.is_file() {
            Ok(chosen)
        } else {
            Err(format!("CHROMIUM is set to {}, which is no file. {BY_HAND}", chosen.display()))
        };
    }
    if let Some(found) = found(machine) {
        return Ok(found);
    }
    if !debian::is_here(machine) {
        return Err(format!("no Chromium on PATH. {BY_HAND}"));
    }
    let by_hand = |problem: String| format!("{problem}\n{BY_HAND}");
    debian::install(machine, &["chromium", "fonts-dejavu-core"], "for the browser tests").map_err(by_hand)?;
    found(machine).ok_or_else(|| format!("Chromium was installed but is not on PATH. {BY_HAND}"))
}

/// The packages that the lock file in this folder of the project names.
pub fn packages(machine: &Machine, folder: &str, purpose: &str) -> Outcome {
    node(machine)?;
    let why = format!("Installing the npm packages that {folder}/package-lock.json names, {purpose}");
    let folder = machine.root.join(folder);
    let lock = machine::read(&folder.join("package-lock.json"))?;
    // npm leaves no copy of the lock it installed from, so we keep one.
    let installed_from = folder.join("node_modules/.installed-from.json");
    if machine::read(&installed_from).is_ok_and(|installed| installed == lock) {
        return Ok(());
    }
    machine::run(
        &why,
        machine.command("npm").args(["ci", "--no-audit", "--no-fund", "--ignore-scripts"]).current_dir(&folder),
    )
    .map_err(|problem| format!("{problem}\nBy hand: `npm ci` in {}.", folder.display()))?;
    machine::write(&installed_from, lock)
}

fn node(machine: &Machine) -> Outcome {
    let wanted = format!("The tests and measurements that run JavaScript need Node.js {NODE} or newer, with npm.");
    let printed =
        machine::output(machine.command("node").arg("--version")).map_err(|problem| format!("{problem}. {wanted}"))?;
    let major = printed.trim().trim_start_matches('v').split('.').next();
    match major.and_then(|major| major.parse::<u32>().ok()) {
        Some(major) if major >= NODE => Ok(()),
        _ => Err(format!("this is Node.js {}. {wanted}", printed.trim())),
    }
}

fn found(machine: &Machine) -> Option<PathBuf> {
    NAMES.iter().find_map(|name| machine.find(name))
}
