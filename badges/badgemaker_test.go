package badges

import (
	"encoding/json"
	"fmt"
	"os/exec"
	"strings"
	"testing"
	"time"
)

// pairs are a hundred labels and messages such as badges have.
func pairs() (all [][2]string) {
	labels := []string{"build", "coverage", "books", "license", "version", "certifications", "downloads", "R&D", "книги", "talks"}
	messages := []string{"passing", "2 of 12", "97%", "MIT", "v1.26.0", "next by 2 Apr", "third since 2 Apr", "120 h / 200 h", "1.2k/month", "done"}
	for _, l := range labels {
		for _, m := range messages {
			all = append(all, [2]string{l, m})
		}
	}
	return all
}

// badgeMaker draws the pairs again and again for two seconds, warm, and prints
// how many badges that were.
const badgeMaker = `
const { makeBadge } = require('badge-maker')
const [pairs, style] = JSON.parse(process.argv[1])
let made = 0
const run = ms => {
  const end = process.hrtime.bigint() + BigInt(ms) * 1000000n
  for (made = 0; process.hrtime.bigint() < end;)
    for (const [label, message] of pairs) { makeBadge({ label, message, color: 'green', style }); made++ }
}
run(500)
const begin = process.hrtime.bigint()
run(1500)
console.log(made / (Number(process.hrtime.bigint() - begin) / 1e9))
`

// BenchmarkBadgeMaker compares with npm's badge-maker in the same run: the same
// hundred pairs, in each style, in turn and three times over.
//
//	go test ./badges -run '^$' -bench BadgeMaker -benchtime 1x
func BenchmarkBadgeMaker(b *testing.B) {
	node, err := exec.LookPath("node")
	if err != nil {
		b.Skip("node is not installed: nothing to compare with")
	}
	if err := exec.Command(node, "-e", "require('badge-maker')").Run(); err != nil {
		b.Skip("badge-maker is not installed: nothing to compare with (NODE_PATH says where node looks for it)")
	}
	for style := range Styles() {
		b.Run(style.String(), func(b *testing.B) {
			var ours, theirs float64
			for range b.N {
				for range 3 {
					ours = max(ours, perSecond(b, style))
					theirs = max(theirs, badgeMakerPerSecond(b, node, style))
				}
			}
			b.ReportMetric(ours, "badges/s")
			b.ReportMetric(theirs, "badge-maker/s")
			b.ReportMetric(ours/theirs, "times")
			b.ReportMetric(0, "ns/op")
		})
	}
}

// perSecond draws the pairs for a second and a half, warm.
func perSecond(b *testing.B, style Style) float64 {
	badges := []Badge{}
	for _, p := range pairs() {
		badges = append(badges, Badge{Label: p[0], Message: p[1], Color: Green, Style: style})
	}
	dst := make([]byte, 0, 4096)
	run := func(long time.Duration) float64 {
		begin, made := time.Now(), 0
		for time.Since(begin) < long {
			for _, badge := range badges {
				if _, err := AppendSVG(dst, badge); err != nil {
					b.Fatal(err)
				}
				made++
			}
		}
		return float64(made) / time.Since(begin).Seconds()
	}
	run(time.Second / 2)
	return run(3 * time.Second / 2)
}

func badgeMakerPerSecond(b *testing.B, node string, style Style) float64 {
	input, err := json.Marshal([]any{pairs(), style.String()})
	if err != nil {
		b.Fatal(err)
	}
	out, err := exec.Command(node, "-e", badgeMaker, string(input)).CombinedOutput()
	if err != nil {
		b.Fatalf("%v\n%s", err, out)
	}
	var n float64
	if _, err := fmt.Sscan(strings.TrimSpace(string(out)), &n); err != nil {
		b.Fatalf("%v\n%s", err, out)
	}
	return n
}
