#!/usr/bin/env bash
# Starts Starreel as its operators run it, with the simulators and three workers, lets people buy and generate, strikes
# every part of it meanwhile, loses all of its volumes and puts them back from a copy, and fails unless the simulators' records show that nobody lost a video or a credit.
# Needs Docker with Compose v2, and nothing else. Takes some ten minutes after the build.
#
#   deploy/smoke.sh                 MINUTES=5  how long people are at work, about
#                                   PEOPLE=12  how many
#                                   KEEP=1     leaves everything running in the end, to be looked at
#
# It has a project of its own ($project below), so it may run beside a real bot: it reads no deploy/.env, publishes
# nothing but a free port of 127.0.0.1, and leaves no container, volume or network; only images, for the next time.
set -euo pipefail
cd "$(dirname "$0")"

minutes=${MINUTES:-5}
people=${PEOPLE:-12}
project=starreel-smoke
image=starreel-trial:smoke
# The project as an operator names it to deploy/backup.sh and the like.
options=(--env-file /dev/null -p "$project" --profile demo)
folder=$(mktemp -d)
failures=0
began=$SECONDS

# What an operator has set is not for this.
while read -r name; do unset "$name"; done < <(sed -nE 's/^#?([A-Z_]+)=.*/\1/p' .env.example)
# These people never rest.
export UPDATES_PER_MINUTE=1000000 ORDERS_PER_HOUR=1000000 ORDERS_PER_DAY=1000000
export STARREEL_VERSION=smoke WORKERS=3 DEMO_PORT=0 CATALOG_FILE="$folder/catalog.toml"
# An order that nobody hears of is given up after a minute and not after fifteen.
sed -E 's/^(render_minutes_(max|usual)) = .*/\1 = 1/' ../shared/src/catalog.toml > "$folder/catalog.toml"
chmod -R a+rX "$folder"

say() { printf '%4d s  %s\n' $((SECONDS - began)) "$*"; }
fails() { say "WRONG: $*"; failures=$((failures + 1)); }

compose() { docker compose "${options[@]}" "$@"; }
quiet() { "$@" > "$folder/output" 2>&1 || { cat "$folder/output"; return 1; }; }
containers() { compose ps --all --quiet "$@"; }
# Which containers there are, but for the one-shots.
running() { containers bot worker caddy rabbitmq redis simulators | sort; }

# Writes down that something is done now. $1 = kill, stop or start, $2 = to whom
note() { echo "$(date +%s%3N) $*" >> "$folder/disturbances"; }

# Runs a trial where it reaches the simulators and the bot. $1... = further options of docker run, --, the trial
chaos() {
  local options=()
  while [ "$1" != -- ]; do options+=("$1"); shift; done
  shift
  docker run --name "$project-chaos-$RANDOM$RANDOM" --label "trial=$project" --network "${project}_outside" \
    --user "$(id -u):$(id -g)" --volume "$folder:/trial" "${options[@]}" "$image" chaos "$@"
}

# Waits for health. $@ = services
healthy() {
  local deadline=$((SECONDS + 120)) id
  for id in $(containers "$@"); do
    until [ "$(docker inspect --format '{{.State.Health.Status}}' "$id")" = healthy ]; do
      [ $SECONDS -lt $deadline ] || { fails "$* not healthy after two minutes"; return; }
      sleep 1
    done
  done
}

# A metric of the bot. $1 = its name
metric() {
  compose exec -T bot bash -c 'exec 3<>/dev/tcp/127.0.0.1/8080; printf "GET /metrics HTTP/1.0\r\n\r\n" >&3; cat <&3' |
    sed -nE "s/^$1(\{.*\})? ([0-9.e+]+)\r?$/\2/p"
}

# The bot answers somebody new. $1 = when
answers() {
  chaos --rm -- greet --simulators http://simulators:8090 --within-seconds 15 > "$folder/output" 2>&1 ||
    { fails "no answer to /start $1"; cat "$folder/output"; }
}

pause() { sleep $((minutes * 60 / 11)); }

