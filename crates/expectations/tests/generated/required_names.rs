//! What is written for the cases of `required_names`.

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
    if !claims.contains_key("toString") {
        return Err("toString is missing".into());
    }
    if !claims.contains_key("__proto__") {
        return Err("__proto__ is missing".into());
    }
    if !claims.contains_key("jti") {
        return Err("jti is missing".into());
    }
    Ok(claims)
}
