//! Where keys are, and which nobody has.

use super::*;
use crate::where_keys_are;
use test_tokens::token_from;

fn told(header: &str, claims: &str) -> Option<(&'static str, Option<String>)> {
    let token = token_from(header, claims);
    let issuer = inspect::recognise::profile(&token).known_issuer();
    where_keys_are(&token, issuer).map(|hint| (hint.id, hint.command))
}

#[test]
fn names_the_address_of_the_keys() {
    let curl = |url: &str| Some(("keys-at", Some(format!("curl -s '{url}'"))));
    let rs256 = r#"{"alg":"RS256","kid":"a"}"#;
    for (claims, url) in [
        (
            r#"{"iss":"https://securetoken.google.com/p","aud":"p","sub":"u"}"#,
            "https://www.googleapis.com/robot/v1/metadata/x509/securetoken@system.gserviceaccount.com",
        ),
        (
            r#"{"iss":"https://session.firebase.google.com/p","aud":"p","sub":"u"}"#,
            "https://identitytoolkit.googleapis.com/v1/sessionCookiePublicKeys",
        ),
        (r#"{"iss":"https://accounts.google.com","aud":"c","sub":"u"}"#, "https://www.googleapis.com/oauth2/v3/certs"),
        (
            r#"{"iss":"https://token.actions.githubusercontent.com","aud":"c","sub":"repo:a/b"}"#,
            "https://token.actions.githubusercontent.com/.well-known/openid-configuration",
        ),
        (
            r#"{"iss":"https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_Ab","token_use":"id","sub":"u"}"#,
            "https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_Ab/.well-known/jwks.json",
        ),
    ] {
        assert_eq!(told(rs256, claims), curl(url), "{claims}");
    }
    let alb = r#"{"alg":"ES256","kid":"12-ab","signer":"arn:aws:elasticloadbalancing:eu-west-1:123456789012:loadbalancer/app/a/b","iss":"https://a.example","client":"c","exp":1}"#;
    assert_eq!(told(alb, r#"{"sub":"u"}"#), curl("https://public-keys.auth.elb.eu-west-1.amazonaws.com/12-ab"));
    // Nothing of a token gets into a shell.
    let hostile = alb.replace("12-ab", "a';rm x'");
    assert_eq!(told(&hostile, r#"{"sub":"u"}"#), Some(("keys-at", None)));
}

#[test]
fn names_keys_that_nobody_has() {
    let refresh = r#"{"iss":"https://sso.example/realms/r","typ":"Refresh","sub":"u","azp":"c"}"#;
    assert_eq!(told(r#"{"alg":"HS512","typ":"JWT"}"#, refresh), Some(("keys-not-published", None)));
    assert_ne!(told(r#"{"alg":"RS256","typ":"JWT"}"#, refresh).map(|(id, _)| id), Some("keys-not-published"));
    let org = told(
        r#"{"alg":"RS256","typ":"okta-internal-at+jwt","kid":"a"}"#,
        r#"{"iss":"https://dev-1.okta.com","cid":"c","uid":"u","ver":1}"#,
    );
    assert_eq!(org, Some(("keys-not-published", None)));
    assert_eq!(told(r#"{"alg":"RS256"}"#, r#"{"iss":"https://a.example","sub":"u"}"#), None);
}

#[test]
fn is_told_where_nothing_fits() {
    let token =
        token_from(r#"{"alg":"RS256","kid":"a"}"#, r#"{"iss":"https://accounts.google.com","aud":"c","sub":"u"}"#);
    let check = Checker::new(&token, &KeyRing::default()).finish().remove(0);
    assert_eq!((check.signature, ids(&check)), (SignatureVerdict::CannotBeChecked, vec!["keys-at"]));
    assert_eq!(check.reason.as_deref(), Some("RS256 needs an RSA key: the public key of whoever signed."));
}
