//! Signed tokens for what a service expects, and what `judge` says of each: what a library says of them must be the same.

use std::time::{SystemTime, UNIX_EPOCH};

use expectations::code::{CodeInput, KeyPlace, LIBRARIES, Library, write};
use expectations::{Expectations, KnownSignature, ServiceVerdict, json, judge};
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;
use test_tokens::{encode, token_of};

/// The environment variable of the written code, and what stands in it here. 32 bytes, as RFC 7518 section 3.2 demands.
pub const VARIABLE: &str = "JWT_SECRET";
pub const SECRET: &str = "a secret of thirty-two bytes ok!";

/// What a service expects, and tokens for it.
pub struct SignedCases {
    pub name: &'static str,
    pub expectations: &'static str,
    /// The members of the header besides `alg`, and the claims. `NOW` is the time of the run, to which a number may be added.
    pub tokens: &'static [(&'static str, &'static str)],
}

/// What a library does with a token.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Taken {
    Taken,
    Refused,
}

const JWT: &str = r#""typ":"JWT""#;

pub const CASES: &[SignedCases] = &[
    SignedCases {
        name: "nothing",
        expectations: "{}",
        tokens: &[
            (JWT, r#"{"sub":"a"}"#),
            ("", "{}"),
            (JWT, r#"{"aud":"orders"}"#),
            (JWT, r#"{"exp":NOW+60}"#),
            (JWT, r#"{"exp":NOW}"#),
            (JWT, r#"{"exp":NOW-60}"#),
            (JWT, r#"{"nbf":NOW-60}"#),
            (JWT, r#"{"nbf":NOW+60}"#),
            (JWT, r#"{"exp":"soon"}"#),
            (JWT, r#"{"exp":"NOW+60"}"#),
            (JWT, r#"{"nbf":"soon"}"#),
            (JWT, r#"{"nbf":true}"#),
            (JWT, r#"["sub"]"#),
            (JWT, r#"{"exp":null}"#),
            (JWT, r#"{"exp":NOW+60,"iat":NOW-60,"nbf":NOW-60}"#),
            (JWT, r#"{"nbf":null,"exp":NOW+60}"#),
            (r#""typ":"JWT","x5t":"AAAA","unheard":1"#, r#"{"sub":"a"}"#),
        ],
    },
    SignedCases {
        name: "leeway",
        expectations: r#"{"leeway":60}"#,
        tokens: &[
            (JWT, r#"{"exp":NOW-30}"#),
            (JWT, r#"{"exp":NOW-90}"#),
            (JWT, r#"{"nbf":NOW+30}"#),
            (JWT, r#"{"nbf":NOW+90}"#),
        ],
    },
    SignedCases {
        name: "issuer",
        expectations: r#"{"issuer":"https://a.example"}"#,
        tokens: &[
            (JWT, r#"{"iss":"https://a.example"}"#),
            (JWT, r#"{"iss":"https://a.example/"}"#),
            (JWT, r#"{"iss":["https://a.example"]}"#),
            (JWT, r#"{"iss":7}"#),
            (JWT, r#"{"sub":"a"}"#),
        ],
    },
    SignedCases {
        name: "issuers",
        expectations: r#"{"issuer":["https://a.example","b"]}"#,
        tokens: &[(JWT, r#"{"iss":"b"}"#), (JWT, r#"{"iss":"c"}"#), (JWT, r#"{"iss":""}"#)],
    },
    SignedCases {
        name: "audience",
        expectations: r#"{"audience":"orders"}"#,
        tokens: &[
            (JWT, r#"{"aud":"orders"}"#),
            (JWT, r#"{"aud":["stock","orders"]}"#),
            (JWT, r#"{"aud":"api://orders"}"#),
            (JWT, r#"{"aud":["stock"]}"#),
            (JWT, r#"{"aud":[]}"#),
            (JWT, r#"{"aud":null}"#),
            (JWT, r#"{"sub":"a"}"#),
        ],
    },
    SignedCases {
        name: "audiences",
        expectations: r#"{"audience":["orders","stock"]}"#,
        tokens: &[(JWT, r#"{"aud":"stock"}"#), (JWT, r#"{"aud":["x","orders"]}"#), (JWT, r#"{"aud":"order"}"#)],
    },
    SignedCases {
        name: "empty_texts",
        expectations: r#"{"issuer":"","audience":"","claims":{"sub":""}}"#,
        tokens: &[(JWT, r#"{"iss":"a","aud":"a","sub":"a"}"#), (JWT, r#"{"iss":"","sub":""}"#), (JWT, "{}")],
    },
    SignedCases {
        name: "algorithm",
        expectations: r#"{"algorithms":["HS384","HS512"]}"#,
        tokens: &[(JWT, r#"{"sub":"a"}"#)],
    },
    SignedCases {
        name: "algorithms",
        expectations: r#"{"algorithms":["HS512","HS256"]}"#,
        tokens: &[(JWT, r#"{"sub":"a"}"#)],
    },
    SignedCases {
        name: "media_type",
        expectations: r#"{"type":["at+jwt","application/secevent+jwt"]}"#,
        tokens: &[
            (r#""typ":"at+jwt""#, "{}"),
            (r#""typ":"application/AT+JWT""#, "{}"),
            (r#""typ":"secevent+jwt""#, "{}"),
            (JWT, "{}"),
            ("", "{}"),
        ],
    },
    SignedCases {
        name: "required",
        expectations: r#"{"required":["exp","sub","tid"]}"#,
        tokens: &[
            (JWT, r#"{"exp":NOW+60,"sub":"a","tid":""}"#),
            (JWT, r#"{"exp":NOW+60,"sub":"a","tid":false}"#),
            (JWT, r#"{"exp":NOW+60,"sub":"a"}"#),
            (JWT, r#"{"exp":NOW+60,"tid":"a"}"#),
            (JWT, r#"{"sub":"a","tid":"a"}"#),
        ],
    },
    SignedCases {
        name: "claims",
        expectations: r#"{"claims":{"sub":"a","tid":"t","level":1,"is_staff":true,"left":null}}"#,
        tokens: &[
            (JWT, r#"{"sub":"a","tid":"t","level":1,"is_staff":true,"left":null}"#),
            (JWT, r#"{"sub":"a","tid":["s","t"],"level":[0,1.0],"is_staff":[true],"left":[null]}"#),
            (JWT, r#"{"sub":"b","tid":"t","level":1,"is_staff":true,"left":null}"#),
            (JWT, r#"{"sub":"a","tid":"T","level":1,"is_staff":true,"left":null}"#),
            (JWT, r#"{"sub":"a","tid":"t","level":2,"is_staff":true,"left":null}"#),
            (JWT, r#"{"sub":"a","tid":"t","level":true,"is_staff":true,"left":null}"#),
            (JWT, r#"{"sub":"a","tid":"t","level":"1","is_staff":true,"left":null}"#),
            (JWT, r#"{"sub":"a","tid":"t","level":1,"is_staff":1,"left":null}"#),
            (JWT, r#"{"sub":"a","tid":"t","level":1,"is_staff":"true","left":null}"#),
            (JWT, r#"{"sub":"a","tid":"t","level":1,"is_staff":true}"#),
            (JWT, r#"{"sub":"a","tid":"t","level":1,"is_staff":true,"left":false}"#),
            (JWT, r#"{"tid":"t","level":1,"is_staff":true,"left":null}"#),
            (JWT, r#"{"sub":"a","tid":["s",["t"]],"level":1,"is_staff":true,"left":null}"#),
        ],
    },
    SignedCases {
        name: "odd_names",
        expectations: r##"{"claims":{"self":"a","now":"b","https://a.example/ \"#{x}\\":"\n#{x}\"é\u2028","fals":false},
            "required":["leeway"]}"##,
        tokens: &[
            (
                JWT,
                r##"{"self":"a","now":"b","https://a.example/ \"#{x}\\":"\n#{x}\"é\u2028","fals":false,"leeway":0}"##,
            ),
            (JWT, r##"{"self":"a","now":"b","https://a.example/ \"#{x}\\":"\n#{x}\"é","fals":false,"leeway":0}"##),
            (JWT, r##"{"self":"a","now":"b","https://a.example/ \"#{x}\\":"\n#{x}\"é\u2028","fals":0,"leeway":0}"##),
            (JWT, r##"{"self":"","now":"b","https://a.example/ \"#{x}\\":"\n#{x}\"é\u2028","fals":false,"leeway":0}"##),
            (JWT, r##"{"self":"a","now":"b","https://a.example/ \"#{x}\\":"\n#{x}\"é\u2028","fals":false}"##),
        ],
    },
    SignedCases {
        name: "scopes",
        expectations: r#"{"scopes":["Orders.Read","x"]}"#,
        tokens: &[
            (JWT, r#"{"scope":"x Orders.Read"}"#),
            (JWT, r#"{"scp":"Orders.Read y x"}"#),
            (JWT, r#"{"scp":["x","Orders.Read"]}"#),
            (JWT, r#"{"scp":["x",7,"Orders.Read y"]}"#),
            (JWT, r#"{"scope":"x Orders.ReadWrite"}"#),
            (JWT, r#"{"scope":"x,Orders.Read"}"#),
            (JWT, r#"{"scope":"x Orders.Read\u00a0y"}"#),
            (JWT, r#"{"scope":"x","scp":"Orders.Read"}"#),
            (JWT, r#"{"scope":""}"#),
            (JWT, r#"{"scope":7}"#),
            (JWT, "{}"),
        ],
    },
    SignedCases {
        name: "lifetime",
        expectations: r#"{"longestLifetime":3600}"#,
        tokens: &[
            (JWT, r#"{"iat":NOW-60,"exp":NOW+3540}"#),
            (JWT, r#"{"iat":NOW-60,"exp":NOW+3541}"#),
            (JWT, r#"{"nbf":NOW-60,"exp":NOW+3540}"#),
            (JWT, r#"{"nbf":NOW-60,"exp":NOW+3600}"#),
            (JWT, r#"{"iat":NOW-60}"#),
        ],
    },
    SignedCases {
        name: "everything",
        expectations: r#"{"issuer":"https://a.example","audience":"orders","algorithms":["HS256"],"type":"at+jwt",
            "required":["exp","jti"],"claims":{"sub":"a","tid":"t"},"scopes":["x"],"leeway":5,"longestLifetime":600}"#,
        tokens: &[
            (
                r#""typ":"at+jwt""#,
                r#"{"iss":"https://a.example","aud":"orders","exp":NOW+300,"iat":NOW,"jti":"1","sub":"a","tid":"t","scope":"x"}"#,
            ),
            (
                r#""typ":"at+jwt""#,
                r#"{"iss":"https://b.example","aud":"orders","exp":NOW+300,"iat":NOW,"jti":"1","sub":"a","tid":"t","scope":"x"}"#,
            ),
        ],
    },
];

/// Tokens that several libraries refuse although nothing that is expected does: the notes beside the code tell of each.
pub const STRICTER: &[SignedCases] = &[
    SignedCases { name: "nothing", expectations: "{}", tokens: &[(JWT, r#"{"iat":NOW+600}"#)] },
    SignedCases { name: "nothing", expectations: "{}", tokens: &[(JWT, r#"{"sub":7}"#)] },
    SignedCases { name: "tenant", expectations: r#"{"required":["tid"]}"#, tokens: &[(JWT, r#"{"tid":null}"#)] },
    SignedCases {
        name: "short_lifetime",
        expectations: r#"{"longestLifetime":60}"#,
        tokens: &[(JWT, r#"{"exp":NOW+30}"#)],
    },
    SignedCases {
        name: "audience",
        expectations: r#"{"audience":"orders"}"#,
        tokens: &[(JWT, r#"{"aud":"stock","aud":"orders"}"#)],
    },
];

/// A program of one library, with tokens for it and what is expected of each.
#[derive(serde::Serialize)]
pub struct Program {
    pub name: &'static str,
    pub code: String,
    pub tokens: Vec<String>,
    #[serde(skip)]
    pub expected: Vec<Taken>,
}

pub fn library(id: &str) -> &'static Library {
    LIBRARIES.iter().find(|library| library.id == id).expect("a library of this id")
}

pub fn program(library: &Library, cases: &SignedCases) -> Program {
    let now = SystemTime::now().duration_since(UNIX_EPOCH).expect("a time after 1970").as_secs();
    let now = i64::try_from(now).expect("a time of this age");
    let expectations = Expectations { signature: true, ..json::read(cases.expectations).expect("expectations") };
    let mut program = Program {
        name: cases.name,
        code: code(library, &expectations, KeyPlace::Secret),
        tokens: Vec::new(),
        expected: Vec::new(),
    };
    let mut add = |token: String, signature: KnownSignature| {
        let answer = judge(&token_of(&token), &expectations, signature, now);
        program.expected.push(match answer.verdict {
            ServiceVerdict::WouldRefuse => Taken::Refused,
            ServiceVerdict::NothingAgainst => Taken::Taken,
        });
        program.tokens.push(token);
    };
    for (header, claims) in cases.tokens {
        let comma = if header.is_empty() { "" } else { "," };
        let header = format!(r#"{{"alg":"HS256"{comma}{header}}}"#);
        let claims = at(claims, now);
        add(signed(&header, &claims, SECRET), KnownSignature::FitsPastedKey);
        add(signed(&header, &claims, "another secret of some 32 bytes!"), KnownSignature::DoesNotFit);
        let unsigned = format!("{}.{}.", encode(header.replace("HS256", "none")), encode(&claims));
        add(unsigned, KnownSignature::Unsigned);
    }
    program
}

/// The code for these expectations alone, whatever the token.
pub fn code(library: &Library, expectations: &Expectations, keys: KeyPlace) -> String {
    let of_no_token = judge(&token_of("e30.e30."), &Expectations::default(), KnownSignature::NotChecked, 0);
    let input = CodeInput { expectations, keys };
    let written = write(library, &input, &of_no_token);
    written.lines.iter().map(|line| format!("{}\n", line.text)).collect()
}

/// `NOW+60` as a number.
fn at(claims: &str, now: i64) -> String {
    let mut parts = claims.split("NOW");
    let mut written = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let end = part.find([',', '}', '"']).unwrap_or(part.len());
        let (number, rest) = part.split_at(end);
        let seconds: i64 = if number.is_empty() { 0 } else { number.parse().expect("seconds") };
        written.push_str(&format!("{}{rest}", now + seconds));
    }
    written
}

pub fn signed(header: &str, claims: &str, secret: &str) -> String {
    let signed = format!("{}.{}", encode(header), encode(claims));
    let mut mac = Hmac::<Sha256>::new_from_slice(secret.as_bytes()).expect("HMAC takes keys of any length");
    mac.update(signed.as_bytes());
    format!("{signed}.{}", encode(mac.finalize().into_bytes()))
}
