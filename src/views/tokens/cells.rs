//! The rows of the table, cell by cell.

use inspect::Severity;
use inspect::display::{counted, grouped};
use inspect::time::instants;
use inspect::validity::{Status, Validity};
use yew::prelude::*;

use crate::state::token_list::criteria::{Column, Criteria, Sort};
use crate::state::token_list::{RequestLine, Section, TokenList, TokenRow};
use crate::state::{Action, Dispatch, TableUse};
use crate::views::glyphs::{label, mark, shown};

/// How a row stands in the table.
pub struct RowPlace {
    /// Counts from 1, which is the row of the columns' names.
    pub index: usize,
    pub is_chosen: bool,
    /// Tab leads to it.
    pub is_stop: bool,
}

/// The columns that this list has.
pub fn columns(list: &TokenList) -> impl Iterator<Item = Column> {
    Column::ALL.into_iter().filter(|column| list.has_requests || *column != Column::Status)
}

pub fn names(list: &TokenList, criteria: &Criteria, dispatch: &Dispatch) -> Html {
    let sort = criteria.sort(list);
    html! {
        <div role="row" aria-rowindex="1" class="columns">
            {for columns(list).map(|column| name(column, sort, list, dispatch))}
        </div>
    }
}

fn name(column: Column, sort: Sort, list: &TokenList, dispatch: &Dispatch) -> Html {
    let (class, name) = match column {
        Column::Status => ("status", "Status"),
        Column::Place if list.has_requests => ("where", "Address"),
        Column::Place => ("where", "Place"),
        Column::Kind => ("kind", "Kind"),
        Column::Subject => ("subject", "Subject"),
        Column::Issuer => ("issuer", "Issuer"),
        Column::Expires => ("expiry", "Expires"),
        Column::Count => ("count", "Count"),
    };
    let direction = (sort.column == column).then_some(match sort.is_descending {
        true => ("descending", "↓"),
        false => ("ascending", "↑"),
    });
    html! {
        <span role="columnheader" {class} aria-sort={direction.map(|(word, _)| word)}>
            <button onclick={dispatch.on(Action::TableUsed(TableUse::SortedBy(column)))}>
                {name}
                if let Some((_, arrow)) = direction {
                    <span aria-hidden="true">{format!(" {arrow}")}</span>
                }
            </button>
        </span>
    }
}

pub fn head(section: Section, count: usize, index: usize, columns: usize) -> Html {
    html! {
        <div key={section.name()} role="row" aria-rowindex={index.to_string()} data-head="">
            <span role="gridcell" aria-colspan={columns.to_string()}>
                <b>{section.name()}</b>{format!(" · {}", counted(count, "token"))}
            </span>
        </div>
    }
}

pub fn row(list: &TokenList, row: &TokenRow, place: RowPlace, now: i64, dispatch: &Dispatch) -> Html {
    let validity = row.times.at(now);
    html! {
        <div
            key={row.first}
            role="row"
            aria-rowindex={place.index.to_string()}
            aria-selected={place.is_chosen.to_string()}
            tabindex={if place.is_stop { "0" } else { "-1" }}
            onclick={dispatch.on(Action::TableUsed(TableUse::Opened(row.first)))}
        >
            if list.has_requests {
                {status(row)}
            }
            {where_it_stands(list, row)}
            <span role="gridcell" class="kind" title={row.kind.name()}><b>{row.kind_in_short()}</b></span>
            {named("subject", row.named.subject.as_deref())}
            {named("issuer", row.named.issuer.as_deref())}
            {expiry(&validity, now)}
            <span role="gridcell" class="count">
                <span aria-hidden="true">{format!("×{}", grouped(row.count))}</span>
                <span class="unseen">{counted(row.count, "time")}</span>
            </span>
        </div>
    }
}

fn status(row: &TokenRow) -> Html {
    let status = row.request.as_ref().and_then(|request| request.status);
    let severity = (row.sighting.section == Section::Refused).then(|| Severity::Error.id());
    html! {
        <span role="gridcell" class="status" data-severity={severity}>
            {match status {
                Some(status) => html! { status.to_string() },
                None => nothing("no status"),
            }}
        </span>
    }
}

fn where_it_stands(list: &TokenList, row: &TokenRow) -> Html {
    match &row.request {
        Some(RequestLine { method, address, .. }) => html! {
            <span role="gridcell" class="where" title={address.clone()}>
                {shown(method)}{" "}{shown(list.path(address))}
            </span>
        },
        None => html! { <span role="gridcell" class="where">{label(&row.label)}</span> },
    }
}

fn named(class: &'static str, name: Option<&str>) -> Html {
    match name {
        Some(name) => html! { <span role="gridcell" {class} title={name.to_owned()}>{shown(name)}</span> },
        None => {
            html! { <span role="gridcell" {class}>{nothing(if class == "issuer" { "no issuer" } else { "no subject" })}</span> }
        }
    }
}

/// A dash for the eye, words for those who listen.
fn nothing(words: &'static str) -> Html {
    html! { <><span aria-hidden="true">{"–"}</span><span class="unseen">{words}</span></> }
}

fn expiry(validity: &Validity, now: i64) -> Html {
    let (sign, before, words) = expiry_words(validity, now);
    html! {
        <span role="gridcell" class="expiry" data-severity={sign.map(|_| Severity::Error.id())} data-none={mark(words == "no expiry")}>
            if let Some(sign) = sign {
                <span aria-hidden="true">{format!("{sign} ")}</span>
            }
            if !before.is_empty() {
                <span class="unseen">{format!("{before} ")}</span>
            }
            {words}
        </span>
    }
}

/// A sign, what is said before it to those who listen, and the words.
fn expiry_words(validity: &Validity, now: i64) -> (Option<&'static str>, &'static str, String) {
    let away =
        |instant: Option<i64>| instant.map(|instant| briefly(&instants::relative(instant, now))).unwrap_or_default();
    match validity.status {
        Status::Active => (None, "expires", away(validity.expires_at)),
        Status::Expired => (Some("✕"), "expired", away(validity.expires_at)),
        Status::NotYetValid => (Some("✕"), "", "not yet valid".to_owned()),
        Status::NoExpiry => (None, "", "no expiry".to_owned()),
        Status::Unknown => (None, "", "not known".to_owned()),
    }
}

/// "6 minutes ago" as "6 min ago".
fn briefly(relative: &str) -> String {
    if relative == "now" {
        return "just now".to_owned();
    }
    let units = [("second", "s"), ("minute", "min"), ("hour", "h")];
    let word = |word: &str| {
        let unit = units.iter().find(|(unit, _)| word.trim_end_matches('s') == *unit);
        unit.map_or(word, |(_, short)| short).to_owned()
    };
    relative.split(' ').map(word).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_brief() {
        for (relative, expected) in [
            ("6 minutes ago", "6 min ago"),
            ("in 1 hour", "in 1 h"),
            ("in 45 seconds", "in 45 s"),
            ("in 30 days", "in 30 days"),
            ("now", "just now"),
            ("out of range", "out of range"),
        ] {
            assert_eq!(briefly(relative), expected);
        }
    }
}
