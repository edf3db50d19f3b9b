"""Measures the figures of README.md: examples/corpus, embedded DataFusion and the cluster read the same articles in turn.

    cargo build --release && (cd ../corpus && cargo build --release)
    python3 figures.py [--articles 10000,100000] [--runs 3] [--bytes 600] [--only embedded,cluster] [--work DIRECTORY]
    python3 figures.py --cores 2,32      # the cluster alone, with the partitions that so many cores have
    python3 figures.py --files 10,1000   # the cluster alone, on a directory of so many copies of one file

Needs Linux. The binaries are taken from --bin (target/release) and --corpus (../corpus/target/release/corpus).
"""
import argparse
import os
import pathlib
import shutil
import socket
import statistics
import subprocess
import tempfile
import threading
import time
import urllib.error
import urllib.request

SQL = """SELECT unit, count(*) AS quantities, sum(value) AS total
FROM (SELECT unnest(zh_quantities(content)) FROM articles) GROUP BY unit ORDER BY unit"""
EXECUTORS = 2


class Process:
    """A process, and what it took once it has ended."""

    def __init__(self, command, **options):
        self.child = subprocess.Popen([str(part) for part in command], text=True, encoding="utf8", **options)

    def end(self):
        _, status, usage = os.wait4(self.child.pid, 0)
        self.child.returncode = os.waitstatus_to_exitcode(status)
        if self.child.returncode:
            raise SystemExit(f"{self.child.args} ended with {self.child.returncode}")
        return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1000


