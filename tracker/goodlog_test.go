package tracker

import (
	"fmt"
	"math/rand/v2"
	"strings"
)

// goodLog makes a log without a fault.
func goodLog(rng *rand.Rand) string {
	var b strings.Builder
	pick := func(words ...string) string { return words[rng.IntN(len(words))] }
	b.WriteString(pick("", "# my log\n", "version = 1\n\n"))
	b.WriteString("[settings]\nstart = 2026-01-01\n\n[[certification]]\nid = \"cissp\"\ntitle = \"CISSP\"\nearned = 2025-06-01\n\n" +
		"[[goal]]\nid = \"books\"\nkinds = [\"book\"]\ntarget = 12\nper = \"year\"\n\n")
	for n := range 12 + rng.IntN(20) {
		indent, equals := pick("", "", "  ", "\t"), pick(" = ", " = ", "=", "\t=\t", "   = ")
		k := kinds[rng.IntN(len(kinds))]
		if k.Name == "certification" || k.Name == "assessment" {
			continue
		}
		line := func(key, value string) string {
			return indent + key + equals + value + pick("", "", "", "  # "+pick("a remark", `with "quotes"`, "ü 🙂", "[[book]]")) + "\n"
		}
		text := `"` + pick("Accelerate", "Über 🙂", "a 'b' c", `say \"hi\"`, "[[book]]", "# no remark") + fmt.Sprint(" ", n) + `"`
		keys := []string{line(dateKeyOf(k), fmt.Sprintf("2026-%02d-%02d", 1+n%10, 1+n%28))}
		for _, key := range k.Keys {
			switch {
			case key.Name == "title":
				keys = append(keys, line("title", text))
			case key.Name == "role" && key.Required:
				keys = append(keys, line("role", `"mentee"`))
			case key.Name == "kind":
				keys = append(keys, line("kind", `"meetup"`))
			case rng.IntN(5) > 0:
			case key.Name == "tags":
				keys = append(keys, line("tags", pick(`["a", "ü"]`, "[]", "[\n  \"a\", # x\n  'b',\n]")))
			case key.Name == "skills":
				keys = append(keys, line("skills", pick(`["people"]`, `["empathy", "business"]`)))
			case key.Name == "takeaway":
				keys = append(keys, line("takeaway", pick(`"short"`, "'''one\nrating = 9\ntwo'''", "\"\"\"\nlong \\\"\"\"\n\"\"\"")))
			case key.Name == "hours":
				keys = append(keys, line("hours", pick("1", "2.5", "0.25")))
			case key.Name == "credits":
				keys = append(keys, line("credits.cissp", "2"))
			case key.Name == "with":
				keys = append(keys, line("with", text))
			}
		}
		if k.Key("title") == nil {
			keys = append(keys, line("id", fmt.Sprintf(`"e-%d"`, n)), line("source", text))
		}
		if rng.IntN(2) == 0 {
			rng.Shuffle(len(keys), func(i, j int) { keys[i], keys[j] = keys[j], keys[i] })
		}
		b.WriteString(indent + "[[" + k.Name + "]]\n" + strings.Join(keys, "") + pick("", "\n", "\n\n", "# end\n"))
	}
	return b.String()
}

func dateKeyOf(k *Kind) string {
	if k.Else != "" {
		return k.Else
	}
	return k.Counts
}
