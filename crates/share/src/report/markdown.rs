//! The report as Markdown, for a ticket: what it says, what stands out, and never a signature.
//!
//! What comes from a token stands in code spans alone. Ticket systems turn much into links and mentions, but nothing
//! in there; and a table ends at no character of it (GitHub Flavored Markdown section 4.10, CommonMark section 6.1).

use crate::rewrite;
use decode::json::Value;
use decode::{Part, Role};
use inspect::calendar;
use inspect::describe::{DescribedMember, DescribedPart};
use inspect::display::{self, counted};
use inspect::validity::Status;
use inspection::Inspected;
use rules::Finding;

/// So many members of a part, and so many findings, are listed.
const LISTED: usize = 100;
/// So many characters of a value.
const LONGEST_VALUE: usize = 200;
const LONGEST_NAME: usize = 80;

/// `redacted` is the same token with claims masked, where there are such: then nothing else is told of those.
pub fn markdown(whole: &Inspected, redacted: Option<&Inspected>, now: i64) -> String {
    let told = redacted.unwrap_or(whole);
    let mut report = ["## ", told.description.profile.name, ": decoded, not verified\n\n"].concat();
    for phrase in &told.judgement.summary {
        report += &inline(&phrase.text);
    }
    report += "\n\n";
    for fact in [time(told, now), signature(whole, told), redaction(redacted.is_some())].into_iter().flatten() {
        report = [&report, "- ", &fact, "\n"].concat();
    }
    for (part, described) in told.token.parts.iter().zip(&told.description.parts) {
        if part.role.is_header() || part.role == Role::Payload {
            report += &table(told, part, described);
        }
    }
    if let Some(sd_jwt) = told.description.sd_jwt.as_ref().filter(|_| told.token.nested.is_empty()) {
        report = [&report, "\n### Claims put together\n\n", &block(&sd_jwt.processed)].concat();
    }
    report += &findings(whole, told);
    report += concat!("\nBy JWT Inspector ", env!("CARGO_PKG_VERSION"), ". Nothing here was verified.\n");
    report
}

fn time(told: &Inspected, now: i64) -> Option<String> {
    let validity = told.judgement.validity;
    let at = |instant: Option<i64>| {
        instant.map(|at| [calendar::utc(at), " (".to_owned(), calendar::relative(at, now), ")".to_owned()].concat())
    };
    let what = match validity.status {
        Status::Active => ["not expired; expires ", &at(validity.expires_at)?].concat(),
        Status::Expired => ["expired ", &at(validity.expires_at)?].concat(),
        Status::NotYetValid => ["not to be used before ", &at(validity.not_before)?].concat(),
        Status::NoExpiry => "never expires".to_owned(),
        Status::Unknown => "not known".to_owned(),
    };
    Some(["**Time**, as of ", &calendar::utc(now), ": ", &what].concat())
}

fn signature(whole: &Inspected, told: &Inspected) -> Option<String> {
    let algorithm = told
        .token
        .parameter("alg")
        .and_then(Value::as_str)
        .map_or("no algorithm named".to_owned(), |alg| code(alg, LONGEST_NAME, false));
    if whole.token.format.is_encrypted() {
        return Some(["**Encryption**: ", &algorithm, ", not decrypted"].concat());
    }
    let length = whole.token.signature().map_or(0, |signature| signature.bytes.len());
    Some(
        ["**Signature**: ", &algorithm, ", ", &counted(length, "byte"), ", not verified, and not part of this report"]
            .concat(),
    )
}

fn redaction(is_redacted: bool) -> Option<String> {
    is_redacted.then(|| "**Redacted**: some claims were masked by whoever made this report".to_owned())
}

fn table(told: &Inspected, part: &Part, described: &DescribedPart) -> String {
    if described.members.is_empty() {
        return String::new();
    }
    let title = if part.role == Role::Payload { "Claims" } else { "Header" };
    let mut table = ["\n### ", title, "\n\n| Name | Value | Means |\n|---|---|---|\n"].concat();
    for member in described.members.iter().take(LISTED) {
        let cells = [&code(&member.name, LONGEST_NAME, true), &value(told, part, member), &meaning(member)];
        table = [&table, "| ", cells[0], " | ", cells[1], " | ", cells[2], " |\n"].concat();
    }
    let more = described.members.len().saturating_sub(LISTED);
    if more > 0 {
        table = [&table, "\nand ", &more.to_string(), " more\n"].concat();
    }
    table
}

fn value(told: &Inspected, part: &Part, member: &DescribedMember) -> String {
    let mut path = ["/", part.role.id()].concat();
    decode::json::descend(&mut path, member.name.chars());
    // A token inside has a signature of its own, whatever text is around it.
    let is_within =
        |nested: &str| nested.strip_prefix(&*path).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'));
    if told.token.nested.iter().any(|nested| is_within(&nested.path))
        || rewrite::without_signatures(&member.raw).is_some()
    {
        return "(holds another token)".to_owned();
    }
    code(&member.raw, LONGEST_VALUE, true)
}

fn meaning(member: &DescribedMember) -> String {
    match (&member.shown, member.instant) {
        (Some(shown), Some(_)) => [member.title, ", ", shown].concat(),
        _ if member.title.is_empty() => "not registered".to_owned(),
        _ => member.title.to_owned(),
    }
}

