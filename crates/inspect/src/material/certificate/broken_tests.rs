//! Certificates that are cut, changed or far too large.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use super::tests::{P256_LEAF, ROOT_NAME, bytes, certificate, messages};
use super::*;

fn certificate_of(der: &[u8]) -> Certificate {
    certificate(&STANDARD.encode(der))
}

#[test]
fn gives_what_stands_before_a_fault() {
    let der = bytes(P256_LEAF);
    let cut = certificate_of(&der[..300]);
    assert_eq!(cut.issuer.as_deref(), Some(ROOT_NAME));
    assert!(cut.not_after.is_some() && cut.public_key.is_none());
    assert_eq!(cut.problems.len(), 1);
    assert!(cut.problems[0].message.starts_with("The certificate is broken at byte "), "{}", cut.problems[0].message);
    let garbage = certificate_of(b"hello");
    assert_eq!(
        messages(&garbage.problems),
        ["The certificate is broken at byte 0: expected a certificate, but found the tag 0x68."]
    );
    let more = certificate_of(&[der.as_slice(), b"\0\0"].concat());
    let message = format!(
        "The certificate is broken at byte {}: expected the end of the certificate, but found more.",
        der.len()
    );
    assert_eq!(messages(&more.problems), [message.as_str()]);
    assert!(more.public_key.is_some());
}

/// Each beginning says at least as much as the one before it, and one fault, but for the whole.
#[test]
fn every_beginning_of_a_certificate_is_read() {
    let der = bytes(P256_LEAF);
    let told = |read: &Certificate| {
        let fields = [
            read.serial_number.is_some(),
            read.issuer.is_some(),
            read.not_after.is_some(),
            read.subject.is_some(),
            read.public_key.is_some(),
        ];
        fields.into_iter().filter(|field| *field).count()
    };
    let mut before = 0;
    for end in 0..der.len() {
        let mut read = Certificate::default();
        let fault = x509::read(&mut read, &mut x509::NameSpans::default(), &der[..end]).expect_err("a fault");
        assert!(fault.at <= end, "{end}");
        assert!(told(&read) >= before, "{end}");
        before = told(&read);
    }
    assert_eq!(before, 5);
}

/// Every byte with every bit turned: bounded and without a panic, and never more than is there.
#[test]
fn every_broken_byte_is_survived() {
    let der = bytes(P256_LEAF);
    let mut whole = 0;
    for at in 0..der.len() {
        for bits in [0x01, 0x02, 0x04, 0x08, 0x10, 0x20, 0x40, 0x80, 0xFF] {
            let mut broken = der.clone();
            broken[at] ^= bits;
            let mut read = Certificate::default();
            match x509::read(&mut read, &mut x509::NameSpans::default(), &broken) {
                Ok(()) => whole += 1,
                Err(fault) => assert!(fault.at <= broken.len()),
            }
            let texts = [&read.subject, &read.issuer, &read.serial_number, &read.signature_algorithm];
            let length: usize = texts.into_iter().flatten().map(String::len).sum();
            assert!(length < 4 * der.len(), "{at}");
        }
    }
    // Most bytes are content, which no reader can tell from other content.
    assert!(whole > der.len());
}

fn wrap(tag: u8, contents: Vec<u8>) -> Vec<u8> {
    let length = u32::try_from(contents.len()).expect("small").to_be_bytes();
    [&[tag, 0x84], &length[..], &contents].concat()
}

/// A certificate of the required fields and the unique identifiers, which are no longer in use.
#[test]
fn reads_a_certificate_of_the_old_kind() {
    let algorithm = || wrap(der::SEQUENCE, vec![0x06, 0x03, 0x2B, 0x65, 0x70]);
    let time = || wrap(0x17, b"260101000000Z".to_vec());
    let key = [algorithm(), wrap(der::BIT_STRING, vec![0; 33])].concat();
    let body = [
        wrap(der::INTEGER, vec![5]),
        algorithm(),
        wrap(der::SEQUENCE, Vec::new()),
        wrap(der::SEQUENCE, [time(), time()].concat()),
        wrap(der::SEQUENCE, Vec::new()),
        wrap(der::SEQUENCE, key),
        wrap(0x81, vec![0, 1]),
        wrap(0x82, vec![0, 1]),
    ];
    let whole = [wrap(der::SEQUENCE, body.concat()), algorithm(), wrap(der::BIT_STRING, vec![0; 65])].concat();
    let read = certificate_of(&wrap(der::SEQUENCE, whole));
    assert_eq!(read.problems, []);
    assert_eq!(
        (read.subject.as_deref(), read.is_self_issued, read.says_it_is_authority),
        (Some(""), Some(true), false)
    );
}

/// DER leaves out what is false; some write it all the same.
#[test]
fn an_authority_says_so() {
    for (says, expected) in [(vec![], false), (vec![0x01, 0x01, 0x00], false), (vec![0x01, 0x01, 0xFF], true)] {
        let value = wrap(der::OCTET_STRING, wrap(der::SEQUENCE, says));
        let extension = wrap(der::SEQUENCE, [vec![0x06, 0x03, 0x55, 0x1D, 0x13], value].concat());
        let mut certificate = Certificate::default();
        let extensions = wrap(der::SEQUENCE, extension);
        extensions::read(&mut certificate, der::DerReader::new(&extensions)).expect("no fault");
        assert_eq!(certificate.says_it_is_authority, expected);
    }
}

#[test]
fn a_large_certificate_is_bounded() {
    // Alternative names without end, in a certificate that is whole up to them.
    let mut certificate = Certificate::default();
    let names = b"\x82\x01a".repeat(100_000);
    let value = wrap(der::OCTET_STRING, wrap(der::SEQUENCE, names));
    let extension = wrap(der::SEQUENCE, [vec![0x06, 0x03, 0x55, 0x1D, 0x11], value].concat());
    let extensions = wrap(der::SEQUENCE, extension);
    extensions::read(&mut certificate, der::DerReader::new(&extensions)).expect("no fault");
    assert_eq!((certificate.alternative_names.len(), certificate.alternative_names_left_out), (50, 99_950));
}
