//! Reads a long text a stretch at a time, so that the page stays responsive meanwhile.

use std::cell::Cell;
use std::rc::Rc;

use super::{stop, time};
use crate::state::reading::Reading;
use crate::state::{Action, Dispatch};
use decode::Reader;
use decode::slices::WholeText;
use inspect::Context;
use inspection::{Inspected, Inspector};
use wasm_bindgen_futures::spawn_local;

/// In bytes. Hard texts take up to a thousand times as long as easy ones.
const STRETCH: usize = 8 * 1024;

/// What is read, and whether it is still wanted.
pub struct Scan {
    pub text: Rc<str>,
    /// Which text it is, and which was the latest.
    pub arrival: u32,
    pub latest: Rc<Cell<u32>>,
    pub context: Context,
    /// As [`Reading::unlisted`] takes it.
    pub whole: Option<Rc<WholeText>>,
    pub dispatch: Dispatch,
}

/// Reads the text beside whatever else happens.
pub fn start(scan: Scan) {
    stop::forget();
    spawn_local(async move {
        // None where a later text arrived.
        let _ = scan.run().await;
    });
}

impl Scan {
    async fn run(&self) -> Option<()> {
        let Self { text, arrival, dispatch, .. } = self;
        let mut reader = Reader::new(text);
        let mut has_more = true;
        while has_more && !stop::is_wanted() {
            self.pause().await?;
            let started = time::milliseconds();
            while has_more && time::is_in_time(started) {
                has_more = reader.advance(STRETCH);
            }
            if has_more {
                dispatch.send(Action::ReadFurther { arrival: *arrival, position: reader.position() });
            }
        }
        self.pause().await?;
        let stopped_at = has_more.then(|| reader.position());
        let whole = self.whole.as_deref();
        let mut reading = Reading::unlisted(text, reader.finish(), whole);
        let mut has_more = true;
        while has_more {
            self.pause().await?;
            let started = time::milliseconds();
            while has_more && time::is_in_time(started) {
                has_more = reading.list_next(whole);
            }
        }
        let reading = Rc::new(reading);
        let inspected = self.inspect_first(&reading).await?;
        self.pause().await?;
        dispatch.send(Action::ReadThrough {
            arrival: *arrival,
            reading,
            inspected: inspected.map(Rc::new),
            stopped_at,
        });
        Some(())
    }

    /// The token that is shown first, if there is one. None where a later text arrived.
    async fn inspect_first(&self, reading: &Reading) -> Option<Option<Inspected>> {
        let Some(token) = reading.tokens.get(reading.first_choice()) else { return Some(None) };
        let whole = self.whole.as_deref();
        let (places, exchanges) = (reading.places(token, whole), reading.exchanges_of(whole));
        let mut inspector = Inspector::new(token, self.context).standing(places, exchanges);
        let mut inspected = None;
        while inspected.is_none() {
            self.pause().await?;
            let started = time::milliseconds();
            while inspected.is_none() && time::is_in_time(started) {
                inspected = inspector.advance();
            }
        }
        Some(inspected)
    }

    /// Lets the browser draw and listen.
    async fn pause(&self) -> Option<()> {
        time::pause().await;
        (self.latest.get() == self.arrival).then_some(())
    }
}
