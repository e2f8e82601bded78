#!/usr/bin/env bash
# Runs every test of both environments; the last line is pytest's summary.
source "$(dirname "$0")/common.sh"

chromium() {
  command -v chromium >/dev/null && return
  if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    step "installing Chromium for the browser tests"
    (apt-get update && apt-get install -y --no-install-recommends chromium) >"$EVERYCOACH_HOME/chromium.log" 2>&1 && return
  fi
  echo "no Chromium here: the browser tests are skipped" >&2
}

scripts/install.sh --dev
mkdir -p "$EVERYCOACH_HOME"
chromium
scripts/prepare.sh

step "tests of Rasa's side (Python 3.10)"
PYTHONPATH=. PYTHONWARNINGS=ignore TF_CPP_MIN_LOG_LEVEL=3 RASA_TELEMETRY_ENABLED=false \
  "$BOT_VENV/bin/python" -m pytest tests/bot -q
scripts/understanding.sh
step "all other tests (Python 3.11)"
exec "$VENV/bin/python" -m pytest --ignore tests/bot
