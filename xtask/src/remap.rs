//! Keeps the builder's folders out of the WASM, so that two builders get the same bytes and neither is named in them.

use std::path::PathBuf;

use crate::machine::{self, Machine, Outcome, cargo_home};

/// Rust flags for the WASM target alone: a host build keeps its own flags and its cache.
pub const VARIABLE: &str = "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS";

/// The flags, separated by spaces as the variable wants them.
pub fn flags(machine: &Machine) -> Outcome<String> {
    let sysroot = machine::output(machine.command("rustc").args(["--print", "sysroot"]))?;
    let mut prefixes = vec![(PathBuf::from(sysroot.trim()), "rust"), (machine.root.clone(), "jwt-inspector")];
    // A registry's folder carries a hash of its address, so each is replaced whole. The last match wins in rustc.
    let registries = cargo_home().join("registry/src");
    if registries.is_dir() {
        let folders = machine::entries(&registries)?;
        prefixes.extend(folders.into_iter().map(|folder| (folder, "crates")));
    }
    let mut flags = Vec::new();
    for (folder, name) in prefixes {
        let folder = folder.display().to_string();
        if folder.contains(char::is_whitespace) {
            // Cargo splits the variable at spaces and knows no quotes. The audit of the folded page still
            // refuses a file that names this folder.
            println!("    note: {folder} has a space in it and is not hidden from the compiler");
        } else {
            flags.push(format!("--remap-path-prefix={folder}={name}"));
        }
    }
    Ok(flags.join(" "))
}

/// What must not be found in the built file.
pub fn private_folders(machine: &Machine) -> Vec<String> {
    [Some(machine.root.clone()), Some(cargo_home()), machine::home()]
        .into_iter()
        .flatten()
        .map(|folder| folder.display().to_string())
        .filter(|folder| folder.len() > 1)
        .collect()
}
