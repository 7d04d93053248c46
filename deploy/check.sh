#!/usr/bin/env bash
# Says whether Starreel can start with deploy/.env, and touches nothing that runs: deploy/check.sh [docker compose options]
set -euo pipefail
here=$(dirname "$0")
compose=(docker compose -f "$here/docker-compose.yml" "$@")
settings=$here/.env
while [ $# -gt 0 ]; do
  case $1 in
    --env-file) settings=$2 ;;
    --env-file=*) settings=${1#*=} ;;
  esac
  shift
done
wrong=0
run() { "${compose[@]}" --progress quiet run --rm --no-deps -T "$@" </dev/null || wrong=1; }

# A name that compose does not pass on would be set in vain.
if [ -f "$settings" ]; then
  known=$(sed -nE 's/^#?([A-Z_]+)=.*/\1/p' "$here/.env.example")
  while read -r name; do
    grep -qxF "$name" <<< "$known" && continue
    echo "$settings sets $name, which compose does not know: deploy/.env.example has the names" >&2
    wrong=1
  done < <(sed -nE 's/^(export )?([A-Za-z_][A-Za-z0-9_]*)=.*/\2/p' "$settings")
fi
"${compose[@]}" config --quiet || wrong=1
# Passwords are settings, too: a new machine makes them here.
run setup
run check
run bot start bot check
run worker start worker check

if [ "$wrong" -ne 0 ]; then
  echo 'The settings are WRONG, see above. Nothing was touched.' >&2
  exit 1
fi
echo 'The settings are right.'
