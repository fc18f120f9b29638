"""The validators of the answers that we hold, so that a host need not send again what has not changed.

They lie in the state folder, which may be deleted at any time: without them the whole answer comes.
"""

from __future__ import annotations

import hashlib
import json

from generator.config import Settings
from generator.fetch import Validators

_FILE = "validators.json"


def known(settings: Settings, path: str, content: bytes | None) -> Validators | None:
    """The validators of the answer which the file at `path` is; None when it has none, or was changed since."""
    told = _all(settings).get(path)
    if content is None or not isinstance(told, dict) or told.get("sha256") != _hash(content):
        return None
    return Validators(str(told.get("etag", "")), str(told.get("modified", "")))


def remember(settings: Settings, path: str, content: bytes, validators: Validators) -> None:
    """Keep those of the answer that was written to `path`."""
    told = _all(settings)
    if not validators and told.pop(path, None) is None:
        return
    if validators:
        told[path] = {"sha256": _hash(content), "etag": validators.etag, "modified": validators.modified}
    file = settings.state / _FILE
    file.parent.mkdir(parents=True, exist_ok=True)
    new = file.with_name(f"{_FILE}.new")
    new.write_text(json.dumps(told, indent=1, sort_keys=True), encoding="utf-8")
    new.replace(file)


def _all(settings: Settings) -> dict[str, object]:
    try:
        told = json.loads((settings.state / _FILE).read_bytes())
    except (OSError, ValueError, RecursionError):
        return {}
    return told if isinstance(told, dict) else {}


def _hash(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
