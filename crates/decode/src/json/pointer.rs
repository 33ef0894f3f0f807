//! JSON Pointers, RFC 6901.

/// Goes on to a member or an element: a slash, and its name with `~` and `/` escaped (section 3).
pub fn descend(pointer: &mut String, name: impl Iterator<Item = char>) {
    pointer.push('/');
    for character in name {
        match character {
            '~' => pointer.push_str("~0"),
            '/' => pointer.push_str("~1"),
            other => pointer.push(other),
        }
    }
}
