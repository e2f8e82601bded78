#!/usr/bin/env bash
# Installs what is missing, makes what changed, and starts everything in the foreground.
source "$(dirname "$0")/common.sh"
scripts/install.sh
"$VENV/bin/python" -m gateway.ports
scripts/prepare.sh
step "starting; Ctrl-C stops everything"
exec "$VENV/bin/honcho" -f scripts/Procfile start
