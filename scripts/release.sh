#!/usr/bin/env bash
# Builds and publishes releases.
#
#   scripts/release.sh build VERSION     the programs and checksums.txt, into dist
#   scripts/release.sh write VERSION     build, and name version and SHA-256 in action.yml
#   scripts/release.sh check VERSION     build, and fail unless action.yml names the same
#   scripts/release.sh draft VERSION     check, and put all files into a draft on GitHub
#   scripts/release.sh publish VERSION   make the draft a release; once
#   scripts/release.sh clear             after a release: what follows in main is none
#
# The same commit gives the same bytes in any folder and on any system, so that
# action.yml names what its own tag will hold: who pins the Action by its commit
# pins the program too. A release is therefore: write, commit, tag and push; then
# the workflow "Release" does the rest; then clear and commit.
#
# For a rehearsal, HONE_TARGETS names fewer targets and HONE_TOOLCHAIN another Go.
set -euo pipefail
export LC_ALL=C
cd "$(dirname "${BASH_SOURCE[0]}")/.."

toolchain=${HONE_TOOLCHAIN:-go1.26.8}
targets=${HONE_TARGETS:-linux/amd64 linux/arm64 darwin/amd64 darwin/arm64 windows/amd64 windows/arm64}
dist=${HONE_DIST:-dist}

fail() { printf 'release: %s\n' "$*" >&2; exit 1; }

sums() { if command -v sha256sum >/dev/null; then sha256sum "$@"; else shasum -a 256 "$@"; fi; }

# build: everything that could make a difference is set here. The stamp of the
# repository is left out: it would hold the commit that holds the SHA-256.
build() {
  local target os arch name
  rm -rf "$dist"
  mkdir -p "$dist"
  for target in $targets; do
    os=${target%/*} arch=${target#*/} name=hone_${os}_$arch
    if [[ $os == windows ]]; then name=$name.exe; fi
    env -u GOROOT GOTOOLCHAIN="$toolchain" GOFLAGS='-mod=readonly' GOWORK=off GOEXPERIMENT='' GOFIPS140=off \
      GOAMD64=v1 GOARM64=v8.0 CGO_ENABLED=0 GOOS="$os" GOARCH="$arch" \
      go build -trimpath -buildvcs=false -ldflags="-s -w -buildid= -X main.version=$version" -o "$dist/$name" ./cmd/hone
  done
  (cd "$dist" && sums hone_* | tr -d '*' | sort -k 2 >checksums.txt)
  TZ=UTC touch -t 198001010000 "$dist"/*
  cat "$dist/checksums.txt"
}

# named prints the version and the table of action.yml, as a version and the
# lines of checksums.txt.
named() {
  awk '
    /^        HONE_RELEASE: / { print $2 }
    /^        HONE_SHA256: /  { table = 1; next }
    /^      run: /            { table = 0 }
    table                     { sub(/^ +/, ""); print }
  ' action.yml
}

# name FILE writes version and table into action.yml; no version clears them.
name() {
  awk -v version="$version" -v file="${1:-}" '
    /^        HONE_RELEASE: / {
      if (version == "") {
        print "        HONE_RELEASE: '"''"'"
        print "        HONE_SHA256: '"''"'"
      } else {
        print "        HONE_RELEASE: " version
        print "        HONE_SHA256: |"
        while ((getline line < file) > 0) print "          " line
      }
      skip = 1
    }
    /^      run: / { skip = 0 }
    !skip
  ' action.yml >action.yml.new
  mv action.yml.new action.yml
}

check() {
  build
  if [[ $(named) != "$version"$'\n'"$(cat "$dist/checksums.txt")" ]]; then
    printf '%s\n' "action.yml names:" "$(named)" "built now, for $version:" "$(cat "$dist/checksums.txt")" >&2
    fail "the programs are not those that action.yml names; nothing was published"
  fi
  echo "action.yml names these programs."
}

# state prints draft, published, or nothing where there is no release.
state() {
  gh release view "$version" --json isDraft --jq 'if .isDraft then "draft" else "published" end' 2>/dev/null || true
}

# notes prints the part of the changelog for the version.
notes() {
  awk -v version="${version#v}" '/^## / { here = index($2, version) == 1 && length($2) == length(version) } here' CHANGELOG.md
}

draft() {
  case "$(state)" in
    published) fail "$version is published already; a release is never changed" ;;
    draft) ;;
    *)
      [[ -n $(notes) ]] || fail "CHANGELOG.md has no part for ${version#v}"
      gh release create "$version" --draft --verify-tag --title "$version" --notes "$(notes)"
      ;;
  esac
  gh release upload "$version" --clobber "$dist"/*
}

publish() {
  [[ $(state) == draft ]] || fail "there is no draft of $version to publish"
  gh release edit "$version" --draft=false
}

command=${1:-}
version=${2:-}
if [[ $command != clear ]]; then
  [[ $version =~ ^v[0-9]+\.[0-9]+\.[0-9]+(-[0-9a-z.]+)?$ ]] || fail "usage: scripts/release.sh build|write|check|draft|publish vX.Y.Z, or clear"
fi
case "$command" in # one line each: after && a failure would not stop the script
  build) build ;;
  write)
    build
    name "$dist/checksums.txt"
    echo "action.yml names $version."
    ;;
  check) check ;;
  draft)
    check
    draft
    ;;
  publish) publish ;;
  clear)
    version=''
    name
    echo "action.yml names no release."
    ;;
  *) fail "unknown: $command" ;;
esac
