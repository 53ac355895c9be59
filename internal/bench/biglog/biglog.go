// Package biglog makes logs of any size for benchmarks: entries of all common
// shapes, about 300 bytes each, the same ones each time.
package biglog

import (
	"bytes"
	"fmt"
)

// Make returns the files of a log with so many entries, by their names.
func Make(entries, files int) map[string][]byte {
	logs := map[string][]byte{}
	for f := range files {
		var b bytes.Buffer
		if f == 0 {
			b.WriteString(head)
		}
		for i := f * entries / files; i < (f+1)*entries/files; i++ {
			entry(&b, i)
		}
		logs[fmt.Sprintf("learning/%04d.toml", 2016+f)] = b.Bytes()
	}
	return logs
}

const head = `[settings]
timezone = "Europe/Berlin"
start = 2016-01-01

[preset]
name = "technical-leader"

[[goal]]
id = "business"
skills = ["business"]
unit = "hours"
target = 40
per = "year"

[[pause]]
from = 2026-07-06
until = 2026-07-26

`

func entry(b *bytes.Buffer, i int) {
	day := fmt.Sprintf("%04d-%02d-%02d", 2016+i%11, 1+i/11%12, 1+i/132%28)
	skills := [...]string{"leadership", "business", "technical", "people"}
	switch i % 5 {
	case 0, 1:
		fmt.Fprintf(b, "[[book]]\ntitle = \"A book about the work of leading, number %d\"\nauthor = \"An Author With A Name\"\nisbn = \"978-1-491-97389-9\"\nstarted = %s\nfinished = %s\npages = %d\nrating = %d\nhours = 8.5\nskills = [\"%s\", \"communication\"]\ntags = [\"shelf\", \"team\"]\nurl = \"https://example.com/books/%d\"\ntakeaway = \"Ask for the career talk; do not wait for it to come.\"\n\n", i, day, day, 200+i%300, 1+i%5, skills[i%4], i)
	case 2:
		fmt.Fprintf(b, "[[conference]]\ntitle = \"A conference, number %d\"\nstart = %s\nend = %s\nplace = \"Amsterdam, the Netherlands\"\nonline = false\nhours = 16\nskills = [\"technical\", \"strategy\"]\ntags = [\"cloud\"]\nurl = \"https://example.com/conferences/%d\"\ntakeaway = \"The hallway was the best session of the two days.\"\n\n", i, day, day, i)
	case 3:
		fmt.Fprintf(b, "[[article]]\ntitle = \"An article worth the time, number %d\"\ndate = %s\nby = \"Somebody who knows\"\nhours = 0.5\nskills = [\"problem-solving\"]\nurl = \"https://example.com/articles/%d\"\ntakeaway = \"Boring technology is what you can reason about at night.\"\n\n", i, day, i)
	default:
		fmt.Fprintf(b, "[[feedback]]\nrole = \"received\"\ndate = %s\nwith = \"team retrospective %d\"\nhours = 1\nskills = [\"people\", \"collaboration\"]\ntakeaway = \"Decide faster; write the reason down where it can be found.\"\n\n", day, i)
	}
}
