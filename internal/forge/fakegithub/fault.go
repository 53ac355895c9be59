package fakegithub

import (
	"net/http"
	"strings"
	"time"
)

// Fault is what goes wrong at a call. The zero Fault cuts the connection
// without an answer.
type Fault struct {
	Effect bool // the call takes place before it goes wrong
	Status int  // answer with this
	Header map[string]string
	Body   string
	Short  bool          // the right answer breaks off in the middle
	Empty  bool          // the right answer has no body
	Slow   time.Duration // before the right answer, or the cut
}

func (f *Fault) send(w http.ResponseWriter, right reply) {
	time.Sleep(f.Slow)
	switch {
	case f.Status > 0:
		w.Header().Set("Content-Type", "application/json; charset=utf-8")
		for k, v := range f.Header {
			w.Header().Set(k, v)
		}
		w.WriteHeader(f.Status)
		_, _ = w.Write([]byte(f.Body))
	case f.Short && len(right.body) > 0:
		half := right
		half.body = right.body[:len(right.body)/2]
		half.send(w)
	case f.Empty && right.status > 0:
		right.body = nil
		right.send(w)
	case f.Slow > 0 && right.status > 0:
		right.send(w)
	default:
		panic(http.ErrAbortHandler) // cuts the connection
	}
}

// Refuse is a fault that answers with a status, a message and headers, each as
// "Name: value".
func Refuse(status int, message string, headers ...string) *Fault {
	f := &Fault{Status: status, Body: `{"message":` + quote(message) + `,"documentation_url":"https://docs.github.com/rest"}`, Header: map[string]string{}}
	for _, h := range headers {
		name, value, _ := strings.Cut(h, ": ")
		f.Header[name] = value
	}
	return f
}

func quote(s string) string { return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`).Replace(s) + `"` }
