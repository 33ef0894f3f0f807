//! A static server for dist/, with the headers of its `_headers` file: what a real host does, on this machine.

use std::io::{BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};
use std::path::Path;
use std::time::Duration;

use crate::machine::{self, Outcome, file_name};

pub fn serve(folder: &Path, listener: &TcpListener) -> Outcome {
    let address = listener.local_addr().map_err(|error| format!("the server has no address: {error}"))?;
    println!("\nThe release file is at http://{address}/. Ctrl+C ends it.");
    for stream in listener.incoming().flatten() {
        // A browser that hangs up early is no reason to stop serving.
        if let Err(problem) = answer(folder, stream) {
            eprintln!("    {problem}");
        }
    }
    Ok(())
}

fn answer(folder: &Path, mut stream: TcpStream) -> Outcome {
    let broken = |error: std::io::Error| format!("a request was not answered: {error}");
    // A browser opens connections in advance and may send nothing on them.
    stream.set_read_timeout(Some(Duration::from_millis(500))).map_err(broken)?;
    let mut reader = BufReader::new(&stream);
    let mut request = String::new();
    if reader.read_line(&mut request).is_err() || request.is_empty() {
        return Ok(());
    }
    let mut header = String::new();
    while reader.read_line(&mut header).is_ok_and(|bytes| bytes > 2) {
        header.clear();
    }
    println!("    {}", request.trim());
    let mut words = request.split_whitespace();
    let (method, target) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
    let (status, kind, body) = match (method, file_for(folder, target)?) {
        ("GET" | "HEAD", Some((kind, body))) => ("200 OK", kind, body),
        ("GET" | "HEAD", None) => ("404 Not Found", "text/plain; charset=utf-8", b"There is no such file.\n".to_vec()),
        _ => ("405 Method Not Allowed", "text/plain; charset=utf-8", b"Only GET and HEAD are answered.\n".to_vec()),
    };
    let headers = headers(&machine::read(&folder.join("_headers"))?).join("\r\n");
    let length = body.len();
    let head = format!(
        "HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {length}\r\nConnection: close\r\n{headers}\r\n\r\n"
    );
    stream.write_all(head.as_bytes()).map_err(broken)?;
    if method != "HEAD" {
        stream.write_all(&body).map_err(broken)?;
    }
    stream.flush().map_err(broken)
}

/// Only names that stand in the folder itself are served, so no path can lead out of it.
fn file_for(folder: &Path, target: &str) -> Outcome<Option<(&'static str, Vec<u8>)>> {
    let name = target.split(['?', '#']).next().unwrap_or_default().trim_start_matches('/');
    let name = if name.is_empty() { "index.html" } else { name };
    let kind = if name.ends_with(".html") { "text/html; charset=utf-8" } else { "text/plain; charset=utf-8" };
    for file in machine::entries(folder)? {
        if file_name(&file) == name {
            let body = std::fs::read(&file).map_err(|error| format!("{name} cannot be read: {error}"))?;
            return Ok(Some((kind, body)));
        }
    }
    Ok(None)
}

/// The indented lines of a `_headers` file.
fn headers(file: &str) -> Vec<&str> {
    file.lines().filter(|line| line.starts_with(' ')).map(str::trim).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_the_headers_and_not_the_path_they_are_for() {
        assert_eq!(headers("/*\n  A: b\n  C: d\n"), ["A: b", "C: d"]);
    }
}
