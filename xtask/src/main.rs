//! The project's commands: `cargo xtask` and a word.

mod bench;
mod dist;
mod fold;
mod licences;
mod machine;
mod preview;
mod remap;
mod serve;
mod setup;
mod test;
mod weight;

use std::process::ExitCode;

use machine::{Machine, Outcome};

const HELP: &str = "\
cargo xtask COMMAND

  setup                         gets the tools that are missing, and nothing else
  serve [--port N] [--open]     serves the page and rebuilds it on every change
  serve --release [--port N] [--open]
                                builds the one file and serves it with its headers
  test [--fast]                 every check, as CI runs them; --fast leaves out the browser and the
                                libraries that generated code is for
  dist                          builds dist/index.html, the whole product in one file
  bench                         times decoding and inspecting
  bench --page [SECTION…]       times the built page in Chromium, beside the first edition and an empty page;
                                sections: start, paste, load, files, lighthouse; without a name, all of them
  fold                          the step of dist that Trunk calls: many files into one
";

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    match run(&words) {
        Ok(()) => ExitCode::SUCCESS,
        Err(problem) => {
            eprintln!("\nerror: {problem}");
            ExitCode::FAILURE
        }
    }
}

fn run(words: &[&str]) -> Outcome {
    let machine = Machine::here()?;
    match words {
        [] | ["help" | "--help" | "-h"] => {
            print!("{HELP}");
            Ok(())
        }
        ["setup"] => setup::for_tests(&machine).map(drop),
        ["serve", options @ ..] => serve::run(&machine, options),
        ["test"] => test::run(&machine, test::Extent::Everything),
        ["test", "--fast"] => test::run(&machine, test::Extent::WithoutBrowser),
        ["dist"] => dist::run(&machine),
        ["bench"] => bench::run(&machine),
        ["bench", "--page", sections @ ..] => bench::page::run(&machine, sections),
        ["fold"] => fold::run(&machine),
        _ => Err(format!("there is no command `{}`. These are the commands:\n\n{HELP}", words.join(" "))),
    }
}
