package render

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"net/url"
	"strings"

	"github.com/honelog/hone/tracker"
)

// SARIF is the document of `hone check --format sarif`, of version 2.1.0: what
// code scanning and editors read. Places are those of the repository, whose
// root is %SRCROOT%; prefix is the path from there to the log's, with its
// slash. line returns the text of a line of a file: a fingerprint is made of
// it, so that a finding stays the same one when it moves to another line.
func SARIF(findings []tracker.Finding, prefix string, line func(file string, n int) string, version string) []byte {
	index := map[string]int{}
	rules := []sarifRule{}
	for i, c := range tracker.Codes() {
		index[c.Name] = i
		rules = append(rules, ruleOf(c))
	}
	results := []sarifResult{}
	seen := map[string]int{}
	for _, f := range findings {
		r := sarifResult{RuleID: f.Code, RuleIndex: index[f.Code], Level: string(f.Severity), Message: sarifText{Text: Sentence(f)}}
		what := f.Code + "\n" + f.File + "\n"
		if f.File != "" {
			r.Locations = []sarifLocation{{sarifPlace{
				sarifFile{uriOf(prefix + f.File), srcRoot},
				sarifRegion{f.Line, f.Column, f.EndLine, f.EndColumn},
			}}}
			if !f.Private { // what is not told must not be found by trying
				what += strings.TrimSpace(line(f.File, f.Line))
			}
		}
		seen[what]++
		r.Fingerprints = map[string]string{"honeFinding/v1": fingerprint(what, seen[what])}
		results = append(results, r)
	}
	return marshal(sarifDoc{
		Schema:  "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
		Version: "2.1.0",
		Runs: []sarifRun{{
			Tool: sarifTool{sarifDriver{
				Name: "hone", Version: version, InformationURI: "https://github.com/honelog/hone", Rules: rules,
			}},
			Invocations: []sarifInvocation{{true}},
			Bases:       map[string]sarifBase{srcRoot: {sarifText{Text: "The root of the repository."}}},
			ColumnKind:  "unicodeCodePoints",
			Results:     results,
		}},
	})
}

const srcRoot = "%SRCROOT%"

// formatURL is where the documentation of the format is read.
const formatURL = "https://github.com/honelog/hone/blob/main/FORMAT.md"

func ruleOf(c tracker.Code) sarifRule {
	help := sarifText{Text: c.Text, Markdown: c.Text}
	if c.Wrong != "" {
		show := func(s string) string { return strings.Trim(strings.ToValidUTF8(s, "\ufffd"), "\n") }
		help.Text += "\n\nWrong:\n\n" + show(c.Wrong) + "\n\nRight:\n\n" + show(c.Right)
		help.Markdown += "\n\nWrong:\n\n```toml\n" + show(c.Wrong) + "\n```\n\nRight:\n\n```toml\n" + show(c.Right) + "\n```\n"
	}
	first, _, _ := strings.Cut(c.Text, ". ")
	return sarifRule{
		ID: c.Name, Name: pascal(c.Name), Short: sarifText{Text: strings.TrimSuffix(first, ".") + "."}, Full: sarifText{Text: c.Text}, Help: help,
		HelpURI: formatURL + "#" + c.Name, Default: sarifLevel{string(c.Severity)},
	}
}

// pascal is a code as one word: unknown-key is UnknownKey. One that is a single
// word needs no other name.
func pascal(code string) string {
	if !strings.Contains(code, "-") {
		return ""
	}
	var b strings.Builder
	for word := range strings.SplitSeq(code, "-") {
		b.WriteString(capital(word))
	}
	return b.String()
}

// uriOf is a path as a relative reference.
func uriOf(path string) string { return (&url.URL{Path: path}).String() }

// fingerprint names the n-th of findings that look the same.
func fingerprint(what string, n int) string {
	sum := sha256.Sum256(fmt.Appendf(nil, "%s\n%d", what, n))
	return hex.EncodeToString(sum[:16])
}

// The parts of SARIF that are used here.
type (
	sarifDoc struct {
		Schema  string     `json:"$schema"`
		Version string     `json:"version"`
		Runs    []sarifRun `json:"runs"`
	}
	sarifRun struct {
		Tool        sarifTool            `json:"tool"`
		Invocations []sarifInvocation    `json:"invocations"`
		Bases       map[string]sarifBase `json:"originalUriBaseIds"`
		ColumnKind  string               `json:"columnKind"`
		Results     []sarifResult        `json:"results"`
	}
	sarifTool struct {
		Driver sarifDriver `json:"driver"`
	}
	sarifDriver struct {
		Name           string      `json:"name"`
		Version        string      `json:"version,omitempty"`
		InformationURI string      `json:"informationUri"`
		Rules          []sarifRule `json:"rules"`
	}
	sarifRule struct {
		ID      string     `json:"id"`
		Name    string     `json:"name,omitempty"`
		Short   sarifText  `json:"shortDescription"`
		Full    sarifText  `json:"fullDescription"`
		Help    sarifText  `json:"help"`
		HelpURI string     `json:"helpUri"`
		Default sarifLevel `json:"defaultConfiguration"`
	}
	sarifLevel struct {
		Level string `json:"level"`
	}
	sarifText struct {
		Text     string `json:"text"`
		Markdown string `json:"markdown,omitempty"`
	}
	sarifInvocation struct {
		Successful bool `json:"executionSuccessful"`
	}
	sarifBase struct {
		Description sarifText `json:"description"`
	}
	sarifResult struct {
		RuleID       string            `json:"ruleId"`
		RuleIndex    int               `json:"ruleIndex"`
		Level        string            `json:"level"`
		Message      sarifText         `json:"message"`
		Locations    []sarifLocation   `json:"locations,omitempty"`
		Fingerprints map[string]string `json:"partialFingerprints"`
	}
	sarifLocation struct {
		Place sarifPlace `json:"physicalLocation"`
	}
	sarifPlace struct {
		File   sarifFile   `json:"artifactLocation"`
		Region sarifRegion `json:"region"`
	}
	sarifFile struct {
		URI  string `json:"uri"`
		Base string `json:"uriBaseId"`
	}
	sarifRegion struct {
		StartLine   int `json:"startLine"`
		StartColumn int `json:"startColumn"`
		EndLine     int `json:"endLine"`
		EndColumn   int `json:"endColumn"`
	}
)
