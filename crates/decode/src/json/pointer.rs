//! JSON Pointers, RFC 6901.

/// Extends a pointer to a member or element: adds a slash and its name, with `~` and `/` escaped (section 3).
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
