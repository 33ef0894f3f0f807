//! What the buttons of the page are for, and how a button says so in its `data-do`.

use yew::AttrValue;

use super::app::{Fold, Theme};
use super::moment::Moment;
use super::reading::Spot;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Command {
    ChooseToken(usize),
    /// Of the token that is shown, the nested one at this position.
    OpenNested(usize),
    /// So many steps inside the chosen token; 0 is that token itself.
    BackTo(usize),
    /// Of the part at this position.
    ShowTable(usize),
    ShowExactText(usize),
    Unfold(Fold),
    /// Marks it, and brings its row into view.
    GoTo(Spot),
    ChooseTheme(Theme),
    Clear,
    OpenExample(usize),
    ChooseFile,
    Copy(Copy),
    SaveReport,
    OpenShare,
    CloseShare,
    ShowHowToCheck,
    ShowFindings,
    /// Of all findings there are.
    ShowCatalogue,
    /// The catalogue at the rule of this position.
    ShowEntry(usize),
    CloseCatalogue,
    /// Masks the claim at this position in what is shared, or shows it again.
    Mask(usize),
    HideValues,
    LookAt(Moment),
    /// The token that is shown, with the one at this position of the text.
    CompareWith(usize),
    /// With one from a second text.
    CompareWithAnother,
    SwapCompared,
    EndComparison,
    ShowGuide,
    /// The guide at the question of this position.
    OpenGuide(usize),
    CloseGuide,
    /// Gives an answer in the guide, or takes it back.
    Answer(usize),
    /// The example of the question at this position.
    Try(usize),
    /// From such an example to the text it took the place of.
    BackToOwn,
}

/// What can be copied.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Copy {
    WholeToken,
    TokenWithoutSignature,
    /// The decoded text of the part at this position.
    Part(usize),
    Member {
        part: usize,
        member: usize,
    },
    WholeLink,
    LinkWithoutSignature,
    Report,
    Markdown,
    RedactedMarkdown,
    RedactedLink,
    RedactedToken,
    /// Of a token with selective disclosure.
    ProcessedClaims,
    /// That sets a session cookie in the place of the token.
    HeaderLine,
}

impl Copy {
    /// Said once it is done.
    pub fn done(self) -> &'static str {
        match self {
            Self::WholeToken => "Copied the token, signature included",
            Self::TokenWithoutSignature => "Copied the token without its signature",
            Self::Part(_) => "Copied the decoded text",
            Self::Member { .. } => "Copied the value",
            Self::WholeLink => "Copied the link, signature included",
            Self::LinkWithoutSignature => "Copied the link",
            Self::Report | Self::Markdown => "Copied the report",
            Self::RedactedMarkdown => "Copied the redacted report",
            Self::RedactedLink => "Copied the redacted link",
            Self::RedactedToken => "Copied the redacted token",
            Self::ProcessedClaims => "Copied the claims",
            Self::HeaderLine => "Copied the header line",
        }
    }
}

impl Command {
    /// As a `data-do` attribute has it.
    pub fn to_attribute(self) -> AttrValue {
        let (name, numbers) = match self {
            Self::ChooseToken(token) => ("token", Some((token, None))),
            Self::OpenNested(position) => ("open", Some((position, None))),
            Self::BackTo(depth) => ("back", Some((depth, None))),
            Self::ShowTable(part) => ("table", Some((part, None))),
            Self::ShowExactText(part) => ("exact", Some((part, None))),
            Self::Unfold(Fold::Value { part, member }) => ("unfold-value", Some((part, Some(member)))),
            Self::Unfold(Fold::Rows { part }) => ("unfold-rows", Some((part, None))),
            Self::Unfold(Fold::ExactText { part }) => ("unfold-text", Some((part, None))),
            Self::GoTo(Spot { part, member }) => ("go", Some((part, member))),
            Self::OpenExample(example) => ("example", Some((example, None))),
            Self::OpenGuide(place) => ("guide", Some((place, None))),
            Self::Answer(answer) => ("answer", Some((answer, None))),
            Self::Try(place) => ("try", Some((place, None))),
            Self::ShowEntry(rule) => ("entry", Some((rule, None))),
            Self::Mask(claim) => ("mask", Some((claim, None))),
            Self::CompareWith(token) => ("compare", Some((token, None))),
            Self::Unfold(Fold::Compared { part }) => ("unfold-compared", Some((part, None))),
            Self::Copy(Copy::Part(part)) => ("copy-part", Some((part, None))),
            Self::Copy(Copy::Member { part, member }) => ("copy-member", Some((part, Some(member)))),
            other => (NAMES.iter().find(|(_, command)| *command == other).map_or("", |(name, _)| name), None),
        };
        match numbers {
            None => AttrValue::Static(name),
            Some((first, None)) => AttrValue::from([name, ":", &first.to_string()].concat()),
            Some((first, Some(second))) => {
                AttrValue::from([name, ":", &first.to_string(), ":", &second.to_string()].concat())
            }
        }
    }

