//! Public keys of SSH, one a line: in `id_ed25519.pub`, in `authorized_keys` behind options, or in other text.

use decode::{Span, base64url};

use super::collector::FoundKeys;
use super::source::KeyText;
use super::ssh;

/// The beginning of the base64 of a name's length, which is below 2^16.
const BLOB: &str = "AAAA";

/// What the name of a type begins with: RFC 4253 section 6.6, RFC 5656 section 6.2, OpenSSH's PROTOCOL.u2f.
const NAMES: [&str; 4] = ["ssh-", "ecdsa-sha2-", "sk-ssh-", "sk-ecdsa-"];

pub(super) async fn read(found: &mut FoundKeys<'_>, source: KeyText<'_>) {
    for (at, _) in source.text.match_indices(BLOB) {
        let before = source.text.get(..at).unwrap_or_default();
        let Some(name) = before.strip_suffix([' ', '\t']).and_then(last_word) else { continue };
        if !NAMES.iter().any(|start| name.starts_with(start)) {
            continue;
        }
        let behind = source.text.get(at..).unwrap_or_default();
        let length = behind.bytes().position(|byte| byte != b'=' && base64url::value_of(byte).is_none());
        let characters = behind.get(..length.unwrap_or(behind.len())).unwrap_or_default();
        let span = Span::new(at - 1 - name.len(), at + characters.len());
        match ssh::public(&base64url::decode(characters).bytes) {
            Ok(key) => {
                found.key(key, source.in_paste(span));
            }
            Err(remark) => found.not_read("An SSH key", source.part(span), remark),
        }
        found.rest_after(characters.len()).await;
    }
}

/// The word that ends a text: at most 64 bytes are looked at.
fn last_word(text: &str) -> Option<&str> {
    let near = text.get(text.ceil_char_boundary(text.len().saturating_sub(64))..)?;
    near.rsplit(|character: char| !(character.is_ascii_alphanumeric() || matches!(character, '-' | '@' | '.'))).next()
}
