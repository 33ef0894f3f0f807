//! Short texts in longer ones. The search of the standard library is made for long ones, and is larger than all that
//! asks for it here.

/// Where the first of them begins, in bytes of the text.
pub fn first(text: &str, wanted: &str) -> Option<usize> {
    let (start, rest) = wanted.as_bytes().split_first()?;
    let mut behind = text.as_bytes();
    while let Some(at) = behind.iter().position(|byte| byte == start) {
        behind = behind.get(at + 1..)?;
        if behind.starts_with(rest) {
            return Some(text.len() - behind.len() - 1);
        }
    }
    None
}

/// Where the last of them begins, in bytes of the text.
pub fn last(text: &str, wanted: &str) -> Option<usize> {
    let (start, rest) = wanted.as_bytes().split_first()?;
    let mut before = text.as_bytes();
    while let Some(at) = before.iter().rposition(|byte| byte == start) {
        if text.as_bytes().get(at + 1..)?.starts_with(rest) {
            return Some(at);
        }
        before = before.get(..at)?;
    }
    None
}

pub fn holds(text: &str, wanted: &str) -> bool {
    first(text, wanted).is_some()
}

/// What stands before the first of them and what behind it.
pub fn around<'t>(text: &'t str, wanted: &str) -> Option<(&'t str, &'t str)> {
    let (before, rest) = text.split_at_checked(first(text, wanted)?)?;
    Some((before, rest.get(wanted.len()..)?))
}

/// The text with another in the place of each.
pub fn replaced(text: &str, wanted: &str, other: &str) -> String {
    let mut whole = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, behind)) = around(rest, wanted) {
        whole.push_str(before);
        whole.push_str(other);
        rest = behind;
    }
    whole.push_str(rest);
    whole
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_what_the_standard_library_finds() {
        let texts = ["", "a", "aa", "aaa", "aab", "abaab", "ababab", "é€é", "x--y--z", "---", "€"];
        for text in texts {
            for wanted in ["a", "aa", "ab", "aab", "é", "€é", "--", "-", "abaab", "abaabx"] {
                assert_eq!(first(text, wanted), text.find(wanted), "{wanted} in {text}");
                assert_eq!(last(text, wanted), text.rfind(wanted), "{wanted} in {text}");
                assert_eq!(holds(text, wanted), text.contains(wanted), "{wanted} in {text}");
                assert_eq!(around(text, wanted), text.split_once(wanted), "{wanted} in {text}");
                assert_eq!(replaced(text, wanted, "+é"), text.replace(wanted, "+é"), "{wanted} in {text}");
            }
        }
    }
}
