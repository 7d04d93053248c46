#!/bin/sh
# start bot|worker [arguments]: what only compose can mix up is refused in words; then the program takes over.
# Refused here and not before the start of everything, so that a wrong value stops only the process that reads it.
set -eu

refuse() {
  printf '\nThe %s does not start: %s\n\n' "$program" "$*" >&2
  exit 1
}

program=$1
case $program in
  bot) key=BOT_TOKEN value=${BOT_TOKEN:-}${BOT_TOKEN_FILE:-} ;;
  worker) key=KIE_AI_API_KEY value=${KIE_AI_API_KEY:-}${KIE_AI_API_KEY_FILE:-}${KIE_AI_API_KEYS:-}${KIE_AI_API_KEYS_FILE:-} ;;
  *) refuse "it is neither bot nor worker." ;;
esac

# The demo's own step writes this file, and the simulators start after it.
if [ -e starreel.toml ]; then
  [ -z "$value" ] || refuse "$key is set, but the volumes hold a demo, and play money never mixes with real money." \
    "Remove the demo with 'docker compose -f deploy/docker-compose.yml --profile demo down -v'."
  getent hosts simulators >/dev/null || refuse "$key is not set: set it in deploy/.env." \
    "Or go on with the demo by --profile demo."
elif [ -z "$value" ]; then
  refuse "$key is not set: set it in deploy/.env, which starts as a copy of deploy/.env.example." \
    "Or play without keys by --profile demo."
fi
exec "$@"
