//go:build ignore

// Trim cuts GitHub's own OpenAPI description down to the operations that hone
// uses, with all that they refer to, and without examples and descriptions:
//
//	go run trim.go path/to/package/generated/api.github.com.json
//
// The description is that of the npm package @octokit/openapi, whose licence
// stands in LICENSE-octokit-openapi.
package main

import (
	"encoding/json"
	"fmt"
	"os"
	"strings"
)

// operations are the calls that hone makes.
var operations = map[string][]string{
	"/repos/{owner}/{repo}":                                     {"get"},
	"/repos/{owner}/{repo}/issues":                              {"get", "post"},
	"/repos/{owner}/{repo}/issues/{issue_number}":               {"get", "patch"},
	"/repos/{owner}/{repo}/issues/{issue_number}/comments":      {"get", "post"},
	"/repos/{owner}/{repo}/issues/comments/{comment_id}":        {"patch", "delete"},
	"/repos/{owner}/{repo}/issues/{issue_number}/labels":        {"post"},
	"/repos/{owner}/{repo}/issues/{issue_number}/labels/{name}": {"delete"},
	"/repos/{owner}/{repo}/labels":                              {"post"},
	"/repos/{owner}/{repo}/labels/{name}":                       {"get"},
	"/repos/{owner}/{repo}/collaborators/{username}/permission": {"get"},
	"/repos/{owner}/{repo}/git/ref/{ref}":                       {"get"},
	"/repos/{owner}/{repo}/git/refs":                            {"post"},
	"/repos/{owner}/{repo}/git/refs/{ref}":                      {"patch"},
	"/repos/{owner}/{repo}/git/commits":                         {"post"},
	"/repos/{owner}/{repo}/git/commits/{commit_sha}":            {"get"},
	"/repos/{owner}/{repo}/git/trees":                           {"post"},
	"/repos/{owner}/{repo}/git/trees/{tree_sha}":                {"get"},
	"/repos/{owner}/{repo}/git/blobs":                           {"post"},
	"/repos/{owner}/{repo}/git/blobs/{file_sha}":                {"get"},
	"/repos/{owner}/{repo}/pulls":                               {"get", "post"},
	"/repos/{owner}/{repo}/pulls/{pull_number}":                 {"patch"},
	"/user": {"get"},
}

type object = map[string]any

func main() {
	text, err := os.ReadFile(os.Args[1])
	fail(err)
	var whole object
	fail(json.Unmarshal(text, &whole))
	paths := object{}
	for path, methods := range operations {
		kept := object{}
		for _, m := range methods {
			kept[m] = whole["paths"].(object)[path].(object)[m]
		}
		paths[path] = kept
	}
	info := whole["info"].(object)
	trimmed := object{
		"openapi": whole["openapi"],
		"info": object{
			"title": info["title"], "version": info["version"], "license": info["license"],
			"description": "Trimmed by trim.go from api.github.com.json of the npm package @octokit/openapi.",
		},
		"paths": strip(paths, ""),
	}
	components := object{}
	for added := true; added; {
		added = false
		for _, ref := range refs([]any{paths, components}) {
			parts := strings.Split(strings.TrimPrefix(ref, "#/components/"), "/")
			section, name := parts[0], parts[1]
			if components[section] == nil {
				components[section] = object{}
			}
			if components[section].(object)[name] == nil {
				components[section].(object)[name] = whole["components"].(object)[section].(object)[name]
				added = true
			}
		}
	}
	delete(components, "examples")
	trimmed["components"] = strip(components, "")
	out, err := json.Marshal(trimmed)
	fail(err)
	fail(os.WriteFile("github.json", append(out, '\n'), 0o644))
	fmt.Println(len(out), "bytes")
}

// strip drops what only readers need. key is where the value stands: in some
// places an object's keys are names, whatever they are spelled like.
func strip(v any, key string) any {
	switch v := v.(type) {
	case object:
		out := object{}
		names := key == "properties" || key == "responses" || key == "headers" || key == "schemas"
		for k, x := range v {
			switch {
			case names && key == "responses":
				response, _ := strip(x, "").(object)
				if response["$ref"] == nil {
					response["description"] = "" // it must have one
				}
				out[k] = response
			case names:
				out[k] = strip(x, "")
			case !dropped[k] && !strings.HasPrefix(k, "x-"):
				out[k] = strip(x, k)
			}
		}
		return out
	case []any:
		out := make([]any, len(v))
		for i, x := range v {
			out[i] = strip(x, "")
		}
		return out
	}
	return v
}

var dropped = map[string]bool{"description": true, "example": true, "examples": true, "externalDocs": true, "summary": true, "tags": true}

func refs(v any) (found []string) {
	switch v := v.(type) {
	case object:
		for k, x := range v {
			if ref, ok := x.(string); ok && k == "$ref" && !strings.HasPrefix(ref, "#/components/examples/") {
				found = append(found, ref)
			} else if k != "examples" {
				found = append(found, refs(x)...)
			}
		}
	case []any:
		for _, x := range v {
			found = append(found, refs(x)...)
		}
	}
	return found
}

func fail(err error) {
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}
