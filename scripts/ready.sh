#!/usr/bin/env bash
# Waits until a message has been answered and prints the address; then sleeps with the others.
source "$(dirname "$0")/common.sh"
"$VENV/bin/python" -m gateway.ready
exec sleep infinity
