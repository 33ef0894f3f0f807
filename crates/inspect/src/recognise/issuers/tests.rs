//! Tests of the addresses of issuers, and of their near misses.

use std::collections::BTreeSet;

use super::super::address::fits;
use super::super::kinds;
use super::*;

/// Every form of an address, from this table and from that of the shapes.
fn patterns() -> BTreeSet<&'static str> {
    let of_issuers = rows().flat_map(|row| row.conditions);
    let conditions = of_issuers.chain(kinds::SHAPES.iter().flat_map(|row| row.conditions));
    let forms = conditions.filter_map(|condition| match condition {
        Condition::Claim(_, ValueTest::Address(forms)) => Some(*forms),
        _ => None,
    });
    forms.flatten().copied().collect()
}

#[test]
fn every_issuer_is_recognised_by_some_row() {
    for issuer in KnownIssuer::ALL {
        assert!(rows().any(|row| row.issuer == issuer), "{issuer:?} has no row");
    }
}

fn last_two_labels(host: &str) -> String {
    let mut labels = host.rsplit('.');
    let last = labels.next().unwrap_or_default();
    [labels.next().unwrap_or_default(), ".", last].concat()
}

#[test]
fn hosts_fit_at_their_boundaries_alone() {
    assert!(patterns().len() > 30);
    for pattern in patterns() {
        let example = pattern.replace("**", "a.b").replace('*', "x");
        let example = if example.starts_with("//") { ["https:", &example].concat() } else { example };
        assert!(fits(pattern, &example), "{pattern} and {example}");
        let (_, rest) = example.split_once("//").expect("an address");
        let (host, path) = rest.split_at(rest.find('/').unwrap_or(rest.len()));
        let mut near_misses = vec![
            format!("https://user@{host}{path}"),
            format!("https://{host}@evil.example{path}"),
            format!("https://evil.example/{host}{path}"),
            format!("https://evil.example?{host}{path}"),
            format!("https://evil.example#{host}{path}"),
            format!("{example}?x"),
            format!("{example}#x"),
            format!("{example}/x/y/z/x/y/z"),
            format!("ftp://{host}{path}"),
            format!(" {example}"),
            format!("{example} "),
            format!("{host}{path}"),
        ];
        if !pattern.starts_with("//") {
            near_misses.extend([
                format!("https://{host}.evil.example{path}"),
                format!("https://evil-{}{path}", last_two_labels(host)),
                format!("https://{}{path}", host.replace('.', "-")),
                format!("https://{host}:8443{path}"),
                format!("https://{}{path}", host.to_ascii_uppercase()),
                format!("http://{host}{path}"),
            ]);
        }
        for near_miss in near_misses {
            assert!(!fits(pattern, &near_miss), "{pattern} must not fit {near_miss}");
        }
    }
}
