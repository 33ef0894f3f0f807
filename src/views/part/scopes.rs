//! Scopes: words in one string with blanks between them (RFC 6749 section 3.3).

use inspect::describe::DescribedMember;

/// The words of a `scope` or `scp` of several, as they are written. None if the string holds anything else as well.
pub fn scopes(member: &DescribedMember) -> Option<Vec<&str>> {
    if !matches!(&*member.name, "scope" | "scp") {
        return None;
    }
    let words: Vec<&str> = member.raw.strip_prefix('"')?.strip_suffix('"')?.split(' ').collect();
    let is_word = |word: &&str| !word.is_empty() && !word.contains(['\\', '"']) && !word.contains(char::is_whitespace);
    (words.len() > 1 && words.iter().all(is_word)).then_some(words)
}
