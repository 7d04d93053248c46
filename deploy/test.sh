#!/usr/bin/env bash
# Installs what the tests need and runs all of them: format, lints, every test of the workspace, the check of the
# main job. Needs a Rust toolchain; installs Chromium and its driver, RabbitMQ and Redis from Debian's packages where they
# are missing (as root, or with sudo). The tests start servers of their own on free ports, and stop them. Touches nothing
# outside of target/ and temporary folders.
set -euo pipefail
cd "$(dirname "$0")/.."

step() { printf '\n== %s\n' "$*"; }

install_missing() {
  local missing=()
  command -v cc >/dev/null || missing+=(gcc libc6-dev)
  command -v chromium >/dev/null || missing+=(chromium)
  command -v chromedriver >/dev/null || missing+=(chromium-driver)
  command -v redis-server >/dev/null || missing+=(redis-server)
  [ -d /usr/lib/rabbitmq/lib ] || missing+=(rabbitmq-server)
  [ ${#missing[@]} -eq 0 ] && return
  step "installing ${missing[*]}"
  local as_root=()
  [ "$(id -u)" -eq 0 ] || as_root=(sudo)
  "${as_root[@]}" apt-get update -qq
  # With this run level the packages' own servers are not started.
  "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive RUNLEVEL=1 apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
}

install_missing
rustup component list --installed 2>/dev/null | grep -q '^clippy' || rustup component add clippy rustfmt

step 'format'
cargo fmt --all --check

step 'lints'
cargo clippy --workspace --all-targets --locked -- -D warnings

step 'tests'
# Tests of the whole system mostly wait for what they have asked for, so more of them than there are cores run at once.
RUST_TEST_THREADS=8 cargo test --workspace --locked

step 'the main job, as a newcomer runs it'
cargo run --locked --quiet -- --check
