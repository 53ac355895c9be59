#!/usr/bin/env bash
# Times two commands in turn, A B A B …, and prints the median of each and the
# median of their ratios, so that a machine's changing speed cancels out.
#
#   scripts/pair.sh RUNS 'COMMAND A' 'COMMAND B'
set -euo pipefail
runs=$1 a=$2 b=$3
now() { date +%s%N; }
timed() { local t; t=$(now); bash -c "$1" >/dev/null 2>&1 || true; echo $(($(now) - t)); }
timed "$a" >/dev/null
timed "$b" >/dev/null
for ((i = 0; i < runs; i++)); do
  x=$(timed "$a") y=$(timed "$b")
  echo "$x $y"
done | awk '
  { a[NR] = $1 / 1e6; b[NR] = $2 / 1e6; r[NR] = $1 / $2 }
  function median(v, n,   i, j, t) {
    for (i = 2; i <= n; i++) for (j = i; j > 1 && v[j-1] > v[j]; j--) { t = v[j]; v[j] = v[j-1]; v[j-1] = t }
    return n % 2 ? v[(n+1)/2] : (v[n/2] + v[n/2+1]) / 2
  }
  END { printf "A %.1f ms  B %.1f ms  A/B %.2f  (medians of %d)\n", median(a, NR), median(b, NR), median(r, NR), NR }'
