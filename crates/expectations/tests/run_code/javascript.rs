//! The libraries for JavaScript, run by Node.js: `tests/libraries/package-lock.json` pins them.

use std::process::Command;

use super::{assert_agreement, library, prepare, root, verdicts, write_cases};

/// Imports the code of each case in its own folder. A mistake in the code itself ends the program.
const PROGRAM: &str = r#"import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const MISTAKES = [EvalError, RangeError, ReferenceError, SyntaxError, TypeError];
const verdicts = [];
for (const { folder, token } of JSON.parse(readFileSync(process.argv[2], "utf8"))) {
  process.chdir(folder);
  const { check } = await import(pathToFileURL(`${folder}/check.mjs`));
  try {
    await check(token);
    verdicts.push(null);
  } catch (error) {
    if (MISTAKES.includes(error.constructor)) throw error;
    verdicts.push(`${error.name}: ${error.message}`);
  }
}
console.log(JSON.stringify(verdicts));
"#;

#[test]
#[ignore = "needs the libraries: cargo xtask test installs them"]
fn jose_agrees() {
    agrees("jose");
}

#[test]
#[ignore = "needs the libraries: cargo xtask test installs them"]
fn jsonwebtoken_agrees() {
    agrees("jsonwebtoken-node");
}

/// The code stands below `node_modules`, where Node.js finds the libraries and git looks at nothing.
fn agrees(id: &str) {
    let packages = root().join("tests/libraries/node_modules");
    assert!(packages.is_dir(), "no {}: `cargo xtask setup` installs it", packages.display());
    let folder = packages.join(".run-code").join(id);
    let cases = prepare(library(id), &folder, "check.mjs");
    let [program, list] = ["run.mjs", "cases.json"].map(|name| folder.join(name));
    std::fs::write(&program, PROGRAM).expect("writing the program");
    write_cases(&cases, &list);
    let verdicts = verdicts(Command::new("node").arg(&program).arg(&list));
    assert_agreement(library(id), &cases, &verdicts);
}
