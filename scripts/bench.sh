#!/usr/bin/env bash
# Times whole commands against what they are measured by, on logs made here.
# Usage: scripts/bench.sh [RUNS]
set -euo pipefail
cd "$(dirname "$0")/.."
runs=${1:-9}
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
CGO_ENABLED=0 go build -trimpath -ldflags='-s -w' -o "$dir/hone" ./cmd/hone
go build -o "$dir/bench" ./internal/bench
"$dir/bench" make 10000 1 "$dir/small"
"$dir/bench" make 100000 10 "$dir/large"
day="--today 2026-11-20"

echo "binary: $(stat -c %s "$dir/hone") bytes; log: $(du -cb "$dir"/small/learning/* | tail -1 | cut -f1) and $(du -cb "$dir"/large/learning/* | tail -1 | cut -f1) bytes"
echo "check, 10,000 entries, against decoding:"
scripts/pair.sh "$runs" "$dir/hone check -C $dir/small $day" "$dir/bench decode $dir/small"
echo "status, 100,000 entries in ten files, against decoding, on one core:"
scripts/pair.sh "$runs" "taskset -c 0 $dir/hone status -C $dir/large $day" "taskset -c 0 $dir/bench decode $dir/large"
echo "both again, with the decoder given hone's settings of the garbage collector (see cmd/hone/main.go):"
same="GOGC=400 GOMEMLIMIT=412MiB"
scripts/pair.sh "$runs" "$dir/hone check -C $dir/small $day" "$same $dir/bench decode $dir/small"
scripts/pair.sh "$runs" "taskset -c 0 $dir/hone status -C $dir/large $day" "$same taskset -c 0 $dir/bench decode $dir/large"
if [[ -x /usr/bin/time ]]; then
  /usr/bin/time -f "peak memory of status: %M kB" "$dir/hone" status -C "$dir/large" --today 2026-11-20 >/dev/null
fi
echo "version, against true:"
scripts/pair.sh "$((runs * 4))" "$dir/hone version" "true"
echo "run --dry-run on the example, against true:"
scripts/pair.sh "$runs" "$dir/hone run --dry-run -C examples/technical-leader $day" "true"
