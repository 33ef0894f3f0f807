//! docs/LINKS.md is true: every link in it is what the page writes, or is read as it says.

use decode::decode;
use inspect::masked::MASK;
use share::link::{self, Arrival};
use share::redact;

const DOCUMENT: &str = include_str!("../docs/LINKS.md");
const WHOLE: &str = "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJ1MSIsIm4iOjF9.AAECAw";

fn links() -> Vec<&'static str> {
    DOCUMENT
        .lines()
        .filter(|line| line.starts_with('#') && !line.starts_with("# ") && !line.starts_with("## "))
        .collect()
}

#[test]
fn the_page_writes_the_first_three_byte_for_byte() {
    let token = &decode(WHOLE).tokens[0];
    let redacted = redact::redacted(token, &["sub"]).expect("claims");
    let written = [link::without_signature(token), link::redacted(&redacted), link::whole(token)];
    assert_eq!(links()[..3], written);
}

#[test]
fn every_link_is_read() {
    let links = links();
    assert!(links.len() >= 11, "{links:?}");
    for (position, link) in links.into_iter().enumerate() {
        let Some(Arrival { text, signature_left_out, claims_redacted }) = link::read_fragment(link) else {
            panic!("{link} holds a token")
        };
        assert_eq!((signature_left_out, claims_redacted), (position < 2, position == 1), "{link}");
        if position >= 2 {
            assert_eq!(text, WHOLE);
        }
        assert_eq!(decode(&text).tokens.len(), 1);
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
