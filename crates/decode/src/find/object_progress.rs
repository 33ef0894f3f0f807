//! How far the JSON object in a base64url segment has come while the segment is being collected.

use crate::base64url;

/// Decodes a segment one character at a time and follows the JSON object in it: enough of a JSON reader to tell
/// whether the object is open, complete or broken.
#[derive(Debug, Clone, Default)]
pub(super) struct ObjectProgress {
    /// Decoded bits that do not fill a byte yet.
    bits: u32,
    bit_count: u32,
    /// How many base64 characters were read.
    pub(super) length: usize,
    /// How many decoded bytes were read.
    byte_count: usize,
    /// How many objects and arrays are open.
    depth: usize,
    in_string: bool,
    after_backslash: bool,
    /// How many bytes of a UTF-8 sequence are still to come.
    missing_utf8_bytes: u8,
    /// The segment begins with `{`, possibly after whitespace or a byte-order mark.
    pub(super) is_object: bool,
    /// A member's name and its colon were read: `{"alg":`
    pub(super) has_name: bool,
    /// The object's last brace was read.
    pub(super) is_complete: bool,
    /// A byte was read that no JSON text has at its place.
    pub(super) is_broken: bool,
}

impl ObjectProgress {
    pub(super) fn push(&mut self, symbol: u8) {
        let Some(value) = base64url::value_of(symbol) else { return };
        self.length += 1;
        self.bits = self.bits << 6 | u32::from(value);
        self.bit_count += 6;
        if self.bit_count >= 8 {
            self.bit_count -= 8;
            self.byte((self.bits >> self.bit_count) as u8);
            self.bits &= 0xFF;
        }
    }

    fn byte(&mut self, byte: u8) {
        self.byte_count += 1;
        if !self.is_object {
            match byte {
                b' ' | b'\t' | b'\r' | b'\n' => {}
                0xEF | 0xBB | 0xBF if self.byte_count <= 3 => {}
                b'{' if !self.is_broken => {
                    self.is_object = true;
                    self.depth = 1;
                }
                _ => self.is_broken = true,
            }
            return;
        }
        if self.missing_utf8_bytes > 0 {
            self.missing_utf8_bytes -= 1;
            self.is_broken |= byte & 0xC0 != 0x80;
            return;
        }
        if self.in_string {
            self.string_byte(byte);
            return;
        }
        match byte {
            b'"' if self.depth > 0 => self.in_string = true,
            b'{' | b'[' if self.depth > 0 => self.depth += 1,
            b'}' | b']' if self.depth > 0 => {
                self.depth -= 1;
                self.is_complete = self.depth == 0;
            }
            b':' => self.has_name = true,
            b' ' | b'\t' | b'\r' | b'\n' => {}
            b',' | b'0'..=b'9' | b'+' | b'-' | b'.' | b'a'..=b'z' | b'E' if self.depth > 0 => {}
            _ => self.is_broken = true,
        }
    }

    /// RFC 8259 section 7 for the characters, RFC 3629 section 4 for their bytes.
    fn string_byte(&mut self, byte: u8) {
        match byte {
            _ if self.after_backslash => {
                self.after_backslash = false;
                self.is_broken |= !byte.is_ascii();
            }
            b'\\' => self.after_backslash = true,
            b'"' => self.in_string = false,
            0..=0x1F | 0x80..=0xC1 | 0xF5..=0xFF => self.is_broken = true,
            0xC2..=0xDF => self.missing_utf8_bytes = 1,
            0xE0..=0xEF => self.missing_utf8_bytes = 2,
            0xF0..=0xF4 => self.missing_utf8_bytes = 3,
            _ => {}
        }
    }
}
