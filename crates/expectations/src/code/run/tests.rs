//! What the code says, and that nothing of the reader's or the token's gets out of its literal or comment.

mod everything;
mod everything_in_rust_and_ruby;
mod marked;
mod of_token;

use test_tokens::{NOW, token_from};

use super::super::{KeyPlace, LIBRARIES, Library, WrittenCode, write, write_for};
use super::CodeInput;
use crate::{KnownSignature, json, judge};

fn library(id: &str) -> &'static Library {
    LIBRARIES.iter().find(|library| library.id == id).expect("a library")
}

fn code_for(id: &str, expectations: &str, header: &str, claims: &str) -> WrittenCode {
    let expectations = json::read(expectations).expect("expectations");
    let token = token_from(header, claims);
    let answer = judge(&token, &expectations, KnownSignature::NotChecked, NOW);
    write_for(library(id), &expectations, &token, &answer)
}

fn shown(code: &WrittenCode) -> String {
    let lines = code.lines.iter().map(|line| {
        let said = line.said.as_ref().map_or_else(String::new, |said| format!("  {said}"));
        format!("{} {}{said}", if line.refuses { '>' } else { ' ' }, line.text)
    });
    let notes = code.notes.iter().map(|note| format!("- {note}"));
    lines.chain(notes).map(|line| format!("{}\n", line.trim_end())).collect()
}

const HOSTILE: [&str; 9] = [
    "\"; process.exit()//",
    "' + exit() + '",
    "\\\"; exit(); //",
    "a\nb\r\nexit()",
    "a\u{2028}b\u{2029}c\u{85}d\u{202e}e\0f",
    "${process.exit()} #{exit} #$0 {} {0} %s",
    "\\u000aexit(); ?> exit();",
    "*/ exit() /*",
    "\"\"\"\nexit()\n\"\"\"",
];

/// The text of a line without its string literals: what is left is the template's own.
fn without_literals(line: &str) -> String {
    let mut rest = String::new();
    let mut characters = line.chars();
    let mut is_inside = false;
    while let Some(character) = characters.next() {
        match character {
            '\\' if is_inside => drop(characters.next()),
            '"' => is_inside = !is_inside,
            _ if !is_inside => rest.push(character),
            _ => {}
        }
    }
    assert!(!is_inside, "a literal that does not end: {line}");
    rest
}

#[test]
fn hostile_texts_stay_in_their_literals_and_comments() {
    for library in super::RUN.map(library) {
        for (hostile, keys) in HOSTILE.iter().flat_map(|hostile| {
            [KeyPlace::Secret, KeyPlace::PublicKey, KeyPlace::JwkSet((*hostile).to_owned())]
                .map(|keys| (*hostile, keys))
        }) {
            let text = serde_json::to_string(hostile).expect("JSON");
            let expectations = json::read(&format!(
                r#"{{"issuer":{text},"audience":[{text},"b"],"algorithms":[{text},"RS256"],"type":[{text},"c"],
                    "required":[{text}],"claims":{{{text}:{text},"sub":{text},"n":1,"t":true,"z":null}},
                    "scopes":[{text}],"leeway":60,"longestLifetime":60,"signature":true}}"#
            ));
            let Ok(expectations) = expectations else { continue };
            let claims = format!(
                r#"{{"iss":"x{hostile}","aud":{text},"sub":{0},"scope":{0},{0}:{0},"exp":1}}"#,
                serde_json::to_string(&format!("x{hostile}")).expect("JSON"),
                hostile = text.trim_matches('"'),
            );
            let token = token_from(&format!(r#"{{"alg":{text},"typ":{text}}}"#), &claims);
            let answer = judge(&token, &expectations, KnownSignature::DoesNotFit, NOW);
            let input = CodeInput { expectations: &expectations, keys, keys_of_each: Vec::new() };
            let code = write(library, &input, &answer);
            for line in &code.lines {
                for text in std::iter::once(&line.text).chain(&line.said) {
                    let is_hidden = |it: char| it.is_control() || "\u{2028}\u{2029}\u{202e}".contains(it);
                    assert!(!text.chars().any(is_hidden), "{text:?}");
                }
                let text = &line.text;
                let own = without_literals(text);
                assert!(!own.contains("exit"), "{}: {text}", library.id);
            }
        }
    }
}

