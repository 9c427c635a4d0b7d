"""`make stop`: end the local cloud; its data stays in .local/."""

from __future__ import annotations

from infra.local import running
from infra.local.cloud import Options
from infra.local.places import Home


def main() -> None:
    """Say whether there was anything to stop."""
    there = running.stop(Home(Options().state_dir))
    print("The local cloud is stopped." if there else "The local cloud was not running.")


if __name__ == "__main__":
    main()