def run(command):
    """What a command prints, its seconds of processor and its megabytes."""
    process = Process(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    printed = process.child.stdout.read()
    return printed, *process.end()


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def is_ready(port):
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/readyz", timeout=2) as answer:
            return answer.status == 200
    except (urllib.error.URLError, OSError):
        return False


def read_corpus(given, lines, work):
    tables = work / "tables"
    printed, seconds, memory = run([given.corpus, "read", "--quiet", "--id", "id", "-o", tables, lines])
    shutil.rmtree(tables)
    counted = next(line for line in printed.splitlines() if line.startswith("quantities"))
    return {"seconds": seconds, "memory": memory, "count": int(counted.split()[1].replace(",", ""))}


def count(printed):
    cells = [line.split("|") for line in printed.splitlines() if line.startswith("|")]
    return sum(int(row[2]) for row in cells[1:])


def read_embedded(given, packed, _work):
    printed, seconds, memory = run([given.bin / "local", "--articles", packed, "--sql", SQL])
    return {"seconds": seconds, "memory": memory, "count": count(printed), "printed": printed}


def read_cluster(given, packed, work, cores=os.cpu_count()):
    port = free_port()
    options = {"stdin": subprocess.PIPE, "stderr": subprocess.DEVNULL}
    servers = [Process([given.bin / "scheduler", "--until-stdin-ends", "--port", port, "--executors", EXECUTORS], **options)]
    directories = [work / f"executor-{number}" for number in range(EXECUTORS)]
    for directory in directories:
        servers.append(Process(
            [given.bin / "executor", "--until-stdin-ends", "--scheduler", f"127.0.0.1:{port}",
             "--cores", max(1, os.cpu_count() // EXECUTORS), "--directory", directory], **options))
    while not is_ready(port):
        time.sleep(0.05)
    client = [given.bin / "client", "--scheduler", f"127.0.0.1:{port}", "--articles", packed, "--cores", cores]
    with Watch(directories) as watch:
        printed, client_seconds, client_memory = run([*client, "--sql", SQL])
    taken = []
    for server in servers:
        server.child.stdin.close()
        taken.append(server.end())
    for directory in directories:
        shutil.rmtree(directory)
    scheduler, *executors = taken
    return {
        "seconds": client_seconds + sum(seconds for seconds, _ in taken), "memory": max(memory for _, memory in executors),
        "count": count(printed), "printed": printed, "scheduler": scheduler, "client": (client_seconds, client_memory),
        "files": watch.files, "written": watch.written,
    }


class Watch(threading.Thread):
    """The most files and bytes that stand in directories at a time, as seen ten times a second: executors remove what
    they wrote when the job is done."""

    def __init__(self, directories):
        super().__init__(daemon=True)
        self.directories, self.files, self.written, self.ended = directories, 0, 0, threading.Event()

    def __enter__(self):
        self.start()
        return self

    def __exit__(self, *_):
        self.ended.set()
        self.join()

    def run(self):
        while not self.ended.wait(0.1):
            sizes = [size for directory in self.directories for size in sizes_in(directory)]
            self.files, self.written = max(self.files, len(sizes)), max(self.written, sum(sizes))


def sizes_in(directory):
    for folder, _, names in os.walk(directory):
        for name in names:
            try:
                yield os.stat(os.path.join(folder, name)).st_size
            except FileNotFoundError:
                pass


def spread(numbers, form):
    numbers = sorted(numbers)
    shown = numbers if len(numbers) < 2 else [numbers[0], statistics.median(numbers), numbers[-1]]
    return " / ".join(format(number, form) for number in shown)


def measure(given, articles, lines, packed, work):
    systems = {"corpus": (read_corpus, lines), "embedded": (read_embedded, packed), "cluster": (read_cluster, packed)}
    taken = {name: [] for name in given.only.split(",")}
    for _ in range(given.runs):
        for name, runs in taken.items():
            read, source = systems[name]
            start = time.monotonic()
            runs.append(read(given, source, work) | {"wall": time.monotonic() - start})
        latest = [runs[-1] for runs in taken.values()]
        if len({run["count"] for run in latest}) > 1 or len({run["printed"] for run in latest if "printed" in run}) > 1:
            raise SystemExit("the rows differ")
    for name, runs in taken.items():
        ratios = [base["seconds"] / other["seconds"] for base, other in zip(taken.get("corpus", []), runs)]
        print(f"| {articles:,} | {name} | {spread([run['seconds'] for run in runs], '.1f')} "
              f"| {spread([1000 * run['seconds'] / articles for run in runs], '.2f')} | {spread(ratios, '.2f')} "
              f"| {spread([run['memory'] for run in runs], '.0f')} | {spread([run['wall'] for run in runs], '.0f')} |", flush=True)
    print(f"  {lines.stat().st_size:,} bytes of JSON lines, {packed.stat().st_size:,} of Parquet, {latest[-1]['count']:,} quantities")
    for last in taken.get("cluster", [])[-1:]:
        print(f"  between executors {last['written']:,} bytes in {last['files']} files; scheduler {last['scheduler'][0]:.1f} s, "
              f"{last['scheduler'][1]:.0f} MB; client {last['client'][0]:.1f} s, {last['client'][1]:.0f} MB", flush=True)


def cluster_row(given, first, packed, work, cores):
    taken, walls = [], []
    for _ in range(given.runs):
        start = time.monotonic()
        taken.append(read_cluster(given, packed, work, cores))
        walls.append(time.monotonic() - start)
    schedulers, clients = ([run[name] for run in taken] for name in ("scheduler", "client"))
    print(f"| {first:,} | {taken[-1]['count']:,} | {spread(walls, '.1f')} | {spread([run['seconds'] for run in taken], '.1f')} "
          f"| {spread([seconds for seconds, _ in schedulers], '.2f')} | {spread([memory for _, memory in schedulers], '.0f')} "
          f"| {spread([seconds for seconds, _ in clients], '.2f')} | {spread([memory for _, memory in clients], '.0f')} "
          f"| {taken[-1]['files']} | {taken[-1]['written']:,} |", flush=True)


def of_partitions(given, packed, work):
    for cores in map(int, given.cores.split(",")):
        cluster_row(given, 4 * cores, packed, work, cores)


def of_files(given, packed, work):
    directory = work / "files"
    directory.mkdir()
    made = 0
    for files in map(int, given.files.split(",")):
        for made in range(made, files):
            shutil.copyfile(packed, directory / f"{made:07}.parquet")
        made = files
        cluster_row(given, files, directory, work, os.cpu_count())
    shutil.rmtree(directory)


def main():
    flags = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    flags.add_argument("--articles", default="10000,100000")
    flags.add_argument("--runs", type=int, default=3)
    flags.add_argument("--bytes", default="600")
    flags.add_argument("--only", default="corpus,embedded,cluster")
    flags.add_argument("--cores")
    flags.add_argument("--files")
    flags.add_argument("--work", type=pathlib.Path)
    flags.add_argument("--bin", type=pathlib.Path, default="target/release")
    flags.add_argument("--corpus", type=pathlib.Path, default="../corpus/target/release/corpus")
    given = flags.parse_args()
    with tempfile.TemporaryDirectory(dir=given.work) as directory:
        work = pathlib.Path(directory)
        for articles in map(int, given.articles.split(",")):
            lines, packed = work / f"{articles}.jsonl", work / f"{articles}.parquet"
            run([given.corpus, "make", "--articles", articles, "--size", given.bytes, "-o", lines])
            run([given.bin / "pack", "-o", packed, lines])
            if given.cores:
                of_partitions(given, packed, work)
            elif given.files:
                of_files(given, packed, work)
            else:
                measure(given, articles, lines, packed, work)
            lines.unlink()
            packed.unlink()


main()
