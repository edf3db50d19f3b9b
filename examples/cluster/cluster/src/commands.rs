//! What the binaries do: each takes its flags and runs.

use std::io::Read as _;
use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use datafusion::arrow::record_batch::RecordBatch;
use datafusion::error::Result as Answered;
use lexopt::{Arg, Parser, ValueExt as _};

use crate::flags::Asked;
use crate::processes::{Cluster, Program};
use crate::servers::{Executor, Scheduler};
use crate::{Failure, block_on, client, corpus, servers, session, shown};

/// The port of the scheduler unless flags say otherwise.
const PORT: u16 = 50050;

/// Seconds after which a job without rows is given up, unless flags say otherwise.
const PATIENCE: u64 = 300;

const LOOPBACK: IpAddr = IpAddr::V4(Ipv4Addr::LOCALHOST);

fn cores() -> usize {
    std::thread::available_parallelism().map_or(1, usize::from)
}

/// Partitions for a number of cores: some more than cores, so that none waits long for the last.
fn partitions(cores: usize) -> usize {
    cores * 4
}

/// So many seconds; none is for ever.
fn time(seconds: u64) -> Option<Duration> {
    (seconds > 0).then(|| Duration::from_secs(seconds))
}

/// Messages go to standard error, as `RUST_LOG` asks; where it does not, errors of Ballista, and jobs that are submitted again.
fn log() {
    env_logger::Builder::from_env(env_logger::Env::default().default_filter_or("error,cluster=warn")).init();
}

/// Ends the process where standard input ends, which is when who started it has gone.
fn end_with_parent() {
    std::thread::spawn(|| {
        let _ = std::io::stdin().read_to_end(&mut Vec::new());
        std::process::exit(0);
    });
}

/// `scheduler [--host ADDRESS] [--port PORT] [--executors COUNT] [--until-stdin-ends]`
///
/// # Errors
///
/// Where a flag is unknown, and those of the scheduler.
pub fn scheduler(mut flags: Parser) -> Result<(), Failure> {
    log();
    let mut of = Scheduler { address: SocketAddr::new(LOOPBACK, PORT), executors: 1 };
    while let Some(flag) = flags.next()? {
        match flag {
            Arg::Long("host") => of.address.set_ip(flags.value()?.parse()?),
            Arg::Long("port") => of.address.set_port(flags.value()?.parse()?),
            Arg::Long("executors") => of.executors = flags.value()?.parse()?,
            Arg::Long("until-stdin-ends") => end_with_parent(),
            other => return Err(other.unexpected().into()),
        }
    }
    block_on(servers::scheduler(of))
}

/// `executor [--host ADDRESS] [--port PORT] [--task-port PORT] [--scheduler ADDRESS:PORT] [--cores COUNT]
/// [--directory PATH] [--until-stdin-ends]`
///
/// # Errors
///
/// Where a flag is unknown, and those of the executor.
pub fn executor(mut flags: Parser) -> Result<(), Failure> {
    log();
    let mut of = Executor {
        host: LOOPBACK,
        port: None,
        task_port: None,
        scheduler: SocketAddr::new(LOOPBACK, PORT),
        cores: cores(),
        directory: std::env::temp_dir(),
    };
    while let Some(flag) = flags.next()? {
        match flag {
            Arg::Long("host") => of.host = flags.value()?.parse()?,
            Arg::Long("port") => of.port = Some(flags.value()?.parse()?),
            Arg::Long("task-port") => of.task_port = Some(flags.value()?.parse()?),
            Arg::Long("scheduler") => of.scheduler = flags.value()?.parse()?,
            Arg::Long("cores") => of.cores = flags.value()?.parse()?,
            Arg::Long("directory") => of.directory = flags.value()?.into(),
            Arg::Long("until-stdin-ends") => end_with_parent(),
            other => return Err(other.unexpected().into()),
        }
    }
    block_on(servers::executor(of))
}

/// The articles that are asked for: a path, or the built-in ones, which are written to a directory.
fn articles(asked: &Asked, directory: &Path) -> Result<PathBuf, Failure> {
    match &asked.articles {
        Some(path) => Ok(path.canonicalize()?),
        None => {
            let path = directory.join("articles.parquet");
            corpus::write(&corpus::built_in()?, &path)?;
            Ok(path)
        }
    }
}

/// Runs what is asked, and prints questions, rows and seconds.
async fn answer(asked: &Asked, run: impl AsyncFn(&str) -> Answered<Vec<RecordBatch>>) -> Result<(), Failure> {
    for query in &asked.queries {
        let start = Instant::now();
        let rows = run(&query.sql).await?;
        let seconds = start.elapsed().as_secs_f64();
        // apart from the rows, which are the same each time
        eprintln!("{seconds:.2} seconds");
        let question = if query.question.is_empty() { String::new() } else { format!("{}\n", query.question) };
        println!("{question}{}\n", shown::table(&rows)?);
    }
    Ok(())
}

