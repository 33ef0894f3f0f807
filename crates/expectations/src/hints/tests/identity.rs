//! Auth0, Cognito, Google, Firebase, Keycloak and Okta.

use expect_test::expect;

use super::{of, told};

#[test]
fn auth0() {
    let iss = "https://example.eu.auth0.com/";
    let access = of(
        iss,
        r#""aud":["https://api.example.com","https://example.eu.auth0.com/userinfo"],"azp":"c","scope":"openid""#,
    );
    let id = of(iss, r#""aud":"c","nonce":"n""#);
    let hs256 = r#"{"alg":"HS256","typ":"JWT"}"#;
    let told = told(&[
        ("", &access, r#"{"issuer":"https://example.eu.auth0.com"}"#),
        ("", &id, r#"{"audience":"https://api.example.com"}"#),
        ("", &access, r#"{"audience":"https://other.example.com"}"#),
        ("", &access, r#"{"type":"at+jwt"}"#),
        (hs256, &access, r#"{"algorithms":["RS256"]}"#),
        // Another domain, or no domain alone; the spelling; an audience to fill in; another type.
        ("", &access, r#"{"issuer":"https://other.eu.auth0.com/"}"#),
        ("", &access, r#"{"issuer":"https://login.example.com/"}"#),
        ("", &access, r#"{"issuer":"https://login.example.com/tenant"}"#),
        ("", &access, r#"{"issuer":"http://example.eu.auth0.com/"}"#),
        ("", &access, r#"{"audience":"https://api.example.com/"}"#),
        ("", &access, r#"{"audience":"urn:<API>"}"#),
        ("", &access, r#"{"audience":"c"}"#),
        ("", &access, r#"{"type":"logout+jwt"}"#),
    ]);
    expect![[r#"
        {"issuer":"https://example.eu.auth0.com"}
          issuer: Auth0's issuer ends with a slash: expect `https://example.eu.auth0.com/`.
        {"audience":"https://api.example.com"}
          audience: This is an ID token, which is for the client. Ask Auth0 with the parameter `audience`, the identifier of your API, and send the access token: without it, the access token is no signed JWT.
        {"audience":"https://other.example.com"}
          audience: The audience is what the client asked for: let it ask with `audience=https://other.example.com`.
        {"type":"at+jwt"}
          type: Choose the profile RFC 9068 in the settings of the API, or expect `JWT`.
        {"algorithms":["RS256"]}
          algorithm: Choose `RS256` in the settings of the API: then a public key is enough to check.
        {"issuer":"https://other.eu.auth0.com/"}
          issuer: Auth0 writes the domain at which the client asked. Let it ask at `https://other.eu.auth0.com/`, or expect `https://example.eu.auth0.com/`.
        {"issuer":"https://login.example.com/"}
          issuer: Auth0 writes the domain at which the client asked. Let it ask at `https://login.example.com/`, or expect `https://example.eu.auth0.com/`.
        {"issuer":"https://login.example.com/tenant"}
          issuer: -
        {"issuer":"http://example.eu.auth0.com/"}
          issuer: Expect it with `https`: `https://example.eu.auth0.com/`.
        {"audience":"https://api.example.com/"}
          audience: Expect it without a slash at its end: `https://api.example.com`.
        {"audience":"urn:<API>"}
          audience: -
        {"audience":"c"}
          audience: You expect the client. Expect the API, `https://api.example.com`, or check `azp` as a claim of its own.
        {"type":"logout+jwt"}
          type: -
    "#]].assert_eq(&told);
}

#[test]
fn cognito() {
    let iss = "https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_AbCdEfGhI";
    let access = of(iss, r#""client_id":"c","token_use":"access","scope":"openid""#);
    let id = of(iss, r#""aud":"c","token_use":"id""#);
    let bound = of(iss, r#""aud":"https://api","client_id":"c","token_use":"access""#);
    let told = told(&[
        ("", &access, r#"{"audience":"c"}"#),
        ("", &access, r#"{"claims":{"token_use":"id"}}"#),
        ("", &id, r#"{"claims":{"token_use":"access","client_id":"c"},"scopes":["openid"]}"#),
        ("", &id, r#"{"audience":"https://api.example.com"}"#),
        ("", &access, r#"{"issuer":"https://cognito-idp.us-east-1.amazonaws.com/us-east-1_ZyXwVuTsR"}"#),
        // With an audience of its own; another client; a value that no token has; another issuer.
        ("", &access, r#"{"issuer":"https://issuer-cognito-idp.eu-west-1.amazonaws.com/eu-west-1_AbCdEfGhI"}"#),
        ("", &access, r#"{"issuer":"https://cognito-idp.us-east-1.amazonaws.com/a/b"}"#),
        ("", &bound, r#"{"audience":"https://other"}"#),
        ("", &access, r#"{"claims":{"client_id":"d","token_use":"refresh"}}"#),
    ]);
    expect![[r#"
        {"audience":"c"}
          audience: Cognito's access tokens usually have no `aud`: expect no audience, but check `client_id`, and `access` in `token_use`.
        {"claims":{"token_use":"id"}}
          claim: This is the access token: send the ID token.
        {"claims":{"token_use":"access","client_id":"c"},"scopes":["openid"]}
          claim: This is the ID token: send the access token.
          claim: This is an ID token, which names the client in `aud`. Send the access token.
          scope: ID tokens have no scopes: send the access token.
        {"audience":"https://api.example.com"}
          audience: This is an ID token: its `aud` is the client that signed the user in. An API needs the access token.
        {"issuer":"https://cognito-idp.us-east-1.amazonaws.com/us-east-1_ZyXwVuTsR"}
          issuer: The token comes from the user pool `eu-west-1_AbCdEfGhI`. Sign in at `us-east-1_ZyXwVuTsR`, or expect both.
        {"issuer":"https://issuer-cognito-idp.eu-west-1.amazonaws.com/eu-west-1_AbCdEfGhI"}
          issuer: It is the same user pool: its issuer configuration decides on the address. Expect `https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_AbCdEfGhI`.
        {"issuer":"https://cognito-idp.us-east-1.amazonaws.com/a/b"}
          issuer: -
        {"audience":"https://other"}
          audience: -
        {"claims":{"client_id":"d","token_use":"refresh"}}
          claim: -
          claim: -
    "#]].assert_eq(&told);
}

#[test]
fn google_and_firebase() {
    let google =
        of("accounts.google.com", r#""aud":"c.apps.googleusercontent.com","azp":"c.apps.googleusercontent.com""#);
    let for_service = of("https://accounts.google.com", r#""aud":"https://a.run.app","azp":"1""#);
    let firebase = of(
        "https://securetoken.google.com/shop",
        r#""aud":"shop","auth_time":1699999000,"user_id":"1","firebase":{"sign_in_provider":"password"}"#,
    );
    let session = of(
        "https://session.firebase.google.com/shop",
        r#""aud":"shop","auth_time":1699999000,"user_id":"1","firebase":{"sign_in_provider":"password"}"#,
    );
    let custom = of(
        "a@shop.iam.gserviceaccount.com",
        r#""aud":"https://identitytoolkit.googleapis.com/google.identity.identitytoolkit.v1.IdentityToolkit","uid":"1""#,
    );
    let told = told(&[
        ("", &google, r#"{"issuer":"https://accounts.google.com"}"#),
        ("", &google, r#"{"issuer":"https://login.example.com"}"#),
        ("", &firebase, r#"{"issuer":"https://securetoken.google.com/other","audience":"other"}"#),
        ("", &session, r#"{"issuer":"https://securetoken.google.com/shop"}"#),
        ("", &custom, r#"{"issuer":"https://securetoken.google.com/shop","audience":"shop"}"#),
        ("", &google, r#"{"audience":"d.apps.googleusercontent.com"}"#),
        ("", &google, r#"{"audience":"https://api.example.com"}"#),
        ("", &for_service, r#"{"audience":"https://api.example.com"}"#),
        ("", &firebase, r#"{"audience":"shop-2","scopes":["a"],"required":["client_id"]}"#),
        ("", &firebase, r#"{"issuer":"https://accounts.google.com"}"#),
        ("", &session, r#"{"issuer":"https://example.com"}"#),
    ]);
    expect![[r#"
        {"issuer":"https://accounts.google.com"}
          issuer: Expect both `accounts.google.com` and `https://accounts.google.com`.
        {"issuer":"https://login.example.com"}
          issuer: -
        {"issuer":"https://securetoken.google.com/other","audience":"other"}
          issuer: The token comes from the project `shop`. Use the configuration of your own in the app.
          audience: The audience of Firebase's ID tokens is the project ID: expect `shop`, if it is yours.
        {"issuer":"https://securetoken.google.com/shop"}
          issuer: This is a session cookie, with keys of its own. Expect `https://session.firebase.google.com/shop`, or send the ID token.
        {"issuer":"https://securetoken.google.com/shop","audience":"shop"}
          issuer: This is a custom token, with which an app signs in. Send the ID token that it gets for it.
          audience: This is a custom token, with which an app signs in. Send the ID token that it gets for it.
        {"audience":"d.apps.googleusercontent.com"}
          audience: The token is for another client ID. Expect `c.apps.googleusercontent.com` too, if that app is yours.
        {"audience":"https://api.example.com"}
          audience: Google's ID tokens are for a client ID: expect `c.apps.googleusercontent.com`, if that app is yours. Its access tokens are for Google's own APIs.
        {"audience":"https://api.example.com"}
          audience: -
        {"audience":"shop-2","scopes":["a"],"required":["client_id"]}
          audience: The audience of Firebase's ID tokens is the project ID: expect `shop`, if it is yours.
          claim: -
          scope: -
        {"issuer":"https://accounts.google.com"}
          issuer: -
        {"issuer":"https://example.com"}
          issuer: -
    "#]].assert_eq(&told);
}

#[test]
fn keycloak() {
    let claims =
        |aud: &str| format!(r#"{aud}"typ":"Bearer","azp":"web","scope":"openid","realm_access":{{"roles":["a"]}}"#);
    let iss = "https://sso.example.org/realms/shop";
    let account = of(iss, &claims(r#""aud":"account","#));
    let none = of(iss, &claims(""));
    let old = of("https://sso.example.org/auth/realms/shop", &claims(""));
    let id = of(iss, r#""aud":"web","typ":"ID","azp":"web","nonce":"n""#);
    let refresh = of(iss, &format!(r#""aud":"{iss}","typ":"Refresh","azp":"web""#));
    let hs512 = r#"{"alg":"HS512","typ":"JWT"}"#;
    let bound = account.replace("Bearer", "DPoP");
    let told = told(&[
        ("", &account, r#"{"audience":"orders"}"#),
        ("", &none, r#"{"audience":"orders"}"#),
        ("", &none, r#"{"audience":"web"}"#),
        ("", &account, r#"{"issuer":"https://sso.example.org/auth/realms/shop"}"#),
        ("", &old, r#"{"issuer":"https://sso.example.org/realms/shop"}"#),
        ("", &account, r#"{"issuer":"http://keycloak:8080/realms/shop"}"#),
        ("", &old, r#"{"issuer":"http://keycloak:8080/realms/shop"}"#),
        ("", &old, r#"{"issuer":"https://sso.example.org/realms/master"}"#),
        ("", &account, r#"{"issuer":"https://sso.example.org/realms/Shop"}"#),
        ("", r#"{"iss":"https://a.example/tenants/master"}"#, r#"{"issuer":"https://a.example/tenants/shop"}"#),
        (
            "",
            r#"{"iss":"https://sso.example.org/realms/master"}"#,
            r#"{"issuer":"https://sso.example.org/realms/shop"}"#,
        ),
        (
            "",
            r#"{"iss":"https://sso.example.org/realms/shop"}"#,
            r#"{"issuer":"https://sso.example.org/auth/realms/shop"}"#,
        ),
        (hs512, &refresh, r#"{"algorithms":["RS256"],"audience":"orders"}"#),
        ("", &id, r#"{"claims":{"typ":"Bearer"}}"#),
        ("", &refresh, r#"{"claims":{"typ":"Bearer"}}"#),
        ("", &account, r#"{"claims":{"typ":"ID"}}"#),
        ("", &bound, r#"{"claims":{"typ":"Bearer"}}"#),
        ("", &account, r#"{"claims":{"typ":"DPoP"}}"#),
        ("", &account, r#"{"claims":{"typ":"JWT"}}"#),
        ("", &account, r#"{"issuer":"https://sso.example.org/realms/<realm>/x"}"#),
        // An ID token; another realm; an audience to fill in.
        ("", &id, r#"{"audience":"orders"}"#),
        ("", &account, r#"{"issuer":"https://sso.example.org/realms/other"}"#),
        ("", &account, r#"{"audience":"urn:<service>"}"#),
        ("", &of(iss, &claims(r#""aud":1,"#)), r#"{"audience":"orders"}"#),
    ]);
    expect![[r#"
        {"audience":"orders"}
          audience: `account` is there because the user has roles of that client. Add a mapper of the type Audience for `orders` to a client scope of the client.
        {"audience":"orders"}
          audience: Add a mapper of the type Audience for `orders` to a client scope of the client.
        {"audience":"web"}
          audience: Keycloak writes the client into `azp`, not into `aud`. Check `azp`, or add a mapper of the type Audience for `web` to a client scope of the client.
        {"issuer":"https://sso.example.org/auth/realms/shop"}
          issuer: Keycloak has had no `/auth` in its addresses by default since version 17: expect `https://sso.example.org/realms/shop`.
        {"issuer":"https://sso.example.org/realms/shop"}
          issuer: This Keycloak has `/auth` in its addresses, as before version 17: expect `https://sso.example.org/auth/realms/shop`.
        {"issuer":"http://keycloak:8080/realms/shop"}
          issuer: Keycloak may write the host name at which the client reached it. Set its option `hostname`, or expect `https://sso.example.org/realms/shop`.
        {"issuer":"http://keycloak:8080/realms/shop"}
          issuer: Keycloak may write the host name at which the client reached it. Set its option `hostname`, or expect `https://sso.example.org/auth/realms/shop`.
        {"issuer":"https://sso.example.org/realms/master"}
          issuer: The token comes from the realm `shop`. Let the client sign in at the realm `master`, or expect `https://sso.example.org/auth/realms/shop` too.
        {"issuer":"https://sso.example.org/realms/Shop"}
          issuer: Upper and lower case count: expect `https://sso.example.org/realms/shop`.
        {"issuer":"https://a.example/tenants/shop"}
          issuer: -
        {"issuer":"https://sso.example.org/realms/shop"}
          issuer: The token comes from the realm `master`. Let the client sign in at the realm `shop`, or expect `https://sso.example.org/realms/master` too.
        {"issuer":"https://sso.example.org/auth/realms/shop"}
          issuer: Keycloak has had no `/auth` in its addresses by default since version 17: expect `https://sso.example.org/realms/shop`.
        {"algorithms":["RS256"],"audience":"orders"}
          audience: This is a refresh token, for its issuer alone. An API needs the access token.
          algorithm: This is a refresh token, which only Keycloak itself can check. Send the access token.
        {"claims":{"typ":"Bearer"}}
          claim: This is an ID token. Send the access token.
        {"claims":{"typ":"Bearer"}}
          claim: This is a refresh token, which only Keycloak itself can check. Send the access token.
        {"claims":{"typ":"ID"}}
          claim: This is the access token: send the ID token.
        {"claims":{"typ":"Bearer"}}
          claim: The token is bound to a key of the client: expect `DPoP`, and check the proof that comes with it (RFC 9449).
        {"claims":{"typ":"DPoP"}}
          claim: The token is bound to no key. Let the client ask with a DPoP proof (RFC 9449).
        {"claims":{"typ":"JWT"}}
          claim: -
        {"issuer":"https://sso.example.org/realms/<realm>/x"}
          issuer: -
        {"audience":"orders"}
          audience: This is an ID token: its `aud` is the client that signed the user in. An API needs the access token.
        {"issuer":"https://sso.example.org/realms/other"}
          issuer: The token comes from the realm `shop`. Let the client sign in at the realm `other`, or expect `https://sso.example.org/realms/shop` too.
        {"audience":"urn:<service>"}
          audience: -
        {"audience":"orders"}
          audience: -
    "#]].assert_eq(&told);
}

#[test]
fn okta() {
    let claims = |aud: &str| format!(r#""aud":"{aud}","ver":1,"jti":"AT.x","cid":"c","scp":["openid"]"#);
    let org = of("https://example.okta.com", &claims("https://example.okta.com"));
    let custom = of("https://example.okta.com/oauth2/default", &claims("api://default"));
    let id = of("https://example.okta.com/oauth2/default", r#""aud":"c","ver":1,"jti":"ID.x","nonce":"n""#);
    let told = told(&[
        ("", &org, r#"{"issuer":"https://example.okta.com/oauth2/default","audience":"api://default"}"#),
        ("", &custom, r#"{"issuer":"https://example.okta.com"}"#),
        ("", &custom, r#"{"issuer":"https://example.okta.com/oauth2/aus1","audience":"api://orders"}"#),
        // Another org or domain; an ID token; the client.
        ("", &custom, r#"{"issuer":"https://other.okta.com/oauth2/default"}"#),
        ("", &custom, r#"{"issuer":"https://login.example.com/oauth2/default"}"#),
        ("", &org, r#"{"issuer":"https://login.example.com"}"#),
        ("", &id, r#"{"audience":"api://default"}"#),
        ("", &custom, r#"{"audience":"c"}"#),
        ("", &custom, r#"{"issuer":"https://example.okta.com/oauth2/default/"}"#),
    ]);
    expect![[r#"
        {"issuer":"https://example.okta.com/oauth2/default","audience":"api://default"}
          issuer: The token comes from the org authorization server, whose access tokens are for Okta alone. Ask at `https://example.okta.com/oauth2/default`.
          audience: The org authorization server makes access tokens for Okta alone. Ask at a custom one, such as `/oauth2/default`.
        {"issuer":"https://example.okta.com"}
          issuer: The token comes from a custom authorization server: expect `https://example.okta.com/oauth2/default`.
        {"issuer":"https://example.okta.com/oauth2/aus1","audience":"api://orders"}
          issuer: The token comes from another authorization server of the same org. Ask at `https://example.okta.com/oauth2/aus1`, or expect `https://example.okta.com/oauth2/default`.
          audience: The audience stands in the settings of the authorization server: set `api://orders` there, or ask at another server.
        {"issuer":"https://other.okta.com/oauth2/default"}
          issuer: The token names another domain. If both belong to one org, change the issuer in the settings of the authorization server, or expect `https://example.okta.com/oauth2/default`.
        {"issuer":"https://login.example.com/oauth2/default"}
          issuer: The token names another domain. If both belong to one org, change the issuer in the settings of the authorization server, or expect `https://example.okta.com/oauth2/default`.
        {"issuer":"https://login.example.com"}
          issuer: -
        {"audience":"api://default"}
          audience: This is an ID token: its `aud` is the client that signed the user in. An API needs the access token.
        {"audience":"c"}
          audience: You expect the client. Expect the API, `api://default`, or check `cid` as a claim of its own.
        {"issuer":"https://example.okta.com/oauth2/default/"}
          issuer: Expect it without a slash at its end: `https://example.okta.com/oauth2/default`.
    "#]].assert_eq(&told);
}
