//! Which claims are offered to be masked, and which of them are suggested.

use super::*;
use inspect::describe::describe;
use test_tokens::{token_from, token_of, token_with};

const CLAIMS: &str = r#"{"iss":"https://login.example.com", "sub":"grace-17","email":"Grace@example.com","exp":1700003600,"roles":["staff","grace-17"],"n":12345678901234567890}"#;

fn offered(token: &Token) -> Vec<Maskable> {
    maskable(token, &describe(token))
}

fn suggested(claims: &str) -> String {
    let suggested = offered(&token_with(claims)).into_iter().filter(|claim| claim.is_suggested);
    suggested.map(|claim| claim.name).collect::<Vec<_>>().join(" ")
}

#[test]
fn suggests_what_the_findings_speak_of() {
    for (claims, names) in [
        (
            r#"{"authorization_details":[{"creditorAccount":{"iban":"DE02100100109307118603"}}],"scope":"pay"}"#,
            "authorization_details",
        ),
        (
            r#"{"onprem_sid":"S-1-5-21-1","deviceid":"d","sid":"s","groups":["g"],"wids":["w"],"tid":"t","ver":"2.0"}"#,
            "onprem_sid deviceid sid groups",
        ),
        (r#"{"address":{"country":"DE"},"regions":["DE"]}"#, "address"),
        (r#"{"ip":"203.0.113.9","jti":"j","azp":"web","roles":["admin"]}"#, "ip jti"),
    ] {
        assert_eq!(suggested(claims), names, "{claims}");
    }
}

#[test]
fn suggests_who_somebody_is() {
    let suggested =
        |token: &Token| offered(token).into_iter().filter(|it| it.is_suggested).map(|it| it.name).collect::<Vec<_>>();
    assert_eq!(suggested(&token_with(CLAIMS)), ["sub", "email"]);
    let inner = token_with("{}").text;
    let token = token_with(&[r#"{"iss":"a","hint":""#, &inner, r#"","owner":"x@example.com","at":"a@b"}"#].concat());
    assert_eq!(suggested(&token), ["hint", "owner"]);
    let others = r#"{"emails":["a@b.example"],"https://x.example/name":"A","firebase":{"identities":{"email":["a@b.example"]}},"oid":"1","client_ip":"10.0.0.1","scope":"x"}"#;
    assert_eq!(suggested(&token_with(others)), ["emails", "https://x.example/name", "firebase", "oid", "client_ip"]);
    assert_eq!(
        offered(&token_of("eyJhbGciOiJkaXIiLCJlbmMiOiJBMTI4R0NNIn0..AAAAAAAAAAAAAAAA.AAAA.AAAAAAAAAAAAAAAAAAAAAA")),
        []
    );
    assert_eq!(offered(&token_from(r#"{"alg":"HS256"}"#, r#"{"sub":"grace-17","exp"#)), []);
}

#[test]
fn suggests_each_name_of_an_identifier() {
    for (name, is_suggested) in
        [("sub", true), ("oid", true), ("user_id", true), ("uid", true), ("username", true), ("tid", false)]
    {
        let offered = offered(&token_with(&["{\"", name, "\":\"x\"}"].concat()));
        assert_eq!(offered.first().map(|it| it.is_suggested), Some(is_suggested), "{name}");
    }
}
