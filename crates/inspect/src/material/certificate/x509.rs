//! The fields of a certificate, in the order in which they stand there. RFC 5280 section 4.1.

use crate::material::digest::hex;
use crate::time::calendar::{self, CivilTime};
use decode::Span;

use super::der::{BIT_STRING, DerElement, DerFault, DerReader, INTEGER, OBJECT_IDENTIFIER, SEQUENCE};
use super::{Certificate, extensions, name, oid, public_key};

/// Where the names stand, in bytes of the certificate.
#[derive(Default)]
pub(super) struct NameSpans {
    pub subject: Option<Span>,
    pub issuer: Option<Span>,
}

const UTC_TIME: u8 = 0x17;
const GENERALIZED_TIME: u8 = 0x18;

/// RFC 5280 section 4.1.2.2 allows 20 bytes; more are shown as far as this.
const SERIAL_NUMBER_LIMIT: usize = 40;

/// Fills in what can be read before the first fault.
///
/// The two outer sequences may be cut, as those of a certificate that was cut off are: what they hold then ends the
/// reading, later and with more read.
pub(super) fn read(certificate: &mut Certificate, names: &mut NameSpans, bytes: &[u8]) -> Result<(), DerFault> {
    let mut file = DerReader::new(bytes);
    let mut outer = file.take_start(SEQUENCE, "a certificate")?;
    let mut fields = outer.take_start(SEQUENCE, "the body of a certificate")?;
    // Version: explicit, in [0].
    fields.optional(0xA0)?;
    let serial_number = fields.take(INTEGER, "a serial number")?;
    certificate.serial_number = Some(serial_text(serial_number.bytes()));
    let algorithm = fields.take(SEQUENCE, "a signature algorithm")?;
    certificate.signature_algorithm = Some(algorithm_name(algorithm)?);
    let issuer = fields.take(SEQUENCE, "the issuer's name")?;
    certificate.issuer = Some(name::distinguished_name(issuer.contents)?);
    names.issuer = Some(issuer.span);
    let mut validity = fields.take(SEQUENCE, "a validity")?.contents;
    certificate.not_before = Some(instant(validity.any()?)?);
    certificate.not_after = Some(instant(validity.any()?)?);
    let subject = fields.take(SEQUENCE, "the subject's name")?;
    certificate.subject = Some(name::distinguished_name(subject.contents)?);
    names.subject = Some(subject.span);
    let public_key = fields.take(SEQUENCE, "a public key")?;
    certificate.public_key = Some(public_key::read(public_key.contents)?);
    // The unique identifiers of issuer and subject: [1] and [2], which nobody uses.
    fields.optional(0x81)?;
    fields.optional(0x82)?;
    if let Some(extensions) = fields.optional(0xA3)? {
        extensions::read(certificate, extensions.contents)?;
    }
    if !fields.is_at_end() {
        return Err(DerFault::new(fields.at(), "expected the end of the body, but found more"));
    }
    outer.take(SEQUENCE, "the signature's algorithm")?;
    outer.take(BIT_STRING, "a signature")?;
    if !outer.is_at_end() || !file.is_at_end() {
        let at = if outer.is_at_end() { file.at() } else { outer.at() };
        return Err(DerFault::new(at, "expected the end of the certificate, but found more"));
    }
    Ok(())
}

fn algorithm_name(algorithm: DerElement) -> Result<String, DerFault> {
    let mut algorithm = algorithm.contents;
    Ok(oid::name(algorithm.take(OBJECT_IDENTIFIER, "an algorithm's identifier")?.bytes()))
}

fn serial_text(bytes: &[u8]) -> String {
    // A zero byte in front says only that the number is positive.
    let digits = match bytes {
        [0, rest @ ..] if !rest.is_empty() => rest,
        _ => bytes,
    };
    match digits.get(..SERIAL_NUMBER_LIMIT) {
        Some(shown) if digits.len() > shown.len() => hex(shown) + "…",
        _ => hex(digits),
    }
}

/// RFC 5280 section 4.1.2.5: `YYMMDDHHMMSSZ` for the years 1950 to 2049, or the same with four digits of the year.
fn instant(time: DerElement) -> Result<i64, DerFault> {
    let fault = || DerFault::new(time.span.start, "expected a time, but found something else");
    let (year_digits, digits) = match (time.tag, time.bytes()) {
        (UTC_TIME, digits) => (2, digits),
        (GENERALIZED_TIME, digits) => (4, digits),
        _ => return Err(fault()),
    };
    let number = |start: usize, length: usize| {
        let digits = digits.get(start..start + length)?;
        digits.iter().try_fold(0, |number: i64, byte| match byte {
            b'0'..=b'9' => Some(number * 10 + i64::from(byte - b'0')),
            _ => None,
        })
    };
    let read = || {
        let year = match (year_digits, number(0, year_digits)?) {
            (2, year) if year < 50 => 2000 + year,
            (2, year) => 1900 + year,
            (_, year) => year,
        };
        let two = |place: usize| number(year_digits + 2 * place, 2);
        let civil_time =
            CivilTime { year, month: two(0)?, day: two(1)?, hour: two(2)?, minute: two(3)?, second: two(4)? };
        let is_whole = digits.get(year_digits + 10..) == Some(b"Z");
        calendar::seconds_at(civil_time).filter(|_| is_whole)
    };
    read().ok_or_else(fault)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read_instant(tag: u8, text: &str) -> Result<i64, String> {
        let bytes = [&[tag, text.len() as u8], text.as_bytes()].concat();
        let element = DerReader::new(&bytes).any().expect("whole");
        instant(element).map_err(|fault| fault.sentence)
    }

    #[test]
    fn reads_both_kinds_of_time() {
        assert_eq!(read_instant(UTC_TIME, "491231235959Z"), Ok(2_524_607_999));
        assert_eq!(read_instant(UTC_TIME, "500101000000Z"), Ok(-631_152_000));
        assert_eq!(read_instant(GENERALIZED_TIME, "20500101000000Z"), Ok(2_524_608_000));
        assert_eq!(read_instant(GENERALIZED_TIME, "99991231235959Z"), Ok(253_402_300_799));
        for text in ["5001010000Z", "500101000000", "500101000000+0100", "500230000000Z", "5o0101000000Z", ""] {
            assert_eq!(read_instant(UTC_TIME, text), Err("expected a time, but found something else".to_owned()));
        }
        assert!(read_instant(INTEGER, "500101000000Z").is_err());
    }

    #[test]
    fn writes_serial_numbers() {
        assert_eq!(serial_text(&[0, 0x80]), "80");
        assert_eq!(serial_text(&[0]), "00");
        assert_eq!(serial_text(&[1; 1_000]), "01".repeat(40) + "…");
    }
}
