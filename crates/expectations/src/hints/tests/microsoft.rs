//! Microsoft Entra ID.

use expect_test::expect;

use super::{of, told};

const V1: &str = "https://sts.windows.net/11112222-bbbb-3333-cccc-4444dddd5555/";
const V2: &str = "https://login.microsoftonline.com/11112222-bbbb-3333-cccc-4444dddd5555/v2.0";

fn access(issuer: &str, audience: &str) -> String {
    let tid = r#""tid":"11112222-bbbb-3333-cccc-4444dddd5555""#;
    of(issuer, &format!(r#""aud":"{audience}","appid":"b","azp":"b","scp":"Orders.Read Files.Read",{tid}"#))
}

#[test]
fn issuers() {
    let v1 = access(V1, "api://aaaa1111-1111-4111-8111-aaaaaaaaaaaa");
    let v2 = access(V2, "aaaa1111-1111-4111-8111-aaaaaaaaaaaa");
    let id = of(V2, r#""aud":"aaaa1111-1111-4111-8111-aaaaaaaaaaaa","nonce":"n","name":"Ann""#);
    let graph = access(V1, "https://graph.microsoft.com");
    let expected_v1 = format!(r#"{{"issuer":"{V1}"}}"#);
    let expected_v2 = format!(r#"{{"issuer":"{V2}"}}"#);
    let told = told(&[
        ("", &v1, &expected_v2),
        ("", &v2, &expected_v1),
        ("", &id, &expected_v1),
        ("", &graph, &expected_v2),
        ("", &v2, r#"{"issuer":"https://login.microsoftonline.com/common/v2.0"}"#),
        ("", &v1, r#"{"issuer":"https://login.microsoftonline.com/organizations/v2.0"}"#),
        ("", &v2, r#"{"issuer":"https://login.microsoftonline.com/{tenantid}/v2.0"}"#),
        ("", &v2, r#"{"issuer":"https://login.microsoftonline.com/99992222-bbbb-3333-cccc-4444dddd5555/v2.0"}"#),
        ("", &v2, r#"{"issuer":"https://login.microsoftonline.com/11112222-bbbb-3333-cccc-4444dddd5555"}"#),
        ("", &v2, r#"{"issuer":"https://contoso.ciamlogin.com/11112222-bbbb-3333-cccc-4444dddd5555/v2.0"}"#),
        // Without the slash; another issuer altogether; a tenant by name.
        ("", &v1, r#"{"issuer":"https://sts.windows.net/11112222-bbbb-3333-cccc-4444dddd5555"}"#),
        ("", &v2, r#"{"issuer":"https://example.com"}"#),
        ("", &v2, r#"{"issuer":"https://login.microsoftonline.com/contoso.onmicrosoft.com/v2.0"}"#),
    ]);
    expect![[r#"
        {"issuer":"https://login.microsoftonline.com/11112222-bbbb-3333-cccc-4444dddd5555/v2.0"}
          issuer: This is a v1.0 token. For v2.0, set `requestedAccessTokenVersion` (`accessTokenAcceptedVersion` in the older manifest) to 2 in the manifest of the API. Or expect `https://sts.windows.net/11112222-bbbb-3333-cccc-4444dddd5555/`.
        {"issuer":"https://sts.windows.net/11112222-bbbb-3333-cccc-4444dddd5555/"}
          issuer: This is a v2.0 token: expect `https://login.microsoftonline.com/11112222-bbbb-3333-cccc-4444dddd5555/v2.0`. For v1.0, set `requestedAccessTokenVersion` (`accessTokenAcceptedVersion` in the older manifest) to 1 in the manifest of the API.
        {"issuer":"https://sts.windows.net/11112222-bbbb-3333-cccc-4444dddd5555/"}
          issuer: This is a v2.0 token: expect `https://login.microsoftonline.com/11112222-bbbb-3333-cccc-4444dddd5555/v2.0`. ID tokens have the version of the endpoint: ask at the one of v1.0.
        {"issuer":"https://login.microsoftonline.com/11112222-bbbb-3333-cccc-4444dddd5555/v2.0"}
          issuer: -
        {"issuer":"https://login.microsoftonline.com/common/v2.0"}
          issuer: `common` never stands in a token: expect the issuer with each tenant that you take, such as `https://login.microsoftonline.com/11112222-bbbb-3333-cccc-4444dddd5555/v2.0`.
        {"issuer":"https://login.microsoftonline.com/organizations/v2.0"}
          issuer: `organizations` never stands in a token: expect the issuer with each tenant that you take, such as `https://sts.windows.net/11112222-bbbb-3333-cccc-4444dddd5555/`.
        {"issuer":"https://login.microsoftonline.com/{tenantid}/v2.0"}
          issuer: `{tenantid}` never stands in a token: expect the issuer with each tenant that you take, such as `https://login.microsoftonline.com/11112222-bbbb-3333-cccc-4444dddd5555/v2.0`.
        {"issuer":"https://login.microsoftonline.com/99992222-bbbb-3333-cccc-4444dddd5555/v2.0"}
          issuer: The token comes from the tenant `11112222…5555`. Ask at the endpoint of the tenant `99992222…5555`, or expect both.
        {"issuer":"https://login.microsoftonline.com/11112222-bbbb-3333-cccc-4444dddd5555"}
          issuer: What you expect is the authority, which has no version. The issuer is `https://login.microsoftonline.com/11112222-bbbb-3333-cccc-4444dddd5555/v2.0`.
        {"issuer":"https://contoso.ciamlogin.com/11112222-bbbb-3333-cccc-4444dddd5555/v2.0"}
          issuer: The issuer has another host for this tenant: expect `https://login.microsoftonline.com/11112222-bbbb-3333-cccc-4444dddd5555/v2.0`.
        {"issuer":"https://sts.windows.net/11112222-bbbb-3333-cccc-4444dddd5555"}
          issuer: Expect it with the slash at its end: `https://sts.windows.net/11112222-bbbb-3333-cccc-4444dddd5555/`.
        {"issuer":"https://example.com"}
          issuer: -
        {"issuer":"https://login.microsoftonline.com/contoso.onmicrosoft.com/v2.0"}
          issuer: -
    "#]].assert_eq(&told);
}

#[test]
fn audiences_scopes_and_types() {
    let v1 = access(V1, "api://aaaa1111-1111-4111-8111-aaaaaaaaaaaa");
    let v1_by_id = access(V1, "aaaa1111-1111-4111-8111-aaaaaaaaaaaa");
    let v2 = access(V2, "aaaa1111-1111-4111-8111-aaaaaaaaaaaa");
    let graph = access(V2, "00000003-0000-0000-c000-000000000000");
    let app = of(V2, r#""aud":"a","azp":"b","azpacr":"1","roles":["Jobs.Run"]"#);
    let bare_app = of(V2, r#""aud":"a","azp":"b","azpacr":"1""#);
    let client = of(V1, r#""aud":"api://a","appid":"cccc1111-1111-4111-8111-aaaaaaaaaaaa","scp":"a""#);
    let client_id = r#"{"audience":"aaaa1111-1111-4111-8111-aaaaaaaaaaaa"}"#;
    let app_id_uri = r#"{"audience":"api://aaaa1111-1111-4111-8111-aaaaaaaaaaaa"}"#;
    let told = told(&[
        ("", &v1, client_id),
        ("", &v1_by_id, app_id_uri),
        ("", &v2, app_id_uri),
        ("", &graph, client_id),
        ("", &graph, r#"{"audience":"https://api.example.com/"}"#),
        ("", &v2, r#"{"audience":"00000003-0000-0000-c000-000000000000"}"#),
        ("", &client, r#"{"audience":"cccc1111-1111-4111-8111-aaaaaaaaaaaa"}"#),
        ("", &v2, r#"{"audience":"aaaa2222-1111-4111-8111-aaaaaaaaaaaa"}"#),
        ("", &v2, r#"{"scopes":["api://aaaa1111-1111-4111-8111-aaaaaaaaaaaa/Orders.Read"]}"#),
        ("", &app, r#"{"scopes":["Jobs.Run"]}"#),
        ("", &bare_app, r#"{"scopes":["Jobs.Run"]}"#),
        ("", &v2, r#"{"scopes":["Orders.Write"]}"#),
        ("", &v2, r#"{"scopes":["api://aaaa1111-1111-4111-8111-aaaaaaaaaaaa/Orders.Write"]}"#),
        ("", &v2, r#"{"type":"at+jwt"}"#),
    ]);
    expect![[r#"
        {"audience":"aaaa1111-1111-4111-8111-aaaaaaaaaaaa"}
          audience: v1.0 tokens can name the API by its App ID URI: expect `api://aaaa1111-1111-4111-8111-aaaaaaaaaaaa`, if that is yours. For tokens with the client ID, set `requestedAccessTokenVersion` (`accessTokenAcceptedVersion` in the older manifest) to 2 in the manifest of the API.
        {"audience":"api://aaaa1111-1111-4111-8111-aaaaaaaaaaaa"}
          audience: v1.0 tokens name the API as the client asked for it, here by its client ID: expect `aaaa1111-1111-4111-8111-aaaaaaaaaaaa` too, if that is yours.
        {"audience":"api://aaaa1111-1111-4111-8111-aaaaaaaaaaaa"}
          audience: v2.0 tokens name the API by its client ID, not by its App ID URI: expect `aaaa1111-1111-4111-8111-aaaaaaaaaaaa`, if that is yours.
        {"audience":"aaaa1111-1111-4111-8111-aaaaaaaaaaaa"}
          audience: The token is for Microsoft Graph. Ask for a scope of your API instead, such as `api://aaaa1111-1111-4111-8111-aaaaaaaaaaaa/.default`.
        {"audience":"https://api.example.com/"}
          audience: The token is for Microsoft Graph. Ask for a scope of your API instead, such as `https://api.example.com/.default`.
        {"audience":"00000003-0000-0000-c000-000000000000"}
          audience: -
        {"audience":"cccc1111-1111-4111-8111-aaaaaaaaaaaa"}
          audience: You expect the client. Expect the API, `api://a`, or check `appid` as a claim of its own.
        {"audience":"aaaa2222-1111-4111-8111-aaaaaaaaaaaa"}
          audience: -
        {"scopes":["api://aaaa1111-1111-4111-8111-aaaaaaaaaaaa/Orders.Read"]}
          scope: `scp` has scopes without the App ID URI: expect `Orders.Read`.
        {"scopes":["Jobs.Run"]}
          scope: This is a token of an app without a user: its permissions are app roles, in `roles`, not scopes.
        {"scopes":["Jobs.Run"]}
          scope: Only tokens of users have `scp`. In the token of an app alone, app roles stand in `roles`, once they are granted to the app.
        {"scopes":["Orders.Write"]}
          scope: Let the client ask for `Orders.Write` too, with the App ID URI of the API before it: `<App ID URI>/Orders.Write`.
        {"scopes":["api://aaaa1111-1111-4111-8111-aaaaaaaaaaaa/Orders.Write"]}
          scope: Let the client ask for `api://aaaa1111-1111-4111-8111-aaaaaaaaaaaa/Orders.Write` too, in the parameter `scope` of its request for the token.
        {"type":"at+jwt"}
          type: Entra ID always writes the type `JWT`: expect that.
    "#]].assert_eq(&told);
}
