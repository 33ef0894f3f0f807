//! PEM as people paste it: RFC 7468, and what terminals, JSON, `.env` files, source code and word processors make of it.

use decode::{Span, base64url};
use inspect::display::quoted;

use super::collector::{FoundKeys, ReadKey, unreadable};
use super::der;
use super::source::{KeyText, percent_decoded};
use super::{EcCurve, KeyForm, lines, ssh};
use crate::Remark;

/// A line of the armour: `-----BEGIN …-----` or `-----END …-----`.
struct Boundary<'t> {
    is_begin: bool,
    label: &'t str,
    span: Span,
}

/// Word processors join hyphens to dashes.
fn is_dash(character: char) -> bool {
    matches!(character, '-' | '\u{2010}'..='\u{2015}' | '\u{2212}')
}

/// How many dashes and spaces are looked at on either side of a word, in characters.
const DASHES: usize = 12;

/// The longest label, in characters.
const LABEL: usize = 40;

/// In order of their places. Linear: each word is looked at once, with a bounded stretch around it.
fn boundaries(text: &str) -> Vec<Boundary<'_>> {
    let mut found: Vec<Boundary> = [("BEGIN", true), ("END", false)]
        .into_iter()
        .flat_map(|(word, is_begin)| {
            text.match_indices(word).filter_map(move |(at, _)| boundary(text, at, word.len(), is_begin))
        })
        .collect();
    found.sort_by_key(|boundary| boundary.span.start);
    found
}

fn boundary(text: &str, at: usize, length: usize, is_begin: bool) -> Option<Boundary<'_>> {
    let (before, behind) = (text.get(..at)?, text.get(at + length..)?);
    let dashes: usize = before
        .chars()
        .rev()
        .take(DASHES)
        .take_while(|character| is_dash(*character) || *character == ' ')
        .map(char::len_utf8)
        .sum();
    let around = before.get(before.len() - dashes..)?;
    // A space may stand between the dashes and the word, but none before the dashes belongs to it.
    let start = at - around.trim_start().len();
    if start == at || !around.contains(is_dash) {
        return None;
    }
    let label_end = behind.char_indices().take(LABEL).find(|(_, character)| is_dash(*character))?.0;
    let label = behind.get(..label_end)?;
    let is_label = label.bytes().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit() || byte == b' ');
    let closing: usize = behind
        .get(label_end..)?
        .chars()
        .take(DASHES)
        .take_while(|character| is_dash(*character))
        .map(char::len_utf8)
        .sum();
    let span = Span::new(start, at + length + label_end + closing);
    is_label.then_some(Boundary { is_begin, label: label.trim(), span })
}

/// Reads all blocks, and what stands between them as lines.
pub(super) async fn read(found: &mut FoundKeys<'_>, source: KeyText<'_>) {
    let boundaries = boundaries(source.text);
    let mut curve = None;
    let mut at = 0;
    for (position, begin) in boundaries.iter().enumerate().filter(|(_, boundary)| boundary.is_begin) {
        lines::read(found, source.part(Span::new(at, begin.span.start))).await;
        let next = boundaries.get(position + 1);
        let body_end = next.map_or(source.text.len(), |next| next.span.start);
        let is_whole = next.is_some_and(|next| !next.is_begin);
        at = next.filter(|_| is_whole).map_or(body_end, |end| end.span.end);
        let body = Span::new(begin.span.end, body_end).in_str(source.text);
        block(found, source.part(Span::new(begin.span.start, at)), begin.label, body, is_whole, &mut curve);
        found.rest_after(body.len()).await;
    }
    lines::read(found, source.part(Span::new(at, source.text.len()))).await;
}

