//! `serve`: the page on this machine, rebuilt on every change, or the release file as a host would serve it.

use std::net::{Ipv4Addr, TcpListener};

use crate::machine::{self, Machine, Outcome};
use crate::{dist, preview, setup};

const PORT: u16 = 8080;
/// How many ports after the wanted one are tried.
const TRIES: u16 = 20;

struct Options {
    port: u16,
    open: bool,
    release: bool,
}

pub fn run(machine: &Machine, words: &[&str]) -> Outcome {
    let options = options(words)?;
    if options.release {
        dist::run(machine)?;
        let (listener, port) = listen(options.port)?;
        if options.open {
            open(machine, port);
        }
        return preview::serve(&machine.root.join("dist"), &listener);
    }
    setup::for_builds(machine)?;
    let (listener, port) = listen(options.port)?;
    drop(listener); // Trunk binds it itself
    println!("\nThe page will be at http://127.0.0.1:{port}/ once it is built. Ctrl+C ends it.");
    let mut trunk = setup::trunk(machine);
    // A folder of its own: dist/ holds the release file only.
    trunk.args(["serve", "--address", "127.0.0.1", "--port"]).arg(port.to_string()).args(["--dist", "target/serve"]);
    if options.open {
        trunk.arg("--open");
    }
    machine::run("Serving the page, rebuilt on every change", &mut trunk)
}

fn options(words: &[&str]) -> Outcome<Options> {
    let mut options = Options { port: PORT, open: false, release: false };
    let mut words = words.iter();
    while let Some(word) = words.next() {
        match *word {
            "--open" => options.open = true,
            "--release" => options.release = true,
            "--port" => {
                let port = words.next().copied().unwrap_or_default();
                options.port = port
                    .parse()
                    .map_err(|_| format!("`--port {port}` names no port: expected a number from 0 to 65535"))?;
            }
            other => {
                return Err(format!("`serve` has no option `{other}`: expected --port N, --open or --release"));
            }
        }
    }
    Ok(options)
}

/// The wanted port, or the next free one.
fn listen(wanted: u16) -> Outcome<(TcpListener, u16)> {
    for port in wanted..=wanted.saturating_add(TRIES) {
        let Ok(listener) = TcpListener::bind((Ipv4Addr::LOCALHOST, port)) else {
            continue;
        };
        let bound = listener
            .local_addr()
            .map_err(|error| format!("the address of port {port} cannot be read: {error}"))?
            .port();
        if port != wanted {
            println!("\nPort {wanted} is taken, so this is port {bound}.");
        }
        return Ok((listener, bound));
    }
    Err(format!("port {wanted} and the {TRIES} after it are taken. Choose another with `--port N`."))
}

/// Opening a browser is a courtesy: without one, the address above is enough.
fn open(machine: &Machine, port: u16) {
    let opener = ["xdg-open", "open"].into_iter().find(|name| machine.find(name).is_some());
    let opened =
        opener.is_some_and(|name| machine.command(name).arg(format!("http://127.0.0.1:{port}/")).spawn().is_ok());
    if !opened {
        println!("No program to open a browser with was found: open the address yourself.");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_the_options() {
        let read = options(&["--release", "--port", "9000"]).map(|o| (o.port, o.open, o.release));
        assert_eq!(read, Ok((9000, false, true)));
    }

    #[test]
    fn names_the_port_it_cannot_read() {
        let problem = options(&["--port", "many"]).err().unwrap_or_default();
        assert_eq!(problem, "`--port many` names no port: expected a number from 0 to 65535");
    }

    #[test]
    fn takes_the_next_port_when_one_is_taken() {
        let taken = listen(0).map(|(listener, port)| {
            let next = listen(port).map(|(_, next)| next);
            drop(listener);
            (port, next)
        });
        assert!(matches!(taken, Ok((port, Ok(next))) if next > port));
    }
}
