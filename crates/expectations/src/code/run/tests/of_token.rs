//! What the code of all libraries makes of the token and of its issuers.

use super::*;

const INSIDE: &str = r#"{"realm_access":{"roles":["admin"],"level":7,"left":null}}"#;

fn line_with(id: &str, expectations: &str, header: &str, text: &str) -> (String, Vec<String>) {
    let code = code_for(id, expectations, header, INSIDE);
    let line = code.lines.into_iter().find(|line| line.text.contains(text)).unwrap_or_else(|| panic!("{id}: {text}"));
    (line.text.trim().to_owned(), code.notes)
}

#[test]
fn cited_libraries_look_inside_claims() {
    let expectations = r#"{"issuer":"https://a.example","claims":{"realm_access.roles":"admin"}}"#;
    for (id, line) in [
        ("golang-jwt", r#"if value, ok := inside(claims, "realm_access", "roles"); !ok || !has(value, "admin") {"#),
        (
            "java-jwt",
            r#".withClaim("realm_access", (claim, jwt) -> inside(claim.as(Object.class), "roles").stream().anyMatch(it -> has(it, "admin")))"#,
        ),
        ("jjwt", r#"if (inside(claims, "realm_access", "roles").stream().noneMatch(it -> has(it, "admin"))) {"#),
        (
            "spring-security",
            r#"expected.add(require(jwt -> inside(jwt.getClaims(), "realm_access", "roles").stream().anyMatch(it -> has(it, "admin"))));"#,
        ),
        (
            "asp-net",
            r#"if (!HasInside(payload, ["realm_access", "roles"], value => value.ValueKind == JsonValueKind.String && value.GetString() == "admin")) context.Fail("realm_access.roles differs");"#,
        ),
        ("php-jwt", "if (!has($claims->realm_access->roles ?? null, 'admin')) {"),
        ("istio", r#"- { key: "request.auth.claims[realm_access][roles]", values: ["admin"] }"#),
        ("nginx", "auth_jwt_claim_set $claim_1 realm_access roles;"),
        ("kong", r#"groups_claim: ["realm_access", "roles"]"#),
    ] {
        let (written, notes) = line_with(id, expectations, r#"{"alg":"RS256"}"#, "realm_access");
        assert_eq!(written, line, "{id}");
        assert!(!notes.iter().any(|note| note.contains("inside another")), "{id}: {notes:#?}");
    }
}

#[test]
fn a_claim_that_is_demanded_inside_may_be_null() {
    let expectations = r#"{"required":["realm_access.level"],"claims":{"realm_access.left":null}}"#;
    for (id, lines) in [
        (
            "golang-jwt",
            [
                r#"if _, ok := inside(claims, "realm_access", "level"); !ok {"#,
                r#"if value, ok := inside(claims, "realm_access", "left"); !ok || !has(value, nil) {"#,
            ],
        ),
        (
            "jjwt",
            [
                r#"if (inside(claims, "realm_access", "level").isEmpty()) {"#,
                r#"if (inside(claims, "realm_access", "left").stream().noneMatch(it -> has(it, null))) {"#,
            ],
        ),
        (
            "php-jwt",
            [
                "if (!is_object($it = $claims->realm_access ?? null) || !property_exists($it, 'level')) {",
                "if (!is_object($it = $claims->realm_access ?? null) || !property_exists($it, 'left') || !has($claims->realm_access->left, null)) {",
            ],
        ),
    ] {
        for line in lines {
            let name = if line.contains("left") { "left" } else { "level" };
            assert_eq!(line_with(id, expectations, r#"{"alg":"RS256"}"#, name).0, line, "{id}");
        }
    }
}

/// What a library has no line for, its own notes tell.
#[test]
fn what_cannot_look_inside_says_so_once() {
    let expectations = r#"{"claims":{"realm_access.roles":"admin"}}"#;
    for (id, header) in [("kong", r#"{"alg":"HS256"}"#), ("oauth2-proxy", r#"{"alg":"RS256"}"#)] {
        let notes = code_for(id, expectations, header, INSIDE).notes;
        let told: Vec<_> = notes.iter().filter(|note| note.contains("realm_access.roles")).collect();
        assert!(told.len() == 1 && told[0].contains("no option"), "{id}: {notes:#?}");
    }
}

#[test]
fn keys_of_several_issuers_are_of_each_or_noted() {
    let expectations = r#"{"issuer":["https://accounts.google.com","https://appleid.apple.com"]}"#;
    let one_set = r#"{"issuer":["https://accounts.google.com","accounts.google.com"]}"#;
    let is_note =
        |note: &String| note.contains("The keys are those of the first issuer, `https://accounts.google.com`");
    for library in LIBRARIES {
        let code = code_for(library.id, expectations, r#"{"alg":"RS256"}"#, "{}");
        let has_both = ["googleapis.com/oauth2", "appleid.apple.com/auth/keys"]
            .into_iter()
            .all(|address| code.lines.iter().any(|line| line.text.contains(address)));
        assert_ne!(has_both, code.notes.iter().any(is_note), "{}: {:#?}", library.id, code.notes);
        let code = code_for(library.id, one_set, r#"{"alg":"RS256"}"#, "{}");
        assert!(!code.notes.iter().any(is_note), "{}", library.id);
    }
}

#[test]
fn of_an_sd_jwt_a_library_reads_the_first_part() {
    let expectations = json::read("{}").expect("expectations");
    let encode = test_tokens::encode;
    let jwt = format!("{}.{}.AAAA", encode(r#"{"alg":"RS256"}"#), encode(r#"{"iss":"a"}"#));
    for (text, is_told) in
        [(jwt.clone(), false), (format!("{jwt}~"), true), (format!("{jwt}~WyJhIiwiYiIsImMiXQ~"), true)]
    {
        let token = test_tokens::token_of(&text);
        let answer = judge(&token, &expectations, KnownSignature::NotChecked, NOW);
        for library in LIBRARIES {
            let notes = write_for(library, &expectations, &token, &answer).notes;
            assert_eq!(
                notes.iter().any(|note| note.contains("before the first `~`")),
                is_told,
                "{}: {text}",
                library.id
            );
        }
    }
}

#[test]
fn options_of_pyjwt_are_left_out_where_there_are_none() {
    let code = code_for("pyjwt", r#"{"audience":"a"}"#, r#"{"alg":"RS256"}"#, "{}");
    assert!(!code.lines.iter().any(|line| line.text.contains("options=")), "{}", shown(&code));
}