fn block(found: &mut FoundKeys, source: KeyText, label: &str, body: &str, is_whole: bool, curve: &mut Option<EcCurve>) {
    let what = format!("The PEM block {}", quoted(label, LABEL));
    let mended = mend(body);
    let read = match &mended {
        // RFC 1421 section 4.6.1.1.
        _ if body.contains("ENCRYPTED") => Err(der::encrypted("PEM")),
        Ok(mended) => contents(label, mended, curve),
        Err(fault) => Err(unreadable(fault.clone())),
    };
    match read {
        Ok(Some(mut key)) => {
            if body.contains("\\n") || body.contains("\\r") {
                key.remark(
                    "pem-escaped-line-ends",
                    "The line ends of this PEM are a backslash and an `n`, as in `.env` files and JSON. It was read all the same; many libraries want real line ends: replace them in the code that reads the setting, in JavaScript by `key.replace(/\\\\n/g, \"\\n\")`.",
                );
            }
            if key.form == KeyForm::Pkcs1 {
                key.remark("pem-pkcs1", pkcs1_remark(key.is_private));
            }
            if !is_whole {
                key.remark("pem-without-end", "The `END` line of this PEM is missing.");
            }
            found.key(key, source.span());
        }
        Ok(None) => {}
        Err(mut remark) => {
            if remark.id == "key-unreadable" && !is_whole {
                remark.message.push_str(", and the `END` line is missing");
            }
            remark.message.push('.');
            found.not_read(&what, source, remark);
        }
    }
}

/// RFC 8017 appendix A.1, against RFC 5208 and RFC 5280 section 4.1.
fn pkcs1_remark(is_private: bool) -> String {
    let (wanted, command) = match is_private {
        true => ("PKCS #8", "openssl pkcs8 -topk8 -nocrypt -in FILE"),
        false => ("SPKI", "openssl rsa -RSAPublicKey_in -in FILE -pubout"),
    };
    format!(
        "This RSA key is in PKCS #1, as GitHub gives it to apps and OpenSSL 1 writes it. It was read all the same; WebCrypto, and jose with it, want {wanted}: `{command}` converts it."
    )
}

/// None for what belongs to another block.
fn contents(label: &str, bytes: &[u8], curve: &mut Option<EcCurve>) -> Result<Option<ReadKey>, Remark> {
    let no_key = |id, message: &str| Err(Remark { id, message: message.to_owned() });
    match label {
        "EC PARAMETERS" => {
            *curve = der::curve_of_parameters(bytes);
            Ok(None)
        }
        "OPENSSH PRIVATE KEY" => ssh::private(bytes).map(Some),
        "SSH2 PUBLIC KEY" => ssh::public(bytes).map(Some),
        _ if label.starts_with("PGP ") => no_key("is-pgp", "it is for OpenPGP, which JOSE does not use"),
        "DH PARAMETERS" | "X509 CRL" | "PKCS7" | "CMS" => no_key("is-no-key", "it holds no key that is read here"),
        _ => der::read(bytes, curve.take()).map(Some),
    }
}

/// The bytes of what stands between the lines of the armour, or what is wrong with it.
fn mend(body: &str) -> Result<Vec<u8>, String> {
    // Line ends as escapes: of JSON and `.env` files, of links, of HTML.
    let mut text = if body.contains('%') { percent_decoded(body) } else { body.to_owned() };
    for (escape, plain) in
        [("\\r", ""), ("\\n", "\n"), ("\\t", " "), ("\\u000a", "\n"), ("&#10;", "\n"), ("<br>", "\n")]
    {
        if text.contains(escape) {
            text = text.replace(escape, plain);
        }
    }
    let mut characters = String::with_capacity(text.len());
    // In source code the lines are strings of their own: what stands between the closing quote of one and the opening quote
    // of the next is not part of the key.
    let mut is_inside = true;
    let mut is_header_continued = false;
    for line in text.lines() {
        let line = line.trim();
        // RFC 1421 section 4.6, RFC 4716 section 3.3: headers such as `Comment: …`.
        let is_header = is_header_continued || line.contains(": ") || line.ends_with(':');
        is_header_continued = is_header && line.ends_with('\\');
        if is_header {
            continue;
        }
        // Of quoted mail, comments and YAML.
        for character in line.trim_start_matches(['>', '#', '*', '|', ' ']).chars() {
            match character {
                '"' | '\'' | '`' => is_inside = !is_inside,
                '\\' => {}
                _ if !is_inside || character.is_whitespace() => {}
                '\u{FEFF}' | '\u{200B}' | '\u{AD}' => {}
                _ => characters.push(character),
            }
        }
    }
    bytes(&characters)
}

/// The bytes of base64 of either alphabet, or what is wrong with it.
pub(crate) fn bytes(characters: &str) -> Result<Vec<u8>, String> {
    let decoded = base64url::decode(characters);
    match decoded.faults.iter().find(|fault| !fault.kind.is_soft()) {
        Some(fault) => Err(format!("{}, at character {} of its base64", fault.kind, fault.span.start + 1)),
        None => Ok(decoded.bytes),
    }
}
