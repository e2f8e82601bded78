#!/usr/bin/env bash
# The figures that the README quotes and that need no other data; 'make up' has to be running in another terminal.
source "$(dirname "$0")/common.sh"
set -x
"$VENV/bin/coach" bench turn
"$VENV/bin/coach" bench turn --users 4 --written 0.3 --turns 10
"$VENV/bin/coach" bench understanding --train bot/data/nlu --folds 4
"$VENV/bin/coach" bench retrieval
"$VENV/bin/coach" bench indexing
"$VENV/bin/coach" bench index
"$VENV/bin/coach" bench writing
"$VENV/bin/coach" bench support --cases benchmarks/data/support.jsonl
"$VENV/bin/coach" bench safety --cases benchmarks/data/safety-test.jsonl
