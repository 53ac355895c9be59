package forge_test

import "net/http"

type (
	request   = *http.Request
	response  = *http.Response
	roundTrip = func(*http.Request) (*http.Response, error)
)

// tripper is a transport around the usual one.
func tripper(around func(next roundTrip) roundTrip) http.RoundTripper {
	return trip(around(http.DefaultTransport.RoundTrip))
}

type trip roundTrip

func (t trip) RoundTrip(r *http.Request) (*http.Response, error) { return t(r) }