#[test]
fn hostile_names_inside_claims_stay_in_their_literals() {
    let looking_inside = super::RUN.into_iter().filter(|id| *id != "envoy");
    for (id, hostile) in looking_inside.flat_map(|id| HOSTILE.map(|hostile| (id, hostile))) {
        let pointer = format!("/{}/b", hostile.replace('~', "~0").replace('/', "~1"));
        let expectations = serde_json::json!({ "algorithms": ["HS256"], "claims": { pointer: "c" } });
        let claims = serde_json::json!({ hostile: { "b": "c" } });
        let code = code_for(id, &expectations.to_string(), r#"{"alg":"HS256"}"#, &claims.to_string());
        assert!(!code.notes.iter().any(|note| note.contains("inside another")), "{id} looks there");
        for line in code.lines {
            assert!(!line.text.contains(|it: char| it.is_control() || "\u{2028}\u{2029}\u{202e}".contains(it)));
            assert!(!without_literals(&line.text).contains("exit"), "{id}: {}", line.text);
        }
    }
}

#[test]
fn the_line_that_refuses_is_marked() {
    let code = code_for(
        "jose",
        r#"{"issuer":"https://a.example","audience":"orders","algorithms":["RS256"],"type":"JWT","leeway":60}"#,
        r#"{"alg":"RS256","typ":"JWT"}"#,
        r#"{"iss":"https://a.example","aud":"api://orders","exp":1700000060}"#,
    );
    expect_test::expect![[r#"
          import { createRemoteJWKSet, jwtVerify } from "jose";

          const keys = createRemoteJWKSet(
            new URL("<jwks_uri of https://a.example/.well-known/openid-configuration>"),
          );

          export async function check(token) {
            const { payload } = await jwtVerify(token, keys, {
              issuer: "https://a.example",
        >     audience: "orders",  // the token says `api://orders`
              algorithms: ["RS256"],
              typ: "JWT",
              clockTolerance: 60, // seconds
            });
            return payload;
          }
        - Fill in `<jwks_uri of …>`: `https://a.example/.well-known/openid-configuration` names that address.
        - jose also refuses a token whose `iat` is not a number.
    "#]]
    .assert_eq(&shown(&code));
}

#[test]
fn what_is_left_open_is_noted() {
    let code = code_for("pyjwt", r#"{"issuer":"https://x/<tenant>"}"#, r#"{"alg":"ES256"}"#, "{}");
    expect_test::expect![[r#"
          import jwt

          keys = jwt.PyJWKClient(
              "<jwks_uri of https://x/<tenant>/.well-known/openid-configuration>"
          )


          def check(token):
              decoded = jwt.decode_complete(
                  token,
                  keys.get_signing_key_from_jwt(token).key,
                  algorithms=["ES256"],
        >         issuer=["https://x/<tenant>"],  # the token has no `iss`
                  leeway=0,  # seconds
                  options={
                      "verify_aud": False,
                  },
              )
              claims = decoded["payload"]
              if any(type(claims.get(name, 0)) not in (int, float) for name in ("exp", "nbf", "iat")):
                  raise jwt.InvalidTokenError("exp, nbf or iat is not a number")
              return claims
        - Fill in `<tenant>`.
        - Fill in `<jwks_uri of …>`: `https://x/<tenant>/.well-known/openid-configuration` names that address.
        - You expect no algorithm: the code names `ES256`, which the token has.
        - PyJWT refuses each token with an `aud` where no audience is expected: `verify_aud` turns that off.
        - PyJWT reads a text or `true` in `exp`, `nbf` and `iat` as a number: a plain line after it refuses these.
        - PyJWT also refuses a token whose `iat` lies in the future, or whose `sub` or `jti` is no string.
        - `PyJWKClient` needs a `kid` to find the key.
        - It needs the package `cryptography`: install `PyJWT[crypto]`.
    "#]]
    .assert_eq(&shown(&code));
    let code = code_for("ruby-jwt", r#"{"algorithms":["none"]}"#, r#"{"alg":"none"}"#, "{}");
    expect_test::expect![[r#"
          require "jwt"

          KEY = OpenSSL::PKey.read(File.read("public-key.pem"))

          def check(token)
            claims, _ = JWT.decode(
              token, KEY, true,
              {
                algorithms: [],
                leeway: 0, # seconds
              }
            )
            raise JWT::DecodeError, "it has no claims" unless claims.is_a?(Hash)
            raise JWT::DecodeError, "exp or nbf is not a number" unless claims.slice("exp", "nbf").values.all?(Numeric)
            claims
          end
        - `none` is left out: code that takes it takes what anyone writes.
        - ruby-jwt reads any text in `exp` and `nbf` as a number, often 0: a plain line after it refuses these. On `true` or an array there it ends with a `NoMethodError`.
    "#]]
    .assert_eq(&shown(&code));
}

#[test]
fn a_claim_inside_another_is_looked_up_there_or_noted() {
    let lines = |id: &str, name: &str, claims: &str| {
        let expectations = format!(r#"{{"algorithms":["HS256"],"claims":{{"{name}":"admin"}}}}"#);
        let code = code_for(id, &expectations, r#"{"alg":"HS256"}"#, claims);
        let is_noted = code.notes.iter().any(|note| note.contains("inside another"));
        let line = code.lines.into_iter().find(|line| line.text.contains("roles")).expect("a line");
        (line.text.trim().to_owned(), is_noted)
    };
    let inside = r#"{"realm_access":{"roles":["admin"]}}"#;
    for (id, expected) in [
        (
            "jose",
            r#"if (![payload.realm_access?.roles].flat().includes("admin")) throw new Error("realm_access.roles differs");"#,
        ),
        ("pyjwt", r#"if "admin" not in listed(inside(claims, "realm_access").get("roles")):"#),
        ("authlib", r#"if "admin" not in listed(inside(claims, "realm_access").get("roles")):"#),
        (
            "ruby-jwt",
            r#"raise JWT::DecodeError, "realm_access.roles differs" unless [Hash.try_convert(claims["realm_access"]).to_h["roles"]].flatten(1).include?("admin")"#,
        ),
        (
            "jsonwebtoken-rust",
            r#"if !listed(claims.get("realm_access").and_then(|it| it.get("roles"))).iter().any(|it| it == "admin") {"#,
        ),
    ] {
        assert_eq!(lines(id, "realm_access.roles", inside), (expected.to_owned(), false));
    }
    let whole = r#"if (![payload["realm_access.roles"]].flat().includes("admin")) throw new Error("realm_access.roles differs");"#;
    for claims in [r#"{"realm_access.roles":["admin"]}"#, r#"{"sub":"1"}"#] {
        assert_eq!(lines("jose", "realm_access.roles", claims), (whole.to_owned(), false));
    }
    let (_, is_noted) = lines("jose", "/of/0/roles", r#"{"of":[{"roles":"admin"}]}"#);
    assert!(is_noted, "it stands in an array");
}

const EVERYTHING: &str = r#"{"issuer":["https://a.example","b"],"audience":["orders"],"algorithms":["RS256","ES256"],
    "type":["at+jwt","application/JWT"],"required":["exp","jti"],"claims":{"sub":"1","tid":"t","n":7,"ok":true,"z":null},
    "scopes":["a"],"leeway":5,"longestLifetime":3600,"signature":true}"#;

#[test]
fn those_that_are_run_are_libraries() {
    for id in super::RUN {
        assert!(library(id).is_run());
    }
}

#[test]
fn each_is_run_in_the_version_that_is_named() {
    let packages = include_str!("../../../../../tests/libraries/package.json");
    let requirements = include_str!("../../../../../tests/libraries/requirements.txt");
    let crates = include_str!("../../../../../Cargo.lock");
    for (id, begins, pins) in [
        ("jose", "\"jose\": \"", packages),
        ("jsonwebtoken-node", "\"jsonwebtoken\": \"", packages),
        ("pyjwt", "\npyjwt==", requirements),
        ("authlib", "\njoserfc==", requirements),
        ("jsonwebtoken-rust", "name = \"jsonwebtoken\"\nversion = \"", crates),
    ] {
        let version = library(id).version.trim_start_matches("joserfc ");
        assert!(pins.contains(&format!("{begins}{version}.")), "{id}: {version}");
    }
}
