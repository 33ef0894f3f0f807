//! `dist`: the product. One HTML file that holds everything, with its headers, its hashes and the licences.

use std::path::Path;

use crate::machine::{self, Machine, Outcome};
use crate::{remap, setup, weight};

/// The hashes in loops and not unrolled: slower on megabytes, which nothing here hashes, and 15 kB smaller.
const SMALL_HASHES: &str = "--cfg=sha2_backend_soft=\"compact\"";

/// AES in loops as well, and large numbers in words of 32 bits: WASM multiplies no two words of 64 bits into one of 128. Only
/// the second block has them. With both it is 63 kB smaller (22 as gzip), and most checks take less time.
const SMALL_CIPHERS: &str = "--cfg=aes_backend_soft=\"compact\" --cfg=cpubits=\"32\"";

/// Names and notes for debuggers are stripped, but wasm-bindgen reads this section to know what the WASM may use.
const KEPT_SECTION: &str = "-Clink-arg=--keep-section=target_features";

pub fn run(machine: &Machine) -> Outcome {
    setup::for_builds(machine)?;
    let folder = machine.root.join("dist");
    build(
        machine,
        "Release build; Trunk builds the parts and then calls `cargo xtask fold`",
        Path::new("index.html"),
        Path::new("dist"),
    )?;
    println!("\n==> dist/");
    for file in machine::entries(&folder)? {
        println!("    {}", machine::file_name(&file));
    }
    println!("\n{}", weight::of(&machine::read(&folder.join("index.html"))?)?);
    Ok(())
}

/// The page whose source is `index`, in one file in `folder`, as the product is built. Both paths may be relative to the
/// project.
pub fn build(machine: &Machine, why: &str, index: &Path, folder: &Path) -> Outcome {
    let flags = [&remap::flags(machine)?, SMALL_HASHES, SMALL_CIPHERS, KEPT_SECTION].join(" ");
    machine::run(
        why,
        setup::trunk(machine)
            .args(["build", "--release", "--dist"])
            .arg(folder)
            .arg(index)
            // These would override the flags below, and with them the promise of the same bytes.
            .env_remove("RUSTFLAGS")
            .env_remove("CARGO_ENCODED_RUSTFLAGS")
            .env(remap::VARIABLE, flags),
    )
}
