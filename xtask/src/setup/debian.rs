//! Packages of Debian, for what no other registry gives.

use std::path::Path;
use std::process::Command;

use crate::machine::{self, Machine, Outcome};

/// Whether this system has its packages.
pub fn is_here(machine: &Machine) -> bool {
    machine.find("apt-get").is_some()
}

/// The purpose as in "for the browser tests".
pub fn install(machine: &Machine, packages: &[&str], purpose: &str) -> Outcome {
    let names = packages.join(" and ");
    machine::run(
        &format!("Reading Debian's package lists, to find {names} {purpose}"),
        as_root(machine, &names)?.arg("update"),
    )?;
    machine::run(
        &format!("Installing {names} from Debian {purpose}"),
        as_root(machine, &names)?.args(["install", "-y", "--no-install-recommends"]).args(packages),
    )
}

/// apt-get with the rights it needs, and with no question it could stop at.
fn as_root(machine: &Machine, names: &str) -> Outcome<Command> {
    let user = machine::output(machine.command("id").arg("-u"))?;
    let mut command = if user.trim() == "0" {
        machine.command("apt-get")
    } else if machine.find("sudo").is_some() {
        let mut sudo = machine.command("sudo");
        sudo.args(["DEBIAN_FRONTEND=noninteractive", "apt-get"]);
        sudo
    } else {
        return Err(format!("no {names}, and no right to install: not root, and no sudo"));
    };
    command.env("DEBIAN_FRONTEND", "noninteractive").current_dir(Path::new("/"));
    Ok(command)
}
