#!/usr/bin/env bash
# The browser tests drive Debian's Chromium: Playwright's own build is not on every network.
set -euo pipefail

if command -v chromium chromium-browser google-chrome >/dev/null; then
  exit 0
fi
if ! command -v apt-get >/dev/null; then
  echo "The browser tests need Chromium on PATH (chromium, chromium-browser or google-chrome)." >&2
  exit 1
fi
as_root=()
if [ "$(id -u)" -ne 0 ]; then
  as_root=(sudo --non-interactive)
fi
echo "· Chromium (apt-get)"
if ! { "${as_root[@]}" apt-get update -qq && "${as_root[@]}" apt-get install -y -qq --no-install-recommends chromium; } >/dev/null; then
  echo "Could not install Chromium. Install it by hand: apt-get install chromium" >&2
  exit 1
fi