/// `local [--articles PATH] [--sql QUERY | --question NUMBER] [--cores COUNT]`
///
/// # Errors
///
/// Where a flag is unknown, and those of `DataFusion`.
pub fn local(flags: Parser) -> Result<(), Failure> {
    log();
    let mut cores = cores();
    let asked = Asked::read(flags, |name, flags| {
        match name {
            "cores" => cores = flags.value()?.parse()?,
            _ => return Ok(false),
        }
        Ok(true)
    })?;
    let directory = Scratch::new()?;
    let articles = articles(&asked, &directory.0)?;
    block_on(async {
        let context = session::embedded(&articles, partitions(cores)).await?;
        answer(&asked, async |sql| session::rows(&context, sql).await).await
    })
}

/// `client --articles PATH [--scheduler ADDRESS:PORT] [--sql QUERY | --question NUMBER] [--cores COUNT]
/// [--patience SECONDS]`
///
/// # Errors
///
/// Where a flag is unknown, and those of Ballista.
pub fn client(flags: Parser) -> Result<(), Failure> {
    log();
    let (mut cores, mut patience) = (cores(), PATIENCE);
    let mut scheduler = SocketAddr::new(LOOPBACK, PORT);
    let asked = Asked::read(flags, |name, flags| {
        match name {
            "patience" => patience = flags.value()?.parse()?,
            "cores" => cores = flags.value()?.parse()?,
            "scheduler" => scheduler = flags.value()?.parse()?,
            _ => return Ok(false),
        }
        Ok(true)
    })?;
    let articles = asked.articles.as_deref().ok_or("--articles is missing: a path that all machines read")?;
    block_on(async {
        let context = client::connect(scheduler, articles, partitions(cores)).await?;
        answer(&asked, async |sql| client::rows(&context, sql, time(patience)).await).await
    })
}

/// `up [--port PORT] [--articles PATH] [--sql QUERY | --question NUMBER] [--patience SECONDS]`: a scheduler and two executors
/// on the loopback interface, each a process, and the questions asked of them. The executors take free ports.
///
/// # Errors
///
/// Where a flag is unknown, a process does not start, and those of Ballista.
pub fn up(flags: Parser) -> Result<(), Failure> {
    log();
    let (mut port, mut patience) = (PORT, PATIENCE);
    let asked = Asked::read(flags, |name, flags| {
        match name {
            "patience" => patience = flags.value()?.parse()?,
            "port" => port = flags.value()?.parse()?,
            _ => return Ok(false),
        }
        Ok(true)
    })?;
    let directory = Scratch::new()?;
    let articles = articles(&asked, &directory.0)?;
    let cluster = Cluster::start(own_roles()?, &directory.0, port)?;
    eprintln!("a scheduler at {} and two executors", cluster.scheduler());
    block_on(async {
        let context = client::connect(cluster.scheduler(), &articles, partitions(cores())).await?;
        answer(&asked, async |sql| client::rows(&context, sql, time(patience)).await).await
    })
}

/// This program, in the roles of scheduler and executor.
fn own_roles() -> Result<[Program; 2], Failure> {
    let own = std::env::current_exe()?;
    Ok(["scheduler", "executor"].map(|role| Program { path: own.clone(), role: Some(role) }))
}

/// `pack LINES.jsonl… -o FILE.parquet`
///
/// # Errors
///
/// Where a flag is unknown or a file cannot be read or written.
pub fn pack(mut flags: Parser) -> Result<(), Failure> {
    log();
    let (mut lines, mut packed) = (Vec::new(), None);
    while let Some(flag) = flags.next()? {
        match flag {
            Arg::Value(path) => lines.push(path.string()?),
            Arg::Short('o') | Arg::Long("out") => packed = Some(flags.value()?.string()?),
            other => return Err(other.unexpected().into()),
        }
    }
    let packed = packed.ok_or("-o is missing: the Parquet file to write")?;
    if lines.is_empty() {
        return Err("no file of JSON lines".into());
    }
    println!("{} articles", block_on(corpus::pack(lines, &packed))?);
    Ok(())
}

/// A directory for the time of a command.
struct Scratch(PathBuf);

impl Scratch {
    fn new() -> Result<Self, Failure> {
        let path = std::env::temp_dir().join(format!("wanyi-cluster-{}", std::process::id()));
        std::fs::create_dir_all(&path)?;
        Ok(Self(path))
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        // what is left of a directory of temporary files harms nobody
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

/// Runs the role that the first argument names, else the command: one program has all roles, so that `cargo run` of it
/// builds what it starts.
///
/// # Errors
///
/// Those of the command.
pub fn role_or(command: fn(Parser) -> Result<(), Failure>, flags: Parser) -> Result<(), Failure> {
    let mut rest = flags.clone();
    match rest.next()? {
        Some(Arg::Value(role)) if role == "scheduler" => scheduler(rest),
        Some(Arg::Value(role)) if role == "executor" => executor(rest),
        _ => command(flags),
    }
}

/// The end of a process: what failed is said in one line.
#[must_use]
pub fn end(result: Result<(), Failure>) -> std::process::ExitCode {
    match result {
        Ok(()) => std::process::ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error}");
            std::process::ExitCode::FAILURE
        }
    }
}
