//! The claims of a token, and which of them tell about people, go stale, or are state.

use crate::display;
use crate::jose::natures;
use crate::jose::natures::Nature;
use decode::Part;
use decode::json::{JsonKind, Member, Value};

/// The most claims that are read, and the most that one sentence names.
const LOOKED_AT: usize = 500;
const NAMED: usize = 6;
/// The most characters of a name that are shown.
const LONGEST_NAME: usize = 40;

/// The claims of a token.
pub(super) struct Claims<'t> {
    pub(super) part: &'t Part,
    /// The natures of the first members, in order.
    natures: Vec<Nature>,
}

impl<'t> Claims<'t> {
    pub(super) fn of(part: &'t Part) -> Self {
        let natures =
            part.members().iter().take(LOOKED_AT).map(|member| Nature::of(&member.name.text)).collect::<Vec<_>>();
        Self { part, natures }
    }

    /// A claim that says something: of several with one name the last.
    pub(super) fn get(&self, name: &str) -> Option<&Value> {
        self.part.value()?.member(name).filter(|value| says_something(value))
    }

    /// The names of those that tell about people or about the inside, as a sentence lists them; None where none does.
    pub(super) fn telling(&self) -> Option<String> {
        // Some issuers name their users by their addresses.
        let is_telling = |member: &Member, nature: Nature| match member.name.text.as_str() {
            "sub" => member.value.as_str().is_some_and(natures::is_email_address),
            _ => nature.is_personal() || nature.is_internal(),
        };
        self.listed(is_telling)
    }

    /// The names of those that can be out of date before the token is.
    pub(super) fn changing(&self) -> Option<String> {
        self.listed(|_, nature| nature.changes())
    }

    /// The names of those that are not about the token itself.
    pub(super) fn of_state(&self) -> Option<String> {
        self.listed(|_, nature| !nature.is_about_token())
    }

    fn listed(&self, is_wanted: impl Fn(&Member, Nature) -> bool) -> Option<String> {
        let mut names: Vec<String> = Vec::new();
        for (member, nature) in self.part.members().iter().zip(&self.natures) {
            if !is_wanted(member, *nature) || !says_something(&member.value) {
                continue;
            }
            let name = quoted(&member.name.text);
            if !names.contains(&name) {
                names.push(name);
            }
        }
        if names.len() > NAMED + 1 {
            let more = names.len() - NAMED;
            names.truncate(NAMED);
            names.push(format!("{more} more"));
        }
        (!names.is_empty()).then(|| display::listed(&names, " and "))
    }
}

pub(super) fn quoted(name: &str) -> String {
    display::quoted(name, LONGEST_NAME)
}

fn says_something(value: &Value) -> bool {
    match &value.kind {
        JsonKind::Null => false,
        JsonKind::String(text) => !text.text.is_empty(),
        JsonKind::Array(values) => !values.is_empty(),
        JsonKind::Object(members) => !members.is_empty(),
        JsonKind::Number | JsonKind::Bool(_) => true,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use test_tokens::token_with;

    #[track_caller]
    fn check(claims: &str, telling: Option<&str>, changing: Option<&str>) {
        let token = token_with(claims);
        let claims = Claims::of(token.payload().expect("claims"));
        assert_eq!((claims.telling().as_deref(), claims.changing().as_deref()), (telling, changing));
    }

    #[test]
    fn knows_names_in_any_namespace() {
        let names = Some("`https://example.com/Roles` and `cognito:groups`");
        check(r#"{"https://example.com/Roles":["a"],"cognito:groups":["b"],"made-up":1}"#, names, names);
        check(r#"{"sub":"ann@example.com","name":"Ann"}"#, Some("`sub` and `name`"), Some("`name`"));
        check(r#"{"sub":"ann","exp":1}"#, None, None);
    }

    #[test]
    fn what_says_nothing_is_not_named() {
        check(r#"{"email":"","roles":[],"groups":null,"address":{}}"#, None, None);
        check(r#"{"gender":"a","gender":"b"}"#, Some("`gender`"), None);
    }

    #[test]
    fn names_a_few_of_many_and_shows_what_hides() {
        let claims = r#"{"name":1,"email":1,"phone":1,"upn":1,"login":1,"picture":1,"gender":1,"profile":1}"#;
        let few = "`name`, `email`, `phone`, `upn`, `login`, `picture` and 2 more";
        check(claims, Some(few), Some("`name`, `email`, `phone`, `upn` and `picture`"));
        let name = "`a⟨U+0060⟩b⟨U+202E⟩/email`";
        check("{\"a`b\u{202E}/email\":1}", Some(name), Some(name));
    }

    #[test]
    fn one_too_many_is_named_as_well() {
        let claims = r#"{"name":1,"email":1,"phone":1,"upn":1,"login":1,"picture":1,"gender":1}"#;
        let all = "`name`, `email`, `phone`, `upn`, `login`, `picture` and `gender`";
        check(claims, Some(all), Some("`name`, `email`, `phone`, `upn` and `picture`"));
    }
}
