//! What is written for the cases of `odd_names`.

use std::error::Error;

use jsonwebtoken::{Algorithm, DecodingKey, Validation, decode};
use serde_json::{Map, Value};

pub fn check(token: &str) -> Result<Map<String, Value>, Box<dyn Error>> {
    let key = DecodingKey::from_secret(std::env::var("JWT_SECRET")?.as_bytes())?;
    let mut validation = Validation::new(Algorithm::HS256);
    validation.validate_aud = false;
    validation.leeway = 0; // seconds
    validation.reject_tokens_expiring_in_less_than = 1; // `exp` itself is too late
    validation.validate_nbf = true;
    validation.required_spec_claims.clear();
    let decoded = decode::<Map<String, Value>>(token, &key, &validation)?;
    let claims = decoded.claims;
    if ["exp", "nbf"].iter().any(|name| claims.get(*name).is_some_and(|time| !time.is_number())) {
        return Err("exp or nbf is not a number".into());
    }
    if !lists(claims.get("self"), |it| it == "a") {
        return Err("self differs".into());
    }
    if !lists(claims.get("now"), |it| it == "b") {
        return Err("now differs".into());
    }
    if !lists(claims.get("https://a.example/ \"#{x}\\"), |it| it == "\u{a}#{x}\"é\u{2028}") {
        return Err("https://a.example/ \"#{x}\\ differs".into());
    }
    if !lists(claims.get("fals"), |it| it == false) {
        return Err("fals differs".into());
    }
    if !claims.contains_key("leeway") {
        return Err("leeway is missing".into());
    }
    Ok(claims)
}

/// The claim is such a value, or an array that lists one.
fn lists(claim: Option<&Value>, is_expected: impl Fn(&Value) -> bool) -> bool {
    match claim {
        Some(Value::Array(values)) => values.iter().any(is_expected),
        Some(value) => is_expected(value),
        None => false,
    }
}
