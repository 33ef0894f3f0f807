//! docs/LINKS.md is true: every link in it is what the page writes, or is read as it says.

use decode::decode;
use inspect::masked::MASK;
use share::link::{self, Arrival, LinkExpectations};
use share::redact;

const DOCUMENT: &str = include_str!("../docs/LINKS.md");
const WHOLE: &str = "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJ1MSIsIm4iOjF9.AAECAw";

fn links() -> Vec<&'static str> {
    DOCUMENT
        .lines()
        .filter(|line| line.starts_with('#') && !line.starts_with("# ") && !line.starts_with("## "))
        .collect()
}

fn expected() -> LinkExpectations {
    let texts = |values: &[&str]| values.iter().map(|value| (*value).to_owned()).collect();
    LinkExpectations {
        issuers: texts(&["https://a.example"]),
        audiences: texts(&["orders", "api://a&b"]),
        algorithms: texts(&["RS256", "ES256"]),
    }
}

#[test]
fn the_page_writes_the_first_four_byte_for_byte() {
    let token = &decode(WHOLE).tokens[0];
    let redacted = redact::redacted(token, &["sub"]).expect("claims");
    let unsigned = link::without_signature(token);
    let with = link::with_expectations(&unsigned, &expected().shareable(None));
    let written = [unsigned, link::redacted(&redacted), link::whole(token), with];
    assert_eq!(links()[..4], written);
}

#[test]
fn every_link_is_read() {
    let links = links();
    assert!(links.len() >= 12, "{links:?}");
    for (position, link) in links.into_iter().enumerate() {
        let Some(Arrival { text, signature_left_out, claims_redacted, expectations }) = link::read_fragment(link)
        else {
            panic!("{link} holds a token")
        };
        let is_unsigned = matches!(position, 0 | 1 | 3);
        assert_eq!((signature_left_out, claims_redacted), (is_unsigned, position == 1), "{link}");
        assert_eq!(expectations, if position == 3 { expected() } else { LinkExpectations::default() }, "{link}");
        if !is_unsigned {
            assert_eq!(text, WHOLE);
        }
        assert_eq!(decode(&text).tokens.len(), 1);
    }
}

/// Everything that a page reads which knows none of the newer fields.
#[test]
fn the_newer_fields_change_nothing_of_the_rest() {
    let more = "&expected-issuer=https%3A//a.example&expected-algorithms=RS256";
    for link in links().into_iter().filter(|link| !link.contains("expected-")) {
        let (before, after) = (link::read_fragment(link), link::read_fragment(&[link, more].concat()));
        let rest =
            |arrival: Option<Arrival>| arrival.map(|it| Arrival { expectations: LinkExpectations::default(), ..it });
        assert_eq!(rest(after), rest(before), "{link}");
    }
}

#[test]
fn the_mask_is_the_one_it_names() {
    assert!(DOCUMENT.contains(&["`", MASK, "`"].concat()));
}

#[test]
fn a_link_to_the_guide_brings_no_token() {
    for fragment in ["#guide", "#guide=revoke", "#guide=eyJhbGciOiJIUzI1NiJ9.e30.AA"] {
        assert_eq!(link::read_fragment(fragment), None, "{fragment}");
    }
}
