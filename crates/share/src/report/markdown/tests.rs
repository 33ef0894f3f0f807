//! What the report in Markdown says, and what it leaves out.

use super::*;
use expect_test::expect;
use inspection::inspect;
use test_tokens::{token_from, token_with};

const NOW: i64 = 1_700_000_000;

fn inspected(text: &str) -> Inspected {
    inspect(text, NOW).tokens.swap_remove(0)
}

#[test]
fn tells_what_a_ticket_needs() {
    let token = token_from(
        r#"{"alg":"RS256","kid":"k1","typ":"JWT"}"#,
        r#"{"iss":"https://login.example.com","sub":"auth0|5ba552d67","aud":"web","iat":1699900000,"exp":1699903600}"#,
    );
    let report = markdown(&inspected(&token.text), None, NOW);
    expect![[r###"
        ## JSON Web Token: decoded, not verified

        A JSON Web Token about `auth0|5ba552d67`, for `web`. It says `login.example.com` issued it for 1 hour; it expired 1 day ago.

        - **Time**, as of 2023-11-14 22:13:20 UTC: expired 2023-11-13 19:26:40 UTC (1 day ago)
        - **Signature**: `RS256`, 256 bytes, not verified, and not part of this report

        ### Header

        | Name | Value | Means |
        |---|---|---|
        | `alg` | `"RS256"` | Algorithm |
        | `kid` | `"k1"` | Key ID |
        | `typ` | `"JWT"` | Type |

        ### Claims

        | Name | Value | Means |
        |---|---|---|
        | `iss` | `"https://login.example.com"` | Issuer |
        | `sub` | `"auth0\|5ba552d67"` | Subject |
        | `aud` | `"web"` | Audience |
        | `iat` | `1699900000` | Issued at, 2023-11-13 18:26:40 UTC |
        | `exp` | `1699903600` | Expires, 2023-11-13 19:26:40 UTC |

        ### Findings

        - **Error** `expired`: Expired 1 day ago (13 Nov 2023, 19:26:40 UTC). Get a new token: use the refresh token if there is one, else sign in again.
        - **Info** `alg-rs-pkcs1`: The older kind of RSA signature, still the usual one; `PS256` is advised for new systems. Existing systems can stay as they are. Choose `PS256` or `ES256` for a new one.

        By JWT Inspector 0.1.0. Nothing here was verified.
    "###]].assert_eq(&report);
}

#[test]
fn nothing_of_a_token_becomes_markup() {
    let hostile = [
        "](https://evil.example) @team #12 <img src=x onerror=alert(1)> www.evil.example",
        "| a | b |\\n\\n# Heading\\n\\n- list",
        "``` fence ````` `x` \\\\| \\\\",
        "a\\u202eb <script>",
        "0123456789abcdef0123456789abcdef01234567",
        "GH-12 PROJ-123 %1 !1 ~2 $3",
    ];
    for text in hostile {
        let claims =
            ["{\"iss\":\"", text, "\",\"", text, "\":\"", text, "\",\"sub\":\"", text, "\",\"exp\":\"", text, "\"}"]
                .concat();
        let header = ["{\"alg\":\"", text, "\",\"kid\":\"../", text, "\"}"].concat();
        let report = markdown(&inspected(&token_from(&header, &claims).text), None, NOW);
        for line in report.lines() {
            // Without its code spans nothing is left that a renderer could turn into anything.
            let rest = without_code(line);
            for mark in [
                "<", ">", "](", "@", "#1", "www", "https:", "script", "evil", "Heading", "abcdef", "GH-", "PROJ-",
                "%1", "!1", "~2", "$3",
            ] {
                assert!(!rest.contains(mark), "{mark} in {rest}\nof {line}");
            }
            if line.starts_with("| ") {
                let bars = line.replace("\\|", "").matches('|').count();
                assert_eq!(bars, 4, "{line}");
                assert!(!line.contains("\\\\|"), "{line}");
            }
        }
    }
}

/// A line as a renderer reads it, its code spans taken out: CommonMark section 6.1.
fn without_code(line: &str) -> String {
    let mut rest = String::new();
    let mut left = line;
    while let Some(start) = left.find('`') {
        rest += &left[..start];
        left = &left[start..];
        let fence = left.len() - left.trim_start_matches('`').len();
        let mut at = fence;
        let end = loop {
            let Some(next) = left[at..].find('`') else { panic!("an open code span in {line}") };
            at += next;
            let run = left[at..].len() - left[at..].trim_start_matches('`').len();
            at += run;
            if run == fence {
                break at;
            }
        };
        left = &left[end..];
    }
    rest + left
}

#[test]
fn holds_no_signature_not_even_of_a_token_inside() {
    let inner = token_with("{}").text;
    let token =
        token_with(&[r#"{"hint":""#, &inner, r#"","deep":{"er":[""#, &inner, r#""]},"exp":1700003600}"#].concat());
    let report = markdown(&inspected(&token.text), None, NOW);
    let signature = token.text.rsplit('.').next().expect("a signature");
    assert!(!report.contains(signature) && !report.contains(&inner), "{report}");
    assert!(report.contains("| `hint` | (holds another token) |"), "{report}");
    let wrapped = token_with(&[r#"{"log":"Bearer "#, &inner, r#"","exp":1700003600}"#].concat());
    let report = markdown(&inspected(&wrapped.text), None, NOW);
    assert!(report.contains("| `log` | (holds another token) |"), "{report}");
    let readable = "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJ1MSJ9.c2lnbmF0dXJlLXRleHQ";
    let report = markdown(&inspected(readable), None, NOW);
    assert!(!report.contains("signature-text") && report.contains("signature-is-text"), "{report}");
}

#[test]
fn long_values_and_many_claims_are_cut() {
    let claims: Vec<_> = (0..500).map(|at| format!("\"c{at}\":\"{}\"", "x".repeat(500))).collect();
    let report = markdown(&inspected(&token_with(&format!("{{{}}}", claims.join(","))).text), None, NOW);
    assert!(report.contains("and 400 more") && report.len() < 60_000, "{}", report.len());
}

#[test]
fn lists_a_hundred_and_cuts_after_so_many_characters() {
    let report = |count: usize, length: usize| {
        let claims: Vec<_> = (0..count).map(|at| format!("\"c{at}\":\"{}\"", "x".repeat(length))).collect();
        markdown(&inspected(&token_with(&format!("{{{}}}", claims.join(","))).text), None, NOW)
    };
    assert!(report(100, 1).contains("`c99`") && !report(100, 1).contains(" more"));
    let more = report(101, 1);
    assert!(!more.contains("`c100`") && more.contains("and 1 more"), "{more}");
    // With its quotes.
    assert!(report(1, 198).contains(&["`\"", &"x".repeat(198), "\"`"].concat()));
    assert!(!report(1, 199).contains(&["`\"", &"x".repeat(199), "\"`"].concat()));
}

#[test]
fn says_what_is_no_ordinary_signature() {
    let report = |header: &str, rest: &str| {
        let text = [&test_tokens::encode(header), rest].concat();
        markdown(&inspected(&text), None, NOW)
    };
    let line = "- **Signature**: no algorithm named, 3 bytes, not verified, and not part of this report\n";
    assert!(report(r#"{"typ":"JWT"}"#, ".eyJzdWIiOiJ1MSJ9.AAAA").contains(line));
    let line = "- **Signature**: `none`, 0 bytes, not verified, and not part of this report\n";
    assert!(report(r#"{"alg":"none"}"#, ".eyJzdWIiOiJ1MSJ9.").contains(line));
    let line = "- **Encryption**: `dir`, not decrypted\n";
    assert!(report(r#"{"alg":"dir","enc":"A128GCM"}"#, "..AAAAAAAAAAAAAAAA.AA.AAAAAAAAAAAAAAAAAAAAAA").contains(line));
    for (claims, time) in [
        (r#"{"exp":1700000060}"#, "not expired; expires 2023-11-14 22:14:20 UTC (in 1 minute)"),
        (r#"{"nbf":1700000060}"#, "not to be used before 2023-11-14 22:14:20 UTC (in 1 minute)"),
        (r#"{"sub":"a"}"#, "no expiry time"),
        (r#"{"exp":"x"}"#, "not known"),
    ] {
        let report = markdown(&inspected(&token_with(claims).text), None, NOW);
        let line = ["- **Time**, as of 2023-11-14 22:13:20 UTC: ", time, "\n"].concat();
        assert!(report.contains(&line), "{report}");
    }
}
