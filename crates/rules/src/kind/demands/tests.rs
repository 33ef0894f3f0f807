//! What is said of tokens that break the rules of their kind.

use super::*;
use crate::kind::RULE;
use crate::testing::{check, check_quiet, findings, found_by, token_from, token_of, token_with};
use crate::{Record, Severity};

#[track_caller]
fn severity(token: &decode::Token) -> Option<Severity> {
    findings(token).into_iter().find(|finding| crate::testing::is_of(&RULE, finding)).map(|finding| finding.severity)
}

#[test]
fn says_all_that_is_missing_at_once() {
    let typed = token_from(r#"{"alg":"ES256","typ":"dpop+jwt"}"#, r#"{"htm":"GET","htu":"https://a.example"}"#);
    let message = "Lacks `jti`, `iat` and `jwk` in its header, which RFC 9449 section 4.2 demands of every DPoP proof.";
    check(&RULE, &typed, "dpop-proof-missing-claim", "/payload", message);
    assert_eq!(severity(&typed), Some(Severity::Error));
    let logout = r#"{"events":{"http://schemas.openid.net/event/backchannel-logout":{}},"iss":"i","aud":"a","iat":1,"jti":"j","exp":2}"#;
    let message = "Lacks `sub` or `sid`, which OpenID Connect Back-Channel Logout 1.0 section 2.4 demands of every OpenID Connect logout token.";
    check(&RULE, &token_with(logout), "oidc-logout-token-missing-claim", "/payload", message);
}

#[test]
fn is_milder_where_the_demand_or_the_evidence_is_weaker() {
    let typed = token_from(r#"{"alg":"RS256","typ":"at+jwt"}"#, r#"{"iss":"i","aud":"a","exp":1,"client_id":"c"}"#);
    let message = "Lacks `sub`, `iat` and `jti`, which RFC 9068 section 2.2 demands of every token of type `at+jwt`.";
    check(&RULE, &typed, "oauth-access-token-missing-claim", "/payload", message);
    assert_eq!(severity(&typed), Some(Severity::Notice), "widely used servers leave them out");
    let logout = r#"{"events":{"http://schemas.openid.net/event/backchannel-logout":{}},"iss":"i","aud":"a","iat":1,"jti":"j","sid":"s"}"#;
    assert_eq!(severity(&token_with(logout)), Some(Severity::Warning), "`exp` is recommended there");
    let guessed = token_with(r#"{"nonce":"n","at_hash":"x","iss":"i","sub":"s","aud":"a","iat":1}"#);
    let message = "Lacks `exp`, which OpenID Connect Core 1.0 section 2 demands of every OpenID Connect ID token.";
    check(&RULE, &guessed, "oidc-id-token-missing-claim", "/payload", message);
    assert_eq!(severity(&guessed), Some(Severity::Warning));
    assert!(lacks_of(&guessed, "exp") && !lacks_of(&guessed, "nbf") && !lacks_of(&token_with("{}"), "exp"));
    assert!(found_by(&crate::time::exp_missing::RULE, &guessed).is_empty(), "one cause, one finding");
}

fn lacks_of(token: &decode::Token, claim: &str) -> bool {
    let description = inspect::describe::describe(token);
    lacks(&Evaluation::new(token, &description, inspect::Context::default()), claim)
}

#[test]
fn knows_what_issuers_demand() {
    let header = r#"{"alg":"RS384"}"#;
    let token = token_from(header, r#"{"iss":"https://securetoken.google.com/p","aud":"p","sub":"u","exp":1,"iat":1}"#);
    let found = found_by(&RULE, &token);
    let alg = "`alg` is `RS384`, but Firebase's documentation demands `RS256` of every such token from Firebase Authentication.";
    let missing = "Lacks `auth_time` and `kid` in its header, which Firebase's documentation demands of every such token from Firebase Authentication.";
    let expected = [("firebase-wrong-alg", "/header/alg", alg), ("firebase-missing-claim", "/payload", missing)];
    assert_eq!(found, expected.map(|(id, place, message)| (id.to_owned(), place.to_owned(), message.to_owned())));
}

#[test]
fn says_what_is_forbidden() {
    let claims = r#"{"iss":"i","aud":"a","iat":1,"exp":2,"jti":"j","sid":"s","nonce":"n","events":{}}"#;
    let token = token_from(r#"{"alg":"RS256","typ":"logout+jwt"}"#, claims);
    let message = "Has `nonce`, which OpenID Connect Back-Channel Logout 1.0 section 2.4 forbids.";
    check(&RULE, &token, "oidc-logout-token-forbidden-claim", "/payload/nonce", message);
    assert_eq!(severity(&token), Some(Severity::Error));
    let claims = r#"{"iss":"i","iat":1,"exp":2,"jti":"j","events":{"urn:x":{}}}"#;
    let message = "Has `exp`, which RFC 8417 section 2.2 advises against.";
    check(&RULE, &token_with(claims), "security-event-token-forbidden-claim", "/payload/exp", message);
    assert_eq!(severity(&token_with(claims)), Some(Severity::Notice));
    let claims = r#"{"iss":"i","aud":"a","iat":1,"sub":"s","token_introspection":{}}"#;
    let token = token_from(r#"{"alg":"RS256","typ":"token-introspection+jwt"}"#, claims);
    let message = "Has `sub`, which RFC 9701 section 5 says should not be there.";
    check(&RULE, &token, "token-introspection-response-forbidden-claim", "/payload/sub", message);
    assert_eq!(severity(&token), Some(Severity::Warning));
}

#[test]
fn says_which_algorithms_are_for_its_kind() {
    let claims = r#"{"jti":"j","htm":"GET","htu":"https://a.example","iat":1}"#;
    let token = token_from(r#"{"alg":"HS256","typ":"dpop+jwt","jwk":{}}"#, claims);
    let message =
        "`alg` is `HS256`, but RFC 9449 section 4.2 demands a signature by a private key of every DPoP proof.";
    check(&RULE, &token, "dpop-proof-wrong-alg", "/header/alg", message);
    assert!(found_by(&crate::algorithm::alg_hmac_key_confusion::RULE, &token).is_empty(), "one cause, one finding");
    let token = token_with(r#"{"sub":"spiffe://a.example/b","aud":"a","exp":1}"#);
    let message = "`alg` is `HS256`, but SPIFFE JWT-SVID section 2.1 demands one of `RS256`, `RS384`, `RS512`, `ES256`, `ES384`, `ES512`, `PS256`, `PS384` and `PS512` of every workload identity document (JWT-SVID).";
    check(&RULE, &token, "jwt-svid-wrong-alg", "/header/alg", message);
    assert_eq!(severity(&token), Some(Severity::Warning));
}

#[test]
fn says_that_the_type_is_missing() {
    let claims = r#"{"jti":"j","htm":"GET","htu":"https://a.example","iat":1}"#;
    let token = token_from(r#"{"alg":"ES256","typ":"JWT","jwk":{}}"#, claims);
    let message = "Its `typ` is not `dpop+jwt`, as RFC 9449 section 4.2 demands of every DPoP proof.";
    check(&RULE, &token, "dpop-proof-untyped", "/header/typ", message);
    assert_eq!(severity(&token), Some(Severity::Warning));
    let claims = r#"{"iss":"i","aud":"a","exp":1,"client_id":"c","scope":"s","sub":"s","iat":1,"jti":"j"}"#;
    let message = "Has all that RFC 9068 section 2.2 demands: with `typ` `at+jwt` it could be told apart from other kinds wherever `typ` is checked.";
    check(&RULE, &token_with(claims), "oauth-access-token-untyped", "/header/typ", message);
    assert_eq!(severity(&token_with(claims)), Some(Severity::Info));
    check_quiet(&RULE, &token_from(r#"{"alg":"RS256","typ":"Application/AT+JWT"}"#, claims));
    check_quiet(&RULE, &token_with(&claims.replace(r#""iss":"i""#, r#""iss":"https://a.auth0.com/""#)));
    // An audience that names nobody is not what it demands.
    for none in ["[]", "\"\"", "null"] {
        let claims = claims.replace(r#""aud":"a""#, &[r#""aud":"#, none].concat());
        check_quiet(&RULE, &token_with(&claims));
    }
    let without = token_from(r#"{"alg":"RS256","typ":"at+jwt"}"#, &claims.replace(r#""aud":"a""#, r#""aud":null"#));
    let message = "Lacks `aud`, which RFC 9068 section 2.2 demands of every token of type `at+jwt`.";
    check(&RULE, &without, "oauth-access-token-missing-claim", "/payload", message);
}

#[test]
fn is_quiet_where_nothing_is_demanded_or_it_cannot_be_known() {
    for (header, claims) in [
        (r#"{"alg":"RS256"}"#, r#"{"sub":"u","auth_time":1}"#),
        (r#"{"alg":"RS256"}"#, r#"{"scope":"a","client_id":"c"}"#),
        (r#"{"alg":"RS256","typ":"at+jwt"}"#, r#"{"iss":"i","#),
        (r#"{"alg":"RS256","typ":"at+jwt"}"#, "hello"),
        (r#"{"alg":"dir","enc":"A128GCM","typ":"at+jwt"}"#, "[]"),
        (r#"{"alg":"HS256","typ":"JWT"}"#, r#"{"sub":"u"}"#),
        (r#"{"alg":"none"}"#, r#"{"sub":"spiffe://a/b","aud":"a","exp":1}"#),
    ] {
        check_quiet(&RULE, &token_from(header, claims));
    }
    let hidden = token_of(&[&token_from(r#"{"alg":"RS256","typ":"at+jwt"}"#, r#"{"_sd":[]}"#).text, "~"].concat());
    check_quiet(&RULE, &hidden);
}

/// The ids of the issuers and kinds of which something is demanded.
fn ids_with_demands() -> Vec<&'static str> {
    let issuers = KnownIssuer::ALL.into_iter().filter(|issuer| issuer.facts().demands.is_some());
    let kinds = TokenKind::ALL.into_iter().filter(|kind| kind.facts().demands.is_some());
    issuers.map(KnownIssuer::id).chain(kinds.map(TokenKind::id)).collect()
}

#[test]
fn there_are_records_just_where_something_is_demanded() {
    for issuer in KnownIssuer::ALL {
        assert_eq!(KindRecords::of_issuer(issuer).is_some(), issuer.facts().demands.is_some(), "{issuer:?}");
    }
    for kind in TokenKind::ALL {
        assert_eq!(KindRecords::of_kind(kind).is_some(), kind.facts().demands.is_some(), "{kind:?}");
    }
}

#[test]
fn each_record_is_of_the_kind_or_issuer_that_its_id_names() {
    let of_issuers = KnownIssuer::ALL.into_iter().map(|issuer| (issuer.id(), KindRecords::of_issuer(issuer)));
    let of_kinds = TokenKind::ALL.into_iter().map(|kind| (kind.id(), KindRecords::of_kind(kind)));
    for (id, records) in of_issuers.chain(of_kinds) {
        let Some(KindRecords { missing_claim, forbidden_claim, wrong_alg, untyped }) = records else { continue };
        let named = |record: Option<&Record>, ending: &str| {
            assert!(record.is_none_or(|record| record.id == format!("{id}-{ending}")), "{id}-{ending}");
        };
        named(Some(missing_claim), "missing-claim");
        named(*forbidden_claim, "forbidden-claim");
        named(*wrong_alg, "wrong-alg");
        named(*untyped, "untyped");
    }
}

/// By kind or issuer: how grave a breach is, the `typ`, and a token that keeps the rules. `+` is there for the kind
/// to be known; without any other word, or with what has a `-` before it, a rule is broken, and more mildly for each
/// `~`. `=` is an algorithm that is let pass, `!` one that is not.
const WHOLE: [(&str, Severity, &str, &str); 32] = [
    (
        "firebase",
        Severity::Error,
        "JWT",
        "+iss=https://securetoken.google.com/p sub aud exp iat auth_time #kid =RS256 !RS384 !ES256",
    ),
    (
        "firebase-session",
        Severity::Error,
        "JWT",
        "+iss=https://session.firebase.google.com/p sub aud exp iat auth_time #kid =RS256 !PS256 !ES256",
    ),
    (
        "google-iap",
        Severity::Error,
        "JWT",
        "+iss=https://cloud.google.com/iap sub aud exp iat #kid =ES256 !RS256 !ES384",
    ),
    ("cognito", Severity::Error, "JWT", "+iss=https://cognito-idp.eu-west-1.amazonaws.com/p ~token_use=access"),
    ("apple-connect", Severity::Warning, "JWT", "+aud=appstoreconnect-v1 +iss exp #kid =ES256 !RS256 !ES384"),
    (
        "apple-store-server",
        Severity::Warning,
        "JWT",
        "+aud=appstoreconnect-v1 +iss +bid iat exp #kid =ES256 !RS256 !ES384",
    ),
    ("apple-client-secret", Severity::Warning, "JWT", "+aud=https://appleid.apple.com +iss +sub iat exp #kid =ES256"),
    ("oauth-access-token", Severity::Error, "at+jwt", "iss exp aud ~~sub ~~client_id ~~iat ~~jti =RS256 =HS256"),
    ("oidc-id-token", Severity::Error, "JWT", "+typ=ID iss sub aud exp iat"),
    ("oidc-logout-token", Severity::Error, "logout+jwt", "iss aud iat jti events sub/sid ~exp -nonce"),
    ("security-event-token", Severity::Error, "secevent+jwt", "iss iat jti events ~~-exp"),
    ("dpop-proof", Severity::Error, "dpop+jwt", "jti htm htu iat #jwk =ES256 =PS256 !HS256 !HS512"),
    ("client-assertion", Severity::Error, "client-authentication+jwt", "iss sub aud exp"),
    ("jwt-bearer-grant", Severity::Error, "authorization-grant+jwt", "iss sub aud exp"),
    ("request-object", Severity::Error, "oauth-authz-req+jwt", "client_id -request -request_uri"),
    (
        "token-introspection-response",
        Severity::Error,
        "token-introspection+jwt",
        "iss aud iat token_introspection ~-sub ~-exp",
    ),
    ("key-binding-jwt", Severity::Error, "kb+jwt", "iat aud nonce"),
    (
        "credential-request-proof",
        Severity::Error,
        "openid4vci-proof+jwt",
        "aud iat #kid/#jwk/#x5c/#trust_chain =ES256 =RS256 !HS256",
    ),
    ("key-attestation", Severity::Error, "key-attestation+jwt", "iat attested_keys"),
    ("verifier-attestation", Severity::Error, "verifier-attestation+jwt", "iss sub exp cnf"),
    ("client-attestation", Severity::Error, "oauth-client-attestation+jwt", "sub exp cnf"),
    ("client-attestation-proof", Severity::Error, "oauth-client-attestation-pop+jwt", "aud jti iat"),
    ("entity-statement", Severity::Error, "entity-statement+jwt", "iss sub iat exp #kid"),
    ("trust-mark", Severity::Error, "trust-mark+jwt", "iss sub iat trust_mark_type/id"),
    ("status-list", Severity::Error, "statuslist+jwt", "sub iat status_list"),
    ("sd-jwt-vc", Severity::Error, "dc+sd-jwt", "vct"),
    ("identity-assertion-grant", Severity::Error, "oauth-id-jag+jwt", "iss sub aud exp iat jti client_id"),
    ("transaction-token", Severity::Error, "txntoken+jwt", "aud iat exp txn sub scope req_wl"),
    ("workload-identity-token", Severity::Error, "wit+jwt", "sub exp cnf"),
    ("workload-proof", Severity::Error, "wpt+jwt", "aud exp jti wth"),
    ("passport", Severity::Error, "passport", "iat orig dest"),
    (
        "jwt-svid",
        Severity::Warning,
        "JWT",
        "+sub=spiffe://a.example/b aud exp =RS256 =RS384 =RS512 =ES256 =ES384 =ES512 =PS256 =PS384 =PS512 !HS256 !EdDSA !ES256K",
    ),
];

/// `name`, `name=text`, and with `#` for the header.
fn made(typ: &str, alg: &str, words: &[&str]) -> decode::Token {
    let (mut header, mut claims) = (Vec::new(), Vec::new());
    for word in words {
        let (name, text) = word.split_once('=').unwrap_or((word, "x"));
        let (name, members) = name.strip_prefix('#').map_or((name, &mut claims), |name| (name, &mut header));
        let value = match name {
            "iat" | "auth_time" => "1700000000".to_owned(),
            "exp" => "1700000100".to_owned(),
            "events" => r#"{"http://schemas.openid.net/event/backchannel-logout":{}}"#.to_owned(),
            "cnf" | "jwk" | "status_list" | "token_introspection" | "orig" | "dest" => "{}".to_owned(),
            _ => ["\"", text, "\""].concat(),
        };
        members.push(["\"", name, "\":", &value].concat());
    }
    header.push([r#""alg":""#, alg, r#"","typ":""#, typ, "\""].concat());
    token_from(&["{", &header.join(","), "}"].concat(), &["{", &claims.join(","), "}"].concat())
}

#[test]
fn every_line_asks_for_just_what_is_written() {
    let mut examples = WHOLE.map(|(id, ..)| id);
    let mut demanding = ids_with_demands();
    examples.sort_unstable();
    demanding.sort_unstable();
    assert_eq!(examples.as_slice(), demanding);
    for (id, gravest, typ, words) in WHOLE {
        let words: Vec<&str> = words.split(' ').collect();
        let algs = |sign: char| words.iter().filter_map(|word| word.strip_prefix(sign)).collect::<Vec<_>>();
        let alg = algs('=').first().copied().unwrap_or("RS256");
        let bare = |word: &'static str| word.trim_start_matches(['~', '+']);
        let is_there = |word: &&&'static str| !bare(word).starts_with(['-', '=', '!']);
        // Of several that are as good the one that is asked for.
        let members = |but: &str, choice: usize| -> Vec<&'static str> {
            let there = words.iter().filter(is_there).filter(|word| **word != but);
            there
                .map(|word| bare(word))
                .map(|word| word.split('/').nth(choice).filter(|_| !word.contains('=')).unwrap_or(word))
                .collect()
        };
        let expect = |alg: &str, members: &[&str], broken: &str, severity: Severity| {
            let token = made(typ, alg, members);
            let found = findings(&token).into_iter().filter(|finding| crate::testing::is_of(&RULE, finding));
            let found: Vec<_> = found.map(|finding| (finding.id().to_owned(), finding.severity)).collect();
            let expected: Vec<_> = [([id, broken].concat(), severity)].into();
            let expected = if broken.is_empty() { Vec::new() } else { expected };
            assert_eq!(found, expected, "{id}: {alg} {members:?}");
        };
        for word in &words {
            let severity = match word.len() - word.trim_start_matches('~').len() {
                0 => gravest,
                1 => Severity::Warning,
                _ => Severity::Notice,
            };
            let name = bare(word);
            match name.split_at(1) {
                ("=", alg) => expect(alg, &members("", 0), "", gravest),
                ("!", alg) => expect(alg, &members("", 0), "-wrong-alg", gravest),
                ("-", name) => expect(alg, &[&*members("", 0), &[name]].concat(), "-forbidden-claim", severity),
                _ if word.starts_with('+') => {}
                _ => expect(alg, &members(word, 0), "-missing-claim", severity),
            }
            for choice in 0..if is_there(&word) && !name.contains('=') { name.split('/').count() } else { 0 } {
                expect(alg, &members("", choice), "", gravest);
            }
        }
    }
}

#[test]
fn says_of_each_kind_that_has_one_that_its_type_is_missing() {
    for (kind, words, severity) in [
        ("oauth-access-token", "iss exp aud sub client_id iat jti scope", Severity::Info),
        ("dpop-proof", "jti htm htu iat #jwk", Severity::Warning),
        ("client-assertion", "iss sub aud exp jti", Severity::Info),
        ("jwt-bearer-grant", "iss sub=y aud=https://a.example/token exp", Severity::Info),
        ("token-introspection-response", "iss aud iat token_introspection", Severity::Warning),
        ("key-binding-jwt", "iat aud nonce sd_hash", Severity::Warning),
        ("entity-statement", "iss sub iat exp jwks metadata #kid", Severity::Warning),
        ("trust-mark", "iss sub iat trust_mark_type", Severity::Warning),
        ("status-list", "sub iat status_list", Severity::Warning),
        ("passport", "iat orig dest", Severity::Warning),
    ] {
        for typ in ["JWT", "jwt", ""] {
            let token = made(typ, "ES256", &words.split(' ').collect::<Vec<_>>());
            let found = findings(&token).into_iter().filter(|finding| crate::testing::is_of(&RULE, finding));
            let found: Vec<_> = found.map(|finding| (finding.id().to_owned(), finding.severity)).collect();
            assert_eq!(found, [([kind, "-untyped"].concat(), severity)], "{typ}");
        }
    }
}