take_down() {
  local code=$?
  trap - EXIT INT TERM
  if [ "$code" -ne 0 ] && [ -n "${started:-}" ]; then
    say "it broke off or something is wrong; the end of the logs:"
    compose logs --no-color --tail 40 bot worker rabbitmq redis simulators 2>&1 | cut -c1-400 || true
    [ ! -e "$folder/disturbances" ] || { say 'what was done:'; cat "$folder/disturbances"; }
  fi
  if [ -n "${KEEP:-}" ]; then
    say "left as it is: docker compose -p $project ps; what happened is in $folder"
  else
    docker ps --all --quiet --filter "label=trial=$project" | xargs --no-run-if-empty docker rm --force > /dev/null
    docker rmi starreel:smoke-before > /dev/null 2>&1 || true
    compose down --volumes --remove-orphans --timeout 10 > "$folder/output" 2>&1 || cat "$folder/output"
    local left
    left=$(docker ps --all --quiet --filter "label=com.docker.compose.project=$project"
      docker volume ls --quiet --filter "label=com.docker.compose.project=$project"
      docker network ls --quiet --filter "label=com.docker.compose.project=$project")
    [ -z "$left" ] || { say "WRONG: still there: $left"; code=1; }
    rm -rf "$folder"
  fi
  if [ "$code" -eq 0 ]; then say 'ALL IS WELL'; else say 'NOT WELL'; fi
  exit "$code"
}
trap take_down EXIT
trap 'exit 130' INT
trap 'exit 143' TERM

say 'building'
compose build --quiet bot setup simulators
DOCKER_BUILDKIT=1 docker build --quiet --file Dockerfile --target trial --tag "$image" .. > /dev/null
say "images: $(docker images --format '{{.Repository}}:{{.Tag}} {{.Size}}' | grep -E '^starreel[a-z-]*:(smoke|latest)' | tr '\n' ' ')"
say 'starting bot, three workers, RabbitMQ, Redis, Caddy and the simulators'
started=yes
quiet compose up --detach --no-build
healthy bot worker rabbitmq redis simulators
answers 'at the start'

say 'right settings of a new machine are found right'
fresh=(--env-file /dev/null -p "$project-new")
BOT_TOKEN=1:a KIE_AI_API_KEY=b ./check.sh "${fresh[@]}" > "$folder/output" 2>&1 || { fails 'they were refused'; cat "$folder/output"; }
docker compose "${fresh[@]}" down --volumes > "$folder/output" 2>&1

say 'an upgrade that changes nothing touches nothing'
before=$(running)
quiet compose up --detach --build
[ "$(running)" = "$before" ] || fails 'containers were made anew'

say 'a wrong value is refused by name before anything is touched'
if PACKS=0 ./check.sh "${options[@]}" > "$folder/output" 2>&1 || ! grep -q 'PACKS' "$folder/output"; then
  fails 'the wrong value was not refused'
  cat "$folder/output"
fi
[ "$(running)" = "$before" ] || fails 'the check touched something'

