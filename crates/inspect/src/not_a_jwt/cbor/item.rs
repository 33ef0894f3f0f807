//! Reads CBOR as far as it must be known to be it: RFC 8949 section 3.

/// A data item.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Item<'b> {
    Unsigned(u64),
    Bytes(&'b [u8]),
    Text(&'b str),
    Array(Vec<Item<'b>>),
    Map(Vec<(Item<'b>, Item<'b>)>),
    Tag(u64, Box<Item<'b>>),
    /// A negative number, a float, true, false, null, or what is written in pieces.
    Other,
}

/// How deep items may stand inside each other, and how many there may be.
const DEPTH: usize = 16;
const COUNT: usize = 20_000;

/// The item that these bytes are, and nothing behind it. If they need not be whole, the end may be missing.
pub(super) fn read(bytes: &[u8], is_whole: bool) -> Option<Item<'_>> {
    let mut reader = ItemReader { rest: bytes, count: 0, may_end: !is_whole };
    let item = reader.item(0)?;
    (reader.rest.is_empty() || !is_whole).then_some(item)
}

/// The text string that these bytes begin with, or a date as text (tag 0).
pub(super) fn text(bytes: &[u8]) -> Option<&str> {
    match (ItemReader { rest: bytes, count: 0, may_end: false }).item(0)? {
        Item::Text(text) => Some(text),
        Item::Tag(0, inner) => match *inner {
            Item::Text(text) => Some(text),
            _ => None,
        },
        _ => None,
    }
}

impl<'b> Item<'b> {
    /// The value of this text in a map.
    pub fn member(&self, name: &str) -> Option<&Item<'b>> {
        let Item::Map(pairs) = self else { return None };
        pairs.iter().find(|(key, _)| *key == Item::Text(name)).map(|(_, value)| value)
    }

    /// The value of this number in a map.
    pub fn at(&self, number: u64) -> Option<&Item<'b>> {
        let Item::Map(pairs) = self else { return None };
        pairs.iter().find(|(key, _)| *key == Item::Unsigned(number)).map(|(_, value)| value)
    }

    /// Whether it is a map of which most keys are texts, as few random bytes are.
    pub fn has_names(&self) -> bool {
        let Item::Map(pairs) = self else { return false };
        let named = pairs.iter().filter(|(key, _)| matches!(key, Item::Text(name) if name.len() > 1)).count();
        named * 2 > pairs.len()
    }

    pub fn seconds(&self) -> Option<i64> {
        match self {
            Item::Unsigned(number) => i64::try_from(*number).ok(),
            _ => None,
        }
    }

    /// The payload of a COSE_Sign1, tagged or not: RFC 9052 section 4.2.
    pub fn signed(&self) -> Option<&'b [u8]> {
        match self {
            // A CBOR Web Token may have a tag of its own around: RFC 8392 section 6.
            Item::Tag(18 | 61, inner) => inner.signed(),
            Item::Array(parts) => match parts.as_slice() {
                [Item::Bytes(_), Item::Map(_), Item::Bytes(payload), Item::Bytes(_)] => Some(payload),
                _ => None,
            },
            _ => None,
        }
    }
}

struct ItemReader<'b> {
    rest: &'b [u8],
    count: usize,
    /// The bytes may end inside an item.
    may_end: bool,
}

impl<'b> ItemReader<'b> {
    fn item(&mut self, depth: usize) -> Option<Item<'b>> {
        self.count += 1;
        if depth > DEPTH || self.count > COUNT {
            return None;
        }
        let (first, rest) = self.rest.split_first()?;
        self.rest = rest;
        let (major, short) = (first >> 5, first & 0x1F);
        if short == 31 {
            return self.in_pieces(major, depth);
        }
        let argument = self.argument(short)?;
        Some(match major {
            0 => Item::Unsigned(argument),
            2 => Item::Bytes(self.take(argument)?),
            3 => Item::Text(std::str::from_utf8(self.take(argument)?).ok()?),
            4 => Item::Array(self.items(argument, depth)?),
            5 => Item::Map(pairs(self.items(argument.checked_mul(2)?, depth)?)),
            6 => Item::Tag(argument, Box::new(self.item(depth + 1)?)),
            _ => Item::Other,
        })
    }

    fn argument(&mut self, short: u8) -> Option<u64> {
        let length = match short {
            0..=23 => return Some(u64::from(short)),
            24..=27 => 1_u64 << (short - 24),
            _ => return None,
        };
        Some(self.take(length)?.iter().fold(0, |number, byte| number << 8 | u64::from(*byte)))
    }

    fn take(&mut self, length: u64) -> Option<&'b [u8]> {
        let length = usize::try_from(length).ok()?;
        if self.may_end && length > self.rest.len() {
            return Some(std::mem::take(&mut self.rest));
        }
        let (taken, rest) = self.rest.split_at_checked(length)?;
        self.rest = rest;
        Some(taken)
    }

    fn items(&mut self, count: u64, depth: usize) -> Option<Vec<Item<'b>>> {
        let mut items = Vec::new();
        for _ in 0..count {
            if self.may_end && self.rest.is_empty() {
                break;
            }
            items.push(self.item(depth + 1)?);
        }
        Some(items)
    }

    /// An item of unknown length, up to the break.
    fn in_pieces(&mut self, major: u8, depth: usize) -> Option<Item<'b>> {
        let mut items = Vec::new();
        while self.rest.first() != Some(&0xFF) {
            items.push(self.item(depth + 1)?);
        }
        self.rest = self.rest.get(1..)?;
        match major {
            2 | 3 => Some(Item::Other),
            4 => Some(Item::Array(items)),
            5 => Some(Item::Map(pairs(items))),
            _ => None,
        }
    }
}

fn pairs<'b>(items: Vec<Item<'b>>) -> Vec<(Item<'b>, Item<'b>)> {
    let mut items = items.into_iter();
    let mut pairs = Vec::new();
    while let Some(pair) = items.next().zip(items.next()) {
        pairs.push(pair);
    }
    pairs
}
