"""A program that publishes, packs and installs for ever, and says what it begins and has done."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path

from hall_app.domain.kinds import Kind
from hall_app.paths import Paths
from hall_app.publishing.installing import install
from hall_app.publishing.package import write_package
from tests.publishing.making import NOW, Home, text


def main(folder: Path) -> None:
    home = Home.at(folder / "home", seed=int(sys.argv[2]))
    trust = home.trust.load()
    kiosk = Paths(folder / "kiosk")
    keyring = home.keyring()
    while True:
        event = home.store.all(Kind.EVENT)[0]
        home.put(replace(event, title=text(f"版本 {home.store.version}")))
        say("begins publish")
        release = home.publish(keyring=keyring)
        number = release.manifest.number
        say(f"done publish {number}")
        package = folder / f"{number}.hall"
        say("begins export")
        write_package(release, package)
        say(f"done export {number}")
        say("begins install")
        install(package, kiosk, now=NOW, accepted=(trust.fingerprint,))
        say(f"done install {number}")


def say(words: str) -> None:
    sys.stdout.write(words + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
