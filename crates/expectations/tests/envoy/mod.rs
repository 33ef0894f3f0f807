//! Runs Envoy with the filters that are written for it, and asks it with tokens.

pub mod cases;

use std::fs;
use std::io::{self, BufRead, BufReader, Write};
use std::net::{SocketAddr, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use expectations::code::KeyPlace;
use serde_json::json;
use test_tokens::encode;

use crate::published_key;
use crate::signed_cases::{Program, SECRET, Taken};

/// A slow machine takes some seconds to start it.
const LONGEST_START: Duration = Duration::from_secs(60);
const LONGEST_ANSWER: Duration = Duration::from_secs(20);

/// The path in the written code.
const KEY_FILE: &str = "/etc/envoy/jwks.json";

/// A process that ends with the test.
pub struct Envoy {
    process: Child,
    /// One listener for each program, in their order.
    listeners: Vec<SocketAddr>,
}

impl Drop for Envoy {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

impl Envoy {
    /// The Envoy in `ENVOY`, or the first on the path, with a listener for each of these programs.
    pub fn start(programs: &[Program], keys: &KeyPlace) -> Self {
        let folder = folder();
        let file = |name: &str| folder.join(name);
        fs::write(file("bootstrap.yaml"), bootstrap(programs, keys, &folder)).expect("the configuration is written");
        let errors = fs::File::create(file("errors.txt")).expect("a file for the errors");
        let program = std::env::var("ENVOY").unwrap_or_else(|_| "envoy".to_owned());
        let mut command = Command::new(&program);
        command.arg("--config-path").arg(file("bootstrap.yaml"));
        command.arg("--admin-address-path").arg(file("admin.txt"));
        // Without hot restart, several Envoys run side by side.
        command.args(["--disable-hot-restart", "--concurrency", "1", "--log-level", "error"]);
        command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(errors);
        let process = command.spawn().unwrap_or_else(|error| panic!("{program} could not be started: {error}"));
        let mut envoy = Self { process, listeners: Vec::new() };
        let begin = Instant::now();
        loop {
            let ended = envoy.process.try_wait().expect("its state");
            if ended.is_some() || begin.elapsed() > LONGEST_START {
                let errors = fs::read_to_string(file("errors.txt")).unwrap_or_default();
                panic!("{program} does not listen ({ended:?}): {errors}");
            }
            if let Some(listeners) = listeners(&file("admin.txt"), programs.len()) {
                envoy.listeners = listeners;
                return envoy;
            }
            std::thread::sleep(Duration::from_millis(50));
        }
    }

    /// What it does with this token, under what is expected in this program.
    pub fn verdict(&self, program: usize, token: &str) -> Taken {
        let address = *self.listeners.get(program).expect("a listener for each program");
        let answer = asked(address, "/", &format!("Authorization: Bearer {token}\r\n")).expect("an answer");
        let status = answer.lines().next().map(Result::unwrap_or_default).unwrap_or_default();
        match status.split(' ').nth(1) {
            Some("200") => Taken::Taken,
            Some("401" | "403") => Taken::Refused,
            _ => panic!("neither taken nor refused: {status:?}"),
        }
    }
}

/// An empty one, for each Envoy that is started.
fn folder() -> PathBuf {
    static STARTED: AtomicUsize = AtomicUsize::new(0);
    let number = STARTED.fetch_add(1, Ordering::Relaxed);
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(format!("envoy-{number}"));
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).expect("a folder");
    folder
}

fn bootstrap(programs: &[Program], keys: &KeyPlace, folder: &Path) -> String {
    let key_file = match keys {
        KeyPlace::Secret => {
            let file = folder.join("jwks.json");
            let set = json!({ "keys": [{ "kty": "oct", "k": encode(SECRET) }] });
            fs::write(&file, set.to_string()).expect("the keys are written");
            file
        }
        KeyPlace::PublicKey | KeyPlace::JwkSet(_) => published_key::folder().join("keys.json"),
    };
    let key_file = key_file.to_str().expect("a path as text");
    let mut text = String::from(BEGIN);
    for (at, program) in programs.iter().enumerate() {
        text.push_str(&LISTENER.replace("NAME", &at.to_string()));
        for line in program.code.replace(KEY_FILE, key_file).lines() {
            text.push_str(&format!("          {line}\n"));
        }
        text.push_str(ROUTER);
    }
    if let KeyPlace::JwkSet(address) = keys {
        let host = address.strip_prefix("http://").and_then(|rest| rest.split('/').next()).expect("a host");
        let (_, port) = host.split_once(':').expect("a port");
        text.push_str("\n  clusters:");
        text.extend(CLUSTERS.map(|name| CLUSTER.replace("NAME", name).replace("PORT", port)));
    }
    text
}

const BEGIN: &str = r#"
admin: { address: { socket_address: { address: 127.0.0.1, port_value: 0 } } }
static_resources:
  listeners:
"#;

/// The port is any that is free. Whatever the filters let through is answered with 200.
const LISTENER: &str = r#"
  - name: "NAME"
    address: { socket_address: { address: 127.0.0.1, port_value: 0 } }
    filter_chains:
    - filters:
      - name: envoy.filters.network.http_connection_manager
        typed_config:
          "@type": type.googleapis.com/envoy.extensions.filters.network.http_connection_manager.v3.HttpConnectionManager
          stat_prefix: tokens
          route_config:
            virtual_hosts:
            - name: all
              domains: ["*"]
              routes: [{ match: { prefix: "/" }, direct_response: { status: 200 } }]
"#;

const ROUTER: &str = r#"
          - name: envoy.filters.http.router
            typed_config: { "@type": type.googleapis.com/envoy.extensions.filters.http.router.v3.Router }
"#;

/// One for the keys of one issuer, and one for each of two.
const CLUSTERS: [&str; 3] = ["jwks", "jwks1", "jwks2"];

const CLUSTER: &str = r#"
  - name: NAME
    load_assignment:
      cluster_name: NAME
      endpoints:
      - lb_endpoints:
        - endpoint: { address: { socket_address: { address: 127.0.0.1, port_value: PORT } } }
"#;

/// The addresses of the listeners, once all of them listen.
fn listeners(admin: &Path, count: usize) -> Option<Vec<SocketAddr>> {
    let admin: SocketAddr = fs::read_to_string(admin).ok()?.trim().parse().ok()?;
    let ready = asked(admin, "/ready", "").ok()?.lines().next()?.ok()?;
    if !ready.starts_with("HTTP/1.1 200 ") {
        return None;
    }
    let mut listeners = vec![None; count];
    for line in asked(admin, "/listeners", "").ok()?.lines().map_while(Result::ok) {
        // `0::127.0.0.1:12345`
        let Some((name, address)) = line.split_once("::") else { continue };
        let address: SocketAddr = address.parse().expect("an address");
        *listeners.get_mut(name.parse::<usize>().ok()?)? = Some(address);
    }
    listeners.into_iter().collect()
}

/// The answer to one request, of which no more need be read than is looked for.
fn asked(address: SocketAddr, path: &str, header: &str) -> io::Result<BufReader<TcpStream>> {
    let mut stream = TcpStream::connect(address)?;
    stream.set_read_timeout(Some(LONGEST_ANSWER))?;
    let request = format!("GET {path} HTTP/1.1\r\nHost: localhost\r\n{header}Connection: close\r\n\r\n");
    stream.write_all(request.as_bytes())?;
    Ok(BufReader::new(stream))
}
