package sheet

import "bytes"

// foreign tells the files that are often taken for a table saved as text.
func foreign(data []byte) *Fault {
	if len(data) > MaxBytes {
		return &Fault{Says: "it is larger than 16 MB", Help: "save it in parts"}
	}
	for _, f := range []struct{ begins, says, help string }{
		{"PK\x03\x04", "it is a workbook or an archive, no CSV", "open it in the spreadsheet and save it as CSV (UTF-8); an archive has to be unpacked first"},
		{"\xd0\xcf\x11\xe0", "it is a workbook of an old Excel, no CSV", "open it in the spreadsheet and save it as CSV (UTF-8)"},
		{"%PDF", "it is a PDF, no CSV", "save the table itself as CSV"},
		{"\x89PNG", "it is a picture, no CSV", "save the table itself as CSV"},
		{"\x1f\x8b", "it is compressed", "unpack it first"},
	} {
		if bytes.HasPrefix(data, []byte(f.begins)) {
			return &Fault{Says: f.says, Help: f.help}
		}
	}
	head := bytes.TrimLeft(bytes.TrimPrefix(data[:min(len(data), 256)], []byte("\xef\xbb\xbf")), " \t\r\n")
	switch {
	case bytes.HasPrefix(head, []byte("<")):
		return &Fault{Says: "it is a web page or XML, no CSV", Help: "it may be a page that asks you to sign in: download the file in the browser"}
	case bytes.HasPrefix(head, []byte("{")), bytes.HasPrefix(head, []byte("[{")):
		return &Fault{Says: "it is JSON, no CSV", Help: "choose the format that it is: credly, open-badges, json-resume, conference-data or read-action"}
	}
	return nil
}
