//! Masks that people put in place of a part of a token before they show it: `[REDACTED]`, `****`, `<signature removed>`.

/// The most characters between the brackets of a mask, in bytes.
const LONGEST_WORDS: usize = 60;

/// The fewest stars that are a mask.
const FEWEST: usize = 3;

/// What is said between the brackets of a mask, in lower case.
const WORDS: [&str; 15] = [
    "redact", "mask", "sign", "sig", "hidden", "remov", "secret", "snip", "token", "omit", "truncat", "payload",
    "header", "strip", "…",
];

/// The length of the mask at the start of a text, in bytes. It has characters that no token has.
pub(crate) fn length(text: &[u8]) -> Option<usize> {
    for sign in ["*", "\u{2022}", "\u{2588}", "\u{25CF}", "#"] {
        let count = text.chunks(sign.len()).take_while(|chunk| *chunk == sign.as_bytes()).count();
        if count >= FEWEST {
            return Some(count * sign.len());
        }
    }
    let closing = match text.first()? {
        b'[' => b']',
        b'<' => b'>',
        b'{' => b'}',
        b'(' => b')',
        _ => return None,
    };
    let end = text.iter().take(LONGEST_WORDS).position(|byte| *byte == closing)?;
    let words = std::str::from_utf8(text.get(1..end)?).ok()?.trim_matches(['[', '<', '{', '(', '.', ' ']);
    let lower = words.to_lowercase();
    let is_said =
        WORDS.iter().any(|word| lower.contains(word)) || lower.chars().all(|c| matches!(c, '*' | '.' | '…' | 'x'));
    let is_plain = lower.chars().all(|c| c.is_alphanumeric() || " _-*.…:".contains(c));
    // `]]` and `}}` close doubled brackets.
    let doubled = usize::from(text.get(1) == text.first() && text.get(end + 1) == Some(&closing));
    (is_said && is_plain).then_some(end + 1 + doubled)
}

/// Whether a segment of base64url characters is a word that was put in place of the real one.
pub(crate) fn is_placeholder(segment: &str) -> bool {
    const PLACEHOLDERS: [&str; 12] = [
        "redacted",
        "masked",
        "removed",
        "hidden",
        "signature",
        "sig",
        "secret",
        "snip",
        "signature_here",
        "omitted",
        "stripped",
        "truncated",
    ];
    let lower = segment.to_ascii_lowercase();
    let word = lower.trim_matches(['_', '-']);
    let is_filler = word.len() >= 4 && word.bytes().all(|byte| byte == b'x');
    let is_of_signature = word.contains("signature") && word.len() < 40;
    is_filler || is_of_signature || PLACEHOLDERS.contains(&word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn masks_are_recognised() {
        for mask in [
            "[REDACTED]",
            "<redacted>",
            "***",
            "********",
            "•••••",
            "[MASKED]",
            "{signature}",
            "<signature removed>",
            "[...]",
            "[…]",
            "(redacted)",
            "{{signature}}",
            "<snip>",
            "[token removed by support]",
            "###",
            "████",
        ] {
            assert_eq!(length(mask.as_bytes()), Some(mask.len()), "{mask}");
            assert_eq!(length(format!("{mask}.abc").as_bytes()), Some(mask.len()), "{mask}");
        }
        for text in ["**", "[0]", "<br>", "</td>", "{\"a\":1}", "[1,2]", "(see below)", "#", "", "abc", "<a href=x>"] {
            assert_eq!(length(text.as_bytes()), None, "{text}");
        }
    }

    #[test]
    fn words_in_place_of_a_signature() {
        for word in ["REDACTED", "signature_here", "SIGNATURE", "xxxxxxxx", "your-signature", "redacted_signature"] {
            assert!(is_placeholder(word), "{word}");
        }
        for word in ["AAAAAAAA", "abc", "kWSsfPGUiS14tW4qONHSl8nR5BEL5Rrod9LrBlE7qKM", "x", ""] {
            assert!(!is_placeholder(word), "{word}");
        }
    }
}
