//! What users of other decoders complained about, each complaint a test under its number.
//!
//! 1 to 11: tolerant pasting. 12 to 18: numbers, text, encoding. 19 to 26: time. 36, 37, 41: unusual tokens.

use base64::Engine;
use base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD};
use decode::decode;
use inspect::describe::DescribedMember;
use inspect::time::instants;
use inspect::validity::Status;
use inspection::{Inspection, inspect};

const NOW: i64 = 1_700_000_000;
const SIGNATURE: &str = "kWSsfPGUiS14tW4qONHSl8nR5BEL5Rrod9LrBlE7qKM";

fn encode(text: impl AsRef<[u8]>) -> String {
    URL_SAFE_NO_PAD.encode(text)
}

fn token_with(claims: impl AsRef<[u8]>) -> String {
    format!("{}.{}.{SIGNATURE}", encode(r#"{"alg":"HS256","typ":"JWT"}"#), encode(claims))
}

fn token() -> String {
    token_with(r#"{"iss":"https://issuer.example","sub":"u1","iat":1699999900,"exp":1700003500}"#)
}

/// The paste gives exactly this token, and the ids of what was repaired.
#[track_caller]
fn finds(paste: &str, token: &str) -> Vec<&'static str> {
    let decoded = decode(paste);
    let texts: Vec<_> = decoded.tokens.iter().map(|token| token.text.as_str()).collect();
    assert_eq!(texts, [token], "in {paste}");
    decoded.tokens[0].repairs.iter().map(|repair| repair.id).collect()
}

#[track_caller]
fn claim(inspection: &Inspection, name: &str) -> DescribedMember {
    let members = inspection.tokens[0].description.parts.iter().flat_map(|part| &part.members);
    members.clone().find(|member| member.name == name).cloned().unwrap_or_else(|| panic!("no {name}"))
}

fn finding_ids(inspection: &Inspection) -> Vec<&str> {
    inspection.tokens[0].judgement.findings.iter().map(|finding| finding.id()).collect()
}

#[test]
fn item_01_bearer_and_the_whole_header_line() {
    let token = token();
    assert_eq!(finds(&format!("Bearer {token}"), &token), ["scheme-prefix"]);
    assert_eq!(finds(&format!("Authorization: Bearer {token}"), &token), ["authorization-prefix"]);
}

#[test]
fn item_02_the_prefix_is_detected_in_any_case() {
    let token = token();
    assert_eq!(finds(&format!("bearer   {token}"), &token), ["scheme-prefix"]);
    assert_eq!(finds(&format!("BEARER {token}"), &token), ["scheme-prefix"]);
}

#[test]
fn item_03_quotes_are_removed_and_that_is_said() {
    let token = token();
    assert_eq!(finds(&format!("\"{token}\""), &token), ["quotes"]);
    let decoded = decode(&format!("\"{token}\""));
    assert_eq!(decoded.tokens[0].repairs[0].message, "Removed the quotes around the token.");
}

#[test]
fn item_04_a_trailing_newline_or_space_is_nothing() {
    let token = token();
    assert_eq!(finds(&format!("{token}\n"), &token), ["surrounding-whitespace"]);
    assert_eq!(finds(&format!(" {token}  "), &token), ["surrounding-whitespace"]);
}

#[test]
fn item_05_wrapped_lines_are_joined() {
    let token = token();
    let lines: Vec<_> = token.as_bytes().chunks(76).map(String::from_utf8_lossy).collect();
    assert_eq!(finds(&lines.join("\n"), &token), ["line-breaks"]);
}

#[test]
fn item_06_a_stray_quote_and_a_signature_removed_with_its_dot() {
    let token = token();
    assert_eq!(finds(&format!("{token}\""), &token), ["quotes"]);
    let (unsigned, _) = token.rsplit_once('.').expect("a dot");
    assert!(finds(unsigned, unsigned).is_empty());
    let inspection = inspect(unsigned, NOW);
    assert_eq!(claim(&inspection, "sub").raw, "\"u1\"");
}

#[test]
fn item_07_a_single_segment_is_decoded() {
    let payload = encode(r#"{"sub":"u1","exp":1700003500}"#);
    assert_eq!(claim(&inspect(&payload, NOW), "sub").raw, "\"u1\"");
    let header = encode(r#"{"alg":"RS256","kid":"1"}"#);
    assert_eq!(claim(&inspect(&header, NOW), "alg").raw, "\"RS256\"");
}

#[test]
fn item_08_as_much_as_possible_is_read_from_a_cut_token() {
    let whole = token();
    let cut = &whole[..whole.rfind('.').expect("a dot") - 8];
    let inspection = inspect(cut, NOW);
    assert_eq!(claim(&inspection, "iat").raw, "1699999900");
    assert!(finding_ids(&inspection).contains(&"truncated-token"), "{:?}", finding_ids(&inspection));
}

#[test]
fn item_09_the_third_cookie_nested_json_and_free_text() {
    let token = token();
    finds(&format!("Cookie: a=1; b=2; session={token}; d=4"), &token);
    finds(&format!(r#"{{"a":{{"b":[{{"jwt":"{token}"}}]}}}}"#), &token);
    finds(&format!("It says {token} when I log in."), &token);
}

#[test]
fn item_10_standard_base64_still_works() {
    let payload = STANDARD.encode(r#"{"n":"~~~???>>>","sub":"u1"}"#);
    assert!(payload.contains(['+', '/']));
    let standard = format!("{}.{payload}.{SIGNATURE}", STANDARD.encode(r#"{"alg":"HS256"}"#));
    let inspection = inspect(&standard, NOW);
    assert_eq!(claim(&inspection, "n").raw, r#""~~~???>>>""#);
    assert!(finding_ids(&inspection).contains(&"base64-standard-alphabet"));
}

#[test]
fn item_11_the_ten_pastes_that_fail_elsewhere() {
    let token = token();
    let pretty = format!("{}.{}.{SIGNATURE}", encode("{\n  \"alg\": \"HS256\"\n}"), encode(r#"{"sub":"u1"}"#));
    let lines: Vec<_> = token.as_bytes().chunks(60).map(String::from_utf8_lossy).collect();
    finds(&format!("Bearer {token}"), &token);
    finds(&format!("Authorization: Bearer {token}"), &token);
    finds(&format!("curl -H \"Authorization: Bearer {token}\" https://api.example"), &token);
    finds(&format!("\"{token}\""), &token);
    finds(&format!("{{\"access_token\":\"{token}\"}}"), &token);
    finds(&format!("https://app/cb#id_token={token}"), &token);
    finds(&format!("Cookie: s={token}; a=b"), &token);
    finds(&format!("Bearer {pretty}"), &pretty);
    finds(&format!("Bearer {}", lines.join("\n")), &token);
    let two = decode(&format!("{token}\n{pretty}"));
    assert_eq!(
        two.tokens.iter().map(|found| found.text.as_str()).collect::<Vec<_>>(),
        [token.as_str(), pretty.as_str()]
    );
}

#[test]
fn item_12_a_long_number_keeps_every_digit() {
    let inspection = inspect(&token_with(r#"{"sub":100002348117421473}"#), NOW);
    assert_eq!(claim(&inspection, "sub").raw, "100002348117421473");
}

#[test]
fn item_13_a_fraction_keeps_its_form() {
    let inspection = inspect(&token_with(r#"{"iat":1598358554.3746235}"#), NOW);
    assert_eq!(claim(&inspection, "iat").raw, "1598358554.3746235");
    assert_eq!(claim(&inspection, "iat").instant, Some(1_598_358_554));
}

#[test]
fn item_14_long_ids_and_odd_numbers_are_as_written() {
    let raw = ["9223372036854775807", "1e400", "1.0", "-0", "18446744073709551616"];
    let claims: Vec<_> = raw.iter().enumerate().map(|(at, number)| format!("\"n{at}\":{number}")).collect();
    let inspection = inspect(&token_with(format!("{{{}}}", claims.join(","))), NOW);
    for (at, number) in raw.iter().enumerate() {
        assert_eq!(claim(&inspection, &format!("n{at}")).raw, *number);
    }
}

#[test]
fn item_15_chinese_text() {
    let inspection = inspect(&token_with(r#"{"name":"张三","dept":"研发部"}"#), NOW);
    assert_eq!(claim(&inspection, "name").raw, "\"张三\"");
}

#[test]
fn item_16_utf8_of_every_length() {
    for length in 0..12 {
        let name = "é€😀".chars().cycle().take(length).collect::<String>();
        let inspection = inspect(&token_with(format!("{{\"name\":\"{name}\"}}")), NOW);
        assert_eq!(claim(&inspection, "name").raw, format!("\"{name}\""));
    }
}

#[test]
fn item_17_nested_values_are_shown_as_they_are() {
    let inspection = inspect(&token_with(r#"{"address":{"country":"DE","lines":[1,{"a":null}]}}"#), NOW);
    assert_eq!(claim(&inspection, "address").raw, r#"{"country":"DE","lines":[1,{"a":null}]}"#);
}

#[test]
fn item_18_the_order_of_members_is_kept() {
    let inspection = inspect(&token_with(r#"{"z":1,"a":2,"m":3,"a":4}"#), NOW);
    let payload = &inspection.tokens[0].description.parts[1];
    let names: Vec<_> = payload.members.iter().map(|member| member.name.as_str()).collect();
    assert_eq!(names, ["z", "a", "m", "a"]);
}

#[test]
fn item_19_milliseconds_are_named_for_what_they_are() {
    let inspection = inspect(&token_with(r#"{"exp":1588938000000}"#), NOW);
    let finding = &inspection.tokens[0].judgement.findings[0];
    assert_eq!(finding.id(), "exp-in-milliseconds");
    assert!(finding.message.contains("52321") || finding.message.contains("52320"), "{}", finding.message);
    assert!(finding.message.contains("2020"), "{}", finding.message);
}

#[test]
fn item_20_dates_are_shown_beside_the_numbers() {
    let inspection = inspect(&token(), NOW);
    assert_eq!(claim(&inspection, "exp").shown.as_deref(), Some("2023-11-14 23:11:40 UTC"));
    assert_eq!(claim(&inspection, "iat").shown.as_deref(), Some("2023-11-14 22:11:40 UTC"));
}

/// The dates are part of what is described, not of a hover; the page's journeys show them at 360 pixels.
#[test]
fn item_21_no_date_waits_for_a_pointer() {
    let inspection = inspect(&token(), NOW);
    assert!(["exp", "iat"].iter().all(|name| claim(&inspection, name).shown.is_some()));
}

#[test]
fn item_22_relative_time_and_iso() {
    assert_eq!(instants::relative(1_700_003_500, NOW), "in 58 minutes");
    assert_eq!(instants::relative(1_699_999_900, NOW), "1 minute ago");
    assert_eq!(instants::rfc3339(1_700_003_500), "2023-11-14T23:11:40Z");
}

#[test]
fn item_23_local_time_has_its_offset() {
    assert_eq!(instants::local(1_700_003_500, 60), "2023-11-15 00:11:40 +01:00");
    assert_eq!(instants::local(1_700_003_500, -210), "2023-11-14 19:41:40 -03:30");
}

/// Every text gives its dates at once: there is no other mode to be in while editing.
#[test]
fn item_24_dates_while_editing() {
    let whole = token();
    let dot = whole.rfind('.').expect("a dot");
    for edited in [&whole[..], &whole[..dot], &whole[..dot + 1], &whole[..dot + 5]] {
        assert_eq!(claim(&inspect(edited, NOW), "exp").instant, Some(1_700_003_500));
    }
}

#[test]
fn item_25_a_date_as_text_is_named() {
    let inspection = inspect(&token_with(r#"{"iat":"2023-11-14T22:11:40Z","exp":1700003500}"#), NOW);
    assert!(finding_ids(&inspection).contains(&"iat-is-text"), "{:?}", finding_ids(&inspection));
    assert_eq!(claim(&inspection, "iat").raw, "\"2023-11-14T22:11:40Z\"");
}

#[test]
fn item_26_expired_is_the_first_thing_said() {
    let inspection = inspect(&token(), 1_700_003_500);
    assert_eq!(inspection.tokens[0].judgement.validity.status, Status::Expired);
    assert_eq!(finding_ids(&inspection).first(), Some(&"expired"));
    assert_eq!(inspect(&token(), 1_700_003_499).tokens[0].judgement.validity.status, Status::Active);
}

#[test]
fn item_36_no_alg_keeps_a_token_from_being_decoded() {
    for alg in ["\"ed25519\"", "\"EdDSA\"", "\"ES512\"", "\"ES256K\"", "\"made-up\"", "7", "null"] {
        let text = format!("{}.{}.{SIGNATURE}", encode(format!("{{\"alg\":{alg}}}")), encode(r#"{"sub":"u1"}"#));
        assert_eq!(claim(&inspect(&text, NOW), "sub").raw, "\"u1\"", "{alg}");
    }
    let without = format!("{}.{}.{SIGNATURE}", encode(r#"{"typ":"JWT"}"#), encode(r#"{"sub":"u1"}"#));
    assert_eq!(claim(&inspect(&without, NOW), "sub").raw, "\"u1\"");
}

#[test]
fn item_37_alg_none_is_decoded_and_named() {
    let text = format!("{}.{}.", encode(r#"{"alg":"none"}"#), encode(r#"{"sub":"u1","exp":1700003500}"#));
    let inspection = inspect(&text, NOW);
    assert_eq!(claim(&inspection, "sub").raw, "\"u1\"");
    assert_eq!(finding_ids(&inspection).first(), Some(&"alg-none"));
}

#[test]
fn item_41_a_fourth_segment_is_never_hidden() {
    let text = format!("{}.c2VjcmV0", token());
    let inspection = inspect(&text, NOW);
    let parts = &inspection.tokens[0].token.parts;
    assert_eq!(parts.len(), 4);
    assert_eq!(parts[3].bytes, b"secret");
    assert!(finding_ids(&inspection).contains(&"wrong-segment-count"), "{:?}", finding_ids(&inspection));
}
