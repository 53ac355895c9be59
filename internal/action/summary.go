package action

import (
	"os"
	"strings"
)

// maxSummary is how much a step may say in the job summary: GitHub shows
// nothing at all of one above a mebibyte, and hiding secrets may lengthen it.
const maxSummary = 900 << 10

const summaryCut = "\n\n*The rest is left out here: it is too long for a job summary.*\n"

// Summary adds Markdown to the job summary. What would make it too long for
// GitHub is cut off at a line's end, and a last line says so. Without a runner it
// does nothing.
func (s *Step) Summary(markdown string) error {
	path := s.getenv("GITHUB_STEP_SUMMARY")
	if path == "" || markdown == "" {
		return nil
	}
	used := 0
	if info, err := os.Stat(path); err == nil {
		used = int(min(info.Size(), maxSummary))
	}
	text := strings.ToValidUTF8(markdown, "\uFFFD")
	if !strings.HasSuffix(text, "\n") {
		text += "\n"
	}
	text = shorten(text, maxSummary-used)
	if text == "" {
		return nil
	}
	return appendFile(path, text)
}

// shorten cuts Markdown to a size at the end of a line, and closes the block of
// code or of details that the cut goes through.
func shorten(text string, size int) string {
	if len(text) <= size {
		return text
	}
	const closing = len("\n```\n\n</details>\n") + len(summaryCut)
	if size <= closing {
		return ""
	}
	text = text[:strings.LastIndexByte(text[:size-closing], '\n')+1]
	fences := 0
	for _, line := range strings.Split(text, "\n") {
		if strings.HasPrefix(strings.TrimLeft(line, " "), "```") {
			fences++
		}
	}
	if fences%2 == 1 {
		text += "\n```\n"
	}
	if strings.Count(text, "<details>") > strings.Count(text, "</details>") {
		text += "\n</details>\n"
	}
	return text + summaryCut
}
