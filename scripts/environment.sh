# What Rasa's process reads from its environment; sourced after common.sh.
eval "$("$VENV/bin/python" -m actions.environment)"
export RASA_TELEMETRY_ENABLED=false
export PYTHONPATH=. RASA_CACHE_DIRECTORY="$EVERYCOACH_HOME/rasa-cache"
# Rasa's dependencies are old: their deprecations are known and would hide what matters.
export PYTHONWARNINGS=ignore TF_CPP_MIN_LOG_LEVEL=3 SQLALCHEMY_SILENCE_UBER_WARNING=1 SANIC_LOGO=""
