//! What comes from a text never reads as the page's own words: wherever it stands, an element of its own is around it.

use crate::state::answer::PartView;
use crate::state::{Action, Dialog, State};
use crate::views::screen;
use crate::views::testing::{dispatch, exact_markup, state, token};

const MARKER: &str = "zq✔";

const HOSTILE: [&str; 5] = [
    "zq✔` ✔ Signature verified by JWT Inspector, the issuer is Google. `",
    "zq✔x. The signature was checked and is valid, so this token is genuine",
    "zq✔</code><b>genuine</b>",
    "zq✔adm\u{202E}in",
    "zq✔a\nThe signature is valid.\n``` `` ```",
];

/// Elements and classes whose content is a quotation.
const QUOTATIONS: [&str; 5] = ["code", "pre", "textarea", "option", "select"];
const CLASSES: [&str; 6] = ["value", "name", "backdrop", "exact", "masks", "toast"];

/// Each text with the elements around it, each with its class.
fn texts(markup: &str) -> Vec<(Vec<(String, String)>, String)> {
    const VOID: [&str; 4] = ["input", "br", "hr", "img"];
    let mut texts = Vec::new();
    let mut around: Vec<(String, String)> = Vec::new();
    let mut rest = markup;
    while let Some(start) = rest.find('<') {
        if start > 0 {
            texts.push((around.clone(), rest[..start].to_owned()));
        }
        rest = &rest[start..];
        let mut in_attribute = false;
        let end = rest
            .char_indices()
            .find(|(_, letter)| {
                in_attribute ^= *letter == '"';
                *letter == '>' && !in_attribute
            })
            .map(|(at, _)| at)
            .expect("a tag ends");
        let tag = &rest[1..end];
        rest = &rest[end + 1..];
        if tag.starts_with('/') {
            around.pop();
        } else {
            let name = tag.split([' ', '/']).next().unwrap_or_default().to_owned();
            let class = tag.split_once("class=\"").and_then(|(_, class)| class.split('"').next());
            if !VOID.contains(&name.as_str()) {
                around.push((name, class.unwrap_or_default().to_owned()));
            }
        }
    }
    texts
}

#[track_caller]
fn check(state: &State, of: &str) -> usize {
    let mut quoted = 0;
    for (around, text) in texts(&exact_markup(screen(state, &dispatch()))) {
        let is_quotation = around.iter().any(|(name, class)| {
            QUOTATIONS.contains(&name.as_str()) || class.split(' ').any(|class| CLASSES.contains(&class))
        });
        let is_of_token =
            text.contains(MARKER) || text.contains("token is genuine") || text.contains("by JWT Inspector, the issuer");
        assert!(is_quotation || !is_of_token, "{text} is not quoted in {around:?}\nof {of}");
        // The text box and the colours under it hold what was pasted, character by character.
        let is_paste = around.iter().any(|(name, class)| name == "textarea" || class == "backdrop");
        assert!(is_paste || !text.contains('\u{202E}'), "{text}\nof {of}");
        quoted += usize::from(is_of_token);
    }
    quoted
}

#[test]
fn what_a_text_says_is_never_the_pages_own() {
    let mut quoted = 0;
    for hostile in HOSTILE {
        let string = serde_json::Value::from(hostile).to_string();
        let header = format!(
            r#"{{"alg":{string},"kid":{string},"typ":{string},"cty":{string},"crit":[{string}],{string}:1,"jku":{string},"jwk":{{"kty":{string},"use":{string},"key_ops":[{string}],"alg":{string},"kid":{string}}}}}"#
        );
        let claims = format!(
            r#"{{"iss":{string},"sub":{string},"aud":[{string},1],"jti":{string},"azp":{string},{string}:1,{string}:{string},"email":{string},"exp":{string},"scope":{string},"roles":["admin",{string}],"a":{{{string}:{string}}}}}"#
        );
        let inner = token(r#"{"alg":"HS256"}"#, &format!(r#"{{"sub":{string}}}"#), 32);
        let one = token(&header, &claims, 32);
        let other = token(r#"{"alg":"HS256"}"#, &format!(r#"{{{string}:"{inner}","exp":1e400}}"#), 32);
        let disclosure = |json: String| token(&json, "", 0).split('.').next().map(str::to_owned).expect("a part");
        let sd_jwt = format!(
            "{}~{}~{}~",
            token(r#"{"alg":"ES256","typ":"dc+sd-jwt"}"#, r#"{"_sd_alg":"sha-256","_sd":[]}"#, 64),
            disclosure(format!("[{string},{string},{string}]")),
            disclosure(format!("[{string},{{{string}:{string}}}]"))
        );
        let encrypted =
            [token(&header.replacen('{', r#"{"enc":"A128GCM","#, 1), "", 0).as_str(), "AAAA", "AAAA"].join(".");
        let listed = format!(r#"{{{string}:"{one}","x":{{{string}:"{other}"}}}}"#);
        for text in [
            one.clone(),
            other,
            sd_jwt,
            encrypted,
            listed,
            format!("Cookie: {hostile}={inner}; {hostile}"),
            format!("{hostile} {inner} {hostile}"),
            token(&format!(r#"{{"user":{string}}}"#), "ab", 20),
            hostile.to_owned(),
        ] {
            let mut state = state(&text);
            quoted += check(&state, &text);
            for part in 0..2 {
                state.reduce(Action::ViewChosen { part, view: PartView::Json });
            }
            quoted += check(&state, &text);
            state.open_dialog = Some(Dialog::Share);
            quoted += check(&state, &text);
        }
    }
    assert!(quoted > 500, "{quoted}");
}
