//! Words that the page no longer uses. Every text that a reader can see is searched for them: string literals of the page
//! and its rooms, the scripts that start it, and the documents.

use std::fs;
use std::path::{Path, PathBuf};

/// Words, in small letters, and what to write instead.
const WORDS: [(&str, &str); 42] = [
    ("a credential)", "secret"),
    ("all there are", "all"),
    ("an alphabet and no lock", "an encoding, not encryption"),
    ("as this algorithm makes them", "the usual length for this algorithm"),
    ("before any answer", "default"),
    ("behind the token", "after the token"),
    ("behind the value", "after the value"),
    ("called back", "revoked"),
    ("cannot be used to sign in", "servers should reject it"),
    ("carry it away", "send it away"),
    ("code that obeys", "code that follows it"),
    ("cut is fine", "truncated is fine"),
    ("each byte that is not", "unreadable bytes"),
    ("expect, never obey", "the server must decide, not the token"),
    ("for they hold the same", "same value"),
    ("hand out an id", "a random ID"),
    ("hangs under", "is subordinate to"),
    ("hardly meant", "looks like"),
    ("hopes for a server", "an attack on servers that skip the check"),
    ("in its last second", "just before expiry"),
    ("in what it takes to end", "in how you revoke them"),
    ("is no sign that", "does not show that"),
    ("is said to", "leave it out: the banner carries the doubt"),
    ("are said to", "leave it out: the banner carries the doubt"),
    ("said to have been", "leave it out: the banner carries the doubt"),
    ("it costs\"", "trade-offs"),
    ("it says that it", "leave it out: the banner carries the doubt"),
    ("let the issuer", "in the issuer, …"),
    ("let its maker", "in the issuer, …"),
    ("more may have stood", "later claims are missing"),
    ("no jwt must have", "JWTs need not have"),
    ("no time that can be read", "cannot read"),
    ("nobody has signed", "no signature"),
    ("or so it says", "leave it out: the banner carries the doubt"),
    ("out of the text around it", "found … in the text"),
    ("press what is to be", "choose"),
    ("psychic signature", "all-zero ECDSA signature"),
    ("says it was", "leave it out: the banner carries the doubt"),
    ("tells about a person", "contains personal data"),
    ("to be looked up and not run", "look it up in a fixed list"),
    ("will have meant", "a leaked copy works practically forever"),
    ("written in\"", "source"),
];

/// The folders and files in which such texts stand.
const PLACES: [&str; 8] =
    ["src", "crates", "index.html", "README.md", "SECURITY.md", "docs", "ARCHITECTURE.md", "examples"];

fn files(path: &Path, found: &mut Vec<PathBuf>) {
    if path.is_dir() {
        for entry in fs::read_dir(path).expect("a folder") {
            files(&entry.expect("an entry").path(), found);
        }
    } else if path.extension().is_some_and(|ending| ["rs", "js", "md", "html"].iter().any(|known| ending == *known)) {
        found.push(path.to_owned());
    }
}

/// Tests say what must not be said; test tokens hold what people write.
fn is_test(name: &str) -> bool {
    name.contains("/tests")
        || name.ends_with("_tests.rs")
        || name.contains("test-tokens")
        || name.ends_with("testing.rs")
}

/// The lines of a file that a reader can see: of code, what no comment and no test says.
fn visible_lines<'t>(name: &str, text: &'t str) -> Vec<(usize, &'t str)> {
    let shown =
        if name.ends_with(".rs") { text.split("#[cfg(test)]\nmod tests {").next().unwrap_or_default() } else { text };
    let is_code = name.ends_with(".rs") || name.ends_with(".js");
    let is_comment = |line: &str| is_code && line.trim_start().starts_with("//");
    shown.lines().enumerate().map(|(at, line)| (at + 1, line)).filter(|(_, line)| !is_comment(line)).collect()
}

/// What is found in a text: the number of the line, the word and the better one. A sentence may go over two lines.
fn found_in(name: &str, text: &str) -> Vec<String> {
    let lines = visible_lines(name, text);
    let mut found = Vec::new();
    for (position, (number, line)) in lines.iter().enumerate() {
        let this = line.trim_end_matches('\\').trim_end().to_lowercase();
        let next = lines.get(position + 1).map_or("", |(_, next)| next.trim_start()).to_lowercase();
        let both = format!("{this} {next}");
        for (word, better) in WORDS {
            let is_here = both.match_indices(word).any(|(at, _)| at <= this.len());
            if is_here {
                found.push(format!("{name}:{number}: \u{201C}{word}\u{201D}: write \u{201C}{better}\u{201D}"));
            }
        }
    }
    found
}

#[test]
fn no_text_uses_a_word_that_was_given_up() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut all = Vec::new();
    for place in PLACES.map(|place| root.join(place)).iter().filter(|path| path.exists()) {
        files(place, &mut all);
    }
    assert!(all.len() > 300, "{} files", all.len());
    all.sort();
    let mut found = Vec::new();
    for path in all {
        let name = path.strip_prefix(root).expect("inside the project").to_string_lossy().into_owned();
        if !is_test(&name) {
            found.extend(found_in(&name, &fs::read_to_string(&path).expect("a text")));
        }
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn words_are_found_where_a_reader_sees_them() {
    assert_eq!(
        found_in("a.md", "One.\nIt IS said to be."),
        ["a.md:2: “is said to”: write “leave it out: the banner carries the doubt”"]
    );
    // Over the end of a line of a long literal.
    assert_eq!(found_in("a.rs", "    \"The role that it is \\\n        said to have.\"").len(), 1);
    for quiet in [
        "// is said to\n",
        "    /// is said to\n",
        "fn a() {}\n#[cfg(test)]\nmod tests {\n    \"is said to\"\n}\n",
        "\"It says 3.\"",
    ] {
        assert_eq!(found_in("a.rs", quiet), [""; 0], "{quiet}");
    }
}

#[test]
fn words_are_written_in_small_letters() {
    for (word, better) in WORDS {
        assert_eq!(word, word.to_lowercase());
        assert!(!better.is_empty());
    }
}
