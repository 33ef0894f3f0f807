//! Credentials that stand somewhere in a text.

use super::*;

const SECRET: &str = "looks-like-secret";

fn github() -> String {
    format!("ghp_{}", "aB3dE6gH9jK2".repeat(3))
}

fn stripe() -> String {
    format!("sk_live_{}", "aB3dE6gH9jK2".repeat(2))
}

fn gitlab() -> String {
    format!("glpat-{}", "aB3dE6gH9jK2mN5pQ8sT")
}

fn jwt() -> String {
    format!("{}.{}.{}", url_safe(r#"{"alg":"HS256"}"#), url_safe(r#"{"sub":"u"}"#), url_safe(noise(32)))
}

fn paseto() -> String {
    let payload = r#"{"sub":"ann","exp":"2030-01-01T00:00:00+00:00"}"#;
    format!("v4.public.{}", url_safe([payload.as_bytes(), &noise(64)].concat()))
}

fn mapbox(beginning: &str) -> String {
    format!("{beginning}{}.{}", url_safe(r#"{"u":"ann","a":"ckab12cdef0123456789"}"#), url_safe(noise(16)))
}

fn ids(decoded: &Decoded) -> Vec<&'static str> {
    decoded.notes.iter().map(|note| note.id).collect()
}

#[track_caller]
fn check_mentions(text: &str, expected: &[&str]) {
    let decoded = read(text);
    assert_eq!(decoded.tokens, [], "{text}");
    assert_eq!(ids(&decoded), expected, "{text}");
    assert!(decoded.notes[0].message.starts_with("There is no JWT in this text, but "), "{}", decoded.notes[0].message);
}

#[test]
fn in_commands_files_and_logs() {
    for text in [
        format!("curl -H \"Authorization: Bearer {}\" https://api.github.com/user", github()),
        format!("{{\"id\":1,\"token\":\"{}\"}}", github()),
        format!("{{\"access_token\":\"{}\",\"token_type\":\"bearer\"}}", github()),
        format!("https://app.example/#access_token={}&state=1", github()),
        format!("git clone https://ann:{}@github.com/a/b", github()),
        format!("first line\\nsecond={}\\nthird", github()),
        format!("a=Bearer%20{}%0A", github()),
        format!("My token is {}. It fails.", github()),
    ] {
        check_mentions(&text, &["looks-like-github-token", SECRET]);
    }
    check_mentions(&format!("{{\"token\":\"{}\"}}", gitlab()), &["looks-like-gitlab-token", SECRET]);
    let log = format!("2023-11-14 22:13:20 WARN charge failed key={} status=401", stripe());
    check_mentions(&log, &["looks-like-stripe-key", SECRET]);
    assert_eq!(
        read(&log).notes[0].message,
        "There is no JWT in this text, but a Stripe secret key. It is opaque: it can be used, but not decoded."
    );
}

#[test]
fn one_note_a_kind_and_five_at_most() {
    let file = [
        "# development".to_owned(),
        format!("GITHUB_TOKEN={}", github()),
        format!("OTHER_GITHUB_TOKEN={}", github()),
        format!("STRIPE_KEY='{}'", stripe()),
        format!("GITLAB_TOKEN=\"{}\"", gitlab()),
        format!("NPM_TOKEN=npm_{}", "aB3dE6gH9jK2".repeat(3)),
        format!("AWS_ACCESS_KEY_ID=AKIA{}", "B3D6GH9JK2MN5PQ8"),
        format!("VAULT_TOKEN=hvs.{}", "aB3dE6gH9jK2".repeat(2)),
    ]
    .join("\n");
    let expected = [
        "looks-like-github-token",
        "looks-like-stripe-key",
        "looks-like-gitlab-token",
        "looks-like-npm-token",
        "looks-like-aws-key-id",
        SECRET,
    ];
    check_mentions(&file, &expected);
    check_mentions(&file.replace('\n', "\r\n"), &expected);
}

#[test]
fn words_that_begin_like_one_and_placeholders() {
    for text in [
        "npm_config_registry and npm_package_version_12 are variables",
        "begins with sk_test or sk_live_",
        "a ghp_ in prose",
        "hvs. in a sentence",
        "token: ghp_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
        "token: ghp_xxxxxxxxxxxx",
        "a token ghp_000000000000000000000000000000000000",
        "key AKIAIOSFODNN7EXAMPLE here",
        "run export STRIPE=sk_test_YOUR0KEY1GOES2HERE3",
        "the glpat-tokens-are-for-people-and-scripts",
        "v4.public.release notes",
        "v2.local.network and v4.public. in prose",
        "import pk.eyJson.parser",
        "ACCESS_TOKEN and SKILLS",
    ] {
        assert_eq!(ids(&read(text)), ["not-a-jwt"], "{text}");
    }
    let glued = format!("a xx{} b", github());
    assert_eq!(ids(&read(&glued)), ["not-a-jwt"]);
    assert_eq!(ids(&read(&format!("a {}_rest b", github()))), ["not-a-jwt"]);
}

#[test]
fn beside_a_token_there_is_one_quiet_note() {
    let text = format!("JWT={}\nGITHUB={}\nSTRIPE={}\n", jwt(), github(), stripe());
    let decoded = read(&text);
    assert_eq!(decoded.tokens.len(), 1);
    assert_eq!(
        decoded.notes,
        [Note::new(
            "also-in-text",
            "The text also holds a GitHub personal access token and a Stripe secret key, which are not JWTs."
        )]
    );
    assert_eq!(read(&jwt()).notes, []);
    assert_eq!(read(&format!("{} {}", jwt(), jwt())).notes, []);
}

#[test]
fn paseto_tokens_inside_a_text_are_no_jwts() {
    let (paseto, local) = (paseto(), format!("v4.local.{}.{}", url_safe(noise(90)), url_safe(r#"{"kid":"1"}"#)));
    for around in [
        "curl -H \"Authorization: Bearer @\" https://a.example",
        "{\"access_token\":\"@\"}",
        "{\"access_token\":\"@\",\"token_type\":\"Bearer\"}",
        "Cookie: theme=dark; session=@; a=b",
        "2023-11-14 22:13:20 INFO token=@ user=ann",
        "https://a.example/?token=@&x=y",
        "two: @ and @",
        "It is @.",
    ] {
        let public = around.replace('@', &paseto);
        check_mentions(&public, &["looks-like-paseto-public", "looks-like-inside", SECRET]);
        let local = around.replace('@', &local);
        check_mentions(&local, &["looks-like-paseto-local", "looks-like-inside", SECRET]);
        assert!(read(&local).notes[1].message.starts_with("Its footer can be read without a key: "));
    }
}

#[test]
fn what_is_left_of_one_is_no_jwt_either() {
    let token = format!("{}.{}", paseto(), url_safe(r#"{"kid":"1"}"#));
    for text in [
        format!("Bearer {}…", &token[..90]),
        format!("Bearer {}...", &token[..91]),
        format!("GET /?t={} HTTP/1.1", &token[..100]),
        token[..80].to_owned(),
    ] {
        let decoded = read(&text);
        assert_eq!((decoded.tokens.len(), ids(&decoded)), (0, vec!["looks-like-paseto-public", SECRET]), "{text}");
        assert!(decoded.notes[0].message.ends_with("It is damaged or cut off."), "{}", decoded.notes[0].message);
    }
    let lines: Vec<_> = token.as_bytes().chunks(76).map(|line| String::from_utf8_lossy(line).into_owned()).collect();
    let wrapped = lines.join("\n");
    assert_eq!(read(&wrapped).tokens, []);
    check(&wrapped, "looks-like-paseto-public", true, recognise(&token).and_then(|it| it.inside).as_deref());
    let mapbox = mapbox("pk.");
    check_mentions(&format!("the token {} is cut", &mapbox[..mapbox.len() - 12]), &["looks-like-mapbox-token"]);
}

#[test]
fn a_jwt_beside_a_paseto_token_stays() {
    let said = "The text also holds a signed PASETO token, which is not a JWT.";
    for text in [
        format!("{} {}", paseto(), jwt()),
        format!("{}\n{}", jwt(), paseto()),
        format!("{}\n{}", paseto(), jwt()),
        format!("{{\"a\":\"{}\",\"b\":\"{}\"}}", paseto(), jwt()),
        format!("Cookie: a={}; b={}", jwt(), paseto()),
    ] {
        let decoded = read(&text);
        assert_eq!(decoded.tokens.iter().map(|token| token.text.clone()).collect::<Vec<_>>(), [jwt()], "{text}");
        assert_eq!(decoded.notes.iter().map(|note| note.message.as_str()).collect::<Vec<_>>(), [said], "{text}");
    }
}

#[test]
fn mapbox_tokens_inside_a_text_are_no_jwts() {
    for (beginning, secret) in [("pk.", None), ("sk.", Some(SECRET)), ("tk.", Some(SECRET))] {
        for around in [
            "https://api.mapbox.com/styles/v1/mapbox/streets-v12?access_token=@",
            "https://api.mapbox.com/styles/v1/mapbox/streets-v12?access_token=@&x=y",
            "mapboxgl.accessToken = '@';",
            "{\"token\":\"@\"}",
        ] {
            let text = around.replace('@', &mapbox(beginning));
            let expected: Vec<_> = std::iter::once("looks-like-mapbox-token").chain(secret).collect();
            check_mentions(&text, &expected);
        }
    }
    let text = format!("accessToken='{}'; jwt='{}'", mapbox("pk."), jwt());
    assert_eq!((read(&text).tokens.len(), ids(&read(&text))), (1, vec!["also-in-text"]));
    // A JWT behind such letters is one.
    assert_eq!(read(&format!("key=pk.{}", jwt())).tokens.len(), 1);
    assert_eq!(read(&format!("key=v4.public.{}", jwt())).tokens.len(), 1);
}

#[test]
fn tokens_of_firebase_cloud_messaging() {
    let rest = format!("APA91b{}", "aB3dE6gH9jK2-_".repeat(10));
    for instance in ["cM7dQwX0Rk2", "dUHQgsFjT72piy52r1usU4"] {
        let token = format!("{instance}:{rest}");
        check(&token, "looks-like-fcm-registration-token", false, None);
        check(&format!("\"{token}\""), "looks-like-fcm-registration-token", false, None);
        check_mentions(&format!("{{\"to\":\"{token}\",\"data\":{{}}}}"), &["looks-like-fcm-registration-token"]);
    }
    let key = format!("AAAAux-y-Cc:{rest}");
    check(&key, "looks-like-fcm-server-key", true, None);
    check_mentions(&format!("Content-Type: x\nAuthorization: key={key}"), &["looks-like-fcm-server-key", SECRET]);
    for text in ["begins with cM7dQwX0Rk2:APA91b and more", &format!("short:{rest}"), &format!("a{key} x")] {
        assert!(ids(&read(text)).iter().all(|id| !id.contains("fcm")), "{text}");
    }
}
