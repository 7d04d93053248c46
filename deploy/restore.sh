#!/usr/bin/env bash
# Puts a copy that deploy/backup.sh has made back, on the same machine or a new one, and starts Starreel:
#
#   deploy/restore.sh COPY [bot|redis] [docker compose options]
#
# COPY is the folder of one copy. With `bot` or `redis` only that store is put back, because the other one is whole.
# Asks first, unless YES=1. What was there before is kept in the volumes by the name `replaced` until the next time.
# A restored bot asks the workers before it buys what waited in the copy, and a restored job store begins a new epoch: what
# may have been submitted since the copy was made is not submitted again.
set -euo pipefail
umask 077
here=$(dirname "$0")
copy=${1:?name the folder of a copy}
shift
what=all
case ${1:-} in
  bot | redis)
    what=$1
    shift
    ;;
esac
compose=(docker compose -f "$here/docker-compose.yml" "$@")
commands=$(cat "$here/copies.sh")

refuse() {
  echo "$*" >&2
  exit 1
}
say() { printf '== %s\n' "$*"; }
run() { "${compose[@]}" --progress quiet run --rm --no-deps -T "$@"; }

healthy() {
  local id
  id=$("${compose[@]}" ps --quiet "$1")
  for _ in $(seq 90); do
    [ "$(docker inspect --format '{{.State.Health.Status}}' "$id")" != healthy ] || return 0
    sleep 1
  done
  refuse "$1 is not healthy: look at its log"
}

[ -e "$copy/SHA256SUMS" ] || refuse "$copy is no whole copy: deploy/backup.sh has not finished it"
(cd "$copy" && sha256sum --check --strict --quiet SHA256SUMS) || refuse "$copy is damaged: take another copy"
databases=()
[ "$what" = redis ] || databases=("$copy"/bot-*.db)
redis=
[ "$what" = bot ] || redis=$copy/redis.tar
for file in "${databases[@]}" $redis; do
  [ -e "$file" ] || refuse "there is no $file"
done

if [ -z "${YES:-}" ]; then
  echo "This stops the bot and the workers, and puts back: ${databases[*]} $redis"
  read -r -p 'Go on? [y/N] ' answer
  [ "$answer" = y ] || exit 1
fi

done=
trap '[ -n "$done" ] || echo "NOT restored. The bot and the workers are stopped. Mend what is said above, and run this again." >&2' EXIT

say 'images, volumes and passwords, where there are none'
image=$("${compose[@]}" config --format json | sed -n 's/.*"image": "\(starreel:.*\)".*/\1/p' | sed -n 1p)
docker image inspect "$image" >/dev/null 2>&1 || "${compose[@]}" build
run setup </dev/null
say 'the bot and the workers stop'
# shellcheck disable=SC2086  # no word if Redis stays as it is
"${compose[@]}" --progress quiet stop --timeout 30 bot worker ${redis:+redis}
for file in "${databases[@]}"; do
  bot=${file##*/bot-}
  bot=${bot%.db}
  say "the database of bot $bot"
  run bot sh -c "$commands" copies put-bot "$bot" < "$file"
done
if [ -n "$redis" ]; then
  say 'the job store, and its new epoch'
  run --entrypoint sh redis -c "$commands" copies put-redis < "$redis"
  "${compose[@]}" --progress quiet up --detach --no-deps redis
  healthy redis
  run worker worker new-epoch </dev/null
fi
say 'Starreel starts'
"${compose[@]}" --progress quiet up --detach
healthy bot
say 'the books'
"${compose[@]}" exec -T bot bot audit </dev/null || {
  done=yes
  refuse 'The books are WRONG, see above. "AuditViolation" in deploy/README.md says what to do.'
}
done=yes
cat <<'WORDS'

Restored. Now send /reconcile to the bot: it finds payments and refunds that came after the copy. What the bot says to
its operators, and "Restore" in deploy/README.md, tell what else is lost.
WORDS
