//! All that can be expected, as the code of each library for JavaScript and Python says it.

use super::*;

#[test]
fn each_library_for_javascript_and_python_says_everything() {
    let header = r#"{"alg":"RS256","typ":"JWT"}"#;
    for (id, expected) in [
        (
            "jose",
            expect_test::expect![[r#"
                  import { createRemoteJWKSet, decodeJwt, jwtVerify } from "jose";

                  const keysOf = new Map([
                    [
                      "https://a.example",
                      createRemoteJWKSet(
                        new URL("<jwks_uri of https://a.example/.well-known/openid-configuration>"),
                      ),
                    ],
                    ["b", createRemoteJWKSet(new URL("<address of the JWK Set of b>"))],
                  ]);

                  export async function check(token) {
                    const keys = keysOf.get(decodeJwt(token).iss);
                >   if (!keys) throw new Error("iss differs");  // the token has no `iss`
                    const { payload, protectedHeader } = await jwtVerify(token, keys, {
                      issuer: ["https://a.example", "b"],
                >     audience: "orders",  // the token has no `aud`
                      algorithms: ["RS256", "ES256"],
                >     subject: "1",  // the token has no `sub`
                      clockTolerance: 5, // seconds
                      requiredClaims: [
                >       "exp",  // the token has no `exp`
                >       "jti",  // the token has no `jti`
                      ],
                    });
                    if (!["at+jwt", "application/at+jwt", "jwt", "application/jwt"].includes(protectedHeader.typ?.toLowerCase?.())) throw new Error("typ differs");
                >   if (![payload.tid].flat().includes("t")) throw new Error("tid differs");  // the token has no `tid`
                >   if (![payload.n].flat().includes(7)) throw new Error("n differs");  // the token has no `n`
                >   if (![payload.ok].flat().includes(true)) throw new Error("ok differs");  // the token has no `ok`
                >   if (![payload.z].flat().includes(null)) throw new Error("z differs");  // the token has no `z`
                    const granted = [payload.scope, payload.scp].flat().filter((it) => typeof it === "string");
                    const scopes = granted.join(" ").split(" ");
                >   if (!["a"].every((scope) => scopes.includes(scope))) throw new Error("a scope is missing");  // the token has no `scope`
                    const begins = [payload.iat, payload.nbf].find((it) => typeof it === "number");
                >   if (!(payload.exp - begins <= 3600)) throw new Error("it lives too long");  // the token has no `exp`
                    return payload;
                  }
                - Fill in `<jwks_uri of …>`: `https://a.example/.well-known/openid-configuration` names that address.
                - Fill in `<address of the JWK Set of b>`.
                - jose compares `typ` with one type. A plain line after it compares it with several.
                - A token with neither `iat` nor `nbf` is refused by the line on the lifetime, which then cannot be told.
                - jose compares `sub` as one string: it refuses an array, even one that lists the value.
                - jose has no option for the values of claims and for scopes: plain lines after it check these.
                - `maxTokenAge` of jose counts from `iat` to now, so plain lines check the lifetime.
                - jose also refuses a token whose `iat` is not a number.
            "#]],
        ),
        (
            "jsonwebtoken-node",
            expect_test::expect![[r#"
                  import jwt from "jsonwebtoken";
                  import jwksRsa from "jwks-rsa";

                  const keysOf = new Map([
                    [
                      "https://a.example",
                      jwksRsa({
                        jwksUri: "<jwks_uri of https://a.example/.well-known/openid-configuration>",
                      }),
                    ],
                    ["b", jwksRsa({ jwksUri: "<address of the JWK Set of b>" })],
                  ]);

                  export async function check(token) {
                    const decoded = jwt.decode(token, { complete: true });
                    const keys = keysOf.get(decoded?.payload?.iss);
                >   if (!keys) throw new Error("iss differs");  // the token has no `iss`
                    const { kid } = decoded.header;
                    const key = (await keys.getSigningKey(kid)).getPublicKey();
                    const { payload, header } = jwt.verify(token, key, {
                      algorithms: ["RS256", "ES256"],
                      issuer: ["https://a.example", "b"],
                >     audience: ["orders"],  // the token has no `aud`
                >     subject: "1",  // the token has no `sub`
                      clockTolerance: 5, // seconds
                      complete: true,
                    });
                    if (typeof payload !== "object" || Array.isArray(payload)) throw new Error("it has no claims");
                    if (!["at+jwt", "application/at+jwt", "jwt", "application/jwt"].includes(header.typ?.toLowerCase?.())) throw new Error("typ differs");
                >   if (!Object.hasOwn(payload, "exp")) throw new Error("exp is missing");  // the token has no `exp`
                >   if (!Object.hasOwn(payload, "jti")) throw new Error("jti is missing");  // the token has no `jti`
                >   if (![payload.tid].flat().includes("t")) throw new Error("tid differs");  // the token has no `tid`
                >   if (![payload.n].flat().includes(7)) throw new Error("n differs");  // the token has no `n`
                >   if (![payload.ok].flat().includes(true)) throw new Error("ok differs");  // the token has no `ok`
                >   if (![payload.z].flat().includes(null)) throw new Error("z differs");  // the token has no `z`
                    const granted = [payload.scope, payload.scp].flat().filter((it) => typeof it === "string");
                    const scopes = granted.join(" ").split(" ");
                >   if (!["a"].every((scope) => scopes.includes(scope))) throw new Error("a scope is missing");  // the token has no `scope`
                    const begins = [payload.iat, payload.nbf].find((it) => typeof it === "number");
                >   if (!(payload.exp - begins <= 3600)) throw new Error("it lives too long");  // the token has no `exp`
                    return payload;
                  }
                - Fill in `<jwks_uri of …>`: `https://a.example/.well-known/openid-configuration` names that address.
                - Fill in `<address of the JWK Set of b>`.
                - jsonwebtoken does not fetch keys: the package `jwks-rsa` does. Where the set has several keys, it needs a `kid`.
                - jsonwebtoken does not check `typ`: a plain line after it does.
                - A token with neither `iat` nor `nbf` is refused by the line on the lifetime, which then cannot be told.
                - jsonwebtoken compares `sub` as one string: it refuses an array, even one that lists the value.
                - jsonwebtoken has no option for other claims and for scopes: plain lines after it check these.
                - `maxAge` of jsonwebtoken counts from `iat` to now, so plain lines check the lifetime.
            "#]],
        ),
        (
            "pyjwt",
            expect_test::expect![[r#"
                  import jwt

                  keys = {
                      "https://a.example": jwt.PyJWKClient(
                          "<jwks_uri of https://a.example/.well-known/openid-configuration>"
                      ),
                      "b": jwt.PyJWKClient("<address of the JWK Set of b>"),
                  }


                  def listed(value):
                      return value if isinstance(value, list) else [value]


                  def check(token):
                      options = {"verify_signature": False}
                      issuer = jwt.decode(token, options=options).get("iss")
                >     if not isinstance(issuer, str) or issuer not in keys:  # the token has no `iss`
                          raise jwt.InvalidTokenError("iss differs")
                      decoded = jwt.decode_complete(
                          token,
                          keys[issuer].get_signing_key_from_jwt(token).key,
                          algorithms=["RS256", "ES256"],
                          issuer=["https://a.example", "b"],
                >         audience=["orders"],  # the token has no `aud`
                >         subject="1",  # the token has no `sub`
                          leeway=5,  # seconds
                          options={
                              "require": [
                >                 "exp",  # the token has no `exp`
                >                 "jti",  # the token has no `jti`
                                  "sub",
                              ],
                          },
                      )
                      claims = decoded["payload"]
                      if any(type(claims.get(name, 0)) not in (int, float) for name in ("exp", "nbf", "iat")):
                          raise jwt.InvalidTokenError("exp, nbf or iat is not a number")
                      typ = decoded["header"].get("typ")
                      if not isinstance(typ, str) or typ.lower() not in ["at+jwt", "application/at+jwt", "jwt", "application/jwt"]:
                          raise jwt.InvalidTokenError("typ differs")
                >     if "t" not in listed(claims.get("tid")):  # the token has no `tid`
                          raise jwt.InvalidTokenError("tid differs")
                >     if not any(type(it) in (int, float) and it == 7 for it in listed(claims.get("n"))):  # the token has no `n`
                          raise jwt.InvalidTokenError("n differs")
                >     if not any(it is True for it in listed(claims.get("ok"))):  # the token has no `ok`
                          raise jwt.InvalidTokenError("ok differs")
                >     if "z" not in claims or None not in listed(claims["z"]):  # the token has no `z`
                          raise jwt.InvalidTokenError("z differs")
                      granted = listed(claims.get("scope")) + listed(claims.get("scp"))
                      scopes = set(" ".join(it for it in granted if isinstance(it, str)).split(" "))
                >     if not scopes.issuperset(["a"]):  # the token has no `scope`
                          raise jwt.InvalidTokenError("a scope is missing")
                      begins = claims.get("iat", claims.get("nbf"))
                >     if "exp" not in claims or begins is None or claims["exp"] - begins > 3600:  # the token has no `exp`
                          raise jwt.InvalidTokenError("it lives too long")
                      return claims
                - Fill in `<jwks_uri of …>`: `https://a.example/.well-known/openid-configuration` names that address.
                - Fill in `<address of the JWK Set of b>`.
                - A token with neither `iat` nor `nbf` is refused by the line on the lifetime, which then cannot be told.
                - PyJWT refuses an `aud` in which anything but strings stands.
                - PyJWT does not check `typ`: plain lines after it do.
                - PyJWT has no option for other claims, scopes and the lifetime: plain lines after it check these.
                - A claim that is `null` is missing to PyJWT.
                - PyJWT reads a text or `true` in `exp`, `nbf` and `iat` as a number: a plain line after it refuses these.
                - PyJWT also refuses a token whose `iat` lies in the future, or whose `sub` or `jti` is no string.
                - `PyJWKClient` needs a `kid` to find the key.
                - It needs the package `cryptography`: install `PyJWT[crypto]`.
            "#]],
        ),
        (
            "authlib",
            expect_test::expect![[r#"
                  import json
                  from urllib.request import urlopen

                  from joserfc import jwt
                  from joserfc.errors import InvalidClaimError
                  from joserfc.jwk import KeySet
                  from joserfc.jws import JWSRegistry

                  with urlopen("<jwks_uri of https://a.example/.well-known/openid-configuration>", timeout=10) as response:
                      key = KeySet.import_key_set(json.load(response))
                  registry = JWSRegistry(
                      algorithms=["RS256", "ES256"],
                      strict_check_header=False,
                  )
                  expected = jwt.JWTClaimsRegistry(
                      leeway=5,  # seconds
                      **{
                >         "iss": {"essential": True, "values": ["https://a.example", "b"]},  # the token has no `iss`
                >         "aud": {"essential": True, "values": ["orders"]},  # the token has no `aud`
                >         "exp": {"essential": True, "allow_blank": True},  # the token has no `exp`
                >         "jti": {"essential": True, "allow_blank": True},  # the token has no `jti`
                >         "sub": {"essential": True, "value": "1"},  # the token has no `sub`
                >         "tid": {"essential": True, "value": "t"},  # the token has no `tid`
                      },
                  )


                  def listed(value):
                      return value if isinstance(value, list) else [value]


                  def check(token):
                      decoded = jwt.decode(token, key, registry=registry)
                      claims = decoded.claims
                      expected.validate(claims)
                      typ = decoded.header.get("typ")
                      if not isinstance(typ, str) or typ.lower() not in ["at+jwt", "application/at+jwt", "jwt", "application/jwt"]:
                          raise InvalidClaimError("typ", "typ differs")
                >     if not any(type(it) in (int, float) and it == 7 for it in listed(claims.get("n"))):  # the token has no `n`
                          raise InvalidClaimError("n", "n differs")
                >     if not any(it is True for it in listed(claims.get("ok"))):  # the token has no `ok`
                          raise InvalidClaimError("ok", "ok differs")
                >     if "z" not in claims or None not in listed(claims["z"]):  # the token has no `z`
                          raise InvalidClaimError("z", "z differs")
                      granted = listed(claims.get("scope")) + listed(claims.get("scp"))
                      scopes = set(" ".join(it for it in granted if isinstance(it, str)).split(" "))
                >     if not scopes.issuperset(["a"]):  # the token has no `scope`
                          raise InvalidClaimError("scope", "a scope is missing")
                      begins = claims.get("iat", claims.get("nbf"))
                >     if "exp" not in claims or begins is None or claims["exp"] - begins > 3600:  # the token has no `exp`
                          raise InvalidClaimError("exp", "it lives too long")
                      return claims
                - Fill in `<jwks_uri of …>`: `https://a.example/.well-known/openid-configuration` names that address.
                - A token with neither `iat` nor `nbf` is refused by the line on the lifetime, which then cannot be told.
                - `authlib.jose` is deprecated: its authors say to use joserfc, which this code does.
                - joserfc refuses header parameters that it does not know. `strict_check_header` turns that off: RFC 7515 section 4 says to ignore them.
                - joserfc does not check `typ`: plain lines after it do.
                - joserfc takes `True` for the number 1, and `None` for no value: plain lines check such values.
                - joserfc has no option for scopes and the lifetime: plain lines after it check these.
                - A claim that is `null` is missing to joserfc.
                - joserfc also refuses a token whose `iat` lies in the future or is no number, whose `iss`, `sub` or `jti` is no string, or whose `aud` is neither a string nor an array of strings.
                - joserfc refuses a header of more than 512 bytes, such as one with certificates in `x5c`: set `max_header_length` of the registry where yours is longer.
                - joserfc does not fetch keys: `urlopen` does here, once. Issuers change their keys, so fetch them again from time to time. Where the set has several keys, joserfc needs a `kid`.
                - The keys are those of the first issuer, `https://a.example`, alone: tokens of the others need theirs.
            "#]],
        ),
    ] {
        expected.assert_eq(&shown(&code_for(id, EVERYTHING, header, "{}")));
    }
}
