package browsertest

import (
	"fmt"
	"strings"
)

// today is the day of the logs below.
const today = "2026-11-16"

const everything = `
[cards]
show = ["rings", "heatmap", "burnup", "skills", "shelf", "year", "recent"]
`

const goals = `
[settings]
start = 2026-01-01

[[goal]]
id = "books"
kinds = ["book"]
target = 12
per = "year"

[[goal]]
id = "hours"
unit = "hours"
target = 60
per = "quarter"

[[goal]]
id = "feedback"
kinds = ["feedback"]
every = "90d"
`

// logs are logs that a picture may fail on, by name.
func logs() map[string]string {
	return map[string]string{
		"empty":    goals + everything,
		"one":      goals + everything + entries("A book", "Somebody", 1),
		"many":     goals + everything + entries("Book", "Writer", 5000),
		"long":     titled("An exhaustive and in every respect complete introduction to the design of data-intensive, distributed and resilient systems, second and revised edition"),
		"unbroken": titled(strings.Repeat("Donaudampfschifffahrtsgesellschaft", 5)),
		"chinese":  titled("数据密集型应用系统设计:可靠、可扩展与可维护系统背后的重要思想第二版修订"),
		"japanese": titled("データ指向アプリケーションデザイン ― 信頼性、拡張性、保守性の高い分散システム設計の原理"),
		"arabic":   titled("تصميم التطبيقات كثيفة البيانات: الأفكار الكبيرة وراء الأنظمة الموثوقة والقابلة للتوسع"),
		"hebrew":   titled("תכנון יישומים עתירי נתונים: הרעיונות הגדולים שמאחורי מערכות אמינות"),
		"emoji":    titled(strings.Repeat("👩🏽‍💻📚🇩🇪❤️ ", 12)),
		"hostile":  titled(`</text><script>alert("x")</script><image href="http://elsewhere.test/x.png"/>]]> & <!-- ${x} url(http://elsewhere.test/y) 'z'`),
		"narrow":   titled("."),
		"combined": titled(strings.Repeat("Z̵̡a̷̢l̸̨g̷o̶ ", 14)),
		"crowded":  crowd(40),
	}
}

// entries are books of one a day and less, the same ones each time.
func entries(title, author string, n int) string {
	var b strings.Builder
	for i := range n {
		day := (n - 1 - i) * 680 / max(n-1, 1) // back from the day before today
		year, month, dom := 2026, 11, 15-day%15
		month -= day / 15 % 22
		for month < 1 {
			month, year = month+12, year-1
		}
		fmt.Fprintf(&b, "\n[[book]]\ntitle = %q\nauthor = %q\nfinished = %04d-%02d-%02d\nhours = %d\nskills = [%q]\n",
			fmt.Sprintf("%s %d", title, i+1), author, year, month, dom, 1+i%7, areas[i%len(areas)])
	}
	return b.String()
}

var areas = []string{"technical", "leadership", "communication", "strategy", "problem-solving", "business", "projects", "people"}

// titled is a log in which everything that can have a name has this one.
func titled(title string) string {
	q := quote(title)
	goal := func(id, rest string) string { return fmt.Sprintf("\n[[goal]]\nid = %q\ntitle = %s\n%s\n", id, q, rest) }
	return "[settings]\nstart = 2026-01-01\n" + everything +
		goal("books", "kinds = [\"book\"]\ntarget = 12\nper = \"year\"") +
		goal("hours", "unit = \"hours\"\ntarget = 60\nper = \"quarter\"") +
		goal("weekly", "target = 1\nper = \"week\"") +
		goal("feedback", "kinds = [\"feedback\"]\nevery = \"90d\"") +
		fmt.Sprintf("\n[skill.own]\narea = \"technical\"\ntitle = %s\n", q) +
		fmt.Sprintf("\n[[book]]\ntitle = %s\nauthor = %s\nfinished = 2026-11-12\nhours = 9\nskills = [\"own\"]\n", q, q) +
		fmt.Sprintf("\n[[course]]\ntitle = %s\nprovider = %s\nfinished = 2026-03-02\nskills = [\"leadership\"]\n", q, q) +
		fmt.Sprintf("\n[[certification]]\nid = \"held\"\ntitle = %s\nissuer = %s\nearned = 2024-02-03\nexpires = 2027-02-02\n", q, q) +
		fmt.Sprintf("\n[[certification]]\nid = \"gone\"\ntitle = %s\nissuer = %s\nearned = 2020-02-03\nexpires = 2023-02-02\n", q, q) +
		"\n[[assessment]]\ndate = 2026-06-01\nscores = { technical = 4, leadership = 2, people = 1 }\n"
}

// crowd is a log with so many goals and certifications. Their badges and
// burn-ups are like those of other logs.
func crowd(n int) string {
	var b strings.Builder
	b.WriteString("[settings]\nstart = 2026-01-01\n\n[badges]\nshow = [\"all\"]\n\n[cards]\nshow = [\"rings\", \"shelf\", \"burnup-goal-7\"]\n")
	for i := range n {
		fmt.Fprintf(&b, "\n[[goal]]\nid = \"goal-%d\"\ntitle = \"Goal number %d\"\nkinds = [\"book\"]\ntarget = %d\nper = \"year\"\n", i, i, 1+i*i)
		fmt.Fprintf(&b, "\n[[certification]]\nid = \"cert-%d\"\ntitle = \"Certified number %d\"\nissuer = \"Body %d\"\nearned = 2024-02-03\nexpires = %d-02-02\n", i, i, i, 2025+i%5)
	}
	return b.String() + entries("Book", "Writer", 300)
}

// quote writes a TOML string.
func quote(s string) string {
	return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`).Replace(s) + `"`
}
