//! ECDSA signatures in DER: `SEQUENCE { r INTEGER, s INTEGER }`, RFC 3279 section 2.2.3.

/// r and s of equal length, as JWS has them. None for what is no such signature, or is for a longer curve.
pub(crate) fn from_der(der: &[u8], length: usize) -> Option<Vec<u8>> {
    let (content, rest) = element(der, 0x30)?;
    let (r, behind) = element(content, 0x02)?;
    let (s, end) = element(behind, 0x02)?;
    if !rest.is_empty() || !end.is_empty() {
        return None;
    }
    Some([padded(r, length)?, padded(s, length)?].concat())
}

/// The content of an element with this tag, and what stands behind it. Contents of up to 255 bytes.
fn element(bytes: &[u8], tag: u8) -> Option<(&[u8], &[u8])> {
    let (length, content) = match bytes {
        [found, 0x81, length, rest @ ..] if *found == tag => (*length, rest),
        [found, length, rest @ ..] if *found == tag && *length < 0x80 => (*length, rest),
        _ => return None,
    };
    content.split_at_checked(usize::from(length))
}

/// As long as the curve's field, with zeros in front.
fn padded(number: &[u8], length: usize) -> Option<Vec<u8>> {
    let significant =
        number.iter().position(|byte| *byte != 0).map_or(&[][..], |at| number.get(at..).unwrap_or_default());
    let zeros = length.checked_sub(significant.len())?;
    Some([vec![0; zeros].as_slice(), significant].concat())
}
