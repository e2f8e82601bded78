#!/usr/bin/env bash
# Style, types and the rules of the house; needs 'make install' first.
source "$(dirname "$0")/common.sh"
"$VENV/bin/ruff" check .
"$VENV/bin/ruff" format --check .
"$VENV/bin/mypy"
"$VENV/bin/lint-imports" --no-logo 2>/dev/null || "$VENV/bin/lint-imports"
