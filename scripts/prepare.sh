#!/usr/bin/env bash
# Makes what the processes need from what is in the repository; re-does only what changed.
source "$(dirname "$0")/common.sh"
PYTHON=$VENV/bin/python
STAMPS=$EVERYCOACH_HOME/stamps
mkdir -p "$EVERYCOACH_HOME" "$STAMPS"

# The installation's own settings, readable by its owner only.
if [ ! -f "$EVERYCOACH_HOME/environment" ]; then
  (umask 077 && cat >"$EVERYCOACH_HOME/environment" <<SETTINGS
# Settings of this installation. For employees set the mode to production and make your own key:
#   .venv/bin/coach key
EVERYCOACH_MODE=development
EVERYCOACH_INTERNAL_SECRET=$("$PYTHON" -c 'import secrets; print(secrets.token_urlsafe(32))')
SETTINGS
  )
fi

ENCODER=$EVERYCOACH_HOME/models/sentence-encoder
if [ ! -f "$ENCODER/model.onnx" ] || ! fresh "$STAMPS/encoder" knowledge/search/export.py knowledge/search/token_projection.npy requirements/runtime.lock; then
  step "exporting the sentence encoder"
  "$PYTHON" -m knowledge.search.export
  digest knowledge/search/export.py knowledge/search/token_projection.npy requirements/runtime.lock >"$STAMPS/encoder"
fi

if [ ! -f "$EVERYCOACH_HOME/models/writer.gguf" ] || ! fresh "$STAMPS/writer" knowledge/writing/adapter/adapter.safetensors knowledge/writing/adapter/merge.py; then
  step "merging the writer's adapter into its weights"
  "$PYTHON" -m knowledge.writing.adapter.merge
  digest knowledge/writing/adapter/adapter.safetensors knowledge/writing/adapter/merge.py >"$STAMPS/writer"
fi

"$PYTHON" -m actions.storage.database

"$VENV/bin/coach" library publish >&2

# Skills and titles of the library are names that Rasa finds in messages.
NAMES=$EVERYCOACH_HOME/nlu/names.yml
mkdir -p "$EVERYCOACH_HOME/nlu"
"$PYTHON" -m knowledge.names >"$NAMES.new"
mv "$NAMES.new" "$NAMES"

MODELS=$EVERYCOACH_HOME/models/rasa
if [ -z "$(ls "$MODELS"/*.tar.gz 2>/dev/null)" ] || ! fresh "$STAMPS/rasa" config.yml bot "$NAMES" "$ENCODER/model.onnx"; then
  step "training Rasa (about a minute)"
  source scripts/environment.sh
  "$BOT_VENV/bin/python" -m bot train --quiet --config config.yml --domain bot/domain --data bot/data "$NAMES" \
    --out "$MODELS" --fixed-model-name "everycoach-$(date +%Y%m%d%H%M%S)" >"$EVERYCOACH_HOME/train.log" 2>&1 ||
    fail "training Rasa failed: see $EVERYCOACH_HOME/train.log"
  ls -t "$MODELS"/*.tar.gz | tail -n +4 | xargs -r rm --
  digest config.yml bot "$NAMES" "$ENCODER/model.onnx" >"$STAMPS/rasa"
fi
