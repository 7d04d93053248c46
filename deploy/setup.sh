#!/bin/sh
# One-shots of docker-compose.yml.
#   setup         makes the passwords of RabbitMQ, Redis and Grafana, once, before anything else starts
#   setup demo    points the bot and the workers to the simulators
#   setup page    says where the demo's chat page is, when it can be used
#   setup check   refuses settings that cannot work together; for check.sh
# KEYS holds a word for every key that is set, and no key.
# Nothing here needs root, and running it again changes nothing.
set -eu
umask 077

settings=/run/starreel
demo_bot=7000000001
demo_operator=5000000000
redis=/volumes/redis-settings
rabbitmq=/volumes/rabbitmq-settings
grafana=/volumes/grafana-settings

refuse() {
  printf '\nStarreel does not start: %s\n\n' "$*" >&2
  exit 1
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
  named=$(for key in $KEYS; do printf '%s ' "$key"; done)
  [ -z "$named" ] || refuse "the demo simulates Telegram and KIE.ai, but a key is set (${named% })." \
    "Leave --profile demo out; or play beside the real bot with" \
    "'docker compose -p starreel-demo --env-file /dev/null -f deploy/docker-compose.yml --profile demo up'."
  for bot in /data/[0-9]*; do
    [ ! -e "$bot" ] || [ "$bot" = "/data/$demo_bot" ] || refuse "the volumes hold the data of a real bot (${bot#/data/})." \
      "Play beside it, with '-p starreel-demo' after 'docker compose'."
  done
  put "$settings/starreel.toml" 0400 <<TOML
# The demo, written by setup.
bot_token = "$demo_bot:simulated-token-that-opens-nothing-real"
kie_ai_api_key = "simulated"
telegram_api_url = "http://simulators:8090"
kie_api_url = "http://simulators:8090"
kie_upload_url = "http://simulators:8090"
webhook_url = "http://caddy"
# Olga of the chat page, unless ADMIN_IDS names somebody else.
admin_ids = [$demo_operator]
TOML
}

# $1 = a process, $2 = its port
ready() {
  # shellcheck disable=SC2016  # what expands does so in the other shell
  timeout 10 bash -c 'exec 3<>/dev/tcp/$0/$1 && printf "GET /readyz HTTP/1.0\r\n\r\n" >&3 && head -1 <&3' "$1" "$2" 2>/dev/null |
    grep -q ' 200 '
}

# Waits by itself, so that `up -d` waits for nobody; and stays, so that nothing is printed after the address.
page() {
  tries=0
  until ready bot 8080 && ready worker 8081; do
    tries=$((tries + 1))
    [ $tries -ne 90 ] || echo "The demo is still not ready: see 'docker compose logs bot worker'."
    sleep 2
  done
  printf '\nThe demo is ready: http://localhost:%s/chat/ann\n' "$DEMO_PORT"
  [ -n "$ADMIN_IDS" ] || printf 'Olga operates it, beside: http://localhost:%s/chat/ann?beside=Olga\n' "$DEMO_PORT"
  echo
  exec sleep infinity
}

check() {
  kie=KIE_AI_API_KEY
  case " $KEYS " in
    *" KIE_AI_API_KEY"*" KIE_AI_API_KEYS"*) refuse "both KIE_AI_API_KEY and KIE_AI_API_KEYS are set: keep one." ;;
    *" KIE_AI_API_KEYS"*) kie=KIE_AI_API_KEYS ;;
  esac
  for key in BOT_TOKEN $kie; do
    case " $KEYS " in
      *" $key "*) ;;
      *" $key$key "*) refuse "both $key and ${key}_FILE are set: keep one." ;;
      *) refuse "$key is not set: set it in deploy/.env, which starts as a copy of deploy/.env.example." ;;
    esac
  done
  [ "${WORKERS:-1}" != 0 ] || refuse "with WORKERS=0 nobody makes what people order: set it to 1 or more."
  [ ! -e "$settings/starreel.toml" ] || refuse "the volumes hold a demo, and play money never mixes with real money." \
    "Remove the demo with 'docker compose -f deploy/docker-compose.yml --profile demo down -v'."
  case "$WEBHOOK_URL" in
    *://*/?*) refuse "WEBHOOK_URL must end after the name, as in https://bot.example.org: Caddy serves no folder of it." ;;
    https://*)
      [ -n "$HTTPS_PORT$CADDY_SITE" ] || refuse "WEBHOOK_URL is set, but Caddy is not reachable from outside." \
        "Set HTTP_PORT=80 and HTTPS_PORT=443 in deploy/.env, too; or CADDY_SITE if another proxy has the certificate." ;;
    http://* | '') ;;
    *) refuse "WEBHOOK_URL must begin with https://, as in https://bot.example.org." ;;
  esac
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
  '') passwords ;;
  demo) demo ;;
  page) page ;;
  check) check ;;
  *) refuse "setup knows no '$1'" ;;
esac
