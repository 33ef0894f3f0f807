//! The Content Security Policy and the headers that go with it. `SECURITY.md` says what they forbid and what they cannot.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};

/// Scripts and styles are allowed by their hash and in no other way. Nothing may be loaded, fetched, framed or submitted. No
/// policy can forbid a script to go to another page, to open a window or to use WebRTC: so no other script may run.
pub fn policy(scripts: &[&str], style: &str) -> String {
    let scripts: Vec<String> = scripts.iter().map(|script| source(script)).collect();
    [
        "default-src 'none'",
        // Compiles WASM; unlike 'unsafe-eval' it does not run text as script.
        &format!("script-src {} 'wasm-unsafe-eval'", scripts.join(" ")),
        &format!("style-src {}", source(style)),
        // The icon, which stands in the page itself.
        "img-src data:",
        "connect-src 'none'",
        "base-uri 'none'",
        "form-action 'none'",
        // Text never becomes markup or script: there is no policy that could allow it.
        "require-trusted-types-for 'script'",
        "trusted-types 'none'",
    ]
    .join("; ")
}

/// The `_headers` file that several static hosts read. `frame-ancestors` works in a header only.
pub fn headers(policy: &str) -> String {
    format!(
        "\
/*
  Content-Security-Policy: {policy}; frame-ancestors 'none'
  Strict-Transport-Security: max-age=63072000
  Referrer-Policy: no-referrer
  X-Content-Type-Options: nosniff
  X-Frame-Options: DENY
  Cross-Origin-Opener-Policy: same-origin
  Cross-Origin-Resource-Policy: same-origin
  Cross-Origin-Embedder-Policy: require-corp
  Permissions-Policy: accelerometer=(), camera=(), clipboard-read=(self), display-capture=(), geolocation=(), gyroscope=(), \
magnetometer=(), microphone=(), midi=(), payment=(), usb=(), browsing-topics=()
  Cache-Control: no-cache
"
    )
}

/// A hash source expression over the exact bytes between the tags.
fn source(content: &str) -> String {
    format!("'sha256-{}'", STANDARD.encode(Sha256::digest(content.as_bytes())))
}

pub fn sha256_hex(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn allows_exactly_the_given_script_and_style() {
        // The hash of the empty string is in FIPS 180's test vectors.
        let empty = "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='";
        assert_eq!(
            policy(&[""], ""),
            format!(
                "default-src 'none'; script-src {empty} 'wasm-unsafe-eval'; style-src {empty}; img-src data:; connect-src 'none'; \
                 base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'"
            )
        );
    }

    #[test]
    fn every_header_is_an_indented_line_of_its_own() {
        let headers = headers("default-src 'none'");
        assert!(headers.lines().skip(1).all(|line| line.starts_with("  ") && line.contains(": ")));
        assert!(headers.contains("  Content-Security-Policy: default-src 'none'; frame-ancestors 'none'\n"));
    }

    #[test]
    fn writes_hashes_as_sha256sum_does() {
        assert_eq!(sha256_hex(b"abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }
}
