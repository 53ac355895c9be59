package main

import (
	"bufio"
	"errors"
	"fmt"
	"strings"
	"testing"
)

// answering is an asker whose answers are known, and what it shows.
func answering(lines string) (*asker, *strings.Builder) {
	var shown strings.Builder
	return &asker{bufio.NewReader(strings.NewReader(lines)), &shown}, &shown
}

func TestAskText(t *testing.T) {
	even := func(s string) error {
		if len(s)%2 != 0 {
			return fmt.Errorf("%q is odd", s)
		}
		return nil
	}
	q, shown := answering("\nabc\n  abcd \n\nlast")
	if s, err := q.text("Name", "", even); s != "abcd" || err != nil {
		t.Errorf("%q, %v", s, err)
	}
	want := "Name:   write something, or stop with Ctrl-C\nName:   \"abc\" is odd\nName: "
	if shown.String() != want {
		t.Errorf("%q, want %q", shown, want)
	}
	if s, err := q.text("Name", "as it was", nil); s != "as it was" || err != nil {
		t.Errorf("%q, %v", s, err)
	}
	if s, err := q.text("Name", "", nil); s != "last" || err != nil { // without a line end
		t.Errorf("%q, %v", s, err)
	}
	if _, err := q.text("Name", "x", nil); !errors.Is(err, errStopped) {
		t.Error(err)
	}
}

// An arrow, or a byte of another encoding, is no answer.
func TestAskNoText(t *testing.T) {
	q, shown := answering("Title\x1b[A\nT\xfftle\nTitle\n")
	if s, err := q.text("Title", "", nil); s != "Title" || err != nil {
		t.Errorf("%q, %v", s, err)
	}
	if strings.Count(shown.String(), "write it again") != 2 {
		t.Errorf("%q", shown)
	}
}

func TestAskChoice(t *testing.T) {
	options := []string{"book: read", "booklet", "talk \x1b[31mred"}
	for in, want := range map[string]int{"\n": 1, "3\n": 2, "t\n": 2, "BOOKL\n": 1, "book:\n": 0, "0\n4\nboo\nx\n1\n": 0} {
		q, shown := answering(in)
		if at, err := q.choice("Which?", options, 1); at != want || err != nil {
			t.Errorf("%q: %d, %v", in, at, err)
		}
		if strings.Contains(shown.String(), "\x1b") {
			t.Errorf("%q", shown)
		}
	}
	q, _ := answering("")
	if _, err := q.choice("Which?", options, 1); !errors.Is(err, errStopped) {
		t.Error(err)
	}
}

func TestAskYes(t *testing.T) {
	for in, want := range map[string]bool{"\n": true, "Y\n": true, "yes\n": true, "n\n": false, "what\nNO\n": false} {
		q, _ := answering(in)
		if is, err := q.yes("Well?"); is != want || err != nil {
			t.Errorf("%q: %v, %v", in, is, err)
		}
	}
}

// A name that is known, or like none, is not asked about.
func TestAskMeant(t *testing.T) {
	for _, c := range []struct{ given, answers, want string }{
		{"cissp=1", "", "cissp=1"}, {"cisp.a=1, cka=2", "\n", "cissp.a=1|cka=2"}, {"zzzzzz=1", "", "zzzzzz=1"}, {"cisp=1", "n\n", "cisp=1"}, {"=1", "", "=1"},
	} {
		q, _ := answering(c.answers)
		given := map[string][]string{"credits": {c.given}}
		if err := q.meant(given, "credits", "credential", []string{"cissp", "cka"}, ".="); err != nil || strings.Join(given["credits"], "|") != c.want {
			t.Errorf("%s: %q, %v", c.given, given, err)
		}
	}
}
