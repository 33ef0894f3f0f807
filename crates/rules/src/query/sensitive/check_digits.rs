//! Numbers with check digits: payment cards and bank accounts.

/// ISO/IEC 7812-1: 14 to 19 digits that begin like those of a card scheme and end in the right check digit.
pub(super) fn is_card_number(text: &str) -> bool {
    let digits: Vec<u8> = text.bytes().filter(u8::is_ascii_digit).map(|digit| digit - b'0').collect();
    let count = digits.len();
    let begins = digits.iter().take(4).fold(0, |number, digit| number * 10 + u16::from(*digit));
    let is_of_scheme = match begins {
        4000..=4999 => matches!(count, 16 | 19),
        5100..=5599 | 2221..=2720 => count == 16,
        3400..=3499 | 3700..=3799 => count == 15,
        3000..=3059 | 3600..=3699 | 3800..=3999 => count == 14,
        3528..=3589 | 6011 | 6200..=6299 | 6440..=6599 => count == 16,
        _ => false,
    };
    // ISO/IEC 7812-1 annex B: every second digit from the right counts twice.
    let weighted = |(at, digit): (usize, &u8)| match (at % 2, *digit) {
        (0, digit) => digit,
        (_, digit @ 5..) => digit * 2 - 9,
        (_, digit) => digit * 2,
    };
    is_of_scheme && digits.iter().rev().enumerate().map(weighted).sum::<u8>() % 10 == 0
}

/// ISO 13616-1 (IBAN): country, two check digits, account. Read as a number with the first four characters moved to the
/// end, it leaves the remainder 1 when divided by 97.
pub(super) fn is_bank_account(text: &str) -> bool {
    let [a, b, c, d, ..] = text.as_bytes() else { return false };
    if ![a, b].iter().all(|byte| byte.is_ascii_uppercase()) || ![c, d].iter().all(|byte| byte.is_ascii_digit()) {
        return false;
    }
    let (first, rest) = text.split_at_checked(4).unwrap_or_default();
    let mut count = 0;
    let mut remainder = 0;
    for byte in rest.bytes().chain(first.bytes()).filter(|byte| *byte != b' ') {
        count += 1;
        remainder = match byte {
            b'0'..=b'9' => remainder * 10 + u32::from(byte - b'0'),
            b'A'..=b'Z' => remainder * 100 + u32::from(byte - b'A') + 10,
            _ => return false,
        } % 97;
    }
    (15..=34).contains(&count) && remainder == 1
}
