//! What is written for the cases of `rs256_set`.

use std::error::Error;

use jsonwebtoken::jwk::JwkSet;
use jsonwebtoken::{Algorithm, DecodingKey, Validation, decode, decode_header};
use serde_json::{Map, Value};

pub fn check(token: &str) -> Result<Map<String, Value>, Box<dyn Error>> {
    let keys = ureq::get("http://127.0.0.1:47615/keys").call()?.body_mut().read_to_string()?;
    let keys: JwkSet = serde_json::from_str(&keys)?;
    let kid = decode_header(token)?.kid.ok_or("no kid")?;
    let key = DecodingKey::from_jwk(keys.find(&kid).ok_or("no such key")?)?;
    let mut validation = Validation::new(Algorithm::RS256);
    validation.set_issuer(&["https://a.example"]);
    validation.validate_aud = false;
    validation.leeway = 0; // seconds
    validation.reject_tokens_expiring_in_less_than = 1; // `exp` itself is too late
    validation.validate_nbf = true;
    validation.set_required_spec_claims(&["iss"]);
    let decoded = decode::<Map<String, Value>>(token, &key, &validation)?;
    let claims = decoded.claims;
    let is_number = |name: &str| claims.get(name).is_none_or(Value::is_number);
    if !(is_number("exp") && is_number("nbf")) {
        return Err("exp or nbf is not a number".into());
    }
    if !claims.get("iss").is_some_and(Value::is_string) {
        return Err("iss is not a string".into());
    }
    Ok(claims)
}
