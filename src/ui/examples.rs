//! Invented texts to try, each of which teaches something. Their times are counted from now.

use decode::base64url;
use inspect::digest::Hash;

pub struct Example {
    pub name: &'static str,
    pub teaches: &'static str,
    text: fn(i64) -> String,
}

impl Example {
    pub fn text(&self, now: i64) -> String {
        (self.text)(now)
    }
}

/// Offered on the empty page.
pub const OFFERED_FIRST: [usize; 5] = [0, 1, 2, 3, 4];

/// Where the example of this name stands.
pub fn position(name: &str) -> usize {
    EXAMPLES.iter().position(|example| example.name == name).unwrap_or_default()
}

pub const EXAMPLES: [Example; 21] = [
    Example { name: "Expired ID token", teaches: "issued for one hour, three days ago", text: expired_id_token },
    Example { name: "Active access token", teaches: "12 minutes left, and counting", text: active_access_token },
    Example { name: "Token response", teaches: "three tokens in one JSON text", text: token_response },
    Example { name: "Damaged token", teaches: "cut off in the middle, still readable", text: cut },
    Example { name: "Unsecured token", teaches: "alg none: anyone can write it", text: unsecured },
    Example { name: "Not yet valid", teaches: "nbf lies five minutes ahead", text: not_yet_valid },
    Example { name: "No expiry", teaches: "works until somebody revokes it", text: no_expiry },
    Example { name: "Expiry in milliseconds", teaches: "a date tens of thousands of years ahead", text: milliseconds },
    Example { name: "Duplicate claim", teaches: "which of the two counts?", text: duplicate },
    Example { name: "Big numbers", teaches: "digits that JavaScript would change", text: big_numbers },
    Example { name: "Padded header", teaches: "as AWS load balancers send it", text: padded },
    Example { name: "Cookie line", teaches: "found inside a request header", text: cookie },
    Example { name: "curl command", teaches: "copied from a terminal", text: curl },
    Example { name: "Kubernetes service account", teaches: "nested claims", text: kubernetes },
    Example { name: "Encrypted token", teaches: "what can be known without the key", text: encrypted },
    Example { name: "Selective disclosure", teaches: "two claims told, one kept back", text: selective_disclosure },
    Example { name: "Token inside a token", teaches: "an ID token in a logout request", text: nested },
    Example { name: "Two signatures", teaches: "one payload in JSON form, signed twice", text: two_signatures },
    Example { name: "Roles and groups", teaches: "large, and out of date before it ends", text: roles_and_groups },
    Example { name: "Brings its own key", teaches: "fits its signature, proves nothing", text: own_key },
    Example { name: "Hidden characters", teaches: "text that turns itself around", text: hidden_characters },
];

const RS256: &str = r#"{"alg":"RS256","kid":"7c9d4a","typ":"JWT"}"#;
const HS256: &str = r#"{"alg":"HS256","typ":"JWT"}"#;

fn expired_id_token(now: i64) -> String {
    id_token(now - 3 * 86_400 - 2 * 3_600)
}

fn id_token(expires_at: i64) -> String {
    let claims = with_times(
        r#"{"iss":"https://accounts.example.com","aud":"web-portal","sub":"100002348117421473","exp":EXP,"iat":IAT,"nonce":"n-0S6_WzA2Mj","email":"grace@example.com","email_verified":false,"name":"Grace"}"#,
        expires_at,
        expires_at - 3_600,
    );
    token(RS256, &claims, 256)
}

fn active_access_token(now: i64) -> String {
    "Authorization: Bearer ".to_owned() + &access_token(now)
}

