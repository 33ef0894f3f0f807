//! Issuer and audience.

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
    expect![[r#"
        {"issuer":"https://login.example.com/t1"}
          {"iss":"https://login.example.com/t1"}
            met: - [`https://login.example.com/t1`]
          {"iss":"https://login.example.com/t1/"}
            not-met: The token says `https://login.example.com/t1/`. It differs only by the `/` at its end. [`https://login.example.com/t1/`]
          {"iss":"https://Login.example.com/T1"}
            not-met: The token says `https://Login.example.com/T1`. It differs only in upper and lower case. [`https://Login.example.com/T1`]
          {"iss":"http://login.example.com/t1"}
            not-met: The token says `http://login.example.com/t1`. It differs only by `http` or `https` at its beginning. [`http://login.example.com/t1`]
          {"iss":"login.example.com/t1"}
            not-met: The token says `login.example.com/t1`. It differs only by the `https://` at its beginning. [`login.example.com/t1`]
          {"iss":" https://login.example.com/t1\n"}
            not-met: The token says ` https://login.example.com/t1⟨U+000A⟩`. It differs only by white space around it. [` https://login.example.com/t1⟨U+000A⟩`]
          {"iss":"\"https://login.example.com/t1\""}
            not-met: The token says `"https://login.example.com/t1"`. It differs only by quotation marks around it. [`"https://login.example.com/t1"`]
          {"iss":"https://login.example.com/t1\u200b"}
            not-met: The token says `https://login.example.com/t1⟨U+200B⟩`. It differs only by characters that cannot be seen. [`https://login.example.com/t1⟨U+200B⟩`]
          {"iss":"https://login.example.com%2Ft1"}
            not-met: The token says `https://login.example.com%2Ft1`. It differs only by percent-encoding. [`https://login.example.com%2Ft1`]
          {"iss":"http://login.example.com/t1/"}
            not-met: The token says `http://login.example.com/t1/`. It differs only by `http` or `https` at its beginning and by the `/` at its end. [`http://login.example.com/t1/`]
          {"iss":"https://login.example.com/t1/v2.0"}
            not-met: The token says `https://login.example.com/t1/v2.0`. It has `/v2.0` at its end, which is not expected. [`https://login.example.com/t1/v2.0`]
          {"iss":"https://login.example.com"}
            not-met: The token says `https://login.example.com`. It lacks `/t1` at its end. [`https://login.example.com`]
          {"iss":"https://login.example.com/t2"}
            not-met: The token says `https://login.example.com/t2`, not `https://login.example.com/t1`. [`https://login.example.com/t2`]
          {"iss":"https://other.example.com/3f1d2c44-9c1a-4b0e-8a77-5f2f5b7d9e10/"}
            not-met: The token says `https://other.example.com/3f1d2c44…9e10/`, not `https://login.example.com/t1`. [`https://other.example.com/3f1d2c44-9c1a-4b0e-8a77-5f2f5b7d9e10/`]
          {"iss":"a`b\u202ec"}
            not-met: The token says `a⟨U+0060⟩b⟨U+202E⟩c`, not `https://login.example.com/t1`. [`a⟨U+0060⟩b⟨U+202E⟩c`]
          {"iss":7}
            not-met: `iss` is a number, not a string. [`7`]
          {"iss":null}
            not-met: `iss` is null, not a string. [`null`]
          {"iss":["https://login.example.com/t1"]}
            not-met: `iss` is an array, not a string. [`["https://login.example.com/t1"]`]
          {"ISS":"https://login.example.com/t1"}
            not-met: It has no `iss`, but `ISS`: upper and lower case count in names. [no `iss`]
          {"iss":"x","iss":"https://login.example.com/t1"}
            met: `iss` stands in it several times. The last one is taken here, but libraries differ in which one they take, and may refuse the token (RFC 7519 section 4). [`https://login.example.com/t1`]
          {"iss":"https://login.example.com/t1","iss":"https://login.example.com/t1"}
            met: - [`https://login.example.com/t1`]
          {"iss":"https://login.example.com/t1","iss":"x"}
            not-met: The token says `x`, not `https://login.example.com/t1`. `iss` stands in it several times. The last one is taken here, but libraries differ in which one they take, and may refuse the token (RFC 7519 section 4). [`x`]
          {"iss":"redacted by the sender"}
            not-checked: Whoever shared it masked `iss`.
          {}
            not-met: It has no `iss`. [no `iss`]
          [1]
            not-met: Its payload is no JSON object, so it has no claims. [no `iss`]
          hello
            not-met: Its payload is no JSON object, so it has no claims. [no `iss`]
          {"sub":"u1","is
            not-checked: Its payload could not be read to the end.
          {"iss":"https://login.example.com/t1","su
            met: - [`https://login.example.com/t1`]

        {"issuer":["https://a.example.com","https://b.example.com"]}
          {"iss":"https://b.example.com"}
            met: - [`https://b.example.com`]
          {"iss":"https://b.example.com/"}
            not-met: The token says `https://b.example.com/`. Compared with `https://b.example.com` it differs only by the `/` at its end. [`https://b.example.com/`]
          {"iss":"https://c.example.com"}
            not-met: The token says `https://c.example.com`, which is none of the 2 expected. [`https://c.example.com`]

        {"issuer":"https://accounts.google.com"}
          {"iss":"accounts.google.com"}
            not-met: The token says `accounts.google.com`. It differs only by the `https://` at its beginning. Google writes it in both ways. [`accounts.google.com`]

        {"issuer":"accounts.google.com"}
          {"iss":"https://accounts.google.com"}
            not-met: The token says `https://accounts.google.com`. It differs only by the `https://` at its beginning. Google writes it in both ways. [`https://accounts.google.com`]
          {"iss":"https://accounts.google.com/"}
            not-met: The token says `https://accounts.google.com/`. It differs only by the `https://` at its beginning and by the `/` at its end. [`https://accounts.google.com/`]

        {"issuer":"https://sts.example.com/<tenant>/v2.0"}
          {"iss":"https://sts.example.com/1/v2.0"}
            not-checked: Fill in `<tenant>`. [`https://sts.example.com/1/v2.0`]
          {"iss":"https://sts.example.com/1/v1.0"}
            not-met: The token says `https://sts.example.com/1/v1.0`, not `https://sts.example.com/<tenant>/v2.0`. [`https://sts.example.com/1/v1.0`]

        {"issuer":"https://sts.example.com/3f1d2c44-9c1a-4b0e-8a77-5f2f5b7d9e10"}
          {"iss":"https://sts.example.com/3f1d2c44-0000-4b0e-8a77-5f2f5b7d9e10"}
            not-met: The token says `https://sts.example.com/3f1d2c44-0000-4b0e-8a77-5f2f5b7d9e10`, not `https://sts.example.com/3f1d2c44-9c1a-4b0e-8a77-5f2f5b7d9e10`. [`https://sts.example.com/3f1d2c44-0000-4b0e-8a77-5f2f5b7d9e10`]
          {"iss":"https://sts.example.com/72f988bf-86f1-41af-91ab-2d7cd011db47"}
            not-met: The token says `https://sts.example.com/72f988bf…db47`, not `https://sts.example.com/3f1d2c44…9e10`. [`https://sts.example.com/72f988bf-86f1-41af-91ab-2d7cd011db47`]
    "#]].assert_eq(&told.join("\n"));
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
        table(
            r#"{"audience":["[\"orders\",\"shop\"]","x, y"]}"#,
            &[r#"{"aud":"orders"}"#, r#"{"aud":["a","shop"]}"#, r#"{"aud":"y"}"#],
        ),
        table(
            r#"{"audience":"orders"}"#,
            &[
                r#"{"aud":"\u043erders"}"#,
                r#"{"aud":["a","\u043erders"]}"#,
                r#"{"\u0430ud":"orders"}"#,
                r#"{"aud\u200b":"orders"}"#,
                r#"{"audiences":"orders"}"#,
            ],
        ),
        table(r#"{"audience":"caf\u00e9"}"#, &[r#"{"aud":"cafe\u0301"}"#, r#"{"aud":"cafe"}"#]),
        table(
            r#"{"audience":"https://*.example.com"}"#,
            &[r#"{"aud":"https://a.example.com"}"#, r#"{"aud":["a","b"]}"#],
        ),
        table(r#"{"audience":"<client id>"}"#, &[r#"{"aud":"x"}"#, r#"{"aud":["a/b"]}"#]),
    ];
    expect![[r#"
        {"audience":"api://orders"}
          {"aud":"api://orders"}
            met: - [`api://orders`]
          {"aud":["api://orders"]}
            met: - [`["api://orders"]`]
          {"aud":["account","api://orders"]}
            met: It is one of the 2 audiences in `aud`. [`["account","api://orders"]`]
          {"aud":["account","other"]}
            not-met: The token says `account` and `other`, not `api://orders`. [`["account","other"]`]
          {"aud":["account","api://orders/"]}
            not-met: The token says `account` and `api://orders/`. `api://orders/` differs only by the `/` at its end. [`["account","api://orders/"]`]
          {"aud":["a","b","c","d","e"]}
            not-met: The token says `a`, `b`, `c` and 2 more, not `api://orders`. [`["a","b","c","d","e"]`]
          {"aud":["other"]}
            not-met: The token says `other`, not `api://orders`. [`["other"]`]
          {"aud":"other"}
            not-met: The token says `other`, not `api://orders`. [`other`]
          {"aud":"api://orders/"}
            not-met: The token says `api://orders/`. It differs only by the `/` at its end. [`api://orders/`]
          {"aud":"API://Orders"}
            not-met: The token says `API://Orders`. It differs only in upper and lower case. [`API://Orders`]
          {"aud":"account api://orders"}
            not-met: `aud` is one string, which holds `api://orders` among others. Several audiences are an array (RFC 7519 section 4.1.3). [`account api://orders`]
          {"aud":"account,api://orders"}
            not-met: `aud` is one string, which holds `api://orders` among others. Several audiences are an array (RFC 7519 section 4.1.3). [`account,api://orders`]
          {"aud":"[\"account\",\"api://orders\"]"}
            not-met: `aud` is one string, which holds `api://orders` among others. Several audiences are an array (RFC 7519 section 4.1.3). [`["account","api://orders"]`]
          {"aud":"account api://order"}
            not-met: The token says `account api://order`, not `api://orders`. [`account api://order`]
          {"aud":[]}
            not-met: `aud` is an empty array. [`[]`]
          {"aud":[1,2]}
            not-met: `aud` is an array without strings. [`[1,2]`]
          {"aud":1}
            not-met: `aud` is a number, neither a string nor an array of strings. [`1`]
          {"aud":{"a":1}}
            not-met: `aud` is an object, neither a string nor an array of strings. [`{"a":1}`]
          {"aud":null}
            not-met: `aud` is null, neither a string nor an array of strings. [`null`]
          {"azp":"api://orders"}
            not-met: It has no `aud`. `azp` has what you expect, but it names the client that got the token, not the audience. [no `aud`]
          {"aud":"account","client_id":"api://orders"}
            not-met: The token says `account`, not `api://orders`. `client_id` has what you expect, but it names the client that got the token, not the audience. [`account`]
          {"azp":"other"}
            not-met: It has no `aud`. [no `aud`]
          {"Aud":"api://orders"}
            not-met: It has no `aud`, but `Aud`: upper and lower case count in names. [no `aud`]
          {"aud":"x","aud":"api://orders"}
            met: `aud` stands in it several times. The last one is taken here, but libraries differ in which one they take, and may refuse the token (RFC 7519 section 4). [`api://orders`]
          {"aud":"api://orders","aud":["x"]}
            not-met: The token says `x`, not `api://orders`. `aud` stands in it several times. The last one is taken here, but libraries differ in which one they take, and may refuse the token (RFC 7519 section 4). [`["x"]`]
          {}
            not-met: It has no `aud`. [no `aud`]
          []
            not-met: Its payload is no JSON object, so it has no claims. [no `aud`]

        {"audience":["3f1d2c44-9c1a-4b0e-8a77-5f2f5b7d9e10","other"]}
          {"aud":"api://3f1d2c44-9c1a-4b0e-8a77-5f2f5b7d9e10"}
            not-met: The token says `api://3f1d2c44…9e10`. Compared with `3f1d2c44…9e10` it has `api://` at its beginning, which is not expected. [`api://3f1d2c44-9c1a-4b0e-8a77-5f2f5b7d9e10`]
          {"aud":"3F1D2C44-9c1a-4b0e-8a77-5f2f5b7d9e10"}
            not-met: The token says `3F1D2C44…9e10`. Compared with `3f1d2c44…9e10` it differs only in upper and lower case. [`3F1D2C44-9c1a-4b0e-8a77-5f2f5b7d9e10`]

        {"audience":["[\"orders\",\"shop\"]","x, y"]}
          {"aud":"orders"}
            not-met: The token says `orders`, which is none of the 2 expected. `["orders","shop"]` was read as one audience: give each audience on its own. `orders` alone would fit. [`orders`]
          {"aud":["a","shop"]}
            not-met: The token says `a` and `shop`. `["orders","shop"]` was read as one audience: give each audience on its own. `shop` alone would fit. [`["a","shop"]`]
          {"aud":"y"}
            not-met: The token says `y`, which is none of the 2 expected. `["orders","shop"]` was read as one audience: give each audience on its own. [`y`]

        {"audience":"orders"}
          {"aud":"\u043erders"}
            not-met: The token says `оrders`. It looks much the same, but has `о` (U+043E, Cyrillic) where you expect `o`. [`оrders`]
          {"aud":["a","\u043erders"]}
            not-met: The token says `a` and `оrders`. `оrders` looks much the same, but has `о` (U+043E, Cyrillic) where you expect `o`. [`["a","\u043erders"]`]
          {"\u0430ud":"orders"}
            not-met: It has no `aud`, but `аud`, which looks much the same, but has `а` (U+0430, Cyrillic) where you expect `a`. [no `aud`]
          {"aud\u200b":"orders"}
            not-met: It has no `aud`, but `aud⟨U+200B⟩`, which differs only by characters that cannot be seen. [no `aud`]
          {"audiences":"orders"}
            not-met: It has no `aud`. [no `aud`]

        {"audience":"caf\u00e9"}
          {"aud":"cafe\u0301"}
            not-met: The token says `café`. It differs only in how its accents are written: in one character with the letter, or in one behind it (Unicode normalization). [`café`]
          {"aud":"cafe"}
            not-met: The token says `cafe`. It has `e` where you expect `é` (U+00E9). [`cafe`]

        {"audience":"https://*.example.com"}
          {"aud":"https://a.example.com"}
            not-met: The token says `https://a.example.com`, not `https://*.example.com`. `*` is an ordinary character here: this comparison is character for character. As a pattern it would fit. [`https://a.example.com`]
          {"aud":["a","b"]}
            not-met: The token says `a` and `b`, not `https://*.example.com`. `*` is an ordinary character here: this comparison is character for character. [`["a","b"]`]

        {"audience":"<client id>"}
          {"aud":"x"}
            not-checked: Fill in `<client id>`. [`x`]
          {"aud":["a/b"]}
            not-met: The token says `a/b`, not `<client id>`. [`["a/b"]`]
    "#]].assert_eq(&told.join("\n"));
}
