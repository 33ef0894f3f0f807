//! Arbitrary texts, and files of keys and tokens with something changed in them.

use std::sync::LazyLock;

use decode::base64url::encode;
use proptest::prelude::*;
use serde_json::Value;

use super::{all_answers, bytes};

/// A text, and the name of where it is from.
type NamedText = (String, String);

/// The key files of the tests, as they stand there and as people wrap them.
static KEYS: LazyLock<Vec<NamedText>> = LazyLock::new(|| {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/data/keys");
    let files = std::fs::read_dir(folder).expect("the key files").map(|entry| entry.expect("a file").path());
    let mut texts: Vec<NamedText> = files
        .filter(|path| path.extension().is_some_and(|ext| ext != "md"))
        .map(|path| (path.display().to_string(), std::fs::read_to_string(&path).expect("text")))
        .collect();
    texts.sort();
    assert!(texts.len() >= 40, "{} files", texts.len());
    let of = |end: &str| texts.iter().find(|(name, _)| name.ends_with(end)).expect("a file").1.clone();
    let pem = of("p256.pkcs8.pem");
    let escaped = pem.replace('\n', "\\n");
    let der = der_of(&of("ed25519.spki.pem"));
    let more = [
        ("env", format!("# settings\nexport JWT_SECRET=\"abc def\"\nKEY='{escaped}'\nOTHER: base64:c2VjcmV0\n")),
        ("service account", format!(r#"{{"type":"service_account","private_key_id":"k","private_key":"{escaped}"}}"#)),
        ("base64 of a PEM", base64_of(pem.as_bytes())),
        ("DER in base64", base64_of(&der)),
        ("DER in hexadecimal", der.iter().map(|byte| format!("{byte:02x}")).collect()),
        ("all of them", texts.iter().map(|(_, text)| text.as_str()).collect::<Vec<_>>().join("\n")),
    ];
    texts.extend(more.map(|(name, text)| (name.to_owned(), text)));
    texts.extend(VECTORS.iter().map(|(_, _, key)| ("a JWK".to_owned(), key.clone())));
    let sets: Vec<&str> = VECTORS.iter().map(|(_, _, key)| key.as_str()).collect();
    texts.push(("a JWKS".to_owned(), format!(r#"{{"keys":[{}]}}"#, sets.join(","))));
    texts
});

fn der_of(pem: &str) -> Vec<u8> {
    let body: String = pem.lines().filter(|line| !line.starts_with('-')).collect();
    decode::base64url::decode(&body).bytes
}

fn base64_of(bytes: &[u8]) -> String {
    encode(bytes).replace('-', "+").replace('_', "/")
}

/// Official tokens with their keys, and encrypted ones: name, token, key.
static VECTORS: LazyLock<Vec<(String, String, String)>> = LazyLock::new(|| {
    let official: Value = serde_json::from_str(include_str!("../../../../tests/data/rfc-vectors.json")).expect("JSON");
    let text = |value: &Value| value.as_str().map_or_else(|| value.to_string(), str::to_owned);
    let mut vectors: Vec<_> = official
        .as_array()
        .expect("a list")
        .iter()
        .filter(|vector| !vector["key"].is_null())
        .map(|vector| (text(&vector["id"]), text(&vector["token"]), vector["key"].to_string()))
        .collect();
    let sealed: Value = serde_json::from_str(include_str!("../../../../tests/data/jwe/vectors.json")).expect("JSON");
    let with_key = |vector: &Value| {
        let key = &sealed["keys"][vector["key"].as_str().expect("a name")];
        (
            text(&vector["name"]),
            text(&vector["token"]),
            key["password"].as_str().map_or_else(|| key.to_string(), str::to_owned),
        )
    };
    let all = sealed["tokens"].as_array().expect("tokens");
    vectors.extend(all.iter().step_by(9).map(with_key));
    vectors
});

/// What happens to a text on its way, or at the hands of someone who wants to break its reader.
#[derive(Debug, Clone)]
enum Mutation {
    Cut(prop::sample::Index),
    Remove(prop::sample::Index, usize),
    Repeat(prop::sample::Index, usize),
    Replace(prop::sample::Index, char),
    Insert(prop::sample::Index, String),
    /// A digit of base64 or JSON becomes another one.
    Shift(prop::sample::Index),
    Wrap(&'static str, &'static str),
    Escape,
    Joined,
    Twice,
}

fn change() -> impl Strategy<Value = Mutation> {
    let place = any::<prop::sample::Index>;
    let odd = prop::sample::select(vec![
        "\0",
        "\u{FEFF}",
        "\u{202E}",
        "\"",
        "\\",
        "\\u0000",
        "{",
        "[",
        "}",
        "=",
        "-----BEGIN ",
        "-----END X-----",
        "\r\n",
        "\n\n",
        "\u{1F511}",
        "null",
        "-1",
        "1e999",
        "9".repeat(40).leak(),
        "AAAA",
        " ",
        ".",
        "..",
        "~",
        "%00",
        "\u{200B}",
        "\"n\":\"AA\",",
        "\"kty\":\"RSA\",",
        "\"d\":\"\",",
        "\"p2c\":4294967295,",
        "\"x\":[],",
        "\"crv\":\"P-521\",",
    ]);
    prop_oneof![
        place().prop_map(Mutation::Cut),
        (place(), 1_usize..40).prop_map(|(at, count)| Mutation::Remove(at, count)),
        (place(), 1_usize..200).prop_map(|(at, count)| Mutation::Repeat(at, count)),
        (place(), any::<char>()).prop_map(|(at, with)| Mutation::Replace(at, with)),
        (place(), odd).prop_map(|(at, text)| Mutation::Insert(at, text.to_owned())),
        (place(), "\\PC{0,12}").prop_map(|(at, text)| Mutation::Insert(at, text)),
        place().prop_map(Mutation::Shift),
        prop::sample::select(vec![
            ("\"", "\""),
            ("'", "'"),
            ("{\"keys\":[", "]}"),
            ("KEY=", "\n"),
            ("[", "]"),
            (" ", "\n\n"),
            ("https://jwt.io/?publicKey=", "")
        ])
        .prop_map(|(before, behind)| Mutation::Wrap(before, behind)),
        Just(Mutation::Escape),
        Just(Mutation::Joined),
        Just(Mutation::Twice),
    ]
}

impl Mutation {
    fn of(&self, text: &str) -> String {
        let mut characters: Vec<char> = text.chars().collect();
        if characters.is_empty() {
            characters.push('A');
        }
        let length = characters.len();
        match self {
            Self::Cut(at) => characters.truncate(at.index(length)),
            Self::Remove(at, count) => {
                let at = at.index(length);
                characters.drain(at..(at + count).min(length));
            }
            Self::Repeat(at, count) => {
                let at = at.index(length);
                let again: Vec<char> = characters[at..(at + 3).min(length)].repeat(*count);
                characters.splice(at..at, again);
            }
            Self::Replace(at, with) => characters[at.index(length)] = *with,
            Self::Insert(at, text) => {
                let at = at.index(length);
                characters.splice(at..at, text.chars());
            }
            Self::Shift(at) => {
                let character = &mut characters[at.index(length)];
                *character = char::from_u32(u32::from(*character) ^ 1).unwrap_or('A');
            }
            Self::Wrap(before, behind) => return format!("{before}{text}{behind}"),
            Self::Escape => return Value::from(text).to_string(),
            Self::Joined => return text.replace('\n', " "),
            Self::Twice => return format!("{text}\n{text}"),
        }
        characters.into_iter().collect()
    }
}

fn changed(text: &str, changes: &[Mutation]) -> String {
    changes.iter().fold(text.to_owned(), |text, change| change.of(&text))
}

fn changes() -> impl Strategy<Value = Vec<Mutation>> {
    prop::collection::vec(change(), 1..4)
}

const HS256: &str = "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJhIn0.c2lnbmF0dXJlIG9mIDMyIGJ5dGVzIGV4YWN0bHkuLg";

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, max_shrink_iters: 200, ..ProptestConfig::default() })]

    #[test]
    fn any_key_text(text in "\\PC{0,400}") {
        all_answers(HS256, &text);
    }

    #[test]
    fn any_bytes_as_key_text(bytes in prop::collection::vec(any::<u8>(), 0..600)) {
        all_answers(HS256, &String::from_utf8_lossy(&bytes));
    }

    #[test]
    fn any_characters_that_keys_have(text in "[{}\\[\\]\":,\\\\nA-Za-z0-9+/=_ \\n-]{0,300}") {
        all_answers(HS256, &text);
        all_answers(&text, &text);
    }

    #[test]
    fn key_files_with_changes(at in any::<prop::sample::Index>(), changes in changes()) {
        let (name, text) = at.get(&KEYS);
        let text = changed(text, &changes);
        let token = if name.contains("rsa") { "eyJhbGciOiJSUzI1NiJ9.e30.AAAAAAAAAAAAAAAAAAAAAAAA" } else { HS256 };
        all_answers(token, &text);
    }

    #[test]
    fn der_with_changes(at in any::<prop::sample::Index>(), place in any::<prop::sample::Index>(), byte in any::<u8>()) {
        let (_, text) = at.get(&KEYS);
        let mut der = der_of(text);
        if !der.is_empty() {
            let place = place.index(der.len());
            der[place] = byte;
        }
        all_answers(HS256, &format!("-----BEGIN PUBLIC KEY-----\n{}\n-----END PUBLIC KEY-----\n", base64_of(&der)));
        all_answers(HS256, &base64_of(&der));
    }

    #[test]
    fn tokens_with_changes(at in any::<prop::sample::Index>(), changes in changes()) {
        let (_, token, key) = at.get(&VECTORS);
        all_answers(&changed(token, &changes), key);
    }

    #[test]
    fn headers_with_changes(at in any::<prop::sample::Index>(), changes in changes()) {
        let (_, token, key) = at.get(&VECTORS);
        let (header, rest) = token.split_once('.').unwrap_or((token, ""));
        let header = String::from_utf8_lossy(&decode::base64url::decode(header).bytes).into_owned();
        // Millions of rounds are allowed, and are for another test.
        let changed = changed(&header, &changes);
        prop_assume!(!changed.contains("p2c") || changed == header);
        all_answers(&format!("{}.{rest}", encode(changed.as_bytes())), key);
    }

    #[test]
    fn both_with_changes(
        token in any::<prop::sample::Index>(), key in any::<prop::sample::Index>(),
        of_token in changes(), of_key in changes(),
    ) {
        let (_, token, _) = token.get(&VECTORS);
        let (_, key) = key.get(&KEYS);
        all_answers(&changed(token, &of_token), &changed(key, &of_key));
    }

    #[test]
    fn any_token_text(header in "\\PC{0,60}", payload in prop::collection::vec(any::<u8>(), 0..80), key in "\\PC{0,40}") {
        let token = format!("{}.{}.{}", encode(format!("{{\"alg\":\"HS256\",{header}}}").as_bytes()), encode(&payload), encode(&bytes(32)));
        all_answers(&token, &key);
    }
}
