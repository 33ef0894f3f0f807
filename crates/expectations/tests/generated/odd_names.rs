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
    let is_number = |name: &str| claims.get(name).is_none_or(Value::is_number);
    if !(is_number("exp") && is_number("nbf")) {
        return Err("exp or nbf is not a number".into());
    }
    if !listed(claims.get("self")).iter().any(|it| it == "a") {
        return Err("self differs".into());
    }
    if !listed(claims.get("now")).iter().any(|it| it == "b") {
        return Err("now differs".into());
    }
    if !listed(claims.get("https://a.example/ \"#{x}\\")).iter().any(|it| it == "\u{a}#{x}\"é\u{2028}") {
        return Err("https://a.example/ \"#{x}\\ differs".into());
    }
    if !listed(claims.get("fals")).iter().any(|it| it == false) {
        return Err("fals differs".into());
    }
    if !claims.contains_key("leeway") {
        return Err("leeway is missing".into());
    }
    Ok(claims)
}

/// The values of a claim: those of an array, or its own.
fn listed(claim: Option<&Value>) -> &[Value] {
    match claim {
        Some(Value::Array(values)) => values,
        Some(value) => std::slice::from_ref(value),
        None => &[],
    }
}
