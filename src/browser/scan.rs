//! Reads a long text a stretch at a time, so that the page stays responsive meanwhile.

use std::cell::Cell;
use std::rc::Rc;

use super::time;
use crate::state::{Action, Dispatch};
use decode::Reader;
use wasm_bindgen_futures::spawn_local;

const STRETCH: usize = 64 * 1024;
const WORK_MILLISECONDS: f64 = 30.0;

/// Reads the text beside whatever else happens.
pub fn start(text: Rc<str>, arrival: u32, latest: Rc<Cell<u32>>, dispatch: Dispatch) {
    spawn_local(scan(text, arrival, latest, dispatch));
}

/// Gives up as soon as a later text arrives.
async fn scan(text: Rc<str>, arrival: u32, latest: Rc<Cell<u32>>, dispatch: Dispatch) {
    let mut reader = Reader::new(&text);
    let mut has_more = true;
    while has_more {
        time::pause().await;
        if latest.get() != arrival {
            return;
        }
        let started = time::milliseconds();
        while has_more && time::milliseconds() - started < WORK_MILLISECONDS {
            has_more = reader.advance(STRETCH);
        }
        if has_more {
            dispatch.send(Action::ReadFurther { arrival, position: reader.position() });
        }
    }
    dispatch.send(Action::ReadThrough { arrival, decoded: reader.finish() });
}
