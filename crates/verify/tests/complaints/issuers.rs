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
    assert_told(
        &token,
        &key,
        expect![[r#"
            DoesNotFit, None
            entra-nonce: As it stands, the signature does not fit. It fits once the header's `nonce` is replaced by its SHA-256: so Microsoft signs tokens for its own services. The key is right, and nothing was changed. But the token is for Microsoft Graph or another of these services, and only they are meant to check it: if your API received it, let the client ask for a scope of your API (`api://<client id>/.default`). Do not copy this check into production.
        "#]],
    );
}

#[test]
fn case_2_an_entra_app_with_mapped_claims_has_a_key_of_its_own() {
    let token = unsigned(
        RS256,
        r#"{"iss":"https://login.microsoftonline.com/72f988bf-86f1-41af-91ab-2d7cd011db47/v2.0","aud":"6731de76-14a6-49ae-97bc-6eba6914391e","tid":"72f988bf-86f1-41af-91ab-2d7cd011db47","ver":"2.0"}"#,
    );
    assert_told(
        &token,
        &set_of("old"),
        expect![[r#"
            DoesNotFit, None
            kid-not-in-set: The token names the key `new`, but the keys here are `old`. Issuers change their keys: fetch the set again, and make sure that it is this issuer's.
            keys-at: Microsoft publishes its keys. If this token's `kid` is not among them, the app has a key of its own, as apps with mapped claims do: its keys are at `https://login.microsoftonline.com/72f988bf-86f1-41af-91ab-2d7cd011db47/discovery/keys?appid=6731de76-14a6-49ae-97bc-6eba6914391e`. Command: `curl -s 'https://login.microsoftonline.com/72f988bf-86f1-41af-91ab-2d7cd011db47/discovery/keys'`
        "#]],
    );
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
    assert_told(
        &whole,
        &key,
        expect![[r#"
        Fits, Some(Pasted)
        (signed-with-padding: The parts of this token end in `=`, and the signature is over them as they are. Libraries that leave the padding out before they check refuse it; AWS load balancers make such tokens.)
    "#]],
    );
    assert_told(
        &super::common::es256_over(&bare, &padded),
        &key,
        expect![[r#"
            DoesNotFit, None
            padded-input: It fits once both parts end in `=` as ordinary base64 does: whoever signed kept the padding, as AWS load balancers do, and it was taken away on the way. Hand on the token as it comes, and check it with a library that keeps the padding.
            keys-at: AWS publishes the key of a load balancer at an address with its region and the token's `kid`. Command: `curl -s 'https://public-keys.auth.elb.eu-west-1.amazonaws.com/0b2f7f2e'`
        "#]],
    );
    assert_hint(
        &whole,
        expect![[r#"
        keys-at: AWS publishes the key of a load balancer at an address with its region and the token's `kid`. `curl -s 'https://public-keys.auth.elb.eu-west-1.amazonaws.com/0b2f7f2e'`
    "#]],
    );
}

#[test]
fn case_4_a_pool_of_cognito_has_two_keys() {
    let token = unsigned(
        RS256,
        r#"{"iss":"https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_Ab","token_use":"id","sub":"u","aud":"c"}"#,
    );
    assert_told(
        &token,
        &set_of("old"),
        expect![[r#"
            DoesNotFit, None
            kid-not-in-set: The token names the key `new`, but the keys here are `old`. Issuers change their keys: fetch the set again, and make sure that it is this issuer's.
            keys-at: A user pool of Amazon Cognito publishes two keys. If this token's `kid` is not among yours, they are those of another pool. Command: `curl -s 'https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_Ab/.well-known/jwks.json'`
        "#]],
    );
}

#[test]
fn case_5_keycloak_keeps_the_key_of_refresh_tokens() {
    let token = unsigned(
        r#"{"alg":"HS512","typ":"JWT","kid":"6c0a7a3e"}"#,
        r#"{"iss":"https://sso.example/realms/r","aud":"https://sso.example/realms/r","typ":"Refresh","sub":"u","azp":"c"}"#,
    );
    assert_told(
        &token,
        "",
        expect![[r#"
        CannotBeChecked, None
        keys-not-published: This is a refresh token of Keycloak, which keeps the key to itself: only Keycloak can check it. Hand it back to its token endpoint, and check the access token instead.
    "#]],
    );
}

#[test]
fn case_6_the_first_key_of_keycloak_is_for_encryption() {
    let token = vector("rfc7515-a2-rs256")["token"].as_str().expect("text").to_owned();
    let keys = json!({ "keys": [
        public_jwk("rfc7520-5.1-compact", &[("kid", "a"), ("use", "enc"), ("alg", "RSA-OAEP")]),
        public_jwk("rfc7515-a2-rs256", &[("kid", "b"), ("use", "sig"), ("alg", "RS256")]),
    ] });
    assert_told(
        &token,
        &keys.to_string(),
        expect![[r#"
            Fits, Some(Pasted)
            (encryption-key-first: Key 1 of 2 is for encryption (`use` is "enc") and stands before the one that fits, key 2 (RSA 2048). Code that takes the first key of its type refuses the token: choose the key by `kid`, and leave out those with `use` "enc".)
        "#]],
    );
}

#[test]
fn case_7_nobody_but_okta_checks_access_tokens_of_its_org_server() {
    let token = unsigned(
        r#"{"kid":"a","alg":"RS256"}"#,
        r#"{"ver":1,"jti":"AT.x","iss":"https://dev-1.okta.com","aud":"https://dev-1.okta.com","sub":"u","cid":"c","uid":"u","scp":["openid"]}"#,
    );
    assert_told(
        &token,
        &set_of("b"),
        expect![[r#"
            DoesNotFit, None
            kid-not-in-set: The token names the key `a`, but the keys here are `b`. Issuers change their keys: fetch the set again, and make sure that it is this issuer's.
            keys-not-published: Access tokens of Okta's org server are for Okta alone: its documentation asks all others to take them as opaque and not to check them. Call its introspection endpoint, or use a custom authorization server (`iss` with `/oauth2/…`).
        "#]],
    );
}

#[test]
fn case_8_firebase_has_three_kinds_of_tokens_with_three_keys() {
    assert_hint(
        &unsigned(RS256, r#"{"iss":"https://securetoken.google.com/p","aud":"p","sub":"u","user_id":"u"}"#),
        expect![[r#"
            keys-at: Firebase publishes the keys of its ID tokens as certificates, by `kid`: paste all of what this prints. `curl -s 'https://www.googleapis.com/robot/v1/metadata/x509/securetoken@system.gserviceaccount.com'`
        "#]],
    );
    assert_hint(
        &unsigned(RS256, r#"{"iss":"https://session.firebase.google.com/p","aud":"p","sub":"u"}"#),
        expect![[r#"
            keys-at: Firebase signs session cookies with other keys than ID tokens, and publishes them at an address of their own. `curl -s 'https://identitytoolkit.googleapis.com/v1/sessionCookiePublicKeys'`
        "#]],
    );
    assert_hint(
        &unsigned(
            r#"{"alg":"RS256","typ":"JWT"}"#,
            r#"{"aud":"https://identitytoolkit.googleapis.com/google.identity.identitytoolkit.v1.IdentityToolkit","iss":"firebase-adminsdk-1@p.iam.gserviceaccount.com","sub":"firebase-adminsdk-1@p.iam.gserviceaccount.com","uid":"u"}"#,
        ),
        expect![[r#"
            keys-at: A custom token of Firebase is signed with the key of a service account, and it is for Firebase alone: the app exchanges it for an ID token (`signInWithCustomToken`), and that is the token for your API. Google publishes the certificates of the service account. `curl -s 'https://www.googleapis.com/robot/v1/metadata/x509/firebase-adminsdk-1%40p.iam.gserviceaccount.com'`
        "#]],
    );
    // The map of certificates is read as it is published.
    let token = vector("rfc7515-a2-rs256")["token"].as_str().expect("text").to_owned();
    let published = json!({ "k1": key_file!("rsa.certificate.pem") }).to_string();
    assert_told(
        &token,
        &published,
        expect![[r#"
        Fits, Some(Pasted)
    "#]],
    );
}

#[test]
fn case_9_issuers_change_their_keys() {
    let token = unsigned(RS256, r#"{"iss":"https://accounts.google.com","aud":"c","sub":"u"}"#);
    let keys = json!({ "keys": [
        public_jwk("rfc7515-a2-rs256", &[("kid", "a"), ("use", "sig")]),
        public_jwk("rfc7520-5.1-compact", &[("kid", "b"), ("use", "sig")]),
    ] });
    assert_told(
        &token,
        &keys.to_string(),
        expect![[r#"
            DoesNotFit, None
            kid-not-in-set: The token names the key `new`, but the keys here are `a` and `b`. Issuers change their keys: fetch the set again, and make sure that it is this issuer's.
            keys-at: Google publishes its keys; they change every few days. Command: `curl -s 'https://www.googleapis.com/oauth2/v3/certs'`
        "#]],
    );
}

#[test]
fn case_10_a_chain_of_the_app_store_proves_as_much_as_its_root() {
    let header = json!({ "alg": "ES256", "x5c": ["MIIB", "MIIB", "MIIB"] }).to_string();
    let claims = r#"{"transactionId":"1","originalTransactionId":"1","bundleId":"com.example","productId":"p","purchaseDate":1,"signedDate":1,"environment":"Production"}"#;
    assert_hint(
        &unsigned(&header, claims),
        expect![[r#"
        x5c-root: The key is that of the first certificate in `x5c`. That proves something only if the certificates lead to Apple's root (AppleRootCA-G3), which Apple publishes on apple.com/certificateauthority: paste that root here, or open its file.
    "#]],
    );
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
    assert_told(
        &token,
        key_file!("rsa.certificate.pem"),
        expect![[r#"
            DoesNotFit, None
            keys-at: A cluster signs these with the key of its service accounts, not with that of its certificate authority: the file of `--service-account-key-file` (often `sa.pub`), or what this prints. Command: `kubectl get --raw /openid/v1/jwks`
        "#]],
    );
}

/// An encrypted token with this header.
fn jwe(header: &str) -> String {
    let header = decode::base64url::encode(header.as_bytes());
    format!("{header}..AAAAAAAAAAAAAAAA.AAAA.AAAAAAAAAAAAAAAAAAAAAA")
}

#[test]
fn case_22_auth0_encrypts_for_itself_what_names_no_audience() {
    assert_told(
        &jwe(r#"{"alg":"dir","enc":"A256GCM","iss":"https://dev.eu.auth0.com/"}"#),
        "",
        expect![[r#"
            CannotBeChecked, None
            keys-not-published: This token is encrypted for Auth0 itself: the request for it named no `audience`. Ask for one with the `audience` of your API, and Auth0 returns a signed token that you can check.
        "#]],
    );
}

#[test]
fn case_23_a_session_of_auth_js_opens_with_the_secret_of_its_site() {
    assert_told(
        &jwe(r#"{"alg":"dir","enc":"A256GCM"}"#),
        "",
        expect![[r#"
            CannotBeChecked, None
            site-secret-wanted: NextAuth.js and Auth.js encrypt their sessions in this way (`dir` with A256GCM). If this is one, its key comes from the secret of the site, which is in `NEXTAUTH_SECRET` or `AUTH_SECRET` there: paste that secret as the key.
        "#]],
    );
    assert_hint(
        &jwe(r#"{"alg":"dir","enc":"A256CBC-HS512","kid":"a"}"#),
        expect![[r#"
        site-secret-wanted: NextAuth.js and Auth.js encrypt their sessions in this way (`dir` with A256CBC-HS512). If this is one, its key comes from the secret of the site, which is in `NEXTAUTH_SECRET` or `AUTH_SECRET` there: paste that secret as the key.
    "#]],
    );
    let cookie =
        format!("Cookie: __Secure-authjs.session-token={}", jwe(r#"{"alg":"dir","enc":"A256CBC-HS512","kid":"a"}"#));
    assert_hint(
        &cookie,
        expect![[r#"
        site-secret-wanted: The cookie `__Secure-authjs.session-token` is one of NextAuth.js or Auth.js: its key comes from the secret of the site, which is in `NEXTAUTH_SECRET` or `AUTH_SECRET` there: paste that secret as the key.
    "#]],
    );
    assert_hint(&es256(r#"{"alg":"ES256"}"#, CLAIMS), expect![[""]]);
}