fn access_token(now: i64) -> String {
    let claims = with_times(
        r#"{"iss":"https://login.example.com/","aud":"https://api.example.com","sub":"5ba552d67","client_id":"s6BhdRkqt3","scope":"orders:read orders:write","iat":IAT,"exp":EXP,"jti":"dbe39bf3a3ba4238a513f51d6e1691c4"}"#,
        now + 12 * 60 + 4,
        now - 48 * 60 + 4,
    );
    token(r#"{"typ":"at+jwt","alg":"ES256","kid":"RjEwOwOA"}"#, &claims, 64)
}

fn token_response(now: i64) -> String {
    let refresh = with_times(
        r#"{"iss":"https://login.example.com/","aud":"https://login.example.com/","sub":"5ba552d67","typ":"Refresh","exp":EXP,"iat":IAT}"#,
        now + 30 * 86_400,
        now,
    );
    let pairs = [
        ("access_token", access_token(now)),
        ("id_token", id_token(now - 180)),
        ("refresh_token", token(r#"{"alg":"HS512","typ":"JWT"}"#, &refresh, 64)),
    ];
    let mut text = "{\n  \"token_type\": \"Bearer\",\n  \"expires_in\": 724".to_owned();
    for (name, token) in pairs {
        text += &[",\n  \"", name, "\": \"", &token, "\""].concat();
    }
    text + "\n}"
}

fn cut(now: i64) -> String {
    let mut text = id_token(now + 3_600);
    text.truncate(210);
    text
}

fn unsecured(now: i64) -> String {
    let claims = with_times(r#"{"sub":"admin","role":"administrator","iat":IAT,"exp":EXP}"#, now + 3_600, now);
    token(r#"{"alg":"none"}"#, &claims, 0)
}

fn not_yet_valid(now: i64) -> String {
    let claims = with_times(
        r#"{"iss":"https://door.example.com","sub":"room 217","nbf":IAT,"exp":EXP}"#,
        now + 86_400,
        now + 300,
    );
    token(r#"{"alg":"EdDSA","kid":"door-2"}"#, &claims, 64)
}

fn no_expiry(now: i64) -> String {
    let claims =
        with_times(r#"{"iss":"ci.example.com","sub":"deploy-bot","scope":"deploy","iat":IAT}"#, 0, now - 400 * 86_400);
    token(HS256, &claims, 32)
}

fn milliseconds(now: i64) -> String {
    let claims = with_times(r#"{"sub":"42","iat":IAT,"exp":EXP}"#, (now + 3_600) * 1_000, now * 1_000);
    token(HS256, &claims, 32)
}

fn duplicate(now: i64) -> String {
    let claims =
        with_times(r#"{"sub":"grace","role":"reader","exp":EXP,"iat":IAT,"role":"administrator"}"#, now + 3_600, now);
    token(HS256, &claims, 32)
}

fn big_numbers(now: i64) -> String {
    let claims = with_times(
        r#"{"user_id":100002348117421473,"balance":1.10,"ratio":1e400,"zero":-0,"iat":IAT.3746235,"exp":EXP}"#,
        now + 3_600,
        now,
    );
    token(HS256, &claims, 32)
}

fn padded(now: i64) -> String {
    let header = with_times(
        r#"{"typ":"JWT","kid":"3a2b","alg":"ES256","iss":"https://login.example.com","client":"s6BhdRkqt3","signer":"arn:aws:elasticloadbalancing:eu-central-1:123456789012:loadbalancer/app/web/50dc6c495c0c9188","exp":EXP}"#,
        now + 120,
        0,
    );
    let claims = with_times(
        r#"{"sub":"5ba552d67","email":"grace@example.com","exp":EXP,"iss":"https://login.example.com"}"#,
        now + 120,
        0,
    );
    let parts = [header.as_bytes(), claims.as_bytes(), &filler(64)].map(padded_part);
    "x-amzn-oidc-data: ".to_owned() + &parts.join(".")
}

/// RFC 4648 section 4.
fn padded_part(bytes: &[u8]) -> String {
    let mut text = base64url::encode(bytes).replace('-', "+").replace('_', "/");
    while !text.len().is_multiple_of(4) {
        text.push('=');
    }
    text
}

fn cookie(now: i64) -> String {
    let claims = with_times(r#"{"sub":"grace","sid":"08a5019c-17e1-4977","iat":IAT,"exp":EXP}"#, now + 900, now);
    ["Cookie: theme=dark; session=", &token(HS256, &claims, 32), "; _ga=GA1.2.1"].concat()
}

fn curl(now: i64) -> String {
    ["curl -sS 'https://api.example.com/orders?limit=5' \\\n  -H 'Accept: application/json' \\\n  -H 'Authorization: Bearer ", &access_token(now), "'"].concat()
}

fn kubernetes(now: i64) -> String {
    let claims = with_times(
        r#"{"aud":["https://kubernetes.default.svc"],"exp":EXP,"iat":IAT,"iss":"https://kubernetes.default.svc","kubernetes.io":{"namespace":"shop","node":{"name":"node-4","uid":"0f1c6a0e-5d3b-4b19-a3f7-7d0a4fd2a9a1"},"pod":{"name":"cart-6f9c7","uid":"c1f7b1d2-8d66-4f0b-9a5e-3a64c1c1f3aa"},"serviceaccount":{"name":"cart","uid":"7b9f3a52-1f5d-4a4e-9d0a-52b7f6f0d7c4"},"warnafter":IAT},"nbf":IAT,"sub":"system:serviceaccount:shop:cart"}"#,
        now + 3_000,
        now - 600,
    );
    token(r#"{"alg":"RS256","kid":"Wh9xJqk2ZgUaR1sT"}"#, &claims, 256)
}

fn encrypted(_: i64) -> String {
    let header = r#"{"alg":"RSA-OAEP-256","enc":"A256GCM","cty":"JWT","kid":"api-2026"}"#;
    let [key, content] = [filler(256 + 12), filler(417 + 16)];
    let (key, vector) = key.split_at(256);
    let (content, tag) = content.split_at(417);
    [header.as_bytes(), key, vector, content, tag].map(base64url::encode).join(".")
}

fn selective_disclosure(now: i64) -> String {
    let disclosures = [
        r#"["UE6VjcC1_oYSaZMW4vubBg","given_name","Grace"]"#,
        r#"["l3lFnZ3HcxfEQ6auJsT3sA","birthdate","1906-12-09"]"#,
        r#"["HBRRhG618UM7BMslXg9KJA","nationality","US"]"#,
    ]
    .map(|disclosure| base64url::encode(disclosure.as_bytes()));
    let digests =
        disclosures.each_ref().map(|disclosure| base64url::encode(&Hash::Sha256.digest(disclosure.as_bytes())));
    let claims = [
        r#"{"iss":"https://registry.example.com","iat":IAT,"exp":EXP,"vct":"https://credentials.example.com/identity","_sd":[""#,
        &digests.join("\",\""),
        r#""],"_sd_alg":"sha-256"}"#,
    ]
    .concat();
    let claims = with_times(&claims, now + 300 * 86_400, now - 65 * 86_400);
    let signed = token(r#"{"alg":"ES256","typ":"dc+sd-jwt","kid":"r-7"}"#, &claims, 64);
    let [given_name, _, nationality] = disclosures;
    [&signed, "~", &given_name, "~", &nationality, "~"].concat()
}

fn nested(now: i64) -> String {
    let claims = [
        r#"{"iss":"web-portal","aud":"https://accounts.example.com","id_token_hint":""#,
        &id_token(now - 600),
        r#"","exp":EXP,"iat":IAT}"#,
    ];
    "https://accounts.example.com/logout?request=".to_owned()
        + &token(r#"{"alg":"ES256","typ":"oauth-authz-req+jwt"}"#, &with_times(&claims.concat(), now + 300, now), 64)
}

fn two_signatures(now: i64) -> String {
    let claims =
        with_times(r#"{"iss":"https://notary.example.com","deed":"2026/417","iat":IAT,"exp":EXP}"#, now + 7_200, now);
    let signature = |header: &str, key: &str, bytes: usize| {
        let [header, signature] = [header.as_bytes(), &filler(bytes)].map(base64url::encode);
        let key = ["{\"kid\":\"", key, "\"}"].concat();
        ["    {\"protected\": \"", &header, "\", \"header\": ", &key, ", \"signature\": \"", &signature, "\"}"].concat()
    };
    let first = signature(r#"{"alg":"ES256"}"#, "seller", 64);
    let second = signature(r#"{"alg":"EdDSA"}"#, "buyer", 64);
    let payload = base64url::encode(claims.as_bytes());
    ["{\n  \"payload\": \"", &payload, "\",\n  \"signatures\": [\n", &first, ",\n", &second, "\n  ]\n}"].concat()
}

fn hidden_characters(now: i64) -> String {
    let claims = with_times(
        "{\"sub\":\"gr\u{200b}ace\",\"name\":\"\u{202e}nimda\u{202c}\",\"html\":\"<img src=x onerror=alert(1)>\",\"exp\":EXP,\"iat\":IAT}",
        now + 3_600,
        now,
    );
    token(HS256, &claims, 32)
}

fn roles_and_groups(now: i64) -> String {
    let mut groups = String::new();
    for group in 101..176 {
        groups += &[",\"CN=team-", &group.to_string(), ",OU=groups,DC=example,DC=com\""].concat();
    }
    let claims = [
        r#"{"iss":"https://login.example.com/","aud":"https://api.example.com","sub":"5ba552d67","email":"grace@example.com","roles":["approver","administrator"],"groups":["everyone""#,
        &groups,
        r#"],"iat":IAT,"exp":EXP}"#,
    ];
    token(RS256, &with_times(&claims.concat(), now + 7 * 3_600, now - 5 * 3_600), 256)
}

/// The public key is the filler that a signature is, too: of the right length, and nobody's.
fn own_key(now: i64) -> String {
    let [x, y] = [filler(32), filler(64).split_off(32)].map(|half| base64url::encode(&half));
    let header = [r#"{"alg":"ES256","jwk":{"kty":"EC","crv":"P-256","x":""#, &x, r#"","y":""#, &y, r#""}}"#];
    let claims = with_times(
        r#"{"iss":"https://login.example.com/","aud":"https://api.example.com","sub":"admin","iat":IAT,"exp":EXP}"#,
        now + 600,
        now,
    );
    token(&header.concat(), &claims, 64)
}

fn with_times(claims: &str, expires_at: i64, issued_at: i64) -> String {
    claims.replace("EXP", &expires_at.to_string()).replace("IAT", &issued_at.to_string())
}

fn token(header: &str, claims: &str, signature_bytes: usize) -> String {
    [header.as_bytes(), claims.as_bytes(), &filler(signature_bytes)].map(base64url::encode).join(".")
}

/// Bytes that look like a signature and are none (xorshift, Marsaglia 2003).
fn filler(bytes: usize) -> Vec<u8> {
    let mut word = 0x9E37_79B9_u32;
    let next = || {
        word ^= word << 13;
        word ^= word >> 17;
        word ^= word << 5;
        (word >> 24) as u8
    };
    std::iter::repeat_with(next).take(bytes).collect::<Vec<_>>()
}

#[cfg(test)]
mod tests {
    use super::*;
    use inspection::inspect;

    const NOW: i64 = 1_795_446_000;

    #[test]
    fn hold_tokens() {
        for example in &EXAMPLES {
            let inspection = inspect(&example.text(NOW), NOW);
            let expected = if example.name == "Token response" { 3 } else { 1 };
            assert_eq!(inspection.tokens.len(), expected, "{}", example.name);
        }
    }

    #[test]
    fn disclose_what_their_digests_name() {
        let inspection = inspect(&selective_disclosure(NOW), NOW);
        let read = inspection.tokens[0].description.sd_jwt.as_ref().expect("an SD-JWT");
        assert_eq!((read.matched(), read.undisclosed, read.problems.len()), (2, 1, 0));
    }

    #[test]
    fn are_readable_but_for_the_damaged_one() {
        for example in &EXAMPLES {
            let inspection = inspect(&example.text(NOW), NOW);
            let damaged = inspection
                .tokens
                .iter()
                .flat_map(|inspected| &inspected.token.parts)
                .any(|part| part.error().is_some());
            assert_eq!(damaged, example.name == "Damaged token", "{}", example.name);
        }
    }
}
