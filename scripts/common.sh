# Shared by the scripts: where things are, and how to say what is wrong in one line.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

VENV=.venv
BOT_VENV=bot/.venv
export EVERYCOACH_HOME="${EVERYCOACH_HOME:-$PWD/var}"

fail() {
  echo "error: $*" >&2
  exit 2
}

step() {
  echo "==> $*" >&2
}

# fresh STAMP FILE...: succeeds when STAMP was written for exactly these files.
fresh() {
  local name=$1
  shift
  [ "$(cat "$name" 2>/dev/null)" = "$(digest "$@")" ]
}

digest() {
  # Names count as well as contents, so that a file that went away is noticed.
  find "$@" -type f ! -path '*/.venv/*' ! -path '*/__pycache__/*' -print0 | sort -z |
    xargs -0 sha256sum | sha256sum | cut -d' ' -f1
}
