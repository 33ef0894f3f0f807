//! How wide the page is, in columns.

use gloo::events::EventListener;
use web_sys::MediaQueryList;

use super::document::window;
use crate::state::columns::Columns;
use crate::state::{Action, Dispatch};

/// As `styles/layout.css` has them.
const ONE: &str = "(max-width: 60rem)";
const THREE: &str = "(min-width: 93.75rem)";

/// Where the browser cannot tell, two.
pub fn columns() -> Columns {
    let matches = |query: &str| media(query).is_some_and(|list| list.matches());
    match (matches(ONE), matches(THREE)) {
        (true, _) => Columns::One,
        (false, true) => Columns::Three,
        (false, false) => Columns::Two,
    }
}

/// Tells when there are more or fewer.
pub fn listen(dispatch: &Dispatch) -> Vec<EventListener> {
    let listen = |list: MediaQueryList| {
        let dispatch = dispatch.clone();
        EventListener::new(&list, "change", move |_| dispatch.send(Action::ColumnsChanged(columns())))
    };
    [ONE, THREE].into_iter().filter_map(media).map(listen).collect()
}

fn media(query: &str) -> Option<MediaQueryList> {
    window().match_media(query).ok().flatten()
}
