//! Tokens that are signed with private keys: the public ones stand in files, and in a JWK Set that is given to anyone who
//! asks. Both are those of RFC 7515, A.2 and A.3.

use std::io::{BufRead, BufReader, Write};
use std::net::TcpListener;
use std::path::PathBuf;

use expectations::code::{CodeInput, IssuerKeys, KeyPlace, Library};
use expectations::{KnownSignature, json};
use jsonwebtoken::{Algorithm, EncodingKey, crypto};
use test_tokens::encode;

use crate::signed_cases::{Program, Taken, code, code_of, signed, written};

/// One of the keys is for encryption, and one has no `alg`, which RFC 7517 section 4.4 makes optional.
const KEYS: &str = include_str!("keys.json");
/// At the path `/none`: keys of another kind alone.
const NO_KEYS: &str = r#"{"keys":[{"kty":"oct","kid":"other","k":"AAAA"}]}"#;

/// An algorithm and a pair of keys for it.
struct KeyPair {
    algorithm: Algorithm,
    name: &'static str,
    kid: &'static str,
    public: &'static str,
    read: fn(&[u8]) -> Result<EncodingKey, jsonwebtoken::errors::Error>,
    private: &'static [u8],
    /// Of somebody else, who gives it the same `kid`.
    another: &'static [u8],
}

const PAIRS: [KeyPair; 2] = [
    KeyPair {
        algorithm: Algorithm::RS256,
        name: "RS256",
        kid: "rsa",
        public: include_str!("RS256/public-key.pem"),
        read: EncodingKey::from_rsa_pem,
        private: include_bytes!("../../../../tests/data/keys/rsa.pkcs8.pem"),
        another: include_bytes!("another-rsa.pem"),
    },
    KeyPair {
        algorithm: Algorithm::ES256,
        name: "ES256",
        kid: "p256",
        public: include_str!("ES256/public-key.pem"),
        read: EncodingKey::from_ec_pem,
        private: include_bytes!("../../../../tests/data/keys/p256.pkcs8.pem"),
        another: include_bytes!("another-p256.pem"),
    },
];