    /// What a `data-do` attribute says.
    pub fn from_attribute(attribute: &str) -> Option<Self> {
        if let Some((_, command)) = NAMES.iter().find(|(name, _)| *name == attribute) {
            return Some(*command);
        }
        let mut words = attribute.split(':');
        let name = words.next()?;
        let first = words.next()?.parse().ok()?;
        let second = words.next().and_then(|second| second.parse().ok());
        Some(match (name, second) {
            ("token", _) => Self::ChooseToken(first),
            ("open", _) => Self::OpenNested(first),
            ("back", _) => Self::BackTo(first),
            ("table", _) => Self::ShowTable(first),
            ("exact", _) => Self::ShowExactText(first),
            ("unfold-value", Some(member)) => Self::Unfold(Fold::Value { part: first, member }),
            ("unfold-rows", _) => Self::Unfold(Fold::Rows { part: first }),
            ("unfold-text", _) => Self::Unfold(Fold::ExactText { part: first }),
            ("go", member) => Self::GoTo(Spot { part: first, member }),
            ("example", _) => Self::OpenExample(first),
            ("guide", _) => Self::OpenGuide(first),
            ("answer", _) => Self::Answer(first),
            ("try", _) => Self::Try(first),
            ("entry", _) => Self::ShowEntry(first),
            ("mask", _) => Self::Mask(first),
            ("compare", _) => Self::CompareWith(first),
            ("unfold-compared", _) => Self::Unfold(Fold::Compared { part: first }),
            ("copy-part", _) => Self::Copy(Copy::Part(first)),
            ("copy-member", Some(member)) => Self::Copy(Copy::Member { part: first, member }),
            _ => return None,
        })
    }
}

/// Those that are always the same.
const NAMES: [(&str, Command); 36] = [
    ("theme:system", Command::ChooseTheme(Theme::System)),
    ("theme:light", Command::ChooseTheme(Theme::Light)),
    ("theme:dark", Command::ChooseTheme(Theme::Dark)),
    ("clear", Command::Clear),
    ("choose-file", Command::ChooseFile),
    ("copy-whole", Command::Copy(Copy::WholeToken)),
    ("copy-unsigned", Command::Copy(Copy::TokenWithoutSignature)),
    ("copy-whole-link", Command::Copy(Copy::WholeLink)),
    ("copy-link", Command::Copy(Copy::LinkWithoutSignature)),
    ("copy-report", Command::Copy(Copy::Report)),
    ("copy-markdown", Command::Copy(Copy::Markdown)),
    ("copy-redacted-markdown", Command::Copy(Copy::RedactedMarkdown)),
    ("copy-redacted-link", Command::Copy(Copy::RedactedLink)),
    ("copy-redacted", Command::Copy(Copy::RedactedToken)),
    ("hide-values", Command::HideValues),
    ("copy-processed", Command::Copy(Copy::ProcessedClaims)),
    ("copy-header-line", Command::Copy(Copy::HeaderLine)),
    ("save-report", Command::SaveReport),
    ("share", Command::OpenShare),
    ("close-share", Command::CloseShare),
    ("how-to-check", Command::ShowHowToCheck),
    ("findings", Command::ShowFindings),
    ("catalogue", Command::ShowCatalogue),
    ("close-catalogue", Command::CloseCatalogue),
    ("guide", Command::ShowGuide),
    ("close-guide", Command::CloseGuide),
    ("back-to-own", Command::BackToOwn),
    ("look-at", Command::LookAt(Moment::Written)),
    ("look-now", Command::LookAt(Moment::Now)),
    ("look-issued", Command::LookAt(Moment::Issued)),
    ("look-last", Command::LookAt(Moment::LastSecond)),
    ("compare:another", Command::CompareWithAnother),
    ("swap-compared", Command::SwapCompared),
    ("end-comparison", Command::EndComparison),
    ("unfold-groups", Command::Unfold(Fold::Groups)),
    ("unfold-disclosures", Command::Unfold(Fold::Disclosures)),
];

impl Spot {
    /// As a `data-spot` attribute has it: "1", or "1:4".
    pub fn to_attribute(self) -> AttrValue {
        AttrValue::from(match self.member {
            None => self.part.to_string(),
            Some(member) => [&self.part.to_string(), ":", &member.to_string()].concat(),
        })
    }

    pub fn from_attribute(attribute: &str) -> Option<Self> {
        match attribute.split_once(':') {
            None => Some(Self { part: attribute.parse().ok()?, member: None }),
            Some((part, member)) => Some(Self { part: part.parse().ok()?, member: Some(member.parse().ok()?) }),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_what_it_writes() {
        let numbered = [
            Command::ChooseToken(2),
            Command::OpenNested(1),
            Command::BackTo(0),
            Command::ShowTable(0),
            Command::ShowExactText(1),
            Command::Unfold(Fold::Value { part: 1, member: 12 }),
            Command::Unfold(Fold::Rows { part: 1 }),
            Command::Unfold(Fold::ExactText { part: 0 }),
            Command::GoTo(Spot { part: 1, member: Some(3) }),
            Command::GoTo(Spot { part: 2, member: None }),
            Command::OpenExample(11),
            Command::ShowEntry(3),
            Command::Mask(2),
            Command::CompareWith(4),
            Command::Unfold(Fold::Compared { part: 1 }),
            Command::OpenGuide(7),
            Command::Answer(1 << 13),
            Command::Try(2),
            Command::Copy(Copy::Part(1)),
            Command::Copy(Copy::Member { part: 0, member: 0 }),
        ];
        for command in NAMES.iter().map(|(_, command)| *command).chain(numbered) {
            assert_eq!(Command::from_attribute(&command.to_attribute()), Some(command));
        }
        assert_eq!(Command::from_attribute("theme"), None);
        assert_eq!(Command::from_attribute("go:x"), None);
    }

    #[test]
    fn reads_spots_that_it_writes() {
        for spot in [Spot { part: 0, member: None }, Spot { part: 1, member: Some(17) }] {
            assert_eq!(Spot::from_attribute(&spot.to_attribute()), Some(spot));
        }
    }
}
