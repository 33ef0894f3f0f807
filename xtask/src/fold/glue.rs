//! Turns the module that wasm-bindgen writes into a plain script that names no network and no markup API.

use crate::machine::Outcome;

/// These load the WASM over the network. Ours is in the page, and src/boot/start.js hands it to `initSync`.
const LOADERS: [&str; 3] =
    ["async function __wbg_load(", "async function __wbg_init(", "async function __wbg_init_once("];
/// Yew imports this for `Html::from_html_unchecked`, which we never use and which the policy would refuse.
const MARKUP: &str = "arg0.innerHTML = getStringFromWasm0(arg1, arg2);";
const MARKUP_REFUSED: &str = "throw new Error('this page writes text, never markup');";

pub fn plain_script(glue: &str) -> Outcome<String> {
    let mut script = glue.to_owned();
    for loader in LOADERS {
        script = without_function(&script, loader)?;
    }
    let script = script
        .replace(MARKUP, MARKUP_REFUSED)
        .lines()
        .filter(|line| !line.starts_with("export {") && *line != "let __wbg_init_promise;")
        .map(|line| line.strip_prefix("export ").unwrap_or(line))
        .fold(String::new(), |script, line| script + line + "\n");
    let script = without_comments(&script);
    for word in ["import ", "import.meta", "import(", "export "] {
        if script
            .lines()
            .any(|line| line.starts_with(word) || (word != "import " && word != "export " && line.contains(word)))
        {
            return Err(format!(
                "wasm-bindgen's script still says `{word}`, which works only in a module of its own. A dependency brings \
                 JavaScript along, or wasm-bindgen writes another form now: mend xtask/src/fold/glue.rs."
            ));
        }
    }
    if !script.contains("function initSync(") {
        return Err("wasm-bindgen's script has no function `initSync`, which src/boot/start.js calls.".to_owned());
    }
    Ok(script)
}

/// A function that runs the script and gives what it exports. Nothing of it is run before it is called.
pub fn function(glue: &str) -> Outcome<String> {
    let exported = glue.lines().filter_map(|line| line.strip_prefix("export function ")?.split_once('('));
    let names: Vec<&str> = exported.map(|(name, _)| name).chain(["initSync"]).collect();
    Ok(format!("() => {{\n'use strict';\n{}return {{ {} }};\n}}", plain_script(glue)?, names.join(", ")))
}

/// The script without the lines that are nothing but a comment. Neither wasm-bindgen's nor ours has a text that runs over
/// a line, so a line that begins like a comment is one; so is one that begins with a star, inside a comment of several lines.
pub fn without_comments(script: &str) -> String {
    let is_code = |line: &&str| !(line.is_empty() || ["//", "/**", "*"].iter().any(|opens| line.starts_with(opens)));
    script.lines().filter(|line| is_code(&line.trim_start())).fold(String::new(), |script, line| script + line + "\n")
}

/// The script without one function of the outermost level, which ends at the first closing brace in the first column.
fn without_function(script: &str, opens: &str) -> Outcome<String> {
    let unknown = || {
        format!(
            "wasm-bindgen's script has no `{opens}…)` to cut out. It writes another form now: see what loads the WASM \
             there, and mend xtask/src/fold/glue.rs."
        )
    };
    let (before, after) = script.split_once(&format!("\n{opens}")).ok_or_else(unknown)?;
    let (_, rest) = after.split_once("\n}\n").ok_or_else(unknown)?;
    Ok(format!("{before}\n{rest}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    const GLUE: &str = "\
export function reads() {
    // a note
    arg0.innerHTML = getStringFromWasm0(arg1, arg2);
}
async function __wbg_load(module, imports) {
    function inner() {
    }
    fetch(module);
}

function initSync(module) {
    return module;
}
let __wbg_init_promise;
async function __wbg_init(path) {
    return 1;
}

async function __wbg_init_once(path) {
    return new URL('x.wasm', import.meta.url);
}

export { initSync, __wbg_init as default };
";

    #[test]
    fn leaves_no_loader_no_module_syntax_and_no_markup() {
        let expected = "function reads() {\n    throw new Error('this page writes text, never markup');\n}\n\
                        function initSync(module) {\n    return module;\n}\n";
        assert_eq!(plain_script(GLUE), Ok(expected.to_owned()));
    }

    #[test]
    fn a_function_gives_what_the_script_exports() {
        let function = function(GLUE).unwrap_or_default();
        assert!(function.starts_with("() => {\n'use strict';\nfunction reads() {\n"), "{function}");
        assert!(function.ends_with("return { reads, initSync };\n}"), "{function}");
    }

    #[test]
    fn drops_lines_that_are_comments_alone() {
        assert_eq!(without_comments("/**\n * a\n */\nx;\n"), "x;\n");
        assert_eq!(without_comments("// a\n  /** b */\n\nx; // c\n"), "x; // c\n");
    }

    #[test]
    fn says_so_when_wasm_bindgen_changes() {
        let problem = plain_script(&GLUE.replace("__wbg_load", "__wbg_bring")).err().unwrap_or_default();
        assert!(problem.contains("no `async function __wbg_load(…)` to cut out"), "{problem}");
    }

    #[test]
    fn refuses_javascript_that_a_dependency_brings() {
        let problem =
            plain_script(&format!("import {{ x }} from './snippets/x.js';\n{GLUE}")).err().unwrap_or_default();
        assert!(problem.contains("still says `import `"), "{problem}");
    }
}
