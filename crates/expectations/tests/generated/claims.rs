//! What is written for the cases of `claims`.

use std::error::Error;

use jsonwebtoken::{Algorithm, DecodingKey, Validation, decode};
use serde_json::{Map, Value};

pub fn check(token: &str) -> Result<Map<String, Value>, Box<dyn Error>> {
    let key = DecodingKey::from_secret(std::env::var("JWT_SECRET")?.as_bytes())?;
    let mut validation = Validation::new(Algorithm::HS256);
    validation.validate_aud = false;
    validation.sub = Some("a".to_owned());
    validation.leeway = 0; // seconds
    validation.reject_tokens_expiring_in_less_than = 1; // `exp` itself is too late
    validation.validate_nbf = true;
    validation.set_required_spec_claims(&["sub"]);
    let decoded = decode::<Map<String, Value>>(token, &key, &validation)?;
    let claims = decoded.claims;
    let is_number = |name: &str| claims.get(name).is_none_or(Value::is_number);
    if !(is_number("exp") && is_number("nbf")) {
        return Err("exp or nbf is not a number".into());
    }
    if !listed(claims.get("tid")).iter().any(|it| it == "t") {
        return Err("tid differs".into());
    }
    if !listed(claims.get("level")).iter().any(|it| it.as_f64() == Some(1.0)) {
        return Err("level differs".into());
    }
    if !listed(claims.get("is_staff")).iter().any(|it| it == true) {
        return Err("is_staff differs".into());
    }
    if !listed(claims.get("left")).iter().any(|it| it.is_null()) {
        return Err("left differs".into());
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
