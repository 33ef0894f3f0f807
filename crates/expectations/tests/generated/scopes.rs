//! What is written for the cases of `scopes`.

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
    let scopes: Vec<&str> = ["scope", "scp"]
        .into_iter()
        .flat_map(|name| listed(claims.get(name)))
        .filter_map(Value::as_str)
        .flat_map(|text| text.split(' '))
        .collect();
    if !["Orders.Read", "x"].iter().all(|scope| scopes.contains(scope)) {
        return Err("a scope is missing".into());
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
