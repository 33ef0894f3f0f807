//! What is written for the cases of `everything`.

use std::error::Error;

use jsonwebtoken::{Algorithm, DecodingKey, Validation, decode};
use serde_json::{Map, Value};

pub fn check(token: &str) -> Result<Map<String, Value>, Box<dyn Error>> {
    let key = DecodingKey::from_secret(std::env::var("JWT_SECRET")?.as_bytes())?;
    let mut validation = Validation::new(Algorithm::HS256);
    validation.set_issuer(&["https://a.example"]);
    validation.set_audience(&["orders"]);
    validation.sub = Some("a".to_owned());
    validation.leeway = 5; // seconds
    validation.reject_tokens_expiring_in_less_than = 1; // `exp` itself is too late
    validation.validate_nbf = true;
    validation.set_required_spec_claims(&[
        "iss",
        "aud",
        "exp",
        "sub",
    ]);
    let decoded = decode::<Map<String, Value>>(token, &key, &validation)?;
    let claims = decoded.claims;
    let is_number = |name: &str| claims.get(name).is_none_or(Value::is_number);
    if !(is_number("exp") && is_number("nbf")) {
        return Err("exp or nbf is not a number".into());
    }
    if !claims.get("iss").is_some_and(Value::is_string) {
        return Err("iss is not a string".into());
    }
    let typ = decoded.header.typ.map(|typ| typ.to_ascii_lowercase());
    let types = ["at+jwt", "application/at+jwt"];
    if !typ.is_some_and(|typ| types.contains(&typ.as_str())) {
        return Err("typ differs".into());
    }
    if !claims.contains_key("jti") {
        return Err("jti is missing".into());
    }
    if !listed(claims.get("tid")).iter().any(|it| it == "t") {
        return Err("tid differs".into());
    }
    let scopes: Vec<&str> = ["scope", "scp"]
        .into_iter()
        .flat_map(|name| listed(claims.get(name)))
        .filter_map(Value::as_str)
        .flat_map(|text| text.split(' '))
        .collect();
    if !["x"].iter().all(|scope| scopes.contains(scope)) {
        return Err("a scope is missing".into());
    }
    let time = |name: &str| claims.get(name).and_then(Value::as_f64);
    let lifetime = time("exp").zip(time("iat").or(time("nbf"))).map(|(exp, begins)| exp - begins);
    if !lifetime.is_some_and(|lifetime| lifetime <= 600_f64) {
        return Err("it lives too long".into());
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
