package gitserver

import (
	"bytes"
	"net/http"
	"net/http/httptest"
)

// Cut is a place where a line may break.
type Cut int

const (
	BeforeAnswer  Cut = iota // the request is not handled
	WithinAnswer             // it is handled, and half of the answer arrives
	InsteadAnswer            // it is handled, and nothing arrives
)

// Break handles a request as far as the cut lets it, and breaks the line there.
func (c Cut) Break(w http.ResponseWriter, r *http.Request, next http.Handler) {
	var half []byte
	if c != BeforeAnswer {
		answer := httptest.NewRecorder()
		next.ServeHTTP(answer, r)
		if body := answer.Body.Bytes(); c == WithinAnswer {
			half = body[:len(body)/2]
			for key, values := range answer.Header() {
				w.Header()[key] = values
			}
			w.Header().Set("Content-Length", "100000000")
		}
	}
	if half != nil {
		w.Write(bytes.Clone(half))
		w.(http.Flusher).Flush()
	}
	panic(http.ErrAbortHandler)
}
