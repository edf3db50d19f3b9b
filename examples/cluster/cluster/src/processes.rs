//! A scheduler and two executors as processes on this machine.

use std::io::{Read as _, Write as _};
use std::net::{Ipv4Addr, SocketAddr, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use crate::Failure;

/// How many executors there are.
pub const EXECUTORS: usize = 2;

/// How long the processes may take to find each other.
const START: Duration = Duration::from_secs(60);

/// A program, and its first argument where one program has several roles.
#[derive(Clone, Debug)]
pub struct Program {
    /// The file.
    pub path: PathBuf,
    /// The argument that names the role.
    pub role: Option<&'static str>,
}

/// A process that ends with this value.
#[derive(Debug)]
struct Process(Child);

impl Process {
    /// Starts a program, which ends of itself where its standard input does.
    fn start(program: &Program, flags: &[String]) -> Result<Self, Failure> {
        let mut command = Command::new(&program.path);
        command.args(program.role).args(flags).arg("--until-stdin-ends").stdin(Stdio::piped());
        Ok(Self(command.spawn().map_err(|error| format!("cannot start {}: {error}", program.path.display()))?))
    }

    fn has_ended(&mut self) -> bool {
        !matches!(self.0.try_wait(), Ok(None))
    }

    /// Ends it at once, by a signal that it cannot catch.
    fn kill(&mut self) {
        // one that ended before is as dead
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        self.kill();
    }
}

/// A scheduler and executors, which end with this value.
#[derive(Debug)]
pub struct Cluster {
    address: SocketAddr,
    executor: Program,
    directory: PathBuf,
    executors: Vec<Process>,
    scheduler: Process,
}

impl Cluster {
    /// Starts the programs of a scheduler, which takes a port, and of executors, which take free ones and write beneath a
    /// directory, and waits until they have found each other.
    ///
    /// # Errors
    ///
    /// Where a process does not start, ends, or is not found in time.
    pub fn start(programs: [Program; 2], directory: &Path, port: u16) -> Result<Self, Failure> {
        let [scheduler, executor] = programs;
        let address = SocketAddr::from((Ipv4Addr::LOCALHOST, port));
        let flags = ["--port".to_owned(), port.to_string(), "--executors".to_owned(), EXECUTORS.to_string()];
        let mut cluster = Self {
            address,
            executor,
            directory: directory.to_owned(),
            executors: Vec::new(),
            scheduler: Process::start(&scheduler, &flags)?,
        };
        for number in 0..EXECUTORS {
            let executor = cluster.executor(number)?;
            cluster.executors.push(executor);
        }
        cluster.wait()?;
        Ok(cluster)
    }

    /// Where the scheduler listens.
    #[must_use]
    pub const fn scheduler(&self) -> SocketAddr {
        self.address
    }

    fn executor(&self, number: usize) -> Result<Process, Failure> {
        let cores = std::thread::available_parallelism()?.get().div_ceil(EXECUTORS);
        let flags = [
            ("--scheduler", self.address.to_string()),
            ("--cores", cores.to_string()),
            ("--directory", self.directory_of(number).display().to_string()),
        ];
        let flags: Vec<String> = flags.into_iter().flat_map(|(flag, value)| [flag.to_owned(), value]).collect();
        Process::start(&self.executor, &flags)
    }

    fn directory_of(&self, number: usize) -> PathBuf {
        self.directory.join(format!("executor-{number}"))
    }

    /// Waits until the scheduler says that it has its executors.
    fn wait(&mut self) -> Result<(), Failure> {
        let start = Instant::now();
        while !is_ready(self.address) {
            if self.executors.iter_mut().chain([&mut self.scheduler]).any(Process::has_ended) {
                return Err("a process of the cluster ended: is one of its ports taken?".into());
            }
            if start.elapsed() > START {
                return Err("the processes of the cluster have not found each other".into());
            }
            std::thread::sleep(Duration::from_millis(50));
        }
        Ok(())
    }

    /// Kills an executor, and takes away what it had written, as where a machine is lost with its disk.
    pub fn kill(&mut self, number: usize) {
        if let Some(executor) = self.executors.get_mut(number) {
            executor.kill();
            let _ = std::fs::remove_dir_all(self.directory_of(number));
        }
    }

    /// Starts an executor in the place of one that was killed.
    ///
    /// # Errors
    ///
    /// Where it does not start.
    pub fn restart(&mut self, number: usize) -> Result<(), Failure> {
        let fresh = self.executor(number)?;
        *self.executors.get_mut(number).ok_or("no such executor")? = fresh;
        Ok(())
    }
}

/// Whether a scheduler answers that it has its executors.
fn is_ready(address: SocketAddr) -> bool {
    let ask = || -> std::io::Result<String> {
        let mut stream = TcpStream::connect_timeout(&address, Duration::from_secs(1))?;
        stream.set_read_timeout(Some(Duration::from_secs(2)))?;
        write!(stream, "GET /readyz HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\n\r\n")?;
        let mut answer = String::new();
        stream.read_to_string(&mut answer)?;
        Ok(answer)
    };
    ask().is_ok_and(|answer| answer.starts_with("HTTP/1.1 200"))
}

/// A port that was free a moment ago.
///
/// # Errors
///
/// Where there is none.
pub fn free_port() -> Result<u16, Failure> {
    Ok(std::net::TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?.local_addr()?.port())
}
