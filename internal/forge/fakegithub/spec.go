package fakegithub

import (
	"bytes"
	"context"
	"crypto/sha256"
	_ "embed"
	"errors"
	"fmt"
	"io"
	"maps"
	"net/http"
	"slices"
	"strings"
	"sync"

	"github.com/getkin/kin-openapi/openapi3"
	"github.com/getkin/kin-openapi/openapi3filter"
	"github.com/getkin/kin-openapi/routers"
	"github.com/getkin/kin-openapi/routers/gorillamux"
)

// description is GitHub's own, cut down by trim.go.
//
//go:embed github.json
var description []byte

// spec checks requests and answers against the description.
type spec struct {
	doc    *openapi3.T
	router routers.Router
	fine   sync.Map // the exchanges that were found to be fine, by their hash
	least  sync.Map // the least values of schemas, by their name
}

// load reads the description once for all servers.
var load = sync.OnceValues(func() (*spec, error) {
	doc, err := openapi3.NewLoader().LoadFromData(description)
	if err != nil {
		return nil, err
	}
	doc.Servers = openapi3.Servers{{URL: prefix}}
	for path, item := range doc.Paths.Map() {
		if whole := strings.Replace(path, "{ref}", "{ref:.+}", 1); whole != path { // a branch's name may have slashes
			doc.Paths.Delete(path)
			doc.Paths.Set(whole, item)
		}
		for _, op := range item.Operations() {
			if op.RequestBody != nil {
				strict(op.RequestBody.Value.Content.Get("application/json").Schema)
			}
		}
	}
	router, err := gorillamux.NewRouter(doc)
	return &spec{doc: doc, router: router}, err
})

// strict has a request name nothing but what the description names, so that a
// misspelt field is found.
func strict(s *openapi3.SchemaRef) {
	if len(s.Value.Properties) > 0 {
		no := false
		s.Value.AdditionalProperties.Has = &no
	}
	for _, one := range s.Value.OneOf {
		strict(one)
	}
}

// check holds a request, and its answer unless that is nil, against the
// description. Tests make the same exchange over and over: it is checked once.
func (s *spec) check(r *http.Request, body []byte, a *reply) error {
	h := sha256.New()
	fmt.Fprintf(h, "%s %s %q %q %q\n", r.Method, r.URL.RequestURI(), r.Header["Accept"], r.Header["Content-Type"], body)
	if a != nil {
		fmt.Fprintf(h, "%d %q %q", a.status, a.header["Content-Type"], a.body)
	}
	key := [sha256.Size]byte(h.Sum(nil))
	if _, fine := s.fine.Load(key); fine {
		return nil
	}
	x, err := s.request(r, body)
	if err == nil && a != nil {
		err = x.answer(a.status, a.header, a.body)
	}
	if err == nil {
		s.fine.Store(key, true)
	}
	return err
}

// exchange is a request with its answer.
type exchange struct {
	request *http.Request
	input   *openapi3filter.RequestValidationInput
}

var options = &openapi3filter.Options{
	MultiError: true, IncludeResponseStatus: true, AuthenticationFunc: openapi3filter.NoopAuthenticationFunc,
}

// request checks a request. The answer to it can be checked then.
func (s *spec) request(r *http.Request, body []byte) (*exchange, error) {
	r = r.Clone(context.Background())
	r.Body = io.NopCloser(bytes.NewReader(body))
	route, params, err := s.router.FindRoute(r)
	if err != nil {
		return nil, fmt.Errorf("%s %s: %w", r.Method, r.URL.Path, err)
	}
	x := &exchange{r, &openapi3filter.RequestValidationInput{Request: r, PathParams: params, Route: route, Options: options}}
	if err := openapi3filter.ValidateRequest(r.Context(), x.input); err != nil {
		return x, fmt.Errorf("%s %s: %w", r.Method, r.URL.Path, err)
	}
	for name, values := range r.URL.Query() {
		known := slices.ContainsFunc(route.Operation.Parameters, func(p *openapi3.ParameterRef) bool {
			return p.Value.In == "query" && p.Value.Name == name
		})
		if !known && name != "after" { // that one GitHub's own links have
			return x, fmt.Errorf("%s %s: no parameter %q", r.Method, r.URL.Path, name)
		}
		if name == "per_page" && len(values[0]) > 2 && values[0] != "100" {
			return x, errors.New("per_page is at most 100")
		}
	}
	if accept := r.Header.Get("Accept"); !strings.Contains(accept, "json") {
		return x, fmt.Errorf("the header Accept is %q", accept)
	}
	return x, nil
}

// answer checks an answer.
func (x *exchange) answer(status int, header http.Header, body []byte) error {
	err := openapi3filter.ValidateResponse(context.Background(), &openapi3filter.ResponseValidationInput{
		RequestValidationInput: x.input, Status: status, Header: header,
		Body: io.NopCloser(bytes.NewReader(body)), Options: options,
	})
	if err != nil {
		return fmt.Errorf("answer %d to %s %s: %w", status, x.request.Method, x.request.URL.Path, err)
	}
	return nil
}

// filled returns the least value that a schema of the description takes, with
// some of its properties given.
func (s *spec) filled(name string, given map[string]any) map[string]any {
	least, ok := s.least.Load(name)
	if !ok {
		least, _ = s.least.LoadOrStore(name, fill(s.doc.Components.Schemas[name].Value))
	}
	value := maps.Clone(least.(map[string]any))
	maps.Copy(value, given)
	return value
}

func fill(s *openapi3.Schema) any {
	switch {
	case s.Nullable && len(s.Properties) == 0:
		return nil
	case len(s.Enum) > 0:
		return s.Enum[0]
	case s.Type.Is("object") || len(s.Properties) > 0:
		value := map[string]any{}
		for _, name := range s.Required {
			value[name] = fill(s.Properties[name].Value)
		}
		return value
	case s.Type.Is("array"):
		return []any{}
	case s.Type.Is("boolean"):
		return false
	case s.Type.Is("integer"), s.Type.Is("number"):
		return 1
	case s.Format == "date-time":
		return "2026-01-01T00:00:00Z"
	case s.Format == "uri":
		return "https://example.com/"
	case len(s.OneOf) > 0:
		return fill(s.OneOf[0].Value)
	}
	return "text"
}
