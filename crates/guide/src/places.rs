//! Which question of the guide a finding belongs to.

use super::asked::position;

/// How ids of rules begin, and the question they lead to: the first that fits counts.
const PLACES: &[(&str, &str)] = &[
    ("alg-hmac", "keys"),
    ("alg-", "algorithms"),
    ("aud-", "audience"),
    ("auth0-", "sign-or-encrypt"),
    ("base64-invalid", "damaged"),
    ("base64-", "exact"),
    ("claim-wrong-type", "exact"),
    ("claims-in-header", "sign-or-encrypt"),
    ("claims-missing", "audience"),
    ("clock-suspect", "times"),
    ("crit", "algorithms"),
    ("cty", "profiles"),
    ("deflate-", "damaged"),
    ("delegated", "profiles"),
    ("distributed-claims", "size"),
    ("ecdsa-", "algorithms"),
    ("email-not-verified", "personal-data"),
    ("exp-missing", "lifetime"),
    ("expire", "times"),
    ("header-", "keys"),
    ("illegal-", "damaged"),
    ("invisible-", "exact"),
    ("iss-", "audience"),
    ("issued-", "times"),
    ("json-invalid", "damaged"),
    ("json-not-", "damaged"),
    ("json-wrong-", "damaged"),
    ("json-", "exact"),
    ("jwe-", "sign-or-encrypt"),
    ("jwk-", "keys"),
    ("key-", "keys"),
    ("kid-", "keys"),
    ("kind-rules", "profiles"),
    ("known-tokens", "profiles"),
    ("lifetime-", "lifetime"),
    ("markup-in-claim", "decoded"),
    ("mixed-", "exact"),
    ("nested-", "damaged"),
    ("not-yet-", "times"),
    ("oauth-claims", "profiles"),
    ("p2c", "sign-or-encrypt"),
    ("payload-not-", "damaged"),
    ("payload-", "exact"),
    ("personal-data", "personal-data"),
    ("platform-claims", "profiles"),
    ("privileged-role", "stale"),
    ("revocable-status", "revoke"),
    ("rsa-", "algorithms"),
    ("sample-", "keys"),
    ("sd-jwt-", "personal-data"),
    ("secret-in-payload", "personal-data"),
    ("sender-constrained", "revoke"),
    ("signature-", "decoded"),
    ("size-", "size"),
    ("stringified-json", "exact"),
    ("time-", "times"),
    ("truncated-", "damaged"),
    ("typ-", "profiles"),
    ("url-encoded-", "damaged"),
    ("whitespace-", "damaged"),
    ("wrong-", "damaged"),
    ("x5", "keys"),
];

/// The position in `ASKED` of the question that a rule belongs to. One that is not known belongs to what decoding proves.
pub fn place_of(rule_id: &str) -> usize {
    position(known(rule_id).unwrap_or("decoded"))
}

fn known(rule_id: &str) -> Option<&'static str> {
    PLACES.iter().find(|(beginning, _)| rule_id.starts_with(beginning)).map(|(_, id)| *id)
}
