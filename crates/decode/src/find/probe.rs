//! Follows a segment while it is collected: is it still JSON, and is the object whole?

use super::super::base64url;

/// Enough of a JSON reader to tell how far an object has come, a character at a time.
#[derive(Debug, Clone, Default)]
pub(super) struct Probe {
    bits: u32,
    bit_count: u32,
    pub(super) length: usize,
    seen: usize,
    depth: usize,
    in_string: bool,
    escaped: bool,
    /// How many bytes of a UTF-8 sequence are still to come.
    continuation: u8,
    /// Begins like a JSON object, perhaps behind whitespace or a byte-order mark.
    pub(super) is_object: bool,
    /// A member's name was read: `{"alg":`
    pub(super) has_name: bool,
    /// The object's last brace was read.
    pub(super) is_complete: bool,
    /// Something came that no JSON text holds there.
    pub(super) is_broken: bool,
}

impl Probe {
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
        self.seen += 1;
        if !self.is_object {
            match byte {
                b' ' | b'\t' | b'\r' | b'\n' => {}
                0xEF | 0xBB | 0xBF if self.seen <= 3 => {}
                b'{' => {
                    self.is_object = true;
                    self.depth = 1;
                }
                _ => self.is_broken = true,
            }
            return;
        }
        if self.continuation > 0 {
            self.continuation -= 1;
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

    fn string_byte(&mut self, byte: u8) {
        match byte {
            _ if self.escaped => {
                self.escaped = false;
                self.is_broken |= !byte.is_ascii();
            }
            b'\\' => self.escaped = true,
            b'"' => self.in_string = false,
            0..=0x1F | 0x80..=0xC1 | 0xF5..=0xFF => self.is_broken = true,
            0xC2..=0xDF => self.continuation = 1,
            0xE0..=0xEF => self.continuation = 2,
            0xF0..=0xF4 => self.continuation = 3,
            _ => {}
        }
    }
}
