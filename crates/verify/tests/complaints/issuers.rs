//! Tokens of well-known issuers, whose keys are elsewhere than their readers thought, or nowhere.

use expect_test::expect;
use serde_json::json;

use super::common::{CLAIMS, es256, openssl, public_jwk, segments, unsigned, vector};
use super::{assert_hint, assert_told};
use crate::key_file;

/// A set with this key alone.
fn set_of(kid: &str) -> String {
    json!({ "keys": [public_jwk("rfc7515-a2-rs256", &[("kid", kid), ("use", "sig")])] }).to_string()
}

const RS256: &str = r#"{"typ":"JWT","alg":"RS256","kid":"new"}"#;

#[test]
fn case_1_microsoft_graph_signs_the_hash_of_the_nonce() {
    let (token, key) = openssl("entra-nonce", 0);
    assert_told(&token, &key, expect![[""]]);
}

#[test]
fn case_2_an_entra_app_with_mapped_claims_has_a_key_of_its_own() {
    let token = unsigned(
        RS256,
        r#"{"iss":"https://login.microsoftonline.com/72f988bf-86f1-41af-91ab-2d7cd011db47/v2.0","aud":"6731de76-14a6-49ae-97bc-6eba6914391e","tid":"72f988bf-86f1-41af-91ab-2d7cd011db47","ver":"2.0"}"#,
    );
    assert_told(&token, &set_of("old"), expect![[""]]);
}

#[test]
fn case_3_a_load_balancer_of_aws_signs_with_the_padding() {
    let header = r#"{"typ":"JWT","kid":"0b2f7f2e","alg":"ES256","iss":"https://idp.example","client":"c","signer":"arn:aws:elasticloadbalancing:eu-west-1:123456789012:loadbalancer/app/a/b","exp":1700000120}"#;
    let claims = r#"{"sub":"anna"}"#;
    let pad = |part: &str| format!("{part:=<0$}", part.len().div_ceil(4) * 4);
    let bare = segments(header, claims);
    let padded: Vec<String> = bare.split('.').map(pad).collect();
    let padded = padded.join(".");
    assert_ne!(bare, padded);
    let key = public_jwk("rfc7515-a3-es256", &[]).to_string();
    let whole = super::common::es256_over(&padded, &padded);
    assert_told(&whole, &key, expect![[""]]);
    assert_told(&super::common::es256_over(&bare, &padded), &key, expect![[""]]);
    assert_hint(&whole, expect![[""]]);
}

#[test]
fn case_4_a_pool_of_cognito_has_two_keys() {
    let token = unsigned(
        RS256,
        r#"{"iss":"https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_Ab","token_use":"id","sub":"u","aud":"c"}"#,
    );
    assert_told(&token, &set_of("old"), expect![[""]]);
}

#[test]
fn case_5_keycloak_keeps_the_key_of_refresh_tokens() {
    let token = unsigned(
        r#"{"alg":"HS512","typ":"JWT","kid":"6c0a7a3e"}"#,
        r#"{"iss":"https://sso.example/realms/r","aud":"https://sso.example/realms/r","typ":"Refresh","sub":"u","azp":"c"}"#,
    );
    assert_told(&token, "", expect![[""]]);
}

#[test]
fn case_6_the_first_key_of_keycloak_is_for_encryption() {
    let token = vector("rfc7515-a2-rs256")["token"].as_str().expect("text").to_owned();
    let keys = json!({ "keys": [
        public_jwk("rfc7520-5.1-compact", &[("kid", "a"), ("use", "enc"), ("alg", "RSA-OAEP")]),
        public_jwk("rfc7515-a2-rs256", &[("kid", "b"), ("use", "sig"), ("alg", "RS256")]),
    ] });
    assert_told(&token, &keys.to_string(), expect![[""]]);
}

#[test]
fn case_7_nobody_but_okta_checks_access_tokens_of_its_org_server() {
    let token = unsigned(
        r#"{"kid":"a","alg":"RS256"}"#,
        r#"{"ver":1,"jti":"AT.x","iss":"https://dev-1.okta.com","aud":"https://dev-1.okta.com","sub":"u","cid":"c","uid":"u","scp":["openid"]}"#,
    );
    assert_told(&token, &set_of("b"), expect![[""]]);
}

