package badges

import (
	"errors"
	"net/url"
	"strings"
	"testing"
)

func TestLinks(t *testing.T) {
	for in, want := range map[string]string{
		"https://example.org":                       "https://example.org",
		"HTTP://Example.org:8080/a/b?c=d&e='f'#g":   "HTTP://Example.org:8080/a/b?c=d&amp;e=%27f%27#g",
		"https://xn--bcher-kva.example/":            "https://xn--bcher-kva.example/",
		"https://[2001:db8::1]:443/":                "https://[2001:db8::1]:443/",
		"https://example.org/größe?q=漢":             "https://example.org/gr%C3%B6%C3%9Fe?q=%E6%BC%A2",
		"https://example.org/?u=http://a@b/":        "https://example.org/?u=http://a@b/",
		"https://example.org#a@b":                   "https://example.org#a@b",
		"mailto:me@example.org?subject=a%20b&body=": "mailto:me@example.org?subject=a%20b&amp;body=",
		"learning/2026.md":                          "learning/2026.md",
		"/a:b":                                      "/a:b",
		"./a:b":                                     "./a:b",
		"../":                                       "../",
		"?a:b":                                      "?a:b",
		"#a:b":                                      "#a:b",
		"a//b":                                      "a//b",
		"javascript%3Aalert(1)":                     "javascript%3Aalert(1)", // a file of that name
		"&#106;avascript/":                          "&amp;#106;avascript/",
	} {
		if err := checkLink(in); err != nil {
			t.Errorf("%s: %v", in, err)
		} else if got := string(appendLink(nil, in)); got != want {
			t.Errorf("%s: got %s, want %s", in, got, want)
		}
	}
}

func TestNoLinks(t *testing.T) {
	for _, in := range []string{
		"javascript:alert(1)", "JaVaScRiPt:alert(1)", " javascript:alert(1)", "\x01javascript:alert(1)", "java\nscript:alert(1)", "java\tscript:alert(1)",
		"javascript\r:alert(1)", "javascript://example.org/%0aalert(1)", "data:text/html,x", "vbscript:x", "file:///etc/passwd", "blob:x", "about:blank",
		"ftp://example.org", "ws://example.org", "view-source:https://example.org", "feed:javascript:x", ":", ":a", "a:b", "https", "https:",
		"//example.org", "///example.org", `\\example.org`, `/\example.org`, `\/example.org`, "/\t/example.org", "https:example.org", "https:/example.org",
		`https:\\example.org`, "https:///example.org", "https://", "https://?", "https://:80", "https://:80/", "https://example.org:", "https://example.org:x",
		"https://example.org:123456", "https://github.com@example.org", "https://a:b@example.org/", "https://github.com%2f@example.org", "https://exa%6dple.org",
		"https://bücher.example", "https://еxample.org", "https://example.org\u3002evil", "https://[::1", "https://[::1]x", "https://[x]", "https://::1/",
		"https://example.org/ ", "https://example.org/a b", "https://example.org/\u00a0", "https://example.org/\u2028", "https://example.org/\u202egpj",
		"https://example.org/\u200b", "https://example.org/\x7f", "https://example.org/\u0085", "https://example.org/\xff", "https://example.org/\ufffd",
		"https://example.org/\"onload=x", "https://example.org/<b>", "https://example.org/^`{|}", "https://example.org/%", "https://example.org/%4",
		"https://example.org/%zz", "https://example.org/%00", "https://example.org/%0d%0aSet-Cookie:x", "https://example.org/%7F",
		"mailto:", "mailto:@", "mailto:a", "mailto:a@", "mailto:@b", "mailto:a@b@c", "mailto:a@b,c@d", "mailto:a@b;c@d", "mailto://a@b", "mailto:a@b?x=%0Abcc:c@d",
		"https://example.org/" + strings.Repeat("a", maxLink),
	} {
		err := checkLink(in)
		var fault *LinkError
		if in == "https" {
			if err != nil { // a file of that name
				t.Errorf("%q: %v", in, err)
			}
			continue
		}
		if !errors.As(err, &fault) || fault.Value != in || fault.Problem == "" {
			t.Errorf("%.60q: %v", in, err)
		}
	}
}

// What passes is read in the same way by Go's own parser of URLs.
func FuzzLink(f *testing.F) {
	for _, s := range []string{"https://example.org/a?b#c", "mailto:a@b", "../a", "#a", "javascript:x", "//a", "https://[::1]/", "/ä", "a:b"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if checkLink(s) != nil {
			return
		}
		href := strings.ReplaceAll(string(appendLink(nil, s)), "&amp;", "&")
		u, err := url.Parse(href)
		if err != nil {
			// It minds an address that is none in brackets, and colons that are none of a port.
			if !strings.Contains(href, "[") && !strings.Contains(href, ":") {
				t.Fatalf("%q: %v", href, err)
			}
			return
		}
		switch u.Scheme {
		case "http", "https":
			if u.Host == "" || u.User != nil {
				t.Fatalf("%q: host %q, user %v", href, u.Host, u.User)
			}
		case "mailto":
		case "":
			if u.Host != "" || strings.HasPrefix(href, "//") {
				t.Fatalf("%q: host %q", href, u.Host)
			}
		default:
			t.Fatalf("%q: scheme %q", href, u.Scheme)
		}
		if strings.Trim(href, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~:/?#[]@!$&()*+,;=%") != "" {
			t.Fatalf("%q", href)
		}
	})
}
