//! JSON strings. RFC 8259 section 7.

use super::Text;
use super::parser::Parser;
use crate::Span;
use crate::error::{Expected, FaultKind};

impl Parser<'_> {
    /// RFC 8259 section 7: string = `"` *char `"`. None if its end cannot be read.
    pub(super) fn string(&mut self) -> Option<Text> {
        self.at += 1;
        let mut text = Text::default();
        loop {
            let plain = self.bytes.get(self.at..).unwrap_or_default();
            let length = plain.iter().position(|byte| matches!(byte, b'"' | b'\\' | 0..=0x1F)).unwrap_or(plain.len());
            self.plain_text(length, &mut text);
            match self.peek() {
                Some(b'"') => {
                    self.at += 1;
                    return Some(text);
                }
                Some(b'\\') => {
                    text.escaped = true;
                    self.escape(&mut text)?;
                }
                Some(control) => {
                    self.fault(FaultKind::ControlCharacter(control), Span::new(self.at, self.at + 1));
                    text.text.push(char::from(control));
                    self.at += 1;
                }
                None => {
                    self.unexpected(Expected::EndOfString, None);
                    return None;
                }
            }
        }
    }

    /// Adds the next `length` bytes to `text`. Each byte that is not UTF-8 becomes U+FFFD and a fault.
    fn plain_text(&mut self, length: usize, text: &mut Text) {
        let end = self.at + length;
        let bytes = self.bytes;
        for chunk in Span::new(self.at, end).of(bytes).utf8_chunks() {
            text.text.push_str(chunk.valid());
            self.at += chunk.valid().len();
            for &byte in chunk.invalid() {
                text.text.push('\u{FFFD}');
                self.fault(FaultKind::InvalidUtf8(byte), Span::new(self.at, self.at + 1));
                self.at += 1;
            }
        }
    }

    /// RFC 8259 section 7: char = unescaped / `\` followed by one of the escape characters. None if it is no such escape.
    fn escape(&mut self, text: &mut Text) -> Option<()> {
        let start = self.at;
        self.at += 1;
        let Some(letter) = self.peek() else {
            self.unexpected(Expected::EscapedCharacter, None);
            return None;
        };
        let plain = match letter {
            b'"' => '"',
            b'\\' => '\\',
            b'/' => '/',
            b'b' => '\u{8}',
            b'f' => '\u{c}',
            b'n' => '\n',
            b'r' => '\r',
            b't' => '\t',
            b'u' => {
                self.at += 1;
                return self.unicode_escape(text);
            }
            _ => {
                let found = self.character();
                self.fault(FaultKind::BadEscape(found), Span::new(start, self.at + 1));
                return None;
            }
        };
        text.text.push(plain);
        self.at += 1;
        Some(())
    }

    /// The code unit after `\u`, or both of a surrogate pair. A lone surrogate becomes U+FFFD: RFC 8259 section 8.2.
    fn unicode_escape(&mut self, text: &mut Text) -> Option<()> {
        let unit = self.hex()?;
        if let Some(character) = char::from_u32(u32::from(unit)) {
            text.text.push(character);
            return Some(());
        }
        let before_low = self.at;
        if unit < 0xDC00 && self.bytes.get(self.at..).unwrap_or_default().starts_with(b"\\u") {
            self.at += 2;
            let low = self.hex()?;
            if let Some(Ok(character)) = char::decode_utf16([unit, low]).next() {
                text.text.push(character);
                return Some(());
            }
            self.at = before_low;
        }
        text.lone_surrogates.push((text.text.len(), unit));
        text.text.push('\u{FFFD}');
        Some(())
    }

    /// Four hexadecimal digits.
    fn hex(&mut self) -> Option<u16> {
        let mut unit: u16 = 0;
        for _ in 0..4 {
            let Some(digit) = self.peek().and_then(|byte| char::from(byte).to_digit(16)) else {
                self.unexpected(Expected::HexDigit, None);
                return None;
            };
            unit = unit << 4 | digit as u16;
            self.at += 1;
        }
        Some(unit)
    }
}
