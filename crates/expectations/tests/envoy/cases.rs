//! Tokens that Envoy may read in a way of its own, and where it does.

use crate::signed_cases::{SignedCases, Taken};

const JWT: &str = r#""typ":"JWT""#;

/// Beside those of all languages.
pub const OWN: &[SignedCases] = &[
    SignedCases {
        name: "types_of_claims",
        expectations: "{}",
        tokens: &[
            (JWT, r#"{"iss":7}"#),
            (JWT, r#"{"iss":null}"#),
            (JWT, r#"{"sub":null}"#),
            (JWT, r#"{"jti":7}"#),
            (JWT, r#"{"aud":7}"#),
            (JWT, r#"{"aud":["a",7]}"#),
            (JWT, r#"{"aud":[]}"#),
            (JWT, r#"{"iat":"soon"}"#),
            (JWT, r#"{"iat":-5}"#),
            (JWT, r#"{"iat":1.5}"#),
            (JWT, r#"{"nbf":-5}"#),
            (JWT, r#"{"exp":-5}"#),
            (JWT, r#"{"exp":0}"#),
            (JWT, r#"{"exp":1e9}"#),
            (JWT, r#"{"exp":4102444800.5}"#),
            (JWT, r#"{"exp":1e20}"#),
            (JWT, r#"{"a":1,"a":2}"#),
            (JWT, r#"{"a":{"b":1,"b":2}}"#),
            (r#""typ":7"#, "{}"),
            (r#""kid":"a""#, "{}"),
            (r#""kid":7"#, "{}"),
        ],
    },
    SignedCases {
        name: "addresses",
        expectations: r#"{"audience":["https://a.example/x","b"]}"#,
        tokens: &[
            (JWT, r#"{"aud":"https://a.example/x"}"#),
            (JWT, r#"{"aud":"http://a.example/x/"}"#),
            (JWT, r#"{"aud":["c","a.example/x"]}"#),
            (JWT, r#"{"aud":"https://b/"}"#),
            (JWT, r#"{"aud":"api://b"}"#),
            (JWT, r#"{"aud":"https://a.example/X"}"#),
            (JWT, r#"{"aud":"c b"}"#),
        ],
    },
    SignedCases {
        name: "two_filters",
        expectations: r#"{"issuer":["a","b"],"required":["sub"],"claims":{"tid":"t"},"scopes":["x"]}"#,
        tokens: &[
            (JWT, r#"{"iss":"a","sub":"s","tid":"t","scope":"x"}"#),
            (JWT, r#"{"iss":"b","sub":"s","tid":"t","scope":"x"}"#),
            (JWT, r#"{"iss":"b","sub":"s","tid":"u","scope":"x"}"#),
            (JWT, r#"{"iss":"c","sub":"s","tid":"t","scope":"x"}"#),
        ],
    },
    SignedCases {
        name: "present",
        expectations: r#"{"required":["tid"]}"#,
        tokens: &[
            (JWT, r#"{"tid":0}"#),
            (JWT, r#"{"tid":[]}"#),
            (JWT, r#"{"tid":{}}"#),
            (JWT, r#"{"tid":{"a":1}}"#),
            (JWT, r#"{"tid":[null]}"#),
        ],
    },
    SignedCases {
        name: "registered_claims",
        expectations: r#"{"required":["iss","aud","exp","nbf","iat","jti"]}"#,
        tokens: &[
            (JWT, r#"{"iss":"a","aud":"a","exp":NOW+60,"nbf":1,"iat":1,"jti":"a"}"#),
            (JWT, r#"{"iss":"","aud":["a"],"exp":NOW+60,"nbf":0,"iat":0,"jti":""}"#),
            (JWT, r#"{"iss":"a","aud":"a","exp":NOW+60,"nbf":1,"iat":1}"#),
            (JWT, r#"{"iss":"a","aud":"a","nbf":1,"iat":1,"jti":"a"}"#),
            (JWT, r#"{"iss":"a","aud":"a","exp":0,"nbf":1,"iat":1,"jti":"a"}"#),
        ],
    },
    SignedCases {
        name: "numbers",
        expectations: NUMBERS,
        tokens: &[
            (JWT, r#"{"a":100,"b":0,"c":0.0015,"d":9007199254740993,"exp":4102444800}"#),
            (JWT, r#"{"a":100,"b":0,"c":0.0015,"d":9007199254740992,"exp":4102444800}"#),
            (JWT, r#"{"a":100,"b":0,"c":0.0016,"d":9007199254740993,"exp":4102444800}"#),
            (JWT, r#"{"a":100,"b":0,"c":0.0015,"d":9007199254740993,"exp":4102444801}"#),
        ],
    },
    SignedCases {
        name: "text_of_scopes",
        expectations: r#"{"scopes":["a"],"claims":{"scope":"a b"}}"#,
        tokens: &[(JWT, r#"{"scope":"a b"}"#), (JWT, r#"{"scope":"a  b"}"#), (JWT, r#"{"scope":["a","b"]}"#)],
    },
    SignedCases {
        name: "spaces",
        expectations: r#"{"scopes":["a"]}"#,
        tokens: &[
            (JWT, r#"{"scope":"  a  b "}"#),
            (JWT, r#"{"scope":"b a"}"#),
            (JWT, r#"{"scope":"b  a  c"}"#),
            (JWT, r#"{"scope":"b\ta"}"#),
            (JWT, r#"{"scp":["c","b a"]}"#),
            (JWT, r#"{"scope":"ba ab bab"}"#),
            (JWT, r#"{"scope":{"a":1}}"#),
        ],
    },
    SignedCases {
        name: "long_scope",
        expectations: r#"{"scopes":["https://a.example/abcdefghijklmnopqrstuvwxyz/abcdefghijklmnopqrstuvwxyz/abcdefghijklmnopqrstuvwxyz/é(.*)[]{}|^$\\\""]}"#,
        tokens: &[
            (
                JWT,
                r#"{"scope":"x https://a.example/abcdefghijklmnopqrstuvwxyz/abcdefghijklmnopqrstuvwxyz/abcdefghijklmnopqrstuvwxyz/é(.*)[]{}|^$\\\""}"#,
            ),
            (JWT, r#"{"scope":"x"}"#),
        ],
    },
    SignedCases {
        name: "longest_times",
        expectations: r#"{"leeway":4294967295,"longestLifetime":18446744073709551615}"#,
        tokens: &[(JWT, r#"{"iat":NOW,"exp":NOW+60}"#)],
    },
    SignedCases {
        name: "odd_texts",
        expectations: ODD_TEXTS,
        tokens: &[
            (
                r##""typ":"*&!|>%@`""##,
                r##"{"iss":"a: #\"b\"\\{}[] ","aud":"😀\u202e'\u0001","x y: {":"é\n- z","scope":"a\"# b"}"##,
            ),
            (
                r##""typ":"*&!|>%@`""##,
                r##"{"iss":"a: #\"b\"\\{}[]","aud":"😀\u202e'\u0001","x y: {":"é\n- z","scope":"a\"# b"}"##,
            ),
        ],
    },
    SignedCases { name: "no_name", expectations: NO_NAME, tokens: &[(JWT, r#"{"":"x"}"#), (JWT, r#"{"":"y"}"#)] },
];

const NUMBERS: &str = r#"{"claims":{"a":1E2,"b":-0,"c":1.5e-3,"d":9007199254740993,"exp":4102444800}}"#;
const ODD_TEXTS: &str = r##"{"issuer":"a: #\"b\"\\{}[] ","audience":"😀\u202e'\u0001","type":"*&!|>%@`",
    "claims":{"x y: {":"é\n- z"},"scopes":["a\"#"]}"##;
const NO_NAME: &str = r#"{"claims":{"":"x"}}"#;

/// Where Envoy says something else than `judge`.
pub struct EnvoyDifference {
    pub expectations: &'static str,
    /// Of a token with a good signature.
    pub token: (&'static str, &'static str),
    pub envoy: Taken,
    /// What a note beside the code says of it.
    pub told: &'static str,
    /// False where a second that passes in the test makes it go.
    pub is_certain: bool,
}

const fn taken(expectations: &'static str, claims: &'static str, told: &'static str) -> EnvoyDifference {
    EnvoyDifference { expectations, token: (JWT, claims), envoy: Taken::Taken, told, is_certain: true }
}

const fn refused(expectations: &'static str, claims: &'static str, told: &'static str) -> EnvoyDifference {
    EnvoyDifference { expectations, token: (JWT, claims), envoy: Taken::Refused, told, is_certain: true }
}

const ADDRESSES: &str = r#"{"audience":["https://a.example/x","b"]}"#;
const LIFETIME: &str = r#"{"longestLifetime":3600}"#;
const NO_STRING: &str = "`kid`, `iss`, `sub` or `jti` that is no string";
const AUDIENCES: &str = "an `aud` that is neither a string nor a list of strings";
const TIMES: &str = "no number, below zero or beyond 64 bits";
const SCHEMES: &str = "without `http://` or `https://` before them and without a slash after them";
const UNTIL: &str = "what is left until `exp`, not the time from `iat` to `exp`";

pub const DIFFERENCES: &[EnvoyDifference] = &[
    // `jwt.cc` reads these claims into fields.
    refused("{}", r#"{"iss":7}"#, NO_STRING),
    refused("{}", r#"{"iss":null}"#, NO_STRING),
    refused("{}", r#"{"sub":7}"#, NO_STRING),
    refused("{}", r#"{"sub":null}"#, NO_STRING),
    refused("{}", r#"{"jti":7}"#, NO_STRING),
    EnvoyDifference {
        expectations: "{}",
        token: (r#""kid":7"#, "{}"),
        envoy: Taken::Refused,
        told: NO_STRING,
        is_certain: true,
    },
    refused("{}", r#"{"aud":7}"#, AUDIENCES),
    refused("{}", r#"{"aud":["a",7]}"#, AUDIENCES),
    refused("{}", r#"{"iat":"soon"}"#, TIMES),
    refused("{}", r#"{"iat":-5}"#, TIMES),
    refused("{}", r#"{"nbf":-5}"#, TIMES),
    refused("{}", r#"{"exp":1e20}"#, TIMES),
    taken("{}", r#"{"exp":0}"#, "whose `exp` is 0"),
    refused("{}", r#"{"exp":1e30}"#, TIMES),
    refused("{}", r#"{"iat":"NOW-60"}"#, TIMES),
    refused("{}", r#"{"iat":null}"#, TIMES),
    refused(r#"{"longestLifetime":60}"#, r#"{"iat":"x","nbf":NOW-10,"exp":NOW+30}"#, TIMES),
    refused(r#"{"claims":{"sub":"a"}}"#, r#"{"sub":["a"]}"#, NO_STRING),
    refused(r#"{"claims":{"sub":7}}"#, r#"{"sub":7}"#, NO_STRING),
    refused(r#"{"claims":{"jti":"1","nonce":"n"}}"#, r#"{"jti":["1"],"nonce":"n"}"#, NO_STRING),
    refused(r#"{"required":["sub"]}"#, r#"{"sub":null}"#, NO_STRING),
    refused(r#"{"required":["sub"]}"#, r#"{"sub":["a"]}"#, NO_STRING),
    refused(r#"{"audience":"orders"}"#, r#"{"aud":["orders",7]}"#, AUDIENCES),
    // Envoy reads the JSON of a token by the rules of Protocol Buffers.
    refused("{}", r#"{"a":1,"a":2}"#, "a name twice in one object"),
    refused("{}", r#"{"a":{"b":1,"b":2}}"#, "a name twice in one object"),
    refused(r#"{"audience":"orders"}"#, r#"{"aud":"stock","aud":"orders"}"#, "a name twice in one object"),
    // `check_audience.cc`.
    taken(ADDRESSES, r#"{"aud":"http://a.example/x/"}"#, SCHEMES),
    taken(ADDRESSES, r#"{"aud":["c","a.example/x"]}"#, SCHEMES),
    taken(ADDRESSES, r#"{"aud":"https://b/"}"#, SCHEMES),
    // Numbers are doubles.
    taken(
        NUMBERS,
        r#"{"a":100,"b":0,"c":0.0015,"d":9007199254740992,"exp":4102444800}"#,
        "numbers near it pass as well",
    ),
    taken(NO_NAME, r#"{"":"y"}"#, "a claim whose name is empty"),
    // `max_lifetime`.
    taken(LIFETIME, r#"{"iat":NOW-60,"exp":NOW+3541}"#, UNTIL),
    taken(LIFETIME, r#"{"nbf":NOW-60,"exp":NOW+3600}"#, UNTIL),
    // `clock_skew_seconds: 1` for a leeway of 0.
    EnvoyDifference {
        expectations: "{}",
        token: (JWT, r#"{"exp":NOW}"#),
        envoy: Taken::Taken,
        told: "1 stands here",
        is_certain: false,
    },
];
