"""Show the site while it is made: MkDocs serves and reloads, we make the pages again as things change."""

from __future__ import annotations

import socket
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from generator.config import CONFIG, Settings
from generator.fingerprint import times, times_of_file
from generator.problems import CannotGoOn, Level, Place, Problem
from generator.publish import environment

LOOK_EVERY = 0.5  # seconds; a change is acted upon when it has been quiet for as long
_HOST = "127.0.0.1"  # only this machine
_PACKAGE = Path(__file__).parent


def serve(settings: Settings, port: int, say: Callable[[str], None]) -> None:
    """Build, serve at `port` of this machine only, and rebuild until interrupted.

    Raises CannotGoOn if the first build cannot go on; later faults are shown, and serving goes on.
    """
    _refuse_taken(port)
    if _build(settings) == 2:
        raise CannotGoOn(
            Problem(
                Level.ERROR,
                "serve-no-build",
                "There is nothing to serve yet.",
                Place(str(settings.root)),
                "Mend what the build says above, then serve again.",
            )
        )
    with subprocess.Popen(_server(settings, port), cwd=settings.root, env=environment()) as server:  # noqa: S603
        say(f"Serving at http://{_HOST}:{port}/, watching {settings.shown(settings.library)}/. Ctrl-C ends.")
        try:
            _watch(settings, server, say)
        except KeyboardInterrupt:
            say("Ended.")
        finally:
            server.terminate()
    if server.returncode not in (0, -15, 130, -2):
        raise CannotGoOn(
            Problem(
                Level.ERROR,
                "serve-ended",
                "MkDocs stopped serving; what it said stands above.",
                Place(CONFIG),
                "Mend what it names, then serve again.",
            )
        )


def _refuse_taken(port: int) -> None:
    with socket.socket() as asked:
        asked.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            asked.bind((_HOST, port))
        except OSError:
            hint = f"Choose another port: papershelf serve --port {port + 1}"
            message = "Something else listens there already."
            raise CannotGoOn(Problem(Level.ERROR, "serve-port", message, Place(_HOST, port), hint)) from None


def sources(settings: Settings) -> str:
    """A hash over all that pages are made of: the library, the settings, and the generator itself."""
    return times(settings.library) + times(_PACKAGE) + times_of_file(settings.file)


def _watch(settings: Settings, server: subprocess.Popen[bytes], say: Callable[[str], None]) -> None:
    built = seen = sources(settings)
    while server.poll() is None:
        time.sleep(LOOK_EVERY)
        now = sources(settings)
        if now != built and now == seen:  # changed, and quiet since the last look
            say("Something changed; making the pages again.")
            _build(settings)
            built = now
        seen = now


def _build(settings: Settings) -> int:
    """Build in a process of its own: changed templates and code are taken up, a fault ends only the build."""
    start = "import sys; sys.path.insert(0, sys.argv.pop(1)); from generator.cli import run; run()"
    command = [
        sys.executable,
        "-P",
        "-c",
        start,
        str(_PACKAGE.parent),
        "build",
        "--no-site",
        str(settings.root),
    ]
    return subprocess.run(command, check=False).returncode  # noqa: S603 - our own interpreter, no shell


def _server(settings: Settings, port: int) -> list[str]:
    # --livereload must be said: with newer versions of click MkDocs 1.6 takes its default for "off".
    return [
        sys.executable,
        "-P",
        "-m",
        "mkdocs",
        "serve",
        "--config-file",
        CONFIG,
        "--livereload",
        "--dev-addr",
        f"{_HOST}:{port}",
        "--watch",
        str(settings.theme),
    ]