#[test]
fn case_8_firebase_has_three_kinds_of_tokens_with_three_keys() {
    assert_hint(
        &unsigned(RS256, r#"{"iss":"https://securetoken.google.com/p","aud":"p","sub":"u","user_id":"u"}"#),
        expect![[""]],
    );
    assert_hint(
        &unsigned(RS256, r#"{"iss":"https://session.firebase.google.com/p","aud":"p","sub":"u"}"#),
        expect![[""]],
    );
    assert_hint(
        &unsigned(
            r#"{"alg":"RS256","typ":"JWT"}"#,
            r#"{"aud":"https://identitytoolkit.googleapis.com/google.identity.identitytoolkit.v1.IdentityToolkit","iss":"firebase-adminsdk-1@p.iam.gserviceaccount.com","sub":"firebase-adminsdk-1@p.iam.gserviceaccount.com","uid":"u"}"#,
        ),
        expect![[""]],
    );
    // The map of certificates is read as it is published.
    let token = vector("rfc7515-a2-rs256")["token"].as_str().expect("text").to_owned();
    let published = json!({ "k1": key_file!("rsa.certificate.pem") }).to_string();
    assert_told(&token, &published, expect![[""]]);
}

#[test]
fn case_9_issuers_change_their_keys() {
    let token = unsigned(RS256, r#"{"iss":"https://accounts.google.com","aud":"c","sub":"u"}"#);
    let keys = json!({ "keys": [
        public_jwk("rfc7515-a2-rs256", &[("kid", "a"), ("use", "sig")]),
        public_jwk("rfc7520-5.1-compact", &[("kid", "b"), ("use", "sig")]),
    ] });
    assert_told(&token, &keys.to_string(), expect![[""]]);
}

#[test]
fn case_10_a_chain_of_the_app_store_proves_as_much_as_its_root() {
    let header = json!({ "alg": "ES256", "x5c": ["MIIB", "MIIB", "MIIB"] }).to_string();
    let claims = r#"{"transactionId":"1","originalTransactionId":"1","bundleId":"com.example","productId":"p","purchaseDate":1,"signedDate":1,"environment":"Production"}"#;
    assert_hint(&unsigned(&header, claims), expect![[""]]);
    // What a developer signs for Apple's API has no chain and another key.
    let own = r#"{"iss":"57246542-96fe-1a63-e053-0824d011072a","iat":1,"exp":2,"aud":"appstoreconnect-v1","bid":"com.example"}"#;
    assert_hint(&unsigned(r#"{"alg":"ES256","kid":"2X9R4HXF34","typ":"JWT"}"#, own), expect![[""]]);
}

#[test]
fn case_21_a_cluster_does_not_sign_with_its_certificate_authority() {
    let token = unsigned(
        r#"{"alg":"RS256","kid":""}"#,
        r#"{"iss":"kubernetes/serviceaccount","kubernetes.io/serviceaccount/namespace":"default","sub":"system:serviceaccount:default:a"}"#,
    );
    assert_told(&token, key_file!("rsa.certificate.pem"), expect![[""]]);
}

/// An encrypted token with this header.
fn jwe(header: &str) -> String {
    let header = decode::base64url::encode(header.as_bytes());
    format!("{header}..AAAAAAAAAAAAAAAA.AAAA.AAAAAAAAAAAAAAAAAAAAAA")
}

#[test]
fn case_22_auth0_encrypts_for_itself_what_names_no_audience() {
    assert_told(&jwe(r#"{"alg":"dir","enc":"A256GCM","iss":"https://dev.eu.auth0.com/"}"#), "", expect![[""]]);
}

#[test]
fn case_23_a_session_of_auth_js_opens_with_the_secret_of_its_site() {
    assert_told(&jwe(r#"{"alg":"dir","enc":"A256GCM"}"#), "", expect![[""]]);
    assert_hint(&jwe(r#"{"alg":"dir","enc":"A256CBC-HS512","kid":"a"}"#), expect![[""]]);
    let cookie =
        format!("Cookie: __Secure-authjs.session-token={}", jwe(r#"{"alg":"dir","enc":"A256CBC-HS512","kid":"a"}"#));
    assert_hint(&cookie, expect![[""]]);
    assert_hint(&es256(r#"{"alg":"ES256"}"#, CLAIMS), expect![[""]]);
}
