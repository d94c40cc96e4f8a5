"""A real PostgreSQL for the tests: in a folder of its own, on a socket of its own, gone afterwards."""

import os
import pwd
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple

import psycopg

PASSWORDS = {"owner": "correct horse battery staple", "reader": "a reader only reads"}
_SETTINGS = {
    "listen_addresses": "",
    "fsync": "off",
    "full_page_writes": "off",
    "max_connections": "20",
    "shared_buffers": "64MB",
}
_START_SECONDS = 30


class PostgresServer(NamedTuple):
    """How tests reach it. The owner may do all; the reader only what a test grants."""

    folder: Path

    def dsn(self, user: str = "reader") -> str:
        return f"host={self.folder} port=5432 dbname=postgres user={user}"

    def connections(self, folder: Path, more: str = "") -> Path:
        """A file in which this server is called warehouse, for the reader."""
        path = folder / "connections.toml"
        path.write_text(
            f'[warehouse]\nkind = "postgresql"\ndsn = "{self.dsn()} {more}"\n'
            f'password = "{PASSWORDS["reader"]}"\n'
        )
        return path

    def owner(self) -> "psycopg.Connection[tuple[Any, ...]]":
        return psycopg.connect(self.dsn("owner"), password=PASSWORDS["owner"], autocommit=True)


def installed() -> Path | None:
    """The folder of the newest installed server."""
    packaged = sorted(
        Path("/usr/lib/postgresql").glob("*/bin"), key=lambda path: int(path.parts[-2])
    )
    on_path = shutil.which("initdb")
    return packaged[-1] if packaged else Path(on_path).parent if on_path else None


@contextmanager
def postgres_server(programs: Path) -> Iterator[PostgresServer]:
    folder = Path(tempfile.mkdtemp(prefix="postgres-"))  # a short name: that of a socket is limited
    start_as = _not_root(folder)
    try:
        _make(programs, folder, start_as)
        options = [f"-c{name}={value}" for name, value in _SETTINGS.items()]
        command = [str(programs / "postgres"), "-D", str(folder / "data"), "-k", str(folder)]
        with (folder / "log").open("w") as log:
            process = subprocess.Popen([*command, *options], stdout=log, stderr=log, **start_as)
            try:
                server = PostgresServer(folder)
                _wait_for(server, process)
                with server.owner() as owner:
                    owner.execute(f"CREATE ROLE reader LOGIN PASSWORD '{PASSWORDS['reader']}'")
                yield server
            finally:
                process.send_signal(signal.SIGINT)  # a fast shutdown: it does not wait for clients
                process.wait(timeout=_START_SECONDS)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _not_root(folder: Path) -> dict[str, Any]:
    """PostgreSQL refuses to run as root, which tests in a container often do."""
    if os.geteuid() != 0:
        return {}
    nobody = pwd.getpwnam("nobody")
    os.chown(folder, nobody.pw_uid, nobody.pw_gid)
    return {"user": nobody.pw_uid, "group": nobody.pw_gid, "extra_groups": [], "cwd": folder}


def _make(programs: Path, folder: Path, start_as: dict[str, Any]) -> None:
    secret = folder / "password"
    secret.write_text(PASSWORDS["owner"])
    secret.chmod(0o644)  # inside a folder that only its owner can enter
    command = [programs / "initdb", "-D", folder / "data", "-U", "owner", "--pwfile", secret]
    subprocess.run(
        [*command, "--auth=scram-sha-256", "--encoding=UTF8", "--locale=C", "--no-sync"],
        check=True,
        capture_output=True,
        **start_as,
    )


def _wait_for(server: PostgresServer, process: "subprocess.Popen[bytes]") -> None:
    end = time.monotonic() + _START_SECONDS
    while True:
        try:
            server.owner().close()
        except psycopg.OperationalError:
            if process.poll() is not None or time.monotonic() > end:
                raise
            time.sleep(0.05)
        else:
            return
