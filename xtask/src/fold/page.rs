//! Puts the pieces into index.html.

use super::policy;
use crate::machine::Outcome;

const POLICY: &str = "<!-- fold: policy -->";
const FIRST: &str = "<!-- fold: first script -->";
const START: &str = "<!-- fold: wasm and start script -->";

pub(super) const POLICY_OPENS: &str = "<meta http-equiv=\"Content-Security-Policy\" content=\"";
pub(super) const WASM_OPENS: &str = "<script type=\"application/octet-stream\" id=\"wasm\">";
pub(super) const SCRIPT_OPENS: &str = "<script>";
pub(super) const SCRIPT_CLOSES: &str = "</script>";
pub(super) const STYLE_OPENS: &str = "<style>";
pub(super) const STYLE_CLOSES: &str = "</style>";

/// What goes into the page.
pub struct Pieces {
    pub style: String,
    /// Runs before anything is shown.
    pub first: String,
    /// Unpacks the WASM and starts the app.
    pub start: String,
    /// Packed and in base64.
    pub wasm: String,
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
    for (name, script) in [("first", &pieces.first), ("start", &pieces.start)] {
        refuse(script, &format!("the {name} script"), &["<script", "</script", "<!--", "\r", "\0"])?;
    }
    refuse(&pieces.style, "a stylesheet", &["</", "<!--", "\r", "\0"])?;
    for placeholder in [POLICY, FIRST, START] {
        let count = source.lines().filter(|line| line.trim() == placeholder).count();
        if count != 1 {
            return Err(format!("index.html: expected one line `{placeholder}`, but found {count}"));
        }
    }

    let policy = policy::policy(&[&pieces.first, &pieces.start], &pieces.style);
    let mut style = Some(&pieces.style); // in the place of the first stylesheet
    let mut html = String::new();
    for line in source.lines() {
        match line.trim() {
            POLICY => html += &format!("{POLICY_OPENS}{policy}\">\n"),
            FIRST => html += &format!("{SCRIPT_OPENS}{}{SCRIPT_CLOSES}\n", pieces.first),
            START => {
                // In this order, so that the script stands near the styles, where gzip finds what they share.
                html += &format!("{SCRIPT_OPENS}{}{SCRIPT_CLOSES}\n", pieces.start);
                html += &format!("{WASM_OPENS}{}{SCRIPT_CLOSES}\n", pieces.wasm);
            }
            link if is_stylesheet(link) => {
                if let Some(style) = style.take() {
                    html += &format!("{STYLE_OPENS}{style}{STYLE_CLOSES}\n");
                }
            }
            link if link.contains("data-trunk") => {
                if attribute(link, "rel") != Some("rust") {
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
        <link data-trunk rel=\"css\" href=\"b.css\">\n</head>\n\n<!-- fold: wasm and start script -->\n";

    fn pieces() -> Pieces {
        Pieces { style: "p{}".into(), first: "1;".into(), start: "2;".into(), wasm: "AAEC".into() }
    }

    #[test]
    fn names_the_stylesheets_in_order() {
        assert_eq!(stylesheets(SOURCE), Ok(vec!["a.css", "b.css"]));
    }

    #[test]
    fn what_is_put_together_comes_apart_again() {
        let html = assemble(SOURCE, &pieces()).unwrap_or_default();
        let parts =
            Parts::of(&html).map(|parts| (parts.style.to_owned(), parts.scripts.join("|"), parts.wasm_packed()));
        assert_eq!(parts, Ok(("p{}".into(), "1;|2;".into(), Ok(vec![0, 1, 2]))));
        assert!(html.starts_with("<head>\n<meta charset=\"utf-8\">\n<meta http-equiv=\"Content-Security-Policy\""));
        assert!(!html.contains("data-trunk") && !html.contains("fold:"));
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
                .is_err_and(|problem| problem.contains("expected one line `<!-- fold: policy -->`"))
        );
    }
}
