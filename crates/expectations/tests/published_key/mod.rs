//! A token that is signed with a private key, and where a library finds the public one: in a file, or at an address.

use std::io::{BufRead, BufReader, Write};
use std::net::TcpListener;
use std::path::PathBuf;

use expectations::code::{KeyPlace, Library};
use expectations::json;

use crate::signed_cases::{Program, Taken, code, signed};

const KEY: &str = include_str!("public-key.pem");
const KEYS: &str = include_str!("keys.json");
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

/// The address of the keys, which this process gives to anyone who asks until it ends.
pub fn published() -> KeyPlace {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
    let address = listener.local_addr().expect("its address");
    std::thread::spawn(move || {
        for stream in listener.incoming() {
            let Ok(mut stream) = stream else { continue };
            let request = BufReader::new(&stream).lines().map_while(Result::ok).take_while(|line| !line.is_empty());
            assert!(request.count() > 0);
            let head = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nConnection: close\r\nContent-Length:";
            let _ = write!(stream, "{head} {}\r\n\r\n{KEYS}", KEYS.len());
        }
    });
    KeyPlace::JwkSet(format!("http://{address}/keys"))
}
