//! All that can be expected, as the code of each library for Rust and Ruby says it.

use super::*;

#[test]
fn each_library_for_rust_and_ruby_says_everything() {
    let header = r#"{"alg":"RS256","typ":"JWT"}"#;
    for (id, expected) in [
        (
            "jsonwebtoken-rust",
            expect_test::expect![[r#"
                  use std::error::Error;

                  use jsonwebtoken::jwk::JwkSet;
                  use jsonwebtoken::{Algorithm, DecodingKey, Validation, decode, decode_header};
                  use serde_json::{Map, Value};

                  pub fn check(token: &str) -> Result<Map<String, Value>, Box<dyn Error>> {
                      let keys = ureq::get("<jwks_uri of https://a.example/.well-known/openid-configuration>").call()?.body_mut().read_to_string()?;
                      let keys: JwkSet = serde_json::from_str(&keys)?;
                      let kid = decode_header(token)?.kid.ok_or("no kid")?;
                      let key = DecodingKey::from_jwk(keys.find(&kid).ok_or("no such key")?)?;
                      let mut validation = Validation::new(Algorithm::RS256);
                >     validation.set_issuer(&["https://a.example", "b"]);  // the token has no `iss`
                >     validation.set_audience(&["orders"]);  // the token has no `aud`
                >     validation.sub = Some("1".to_owned());  // the token has no `sub`
                      validation.leeway = 5; // seconds
                      validation.reject_tokens_expiring_in_less_than = 1; // `exp` itself is too late
                      validation.validate_nbf = true;
                      validation.set_required_spec_claims(&[
                          "iss",
                          "aud",
                >         "exp",  // the token has no `exp`
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
                      let types = ["at+jwt", "application/at+jwt", "jwt", "application/jwt"];
                      if !typ.is_some_and(|typ| types.contains(&typ.as_str())) {
                          return Err("typ differs".into());
                      }
                >     if !claims.contains_key("jti") {  // the token has no `jti`
                          return Err("jti is missing".into());
                      }
                >     if !listed(claims.get("tid")).iter().any(|it| it == "t") {  // the token has no `tid`
                          return Err("tid differs".into());
                      }
                >     if !listed(claims.get("n")).iter().any(|it| it.as_f64() == Some(7.0)) {  // the token has no `n`
                          return Err("n differs".into());
                      }
                >     if !listed(claims.get("ok")).iter().any(|it| it == true) {  // the token has no `ok`
                          return Err("ok differs".into());
                      }
                >     if !listed(claims.get("z")).iter().any(|it| it.is_null()) {  // the token has no `z`
                          return Err("z differs".into());
                      }
                      let scopes: Vec<&str> = ["scope", "scp"]
                          .into_iter()
                          .flat_map(|name| listed(claims.get(name)))
                          .filter_map(Value::as_str)
                          .flat_map(|text| text.split(' '))
                          .collect();
                >     if !["a"].iter().all(|scope| scopes.contains(scope)) {  // the token has no `scope`
                          return Err("a scope is missing".into());
                      }
                      let time = |name: &str| claims.get(name).and_then(Value::as_f64);
                      let lifetime = time("exp").zip(time("iat").or(time("nbf"))).map(|(exp, begins)| exp - begins);
                >     if !lifetime.is_some_and(|lifetime| lifetime <= 3600_f64) {  // the token has no `exp`
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
                - Fill in `<jwks_uri of …>`: `https://a.example/.well-known/openid-configuration` names that address.
                - jsonwebtoken does not take `ES256` here: it knows HS256 to HS512, RS256 to RS512, PS256 to PS512, ES256, ES384 and EdDSA, and those of one kind of key at a time.
                - jsonwebtoken takes several issuers in an array, where RFC 7519 has one: a plain line after it refuses these.
                - A token with neither `iat` nor `nbf` is refused by the line on the lifetime, which then cannot be told.
                - By default jsonwebtoken demands `exp`, allows 60 seconds of leeway and does not look at `nbf`: the code sets all three.
                - It takes a token in the second of its `exp`, and an `exp` or `nbf` that is `null`: the code refuses both.
                - It refuses a token in which `exp`, `nbf`, `iss`, `sub` or `aud` stands twice, or `exp` or `nbf` lies before 1970 or beyond 64 bits.
                - It refuses an `aud` in which anything but strings stands.
                - jsonwebtoken compares `sub` as one string: it refuses an array, even one that lists the value.
                - It has no option for `typ`, other claims, scopes and the lifetime: plain lines after it check these.
                - It needs a feature for its cryptography: `rust_crypto` or `aws_lc_rs`.
                - jsonwebtoken does not fetch keys: the crate `ureq` does here, for each token. Keep them for a while. The code needs a `kid` to find the key.
                - The keys are those of the first issuer, `https://a.example`, alone: tokens of the others need theirs.
            "#]],
        ),
        (
            "ruby-jwt",
            expect_test::expect![[r#"
                  require "json"
                  require "net/http"
                  require "jwt"

                  cached = nil
                  KEYS = lambda do |options|
                    cached = nil if options[:kid_not_found]
                    cached ||= JSON.parse(Net::HTTP.get(URI("<jwks_uri of https://a.example/.well-known/openid-configuration>")), symbolize_names: true)
                  end

                  def check(token)
                    claims, header = JWT.decode(
                      token, nil, true,
                      {
                        jwks: KEYS,
                        algorithms: ["RS256", "ES256"],
                >       iss: ["https://a.example", "b"],  # the token has no `iss`
                        verify_iss: true,
                >       aud: ["orders"],  # the token has no `aud`
                        verify_aud: true,
                        leeway: 5, # seconds
                        required_claims: [
                >         "exp",  # the token has no `exp`
                >         "jti",  # the token has no `jti`
                        ],
                      }
                    )
                    raise JWT::DecodeError, "it has no claims" unless claims.is_a?(Hash)
                    raise JWT::DecodeError, "exp or nbf is not a number" unless claims.slice("exp", "nbf").values.all?(Numeric)
                    type = header["typ"]
                    raise JWT::DecodeError, "typ differs" unless type.is_a?(String) && ["at+jwt", "application/at+jwt", "jwt", "application/jwt"].include?(type.downcase)
                >   raise JWT::DecodeError, "sub differs" unless [claims["sub"]].flatten(1).include?("1")  # the token has no `sub`
                >   raise JWT::DecodeError, "tid differs" unless [claims["tid"]].flatten(1).include?("t")  # the token has no `tid`
                >   raise JWT::DecodeError, "n differs" unless [claims["n"]].flatten(1).include?(7)  # the token has no `n`
                >   raise JWT::DecodeError, "ok differs" unless [claims["ok"]].flatten(1).include?(true)  # the token has no `ok`
                >   raise JWT::DecodeError, "z differs" unless claims.key?("z") && [claims["z"]].flatten(1).include?(nil)  # the token has no `z`
                    scopes = [claims["scope"], claims["scp"]].flatten(1).grep(String).join(" ").split(/ /)
                >   raise JWT::DecodeError, "a scope is missing" unless (["a"] - scopes).empty?  # the token has no `scope`
                    begins = claims.values_at("iat", "nbf").grep(Numeric).first
                >   raise JWT::DecodeError, "it lives too long" unless claims["exp"] && begins && claims["exp"] - begins <= 3600  # the token has no `exp`
                    claims
                  end
                - Fill in `<jwks_uri of …>`: `https://a.example/.well-known/openid-configuration` names that address.
                - ruby-jwt needs a `kid` to find the key.
                - ruby-jwt reads any text in `exp` and `nbf` as a number, often 0: a plain line after it refuses these. On `true` or an array there it ends with a `NoMethodError`.
                - ruby-jwt does not check `typ`: plain lines after it do.
                - A token with neither `iat` nor `nbf` is refused by the line on the lifetime, which then cannot be told.
                - ruby-jwt has no option for other values, scopes and the lifetime: plain lines after it check these.
                - The keys are those of the first issuer, `https://a.example`, alone: tokens of the others need theirs.
            "#]],
        ),
    ] {
        expected.assert_eq(&shown(&code_for(id, EVERYTHING, header, "{}")));
    }
}
