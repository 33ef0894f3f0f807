//! Puts the pieces into index.html.

use super::block::Block;
use super::policy;
use crate::machine::Outcome;

const POLICY: &str = "<!-- fold: policy -->";
const FIRST: &str = "<!-- fold: first script -->";
const EMPTY_PAGE: &str = "<!-- fold: empty page -->";
const START: &str = "<!-- fold: start script -->";
const BLOCKS: &str = "<!-- fold: blocks -->";

pub(super) const POLICY_OPENS: &str = "<meta http-equiv=\"Content-Security-Policy\" content=\"";
pub(super) const SCRIPT_OPENS: &str = "<script>";
pub(super) const SCRIPT_CLOSES: &str = "</script>";
pub(super) const STYLE_OPENS: &str = "<style>";
pub(super) const STYLE_CLOSES: &str = "</style>";

/// What goes into the page.
pub struct Pieces<'source> {
    pub style: String,
    /// Runs before anything is shown.
    pub first: String,
    /// What is seen before the app has started, if anything is.
    pub empty_page: Option<String>,
    /// Unpacks the blocks and starts the app.
    pub start: String,
    /// In this order: what is needed first stands first.
    pub blocks: Vec<Block<'source>>,
}

/// A WASM module that Trunk builds for the page.
#[derive(Debug, PartialEq)]
pub struct LinkedModule<'source> {
    /// Of its files.
    pub name: &'source str,
    /// The page starts it. Trunk takes the others for workers, of which there are none here: the page opens them later.
    pub is_app: bool,
}

/// The modules, in the order in which the page names them.
pub fn modules(source: &str) -> Outcome<Vec<LinkedModule<'_>>> {
    let links = source.lines().filter(|line| line.contains("data-trunk") && attribute(line, "rel") == Some("rust"));
    links
        .map(|line| match attribute(line, "data-bin") {
            Some(name) => Ok(LinkedModule { name, is_app: attribute(line, "data-type").is_none() }),
            None => Err(format!("index.html: expected data-bin=\"…\" on the same line in `{}`", line.trim())),
        })
        .collect()
}

/// The paths of the stylesheets, in the order in which the page names them.
pub fn stylesheets(source: &str) -> Outcome<Vec<&str>> {
    source
        .lines()
        .filter(|line| is_stylesheet(line))
        .map(|line| {
            attribute(line, "href")
                .ok_or_else(|| format!("index.html: expected href=\"…\" on the same line in `{}`", line.trim()))
        })
        .collect()
}

/// The source page with every placeholder and every link for Trunk replaced by what it stands for.
pub fn assemble(source: &str, pieces: &Pieces) -> Outcome<String> {
    let of_blocks = pieces.blocks.iter().filter_map(|block| Some((block.name, block.script.as_deref()?)));
    let scripts: Vec<(&str, &str)> =
        [("first", pieces.first.as_str()), ("start", pieces.start.as_str())].into_iter().chain(of_blocks).collect();
    for (name, script) in &scripts {
        refuse(script, &format!("the {name} script"), &["<script", "</script", "<!--", "\r", "\0"])?;
    }
    refuse(&pieces.style, "a stylesheet", &["</", "<!--", "\r", "\0"])?;
    let empty_page = pieces.empty_page.as_deref().unwrap_or_default();
    refuse(empty_page, "the empty page", &["<script", "<!--", "\r", "\0"])?;
    let expected =
        [(POLICY, 1), (FIRST, 1), (EMPTY_PAGE, usize::from(pieces.empty_page.is_some())), (START, 1), (BLOCKS, 1)];
    for (placeholder, expected) in expected {
        let count = source.lines().filter(|line| line.trim() == placeholder).count();
        if count != expected {
            return Err(format!("index.html: expected {expected} line `{placeholder}`, but found {count}"));
        }
    }

    let scripts: Vec<&str> = scripts.into_iter().map(|(_, script)| script).collect();
    let policy = policy::policy(&scripts, &pieces.style);
    let mut style = Some(&pieces.style); // in the place of the first stylesheet
    let mut html = String::new();
    for line in source.lines() {
        match line.trim() {
            POLICY => html += &format!("{POLICY_OPENS}{policy}\">\n"),
            FIRST => html += &format!("{SCRIPT_OPENS}{}{SCRIPT_CLOSES}\n", pieces.first),
            EMPTY_PAGE => html += empty_page,
            START => html += &format!("{SCRIPT_OPENS}{}{SCRIPT_CLOSES}\n", pieces.start),
            BLOCKS => {
                for block in &pieces.blocks {
                    html += &block.elements()?;
                }
            }
            link if is_stylesheet(link) => {
                if let Some(style) = style.take() {
                    html += &format!("{STYLE_OPENS}{style}{STYLE_CLOSES}\n");
                }
            }
            link if link.contains("data-trunk") => {
                if attribute(link, "rel") != Some("rust") && !is_for_serving(link) {
                    return Err(format!(
                        "index.html: `{link}` asks Trunk for something that cannot be folded into one file. \
                         Expected rel=\"rust\" or rel=\"css\"."
                    ));
                }
            }
            "" => {}
            other => {
                html += other;
                html.push('\n');
            }
        }
    }
    Ok(html)
}

/// The script of the page that Trunk serves, whose modules are files of their own.
fn is_for_serving(line: &str) -> bool {
    line.starts_with("<script ") && attribute(line, "src") == Some("src/boot/serve.js")
}

fn is_stylesheet(line: &str) -> bool {
    line.contains("data-trunk") && attribute(line, "rel") == Some("css")
}

