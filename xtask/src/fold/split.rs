//! Takes the code of the WASM apart by kinds of numbers, which packs a fifteenth smaller: what a local's number is, says
//! little about the next constant. src/boot/join.js puts it together again.
//!
//! The form: eight numbers of four bytes, the lowest first, that say how long the pieces are; then the pieces: what
//! stands before the content of the code section, what stands behind it, and the streams in the order of [`Stream`]. No
//! byte is added or left out.

use super::pack::{self, HEADER};
use crate::machine::Outcome;

const CODE: u8 = 10;

/// Where a number goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Stream {
    /// Opcodes, sizes, types, and all that is rare.
    Operations,
    Locals,
    /// Of loads and stores.
    Offsets,
    Constants,
    Functions,
    Branches,
}

const STREAMS: usize = 6;

pub fn split(wasm: &[u8]) -> Outcome<Vec<u8>> {
    let (start, end) = code_section(wasm)?;
    let mut splitter = Splitter { bytes: wasm, at: start, streams: Default::default() };
    let functions = splitter.number(Stream::Operations)?;
    for _ in 0..functions {
        splitter.function()?;
    }
    if splitter.at != end {
        return Err(broken(splitter.at));
    }
    let [before, after] = [wasm.get(..start).unwrap_or_default(), wasm.get(end..).unwrap_or_default()];
    let pieces = [before, after].into_iter().chain(splitter.streams.iter().map(Vec::as_slice));
    let mut split = Vec::with_capacity(wasm.len() + 4 * (2 + STREAMS));
    for piece in pieces.clone() {
        split.extend(u32::try_from(piece.len()).unwrap_or(u32::MAX).to_le_bytes());
    }
    pieces.for_each(|piece| split.extend(piece));
    Ok(split)
}

/// Where the content of the code section starts and ends.
fn code_section(wasm: &[u8]) -> Outcome<(usize, usize)> {
    let mut at = HEADER;
    while at < wasm.len() {
        let (kind, content) = pack::section(wasm, at).ok_or_else(|| broken(at))?;
        if kind == CODE {
            return Ok((content.start, content.end));
        }
        at = content.end;
    }
    Err("the WASM that Trunk built has no code".to_owned())
}

struct Splitter<'w> {
    bytes: &'w [u8],
    at: usize,
    streams: [Vec<u8>; STREAMS],
}

impl Splitter<'_> {
    fn function(&mut self) -> Outcome {
        let size = self.number(Stream::Operations)?;
        let end = self.at + size;
        for _ in 0..self.number(Stream::Operations)? {
            self.number(Stream::Operations)?;
            self.number(Stream::Operations)?;
        }
        while self.at < end {
            self.instruction()?;
        }
        Ok(())
    }

    /// WebAssembly core specification 2.0, section 5.4.
    fn instruction(&mut self) -> Outcome {
        use Stream::*;
        let start = self.at;
        let opcode = *self.bytes.get(start).ok_or_else(|| broken(start))?;
        self.raw(1)?;
        match opcode {
            // Without anything behind them: control, parametric, numeric.
            0x00 | 0x01 | 0x05 | 0x0B | 0x0F | 0x1A | 0x1B | 0x45..=0xC4 | 0xD1 => Ok(()),
            0x02..=0x04 => self.numbers(&[Operations]),
            0x0C | 0x0D => self.numbers(&[Branches]),
            0x0E => {
                let targets = self.number(Branches)?;
                (0..=targets).try_for_each(|_| self.numbers(&[Branches]))
            }
            0x10 | 0xD2 => self.numbers(&[Functions]),
            0x11 => self.numbers(&[Operations, Operations]),
            0x1C => {
                let types = self.number(Operations)?;
                (0..types).try_for_each(|_| self.numbers(&[Operations]))
            }
            0x20..=0x22 => self.numbers(&[Locals]),
            0x23..=0x26 | 0x3F | 0x40 | 0xD0 => self.numbers(&[Operations]),
            0x28..=0x3E => self.numbers(&[Operations, Offsets]),
            0x41 | 0x42 => self.numbers(&[Constants]),
            0x43 => self.raw(4),
            0x44 => self.raw(8),
            0xFC => match self.number(Operations)? {
                0..=7 => Ok(()),
                9 | 11 | 13 | 15..=17 => self.numbers(&[Operations]),
                8 | 10 | 12 | 14 => self.numbers(&[Operations, Operations]),
                _ => Err(unknown(opcode, start)),
            },
            _ => Err(unknown(opcode, start)),
        }
    }

    fn numbers(&mut self, streams: &[Stream]) -> Outcome {
        streams.iter().try_for_each(|stream| self.number(*stream).map(drop))
    }

    /// A LEB128 number, signed or not. What it says counts only where it is a small unsigned one.
    fn number(&mut self, stream: Stream) -> Outcome<usize> {
        let rest = self.bytes.get(self.at..).unwrap_or_default();
        let length = rest.iter().position(|byte| byte & 0x80 == 0).ok_or_else(|| broken(self.at))? + 1;
        let number = &rest[..length];
        self.streams[stream as usize].extend(number);
        self.at += length;
        Ok(number.iter().take(4).rev().fold(0, |value, byte| value << 7 | usize::from(byte & 0x7F)))
    }

    fn raw(&mut self, length: usize) -> Outcome {
        let end = self.at + length;
        let raw = self.bytes.get(self.at..end).ok_or_else(|| broken(self.at))?;
        self.streams[Stream::Operations as usize].extend(raw);
        self.at = end;
        Ok(())
    }
}

