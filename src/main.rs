//! Mounts the page.

mod browser;
mod page;
mod state;
mod views;
mod warm_up;

fn main() {
    browser::mount::<page::Page>();
}
