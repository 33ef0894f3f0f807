//! Object identifiers: dotted numbers, and the few that have a name here.

/// Identifiers and their names. Attributes: RFC 4514 section 3 and RFC 5280 appendix A;
/// algorithms and curves: RFC 3279, RFC 4055, RFC 5480, RFC 5639, RFC 5758, RFC 8410, RFC 9881.
const NAMES: [(&str, &str); 38] = [
    ("2.5.4.3", "CN"),
    ("2.5.4.5", "serialNumber"),
    ("2.5.4.6", "C"),
    ("2.5.4.7", "L"),
    ("2.5.4.8", "ST"),
    ("2.5.4.9", "STREET"),
    ("2.5.4.10", "O"),
    ("2.5.4.11", "OU"),
    ("2.5.4.97", "organizationIdentifier"),
    ("0.9.2342.19200300.100.1.1", "UID"),
    ("0.9.2342.19200300.100.1.25", "DC"),
    ("1.2.840.113549.1.9.1", "emailAddress"),
    ("1.2.840.113549.1.1.1", "RSA"),
    ("1.2.840.113549.1.1.5", "RSA PKCS #1 v1.5 with SHA-1"),
    ("1.2.840.113549.1.1.10", "RSASSA-PSS"),
    ("1.2.840.113549.1.1.11", "RSA PKCS #1 v1.5 with SHA-256"),
    ("1.2.840.113549.1.1.12", "RSA PKCS #1 v1.5 with SHA-384"),
    ("1.2.840.113549.1.1.13", "RSA PKCS #1 v1.5 with SHA-512"),
    ("1.2.840.10040.4.1", "DSA"),
    ("1.2.840.10045.2.1", "EC"),
    ("1.2.840.10045.3.1.7", "P-256"),
    ("1.2.840.10045.4.1", "ECDSA with SHA-1"),
    ("1.2.840.10045.4.3.2", "ECDSA with SHA-256"),
    ("1.2.840.10045.4.3.3", "ECDSA with SHA-384"),
    ("1.2.840.10045.4.3.4", "ECDSA with SHA-512"),
    ("1.3.36.3.3.2.8.1.1.7", "brainpoolP256r1"),
    ("1.3.36.3.3.2.8.1.1.11", "brainpoolP384r1"),
    ("1.3.36.3.3.2.8.1.1.13", "brainpoolP512r1"),
    ("1.3.101.110", "X25519"),
    ("1.3.101.111", "X448"),
    ("1.3.101.112", "Ed25519"),
    ("1.3.101.113", "Ed448"),
    ("1.3.132.0.10", "secp256k1"),
    ("1.3.132.0.34", "P-384"),
    ("1.3.132.0.35", "P-521"),
    ("2.16.840.1.101.3.4.3.17", "ML-DSA-44"),
    ("2.16.840.1.101.3.4.3.18", "ML-DSA-65"),
    ("2.16.840.1.101.3.4.3.19", "ML-DSA-87"),
];

/// The name of an identifier, or its dotted numbers.
pub(super) fn name(identifier: &[u8]) -> String {
    let dotted = dotted(identifier);
    match NAMES.iter().find(|(number, _)| *number == dotted) {
        Some((_, name)) => (*name).to_owned(),
        None => dotted,
    }
}

/// How many decimal digits a number may have before its last seven bits: that allows for 128 bits, as UUIDs have.
const DIGITS: usize = 37;

/// X.690 section 8.19. What is no identifier, or has longer numbers, is "?" from there on.
pub(super) fn dotted(identifier: &[u8]) -> String {
    let mut text = String::new();
    // Decimal, the lowest first.
    let mut digits: Vec<u8> = Vec::new();
    let mut is_open = true;
    for byte in identifier.iter().take(100) {
        if digits.len() > DIGITS {
            break;
        }
        let mut bits = i32::from(byte & 0x7F);
        is_open = byte & 0x80 != 0;
        if text.is_empty() && !is_open {
            // The first two numbers share one: 40 times the first plus the second.
            let root = if digits.is_empty() { (bits / 40).min(2) } else { 2 };
            bits -= root * 40;
            text.push(char::from(b'0' + root as u8));
        }
        for digit in &mut digits {
            bits += i32::from(*digit) * 128;
            *digit = bits.rem_euclid(10) as u8;
            bits = bits.div_euclid(10);
        }
        while bits > 0 {
            digits.push((bits % 10) as u8);
            bits /= 10;
        }
        if !is_open {
            let highest = digits.iter().rposition(|digit| *digit > 0).unwrap_or_default();
            digits.resize(highest + 1, 0);
            text.push('.');
            text.extend(digits.iter().rev().map(|digit| char::from(b'0' + digit)));
            digits.clear();
        }
    }
    if is_open || identifier.len() > 100 {
        text.push('?');
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn writes_dotted_numbers() {
        assert_eq!(dotted(&[0x55, 0x04, 0x03]), "2.5.4.3");
        assert_eq!(dotted(&[0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x01, 0x0B]), "1.2.840.113549.1.1.11");
        assert_eq!(dotted(&[0x88, 0x37, 0x03]), "2.999.3");
        assert_eq!(dotted(&[0x27, 0x00, 0x80, 0x00]), "0.39.0.0");
        assert_eq!(dotted(&[0x81, 0x34, 0x28]), "2.100.40");
        assert_eq!(dotted(&[0x55, 0x84]), "2.5?");
        assert_eq!(dotted(&[]), "?");
        assert_eq!(dotted(&[0xFF; 99]), "?");
        assert!(dotted(&[0x7F; 10_000]).len() < 500);
    }

    /// X.667: a UUID as a number below 2.25, here the largest.
    #[test]
    fn writes_numbers_of_128_bits() {
        let largest = [&[0x69, 0x83][..], &[0xFF; 17], &[0x7F]].concat();
        assert_eq!(dotted(&largest), format!("2.25.{}", u128::MAX));
    }

    #[test]
    fn knows_names() {
        assert_eq!(name(&[0x55, 0x04, 0x03]), "CN");
        assert_eq!(name(&[0x2B, 0x65, 0x70]), "Ed25519");
        assert_eq!(name(&[0x2B, 0x65, 0x7F]), "1.3.101.127");
    }
}
