# shellcheck shell=bash
# Checks of the tree's texts, for deploy/test.sh, which reads this file at the top of the repository. Each prints what is
# wrong and fails.

# No Rust file is longer than a person reads in one go.
guard_file_lengths() {
  find bot worker shared deploy -name '*.rs' -exec wc -l {} + |
    awk '$2 != "total" && $1 > 400 { print $2 ": " $1 " lines, more than 400"; bad = 1 } END { exit bad }'
}

# The subject of a commit fits into a line of any list. Older commits are as they are.
guard_commit_subjects() {
  git log --since=2026-11-29T00:00Z --no-merges --format='%h %s' |
    awk 'length($0) - length($1) - 1 > 72 { print "subject longer than 72 characters: " $0; bad = 1 } END { exit bad }'
}

# Each relative link of a document leads to a file, and to a heading of it.
guard_links() {
  local file target path anchor broken=0
  while IFS=$'\t' read -r file target; do
    path=${target%%#*}
    anchor=${target#"$path"}
    if [ -n "$path" ]; then path=$(dirname "$file")/$path; else path=$file; fi
    if [ ! -e "$path" ]; then
      echo "$file: no such file: $target"
      broken=1
    elif [ -n "$anchor" ] && [ "${path##*.}" = md ] && ! anchors "$path" | grep -xF "${anchor#\#}" > /dev/null; then
      echo "$file: no such heading: $target"
      broken=1
    fi
  done < <(links)
  return "$broken"
}

# Each path of the tree that a document names is there, but for the file that operators write themselves.
# shellcheck disable=SC2016  # the quotes are Markdown's
guard_paths() {
  local file path missing=0
  while IFS=: read -r file path; do
    [ -e "$path" ] || [ "$path" = deploy/.env ] && continue
    echo "$file: no such path: $path"
    missing=1
  done < <(git grep -oE --untracked '`(bot|worker|shared|deploy)/[^` <{*…]+`' -- '*.md' | tr -d '`' | sort -u)
  return "$missing"
}

# Each alert names the section of the runbook that says what to do, and the section exists.
guard_runbook() {
  local alert anchor missing=0
  while read -r alert; do
    anchor=${alert,,}
    grep -qF "runbook: \"deploy/README.md#$anchor\"" deploy/prometheus/alerts.yml &&
      anchors deploy/README.md | grep -xF "$anchor" > /dev/null && continue
    echo "deploy/README.md or deploy/prometheus/alerts.yml: no runbook for $alert"
    missing=1
  done < <(sed -nE 's/^ *- alert: //p' deploy/prometheus/alerts.yml)
  return "$missing"
}

# Each metric of ours that alerts, dashboard and documents name is one that the code has.
guard_metrics() {
  local name unknown=0
  while read -r name; do
    grep -rqF --include='*.rs' "\"$name\"" bot/src worker/src shared/src && continue
    grep -rqF --include='*.rs' "\"${name%_@(bucket|sum|count)}\"" bot/src worker/src shared/src && continue
    echo "no such metric in the code: $name"
    unknown=1
  done < <(grep -rhoE 'starreel_[a-z_]*[a-z]' deploy/prometheus deploy/grafana deploy/README.md | sort -u)
  return "$unknown"
}

# Each metric that the code has is on a panel or in an alert: what nobody looks at is not exported.
guard_metrics_used() {
  local name unused=0
  while read -r name; do
    grep -rqE "$name(_(bucket|sum|count))?\\b" deploy/prometheus deploy/grafana && continue
    echo "on no panel and in no alert: $name"
    unused=1
  done < <(grep -rhoE --include='*.rs' '"starreel_[a-z_]+"' bot/src worker/src shared/src | tr -d '"' |
    grep -v '^starreel_test_' | sort -u)
  return "$unused"
}

# No panel shows a good value for what is not known, as a vector(0) does. That no worker answers is known.
guard_panels() {
  ! grep -nE 'or vector\((0|1)\)' deploy/grafana/dashboards/*.json |
    grep -vE 'count\((up\{job=\\"worker\\"\} == 1|ALERTS)|offset 1d\) or vector\(0\)'
}

# Each image that is started or built upon has a version in its tag, or is our own.
guard_images() {
  ! sed -nE 's/^ *image: *//p; s/^FROM ([^ ]*[:.][^ ]*).*/\1/p' deploy/docker-compose.yml deploy/Dockerfile |
    grep -vE '^starreel|:[a-z.]*[0-9]|:trixie'
}

# $1 = a document; prints the anchors of its headings
anchors() {
  without_code "$1" | sed -nE 's/^#+ +//p' | tr '[:upper:]' '[:lower:]' | sed -E 's/[^a-z0-9 _-]//g; s/ /-/g'
}

# Prints file and target of each relative link of every document, with a tab between.
links() {
  local file
  git ls-files --cached --others --exclude-standard '*.md' | while read -r file; do
    [ -e "$file" ] || continue
    without_code "$file" | grep -oE '\]\([^)]+\)' | sed -E 's/^\]\(//; s/\)$//' |
      grep -vE '^[a-z]+:' | sed "s|^|$file\t|" || true
  done
}

# $1 = a document; prints it without blocks of code
without_code() { awk '/^ *```/ { code = !code; next } !code' "$1"; }
