//! Other claims and scopes.

use expect_test::expect;

use super::table;

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
        table(r#"{"required":["sub"]}"#, &[r#"{"sub":42}"#, r#"{"sub":["u1"]}"#, r#"{"sub":{"id":1}}"#]),
        table(r#"{"claims":{"jti":"a"}}"#, &[r#"{"jti":"a"}"#, r#"{"jti":["a"]}"#, r#"{"jti":1}"#]),
        table(
            r#"{"claims":{"sub":"u1"}}"#,
            &[
                r#"{"sub":"u1"}"#,
                r#"{"sub":["u1"]}"#,
                r#"{"sub":["u2"]}"#,
                r#"{"sub":1}"#,
                r#"{"sub":["u1"],"sub":"u1"}"#,
            ],
        ),
        table(r#"{"claims":{"sub":42}}"#, &[r#"{"sub":42}"#, r#"{"sub":[42]}"#, r#"{"sub":"42"}"#]),
        table(r#"{"required":["https://x.example/a.b"]}"#, &[r#"{"https://x.example/a":{"b":1}}"#]),
    ];
    expect![[r#"
        {"required":["sub"]}
          {"sub":"u1"}
            met: - [`u1`]
          {"sub":null}
            met: `sub` is `null`, which some libraries take for missing. [`null`]
          {"sub":""}
            met: - [``]
          {"SUB":"u1"}
            not-met: It has no `sub`, but `SUB`: upper and lower case count in names. [no `sub`]
          {}
            not-met: It has no `sub`. [no `sub`]
          7
            not-met: Its payload is no JSON object, so it has no claims. [no `sub`]
          {"exp":1,
            not-checked: Its payload could not be read to the end.

        {"claims":{"tid":"t1"}}
          {"tid":"t1"}
            met: - [`t1`]
          {"tid":"T1"}
            not-met: The token says `T1`. It differs only in upper and lower case. [`T1`]
          {"tid":"t2"}
            not-met: The token says `t2`, not `t1`. [`t2`]
          {"tid":["t0","t1"]}
            met: - [`["t0","t1"]`]
          {"tid":["t0"]}
            not-met: The token lists `t0`, not `t1`. [`["t0"]`]
          {"tid":[]}
            not-met: The token says `[]`, an empty array. [`[]`]
          {"tid":1}
            not-met: The token says `1`, not `t1`. [`1`]
          {"tid":{"t1":true}}
            not-met: The token says `{"t1":true}`, not `t1`. [`{"t1":true}`]
          {"tid":"t1","tid":"t2"}
            not-met: The token says `t2`, not `t1`. `tid` stands in it several times. The last one is taken here, but libraries differ in which one they take, and may refuse the token (RFC 7519 section 4). [`t2`]
          {"tid":"t2","tid":"t1"}
            met: `tid` stands in it several times. The last one is taken here, but libraries differ in which one they take, and may refuse the token (RFC 7519 section 4). [`t1`]
          {}
            not-met: It has no `tid`. [no `tid`]

        {"claims":{"tid":"<tenant>"}}
          {"tid":"t1"}
            not-checked: Fill in `<tenant>`. [`t1`]
          {"tid":"a/b"}
            not-met: The token says `a/b`, not `<tenant>`. [`a/b`]

        {"claims":{"email_verified":true}}
          {"email_verified":true}
            met: - [`true`]
          {"email_verified":"true"}
            not-met: The token says `"true"` as a string, not as a boolean. [`true`]
          {"email_verified":false}
            not-met: The token says `false`, not `true`. [`false`]
          {"email_verified":1}
            not-met: The token says `1`, not `true`. [`1`]
          {"email_verified":null}
            not-met: The token says `null`, not `true`. [`null`]

        {"claims":{"v":"true"}}
          {"v":true}
            not-met: The token says `true` as a boolean, not as a string. [`true`]
          {"v":"true"}
            met: - [`true`]

        {"claims":{"ver":2}}
          {"ver":2}
            met: - [`2`]
          {"ver":2.0}
            met: - [`2.0`]
          {"ver":"2"}
            not-met: The token says `"2"` as a string, not as a number. [`2`]
          {"ver":"2.0"}
            not-met: The token says `"2.0"`, not `2`. [`2.0`]
          {"ver":3}
            not-met: The token says `3`, not `2`. [`3`]
          {"ver":[1,2]}
            met: - [`[1,2]`]

        {"claims":{"ver":"2.0"}}
          {"ver":"2.0"}
            met: - [`2.0`]
          {"ver":2.0}
            not-met: The token says `2.0` as a number, not as a string. [`2.0`]
          {"ver":"1.0"}
            not-met: The token says `1.0`, not `2.0`. [`1.0`]

        {"claims":{"act":null}}
          {"act":null}
            met: - [`null`]
          {"act":"null"}
            not-met: The token says `"null"` as a string, not as null. [`null`]
          {}
            not-met: It has no `act`. [no `act`]

        {"claims":{"realm_access.roles":"admin"}}
          {"realm_access":{"roles":["user","admin"]}}
            met: No claim has the name `realm_access.roles`. As a path it leads to this value inside another claim. [`["user","admin"]`]
          {"realm_access":{"roles":["user"]}}
            not-met: No claim has the name `realm_access.roles`. As a path it leads to this value inside another claim. The token lists `user`, not `admin`. [`["user"]`]
          {"realm_access.roles":"admin","realm_access":{"roles":[]}}
            met: - [`admin`]
          {"realm_access":{"roles":"redacted by the sender"}}
            not-checked: Whoever shared it masked `realm_access.roles`.
          {"realm_access":["admin"]}
            not-met: It has no `realm_access.roles`. [no `realm_access.roles`]

        {"claims":{"/resource_access/my~1api/roles/0":"admin"}}
          {"resource_access":{"my/api":{"roles":["admin"]}}}
            met: No claim has the name `/resource_access/my~1api/roles/0`. As a path it leads to this value inside another claim. [`admin`]
          {"resource_access":{}}
            not-met: It has no `/resource_access/my~1api/roles/0`. [no `/resource_access/my~1api/roles/0`]

        {"required":["sub"]}
          {"sub":42}
            met: `sub` is a number, not a string (RFC 7519 section 4.1.2): some libraries refuse it or take it for missing. [`42`]
          {"sub":["u1"]}
            met: `sub` is an array, not a string (RFC 7519 section 4.1.2): some libraries refuse it or take it for missing. [`["u1"]`]
          {"sub":{"id":1}}
            met: `sub` is an object, not a string (RFC 7519 section 4.1.2): some libraries refuse it or take it for missing. [`{"id":1}`]

        {"claims":{"jti":"a"}}
          {"jti":"a"}
            met: - [`a`]
          {"jti":["a"]}
            met: `jti` is an array, not a string (RFC 7519 section 4.1.7): some libraries refuse it or take it for missing. [`["a"]`]
          {"jti":1}
            not-met: The token says `1`, not `a`. [`1`]

        {"claims":{"sub":"u1"}}
          {"sub":"u1"}
            met: - [`u1`]
          {"sub":["u1"]}
            met: `sub` is an array, not a string (RFC 7519 section 4.1.2): some libraries refuse it or take it for missing. [`["u1"]`]
          {"sub":["u2"]}
            not-met: The token lists `u2`, not `u1`. [`["u2"]`]
          {"sub":1}
            not-met: The token says `1`, not `u1`. [`1`]
          {"sub":["u1"],"sub":"u1"}
            met: - [`u1`]

        {"claims":{"sub":42}}
          {"sub":42}
            met: `sub` is a number, not a string (RFC 7519 section 4.1.2): some libraries refuse it or take it for missing. [`42`]
          {"sub":[42]}
            met: `sub` is an array, not a string (RFC 7519 section 4.1.2): some libraries refuse it or take it for missing. [`[42]`]
          {"sub":"42"}
            not-met: The token says `"42"` as a string, not as a number. [`42`]

        {"required":["https://x.example/a.b"]}
          {"https://x.example/a":{"b":1}}
            met: No claim has the name `https://x.example/a.b`. As a path it leads to this value inside another claim. [`1`]
    "#]].assert_eq(&told.join("\n"));
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
            r#"{"scopes":["orders.read,","orders.write"]}"#,
            &[r#"{"scope":"orders.read orders.write"}"#, r#"{"scope":"orders.write"}"#],
        ),
        table(
            r#"{"scopes":["a","b"]}"#,
            &[r#"{"scope":"b a"}"#, r#"{"scope":"a"}"#, r#"{"scope":"a","scp":"b"}"#, "{}", "[]"],
        ),
    ];
    expect![[r#"
        {"scopes":["Orders.Read"]}
          {"scope":"openid Orders.Read"}
            met: - [`openid Orders.Read`]
          {"scp":"Orders.Read"}
            met: - [`Orders.Read`]
          {"scp":["Orders.Read"]}
            met: - [`["Orders.Read"]`]
          {"scope":["Orders.Read"]}
            met: `scope` is an array. By RFC 9068 it is one string with spaces, and some libraries read only that. [`["Orders.Read"]`]
          {"scope":"openid"}
            not-met: `scope` says `openid`. [`openid`]
          {"scope":"openid","scp":["email"]}
            not-met: `scope` and `scp` say `openid` and `email`. [`openid`]
          {"scope":"orders.read"}
            not-met: `scope` says `orders.read`. It differs only in upper and lower case. [`orders.read`]
          {"scope":"api://orders/Orders.Read"}
            not-met: `scope` says `api://orders/Orders.Read`. It has `api://orders/` at its beginning, which is not expected. [`api://orders/Orders.Read`]
          {"scope":"openid,Orders.Read"}
            not-met: `scope` says `openid,Orders.Read`. A comma does not separate scopes, a space does (RFC 6749 section 3.3). [`openid,Orders.Read`]
          {"scope":""}
            not-met: `scope` is empty. [``]
          {"scope":7}
            not-met: `scope` is a number, neither a string nor an array. [`7`]
          {"roles":["Orders.Read"]}
            not-met: It has neither `scope` nor `scp`. `Orders.Read` stands in `roles`. [no `scope`]
          {"scope":"openid","permissions":["Orders.Read"]}
            not-met: `scope` says `openid`. `Orders.Read` stands in `permissions`. [`openid`]
          {"scope":"redacted by the sender"}
            not-checked: Whoever shared it masked `scope`.
          {}
            not-met: It has neither `scope` nor `scp`. [no `scope`]

        {"scopes":["orders.read,","orders.write"]}
          {"scope":"orders.read orders.write"}
            not-met: `scope` says `orders.read` and `orders.write`. `orders.read,` was read with all of its characters: give the scope alone. `orders.read` alone would fit. [`orders.read orders.write`]
          {"scope":"orders.write"}
            not-met: `scope` says `orders.write`. `orders.read,` was read with all of its characters: give the scope alone. [`orders.write`]

        {"scopes":["a","b"]}
          {"scope":"b a"}
            met: - [`b a`]
          {"scope":"a"}
            not-met: `scope` says `a`. [`a`]
          {"scope":"a","scp":"b"}
            met: - [`a`]
          {}
            not-met: It has neither `scope` nor `scp`. [no `scope`]
          []
            not-met: Its payload is no JSON object, so it has no claims. [no `scope`]
    "#]].assert_eq(&told.join("\n"));
}
