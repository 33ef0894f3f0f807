//! A token that is signed with a private key, and the public one in a file.

use std::path::PathBuf;

use expectations::code::{KeyPlace, Library};
use expectations::json;

use crate::signed_cases::{Program, Taken, code, signed};

const KEY: &str = include_str!("public-key.pem");
/// It expires in the year 2100.
const TOKEN: &str = include_str!("token.txt");
const EXPECTATIONS: &str = r#"{"issuer":"https://a.example","algorithms":["ES256"],"signature":true}"#;

/// Where `public-key.pem` stands.
pub fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/published_key")
}

/// The token, the same without its signature fitting, and one that is signed with the text of the public key as a secret.
pub fn program(library: &Library, keys: KeyPlace) -> Program {
    let token = TOKEN.trim();
    let (signed_text, signature) = token.rsplit_once('.').expect("a signature");
    let reversed: String = signature.chars().rev().collect();
    let confused =
        signed(r#"{"alg":"HS256","typ":"JWT","kid":"first"}"#, r#"{"iss":"https://a.example","exp":4102444800}"#, KEY);
    Program {
        name: "published_key",
        code: code(library, &json::read(EXPECTATIONS).expect("expectations"), keys),
        tokens: vec![token.to_owned(), format!("{signed_text}.{reversed}"), confused],
        expected: vec![Taken::Taken, Taken::Refused, Taken::Refused],
    }
}
