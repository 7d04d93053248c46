#!/usr/bin/env bash
# What every change must pass.
#
#   deploy/test.sh          all of it: the guards, every test, and the main job in one process
#   deploy/test.sh quick    the inner loop: format, lints, and the tests that need neither a server nor a browser
#   deploy/test.sh guards   all of it but for the tests
#
# Needs a Rust toolchain by rustup. What else is missing is installed first: Debian's packages (as root, or with sudo), and
# two of cargo's tools. Tests start servers of their own on free ports and stop them; nothing else is touched but target/
# and temporary folders.
set -euo pipefail
shopt -s extglob
cd "$(dirname "$0")/.."
# shellcheck source=deploy/testing/guards.sh
. deploy/testing/guards.sh

readonly cargo_deny=0.20.2 cargo_machete=0.9.2
readonly tools=$PWD/target/tools
PATH=$PATH:$tools

main() {
  use_toolchain
  case "${1:-all}" in
    all)
      install_packages
      install_cargo_tools
      guards
      tests
      ;;
    quick)
      texts
      lints
      quick_tests
      ;;
    guards)
      install_packages
      install_cargo_tools
      guards
      ;;
    *)
      echo "usage: deploy/test.sh [quick|guards]" >&2
      exit 2
      ;;
  esac
  step "well after $SECONDS s"
}

guards() {
  texts
  step 'scripts'
  git ls-files '*.sh' .ci/run | xargs shellcheck --external-sources
  alerts
  compose
  dependencies
  lints
  documentation
}

texts() {
  step 'format, and what documents promise'
  cargo fmt --all --check
  guard_file_lengths
  guard_commit_subjects
  guard_links
  guard_paths
  guard_runbook
  guard_metrics
  guard_metrics_used
  guard_panels
  guard_images
}

alerts() {
  step 'alerts'
  promtool check config --syntax-only deploy/prometheus/prometheus.yml
  promtool check rules deploy/prometheus/alerts.yml
  promtool test rules deploy/prometheus/alerts.test.yml
}

compose() {
  if ! docker compose version >/dev/null 2>&1; then
    step 'docker compose: not on this machine, left out'
    return
  fi
  step 'docker compose'
  docker compose --env-file deploy/.env.example -f deploy/docker-compose.yml --profile '*' config --quiet
}

# Advisories are left out: deny.toml says why.
dependencies() {
  step 'dependencies'
  cargo deny --locked check bans licenses sources
  cargo machete
}

lints() {
  step 'lints'
  cargo clippy --workspace --all-targets --locked -- -D warnings
}

documentation() {
  step 'documentation'
  RUSTDOCFLAGS='-D warnings' cargo doc --workspace --no-deps --document-private-items --locked
}

quick_tests() {
  step 'tests without servers and browser'
  if has_nextest; then
    cargo nextest run --workspace --locked -E 'not (package(solo) | package(chaos) | package(simulation)
      | package(test_servers) | binary(/rabbitmq/) | test(/rabbitmq|redis/))'
  else
    cargo test --package bot --package worker --package shared --package simulators --locked -- \
      --skip rabbitmq --skip redis
  fi
}

tests() {
  step 'tests'
  if has_nextest; then
    cargo nextest run --workspace --locked
  else
    # Tests of the whole system mostly wait for what they have asked for, so more of them than there are cores run at once.
    RUST_TEST_THREADS=8 cargo test --workspace --locked
  fi

  step 'the main job, as a newcomer runs it'
  cargo run --locked --quiet -- --check
}

has_nextest() { cargo nextest --version >/dev/null 2>&1; }

# Where rustup cannot fetch the version that rust-toolchain.toml pins, another name for the same version does.
use_toolchain() {
  local pinned
  pinned=$(sed -nE 's/^channel = "(.*)"/\1/p' rust-toolchain.toml)
  if ! rustc --version >/dev/null 2>&1 && [[ $(rustc +stable --version 2>/dev/null) == "rustc $pinned "* ]]; then
    export RUSTUP_TOOLCHAIN=stable
  fi
}

install_packages() {
  local missing=()
  command -v cc >/dev/null || missing+=(gcc libc6-dev)
  command -v chromium >/dev/null || missing+=(chromium)
  command -v chromedriver >/dev/null || missing+=(chromium-driver)
  command -v redis-server >/dev/null || missing+=(redis-server)
  command -v shellcheck >/dev/null || missing+=(shellcheck)
  command -v sqlite3 >/dev/null || missing+=(sqlite3)
  [ -d /usr/lib/rabbitmq/lib ] || missing+=(rabbitmq-server)
  if [ ${#missing[@]} -gt 0 ]; then
    step "installing ${missing[*]}"
    as_root apt-get update -qq
    # With this run level the packages' own servers are not started.
    as_root env DEBIAN_FRONTEND=noninteractive RUNLEVEL=1 \
      apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
  fi
  install_promtool
}

# Of Prometheus only the tool that checks rules: the package would bring a server and a web page along.
install_promtool() {
  ! command -v promtool >/dev/null || return 0
  step 'unpacking promtool'
  mkdir -p "$tools"
  (
    cd "$tools"
    [ -n "$(apt-cache policy prometheus)" ] || as_root apt-get update -qq
    apt-get -o APT::Sandbox::User=root -qq download prometheus
    dpkg-deb --fsys-tarfile prometheus_*.deb | tar -x --strip-components=3 ./usr/bin/promtool
    rm prometheus_*.deb
  )
}

install_cargo_tools() {
  cargo deny --version 2>/dev/null | grep -xF "cargo-deny $cargo_deny" > /dev/null ||
    cargo install --quiet --locked "cargo-deny@$cargo_deny"
  cargo machete --version 2>/dev/null | grep -xF "$cargo_machete" > /dev/null ||
    cargo install --quiet --locked "cargo-machete@$cargo_machete"
}

as_root() { if [ "$(id -u)" -eq 0 ]; then "$@"; else sudo "$@"; fi; }

step() { printf '\n== %s\n' "$*"; }

main "$@"
