//! Mounts the page.

mod browser;
mod page;
mod state;
mod views;

fn main() {
    browser::mount::<page::Page>();
}
