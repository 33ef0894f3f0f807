//! `fold`: what Trunk built, many files, into the one file that is the product. Trunk calls it after a release build.

pub mod audit;
pub mod block;
pub mod glue;
pub mod page;
pub mod parts;
pub mod policy;

use std::path::{Path, PathBuf};

use block::Block;

use crate::machine::{self, Machine, Outcome, file_name};
use crate::{licences, remap};

pub fn run(machine: &Machine) -> Outcome {
    let Some(staging) = std::env::var_os("TRUNK_STAGING_DIR").map(PathBuf::from) else {
        return Err("`fold` is a step of `cargo xtask dist`, called by Trunk. Run `cargo xtask dist`.".to_owned());
    };
    if std::env::var("TRUNK_PROFILE").as_deref() != Ok("release") {
        return Ok(()); // a page being worked on is served as Trunk built it
    }
    let Some(page) = std::env::var_os("TRUNK_SOURCE_DIR").map(PathBuf::from) else {
        return Err("Trunk does not say in TRUNK_SOURCE_DIR where the page's source is. Expected the Trunk that \
                    `cargo xtask setup` installs."
            .to_owned());
    };
    let html = fold(machine, &page, &staging)?;
    audit::page(&html, &remap::private_folders(machine))?;

    // Only now: the parts were still needed, and from here on the folder holds the product and nothing else.
    empty(&staging)?;
    let mut files = vec![
        ("index.html".to_owned(), html.clone().into_bytes()),
        ("_headers".to_owned(), policy::headers(&parts::Parts::of(&html)?.policy).into_bytes()),
        ("THIRD-PARTY-LICENCES.txt".to_owned(), licences::third_party(machine)?.into_bytes()),
    ];
    for licence in licences::own(machine)? {
        files.push((file_name(&licence).to_owned(), machine::read(&licence)?.into_bytes()));
    }
    files.sort();
    let sums: String = files.iter().map(|(name, bytes)| format!("{}  {name}\n", policy::sha256_hex(bytes))).collect();
    files.push(("SHA256SUMS".to_owned(), sums.into_bytes()));
    for (name, bytes) in files {
        machine::write(&staging.join(name), bytes)?;
    }
    Ok(())
}

/// `page` is the folder of its source: the project's, or that of a page that measurements compare it with. Whatever the
/// page is, it starts by the project's scripts.
fn fold(machine: &Machine, page: &Path, staging: &Path) -> Outcome<String> {
    let source = machine::read(&page.join("index.html"))?;
    let mut style = String::new();
    for sheet in page::stylesheets(&source)? {
        style += &machine::read(&page.join(sheet))?;
    }
    let boot = |name: &str| machine::read(&machine.root.join("src/boot").join(name));
    let empty_page = page.join("src/boot/empty_page.html");
    let glue = glue::plain_script(&machine::read(&only(staging, ".js")?)?)?;
    let start = glue::without_comments(&boot("start.js")?);
    let app = std::fs::read(only(staging, "_bg.wasm")?)
        .map_err(|error| format!("the WASM that Trunk built cannot be read: {error}"))?;
    page::assemble(
        &source,
        &page::Pieces {
            style,
            first: boot("first.js")?,
            empty_page: if empty_page.is_file() { Some(machine::read(&empty_page)?) } else { None },
            start: format!("(() => {{\n'use strict';\n{glue}\n{start}}})();\n"),
            blocks: vec![Block { name: "app", wasm: app }],
        },
    )
}

/// The one file in the folder whose name ends so.
fn only(folder: &Path, ending: &str) -> Outcome<PathBuf> {
    let mut found: Vec<PathBuf> =
        machine::entries(folder)?.into_iter().filter(|file| file_name(file).ends_with(ending)).collect();
    match (found.pop(), found.is_empty()) {
        (Some(file), true) => Ok(file),
        (other, _) => Err(format!(
            "expected exactly one file named *{ending} from Trunk in {}, but found {}",
            folder.display(),
            found.len() + usize::from(other.is_some())
        )),
    }
}

fn empty(folder: &Path) -> Outcome {
    for entry in machine::entries(folder)? {
        let removed = if entry.is_dir() { std::fs::remove_dir_all(&entry) } else { std::fs::remove_file(&entry) };
        removed.map_err(|error| format!("{} cannot be removed: {error}", entry.display()))?;
    }
    Ok(())
}
