//! Gives what the script and the WASM call each other by short names: wasm-bindgen's end in hashes, which do not pack.

use super::pack::{self, HEADER};
use crate::machine::Outcome;

const IMPORTS: u8 = 2;
const EXPORTS: u8 = 7;

/// The script and the WASM with every import of the script's and every export renamed in both.
pub fn names(script: &str, wasm: &[u8]) -> Outcome<(String, Vec<u8>)> {
    let mut names = Names { script, shortened: Vec::new() };
    let mut shortened = wasm.get(..HEADER).unwrap_or_default().to_vec();
    let mut at = HEADER;
    while at < wasm.len() {
        let (kind, content) = pack::section(wasm, at).ok_or_else(broken)?;
        let section = &wasm[content.clone()];
        let renamed = match kind {
            IMPORTS => entries(section, 2, import_type, &mut names)?,
            EXPORTS => entries(section, 1, |bytes, at| Ok(number(bytes, at + 1)?.1), &mut names)?,
            _ => section.to_vec(),
        };
        shortened.push(kind);
        push_number(&mut shortened, renamed.len());
        shortened.extend(renamed);
        at = content.end;
    }
    let mut script = script.to_owned();
    // The longest first: a name may be the beginning of another.
    let mut names = names.shortened;
    names.sort_by_key(|(name, _)| std::cmp::Reverse(name.len()));
    for (name, short) in &names {
        script = script.replace(name, short);
    }
    Ok((script, shortened))
}

struct Names<'s> {
    script: &'s str,
    /// Names and what they become.
    shortened: Vec<(String, String)>,
}

impl Names<'_> {
    /// Only names that wasm-bindgen made up, and that the script uses: an export that nobody calls stays as it is.
    fn short(&mut self, name: &str) -> String {
        if !name.starts_with("__") || !self.script.contains(name) {
            return name.to_owned();
        }
        if let Some((_, short)) = self.shortened.iter().find(|(known, _)| known == name) {
            return short.clone();
        }
        let short = format!("_{}", self.shortened.len());
        self.shortened.push((name.to_owned(), short.clone()));
        short
    }
}

/// A section that is a count and as many entries, each of `texts` names and what `end_of` tells the end of. The last of
/// the names is shortened.
fn entries(
    section: &[u8],
    texts: usize,
    end_of: fn(&[u8], usize) -> Outcome<usize>,
    names: &mut Names,
) -> Outcome<Vec<u8>> {
    let (count, mut at) = number(section, 0)?;
    let mut shortened = section.get(..at).unwrap_or_default().to_vec();
    for _ in 0..count {
        for text in 1..=texts {
            let (length, start) = number(section, at)?;
            at = start + length;
            let name = section.get(start..at).and_then(|name| std::str::from_utf8(name).ok()).ok_or_else(broken)?;
            let name = if text == texts { names.short(name) } else { name.to_owned() };
            push_number(&mut shortened, name.len());
            shortened.extend(name.as_bytes());
        }
        let end = end_of(section, at)?;
        shortened.extend(section.get(at..end).ok_or_else(broken)?);
        at = end;
    }
    Ok(shortened)
}

/// Where the type of an import ends: of a function, or of a table, a memory or a global, which the script has none of.
fn import_type(section: &[u8], at: usize) -> Outcome<usize> {
    match section.get(at) {
        Some(0) => Ok(number(section, at + 1)?.1),
        _ => Err("the WASM imports something that is no function: mend xtask/src/fold/shorten.rs.".to_owned()),
    }
}

fn number(bytes: &[u8], at: usize) -> Outcome<(usize, usize)> {
    pack::length(bytes, at).ok_or_else(broken)
}

fn push_number(bytes: &mut Vec<u8>, mut value: usize) {
    while value >= 0x80 {
        bytes.push((value & 0x7f) as u8 | 0x80);
        value >>= 7;
    }
    bytes.push(value as u8);
}

fn broken() -> String {
    "the WASM that Trunk built ends in the middle of a name".to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// One import `m.__wbg_focus_0123` of a function, one export `__wbindgen_malloc` and one `memory`.
    fn wasm(focus: &str, malloc: &str) -> Vec<u8> {
        let name = |name: &str| [&[name.len() as u8], name.as_bytes()].concat();
        let imports = [vec![1], name("m"), name(focus), vec![0, 5]].concat();
        let exports = [vec![2], name(malloc), vec![0, 7], name("memory"), vec![2, 0]].concat();
        let section = |kind: u8, content: Vec<u8>| [vec![kind, content.len() as u8], content].concat();
        [b"\0asm\x01\0\0\0".to_vec(), section(2, imports), section(7, exports), section(10, vec![1, 2])].concat()
    }

    #[test]
    fn renames_on_both_sides() {
        let script = "{ __wbg_focus_0123: f }; wasm.__wbindgen_malloc(1); wasm.memory";
        let (script, shortened) = names(script, &wasm("__wbg_focus_0123", "__wbindgen_malloc")).unwrap_or_default();
        assert_eq!(script, "{ _0: f }; wasm._1(1); wasm.memory");
        assert_eq!(shortened, wasm("_0", "_1"));
    }

    #[test]
    fn leaves_alone_what_the_script_does_not_name() {
        let whole = wasm("__wbg_focus_0123", "__instance_terminated");
        let (script, shortened) = names("{ __wbg_focus_0123: f }", &whole).unwrap_or_default();
        assert_eq!((&*script, shortened), ("{ _0: f }", wasm("_0", "__instance_terminated")));
    }

    #[test]
    fn refuses_a_module_that_is_cut_off() {
        let whole = wasm("__wbg_focus_0123", "__wbindgen_malloc");
        assert!(names("", &whole[..20]).is_err());
    }
}
