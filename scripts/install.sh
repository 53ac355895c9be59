#!/usr/bin/env bash
# Gets the program for the Action's second step. Writes to GITHUB_OUTPUT its path
# as "bin", and how it came as "way": cache, download or source.
#
# A program from the tool cache or the network is copied into a folder of its own
# first, and only that copy is run, if its SHA-256 is the one in action.yml. A
# download that differs ends the job. The source of the action is built where no
# release is meant for this commit and machine, or none can be had.
#
# Runs on the bash of Linux, macOS (3.2) and Git for Windows.
set -euo pipefail
export LC_ALL=C
unset GITHUB_TOKEN GH_TOKEN # of the job's environment: nothing here needs one

say() { printf '%s\n' "$*"; }
warn() { printf '::warning title=%s::%s\n' "$1" "$2"; }
fail() { printf '::error title=%s::%s\n' "$1" "$2"; exit 1; }

release=${HONE_RELEASE:-}
base=${HONE_DOWNLOAD_BASE:-}
source=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd -P)

# Where from. A mirror may be http: what it hands out is checked all the same.
schemes='=https'
if [[ -z $base ]]; then
  base=https://github.com/honelog/hone/releases/download
else
  schemes='=https,http'
  address='^https?://[A-Za-z0-9._~:/%+=,-]+$'
  [[ $base =~ $address ]] ||
    fail "download-base is no address" "Write the input download-base as https://HOST/PATH, without a user, a query or blanks."
  while [[ $base == */ ]]; do base=${base%/}; done
fi

# Which program.
case "${RUNNER_OS:-}" in
  Linux) os=linux ;;
  macOS) os=darwin ;;
  Windows) os=windows ;;
  *) os=none ;;
esac
case "${RUNNER_ARCH:-}" in
  X64) arch=amd64 folder=x64 ;;
  ARM64) arch=arm64 folder=arm64 ;;
  *) arch=none folder=none ;;
esac
exe=
if [[ $os == windows ]]; then exe=.exe; fi
name=hone_${os}_$arch$exe
machine="${RUNNER_OS:-an unknown system} on ${RUNNER_ARCH:-an unknown processor}"

want=
while read -r sum file; do
  if [[ $file == "$name" ]]; then want=$sum; fi
done <<<"${HONE_SHA256:-}"

home=$(mktemp -d "${RUNNER_TEMP:-${TMPDIR:-/tmp}}/hone.XXXXXX")
bin=$home/hone$exe
cached=
if [[ -n ${RUNNER_TOOL_CACHE:-} ]]; then
  cached=$RUNNER_TOOL_CACHE/hone/${release#v}/$folder/hone$exe
fi

sha256() {
  if command -v sha256sum >/dev/null; then
    sha256sum <"$1" | cut -c1-64
  elif command -v shasum >/dev/null; then
    shasum -a 256 <"$1" | cut -c1-64
  else
    say "neither sha256sum nor shasum is installed"
  fi
}

# done_by WAY: tells the next step, and ends.
done_by() {
  chmod 755 "$bin"
  if [[ -n ${GITHUB_OUTPUT:-} ]]; then
    printf 'bin=%s\nway=%s\n' "$bin" "$1" >>"$GITHUB_OUTPUT"
  fi
  exit 0
}

# build REASON: makes the program from the source beside this script.
build() {
  local began=$SECONDS
  command -v go >/dev/null ||
    fail "hone cannot be installed" "$1, and Go is not installed to build it. Add a step with actions/setup-go before this one, use a release of the action, or name a mirror in the input download-base."
  (cd "$source" && unset GOOS GOARCH GOWORK && GOFLAGS='' GOWORK=off CGO_ENABLED=0 \
    go build -trimpath -buildvcs=false -ldflags='-s -w' -o "$bin" ./cmd/hone) ||
    fail "hone cannot be built" "$1, and its source could not be built. The lines above say why; it needs the Go version of its go.mod."
  say "hone was built from the source of the action in $((SECONDS - began)) s: $1."
  done_by source
}

# keep puts the program into the tool cache, if that can be written.
keep() {
  local dir new
  dir=$(dirname "$cached")
  mkdir -p "$dir" && new=$(mktemp "$dir/.hone.XXXXXX") && cp "$bin" "$new" && chmod 755 "$new" && mv -f "$new" "$cached"
}

workspace=/nowhere
if [[ -d ${GITHUB_WORKSPACE:-} ]]; then workspace=$(cd "$GITHUB_WORKSPACE" && pwd -P); fi
case "$source/" in
  "$workspace"/*) build "the action is part of the repository that it works for" ;;
esac
if [[ -z $release ]]; then build "this commit of the action is no release"; fi
if [[ -z $want ]]; then build "$release has no program for $machine"; fi

if [[ -n $cached && -f $cached ]]; then
  if cp "$cached" "$bin" && [[ $(sha256 "$bin") == "$want" ]]; then
    say "hone $release for $machine comes from the tool cache; its SHA-256 fits."
    done_by cache
  fi
  rm -f "$bin"
  warn "The tool cache is not used" "What it holds as hone $release is another program. It was not run, and is replaced."
fi

url=$base/$release/$name
if ! command -v curl >/dev/null; then build "curl is not installed to download $release"; fi
if ! curl -fsSL --globoff --proto "$schemes" --proto-redir "$schemes" --connect-timeout 5 --max-time 120 \
  --retry 2 --retry-max-time 60 -o "$bin" --url "$url"; then
  rm -f "$bin"
  warn "hone could not be downloaded" "There was no answer, or not the right one, for $url"
  build "$release could not be downloaded"
fi
got=$(sha256 "$bin")
if [[ $got != "$want" ]]; then
  rm -f "$bin"
  fail "The download is not hone" "$url has the SHA-256 $got; action.yml says $want. It was not run. Try again later; if it stays so, please report it."
fi
if [[ -n $cached ]]; then keep 2>/dev/null || true; fi
say "hone $release for $machine was downloaded from $base; its SHA-256 fits."
done_by download
