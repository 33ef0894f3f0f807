//! Kubernetes, GitHub Actions and Supabase.

use expect_test::expect;

use super::{of, told};

#[test]
fn kubernetes() {
    let claims = |aud: &str| {
        format!(r#""aud":["{aud}"],"kubernetes.io":{{"namespace":"n","serviceaccount":{{"name":"s","uid":"u"}}}}"#)
    };
    let api = "https://kubernetes.default.svc.cluster.local";
    let bound = of(api, &claims(api)).replace(r#""sub":"1""#, r#""sub":"system:serviceaccount:n:s""#);
    let eks = bound.replace(api, "https://oidc.eks.eu-west-1.amazonaws.com/id/ABC");
    let legacy = r#"{"iss":"kubernetes/serviceaccount","sub":"system:serviceaccount:n:s","kubernetes.io/serviceaccount/namespace":"n"}"#;
    let told = told(&[
        ("", &bound, r#"{"audience":"vault"}"#),
        ("", &bound, r#"{"issuer":"https://oidc.example.com/cluster"}"#),
        ("", legacy, r#"{"audience":"vault"}"#),
        ("", &bound, r#"{"issuer":"https://kubernetes.default.svc.cluster.local","audience":"https://<audience>/x"}"#),
        ("", &bound, r#"{"claims":{"sub":"system:serviceaccount:n:other"}}"#),
        ("", &bound, r#"{"claims":{"sub":"system:serviceaccount:other:s"}}"#),
        ("", &bound, r#"{"claims":{"sub":"system:serviceaccount:n:<name>/x"}}"#),
        ("", &bound, r#"{"claims":{"sub":"n/s"}}"#),
        ("", &eks, r#"{"issuer":"https://oidc.eks.eu-west-1.amazonaws.com/id/DEF"}"#),
    ]);
    expect![[r#"
        {"audience":"vault"}
          audience: Set `audience: vault` in the `serviceAccountToken` of a projected volume: without it, a token is for the API server.
        {"issuer":"https://oidc.example.com/cluster"}
          issuer: Each cluster has its own issuer, which `kubectl get --raw /.well-known/openid-configuration` tells: expect `https://kubernetes.default.svc.cluster.local`, if the cluster is yours.
        {"audience":"vault"}
          audience: This is a token of the old kind, from a Secret. Use a projected one: `serviceAccountToken` in a projected volume.
        {"issuer":"https://kubernetes.default.svc.cluster.local","audience":"https://<audience>/x"}
          audience: -
        {"claims":{"sub":"system:serviceaccount:n:other"}}
          claim: The token is of the service account `s` in the namespace `n`. Set `serviceAccountName: other` in a pod of the namespace `n`.
        {"claims":{"sub":"system:serviceaccount:other:s"}}
          claim: The token is of the service account `s` in the namespace `n`. Set `serviceAccountName: s` in a pod of the namespace `other`.
        {"claims":{"sub":"system:serviceaccount:n:<name>/x"}}
          claim: -
        {"claims":{"sub":"n/s"}}
          claim: -
        {"issuer":"https://oidc.eks.eu-west-1.amazonaws.com/id/DEF"}
          issuer: Each cluster has its own issuer, which `kubectl get --raw /.well-known/openid-configuration` tells: expect `https://oidc.eks.eu-west-1.amazonaws.com/id/ABC`, if the cluster is yours.
    "#]].assert_eq(&told);
}

#[test]
fn github_actions() {
    let claims = |aud: &str| {
        format!(
            r#""aud":"{aud}","repository":"octo/shop","repository_owner":"octo","workflow":"w","job_workflow_ref":"r","ref":"m""#
        )
    };
    let iss = "https://token.actions.githubusercontent.com";
    let usual = of(iss, &claims("https://github.com/octo"));
    let own = of(iss, &claims("sts.amazonaws.com"));
    let immutable = usual.replace(r#""sub":"1""#, r#""sub":"repo:octo@12/shop@34:ref:refs/heads/main""#);
    let enterprise = of(&format!("{iss}/octo-enterprise"), &claims("https://github.com/octo"));
    let told = told(&[
        ("", &usual, r#"{"audience":"https://api.example.com"}"#),
        ("", &own, r#"{"audience":"https://api.example.com"}"#),
        ("", &enterprise, r#"{"issuer":"https://token.actions.githubusercontent.com"}"#),
        ("", &usual, r#"{"issuer":"https://token.actions.githubusercontent.com/octo-enterprise"}"#),
        ("", &usual, r#"{"audience":"api://<audience>"}"#),
        ("", &usual, r#"{"audience":"it's"}"#),
        ("", &immutable, r#"{"claims":{"sub":"repo:octo/shop:ref:refs/heads/main"}}"#),
        ("", &immutable, r#"{"claims":{"sub":"repo:octo/shop:environment:prod"}}"#),
        ("", &usual, r#"{"claims":{"sub":"repo:octo/shop:ref:refs/heads/main"}}"#),
    ]);
    expect![[r#"
        {"audience":"https://api.example.com"}
          audience: That is the audience if the workflow asks for none. Let it ask with `core.getIDToken('https://api.example.com')`.
        {"audience":"https://api.example.com"}
          audience: The audience is what the workflow asked for. Let it ask with `core.getIDToken('https://api.example.com')`.
        {"issuer":"https://token.actions.githubusercontent.com"}
          issuer: This enterprise has an issuer of its own: expect `https://token.actions.githubusercontent.com/octo-enterprise`.
        {"issuer":"https://token.actions.githubusercontent.com/octo-enterprise"}
          issuer: -
        {"audience":"api://<audience>"}
          audience: -
        {"audience":"it's"}
          audience: -
        {"claims":{"sub":"repo:octo/shop:ref:refs/heads/main"}}
          claim: The `sub` of newer repositories has the IDs of owner and repository in it: expect `repo:octo@12/shop@34:ref:refs/heads/main`.
        {"claims":{"sub":"repo:octo/shop:environment:prod"}}
          claim: -
        {"claims":{"sub":"repo:octo/shop:ref:refs/heads/main"}}
          claim: -
    "#]].assert_eq(&told);
}

#[test]
fn supabase() {
    let iss = "https://abcdefghijklmnopqrst.supabase.co/auth/v1";
    let user = of(
        iss,
        r#""aud":"authenticated","role":"authenticated","aal":"aal1","session_id":"s","is_anonymous":false,"app_metadata":{}"#,
    );
    let key = r#"{"iss":"supabase","ref":"abcdefghijklmnopqrst","role":"anon","iat":1650000000,"exp":1965576000}"#;
    let hs256 = r#"{"alg":"HS256","typ":"JWT"}"#;
    let told = told(&[
        ("", &user, r#"{"audience":"abcdefghijklmnopqrst"}"#),
        ("", &user, r#"{"issuer":"https://abcdefghijklmnopqrst.supabase.co/"}"#),
        ("", &user, r#"{"issuer":"supabase"}"#),
        (hs256, &user, r#"{"algorithms":["ES256"]}"#),
        (hs256, key, r#"{"issuer":"https://abcdefghijklmnopqrst.supabase.co/auth/v1","audience":"authenticated"}"#),
        ("", &user, r#"{"issuer":"https://zzzzefghijklmnopqrst.supabase.co/auth/v1"}"#),
        (hs256, key, r#"{"required":["sub"]}"#),
        ("", &user, r#"{"issuer":"https://<project>.supabase.co/auth/v2"}"#),
        ("", &user, r#"{"algorithms":["ES256"]}"#),
    ]);
    expect![[r#"
        {"audience":"abcdefghijklmnopqrst"}
          audience: The audience is `authenticated` in every project: expect that, and tell projects apart by the issuer.
        {"issuer":"https://abcdefghijklmnopqrst.supabase.co/"}
          issuer: The issuer of users' tokens is the project's address with `/auth/v1`: expect `https://abcdefghijklmnopqrst.supabase.co/auth/v1`.
        {"issuer":"supabase"}
          issuer: The issuer of users' tokens is the project's address with `/auth/v1`: expect `https://abcdefghijklmnopqrst.supabase.co/auth/v1`.
        {"algorithms":["ES256"]}
          algorithm: Move the project to an asymmetric signing key, or expect `HS256` alone and check with the project's secret.
        {"issuer":"https://abcdefghijklmnopqrst.supabase.co/auth/v1","audience":"authenticated"}
          issuer: This is an API key of the project, which names no user. Send the access token of the user's session.
          audience: This is an API key of the project, which names no user. Send the access token of the user's session.
        {"issuer":"https://zzzzefghijklmnopqrst.supabase.co/auth/v1"}
          issuer: The token comes from the project `abcdefghijklmnopqrst`. Use the address and the key of your own in the app.
        {"required":["sub"]}
          claim: This is an API key of the project, which names no user. Send the access token of the user's session.
        {"issuer":"https://<project>.supabase.co/auth/v2"}
          issuer: -
        {"algorithms":["ES256"]}
          algorithm: -
    "#]].assert_eq(&told);
}