say "$people people buy and generate"
crowd=$(chaos --detach -- people --simulators http://simulators:8090 --people "$people" --faults --records /trial/people.json)
pause

say 'a wrong value stops the bot, which reads it, and nothing else'
others=$(containers worker caddy rabbitmq redis | sort)
note stop bot
PACKS=0 quiet compose up --detach --no-build bot worker caddy rabbitmq redis simulators
until compose logs --no-log-prefix --tail 5 bot 2>&1 | grep PACKS > /dev/null; do sleep 1; done
[ "$(containers worker caddy rabbitmq redis | sort)" = "$others" ] || fails 'others were made anew'
quiet compose up --detach --no-build
healthy bot
note start bot

say 'a worker is killed'
# Not by head: it leaves before compose has written all of them, which ends compose and this script.
victim=$(containers worker | sed -n 1p)
note kill worker
quiet docker kill --signal KILL "$victim"
pause
quiet docker start "$victim"

say 'RabbitMQ restarts'
note stop rabbitmq
quiet compose restart --timeout 30 rabbitmq
healthy rabbitmq
note start rabbitmq
pause

say 'Redis restarts'
note stop redis
quiet compose restart --timeout 30 redis
healthy redis
note start redis
pause

say 'the bot is stopped while jobs run, and starts again'
note stop bot
quiet compose stop --timeout 30 bot
pause
quiet docker start "$(containers bot)"
note start bot
healthy bot
pause

say 'the bot is killed'
note kill bot
quiet docker kill --signal KILL "$(containers bot)"
quiet docker start "$(containers bot)"
pause

say 'RabbitMQ is away for a while; the bot answers meanwhile'
note stop rabbitmq
quiet compose stop --timeout 30 rabbitmq
answers 'while RabbitMQ was away'
pause
quiet docker start "$(containers rabbitmq)"
healthy rabbitmq
note start rabbitmq
pause

say 'RabbitMQ runs out of memory and blocks who publishes; the bot answers meanwhile'
note stop rabbitmq
quiet compose exec -T rabbitmq rabbitmqctl --quiet set_vm_memory_high_watermark absolute 1MB
compose exec -T rabbitmq rabbitmq-diagnostics --quiet alarms | grep -i memory > /dev/null || fails 'there is no alarm'
answers 'while RabbitMQ was blocked'
pause
quiet compose exec -T rabbitmq rabbitmqctl --quiet set_vm_memory_high_watermark absolute 400MB
note start rabbitmq

say 'bot and workers go back to the version before'
docker tag starreel:smoke starreel:smoke-before
note stop worker
note stop bot
STARREEL_VERSION=smoke-before quiet compose up --detach --no-build --no-deps bot worker
note start worker
note start bot
healthy bot worker
answers 'of the version before'
pause

say 'everything is copied while it runs'
./backup.sh "$folder/copies" "${options[@]}" > "$folder/output" 2>&1 || { fails 'not everything was copied'; cat "$folder/output"; }

say 'bot and workers are stopped, everything is copied, and all volumes are lost'
note stop bot
quiet compose stop --timeout 30 bot
sleep 5
for who in worker rabbitmq redis; do note stop "$who"; done
quiet compose stop --timeout 30 worker
rm -rf "$folder/copies"
./backup.sh "$folder/copies" "${options[@]}" > "$folder/output" 2>&1 || { fails 'not everything was copied'; cat "$folder/output"; }
[ -z "$(find "$folder/copies" -type f -perm /077)" ] || fails 'others may read the copies'
quiet compose rm --stop --force bot worker caddy rabbitmq redis setup demo page
docker volume ls --quiet --filter "label=com.docker.compose.project=$project" | grep -v _simulators |
  quiet xargs docker volume rm

say 'everything is put back'
YES=1 ./restore.sh "$folder"/copies/starreel-* "${options[@]}" > "$folder/output" 2>&1 ||
  { fails 'not everything was put back'; cat "$folder/output"; }
for who in bot worker rabbitmq redis; do note start "$who"; done
healthy bot worker rabbitmq redis
answers 'after all volumes were lost'
./backup.sh "$folder/copies" "${options[@]}" > "$folder/output" 2>&1 || { fails 'not copied after the restore'; cat "$folder/output"; }
sleep 6
case "$(metric starreel_backup_failed) $(metric starreel_backup_timestamp_seconds)" in
  '0 '[1-9]*) ;;
  *) fails 'the bot does not know of the backup' ;;
esac
pause

say 'all of ours start while neither RabbitMQ nor Redis is there; the bot answers meanwhile'
for who in bot worker rabbitmq redis; do note stop "$who"; done
quiet compose stop --timeout 30 bot worker
quiet compose stop --timeout 30 rabbitmq redis
containers bot worker | quiet xargs docker start
note start bot
sleep 10
answers 'before there was a RabbitMQ'
containers rabbitmq redis | quiet xargs docker start
healthy bot worker rabbitmq redis
for who in worker rabbitmq redis; do note start "$who"; done
pause

say 'a second bot is started on the same data'
if compose run --rm --no-deps -T bot timeout 60 bot > "$folder/output" 2>&1; then
  fails 'the second bot ended as if all were well'
elif grep -q 'is in use by' "$folder/output"; then
  say "it refuses: $(grep -o 'the data folder.*is in use.*' "$folder/output" | sed -n 1p)"
else
  fails 'the second bot did not say that the data is in use'
  cat "$folder/output"
fi

say 'people stop'
quiet docker stop --time 60 "$crowd"
docker logs "$crowd" 2>&1 | tail -3

say 'everything settles, and is judged'
chaos --rm -- judge --simulators http://simulators:8090 --bot-metrics http://bot:8080/metrics \
  --records /trial/people.json --disturbances /trial/disturbances --orders-min $((minutes * people)) || fails 'the judge says so'

say 'the books'
compose exec -T bot bot audit || fails 'bot audit says so'

say 'every process is asked to end'
for who in bot worker; do
  for id in $(containers "$who"); do
    asked=$SECONDS
    quiet docker stop --time 25 "$id"
    code=$(docker inspect --format '{{.State.ExitCode}}' "$id")
    ended="$who ended with $code after $((SECONDS - asked)) s"
    if [ "$code" = 0 ]; then say "$ended"; else fails "$ended"; fi
  done
done

[ "$failures" -eq 0 ]
