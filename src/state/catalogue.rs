//! The list of all checks: where it is open, and what is searched in it.

use rules::{CheckTheme, Record};

use super::change::StateChange;
use super::{Dialog, Effect, State};

#[derive(Debug, Clone, PartialEq, Default)]
pub struct CatalogueState {
    /// The check that it was opened at.
    pub opened: Option<&'static str>,
    /// A link named a check that does not exist.
    pub is_unknown: bool,
    /// What the reader searches for.
    pub search: String,
}

impl CatalogueState {
    pub fn at(id: &'static str) -> Self {
        Self { opened: Some(id), ..Self::default() }
    }

    pub fn at_unknown() -> Self {
        Self { is_unknown: true, ..Self::default() }
    }

    /// The records that match, by theme. Themes without any are left out.
    pub fn matching(&self) -> Vec<(CheckTheme, Vec<&'static Record>)> {
        let words = self.words();
        let matching = |theme: CheckTheme| {
            let records: Vec<_> = theme.records().into_iter().filter(|record| matches(record, &words)).collect();
            (theme, records)
        };
        CheckTheme::ALL.into_iter().map(matching).filter(|(_, records)| !records.is_empty()).collect()
    }

    pub fn is_searched(&self) -> bool {
        !self.words().is_empty()
    }

    fn words(&self) -> Vec<String> {
        self.search.split_whitespace().map(str::to_lowercase).collect()
    }
}

/// Whether every word stands in the id, the title or the reason.
fn matches(record: &Record, words: &[String]) -> bool {
    let texts = [record.id, record.title, record.why].map(str::to_lowercase);
    words.iter().all(|word| texts.iter().any(|text| text.contains(word.as_str())))
}

impl State {
    pub(super) fn open_catalogue(&mut self, catalogue: CatalogueState) -> StateChange {
        let mut change = self.open(Dialog::Catalogue);
        change.effects.extend(catalogue.opened.map(|id| Effect::JumpTo(format!("finding-{id}"))));
        self.catalogue = catalogue;
        change
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn found(search: &str) -> Vec<&'static str> {
        let catalogue = CatalogueState { search: search.to_owned(), ..CatalogueState::default() };
        catalogue.matching().iter().flat_map(|(_, records)| records).map(|record| record.id).collect()
    }

    #[test]
    fn narrows_by_id_title_and_reason() {
        assert_eq!(found("").len(), rules::records().count());
        assert_eq!(found(" \t").len(), rules::records().count());
        assert_eq!(found("alg-none-variant"), ["alg-none-variant"]);
        assert!(found("Unsigned TOKEN").contains(&"alg-none"));
        // Of its reason alone.
        assert!(found("Bleichenbacher").contains(&"jwe-alg-rsa1-5"));
        assert_eq!(found("no such check at all"), [""; 0]);
    }

    #[test]
    fn leaves_out_themes_without_any() {
        let catalogue = CatalogueState { search: "alg-none-variant".to_owned(), ..CatalogueState::default() };
        let themes: Vec<CheckTheme> = catalogue.matching().into_iter().map(|(theme, _)| theme).collect();
        assert_eq!(themes, [CheckTheme::Algorithm]);
    }
}
