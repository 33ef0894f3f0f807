//! `fold`: what Trunk built, many files, into the one file that is the product. Trunk calls it after a release build.

pub mod audit;
pub mod block;
pub mod glue;
pub mod page;
pub mod parts;
pub mod policy;

use std::path::{Path, PathBuf};

use block::Block;
use page::LinkedModule;

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
    let (apps, others): (Vec<_>, Vec<_>) = page::modules(&source)?.into_iter().partition(|module| module.is_app);
    let [app] = &apps[..] else {
        return Err(format!("index.html: expected one module that the page starts, but found {}", apps.len()));
    };
    let glue = glue::plain_script(&glue_of(staging, app)?)?;
    let start = glue::without_comments(&boot("start.js")?);
    let mut blocks = vec![Block { name: "app", wasm: wasm_of(staging, app)?, script: None }];
    for module in &others {
        let function = glue::function(&glue_of(staging, module)?)?;
        let script = Some(format!("glueOf.{} = {function};\n", module.name));
        blocks.push(Block { name: module.name, wasm: wasm_of(staging, module)?, script });
    }
    page::assemble(
        &source,
        &page::Pieces {
            style,
            first: boot("first.js")?,
            empty_page: if empty_page.is_file() { Some(machine::read(&empty_page)?) } else { None },
            start: format!("(() => {{\n'use strict';\n{glue}\n{start}}})();\n"),
            blocks,
        },
    )
}

/// The script that wasm-bindgen wrote for a module.
fn glue_of(staging: &Path, module: &LinkedModule) -> Outcome<String> {
    machine::read(&staging.join(format!("{}.js", module.name)))
}

fn wasm_of(staging: &Path, module: &LinkedModule) -> Outcome<Vec<u8>> {
    let file = staging.join(format!("{}_bg.wasm", module.name));
    std::fs::read(&file).map_err(|error| format!("{}, which Trunk built, cannot be read: {error}", file.display()))
}

fn empty(folder: &Path) -> Outcome {
    for entry in machine::entries(folder)? {
        let removed = if entry.is_dir() { std::fs::remove_dir_all(&entry) } else { std::fs::remove_file(&entry) };
        removed.map_err(|error| format!("{} cannot be removed: {error}", entry.display()))?;
    }
    Ok(())
}
