//! Refuses a built page that breaks a promise: what it may load, name, keep or give away.

use super::parts::Parts;
use super::policy;
use crate::machine::Outcome;

/// What the script must not name: the network, storage, text made script or markup, and new windows.
const FORBIDDEN: [&str; 22] = [
    "fetch(",
    "XMLHttpRequest",
    "WebSocket",
    "EventSource",
    "sendBeacon",
    "RTCPeerConnection",
    "importScripts",
    "Worker(",
    "import(",
    "localStorage",
    "sessionStorage",
    "indexedDB",
    "document.cookie",
    "cookieStore",
    "caches.",
    "eval(",
    "new Function",
    ".innerHTML",
    ".outerHTML",
    "insertAdjacentHTML",
    "document.write",
    ".open(",
];
/// The only address in the page: a name, which no browser loads.
const SVG_NAMESPACE: &str = "http://www.w3.org/2000/svg";

/// All problems at once, so that one run is enough to see them.
pub fn page(html: &str, private_folders: &[String]) -> Outcome {
    let parts = Parts::of(html)?;
    let mut problems = Vec::new();
    policy_comes_first(html, &mut problems);
    policy_fits(&parts, &mut problems);
    script_names_nothing_forbidden(&parts, &mut problems);
    nothing_is_loaded(&parts, &mut problems);
    nothing_tells_of_the_builder(html, &parts, private_folders, &mut problems)?;
    if problems.is_empty() {
        return Ok(());
    }
    Err(format!("the built page breaks its promises:\n  - {}", problems.join("\n  - ")))
}

fn policy_comes_first(html: &str, problems: &mut Vec<String>) {
    let head = html.split_once("<head>").map(|(_, head)| head).unwrap_or_default();
    let tags: Vec<&str> = head.split('<').skip(1).take(2).map(str::trim).collect();
    if !matches!(tags[..], [charset, policy] if charset.starts_with("meta charset=") && policy.contains("Content-Security-Policy"))
    {
        problems.push(
            "the policy must come right after <meta charset>, because it does not apply to what stands before it"
                .to_owned(),
        );
    }
}

fn policy_fits(parts: &Parts, problems: &mut Vec<String>) {
    if parts.policy != policy::policy(&parts.scripts, parts.style) {
        problems.push("the hashes in the policy are not those of the scripts and styles in the page".to_owned());
    }
}

fn script_names_nothing_forbidden(parts: &Parts, problems: &mut Vec<String>) {
    for word in FORBIDDEN {
        if let Some(line) = parts.scripts.iter().flat_map(|script| script.lines()).find(|line| line.contains(word)) {
            problems.push(format!("the script names `{word}`: {}", line.trim()));
        }
    }
}

fn nothing_is_loaded(parts: &Parts, problems: &mut Vec<String>) {
    for attribute in [" src=", " href=", " srcset=", " action=", " poster="] {
        for after in parts.markup.split(attribute).skip(1) {
            if !after.trim_start_matches(['"', '\'']).starts_with("data:") {
                problems.push(format!("the markup has{attribute}{}", shortened(after)));
            }
        }
    }
    for word in [" style=", " onload=", " onclick=", " onerror="] {
        if parts.markup.contains(word) {
            problems.push(format!("the markup has{word}, which the policy refuses"));
        }
    }
    if parts.style.contains("@import") {
        problems.push("a stylesheet has @import: link the file in index.html instead".to_owned());
    }
    for after in parts.style.split("url(").skip(1) {
        if !after.trim_start_matches(['"', '\'', ' ']).starts_with("data:") {
            problems.push(format!("a stylesheet loads url({}", shortened(after)));
        }
    }
    for text in parts.scripts.iter().copied().chain([parts.style, &parts.markup]) {
        let text = text.replace(SVG_NAMESPACE, "");
        for scheme in ["http:", "https:", "ws:", "wss:"] {
            if let Some((_, after)) = text.split_once(scheme) {
                problems.push(format!("the page names an address: {scheme}{}", shortened(after)));
            }
        }
    }
}

