//! `bench --page`: times the built page in a real browser. What is measured stands in tests/bench; this builds what it needs.

use std::path::Path;

use super::first_edition;
use crate::machine::{self, Machine, Outcome};
use crate::{dist, setup};

/// Each is a file in tests/bench.
const SECTIONS: [&str; 5] = ["start", "paste", "load", "files", "lighthouse"];
const EMPTY_PAGE: &str = "tests/bench/empty-page/index.html";

/// `sections` names some of them, or nothing for all.
pub fn run(machine: &Machine, sections: &[&str]) -> Outcome {
    if let Some(unknown) = sections.iter().find(|section| !SECTIONS.contains(section)) {
        return Err(format!("`bench --page` has no section `{unknown}`: expected some of {}", SECTIONS.join(", ")));
    }
    let is_wanted = |section: &str| sections.is_empty() || sections.contains(&section);
    let browser = setup::for_browser(machine)?;
    if is_wanted("lighthouse") {
        setup::for_lighthouse(machine)?;
    }
    dist::run(machine)?;
    let folder = machine::target(machine)?.join("bench");
    if is_wanted("start") {
        first_edition::build(machine, &folder)?;
        empty_page(machine, &folder)?;
    }
    if is_wanted("load") || is_wanted("files") {
        machine::run(
            "Building what writes the heavy texts",
            machine.cargo().args(["build", "--locked", "--profile", "native", "--example", "bench"]),
        )?;
    }
    machine::run(
        "Measuring the page in Chromium",
        machine
            .command("node")
            .arg("tests/bench/page.mjs")
            .args(SECTIONS.into_iter().filter(|section| is_wanted(section)))
            .env("JWT_INSPECTOR_DIST", machine.root.join("dist"))
            .env("JWT_INSPECTOR_BENCH", folder)
            .env("CARGO", machine.cargo().get_program())
            .env("CHROMIUM", browser.chromium),
    )
}

fn empty_page(machine: &Machine, folder: &Path) -> Outcome {
    dist::build(
        machine,
        "Building an empty Yew page in the same way, to compare the page with",
        Path::new(EMPTY_PAGE),
        &folder.join("empty-page"),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_section_is_a_file_that_the_runner_knows() {
        let Ok(machine) = Machine::here() else { panic!("tests run inside the project") };
        let folder = machine.root.join("tests/bench");
        let runner = machine::read(&folder.join("page.mjs")).unwrap_or_default();
        for section in SECTIONS {
            assert!(runner.contains(&format!("'./{section}.mjs'")), "page.mjs does not know {section}");
            assert!(folder.join(format!("{section}.mjs")).is_file(), "{section}.mjs is missing");
        }
        assert!(machine.root.join(EMPTY_PAGE).is_file());
    }
}
