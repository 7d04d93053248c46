#!/usr/bin/env bash
# Copies the bot's database and the workers' job store while everything runs: deploy/backup.sh FOLDER [docker compose options]
# deploy/README.md says how they are put back. RabbitMQ needs no copy: what its queues carry is in these two.
set -euo pipefail
folder=${1:?name a folder for the copies}
shift
compose=(docker compose -f "$(dirname "$0")/docker-compose.yml" "$@")
mkdir -p "$folder"
name=$folder/starreel-$(date -u +%Y%m%dT%H%M%SZ)

# One read transaction of SQLite: the copy is the database at one moment. Copies of videos are not in it.
"${compose[@]}" exec -T bot sh -eu -c '
  rm -f /data/backup.db
  sqlite3 /data/*/bot.db "VACUUM INTO '\''/data/backup.db'\''"
  cat /data/backup.db
  rm /data/backup.db' > "$name.db.new"
mv "$name.db.new" "$name.db"

# The log of Redis is only ever added to, but for its rewrite, which must not begin meanwhile. What is added while tar reads
# is cut off when the copy is loaded.
# shellcheck disable=SC2016  # what expands does so in the container
"${compose[@]}" exec -T redis sh -eu -c '
  export REDISCLI_AUTH=$(cat /run/redis-settings/password)
  rewrite() { redis-cli config set auto-aof-rewrite-percentage "$1" >/dev/null; }
  trap "rewrite 100" EXIT
  rewrite 0
  while redis-cli info persistence | grep -q "aof_rewrite_in_progress:1"; do sleep 1; done
  tar -C /data -c appendonlydir || [ $? -eq 1 ]' > "$name.redis.tar.new"
mv "$name.redis.tar.new" "$name.redis.tar"

ls -l "$name".*
