//! The walls that neither a manifest nor a lint can say, each with a message that tells how to mend a breach.
//!
//! Which room may use which stands in the manifests of `crates/`; that nothing there panics, reads a clock, a file or
//! the network is a matter of clippy (`Cargo.toml`, `crates/clippy.toml`).

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// Name, relative to the project, and text of every file of a folder, sorted by name.
fn sources(folder: &str) -> Vec<(String, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut files = Vec::new();
    let mut folders: Vec<PathBuf> = vec![root.join(folder)];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display())) {
            let path = entry.expect("a folder's entry").path();
            let name = path.strip_prefix(root).expect("inside the project").to_string_lossy().into_owned();
            if path.ends_with("node_modules") {
                continue; // others wrote what is in there
            }
            if path.is_dir() {
                folders.push(path);
            } else if let Ok(text) = fs::read_to_string(&path) {
                files.push((name, text));
            }
        }
    }
    assert!(!files.is_empty(), "no file was read in {folder}");
    files.sort();
    files
}

/// The Rust files among them.
fn rust_sources(folders: &[&str]) -> Vec<(String, String)> {
    let files = folders.iter().flat_map(|folder| sources(folder));
    files.filter(|(name, _)| name.ends_with(".rs")).collect()
}

fn read(name: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(name);
    fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// Lines that are no comments, with their numbers.
fn code(text: &str) -> impl Iterator<Item = (usize, &str)> {
    text.lines().enumerate().map(|(at, line)| (at + 1, line)).filter(|(_, line)| !line.trim_start().starts_with("//"))
}

/// What stands before the tests of a file.
fn before_tests(text: &str) -> &str {
    text.split("#[cfg(test)]\nmod tests {").next().unwrap_or_default()
}

/// No file has a line of code that names one of the words.
#[track_caller]
fn assert_names_none(files: &[(String, String)], words: &[&str], mend: &str) {
    let mut found = Vec::new();
    for (name, text) in files {
        for (number, line) in code(text) {
            for word in words.iter().filter(|word| line.contains(**word)) {
                found.push(format!("{name}:{number} names `{word}`"));
            }
        }
    }
    assert!(found.is_empty(), "{}\n{mend}", found.join("\n"));
}

#[test]
fn only_one_folder_of_the_page_touches_the_browser() {
    let mut files = rust_sources(&["src"]);
    files.retain(|(name, _)| !name.starts_with("src/browser/"));
    let mend = "Add a function to src/browser/ and call that.";
    assert_names_none(&files, &["web_sys", "js_sys", "gloo", "wasm_bindgen"], mend);
}

#[test]
fn only_one_file_of_the_second_block_knows_the_page() {
    let mut files = rust_sources(&["crates/crypto/src"]);
    files.retain(|(name, _)| name != "crates/crypto/src/main.rs");
    assert_names_none(&files, &["wasm_bindgen"], "What the page calls stands in crates/crypto/src/main.rs.");
}

#[test]
fn findings_quote_what_comes_from_a_token() {
    let mend = "In a sentence, text from a token stands in `display::quoted`.";
    assert_names_none(&rust_sources(&["crates/rules/src"]), &["capped(", "visible_text("], mend);
}

#[test]
fn nothing_names_a_network_or_a_storage_api() {
    const APIS: &[&str] = &[
        "fetch(",
        "fetch_with",
        "XmlHttpRequest",
        "XMLHttpRequest",
        "WebSocket",
        "EventSource",
        "send_beacon",
        "sendBeacon",
        "RtcPeer",
        "RTCPeer",
        "gloo::net",
        "local_storage",
        "localStorage",
        "session_storage",
        "sessionStorage",
        "indexed_db",
        "indexedDB",
        "IdbFactory",
        "CacheStorage",
        "set_cookie",
        ".cookie",
        "ServiceWorker",
        "serviceWorker",
        "set_title",
        "inner_html",
        "innerHTML",
        "from_html_unchecked",
        "console::",
        "console_",
    ];
    let mut files = sources("src");
    files.retain(|(name, _)| name.ends_with(".rs") || name.ends_with(".js"));
    assert_names_none(
        &files,
        APIS,
        "Nothing leaves the page and nothing is kept by it: there is no call for this here.",
    );
}

#[test]
fn the_manifest_asks_for_no_network_or_storage() {
    let manifest = read("Cargo.toml");
    for feature in ["Storage", "Request", "Response", "XmlHttpRequest", "WebSocket", "Worker", "net", "storage"]
        .map(|it| format!("\"{it}\""))
    {
        assert!(!manifest.contains(&feature), "Cargo.toml turns on {feature}: the page needs no such API");
    }
}

/// What each room may use of the others. A manifest is quickly edited; this is the drawing that it must agree with.
#[test]
fn the_rooms_stand_in_their_order() {
    const BELOW: [(&str, &[&str]); 10] = [
        ("decode", &[]),
        ("guide", &[]),
        ("inspect", &["decode", "guide"]),
        ("rules", &["decode", "guide", "inspect"]),
        ("inspection", &["decode", "inspect", "rules"]),
        ("verify", &["decode", "inspect"]),
        ("expectations", &["decode", "inspect"]),
        ("share", &["decode", "expectations", "inspect", "inspection", "rules", "verify"]),
        ("test-tokens", &["decode"]),
        ("crypto", &["decode", "expectations", "inspect", "verify"]),
    ];
    const OF_THE_PAGE: [&str; 5] = ["gloo", "js-sys", "wasm-bindgen", "web-sys", "yew"];
    // The second block is what the page calls; only its `main.rs` knows that.
    let is_called_by_page = |room: &str, name: &str| room == "crypto" && name == "wasm-bindgen";
    for (room, below) in BELOW {
        let manifest = read(&format!("crates/{room}/Cargo.toml"));
        let dependencies = manifest.split("[dependencies]").nth(1).unwrap_or_default();
        let dependencies = dependencies.split("\n[").next().unwrap_or_default();
        for name in
            dependencies.lines().filter_map(|line| line.split(['.', ' ', '=']).next()).filter(|it| !it.is_empty())
        {
            let is_room = BELOW.iter().any(|(other, _)| *other == name);
            assert!(!is_room || below.contains(&name), "crates/{room} must not use `{name}`: see ARCHITECTURE.md");
            assert!(
                !OF_THE_PAGE.contains(&name) || is_called_by_page(room, name),
                "crates/{room} must not use `{name}`: only the page knows the browser"
            );
        }
    }
}

#[test]
fn every_file_says_what_it_is_for() {
    for (name, text) in rust_sources(&["src", "crates", "xtask/src", "tests", "examples"]) {
        assert!(text.starts_with("//! "), "{name} does not open with one sentence saying what it is for");
    }
}

#[test]
fn no_file_is_longer_than_a_reader_likes() {
    const LONGEST: usize = 400;
    for (name, text) in rust_sources(&["src", "crates", "xtask/src", "tests", "examples"]) {
        let lines = text.lines().count();
        assert!(lines <= LONGEST, "{name} has {lines} lines, more than {LONGEST}: give its parts files of their own");
    }
}

/// So that a name in a sentence, a search or a review means one thing.
#[test]
fn no_two_types_have_one_name() {
    let mut names: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for (name, text) in rust_sources(&["src", "crates", "xtask/src"]) {
        for (number, line) in code(before_tests(&text)) {
            names.entry(type_declared(line).to_owned()).or_default().push(format!("{name}:{number}"));
        }
    }
    names.remove("");
    assert!(names.len() > 100, "types were read");
    for (name, places) in names {
        assert!(places.len() == 1, "`{name}` is a type in {}: name each for what it is", places.join(" and in "));
    }
}

/// The name of the type that a line declares, or nothing. Associated types are indented and do not count.
fn type_declared(line: &str) -> &str {
    let is_name = |character: char| character.is_alphanumeric() || character == '_';
    let line = match line.strip_prefix("pub(") {
        Some(rest) => rest.split_once(") ").map_or("", |(_, rest)| rest),
        None => line.strip_prefix("pub ").unwrap_or(line),
    };
    let keywords = ["struct ", "enum ", "trait ", "type "];
    let rest = keywords.iter().find_map(|keyword| line.strip_prefix(keyword)).unwrap_or_default();
    rest.split(|character| !is_name(character)).next().unwrap_or_default()
}

#[test]
fn reads_the_type_that_a_line_declares() {
    assert_eq!(type_declared("pub struct Token {"), "Token");
    assert_eq!(type_declared("pub(crate) enum Kind<'a> {"), "Kind");
    assert_eq!(type_declared("    type Item = u8;"), "");
    assert_eq!(type_declared("let structure = 1;"), "");
}

#[test]
fn views_set_no_inline_style_and_load_nothing() {
    for (name, text) in rust_sources(&["src/views"]).into_iter().filter(|(name, _)| !name.ends_with("tests.rs")) {
        for (number, line) in code(before_tests(&text)) {
            let sets = |attribute: &str| {
                let [as_markup, as_text] = [format!(" {attribute}="), format!("\"{attribute}\"")];
                line.contains(&as_markup) && line.contains('<') || line.contains(&as_text)
            };
            assert!(
                !sets("style"),
                "{name}:{number}: the policy forbids style attributes; use a class or an SVG attribute"
            );
            assert!(!sets("src"), "{name}:{number}: nothing is loaded by the page");
        }
    }
}

#[test]
fn colours_stand_in_the_tokens_alone() {
    for (name, text) in sources("styles") {
        if name.ends_with("tokens.css") {
            continue;
        }
        for (number, line) in text.lines().enumerate() {
            let hex = line.split('#').skip(1).any(|rest| {
                let digits = rest.chars().take_while(char::is_ascii_hexdigit).count();
                matches!(digits, 3 | 4 | 6 | 8) && rest.chars().nth(digits).is_none_or(|c| ";, )".contains(c))
            });
            assert!(!hex && !line.contains("rgb("), "{name}:{}: a colour belongs into styles/tokens.css", number + 1);
        }
    }
}

#[test]
fn every_stylesheet_is_linked() {
    let index = read("index.html");
    for (name, _) in sources("styles") {
        assert!(index.contains(&name), "{name} is not linked in index.html");
    }
}

#[test]
fn the_changelog_knows_this_version() {
    let heading = format!("## {}", env!("CARGO_PKG_VERSION"));
    assert!(read("CHANGELOG.md").contains(&heading), "CHANGELOG.md has no `{heading}`: say there what is new");
}
