//! Signs beside rows of which a finding speaks.

use inspect::Severity;
use inspection::Inspected;
use rules::Finding;
use yew::prelude::*;

use crate::state::{Action, Dispatch};
use crate::views::findings::place_of;
use crate::views::findings::severity::sign;

/// The gravest finding that speaks of a member.
#[derive(Clone, PartialEq)]
pub struct RowFlag {
    /// Position of the member.
    pub member: usize,
    id: &'static str,
    pub severity: Severity,
    message: String,
    /// How many more speak of it.
    further: usize,
}

/// One for each member of the part that a finding speaks of. What only helps reading has no sign.
pub fn flags(inspected: &Inspected, part: usize) -> Vec<RowFlag> {
    let mut flags: Vec<RowFlag> = Vec::new();
    for finding in inspected.judgement.findings.iter().filter(|finding| finding.severity != Severity::Info) {
        let place = place_of(finding, inspected).filter(|place| place.part == part);
        let Some(member) = place.and_then(|place| place.member) else { continue };
        // The gravest ones come first.
        match flags.iter_mut().find(|flag| flag.member == member) {
            Some(flag) => flag.further += 1,
            None => flags.push(RowFlag::new(finding, member)),
        }
    }
    flags
}

impl RowFlag {
    fn new(finding: &Finding, member: usize) -> Self {
        let message = in_quotation_marks(&finding.message);
        Self { member, id: finding.id(), severity: finding.severity, message, further: 0 }
    }

    pub fn draw(&self, dispatch: &Dispatch) -> Html {
        let further = if self.further > 0 { format!(" And {} more.", self.further) } else { String::new() };
        let followed = Action::FindingFollowed { id: self.id, severity: self.severity };
        html! {
            <button
                class="flag"
                data-severity={self.severity.id()}
                aria-label={format!("{}: {}{further}", self.severity.name(), self.message)}
                onclick={dispatch.on(followed)}
            >
                <span aria-hidden="true">{sign(self.severity)}</span>
            </button>
        }
    }
}

/// A sentence in which back quotes stand around quotations, as a text without elements.
fn in_quotation_marks(sentence: &str) -> String {
    let pieces = sentence.split('`').enumerate();
    pieces
        .map(|(position, piece)| match position % 2 {
            1 => format!("“{}”", piece.replace('“', "⟨U+201C⟩").replace('”', "⟨U+201D⟩")),
            _ => piece.to_owned(),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::views::testing::{inspected, token};

    #[track_caller]
    fn check(claims: &str, expected: &[(usize, &str)]) {
        let found = flags(&inspected(&token(r#"{"alg":"RS256","typ":"at+jwt"}"#, claims, 256)), 1);
        let mut found: Vec<(usize, &str)> = found.iter().map(|flag| (flag.member, flag.id)).collect();
        found.sort_unstable();
        assert_eq!(found, expected);
    }

    #[test]
    fn stand_at_the_member_that_a_finding_speaks_of() {
        check(r#"{"sub":"a","exp":1795179600}"#, &[(1, "expired")]);
        check(r#"{"sub":"a","exp":4102444800,"sub":"b"}"#, &[(2, "json-duplicate-key")]);
        check(r#"{"sub":"a","exp":4102444800}"#, &[]);
    }

    #[test]
    fn quote_in_quotation_marks() {
        assert_eq!(in_quotation_marks("`a` is `“b”`."), "“a” is “⟨U+201C⟩b⟨U+201D⟩”.");
    }
}
