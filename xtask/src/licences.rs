//! The licences of the crates inside the page, collected from the crates themselves.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use serde_json::Value;

use crate::machine::{self, Machine, Outcome, file_name};

/// The packages whose modules are in the page.
const PAGE: [&str; 2] = ["jwt-inspector", "crypto"];
const TARGET: &str = "wasm32-unknown-unknown";
const HEADING: &str = "\
The crates compiled into index.html, with the licences they are given under.
Rust's standard library is compiled in as well: MIT OR Apache-2.0, https://github.com/rust-lang/rust
";

#[derive(Debug, PartialEq)]
struct Crate {
    name: String,
    version: String,
    licence: String,
    repository: String,
}

/// The project's own licence files.
pub fn own(machine: &Machine) -> Outcome<Vec<PathBuf>> {
    licence_files(&machine.root)
}

/// The text of THIRD-PARTY-LICENCES.txt. Reads only what the set-up has already fetched.
pub fn third_party(machine: &Machine) -> Outcome<String> {
    let tree = machine::output(machine.cargo().args([
        "tree",
        "--locked",
        "--offline",
        "--package",
        PAGE[0],
        "--package",
        PAGE[1],
        "--target",
        TARGET,
        // What runs in the page: no tests, no build scripts, no macros, which leave nothing of theirs behind.
        "--edges",
        "normal,no-proc-macro",
        "--prefix",
        "none",
        "--no-dedupe",
        "--format",
        "{p}|{l}|{r}",
    ]))?;
    let metadata = machine::output(machine.cargo().args([
        "metadata",
        "--locked",
        "--offline",
        "--format-version",
        "1",
        "--filter-platform",
        TARGET,
    ]))?;
    let metadata: Value =
        serde_json::from_str(&metadata).map_err(|error| format!("`cargo metadata` printed no JSON: {error}"))?;

    let mut text = HEADING.to_owned();
    let mut holders: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for found in crates(&tree)? {
        let title = format!("{} {}", found.name, found.version);
        text += &format!("\n{title}: {}\n  {}\n", found.licence, found.repository);
        for file in licence_files(&folder(&metadata, &found)?)? {
            let licence = machine::read(&file)?.trim().to_owned();
            let holders = holders.entry(licence).or_default();
            if !holders.contains(&title) {
                holders.push(title.clone());
            }
        }
    }
    for (licence, holders) in holders {
        text += &format!("\n{}\n{}\n\n{licence}\n", "=".repeat(80), holders.join(", "));
    }
    Ok(text)
}

/// Each crate once, by name; a line of the tree is `name v1.2.3 (…)|licence|repository`.
fn crates(tree: &str) -> Outcome<Vec<Crate>> {
    let lines: BTreeSet<&str> = tree.lines().filter(|line| !line.is_empty()).collect();
    lines
        .into_iter()
        .filter(|line| !PAGE.iter().any(|own| line.starts_with(&format!("{own} "))))
        .map(|line| {
            let mut fields = line.split('|');
            let mut package = fields.next().unwrap_or_default().split(' ');
            let (name, version) = (package.next().unwrap_or_default(), package.next().unwrap_or_default());
            match (version.strip_prefix('v'), fields.next(), fields.next()) {
                (Some(version), Some(licence), Some(repository)) => Ok(Crate {
                    name: name.to_owned(),
                    version: version.to_owned(),
                    licence: if licence.is_empty() { "see its licence file" } else { licence }.to_owned(),
                    repository: repository.to_owned(),
                }),
                _ => Err(format!("expected `name v1.2.3|licence|repository` from `cargo tree`, but found `{line}`")),
            }
        })
        .collect()
}

/// Where the crate's own files are.
fn folder(metadata: &Value, wanted: &Crate) -> Outcome<PathBuf> {
    metadata["packages"]
        .as_array()
        .into_iter()
        .flatten()
        .find(|package| package["name"] == wanted.name.as_str() && package["version"] == wanted.version.as_str())
        .and_then(|package| Path::new(package["manifest_path"].as_str()?).parent())
        .map(Path::to_path_buf)
        .ok_or_else(|| format!("`cargo metadata` does not say where {} {} is", wanted.name, wanted.version))
}

fn licence_files(folder: &Path) -> Outcome<Vec<PathBuf>> {
    let named_as_licence = |file: &PathBuf| {
        let name = file_name(file).to_uppercase();
        file.is_file() && ["LICENSE", "LICENCE", "COPYING", "NOTICE"].iter().any(|word| name.starts_with(word))
    };
    Ok(machine::entries(folder)?.into_iter().filter(named_as_licence).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_each_crate_once_and_leaves_out_the_page() {
        let tree = "jwt-inspector v0.1.0 (/x)|MIT|\n\ncrypto v0.1.0 (/x/y)|MIT|\nyew v0.23.0|MIT|https://y\nbase64 v0.23.1||https://b\nyew v0.23.0|MIT|https://y\n";
        let read = crates(tree).map(|crates| {
            crates.into_iter().map(|c| [c.name, c.version, c.licence, c.repository].join(" ")).collect::<Vec<_>>()
        });
        assert_eq!(
            read,
            Ok(vec!["base64 0.23.1 see its licence file https://b".into(), "yew 0.23.0 MIT https://y".into()])
        );
    }

    #[test]
    fn says_which_line_it_cannot_read() {
        assert!(crates("yew\n").is_err_and(|problem| problem.contains("but found `yew`")));
    }
}
