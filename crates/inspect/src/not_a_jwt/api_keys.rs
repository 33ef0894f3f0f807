//! Recognises keys and tokens of well-known services by the beginnings that their makers gave them.

use super::api_key_forms::{API_KEYS, ApiKeyForm, ApiKeySort};
use super::what_to_do::WhatToDo;
use super::{PastedText, RecognisedText, is_made_of};

pub(super) fn recognise(text: &PastedText) -> Option<RecognisedText> {
    Some(recognised(form_of(text.bare)?))
}

pub(super) fn recognised(form: &ApiKeyForm) -> RecognisedText {
    let (message, what_to_do) = match form.sort {
        ApiKeySort::Secret => ("It is opaque: it can be used, but not decoded.", WhatToDo::RevokeIfSeen),
        ApiKeySort::Identifier => {
            ("It is an identifier; the secret that belongs to it is a text of its own.", WhatToDo::AskIssuer)
        }
        ApiKeySort::Public => ("It is meant to be public, and opaque.", WhatToDo::AskIssuer),
    };
    let (advice, is_secret) = what_to_do.advice();
    let (id, name, message) = (form.id, form.name, message.to_owned());
    RecognisedText { id, name, message, advice, is_secret, inside: None, readable_part: "It", expires_at: None }
}

/// The name of the secret, with its article, if the text has the form of one.
pub(super) fn secret(text: &str) -> Option<&'static str> {
    form_of(text).filter(|form| form.sort == ApiKeySort::Secret).map(|form| form.name)
}

fn form_of(text: &str) -> Option<&'static ApiKeyForm> {
    // Words joined by hyphens have no digits; what a service draws at random has.
    let is_random = |rest: &str| rest.bytes().any(|byte| byte.is_ascii_digit());
    API_KEYS.iter().find(|form| {
        text.strip_prefix(form.beginning)
            .is_some_and(|rest| form.rest.contains(&rest.len()) && is_made_of(rest, form.class) && is_random(rest))
    })
}

/// What a text begins with, where that is a beginning that a service gave its keys: how much of it was looked at, in
/// bytes, and the form that it has. A placeholder has none.
pub(super) fn at_start_of(text: &str) -> Option<(usize, Option<&'static ApiKeyForm>)> {
    let mut looked_at = None;
    for form in &API_KEYS {
        let Some(rest) = text.strip_prefix(form.beginning) else { continue };
        let most = form.rest.end().saturating_add(1);
        let length = rest.bytes().take(most).take_while(|byte| form.class.contains(*byte)).count();
        let (key, behind) = rest.split_at_checked(length)?;
        let is_whole = !behind.starts_with(|c: char| c.is_ascii_alphanumeric() || "-_".contains(c));
        let end = form.beginning.len() + length;
        if form.rest.contains(&length) && is_whole && is_drawn(key) {
            return Some((end, Some(form)));
        }
        looked_at = looked_at.max(Some(end));
    }
    looked_at.map(|end| (end, None))
}

/// Whether a key was drawn at random, as far as that can be seen: words joined by hyphens have no digits, and the
/// placeholders of examples have few characters or say what they are.
fn is_drawn(key: &str) -> bool {
    let mut seen = [false; 128];
    for byte in key.bytes() {
        if let Some(entry) = seen.get_mut(usize::from(byte)) {
            *entry = true;
        }
    }
    let lower = key.to_ascii_lowercase();
    key.bytes().any(|byte| byte.is_ascii_digit())
        && seen.iter().filter(|it| **it).count() >= 8
        && ["example", "xxxx", "your", "...."].iter().all(|word| !lower.contains(word))
}

#[cfg(test)]
mod tests {
    use super::super::CharacterClass;
    use super::*;

    fn of(text: &str) -> Option<RecognisedText> {
        recognise(&PastedText::of(text))
    }

    /// Made here and not in the source, so that no scanner takes it for a leak.
    fn example(form: &ApiKeyForm) -> String {
        let digits = match form.class {
            CharacterClass::HexDigits | CharacterClass::Digits => "0123456789",
            _ => "A1B2C3D4E5",
        };
        format!("{}{}", form.beginning, &digits.repeat(250)[..*form.rest.start()])
    }

    #[test]
    fn every_form_is_found_and_no_longer_or_shorter_text() {
        for form in &API_KEYS {
            let (beginning, name) = (form.beginning, form.name);
            let text = example(form);
            let found = of(&text).unwrap_or_else(|| panic!("{beginning} is not found"));
            let is_secret = form.sort == ApiKeySort::Secret;
            assert_eq!((found.id, found.name, found.is_secret), (form.id, name, is_secret));
            assert!(!found.message.contains(&text) && found.inside.is_none());
            assert_eq!(secret(&text), is_secret.then_some(name), "{beginning}");
            let name_of = |text: &str| of(text).map(|it| it.name);
            assert_ne!(name_of(&text[..text.len() - 1]), Some(name), "{beginning}: too short");
            assert_ne!(name_of(&format!("{beginning}{}", "1".repeat(2100))), Some(name), "{beginning}: too long");
            assert_ne!(name_of(&format!("{text} and more")), Some(name), "{beginning}: words behind it");
            assert_ne!(name_of(&format!("x{text}")), Some(name), "{beginning}: in the middle of a word");
        }
    }

    #[test]
    fn finds_them_behind_names_and_in_quotes() {
        let token = example(API_KEYS.iter().find(|form| form.beginning == "ghp_").unwrap());
        for text in [
            format!("\"{token}\""),
            format!("GITHUB_TOKEN={token}"),
            format!("export GITHUB_TOKEN='{token}'"),
            format!("Authorization: Bearer {token}\n"),
            format!("authorization: token {token}"),
        ] {
            assert_eq!(of(&text).map(|it| it.id), Some("looks-like-github-token"), "{text}");
        }
    }

    #[test]
    fn knows_words_from_keys() {
        for text in [
            "sk-learn-is-a-library-for-machine-learning",
            "sk-abcdefghijklmnopqrstuvwxyzabcdefgh",
            "npm_config_registry",
            "AKIA is how they begin",
            "AC",
            "hvs.example",
            "glpat-tokens-are-for-people-and-scripts",
        ] {
            assert_eq!(of(text), None, "{text}");
        }
    }
}
