# Reads spreadsheets, a list of texts in JSON, with Python's csv, and writes the
# rows of each.
import csv, io, json, sys

texts = json.load(sys.stdin)
print(json.dumps([list(csv.reader(io.StringIO(t.removeprefix("\ufeff"), newline=""), strict=True)) for t in texts]))
