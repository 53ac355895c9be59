package badges

import (
	"errors"
	"strings"
	"testing"
)

func TestParseLogo(t *testing.T) {
	for in, want := range map[string]string{
		"M0 0h24v24z":                       "M0 0h24v24z",
		" m 1,2 \n 3 , 4\tZ ":               "m1 2 3 4Z",
		"M.5.5-.5-0.50":                     "M.5 .5-.5-.5",
		"M1e1+2E-1 1.5e+1,0.0001e4":         "M10 .2 15 1",
		"M-0 +0":                            "M0 0",
		"M0 0a1 1 0 012-3.5.5,1,0,1,0,1,1":  "M0 0a1 1 0 0 1 2-3.5 .5 1 0 1 0 1 1",
		"M0 0A1 1-45 10-1-1":                "M0 0A1 1-45 1 0-1-1",
		"M0 0C1 2 3 4 5 6S1 2 3 4Q1 2 3 4t": "",
		"M0 0L1 1 2 2l.1.2.3.4H1 2V3V4":     "M0 0L1 1 2 2l.1 .2 .3 .4H1 2V3V4",
		"M0 0zm1 1zZ":                       "M0 0zm1 1zZ",
		"M.1234567 -.1234567":               "M.123457-.123457",
		"M.0000004 .0000005":                "M0 .000001",
		"M1000000 -1e6":                     "M1000000-1000000",
		"M00012.50 0":                       "M12.5 0",
		"M1e1.5":                            "M10 .5",
		"M1e-999 0e999":                     "M0 0",
		"M123456.1234567890123456 0":        "M123456.123457 0",
		"M0." + strings.Repeat("0", 50) + "1 " + strings.Repeat("0", 50) + "1": "M0 1",
	} {
		l, err := ParseLogo(in)
		if want == "" {
			if err == nil {
				t.Errorf("%s: no error", in)
			}
			continue
		}
		if err != nil || l.path != want {
			t.Errorf("%s: got %q, %v; want %q", in, l.path, err, want)
		}
	}
}

func TestLogoError(t *testing.T) {
	for in, want := range map[string]string{
		"":                         "byte 0: there is no path",
		" \n":                      "byte 2: there is no path",
		"L1 1":                     `byte 0: a path begins with M, not with "L"`,
		"0 0":                      `byte 0: a path begins with M, not with "0"`,
		"M":                        "byte 1: a number is expected, not the end",
		"M1":                       "byte 2: a number is expected, not the end",
		"M1,":                      "byte 3: a number is expected, not the end",
		"M1,,1":                    `byte 3: a number is expected, not ","`,
		"M,1 1":                    `byte 1: a number is expected, not ","`,
		"M1 1,":                    "byte 5: a number is expected, not the end",
		"M1 1,L2 2":                `byte 5: a number is expected, not "L"`,
		"M1 1 2":                   "byte 6: a number is expected, not the end",
		"M1 1z1":                   `byte 5: a command is expected, not "1"`,
		"M1 1z,":                   `byte 5: a command is expected, not ","`,
		"M1. 1":                    `byte 3: a number is expected, not " "`,
		"M+-1 1":                   `byte 2: a number is expected, not "-"`,
		"M1e 1":                    `byte 3: an exponent is expected, not " "`,
		"M1 NaN":                   `byte 3: a number is expected, not "N"`,
		"M1 1a1 1 0 2 0 1 1":       `byte 11: a flag is 0 or 1, not "2"`,
		"M1 1a1 1 0 +1 0 1 1":      `byte 11: a flag is 0 or 1, not "+"`,
		"M1 1a1 1 0 1":             "byte 12: a flag is 0 or 1, not the end",
		"M1 1a1-1 0 1 0 1 1":       "byte 6: a radius is negative",
		"M1 1000001":               "byte 3: a number is greater than a million",
		"M1 -1e99":                 "byte 3: a number is greater than a million",
		"M1 1e1000":                "byte 8: an exponent has more than three digits",
		"M1 1\"/><script>":         `byte 4: a command is expected, not "\""`,
		"M1 1B":                    `byte 4: a command is expected, not "B"`,
		"M1 1é":                    `byte 4: a command is expected, not "é"`,
		"M1 1\x00":                 `byte 4: a command is expected, not "\x00"`,
		"M1 1\u00a01":              `byte 4: a command is expected, not "\u00a0"`,
		"M1 1\xff":                 `byte 4: a command is expected, not "\xff"`,
		strings.Repeat("M", 32769): "byte 32768: longer than 32768 bytes",
	} {
		l, err := ParseLogo(in)
		var fault *LogoError
		if !errors.As(err, &fault) || err.Error() != "logo path, "+want || l.given() {
			t.Errorf("%.40q: got %v, want %s", in, err, want)
		}
	}
}

// A logo that nothing is said of has the colour of the text beside it.
func TestLogoColor(t *testing.T) {
	for _, c := range []struct {
		badge Badge
		want  string
	}{
		{Badge{Label: "a", Message: "b", Logo: tick}, `<path d=`},
		{Badge{Label: "a", Message: "b", Logo: tick, LabelColor: pale}, `<path fill="#000" d=`},
		{Badge{Message: "b", Logo: tick, Color: Yellow}, `<path fill="#000" d=`},
		{Badge{Message: "b", Logo: tick, Color: Yellow, LabelColor: Grey}, `<path d=`},
		{Badge{Label: "a", Message: "b", Logo: tick, LogoColor: Red}, `<path fill="#c5352b" d=`},
		{Badge{Label: "a", Message: "b", Logo: tick, Style: Social}, `<path d=`},
		{Badge{Label: "a", Message: "b", Logo: tick, Style: Social, LabelColor: Grey}, `<path fill="#fff" d=`},
	} {
		if svg := draw(t, c.badge); !strings.Contains(svg, c.want) {
			t.Errorf("no %s in %s", c.want, svg)
		}
	}
}

func FuzzParseLogo(f *testing.F) {
	for _, s := range []string{"M0 0h24v24z", "m.5.5-1e1,2a1 1 0 01.5.5", "M1 1C1 2 3 4 5 6S1 2 3 4Q1 2 3 4T5 6", "M0 0A1 1 0 112 3", "", "M1e999 1", "M0 0\"/>"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, path string) {
		l, err := ParseLogo(path)
		if err != nil {
			var fault *LogoError
			if !errors.As(err, &fault) || fault.Offset < 0 || fault.Offset > len(path) || l != (Logo{}) {
				t.Fatalf("%q: %v, %v", path, l, err)
			}
			return
		}
		if strings.Trim(l.path, "MmLlHhVvCcSsQqTtAaZz0123456789.- ") != "" {
			t.Fatalf("%q became %q", path, l.path)
		}
		if again, err := ParseLogo(l.path); len(l.path) <= maxLogo && (err != nil || again != l) {
			t.Fatalf("%q: %v, %v", l.path, again, err)
		}
	})
}