impl KeyPair {
    fn header(&self) -> String {
        format!(r#"{{"alg":"{}","typ":"JWT","kid":"{}"}}"#, self.name, self.kid)
    }

    fn signed_with(&self, private: &[u8], header: &str, claims: &str) -> String {
        let text = format!("{}.{}", encode(header), encode(claims));
        let key = (self.read)(private).expect("a private key");
        let signature = crypto::sign(text.as_bytes(), &key, self.algorithm).expect("a signature");
        format!("{text}.{signature}")
    }

    /// With its `public-key.pem`.
    fn folder(&self) -> PathBuf {
        folder().join(self.name)
    }

    fn program(&self, library: &Library, name: &'static str, algorithms: &str, keys: &KeyPlace) -> Program {
        const CLAIMS: &str = r#"{"iss":"https://a.example","sub":"a","exp":4102444800}"#;
        const OF_ANOTHER: &str = r#"{"iss":"https://b.example","sub":"a","exp":4102444800}"#;
        let text = format!(r#"{{"issuer":"https://a.example","algorithms":{algorithms},"signature":true}}"#);
        let expectations = json::read(&text).expect("expectations");
        let header = self.header();
        let good = self.signed_with(self.private, &header, CLAIMS);
        let (signed_text, signature) = good.rsplit_once('.').expect("a signature");
        let reversed: String = signature.chars().rev().collect();
        let confused = header.replace(self.name, "HS256");
        // Envoy has a set in its file as well.
        let is_set = matches!(keys, KeyPlace::JwkSet(_)) || library.id == "envoy";
        let of_other_algorithm = PAIRS.iter().filter(|pair| pair.name != self.name);
        let mut program = Program {
            name,
            folder: self.folder(),
            code: code(library, &expectations, keys.clone()),
            tokens: Vec::new(),
            expected: Vec::new(),
        };
        let mut add = |token: String, signature| program.add(&expectations, token, signature);
        add(self.signed_with(self.private, &header, OF_ANOTHER), KnownSignature::FitsPastedKey);
        add(self.signed_with(self.another, &header, CLAIMS), KnownSignature::DoesNotFit);
        add(format!("{signed_text}.{reversed}"), KnownSignature::DoesNotFit);
        add(format!("{signed_text}."), KnownSignature::DoesNotFit);
        // The public key, as its file has it and without its last line end, was taken for a secret.
        add(signed(&confused, CLAIMS, self.public), KnownSignature::DoesNotFit);
        add(signed(&confused, CLAIMS, self.public.trim_end()), KnownSignature::DoesNotFit);
        let unsigned = encode(header.replace(self.name, "none"));
        add(format!("{unsigned}.{}.", encode(CLAIMS)), KnownSignature::Unsigned);
        for pair in of_other_algorithm {
            add(pair.signed_with(pair.private, &pair.header(), CLAIMS), KnownSignature::FitsPastedKey);
            add(pair.signed_with(pair.private, &header, CLAIMS), KnownSignature::DoesNotFit);
        }
        add(
            self.signed_with(self.private, &header.replace(self.kid, "unknown"), CLAIMS),
            if is_set { KnownSignature::DoesNotFit } else { KnownSignature::FitsPastedKey },
        );
        add(good, KnownSignature::FitsPastedKey);
        let without_kid = header.replace(&format!(r#","kid":"{}""#, self.kid), "");
        add(self.signed_with(self.private, &without_kid, CLAIMS), KnownSignature::FitsPastedKey);
        // The set has several keys, of which some libraries choose by `kid` alone: a note says so.
        let notes = written(library, &expectations, keys.clone()).notes;
        if notes.iter().any(|note| note.contains("needs a `kid`"))
            && let Some(last) = program.expected.last_mut()
        {
            *last = Taken::Refused;
        }
        program
    }
}

/// Where `keys.json` stands.
pub fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/published_key")
}

/// Each algorithm, with the public keys in this place.
pub fn programs(library: &Library, keys: &KeyPlace) -> Vec<Program> {
    let [rsa, p256] = &PAIRS;
    let [rs256, both, es256] = match keys {
        KeyPlace::JwkSet(_) => ["rs256_set", "hs256_and_rs256_set", "es256_set"],
        _ => ["rs256_file", "hs256_and_rs256_file", "es256_file"],
    };
    vec![
        rsa.program(library, rs256, r#"["RS256"]"#, keys),
        // Who expects both asks for the confusion: the code leaves HS256 out.
        rsa.program(library, both, r#"["HS256","RS256"]"#, keys),
        p256.program(library, es256, r#"["ES256"]"#, keys),
    ]
}

/// Two issuers, of which the keys of the second are none.
#[allow(dead_code, reason = "the code of some libraries has the keys of one issuer")]
pub fn of_two_issuers(library: &Library) -> Program {
    let [rsa, _] = &PAIRS;
    let KeyPlace::JwkSet(address) = published() else { panic!("a set") };
    let text = r#"{"issuer":["https://a.example","https://b.example"],"algorithms":["RS256"],"signature":true}"#;
    let expectations = json::read(text).expect("expectations");
    let keys = |issuer: &str, address: String| IssuerKeys { issuer: issuer.to_owned(), address };
    let keys_of_each =
        vec![keys("https://a.example", address.clone()), keys("https://b.example", address.replace("/keys", "/none"))];
    let input = CodeInput { expectations: &expectations, keys: KeyPlace::JwkSet(address), keys_of_each };
    let code = code_of(library, &input);
    let mut program =
        Program { name: "two_issuers", folder: rsa.folder(), code, tokens: Vec::new(), expected: Vec::new() };
    let signature = |issuer: &str| match issuer {
        r#""https://b.example""# => KnownSignature::DoesNotFit,
        _ => KnownSignature::FitsPastedKey,
    };
    for issuer in
        [r#""https://a.example""#, r#""https://b.example""#, r#""__proto__""#, r#"["https://a.example"]"#, "7"]
    {
        let claims = format!(r#"{{"iss":{issuer},"exp":4102444800}}"#);
        let token = rsa.signed_with(rsa.private, &rsa.header(), &claims);
        program.add(&expectations, token, signature(issuer));
    }
    program
}

/// The address of the keys, at a port that is free.
pub fn published() -> KeyPlace {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
    let address = listener.local_addr().expect("its address");
    publish(listener);
    KeyPlace::JwkSet(format!("http://{address}/keys"))
}

/// Gives the keys to anyone who asks there, until this process ends.
pub fn publish(listener: TcpListener) {
    std::thread::spawn(move || {
        for stream in listener.incoming() {
            let Ok(mut stream) = stream else { continue };
            let lines = BufReader::new(&stream).lines().map_while(Result::ok);
            let request: Vec<String> = lines.take_while(|line| !line.is_empty()).collect();
            assert!(!request.is_empty());
            let is_for_none = request.iter().any(|line| line.starts_with("GET /none "));
            let keys = if is_for_none { NO_KEYS } else { KEYS };
            let head = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nConnection: close\r\nContent-Length:";
            let _ = write!(stream, "{head} {}\r\n\r\n{keys}", keys.len());
        }
    });
}
