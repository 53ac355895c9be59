package render

import (
	"bytes"
	"fmt"
	"html"
	"strings"
)

// BadgesBlock is the README block `badges`: an image for each badge, with what
// it says as its alternative text, leading to the log. base is the address of
// the folder of the pictures, with its slash; link is that of the log.
func BadgesBlock(made []Badge, base, link string) string {
	var b strings.Builder
	for _, x := range made {
		fmt.Fprintf(&b, `<a href="%s"><img src="%s%s.svg" alt="%s"></a>`+"\n", attr(link), attr(base), attr(x.Name), attr(x.Alt))
	}
	return b.String()
}

// attr escapes a text for an attribute of HTML within Markdown.
func attr(s string) string { return html.EscapeString(s) }

// BlockFault says why a README's block cannot be filled.
type BlockFault struct {
	Block string
	Line  int // from 1
	What  string
}

func (f *BlockFault) Error() string { return fmt.Sprintf("line %d: %s", f.Line, f.What) }

// FillBlock puts content between the lines `<!-- hone:start BLOCK -->` and
// `<!-- hone:end BLOCK -->` of a text, and leaves the rest as it is, byte for
// byte. found is false when the text has no such block. Marks inside a fenced
// block of code are text.
func FillBlock(text []byte, block, content string) (filled []byte, found bool, err error) {
	newline := "\n"
	if i := bytes.IndexByte(text, '\n'); i > 0 && text[i-1] == '\r' {
		newline = "\r\n"
	}
	content = strings.ReplaceAll(strings.TrimRight(content, "\n"), "\n", newline)
	if content != "" {
		content += newline
	}
	startMark, endMark := "<!-- hone:start "+block+" -->", "<!-- hone:end "+block+" -->"
	var out bytes.Buffer
	open, fence := 0, ""
	for n, line := range bytes.SplitAfter(text, []byte("\n")) {
		trimmed := strings.TrimSpace(string(line))
		if open == 0 {
			fence = fenceAfter(fence, trimmed)
		}
		switch {
		case fence == "" && trimmed == startMark && open > 0:
			return nil, true, &BlockFault{block, n + 1, fmt.Sprintf("the block %q begins again; end it first with %s", block, endMark)}
		case fence == "" && trimmed == startMark:
			open, found = n+1, true
			out.Write(line)
			if !bytes.HasSuffix(line, []byte("\n")) {
				out.WriteString(newline)
			}
			out.WriteString(content)
		case trimmed == endMark && open > 0:
			open = 0
			out.Write(line)
		case fence == "" && trimmed == endMark:
			return nil, true, &BlockFault{block, n + 1, fmt.Sprintf("the block %q ends and did not begin; begin it with %s", block, startMark)}
		case open > 0:
		default:
			out.Write(line)
		}
	}
	if open > 0 {
		return nil, true, &BlockFault{block, open, fmt.Sprintf("the block %q does not end; end it with %s", block, endMark)}
	}
	return out.Bytes(), found, nil
}

// Blocks returns the names of the blocks that a text begins, where [FillBlock]
// would find them.
func Blocks(text []byte) (names []string) {
	fence := ""
	for line := range strings.Lines(string(text)) {
		line = strings.TrimSpace(line)
		fence = fenceAfter(fence, line)
		name, begins := strings.CutPrefix(line, "<!-- hone:start ")
		name, ends := strings.CutSuffix(name, " -->")
		if fence == "" && begins && ends {
			names = append(names, name)
		}
	}
	return names
}

// fenceAfter returns the fence that is open after a line of Markdown.
func fenceAfter(open, line string) string {
	for _, mark := range []string{"```", "~~~"} {
		if !strings.HasPrefix(line, mark) {
			continue
		}
		run := line[:len(line)-len(strings.TrimLeft(line, mark[:1]))]
		switch {
		case open == "":
			return run
		case strings.HasPrefix(run, open) && strings.TrimSpace(line[len(run):]) == "":
			return ""
		}
	}
	return open
}
