//! What stands in the place of a token, and the same words elsewhere.

use super::*;

#[track_caller]
fn check_placeholder(text: &str, beginning: &str) {
    let decoded = read(text);
    assert_eq!(decoded.tokens, [], "{text}");
    let [note] = decoded.notes.as_slice() else { panic!("{text}: {:?}", decoded.notes) };
    assert_eq!(note.id, "token-placeholder", "{text}");
    assert!(note.message.starts_with(beginning), "{text}: {}", note.message);
}

#[test]
fn a_variable_that_was_not_set() {
    for word in ["undefined", "null", "None", "nil", "(null)"] {
        let said = format!(
            "The word `{word}` stands where the token belongs: the variable was not set when the request was made."
        );
        for text in [
            word.to_owned(),
            format!("\"{word}\"\n"),
            format!("Bearer {word}"),
            format!("Authorization: Bearer {word}"),
            format!("Authorization: {word}"),
            format!("curl -H 'Authorization: Bearer {word}' https://api.example/users"),
            format!(r#"{{"headers":{{"Authorization":"Bearer {word}"}}}}"#),
            format!("https://api.example/users?access_token={word}&page=1"),
            format!("GET /?token=1\nauthorization: bearer {word}\nhost: a.example"),
            format!("{{authorization: Bearer {word}}}"),
            format!("https://api.example/?authorization=Bearer%20{word}"),
        ] {
            check_placeholder(&text, &said);
        }
    }
    for text in
        ["Authorization: Bearer ", "Authorization: Bearer", "curl -H \"Authorization: Bearer \" https://a.example"]
    {
        check_placeholder(text, "There is no token after `Bearer`");
    }
}

#[test]
fn an_object_and_the_name_of_a_variable() {
    check_placeholder("Authorization: Bearer [object Object]", "`[object Object]` stands where the token belongs: an");
    check_placeholder("[object Object]", "`[object Object]` stands");
    check_placeholder("Bearer [object Promise]", "`[object Promise]` stands");
    for name in
        ["{{access_token}}", "{{ token }}", "$TOKEN", "${TOKEN}", "%TOKEN%", "$env:TOKEN", "${{ secrets.TOKEN }}"]
    {
        let said = format!("`{name}` stands where the token belongs: it is the name of a variable");
        for text in [
            name.to_owned(),
            format!("Bearer {name}"),
            format!("curl -H \"Authorization: Bearer {name}\" https://api.example/users"),
            format!("token={name}"),
        ] {
            check_placeholder(&text, &said);
        }
    }
}

#[test]
fn the_same_words_elsewhere() {
    for text in [
        "the value is undefined",
        "Bearer tokens are null and void",
        "A bearer undefined by law",
        r#"{"token":null}"#,
        "cannot read property token of undefined",
        "forbearer undefined",
        "WWW-Authenticate: Bearer",
        "sent as a Bearer",
        "Authorization: Bearer realm",
        "fetch(url, {headers: {Authorization: 'Bearer ' + localStorage.token}})",
        "$headers = ['Authorization: Bearer ' . $token];",
        "costs $5",
        "100%",
        "50% to 60%",
        "{{}}",
        "${}",
        "$",
        "tokens=null",
        "echo $HOME and $PATH",
    ] {
        assert!(read(text).notes.iter().all(|note| note.id != "token-placeholder"), "{text}");
    }
    let jwt = format!("{}.{}.", url_safe(r#"{"alg":"none"}"#), url_safe(r#"{"sub":"u"}"#));
    let decoded = read(&format!("Authorization: Bearer undefined\nAuthorization: Bearer {jwt}"));
    assert_eq!((decoded.tokens.len(), decoded.notes), (1, vec![]));
}
