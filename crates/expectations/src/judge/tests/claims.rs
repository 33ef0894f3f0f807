//! Issuer, audience, other claims and scopes.

use expect_test::expect;

use super::table;

#[test]
fn issuers() {
    let told = [
        table(
            r#"{"issuer":"https://login.example.com/t1"}"#,
            &[
                r#"{"iss":"https://login.example.com/t1"}"#,
                r#"{"iss":"https://login.example.com/t1/"}"#,
                r#"{"iss":"https://Login.example.com/T1"}"#,
                r#"{"iss":"http://login.example.com/t1"}"#,
                r#"{"iss":"login.example.com/t1"}"#,
                r#"{"iss":" https://login.example.com/t1\n"}"#,
                r#"{"iss":"\"https://login.example.com/t1\""}"#,
                r#"{"iss":"https://login.example.com/t1\u200b"}"#,
                r#"{"iss":"https://login.example.com%2Ft1"}"#,
                r#"{"iss":"http://login.example.com/t1/"}"#,
                r#"{"iss":"https://login.example.com/t1/v2.0"}"#,
                r#"{"iss":"https://login.example.com"}"#,
                r#"{"iss":"https://login.example.com/t2"}"#,
                r#"{"iss":"https://other.example.com/3f1d2c44-9c1a-4b0e-8a77-5f2f5b7d9e10/"}"#,
                r#"{"iss":"a`b\u202ec"}"#,
                r#"{"iss":7}"#,
                r#"{"iss":null}"#,
                r#"{"iss":["https://login.example.com/t1"]}"#,
                r#"{"ISS":"https://login.example.com/t1"}"#,
                r#"{"iss":"x","iss":"https://login.example.com/t1"}"#,
                r#"{"iss":"https://login.example.com/t1","iss":"https://login.example.com/t1"}"#,
                r#"{"iss":"https://login.example.com/t1","iss":"x"}"#,
                r#"{"iss":"redacted by the sender"}"#,
                "{}",
                "[1]",
                "hello",
                r#"{"sub":"u1","is"#,
                r#"{"iss":"https://login.example.com/t1","su"#,
            ],
        ),
        table(
            r#"{"issuer":["https://a.example.com","https://b.example.com"]}"#,
            &[
                r#"{"iss":"https://b.example.com"}"#,
                r#"{"iss":"https://b.example.com/"}"#,
                r#"{"iss":"https://c.example.com"}"#,
            ],
        ),
        table(r#"{"issuer":"https://accounts.google.com"}"#, &[r#"{"iss":"accounts.google.com"}"#]),
        table(
            r#"{"issuer":"accounts.google.com"}"#,
            &[r#"{"iss":"https://accounts.google.com"}"#, r#"{"iss":"https://accounts.google.com/"}"#],
        ),
        table(
            r#"{"issuer":"https://sts.example.com/<tenant>/v2.0"}"#,
            &[r#"{"iss":"https://sts.example.com/1/v2.0"}"#, r#"{"iss":"https://sts.example.com/1/v1.0"}"#],
        ),
        table(
            r#"{"issuer":"https://sts.example.com/3f1d2c44-9c1a-4b0e-8a77-5f2f5b7d9e10"}"#,
            &[
                r#"{"iss":"https://sts.example.com/3f1d2c44-0000-4b0e-8a77-5f2f5b7d9e10"}"#,
                r#"{"iss":"https://sts.example.com/72f988bf-86f1-41af-91ab-2d7cd011db47"}"#,
            ],
        ),
    ];
    expect![[r#""#]].assert_eq(&told.join("\n"));
}

#[test]
fn audiences() {
    let told = [
        table(
            r#"{"audience":"api://orders"}"#,
            &[
                r#"{"aud":"api://orders"}"#,
                r#"{"aud":["api://orders"]}"#,
                r#"{"aud":["account","api://orders"]}"#,
                r#"{"aud":["account","other"]}"#,
                r#"{"aud":["account","api://orders/"]}"#,
                r#"{"aud":["a","b","c","d","e"]}"#,
                r#"{"aud":["other"]}"#,
                r#"{"aud":"other"}"#,
                r#"{"aud":"api://orders/"}"#,
                r#"{"aud":"API://Orders"}"#,
                r#"{"aud":"account api://orders"}"#,
                r#"{"aud":"account,api://orders"}"#,
                r#"{"aud":"[\"account\",\"api://orders\"]"}"#,
                r#"{"aud":"account api://order"}"#,
                r#"{"aud":[]}"#,
                r#"{"aud":[1,2]}"#,
                r#"{"aud":1}"#,
                r#"{"aud":{"a":1}}"#,
                r#"{"aud":null}"#,
                r#"{"azp":"api://orders"}"#,
                r#"{"aud":"account","client_id":"api://orders"}"#,
                r#"{"azp":"other"}"#,
                r#"{"Aud":"api://orders"}"#,
                r#"{"aud":"x","aud":"api://orders"}"#,
                r#"{"aud":"api://orders","aud":["x"]}"#,
                "{}",
                "[]",
            ],
        ),
        table(
            r#"{"audience":["3f1d2c44-9c1a-4b0e-8a77-5f2f5b7d9e10","other"]}"#,
            &[
                r#"{"aud":"api://3f1d2c44-9c1a-4b0e-8a77-5f2f5b7d9e10"}"#,
                r#"{"aud":"3F1D2C44-9c1a-4b0e-8a77-5f2f5b7d9e10"}"#,
            ],
        ),
        table(r#"{"audience":"<client id>"}"#, &[r#"{"aud":"x"}"#, r#"{"aud":["a/b"]}"#]),
    ];
    expect![[r#""#]].assert_eq(&told.join("\n"));
}

#[test]
fn other_claims() {
    let told = [
        table(
            r#"{"required":["sub"]}"#,
            &[r#"{"sub":"u1"}"#, r#"{"sub":null}"#, r#"{"sub":""}"#, r#"{"SUB":"u1"}"#, "{}", "7", r#"{"exp":1,"#],
        ),
        table(
            r#"{"claims":{"tid":"t1"}}"#,
            &[
                r#"{"tid":"t1"}"#,
                r#"{"tid":"T1"}"#,
                r#"{"tid":"t2"}"#,
                r#"{"tid":["t0","t1"]}"#,
                r#"{"tid":["t0"]}"#,
                r#"{"tid":[]}"#,
                r#"{"tid":1}"#,
                r#"{"tid":{"t1":true}}"#,
                r#"{"tid":"t1","tid":"t2"}"#,
                r#"{"tid":"t2","tid":"t1"}"#,
                "{}",
            ],
        ),
        table(r#"{"claims":{"tid":"<tenant>"}}"#, &[r#"{"tid":"t1"}"#, r#"{"tid":"a/b"}"#]),
        table(
            r#"{"claims":{"email_verified":true}}"#,
            &[
                r#"{"email_verified":true}"#,
                r#"{"email_verified":"true"}"#,
                r#"{"email_verified":false}"#,
                r#"{"email_verified":1}"#,
                r#"{"email_verified":null}"#,
            ],
        ),
        table(r#"{"claims":{"v":"true"}}"#, &[r#"{"v":true}"#, r#"{"v":"true"}"#]),
        table(
            r#"{"claims":{"ver":2}}"#,
            &[
                r#"{"ver":2}"#,
                r#"{"ver":2.0}"#,
                r#"{"ver":"2"}"#,
                r#"{"ver":"2.0"}"#,
                r#"{"ver":3}"#,
                r#"{"ver":[1,2]}"#,
            ],
        ),
        table(r#"{"claims":{"ver":"2.0"}}"#, &[r#"{"ver":"2.0"}"#, r#"{"ver":2.0}"#, r#"{"ver":"1.0"}"#]),
        table(r#"{"claims":{"act":null}}"#, &[r#"{"act":null}"#, r#"{"act":"null"}"#, "{}"]),
        table(
            r#"{"claims":{"realm_access.roles":"admin"}}"#,
            &[
                r#"{"realm_access":{"roles":["user","admin"]}}"#,
                r#"{"realm_access":{"roles":["user"]}}"#,
                r#"{"realm_access.roles":"admin","realm_access":{"roles":[]}}"#,
                r#"{"realm_access":{"roles":"redacted by the sender"}}"#,
                r#"{"realm_access":["admin"]}"#,
            ],
        ),
        table(
            r#"{"claims":{"/resource_access/my~1api/roles/0":"admin"}}"#,
            &[r#"{"resource_access":{"my/api":{"roles":["admin"]}}}"#, r#"{"resource_access":{}}"#],
        ),
        table(r#"{"required":["https://x.example/a.b"]}"#, &[r#"{"https://x.example/a":{"b":1}}"#]),
    ];
    expect![[r#""#]].assert_eq(&told.join("\n"));
}

#[test]
fn scopes() {
    let told = [
        table(
            r#"{"scopes":["Orders.Read"]}"#,
            &[
                r#"{"scope":"openid Orders.Read"}"#,
                r#"{"scp":"Orders.Read"}"#,
                r#"{"scp":["Orders.Read"]}"#,
                r#"{"scope":["Orders.Read"]}"#,
                r#"{"scope":"openid"}"#,
                r#"{"scope":"openid","scp":["email"]}"#,
                r#"{"scope":"orders.read"}"#,
                r#"{"scope":"api://orders/Orders.Read"}"#,
                r#"{"scope":"openid,Orders.Read"}"#,
                r#"{"scope":""}"#,
                r#"{"scope":7}"#,
                r#"{"roles":["Orders.Read"]}"#,
                r#"{"scope":"openid","permissions":["Orders.Read"]}"#,
                r#"{"scope":"redacted by the sender"}"#,
                "{}",
            ],
        ),
        table(
            r#"{"scopes":["a","b"]}"#,
            &[r#"{"scope":"b a"}"#, r#"{"scope":"a"}"#, r#"{"scope":"a","scp":"b"}"#, "{}"],
        ),
    ];
    expect![[r#""#]].assert_eq(&told.join("\n"));
}
