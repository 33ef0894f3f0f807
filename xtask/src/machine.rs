//! The machine the commands run on: where the project is, which programs there are, and how one is run.

use std::ffi::{OsStr, OsString};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Instant;

/// The error is one or more whole sentences for the person at the terminal.
pub type Outcome<T = ()> = Result<T, String>;

pub struct Machine {
    /// The folder that holds the project's Cargo.toml.
    pub root: PathBuf,
    /// The PATH every child gets: cargo's own bin folder first, which may be missing from the person's PATH.
    path: OsString,
}

impl Machine {
    pub fn here() -> Outcome<Machine> {
        // Cargo sets this for `cargo run`; the compiled-in value serves the binary started by hand.
        let own_folder = std::env::var_os("CARGO_MANIFEST_DIR")
            .map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")), PathBuf::from);
        let root = own_folder
            .ancestors()
            .find(|folder| folder.join("Cargo.lock").is_file())
            .ok_or_else(|| {
                format!("no Cargo.lock in {} or above it. Run `cargo xtask` inside the project.", own_folder.display())
            })?
            .to_path_buf();
        let mut folders = vec![cargo_home().join("bin")];
        folders.extend(std::env::split_paths(&std::env::var_os("PATH").unwrap_or_default()));
        let path = std::env::join_paths(folders)
            .map_err(|error| format!("the PATH of this shell cannot be extended by cargo's bin folder: {error}"))?;
        Ok(Machine { root, path })
    }

    /// Where the program is, if it is anywhere.
    pub fn find(&self, program: &str) -> Option<PathBuf> {
        let file = format!("{program}{}", std::env::consts::EXE_SUFFIX);
        std::env::split_paths(&self.path).map(|folder| folder.join(&file)).find(|candidate| candidate.is_file())
    }

    /// A command in the project's folder, with the PATH above.
    pub fn command(&self, program: &str) -> Command {
        let mut command = Command::new(self.find(program).unwrap_or_else(|| PathBuf::from(program)));
        command.current_dir(&self.root).env("PATH", &self.path);
        command
    }

    /// The cargo that runs us, so that a chosen toolchain stays chosen.
    pub fn cargo(&self) -> Command {
        match std::env::var_os("CARGO") {
            Some(cargo) => {
                let mut command = Command::new(cargo);
                command.current_dir(&self.root).env("PATH", &self.path);
                command
            }
            None => self.command("cargo"),
        }
    }
}

/// Where cargo puts what it builds: `target`, or what the environment or a configuration says.
pub fn target(machine: &Machine) -> Outcome<PathBuf> {
    let metadata = output(machine.cargo().args(["metadata", "--no-deps", "--offline", "--format-version", "1"]))?;
    let metadata: serde_json::Value =
        serde_json::from_str(&metadata).map_err(|error| format!("`cargo metadata` printed no JSON: {error}"))?;
    metadata["target_directory"]
        .as_str()
        .map(PathBuf::from)
        .ok_or_else(|| "`cargo metadata` does not say where the target folder is".to_owned())
}

/// Says why, shows the command and all it prints, and says how long it took.
pub fn run(why: &str, command: &mut Command) -> Outcome {
    let line = shown(command);
    println!("\n==> {why}\n    {line}");
    let start = Instant::now();
    let status = command
        .status()
        .map_err(|error| format!("`{line}` could not be started: {error}. It was to do this: {why}"))?;
    if !status.success() {
        return Err(format!("`{line}` failed ({status}). What it printed above says why. It was to do this: {why}"));
    }
    println!("    done in {:.1} s", start.elapsed().as_secs_f64());
    Ok(())
}

/// What the command prints, or the reason why there is nothing.
pub fn output(command: &mut Command) -> Outcome<String> {
    let line = shown(command);
    let output = command.output().map_err(|error| format!("`{line}` could not be started: {error}"))?;
    if !output.status.success() {
        return Err(format!("`{line}` failed ({}): {}", output.status, String::from_utf8_lossy(&output.stderr).trim()));
    }
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}

pub fn read(file: &Path) -> Outcome<String> {
    std::fs::read_to_string(file)
        .map(|text| text.replace("\r\n", "\n")) // a Windows checkout must give the same bytes
        .map_err(|error| format!("{} cannot be read: {error}", file.display()))
}

pub fn write(file: &Path, bytes: impl AsRef<[u8]>) -> Outcome {
    std::fs::write(file, bytes).map_err(|error| format!("{} cannot be written: {error}", file.display()))
}

/// The folder and all those above it.
pub fn make_folder(folder: &Path) -> Outcome {
    std::fs::create_dir_all(folder).map_err(|error| format!("{} cannot be made: {error}", folder.display()))
}

/// The folder with all that is in it, where it exists.
pub fn remove_folder(folder: &Path) -> Outcome {
    match std::fs::remove_dir_all(folder) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
            Err(format!("{} cannot be removed: {error}", folder.display()))
        }
        _ => Ok(()),
    }
}

/// The files and folders directly inside, sorted by name so that results do not depend on the disk.
pub fn entries(folder: &Path) -> Outcome<Vec<PathBuf>> {
    let cannot = |error| format!("{} cannot be listed: {error}", folder.display());
    let mut entries = std::fs::read_dir(folder)
        .map_err(cannot)?
        .map(|entry| entry.map(|entry| entry.path()))
        .collect::<Result<Vec<_>, _>>()
        .map_err(cannot)?;
    entries.sort();
    Ok(entries)
}

pub fn file_name(path: &Path) -> &str {
    path.file_name().and_then(OsStr::to_str).unwrap_or_default()
}

pub fn home() -> Option<PathBuf> {
    std::env::home_dir().filter(|home| home.components().count() > 1)
}

pub fn cargo_home() -> PathBuf {
    std::env::var_os("CARGO_HOME")
        .filter(|value| !value.is_empty())
        .map(PathBuf::from)
        .or_else(|| home().map(|home| home.join(".cargo")))
        .unwrap_or_else(|| PathBuf::from(".cargo"))
}

/// The command as one would type it: the program by its name, not its folder.
fn shown(command: &Command) -> String {
    let program = file_name(Path::new(command.get_program())).to_owned();
    std::iter::once(program)
        .chain(command.get_args().map(|word| word.to_string_lossy().into_owned()))
        .collect::<Vec<_>>()
        .join(" ")
}
