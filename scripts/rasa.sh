#!/usr/bin/env bash
# Starts Rasa on loopback with the newest model.
source "$(dirname "$0")/common.sh"
source scripts/environment.sh
exec "$BOT_VENV/bin/python" -m bot run --interface 127.0.0.1 --port "$EVERYCOACH_RASA_PORT" \
  --model "$EVERYCOACH_HOME/models/rasa" --endpoints bot/endpoints.yml --credentials bot/credentials.yml \
  --quiet
