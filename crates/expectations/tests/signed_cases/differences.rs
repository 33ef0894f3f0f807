//! Tokens that some libraries refuse although nothing that is expected does: a note beside the code tells of it.

use super::{JWT, SignedCases};

pub struct LawfulDifference {
    /// One token, which `judge` has nothing against.
    pub cases: SignedCases,
    /// The ids of the libraries that refuse it, and what their note says.
    pub refused_by: &'static [(&'static str, &'static str)],
}

const fn difference(
    name: &'static str,
    expectations: &'static str,
    tokens: &'static [(&'static str, &'static str)],
    refused_by: &'static [(&'static str, &'static str)],
) -> LawfulDifference {
    LawfulDifference { cases: SignedCases { name, expectations, tokens }, refused_by }
}

const LATER: &str = "`iat` lies in the future";
const NOT_NUMBER: &str = "`iat` is not a number";
const NO_STRING: &str = "`sub` or `jti` is no string";
const NULL: &str = "A claim that is `null` is missing";
const NO_BEGIN: &str = "A token with neither `iat` nor `nbf` is refused";
const NOT_MISSING: &str = "that is no string is missing";
const STRINGS: &str = "anything but strings";
const AS_STRING: &str = "as one string";

/// By the name of a case in the other tables where the same is expected.
pub const DIFFERENCES: &[LawfulDifference] = &[
    difference("nothing", "{}", &[(JWT, r#"{"iat":NOW+600}"#)], &[("pyjwt", LATER), ("authlib", LATER)]),
    difference(
        "nothing",
        "{}",
        &[(JWT, r#"{"iat":"NOW-60"}"#)],
        &[("jose", NOT_NUMBER), ("pyjwt", "`exp`, `nbf` and `iat` as a number"), ("authlib", "or is no number")],
    ),
    difference(
        "nothing",
        "{}",
        &[(JWT, r#"{"iat":null}"#)],
        &[("jose", NOT_NUMBER), ("pyjwt", "`exp`, `nbf` and `iat` as a number"), ("authlib", "or is no number")],
    ),
    difference("nothing", "{}", &[(JWT, r#"{"sub":7}"#)], &[("pyjwt", NO_STRING), ("authlib", NO_STRING)]),
    difference("nothing", "{}", &[(JWT, r#"{"jti":7}"#)], &[("pyjwt", NO_STRING), ("authlib", NO_STRING)]),
    difference("nothing", "{}", &[(JWT, r#"{"iss":7}"#)], &[("authlib", "whose `iss`")]),
    difference("nothing", "{}", &[(JWT, r#"{"aud":7}"#)], &[("authlib", "whose `aud`")]),
    difference("nothing", "{}", &[(JWT, r#"{"nbf":-5}"#)], &[("jsonwebtoken-rust", "before 1970")]),
    difference("nothing", "{}", &[(JWT, r#"{"exp":1e30}"#)], &[("jsonwebtoken-rust", "beyond 64 bits")]),
    difference("nothing", "{}", &[(LONG_HEADER, r#"{"sub":"a"}"#)], &[("authlib", "512 bytes")]),
    difference(
        "subject",
        r#"{"claims":{"sub":"a"}}"#,
        &[(JWT, r#"{"sub":["a"]}"#)],
        &[
            ("jose", AS_STRING),
            ("jsonwebtoken-node", AS_STRING),
            ("pyjwt", NO_STRING),
            ("authlib", NO_STRING),
            ("jsonwebtoken-rust", AS_STRING),
        ],
    ),
    difference(
        "number_as_subject",
        r#"{"claims":{"sub":7}}"#,
        &[(JWT, r#"{"sub":7}"#)],
        &[("pyjwt", NO_STRING), ("authlib", NO_STRING)],
    ),
    difference(
        "jti_and_nonce",
        r#"{"claims":{"jti":"1","nonce":"n"}}"#,
        &[(JWT, r#"{"jti":["1"],"nonce":"n"}"#)],
        &[("jsonwebtoken-node", AS_STRING), ("pyjwt", NO_STRING), ("authlib", NO_STRING)],
    ),
    difference(
        "jti_and_nonce",
        r#"{"claims":{"jti":"1","nonce":"n"}}"#,
        &[(JWT, r#"{"jti":"1","nonce":["m","n"]}"#)],
        &[("jsonwebtoken-node", AS_STRING)],
    ),
    difference("tenant", r#"{"required":["tid"]}"#, &[(JWT, r#"{"tid":null}"#)], &[("pyjwt", NULL), ("authlib", NULL)]),
    difference(
        "required_subject",
        r#"{"required":["sub"]}"#,
        &[(JWT, r#"{"sub":null}"#)],
        &[("pyjwt", NULL), ("authlib", NULL), ("jsonwebtoken-rust", NOT_MISSING)],
    ),
    difference(
        "required_subject",
        r#"{"required":["sub"]}"#,
        &[(JWT, r#"{"sub":["a"]}"#)],
        &[("pyjwt", NO_STRING), ("authlib", NO_STRING), ("jsonwebtoken-rust", NOT_MISSING)],
    ),
    difference(
        "short_lifetime",
        r#"{"longestLifetime":60}"#,
        &[(JWT, r#"{"exp":NOW+30}"#)],
        &[
            ("jose", NO_BEGIN),
            ("jsonwebtoken-node", NO_BEGIN),
            ("pyjwt", NO_BEGIN),
            ("authlib", NO_BEGIN),
            ("jsonwebtoken-rust", NO_BEGIN),
            ("ruby-jwt", NO_BEGIN),
        ],
    ),
    difference(
        "short_lifetime",
        r#"{"longestLifetime":60}"#,
        &[(JWT, r#"{"iat":"x","nbf":NOW-10,"exp":NOW+30}"#)],
        &[("jose", NOT_NUMBER), ("pyjwt", "`iat`"), ("authlib", "or is no number")],
    ),
    difference(
        "audience",
        r#"{"audience":"orders"}"#,
        &[(JWT, r#"{"aud":"stock","aud":"orders"}"#)],
        &[("jsonwebtoken-rust", "stands twice")],
    ),
    difference(
        "audience",
        r#"{"audience":"orders"}"#,
        &[(JWT, r#"{"aud":["orders",7]}"#)],
        &[("pyjwt", STRINGS), ("authlib", "an array of strings"), ("jsonwebtoken-rust", STRINGS)],
    ),
];

/// More than 512 bytes, as with a certificate.
const LONG_HEADER: &str = r#""typ":"JWT","x5c":["MIICMIICMIICMIICMIICMIICMIICMIICMIICMIICMIICMIICMIICMIICMIICMIICMIICMIICMIICMIICMIICMIICMIICMIICMIICMIICMIICMIICMIICMIICMIICMIICMIICMIICMIICMIICMIICMIICMIICMIICMIICMIICMIICMIICMIICMIICMIICMIICMIICMIICMIICMIICMIICMIICMIICMIICMIICMIICMIICMIICMIICMIICMIICMIICMIICMIICMIICMIICMIICMIICMIICMIICMIICMIICMIICMIICMIICMIICMIICMIICMIICMIICMIICMIICMIICMIICMIICMIICMIICMIICMIICMIICMIICMIICMIICMIICMIICMIICMIICMIICMIICMIICMIICMIICMIICMIICMIICMIICMIICMIICMIICMIICMIICMIICMIICMIICMIICMIICMIICMIICMIICMIICMIICMIICMIICMIICMIICMIIC"]"#;