fn attribute<'line>(line: &'line str, name: &str) -> Option<&'line str> {
    let (_, after) = line.split_once(&format!(" {name}=\""))?;
    after.split_once('"').map(|(value, _)| value)
}

fn refuse(text: &str, what: &str, forbidden: &[&str]) -> Outcome {
    match forbidden.iter().find(|word| text.contains(**word)) {
        None => Ok(()),
        Some(word) => Err(format!(
            "{what} contains {word:?}, which would end or change the element it is put into. Write it differently."
        )),
    }
}

#[cfg(test)]
mod tests {
    use super::super::parts::Parts;
    use super::*;

    const SOURCE: &str = "<head>\n<meta charset=\"utf-8\">\n  <!-- fold: policy -->\n  <!-- fold: first script -->\n\
        <link data-trunk rel=\"rust\" data-bin=\"page\">\n<link data-trunk rel=\"css\" href=\"a.css\">\n\
        <link data-trunk rel=\"css\" href=\"b.css\">\n</head>\n\n<!-- fold: empty page -->\n<!-- fold: start script -->\n<!-- fold: blocks -->\n";

    /// Bytes that no packing makes shorter.
    fn noise(length: usize) -> Vec<u8> {
        let next = |state: &u64| Some(state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1));
        std::iter::successors(Some(1u64), next).map(|state| (state >> 56) as u8).take(length).collect()
    }

    fn pieces() -> Pieces<'static> {
        Pieces {
            style: "p{}".into(),
            first: "1;".into(),
            empty_page: Some("<h1>empty</h1>".into()),
            start: "2;".into(),
            blocks: vec![
                Block { name: "app", wasm: noise(70_000), script: None },
                Block { name: "other", wasm: vec![1, 2], script: Some("3;".into()) },
            ],
        }
    }

    #[test]
    fn names_the_stylesheets_in_order() {
        assert_eq!(stylesheets(SOURCE), Ok(vec!["a.css", "b.css"]));
    }

    #[test]
    fn names_the_modules_in_order() {
        let source = SOURCE.to_owned() + "<link data-trunk rel=\"rust\" data-type=\"worker\" data-bin=\"later\">\n";
        let [page, later] = [("page", true), ("later", false)].map(|(name, is_app)| LinkedModule { name, is_app });
        assert_eq!(modules(&source), Ok(vec![page, later]));
        assert!(modules(&source.replace("data-bin=\"later\"", "")).is_err_and(|problem| problem.contains("data-bin")));
    }

    #[test]
    fn leaves_out_what_is_for_serving() {
        let script = "<script data-trunk type=\"module\" src=\"src/boot/serve.js\"></script>\n</head>";
        assert_eq!(assemble(&SOURCE.replace("</head>", script), &pieces()), assemble(SOURCE, &pieces()));
        let other = SOURCE.replace("</head>", &script.replace("serve.js", "other.js"));
        assert!(assemble(&other, &pieces()).is_err_and(|problem| problem.contains("cannot be folded")));
    }

    #[test]
    fn what_is_put_together_comes_apart_again() {
        let html = assemble(SOURCE, &pieces()).unwrap_or_default();
        let Ok(parts) = Parts::of(&html) else { panic!("{html}") };
        assert_eq!((parts.style, parts.scripts.join("|").as_str()), ("p{}", "1;|2;|3;"));
        assert!(parts.policy.contains(&policy::policy(&["1;", "2;", "3;"], "p{}")));
        let places = ["2;", "data-end-of=\"app\"", "<script>3;", "data-block=\"other\""].map(|piece| html.find(piece));
        assert!(places.is_sorted() && places.iter().all(Option::is_some), "a block stands behind its script");
        let blocks: Vec<_> = parts.blocks.iter().map(|block| (block.name, block.wasm().unwrap_or_default())).collect();
        let expected: Vec<_> = pieces().blocks.into_iter().map(|block| (block.name, block.wasm)).collect();
        assert_eq!(blocks, expected);
        assert!(parts.blocks[0].chunks.len() > 1, "a long block comes in chunks");
        assert!(html.contains("<h1>empty</h1>"));
        assert!(html.starts_with("<head>\n<meta charset=\"utf-8\">\n<meta http-equiv=\"Content-Security-Policy\""));
        assert!(!html.contains("data-trunk") && !html.contains("fold:"));
    }

    #[test]
    fn a_page_may_have_nothing_to_show_before_it_has_started() {
        let without = || Pieces { empty_page: None, ..pieces() };
        assert!(assemble(SOURCE, &without()).is_err_and(|problem| problem.contains("expected 0 line")));
        assert!(assemble(&SOURCE.replace(EMPTY_PAGE, ""), &without()).is_ok());
    }

    #[test]
    fn refuses_a_script_that_would_end_its_element() {
        let pieces = Pieces { start: "'</script>'".into(), ..pieces() };
        assert!(
            assemble(SOURCE, &pieces).is_err_and(|problem| problem.contains("the start script contains \"</script\""))
        );
    }

    #[test]
    fn refuses_a_link_it_cannot_fold() {
        let source = SOURCE.replace("rel=\"rust\"", "rel=\"copy-file\"");
        assert!(assemble(&source, &pieces()).is_err_and(|problem| problem.contains("cannot be folded")));
    }

    #[test]
    fn misses_a_placeholder() {
        let source = SOURCE.replace(POLICY, "");
        assert!(
            assemble(&source, &pieces())
                .is_err_and(|problem| problem.contains("expected 1 line `<!-- fold: policy -->`"))
        );
    }
}
