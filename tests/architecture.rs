//! The walls of the house, each with a message that tells how to mend it.

use std::fs;
use std::path::{Path, PathBuf};

fn sources(folder: &str) -> Vec<(String, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut files = Vec::new();
    let mut folders: Vec<PathBuf> = vec![root.join(folder)];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display())) {
            let path = entry.expect("a folder's entry").path();
            let name = path.strip_prefix(root).expect("inside the project").to_string_lossy().into_owned();
            if path.is_dir() {
                folders.push(path);
            } else if let Ok(text) = fs::read_to_string(&path) {
                files.push((name, text));
            }
        }
    }
    files.sort();
    files
}

/// Lines that are no comments, with their numbers.
fn code(text: &str) -> impl Iterator<Item = (usize, &str)> {
    text.lines().enumerate().map(|(at, line)| (at + 1, line)).filter(|(_, line)| !line.trim_start().starts_with("//"))
}

/// No file of a folder names any of the words, apart from the files allowed to.
#[track_caller]
fn never_names(folder: &str, words: &[&str], allowed: &[&str], mend: &str) {
    let mut found = Vec::new();
    let mut read = 0;
    for (name, text) in sources(folder) {
        if !name.ends_with(".rs") || allowed.iter().any(|file| name.ends_with(file)) {
            continue;
        }
        read += 1;
        for (number, line) in code(&text) {
            for word in words.iter().filter(|word| line.contains(**word)) {
                found.push(format!("{name}:{number} names `{word}`"));
            }
        }
    }
    assert!(read > 0, "no source was read in {folder}");
    assert!(found.is_empty(), "{}\n{mend}", found.join("\n"));
}

#[test]
fn only_one_file_of_the_page_touches_the_browser() {
    never_names(
        "src/ui",
        &["web_sys", "js_sys", "gloo", "wasm_bindgen"],
        &["browser.rs"],
        "Add a function to src/ui/browser.rs and call that.",
    );
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
    never_names("src", APIS, &[], "Nothing leaves the page and nothing is kept by it: there is no call for this here.");
    for (name, text) in sources("src").into_iter().filter(|(name, _)| name.ends_with(".js")) {
        for (number, line) in code(&text) {
            for word in APIS {
                assert!(!line.contains(word), "{name}:{number} names `{word}`: nothing leaves the page");
            }
        }
    }
}

#[test]
fn the_manifest_asks_for_no_network_or_storage() {
    let manifest = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("Cargo.toml")).expect("Cargo.toml");
    for feature in [
        "\"Storage\"",
        "\"Request\"",
        "\"Response\"",
        "\"XmlHttpRequest\"",
        "\"WebSocket\"",
        "\"Worker\"",
        "\"net\"",
        "\"storage\"",
    ] {
        assert!(!manifest.contains(feature), "Cargo.toml turns on {feature}: the page needs no such API");
    }
}

/// What a program may not do with text from strangers: panic.
#[test]
fn the_core_is_total() {
    const PANICS: &[&str] = &[".unwrap()", ".expect(", "panic!(", "unreachable!(", "todo!(", "unimplemented!("];
    let mut found = Vec::new();
    for room in [
        "crates/decode/src",
        "crates/inspect/src",
        "crates/rules/src",
        "crates/inspection/src",
        "crates/share/src",
        "crates/guide/src",
    ] {
        for (name, text) in sources(room) {
            if name.ends_with("tests.rs") || name.ends_with("testing.rs") {
                continue;
            }
            let before_tests = text.split("#[cfg(test)]\nmod tests {").next().unwrap_or_default();
            for (number, line) in code(before_tests) {
                for word in PANICS.iter().filter(|word| line.contains(**word)) {
                    found.push(format!("{name}:{number} has `{word}`"));
                }
            }
        }
    }
    assert!(found.is_empty(), "{}\nGive what can be given instead: the core takes any text.", found.join("\n"));
}

#[test]
fn every_room_says_what_it_is_for() {
    for folder in ["src", "crates", "xtask/src", "tests", "examples"] {
        for (name, text) in sources(folder).into_iter().filter(|(name, _)| name.ends_with(".rs")) {
            assert!(text.starts_with("//! "), "{name} does not open with one sentence saying what it is for");
        }
    }
}

#[test]
fn views_set_no_inline_style_and_link_nowhere_by_data() {
    let mut read = 0;
    for (name, text) in sources("src/ui") {
        read += 1;
        for (number, line) in code(&text) {
            assert!(
                !line.contains("\"style\""),
                "{name}:{number}: the policy forbids style attributes; use a class or an SVG attribute"
            );
            assert!(!line.contains("\"src\""), "{name}:{number}: nothing is loaded by the page");
        }
    }
    assert!(read > 0);
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
    let index = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("index.html")).expect("index.html");
    for (name, _) in sources("styles") {
        assert!(index.contains(&name), "{name} is not linked in index.html");
    }
}

#[test]
fn the_changelog_knows_this_version() {
    let changelog =
        fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("CHANGELOG.md")).expect("CHANGELOG.md");
    let heading = format!("## {}", env!("CARGO_PKG_VERSION"));
    assert!(changelog.contains(&heading), "CHANGELOG.md has no `{heading}`: say there what is new");
}
