//! Tests of what a token is recognised as, and why.

use super::*;
use test_tokens::{token_from, token_of, token_with};

#[track_caller]
fn check(token: &Token, id: &str, because: &[&str]) {
    let profile = profile(token);
    assert_eq!(
        (profile.kind.id(), profile.because.iter().map(String::as_str).collect::<Vec<_>>()),
        (id, because.to_vec())
    );
}

#[test]
fn names_what_the_type_says() {
    check(
        &token_from(r#"{"alg":"RS256","typ":"at+jwt"}"#, r#"{"sub":"a"}"#),
        "oauth-access-token",
        &["Its `typ` is `at+jwt`."],
    );
    check(
        &token_from(r#"{"alg":"RS256","typ":"application/AT+JWT"}"#, "{}"),
        "oauth-access-token",
        &["Its `typ` is `at+jwt`."],
    );
    check(
        &token_from(r#"{"alg":"ES256","typ":"dpop+jwt"}"#, r#"{"htm":"GET"}"#),
        "dpop-proof",
        &["Its `typ` is `dpop+jwt`."],
    );
}

#[test]
fn a_header_that_nothing_protects_is_one_too() {
    let only_unprotected = r#"{"payload":"aGk","header":{"alg":"HS256"},"signature":"AAAA"}"#;
    check(&token_of(only_unprotected), "jws", &["Its payload is no JSON object."]);
    let unsecured = r#"{"payload":"e30","protected":"eyJraWQiOiIxIn0","header":{"alg":"none"},"signature":""}"#;
    check(&token_of(unsecured), "unsecured-jwt", &["Its `alg` is `none`."]);
    let detached = ["..", "rq3pjT1hoRwyAGEGkTYAbA".repeat(4).split_at(86).0].concat();
    check(&token_of(&detached), "jws", &["It has a signature, and its payload is left out."]);
}

#[test]
fn names_what_the_claims_show() {
    check(&token_with(r#"{"nonce":"n","at_hash":"h"}"#), "oidc-id-token", &["It has `nonce` and `at_hash`."]);
    check(&token_with(r#"{"nonce":"n","aud":"a"}"#), "jwt", &["Its payload is a set of claims."]);
    check(
        &token_with(r#"{"iss":"i","sub":"s","aud":"a","exp":1,"iat":1,"azp":"a"}"#),
        "oidc-id-token",
        &["It has `iss`, `sub`, `aud`, `exp`, `iat` and `azp`, and no `scope`."],
    );
    check(
        &token_with(r#"{"scope":"read","client_id":"c"}"#),
        "oauth-access-token",
        &["It has `scope` and `client_id`."],
    );
    check(
        &token_with(r#"{"events":{"http://schemas.openid.net/event/backchannel-logout":{}}}"#),
        "oidc-logout-token",
        &["Its `events` names a back-channel logout."],
    );
    check(&token_with(r#"{"events":{"urn:x":{}}}"#), "security-event-token", &["It has `events`."]);
}

#[test]
fn knows_the_access_tokens_of_well_known_issuers() {
    let required = r#""iss":"i","sub":"s","aud":"a","exp":1,"iat":1,"azp":"c""#;
    let with = |more: &str| token_with(&["{", required, ",", more, "}"].concat());
    check(&with(r#""azpacr":"1","roles":["R"]"#), "oauth-access-token", &["It has `azp` and `azpacr`."]);
    check(&with(r#""gty":"client-credentials""#), "oauth-access-token", &["It has `azp` and `gty`."]);
    let because = "It has a claim `typ`, and that is `Bearer`.";
    check(&with(r#""typ":"Bearer","nonce":"n","scope":"openid""#), "oauth-access-token", &[because]);
    let because = "It has a claim `typ`, and that is `Refresh`.";
    check(&with(r#""typ":"Refresh","scope":"openid""#), "refresh-token", &[because]);
    check(&with(r#""typ":"ID","sid":"1""#), "oidc-id-token", &["It has a claim `typ`, and that is `ID`."]);
    let cognito = r#"{"token_use":"access","scope":"s","auth_time":1,"client_id":"c"}"#;
    check(&token_with(cognito), "oauth-access-token", &["Its `token_use` is `access`."]);
    check(&token_with(r#"{"scope":"read","auth_time":1}"#), "jwt", &["Its payload is a set of claims."]);
}

#[test]
fn the_corpus_has_two_of_each_kind_and_issuer_and_a_near_miss_of_each_issuer() {
    const CORPUS: &str = include_str!("../../../../tests/corpus.expected");
    let count = |beginning: &str, end: &str| {
        CORPUS.lines().filter(|line| line.starts_with(beginning) && line.ends_with(end)).count()
    };
    let mut missing = Vec::new();
    for kind in TokenKind::ALL {
        // A segment alone is found only where an object begins, which makes it a header or claims.
        if kind != TokenKind::Segment && count(&format!("  kind    {} (", kind.id()), "") < 2 {
            missing.push(format!("two tokens of kind {}", kind.id()));
        }
    }
    for issuer in KnownIssuer::ALL {
        if count(&format!("  issuer  {} (", issuer.id()), "") < 2 {
            missing.push(format!("two tokens from {}", issuer.id()));
        }
        if count(&format!("{}--", issuer.id()), "--near-miss") < 1 {
            missing.push(format!("a near miss of {}", issuer.id()));
        }
    }
    for row in [kinds::CREDENTIALS, kinds::SHAPES, kinds::SEGMENTS].into_iter().flatten() {
        if count(&format!("{}--", row.kind.id()), "--near-miss") < 1 {
            missing.push(format!("a near miss of kind {}", row.kind.id()));
        }
    }
    assert!(missing.is_empty(), "tests/corpus needs {}", missing.join(", "));
}

#[test]
fn a_cookie_in_pieces_is_known_by_its_name() {
    let token = |label: &str| {
        let mut token = token_of("eyJhbGciOiJkaXIiLCJlbmMiOiJBMjU2R0NNIn0..AAAA.AAAA.AAAA");
        label.clone_into(&mut token.label);
        profile(&token).known_issuer()
    };
    for label in ["authjs.session-token", "cookie __Secure-authjs.session-token", "cookie next-auth.session-token.0"] {
        assert_eq!(token(label), Some(KnownIssuer::AuthJs), "{label}");
    }
    for near_miss in [
        "token",
        "cookie authjs.csrf-token",
        "cookie next-auth.session-token.x",
        "authjs.session-token1",
        "authjs.session-token.",
        "my-authjs.session-token",
    ] {
        assert_eq!(token(near_miss), None, "{near_miss}");
    }
}

#[test]
fn an_issuer_is_stated_only_where_it_is_named() {
    let certainty = |token: &Token| profile(token).issuer.map(|recognised| recognised.certainty);
    for (header, claims) in [
        (r#"{"alg":"RS256","tty":"sfdc-core-token"}"#, r#"{"sub":"uid:1"}"#),
        (r#"{"alg":"RS256","typ":"application/okta-internal-at+jwt"}"#, r#"{"iss":"https://login.example.com"}"#),
        (r#"{"alg":"RS256"}"#, r#"{"iss":"https://oidc.vercel.com/team"}"#),
        (r#"{"alg":"RS256"}"#, r#"{"typ":"savetowallet","aud":"google"}"#),
        (r#"{"alg":"HS256"}"#, r#"{"iss":"argocd","sub":"ann:login"}"#),
    ] {
        assert_eq!(certainty(&token_from(header, claims)), Some(Certainty::Stated), "{header} {claims}");
    }
    for claims in [
        r#"{"iss":"http://127.0.0.1:54321/auth/v1","role":"authenticated","aal":"aal1","session_id":"s"}"#,
        r#"{"iss":"A.B.SHA256:x","sub":"A.B","iat":1,"exp":2}"#,
        r#"{"drn":"DS","sub":"u","exp":1}"#,
        r#"{"acr":"goauthentik.io/providers/oauth2/default"}"#,
    ] {
        assert_eq!(certainty(&token_with(claims)), Some(Certainty::Likely), "{claims}");
    }
}

#[test]
fn knows_every_type_of_the_registry() {
    const TYPES_CSV: &str = include_str!("../../../../tests/data/jose-typ-values.csv");
    let generic = ["JWT", "JOSE", "JOSE+JSON", "sd-jwt+json", "application/didcomm-plain+json"];
    for line in TYPES_CSV.lines().skip(1) {
        let typ = line.split(',').next().unwrap_or_default();
        let token = token_from(&format!("{{\"alg\":\"ES256\",\"typ\":\"{typ}\"}}"), "{}");
        assert_eq!((profile(&token).kind == TokenKind::Jwt), generic.contains(&typ), "{typ}");
    }
}

#[test]
fn what_is_only_a_part_is_named_as_a_part() {
    let claims = test_tokens::encode(r#"{"iss":"https://accounts.google.com","nonce":"n"}"#);
    let token = token_of(&claims);
    check(&token, "jwt-claims", &["It is a single segment with a JSON object that has registered claims."]);
    assert_eq!(profile(&token).known_issuer(), Some(KnownIssuer::Google));
}

#[test]
fn claims_no_more_than_the_evidence() {
    check(&token_with(r#"{"sub":"u1"}"#), "jwt", &["Its payload is a set of claims."]);
    check(
        &token_with(r#"{"iss":"i","sub":"s","aud":"a","exp":1,"iat":1}"#),
        "jwt",
        &["Its payload is a set of claims."],
    );
    check(&token_from(r#"{"alg":"none"}"#, r#"{"sub":"u1"}"#), "unsecured-jwt", &["Its `alg` is `none`."]);
    check(&token_from(r#"{"alg":"HS256"}"#, "hello"), "jws", &["Its payload is no JSON object."]);
    check(&token_of("eyJhbGciOiJSUzI1NiJ9"), "jose-header", &["It is a single segment with header parameters."]);
}

#[test]
fn what_is_known_of_the_issuer_goes_before_what_is_known_of_the_kind() {
    let firebase = profile(&token_with(r#"{"iss":"https://securetoken.google.com/p"}"#));
    assert_eq!(firebase.kind, TokenKind::OidcIdToken);
    let document = |profile: &Profile| profile.demands().map(|(demands, _)| demands.document);
    assert_eq!(document(&firebase), Some("Firebase's documentation"));
    let google = profile(&token_with(r#"{"iss":"https://accounts.google.com"}"#));
    assert_eq!(document(&google), Some("OpenID Connect Core 1.0 section 2"));
    let anon = profile(&token_with(r#"{"iss":"supabase","role":"anon"}"#));
    assert_eq!((anon.kind, anon.possession()), (TokenKind::ApiKey, Possession::Published));
    let app = profile(&token_from(r#"{"alg":"RS256"}"#, r#"{"iss":"12","iat":1,"exp":2}"#));
    assert_eq!(app.accepted_lifetime().map(|accepted| accepted.seconds), Some(600));
    assert_eq!(google.accepted_lifetime(), None);
}
