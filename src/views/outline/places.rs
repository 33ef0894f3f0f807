//! What a token shows, in the order in which it stands on the page, with how much there is of each.

use decode::{Part, Role};
use inspect::Severity;
use inspection::Inspected;

use crate::state::Selection;
use crate::state::checking::is_checkable;
use crate::state::columns::Columns;
use crate::state::expecting::is_judgeable;
use crate::views::check::outcome::CheckOutcome;
use crate::views::check::{CHECK, title};
use crate::views::expect::{EXPECT, ServiceOutcome, TITLE};
use crate::views::glyphs::size;
use crate::views::part::panel::panel_id;

#[derive(Clone, PartialEq)]
pub struct OutlinePlace {
    /// Of its element.
    pub id: String,
    pub name: &'static str,
    pub role: Option<Role>,
    pub extent: PlaceExtent,
}

/// How much there is of it.
#[derive(Clone, PartialEq)]
pub enum PlaceExtent {
    Untold,
    Told(String),
    /// Of each severity that is more than good to know, the gravest first.
    Findings(Vec<(Severity, usize)>),
    /// A service would refuse the token.
    Refused,
}

/// `check` says how far a check of the signature is, `service` what the expectations come to.
pub fn places(
    inspected: &Inspected,
    check: CheckOutcome,
    service: ServiceOutcome,
    columns: Columns,
) -> Vec<OutlinePlace> {
    let mut places = parts(inspected, check, service);
    let findings = OutlinePlace {
        id: "findings".to_owned(),
        name: "Findings",
        role: None,
        extent: PlaceExtent::Findings(findings(inspected)),
    };
    // Beside the claims they are the first of the third column.
    let beginning = places.iter().take_while(|place| is_content(inspected, place)).count();
    places.insert(if columns == Columns::Three { beginning } else { 0 }, findings);
    if inspected.judgement.exposure.is_none() {
        return places;
    }
    let leak = OutlinePlace { id: "exposure".to_owned(), name: "If it leaks", role: None, extent: PlaceExtent::Untold };
    places.push(leak);
    places
}

/// Told by verdicts and findings together.
pub fn findings(inspected: &Inspected) -> Vec<(Severity, usize)> {
    let of = |severity| inspected.judgement.findings.iter().filter(move |it| it.severity == severity);
    let distinct = |severity| {
        let mut ids: Vec<&str> = of(severity).map(|finding| finding.id()).collect();
        ids.sort_unstable();
        ids.dedup();
        (severity, ids.len())
    };
    let counts = [Severity::Error, Severity::Warning, Severity::Notice].map(distinct);
    counts.into_iter().filter(|(_, count)| *count > 0).collect()
}

fn is_content(inspected: &Inspected, place: &OutlinePlace) -> bool {
    let is_encrypted = inspected.token.format.is_encrypted();
    place.name == "Disclosures" || place.role.is_some_and(|role| (role == Role::Payload) != is_encrypted)
}

/// The panels of the parts.
fn parts(inspected: &Inspected, check: CheckOutcome, service: ServiceOutcome) -> Vec<OutlinePlace> {
    let token = &inspected.token;
    let of_part = |(position, part): (usize, &Part)| {
        let (name, extent) = match part.role {
            Role::Payload if part.members().is_empty() => ("Payload", size(part.bytes.len())),
            Role::Payload => ("Claims", part.members().len().to_string()),
            Role::Header => ("Header", part.members().len().to_string()),
            Role::UnprotectedHeader => ("Unprotected header", part.members().len().to_string()),
            Role::SharedHeader => ("Shared header", part.members().len().to_string()),
            Role::Signature => ("Signature", size(part.bytes.len())),
            _ => return None,
        };
        let id = Selection { part: position, member: None }.row_id();
        Some(OutlinePlace { id, name, role: Some(part.role), extent: PlaceExtent::Told(extent) })
    };
    let groups = token.group_count();
    let is_one_of_several = |part: &Part| groups > 1 && part.group.is_some();
    let panels = |is_wanted: &dyn Fn(&Part) -> bool| -> Vec<OutlinePlace> {
        let parts = token.parts.iter().enumerate().filter(|(_, part)| is_wanted(part) && !is_one_of_several(part));
        parts.filter_map(of_part).collect()
    };
    let panel = |name: &'static str, extent: PlaceExtent| OutlinePlace { id: panel_id(name), name, role: None, extent };
    let payload = panels(&|part| part.role == Role::Payload);
    let disclosures = inspected.description.sd_jwt.as_ref();
    let disclosures =
        disclosures.map(|read| panel("Disclosures", PlaceExtent::Told(read.disclosures.len().to_string())));
    let several = (groups > 1).then(|| OutlinePlace {
        id: "group-0".to_owned(),
        name: if token.format.is_encrypted() { "Recipients" } else { "Signatures" },
        role: Some(if token.format.is_encrypted() { Role::Header } else { Role::Signature }),
        extent: PlaceExtent::Told(groups.to_string()),
    });
    let headers = panels(&|part| part.role.is_header());
    let signatures = panels(&|part| part.role == Role::Signature);
    let mut places = Vec::new();
    if token.format.is_encrypted() {
        places.extend(headers.into_iter().chain(several));
        places.push(panel("Encrypted content", PlaceExtent::Untold));
        places.extend(payload);
    } else {
        places.extend(payload.into_iter().chain(disclosures).chain(several).chain(headers).chain(signatures));
    }
    if is_checkable(token) {
        let is_encrypted = token.format.is_encrypted();
        let extent = PlaceExtent::Told(check.in_short(is_encrypted));
        places.push(OutlinePlace { id: CHECK.to_owned(), name: title(is_encrypted), role: None, extent });
    }
    if is_judgeable(token) {
        let extent = match service {
            ServiceOutcome::NotAsked => PlaceExtent::Untold,
            ServiceOutcome::Refuses => PlaceExtent::Refused,
            ServiceOutcome::NothingAgainst => PlaceExtent::Told("nothing against".to_owned()),
            ServiceOutcome::Unsure => PlaceExtent::Told("not certain".to_owned()),
        };
        places.push(OutlinePlace { id: EXPECT.to_owned(), name: TITLE, role: None, extent });
    }
    let description = &inspected.description;
    if !description.keys.is_empty() {
        places.push(panel("Keys inside", PlaceExtent::Told(description.keys.len().to_string())));
    }
    if !description.chains.is_empty() {
        places.push(panel("Certificates", PlaceExtent::Untold));
    }
    places
}