fn nothing_tells_of_the_builder(
    html: &str,
    parts: &Parts,
    private_folders: &[String],
    problems: &mut Vec<String>,
) -> Outcome {
    let mut searched = vec![("the page".to_owned(), html.as_bytes().to_vec())];
    for block in &parts.blocks {
        searched.push((format!("the WASM of block {}", block.name), block.wasm()?));
    }
    for folder in private_folders.iter().map(|folder| format!("{}/", folder.trim_end_matches('/'))) {
        let folder = folder.as_bytes();
        for (name, bytes) in &searched {
            if let Some(at) = bytes.windows(folder.len()).position(|window| window == folder) {
                let found = bytes.get(at..bytes.len().min(at + 80)).unwrap_or_default();
                problems.push(format!("{name} names a folder of this machine: {}", String::from_utf8_lossy(found)));
            }
        }
    }
    Ok(())
}

fn shortened(text: &str) -> String {
    text.chars().take(40).collect()
}

#[cfg(test)]
mod tests {
    use super::super::block::Block;
    use super::super::page::{Pieces, assemble};
    use super::*;

    const SOURCE: &str = "<html><head>\n<meta charset=\"utf-8\">\n<!-- fold: policy -->\n<!-- fold: first script -->\n\
        <link data-trunk rel=\"css\" href=\"a.css\">\n</head><body>\n<!-- fold: empty page -->\n\
        <!-- fold: start script -->\n<!-- fold: blocks -->\n</body></html>\n";

    fn pieces(style: &str, start: &str, wasm: &str) -> Pieces<'static> {
        Pieces {
            style: style.into(),
            first: "1;".into(),
            empty_page: Some(String::new()),
            start: start.into(),
            blocks: vec![
                Block { name: "app", wasm: b"\0asm".to_vec(), script: None },
                Block { name: "other", wasm: wasm.into(), script: Some(start.into()) },
            ],
        }
    }

    /// What is wrong with a page of these pieces.
    fn problems(source: &str, style: &str, start: &str, wasm: &str) -> String {
        let built = assemble(source, &pieces(style, start, wasm));
        built.and_then(|html| page(&html, &["/home/me".to_owned()])).err().unwrap_or_default()
    }

    #[test]
    fn accepts_a_page_that_keeps_its_promises() {
        assert_eq!(problems(SOURCE, "p{background:url(data:,)}", "go();", "crates/yew/src/lib.rs"), "");
    }

    #[test]
    fn refuses_forbidden_words_in_the_script() {
        for word in FORBIDDEN {
            assert!(problems(SOURCE, "", word, "").contains("the script names"), "{word}");
        }
    }

    #[test]
    fn refuses_anything_that_loads() {
        assert!(problems(SOURCE, "@import 'a.css';", "", "").contains("@import"));
        assert!(problems(SOURCE, "p{background:url('a.png')}", "", "").contains("loads url("));
        let image = SOURCE.replace("<body>", "<body><img src=\"a.png\">");
        assert!(problems(&image, "", "", "").contains("the markup has src="));
        let link = SOURCE.replace("<body>", "<body>https://example.org");
        assert!(problems(&link, "", "", "").contains("names an address"));
    }

    #[test]
    fn refuses_a_policy_that_comes_late_or_does_not_fit() {
        let late = SOURCE.replace("<meta charset=\"utf-8\">", "<meta charset=\"utf-8\">\n<title>x</title>");
        assert!(problems(&late, "", "", "").contains("right after <meta charset>"));
        let html = assemble(SOURCE, &pieces("p{}", "2;", ""));
        let changed = html.map(|html| html.replace("p{}", "p{ }")).unwrap_or_default();
        assert!(page(&changed, &[]).is_err_and(|problem| problem.contains("hashes in the policy")));
    }

    #[test]
    fn refuses_folders_of_the_builder() {
        assert!(problems(SOURCE, "", "", "/home/me/.cargo/x.rs").contains("the WASM of block other names a folder"));
        assert!(problems(SOURCE, "/* /home/me/x.css */", "", "").contains("the page names a folder"));
    }
}
