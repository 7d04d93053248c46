#!/bin/sh
# Runs to its end before anything else starts, at every `docker compose up`.
#   setup        makes the passwords of RabbitMQ, Redis and Grafana, once, and refuses settings that cannot work
#   setup demo   before that, in the demo: points the bot and the workers to the simulators
# KEYS holds a word for every key that is set, and no key.
# Nothing here needs root, and running it again changes nothing.
set -eu
umask 077

# Without the space beside a key that is not set.
KEYS=${KEYS# }
KEYS=${KEYS% }

settings=/run/starreel
redis=/volumes/redis-settings
rabbitmq=/volumes/rabbitmq-settings
grafana=/volumes/grafana-settings

refuse() {
  printf '\nStarreel does not start: %s\n\n' "$*" >&2
  exit 1
}

# What the demo cannot be is left for `setup` to refuse, because Compose lets it run all the same.
refuse_demo() {
  printf '%s' "$*" > "$settings/demo-refused"
  exit 0
}

# What is read by others appears at once and whole, and is on the disk before anybody uses it.
# $1 = file, $2 = mode; the text comes from the standard input
put() {
  cat > "$1.new"
  chmod "$2" "$1.new"
  sync "$1.new"
  mv "$1.new" "$1"
}

# $1 = file; prints the password in it, which is made if there is none
password() {
  [ -s "$1" ] || od -A n -N 24 -t x1 /dev/urandom | tr -d ' \n' | put "$1" "${2:-0400}"
  cat "$1"
}

demo() {
  [ -z "$KEYS" ] || refuse_demo "the demo simulates Telegram and KIE.ai, but a key is set ($KEYS)." \
    "Leave --profile demo out; or play beside the real bot with" \
    "'docker compose -p starreel-demo --env-file /dev/null -f deploy/docker-compose.yml --profile demo up'."
  [ ! -e "$settings/real" ] || refuse_demo "the volumes hold the data of a real bot." \
    "Play beside it, with '-p starreel-demo' after 'docker compose'."
  put "$settings/starreel.toml" 0400 <<TOML
# The demo, written by setup.
bot_token = "7000000001:simulated-token-that-opens-nothing-real"
kie_ai_api_key = "simulated"
telegram_api_url = "http://simulators:8090"
kie_api_url = "http://simulators:8090"
kie_upload_url = "http://simulators:8090"
webhook_url = "http://caddy"
TOML
  touch "$settings/demo-starts"
}

check() {
  if [ -e "$settings/demo-refused" ]; then
    reason=$(cat "$settings/demo-refused")
    rm "$settings/demo-refused"
    refuse "$reason"
  fi
  if [ -e "$settings/starreel.toml" ]; then
    [ -z "$KEYS" ] || refuse "a key is set ($KEYS), but the volumes hold a demo, and play money never mixes with real money." \
      "Remove the demo with 'docker compose -f deploy/docker-compose.yml --profile demo down -v'."
    # Only the demo's own step leaves this word, at each start: without it nobody has asked for the simulators.
    [ -e "$settings/demo-starts" ] || refuse "BOT_TOKEN and KIE_AI_API_KEY are not set: set them in deploy/.env." \
      "Or go on with the demo by --profile demo."
    rm "$settings/demo-starts"
    return
  fi
  for key in BOT_TOKEN KIE_AI_API_KEY; do
    case " $KEYS " in
      *" $key "*) ;;
      *) refuse "$key is not set: set it in deploy/.env, which starts as a copy of deploy/.env.example." \
        "Or play without keys by --profile demo." ;;
    esac
  done
  case "$WEBHOOK_URL" in
    *://*/?*) refuse "WEBHOOK_URL must end after the name, as in https://bot.example.org: Caddy serves no folder of it." ;;
    https://*)
      [ -n "$HTTPS_PORT$CADDY_SITE" ] || refuse "WEBHOOK_URL is set, but Caddy is not reachable from outside." \
        "Set HTTP_PORT=80 and HTTPS_PORT=443 in deploy/.env, too; or CADDY_SITE if another proxy has the certificate." ;;
  esac
  touch "$settings/real"
}

passwords() {
  word=$(password "$redis/password")
  put "$redis/redis.conf" 0400 <<CONF
requirepass $word
CONF
  printf 'redis://:%s@redis:6379/' "$word" | put "$settings/redis-url" 0400

  # Read by users of other images, each in a volume that nobody else mounts.
  word=$(password "$rabbitmq/password")
  put "$rabbitmq/10-user.conf" 0444 <<CONF
default_user = starreel
default_pass = $word
CONF
  printf 'amqp://starreel:%s@rabbitmq:5672/%%2f' "$word" | put "$settings/rabbitmq-url" 0400

  password "$grafana/admin-password" 0444 >/dev/null
}

case "${1:-}" in
  demo) demo ;;
  '') check; passwords ;;
  *) refuse "setup knows no '$1'" ;;
esac
