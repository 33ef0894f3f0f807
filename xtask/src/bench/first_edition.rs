//! Builds the first edition of the page from the history: every measurement of the start is given beside its own.

use std::path::Path;
use std::process::Command;

use crate::machine::{self, Machine, Outcome};

/// The last commit of the first edition.
const COMMIT: &str = "d1c67ae953f73248a14be79b05d54d0440104a21";
/// What is kept of it: what a host needs.
const KEPT: [&str; 2] = ["index.html", "_headers"];

/// Builds it once into `first-edition` in the folder. Without its commit it says so, and leaves it out.
pub fn build(machine: &Machine, folder: &Path) -> Outcome {
    let kept = folder.join("first-edition");
    if KEPT.iter().all(|name| kept.join(name).is_file()) {
        return Ok(());
    }
    if machine::output(git(machine).args(["cat-file", "-e", &format!("{COMMIT}^{{commit}}")])).is_err() {
        println!(
            "\nThe commit of the first edition, {COMMIT}, is not in this clone: its row is left out. \
             Where the clone is a shallow one, `git fetch --unshallow` brings it."
        );
        return Ok(());
    }
    let source = folder.join("first-edition-source");
    let target = folder.join("first-edition-target");
    take_away(machine, &source, &target)?; // what a build left that was broken off
    machine::make_folder(&kept)?;
    let built = build_in(machine, &source, &target, &kept);
    take_away(machine, &source, &target)?;
    built
}

fn build_in(machine: &Machine, source: &Path, target: &Path, kept: &Path) -> Outcome {
    machine::output(git(machine).args(["worktree", "add", "--force", "--detach"]).arg(source).arg(COMMIT))
        .map_err(|problem| format!("the first edition's source could not be checked out: {problem}"))?;
    machine::run(
        "Building the first edition of the page, to compare this one with; some minutes, and only once",
        machine.cargo().args(["xtask", "dist"]).current_dir(source).env("CARGO_TARGET_DIR", target),
    )?;
    for name in KEPT {
        let built = source.join("dist").join(name);
        std::fs::copy(&built, kept.join(name))
            .map_err(|error| format!("{} cannot be copied to {}: {error}", built.display(), kept.display()))?;
    }
    Ok(())
}

/// The source and what was compiled of it: half a gigabyte that nothing needs again.
fn take_away(machine: &Machine, source: &Path, target: &Path) -> Outcome {
    // It fails where there is none; what it leaves is removed below.
    let _ = machine::output(git(machine).args(["worktree", "remove", "--force"]).arg(source));
    machine::remove_folder(source)?;
    machine::remove_folder(target)
}

fn git(machine: &Machine) -> Command {
    machine.command("git")
}