fn broken(at: usize) -> String {
    format!("the WASM that Trunk built cannot be read at byte {at}")
}

fn unknown(opcode: u8, at: usize) -> String {
    format!(
        "the WASM has the instruction 0x{opcode:02X} at byte {at}, which is not known here: add it to \
         xtask/src/fold/split.rs and to src/boot/join.js."
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    /// One function: (local i32) i32.const 300, local.set 0, i32.load offset=129, br_table [0 1] 2, call 7, end
    const BODY: [u8; 20] =
        [1, 1, 0x7F, 0x41, 0xAC, 0x02, 0x21, 0, 0x28, 2, 0x81, 0x01, 0x0E, 2, 0, 1, 2, 0x10, 7, 0x0B];

    fn module(body: &[u8]) -> Vec<u8> {
        let function = [&[1, body.len() as u8], body].concat();
        [&b"\0asm\x01\0\0\0"[..], &[10, function.len() as u8], &function, &[11, 1, 0]].concat()
    }

    #[test]
    fn sorts_numbers_by_their_kind() {
        let streams: [&[u8]; STREAMS] = [
            &[1, 20, 1, 1, 0x7F, 0x41, 0x21, 0x28, 2, 0x0E, 0x10, 0x0B],
            &[0],
            &[0x81, 0x01],
            &[0xAC, 0x02],
            &[7],
            &[2, 0, 1, 2],
        ];
        let wasm = module(&BODY);
        let [before, after]: [&[u8]; 2] = [&wasm[..10], &[11, 1, 0]];
        let pieces = [before, after].into_iter().chain(streams);
        let lengths = pieces.clone().flat_map(|piece| (piece.len() as u32).to_le_bytes());
        let expected: Vec<u8> = lengths.chain(pieces.clone().flatten().copied()).collect();
        assert_eq!(split(&wasm), Ok(expected));
    }

    #[test]
    fn names_an_instruction_that_it_does_not_know() {
        let problem = split(&module(&[0, 0xFD, 0, 0x0B])).err().unwrap_or_default();
        assert!(problem.contains("the instruction 0xFD at byte 13"), "{problem}");
    }

    #[test]
    fn refuses_a_module_that_is_cut_off() {
        let wasm = module(&BODY);
        for length in 9..wasm.len() - 4 {
            assert!(split(&wasm[..length]).is_err(), "{length}");
        }
    }
}
