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
    if ["exp", "nbf"].iter().any(|name| claims.get(*name).is_some_and(|time| !time.is_number())) {
        return Err("exp or nbf is not a number".into());
    }
    if !claims.get("iss").is_some_and(Value::is_string) {
        return Err("iss is not a string".into());
    }
    let typ = decoded.header.typ.map(|typ| typ.to_ascii_lowercase());
    if !typ.is_some_and(|typ| ["at+jwt", "application/at+jwt"].contains(&typ.as_str())) {
        return Err("typ differs".into());
    }
    if !claims.contains_key("jti") {
        return Err("jti is missing".into());
    }
    if !lists(claims.get("tid"), |it| it == "t") {
        return Err("tid differs".into());
    }
    let granted = ["scope", "scp"].into_iter().filter_map(|name| claims.get(name));
    let granted = granted.flat_map(|claim| claim.as_array().map_or(std::slice::from_ref(claim), Vec::as_slice));
    let scopes: Vec<&str> = granted.filter_map(Value::as_str).flat_map(|text| text.split(' ')).collect();
    if !["x"].iter().all(|wanted| scopes.contains(wanted)) {
        return Err("a scope is missing".into());
    }
    let time = |name: &str| claims.get(name).and_then(Value::as_f64);
    let lifetime = time("exp").zip(time("iat").or_else(|| time("nbf"))).map(|(exp, begins)| exp - begins);
    if !lifetime.is_some_and(|lifetime| lifetime <= 600_f64) {
        return Err("it lives too long".into());
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
