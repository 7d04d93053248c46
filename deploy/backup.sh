#!/usr/bin/env bash
# Copies the databases of the bots and the workers' job store, whatever runs: deploy/backup.sh FOLDER [docker compose options]
# Each is copied for itself: one that cannot be copied is said, and keeps no other from it. RabbitMQ needs no copy, because
# what its queues carry is in these two. deploy/restore.sh puts a copy back.
# Exits with 0 only if everything was copied; the bot shows when that was (starreel_backup_timestamp_seconds).
set -euo pipefail
umask 077
here=$(dirname "$0")
folder=${1:?name a folder for the copies}
shift
compose=(docker compose -f "$here/docker-compose.yml" "$@")
commands=$(cat "$here/copies.sh")
copy=$folder/starreel-$(date -u +%Y%m%dT%H%M%SZ)
failures=0

# Runs copies.sh in a container of its own, so that it does not matter whether the bot runs.
for_bots() { "${compose[@]}" --progress quiet run --rm --no-deps -T bot sh -c "$commands" copies "$@" </dev/null; }

# Redis is asked to leave its log alone, if it runs.
for_redis() {
  if [ -n "$("${compose[@]}" ps --status running --quiet redis)" ]; then
    "${compose[@]}" exec -T --env REDIS_RUNS=yes redis sh -c "$commands" copies "$@" </dev/null
  else
    "${compose[@]}" --progress quiet run --rm --no-deps -T --entrypoint sh redis -c "$commands" copies "$@" </dev/null
  fi
}

# $1 = the name of the file; the rest prints what goes into it
keep() {
  local name=$1
  shift
  if "$@" > "$copy.new/$name" && [ -s "$copy.new/$name" ]; then
    (cd "$copy.new" && sha256sum "$name" >> SHA256SUMS)
  else
    rm -f "$copy.new/$name"
    echo "NOT copied: $name" >&2
    failures=$((failures + 1))
  fi
}

mkdir -p "$folder"
bots=$(for_bots bots)
[ -n "$bots" ] || {
  echo 'There is no database of a bot in the volumes: nothing to copy.' >&2
  exit 1
}
mkdir "$copy.new"
# First the bots: a job store that is a little newer knows every order of theirs.
for bot in $bots; do keep "bot-$bot.db" for_bots take-bot "$bot"; done
keep redis.tar for_redis take-redis

if [ "$failures" -gt 0 ]; then
  for_bots stamp failed || true
  echo "NOT everything was copied. What was is in $copy.new" >&2
  exit 1
fi
sync "$copy.new"/*
mv "$copy.new" "$copy"
for_bots stamp 'done' || echo "The copy is whole, but the bot could not be told of it." >&2
ls -l "$copy"
