//! Requests and their answers.

use serde_json::{Value, json};

use super::*;

/// RFC 7515 appendix A.1.
const HS256: &str = "eyJ0eXAiOiJKV1QiLA0KICJhbGciOiJIUzI1NiJ9.eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ.dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
const HS256_KEY: &str =
    r#"{"kty":"oct","k":"AyM1SysPpbyDfgZld3umj1qzKObwVMkoqQ-EstJQLr_T-1qS0gZH75aKtMN3Yj0iPS4hcgUuTwjAzZr1Z9CAow"}"#;

fn answer(token: &str, paste: &str, keys: &str) -> Value {
    let request = json!({ "token": token, "paste": paste, "keys": keys, "now": 1_795_823_400 });
    serde_json::from_str(&OngoingCheck::new(&request.to_string()).finish()).expect("JSON")
}

#[test]
fn a_key_that_fits_is_named() {
    for paste in ["", HS256, &format!("Authorization: Bearer {HS256}\n")] {
        let answer = answer(HS256, paste, HS256_KEY);
        let check = &answer["signatures"][0];
        assert_eq!((&check["signature"], &check["whose"]), (&json!("fits"), &json!("pasted")), "{answer}");
        assert_eq!((&check["key"]["index"], &check["key"]["kind"]), (&json!(0), &json!("secret of 64 bytes")));
        assert_eq!(answer["keys"][0]["from"], "JWK");
        assert_eq!(answer["decrypted"], Value::Null);
    }
}

#[test]
fn a_key_that_does_not_fit_is_listed_all_the_same() {
    let answer = answer(HS256, HS256, "another secret of the reader's");
    // The key of the RFC is published.
    assert_eq!(answer["signatures"][0]["whose"], "public");
    assert_eq!(answer["keys"].as_array().map(Vec::len), Some(1));
}

/// RFC 7516 appendix A.3: A128KW and A128CBC-HS256.
#[test]
fn what_is_encrypted_is_decrypted() {
    let token = "eyJhbGciOiJBMTI4S1ciLCJlbmMiOiJBMTI4Q0JDLUhTMjU2In0.6KB707dM9YTIgHtLvtgWQ8mKwboJW3of9locizkDTHzBC2IlrT1oOQ.AxY8DCtDaGlsbGljb3RoZQ.KDlTtXchhZTGufMYmOYGS4HffxPSUrfmqCHXaI9wOGY.U0m_YmjN04DJvceFICbCVQ";
    let key = r#"{"kty":"oct","k":"GawgguFyGrWKav7AX4VKUg"}"#;
    let decrypted = &answer(token, token, key)["decrypted"];
    assert_eq!(decrypted["text"], "Live long and prosper.", "{decrypted}");
    let failed = &answer(token, token, r#"{"kty":"oct","k":"AAAAAAAAAAAAAAAAAAAAAA"}"#)["decrypted"];
    assert!(failed["reasons"].as_array().is_some_and(|reasons| !reasons.is_empty()), "{failed}");
}

#[test]
fn any_request_has_an_answer() {
    for request in ["", "{}", "\u{0}", "{\"token\":\"no token\",\"keys\":\"\"}"] {
        let answer: Value = serde_json::from_str(&OngoingCheck::new(request).finish()).expect("JSON");
        assert_eq!(answer["signatures"], json!([]), "{request}");
    }
}

#[test]
fn the_answer_comes_once_and_in_steps() {
    let request = json!({ "token": HS256, "keys": "wrong", "now": 0 }).to_string();
    let mut checking = OngoingCheck::new(&request);
    let steps = (1..).take_while(|_| checking.advance().is_none()).count();
    assert!(steps > 1, "{steps} steps");
    assert_eq!(checking.advance(), None);
}

/// What the page is told says nothing of the secret, whether it fits or not, and whatever it stands in.
#[test]
fn no_answer_holds_the_secret() {
    let secret = "Zq7!vK2#mX9$pL4%wT8^rJ3&bN6*yH5";
    let in_base64 = decode::base64url::encode(secret.as_bytes());
    let token = "eyJhbGciOiJBMTI4S1ciLCJlbmMiOiJBMTI4Q0JDLUhTMjU2In0.6KB707dM9YTIgHtLvtgWQ8mKwboJW3of9locizkDTHzBC2IlrT1oOQ.AxY8DCtDaGlsbGljb3RoZQ.KDlTtXchhZTGufMYmOYGS4HffxPSUrfmqCHXaI9wOGY.U0m_YmjN04DJvceFICbCVQ";
    for keys in [
        secret.to_owned(),
        format!("JWT_SECRET=\"{secret}\"\nOTHER={secret}"),
        format!(r#"{{"kty":"oct","k":"{in_base64}","kid":"k"}}"#),
        format!(r#"{{"kty":"oct","k":"{secret}"}}"#),
        in_base64.clone(),
    ] {
        for token in [HS256, token, "no token", ""] {
            let answer = answer(token, token, &keys).to_string();
            for spelling in [secret, in_base64.as_str()] {
                let windows = spelling.as_bytes().windows(8).map(|window| std::str::from_utf8(window).expect("ASCII"));
                for window in windows {
                    assert!(!answer.contains(window), "{window} of {keys}: {answer}");
                }
            }
        }
    }
}
