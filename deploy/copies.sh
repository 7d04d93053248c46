#!/bin/sh
# One copy of one store, taken or put back where the store is: what backup.sh and restore.sh do within a container of it.
#   bots           prints the numbers of the bots that have a database
#   take-bot ID    prints a copy of the database of that bot, whether or not the bot runs
#   put-bot ID     puts back the copy on the standard input; the bot must not run
#   take-redis     prints a copy of the log of Redis; it runs if REDIS_RUNS is set
#   put-redis      puts back the copy on the standard input; Redis must not run
#   stamp WORD     notes for the bots, which show it as metrics, that a backup is `done` or has `failed`
# What was there before is kept beside it, by the name `replaced`, until the next time.
set -eu
umask 077
data=${DATA_DIR:-/data}

refuse() {
  echo "$*" >&2
  exit 1
}

sql() { sqlite3 -batch -bail -cmd '.timeout 10000' "$@"; }

bots() {
  for file in "$data"/[0-9]*/bot.db; do
    [ ! -e "$file" ] || basename "$(dirname "$file")"
  done
}

# Refuses a file that is not a whole database of a bot. $1 = the file
check_bot() {
  found=$(sql "$1" 'PRAGMA integrity_check' 2>&1) || true
  [ "$found" = ok ] || refuse "this is not a whole database: $found"
  [ "$(sql "$1" "SELECT count(*) FROM sqlite_schema WHERE name IN ('meta', 'entries')")" = 2 ] ||
    refuse 'this is not the database of a bot'
}

# A copy says of itself that it is one: a bot that starts with it asks the workers before it buys what waited in it.
mark_bot() {
  sql "$1" "INSERT OR IGNORE INTO meta (name, value) VALUES ('put_back', strftime('%Y-%m-%dT%H:%M:%SZ', 'now'))"
}

# One read transaction of SQLite: the copy is the database at one moment.
take_bot() {
  [ -e "$data/$1/bot.db" ] || refuse "there is no database of a bot $1"
  new=$data/$1/copy.db
  trap 'rm -f "$new" "$new"-*' EXIT
  rm -f "$new" "$new"-*
  sql "$data/$1/bot.db" "VACUUM INTO '$new'"
  mark_bot "$new"
  check_bot "$new"
  cat "$new"
}

put_bot() {
  mkdir -p "$data/$1"
  cd "$data/$1"
  # The lock that a bot which runs has.
  exec 9>>lock
  flock --nonblock 9 || refuse "the bot $1 runs: stop it first"
  trap 'rm -f new.db new.db-*' EXIT
  cat > new.db
  check_bot new.db
  mark_bot new.db
  sync new.db
  rm -f replaced.db replaced.db-*
  for rest in '' -wal -shm; do
    [ ! -e "bot.db$rest" ] || mv "bot.db$rest" "replaced.db$rest"
  done
  chmod -f 600 replaced.db* || true
  mv new.db bot.db
}

# The log is only ever added to, but for its rewrite, which must not begin meanwhile. What is added while tar reads is cut
# off when the copy is loaded.
take_redis() {
  if [ -n "${REDIS_RUNS:-}" ]; then
    REDISCLI_AUTH=$(cat "${REDIS_PASSWORD_FILE:-/run/redis-settings/password}")
    export REDISCLI_AUTH
    redis() { redis-cli ${REDIS_PORT:+-p "$REDIS_PORT"} "$@"; }
    rewrite() { redis config set auto-aof-rewrite-percentage "$1" >/dev/null; }
    trap 'rewrite 100' EXIT
    rewrite 0
    while redis info persistence | grep 'aof_rewrite_in_progress:1' > /dev/null; do sleep 1; done
  fi
  [ -e "$data/appendonlydir" ] || refuse 'there is no log of Redis'
  tar -C "$data" -c appendonlydir || [ $? -eq 1 ]
}

put_redis() {
  cd "$data"
  rm -rf new
  mkdir new
  trap 'rm -rf "$data/new"' EXIT
  tar -C new -x || refuse 'this is not a whole copy of Redis'
  [ -e new/appendonlydir/appendonly.aof.manifest ] || refuse 'this is not a copy of Redis'
  sync
  rm -rf replaced
  [ ! -e appendonlydir ] || mv appendonlydir replaced
  mv new/appendonlydir appendonlydir
}

stamp() {
  for bot in $(bots); do
    case $1 in
      done)
        date +%s > "$data/$bot/backup-done"
        rm -f "$data/$bot/backup-failed"
        ;;
      failed) date +%s > "$data/$bot/backup-failed" ;;
      *) refuse "a backup is done or failed, and not $1" ;;
    esac
  done
}

command=${1:-}
[ $# -eq 0 ] || shift
case $command in
  bots) bots ;;
  take-bot) take_bot "$1" ;;
  put-bot) put_bot "$1" ;;
  take-redis) take_redis ;;
  put-redis) put_redis ;;
  stamp) stamp "$1" ;;
  *) refuse "copies knows no '$command'" ;;
esac
