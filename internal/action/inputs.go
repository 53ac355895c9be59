package action

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strings"
)

// maxInputs bounds the inputs as JSON.
const maxInputs = 1 << 20

// Input returns an input of the Action without the space around it. One that
// is absent takes the fallback; one that is given as empty is empty. Case does
// not matter in names, as in workflows.
func (s *Step) Input(name, fallback string) string {
	if _, given := s.inputs[inputKey(name)]; !given {
		return fallback
	}
	return s.gha.GetInput(name)
}

// env is the environment that go-githubactions sees: a composite action gets
// no INPUT_ variables, so they come from the JSON.
func (s *Step) env(key string) string {
	if name, ok := strings.CutPrefix(key, "INPUT_"); ok {
		return s.inputs[name]
	}
	return s.getenv(key)
}

// inputKey is how the runner writes the name of an input in a variable.
func inputKey(name string) string {
	return strings.ToUpper(strings.ReplaceAll(name, " ", "_"))
}

// parseInputs reads one JSON object of texts, numbers and truths, by inputKey.
func parseInputs(text string) (map[string]string, error) {
	inputs := map[string]string{}
	if strings.TrimSpace(text) == "" {
		return inputs, nil
	}
	if len(text) > maxInputs {
		return nil, fmt.Errorf("the inputs are %d bytes long: at most %d are read", len(text), maxInputs)
	}
	var given map[string]any
	d := json.NewDecoder(strings.NewReader(text))
	d.UseNumber()
	if err := d.Decode(&given); err != nil {
		return nil, fmt.Errorf("HONE_INPUTS is no JSON object: %w", err)
	}
	rest := new(bytes.Buffer)
	if rest.ReadFrom(d.Buffered()); strings.TrimSpace(rest.String()) != "" {
		return nil, fmt.Errorf("HONE_INPUTS holds more than one JSON object")
	}
	for name, value := range given {
		switch v := value.(type) {
		case nil:
		case string:
			inputs[inputKey(name)] = v
		case bool, json.Number:
			inputs[inputKey(name)] = fmt.Sprint(v)
		default:
			return nil, fmt.Errorf("input %q is no text", name)
		}
	}
	return inputs, nil
}
