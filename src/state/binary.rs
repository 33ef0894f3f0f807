//! Files that are no text, told by the bytes they begin with.

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BinaryForm {
    Png,
    Pdf,
    Zip,
    Gzip,
    Sqlite,
}

/// The bytes that a file of each form begins with: RFC 2083 section 3.1 (PNG), PDF Reference 1.7 section 3.4.1, PKWARE's
/// APPNOTE section 4.3.7 (ZIP), RFC 1952 section 2.3.1 (gzip; its third byte is the method, DEFLATE) and SQLite's
/// "Database File Format" section 1.3.
const SIGNATURES: [(&[u8], BinaryForm); 5] = [
    (b"\x89PNG\r\n\x1A\n", BinaryForm::Png),
    (b"%PDF-", BinaryForm::Pdf),
    (b"PK\x03\x04", BinaryForm::Zip),
    (b"\x1F\x8B\x08", BinaryForm::Gzip),
    (b"SQLite format 3\0", BinaryForm::Sqlite),
];

impl BinaryForm {
    /// Of a file with these bytes at its beginning; None for any other file.
    pub fn of(beginning: &[u8]) -> Option<Self> {
        SIGNATURES.iter().find(|(signature, _)| beginning.starts_with(signature)).map(|(_, form)| *form)
    }

    /// What it is, and how to get at a token inside it.
    pub fn sentence(self) -> &'static str {
        match self {
            Self::Png => "This is a PNG image. Text in a picture cannot be read here: copy the token as text.",
            Self::Pdf => "This is a PDF document. Its text may be compressed: open it and copy the token as text.",
            Self::Zip => "This is a ZIP archive. Unpack it and open the file inside.",
            Self::Gzip => "This is a gzip file. Unpack it and open the file inside.",
            Self::Sqlite => "This is an SQLite database. Export the rows with the token as text.",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tells_files_by_their_first_bytes() {
        for (beginning, form) in [
            (&b"\x89PNG\r\n\x1A\n\0\0\0\rIHDR"[..], Some(BinaryForm::Png)),
            (b"%PDF-1.7\n", Some(BinaryForm::Pdf)),
            (b"PK\x03\x04\x14\0", Some(BinaryForm::Zip)),
            (b"\x1F\x8B\x08\0", Some(BinaryForm::Gzip)),
            (b"SQLite format 3\0\x10\0", Some(BinaryForm::Sqlite)),
        ] {
            assert_eq!(BinaryForm::of(beginning), form);
        }
    }

    #[test]
    fn says_nothing_of_texts() {
        for text in
            ["", "PNG", "PDF-1.7", "PK is short for public key", "SQLite format 3 is a format", " %PDF-", "%PDF"]
        {
            assert_eq!(BinaryForm::of(text.as_bytes()), None, "{text}");
        }
    }
}
