//! How much is read of one text, so that hostile input costs a bounded amount of time and memory.

/// How many JSON objects and arrays may stand inside each other. RFC 8259 section 9 allows such a limit.
pub const JSON_DEPTH: usize = 128;

/// How many faults are told of one JSON text that do not keep it from being read on. The one that does is always told.
pub const FAULTS_TOLD: usize = 1_000;

/// Into how many segments a compact token is taken apart. The last one holds all the rest, with its dots. No serialization
/// has more than five, and splitting without end has exhausted other readers (CVE-2025-30204).
pub const SEGMENTS: usize = 1_000;

/// How many tokens may stand inside each other.
pub const NESTED_DEPTH: usize = 16;

/// How many tokens may stand inside one token, at all depths together.
pub const NESTED_COUNT: usize = 100;

/// How many texts in another form, such as base64, may stand inside each other.
pub const EMBEDDED_DEPTH: usize = 3;

/// How many bytes the compressed payloads of one token and of all tokens in it may inflate to.
pub const INFLATED_PER_TOKEN: usize = 5_000_000;

/// How many bytes all compressed payloads of one text may inflate to.
pub const INFLATED_PER_TEXT: usize = 4 * INFLATED_PER_TOKEN;

/// What may still be read of one token and of all tokens in it.
pub(crate) struct Remaining {
    /// How many more nested tokens.
    pub(crate) nested_tokens: usize,
    /// How many more bytes compressed payloads may inflate to.
    pub(crate) inflated_bytes: usize,
}

impl Remaining {
    /// For the next token of a text whose compressed payloads may still inflate to `inflated_bytes`.
    pub(crate) fn for_token(inflated_bytes: usize) -> Self {
        Self { nested_tokens: NESTED_COUNT, inflated_bytes: inflated_bytes.min(INFLATED_PER_TOKEN) }
    }
}
