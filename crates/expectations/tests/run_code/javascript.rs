//! The libraries for JavaScript, run by Node.js: `tests/libraries/package-lock.json` pins them.

use std::path::PathBuf;
use std::process::Command;

use expectations::code::{CodeInput, KeyPlace, write};
use expectations::{KnownSignature, json, judge};
use test_tokens::token_of;

use super::tokens::{of_rfc, public_key_of_rfc};
use super::{assert_agreement, library, now, prepare, root, verdicts, write_cases};

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

fn packages() -> PathBuf {
    let packages = root().join("tests/libraries/node_modules");
    assert!(packages.is_dir(), "no {}: `cargo xtask setup` installs it", packages.display());
    packages
}

/// The code stands below `node_modules`, where Node.js finds the libraries and git looks at nothing.
fn agrees(id: &str) {
    let folder = packages().join(".run-code").join(id);
    let cases = prepare(library(id), &folder, "check.mjs");
    let [program, list] = ["run.mjs", "cases.json"].map(|name| folder.join(name));
    std::fs::write(&program, PROGRAM).expect("writing the program");
    write_cases(&cases, &list);
    let verdicts = verdicts(Command::new("node").arg(&program).arg(&list));
    assert_agreement(library(id), &cases, &verdicts);
}

/// `fetch` answers with the keys of RFC 7515, A.2 and A.3, so that nothing leaves this machine.
#[test]
#[ignore = "needs the libraries: cargo xtask test installs them"]
fn jose_takes_its_key_from_a_set() {
    let folder = packages().join(".run-code/jose-key-set");
    std::fs::create_dir_all(&folder).expect("a folder");
    let address = "https://keys.example/jwks";
    let lenient = r#"{"algorithms":["RS256","ES256"],"leeway":1576800000,"signature":true}"#;
    let expectations = json::read(lenient).expect("expectations");
    let keys = ["rfc7515-a2-rs256", "rfc7515-a3-es256"].map(public_key_of_rfc);
    for (at, id) in ["rfc7515-a2-rs256", "rfc7515-a3-es256"].into_iter().enumerate() {
        for (served, takes) in [(&keys[at], true), (&keys[1 - at], false)] {
            let text = of_rfc(id);
            let answer = judge(&token_of(&text), &expectations, KnownSignature::FitsPastedKey, now());
            let input = CodeInput { expectations: &expectations, keys: KeyPlace::JwkSet(address.to_owned()) };
            let code = write(library("jose"), &input, &answer);
            let code: String = code.lines.iter().map(|line| format!("{}\n", line.text)).collect();
            std::fs::write(folder.join("check.mjs"), code).expect("writing the code");
            let set = serde_json::json!({ "keys": [served] });
            let served = format!(
                "globalThis.fetch = async (address) => {{\n  if (String(address) !== \"{address}\") throw new RangeError(address);\n  return Response.json({set});\n}};\n"
            );
            let [program, list] = ["run.mjs", "cases.json"].map(|name| folder.join(name));
            std::fs::write(&program, format!("{served}{PROGRAM}")).expect("writing the program");
            let case = serde_json::json!([{ "folder": folder, "token": text }]);
            std::fs::write(&list, case.to_string()).expect("writing the case");
            let verdicts = verdicts(Command::new("node").arg(&program).arg(&list));
            assert_eq!(verdicts[0].is_none(), takes, "{id}: {verdicts:?}");
        }
    }
}