fn findings(whole: &Inspected, told: &Inspected) -> String {
    let is_of_signature = |finding: &&Finding| finding.place.role == Some(Role::Signature);
    let others = told.judgement.findings.iter().filter(|finding| !is_of_signature(finding));
    let all: Vec<&Finding> = whole.judgement.findings.iter().filter(is_of_signature).chain(others).collect();
    let mut list = "\n### Findings\n\n".to_owned();
    if all.is_empty() {
        return list + "Nothing stands out. That says nothing about who wrote the token.\n";
    }
    for severity in ["error", "warning", "notice", "info"] {
        for finding in all.iter().filter(|finding| finding.severity.id() == severity).take(LISTED) {
            // What is said of a signature may quote it.
            let said =
                if is_of_signature(finding) { [finding.rule.title, "."].concat() } else { finding.message.clone() };
            let advice = message(finding.rule.advice);
            list = [
                &list,
                "- **",
                finding.severity.name(),
                "** ",
                &code(&finding.id, LONGEST_NAME, false),
                ": ",
                &message(&said),
                " ",
                &advice,
                "\n",
            ]
            .concat();
        }
    }
    list
}

/// A sentence whose code stands in backquotes.
fn message(sentence: &str) -> String {
    let mut said = String::new();
    for (position, piece) in sentence.split('`').enumerate() {
        said += &if position % 2 == 1 && !piece.is_empty() { code(piece, LONGEST_VALUE, false) } else { inline(piece) };
    }
    said
}

/// Words as they are where they could not become anything else; the others each in a code span.
fn inline(text: &str) -> String {
    text.split(' ')
        .map(|word| if is_plain(word) { word.to_owned() } else { code(word, LONGEST_VALUE, false) })
        .collect::<Vec<_>>()
        .join(" ")
}

/// Whether a word is only a word: no address, mention, reference, number of a commit, or markup.
fn is_plain(word: &str) -> bool {
    let inner =
        word.trim_end_matches(['.', ',', ':', ';', ')', '"', '\'', '?', '!']).trim_start_matches(['(', '"', '\'']);
    let is_hash = inner.len() >= 7 && inner.bytes().all(|byte| byte.is_ascii_hexdigit());
    let is_number = inner.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b':' | b'.' | b','));
    // `PROJ-123` is a ticket.
    let is_ticket = inner.split('-').skip(1).any(|piece| piece.starts_with(|first: char| first.is_ascii_digit()));
    let is_letter =
        |letter: char| letter.is_ascii_alphanumeric() || letter > '\u{9F}' || matches!(letter, '\'' | '-' | ',');
    !is_hash
        && !is_ticket
        && (is_number || inner.chars().all(is_letter))
        && !inner.starts_with('-')
        // A lone mark may begin a list or a heading.
        && (word.is_empty() || !inner.is_empty() || matches!(word, "." | "," | ":" | "(" | ")."))
}

/// A code span that ends where it should.
fn code(text: &str, longest: usize, is_in_table: bool) -> String {
    let mut shown = display::capped(text, longest).replace('\n', "⟨U+000A⟩");
    shown = shown.replace('\t', "⟨U+0009⟩");
    if is_in_table {
        // An escaped backslash would end before the bar.
        shown = shown.replace("\\|", "⟨U+005C⟩|").replace('|', "\\|");
    }
    let longest_run = shown.split(|letter| letter != '`').map(str::len).max().unwrap_or_default();
    let fence = "`".repeat(longest_run + 1);
    let is_at_edge = |letter: Option<char>| letter.is_none_or(|letter| matches!(letter, '`' | ' '));
    let space = if is_at_edge(shown.chars().next()) || is_at_edge(shown.chars().next_back()) { " " } else { "" };
    [&fence, space, &shown, space, &fence].concat()
}

/// Lines of text that nothing in them can end.
fn block(text: &str) -> String {
    let shown = display::visible_text(text);
    let longest_run = shown.split(|letter| letter != '`').map(str::len).max().unwrap_or_default();
    let fence = "`".repeat(longest_run.max(2) + 1);
    [&fence, "json\n", &shown, "\n", &fence, "\n"].concat()
}

#[cfg(test)]
mod tests {
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

            A JSON Web Token that says it was issued by `login.example.com` for web, about `auth0|5ba552d67`. It was meant to last 1 hour and expired 1 day ago.

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

            - **Error** `expired`: Expired 1 day ago (13 Nov 2023, 19:26:40 UTC). Get a new one: sign in again or use the refresh token.
            - **Info** `alg-rs-pkcs1`: The older of the two RSA signatures, and still the usual one; for new systems `PS256` is advised. Let a verifier take no algorithms but those chosen for it, and check a token within a token, too.

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
            let claims = [
                "{\"iss\":\"",
                text,
                "\",\"",
                text,
                "\":\"",
                text,
                "\",\"sub\":\"",
                text,
                "\",\"exp\":\"",
                text,
                "\"}",
            ]
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
        assert!(
            report(r#"{"alg":"dir","enc":"A128GCM"}"#, "..AAAAAAAAAAAAAAAA.AA.AAAAAAAAAAAAAAAAAAAAAA").contains(line)
        );
        for (claims, time) in [
            (r#"{"exp":1700000060}"#, "not expired; expires 2023-11-14 22:14:20 UTC (in 1 minute)"),
            (r#"{"nbf":1700000060}"#, "not to be used before 2023-11-14 22:14:20 UTC (in 1 minute)"),
            (r#"{"sub":"a"}"#, "never expires"),
            (r#"{"exp":"x"}"#, "not known"),
        ] {
            let report = markdown(&inspected(&token_with(claims).text), None, NOW);
            let line = ["- **Time**, as of 2023-11-14 22:13:20 UTC: ", time, "\n"].concat();
            assert!(report.contains(&line), "{report}");
        }
    }
}
