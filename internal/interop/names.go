package interop

import (
	"strings"

	"github.com/honelog/hone/tracker"
)

// headers are the names that columns of people's spreadsheets have, in English,
// German and French, by the key they stand for. date and by are those of any
// kind. Those that come first are looked for first.
var headers = []struct {
	key   string
	names []string
}{
	{"title", []string{"title", "activity", "activity title", "activity name", "event", "event title", "name", "course", "course title", "course name", "session", "topic", "subject", "description", "book", "titel", "aktivität", "bezeichnung", "veranstaltung", "thema", "kurs", "beschreibung", "buch", "titre", "activité", "intitulé", "nom", "événement", "formation", "sujet", "livre"}},
	{"date", []string{"date", "completed", "completed on", "completion date", "date completed", "date of activity", "activity date", "date attended", "date read", "finished", "date finished", "end date", "datum", "abgeschlossen", "abgeschlossen am", "beendet", "gelesen am", "tag", "date de fin", "terminé", "terminé le", "lu le", "jour"}},
	{"started", []string{"started", "start", "start date", "date started", "from", "beginn", "begonnen", "startdatum", "von", "début", "date de début", "commencé le"}},
	{"end", []string{"end", "to", "until", "ende", "enddatum", "bis", "fin"}},
	{"earned", []string{"earned", "date earned", "issued", "issue date", "date issued", "awarded", "ausgestellt", "ausgestellt am", "erworben", "erworben am", "obtenu", "obtenu le", "délivré le"}},
	{"expires", []string{"expires", "expiry", "expiry date", "expiration", "expiration date", "valid until", "gültig bis", "ablaufdatum", "läuft ab", "expire le", "date d'expiration", "valable jusqu'au"}},
	{"kind", []string{"kind", "type", "category", "activity type", "event type", "format", "art", "typ", "kategorie", "catégorie", "type d'activité", "genre"}},
	{"hours", []string{"hours", "hrs", "h", "hours spent", "time spent", "stunden", "std", "dauer", "zeit", "heures", "durée", "duration"}},
	{"by", []string{"provider", "sponsor", "organisation", "organization", "organiser", "organizer", "vendor", "issuer", "author", "authors", "speaker", "presenter", "institution", "authority", "anbieter", "veranstalter", "autor", "autoren", "verfasser", "referent", "aussteller", "organisme", "fournisseur", "auteur", "auteurs", "intervenant", "organisateur"}},
	{"isbn", []string{"isbn", "isbn13", "isbn-13", "isbn 13", "isbn10", "isbn-10"}},
	{"pages", []string{"pages", "page count", "number of pages", "seiten", "seitenzahl", "nombre de pages"}},
	{"rating", []string{"rating", "my rating", "stars", "bewertung", "sterne", "note sur 5", "étoiles"}},
	{"place", []string{"place", "location", "venue", "city", "ort", "stadt", "lieu", "ville"}},
	{"online", []string{"online", "remote", "virtual", "en ligne"}},
	{"url", []string{"url", "link", "website", "web", "webseite", "lien", "site"}},
	{"evidence", []string{"evidence", "proof", "certificate", "attachment", "nachweis", "beleg", "zertifikat", "anhang", "preuve", "justificatif", "attestation"}},
	{"skills", []string{"skills", "skill", "fähigkeiten", "kompetenzen", "compétences"}},
	{"tags", []string{"tags", "tag list", "keywords", "labels", "schlagwörter", "stichwörter", "mots-clés", "étiquettes"}},
	{"number", []string{"number", "license number", "licence number", "certificate number", "credential id", "nummer", "zertifikatsnummer", "numéro"}},
	{"role", []string{"role", "rolle", "rôle"}},
	{"with", []string{"with", "mit", "avec"}},
}

// kindWords are what people call the kinds.
var kindWords = map[string]string{
	"book": "book books buch bücher livre livres ebook audiobook hörbuch reading",
	"course": "course courses class kurs kurse lehrgang cours formation training elearning e-learning mooc " +
		"schulung self-study selbststudium",
	"workshop":      "workshop workshops atelier seminar seminars séminaire",
	"conference":    "conference conferences conf summit congress konferenz konferenzen tagung kongress conférence congrès",
	"webinar":       "webinar webinars webcast webinare webinaire webinaires",
	"article":       "article articles artikel paper papers whitepaper aufsatz blog",
	"podcast":       "podcast podcasts",
	"talk":          "talk talks presentation presenting speaking vortrag vorträge exposé présentation",
	"community":     "community meetup meetups meeting chapter treffen stammtisch communauté rencontre",
	"volunteering":  "volunteering volunteer volunteered ehrenamt bénévolat",
	"mentoring":     "mentoring coaching mentorat",
	"feedback":      "feedback",
	"leadership":    "leadership",
	"project":       "project projects projekt projekte projet projets",
	"certification": "certification certifications certificate zertifizierung zertifikat exam prüfung certificat",
}

var kindByWord = func() map[string]*tracker.Kind {
	by := map[string]*tracker.Kind{}
	for name, list := range kindWords {
		for _, w := range strings.Fields(list) {
			by[w] = tracker.KindOf(name)
		}
	}
	return by
}()

// kindOfWord returns the kind that a cell names, or nil.
func kindOfWord(word string) *tracker.Kind {
	word = strings.ToLower(strings.TrimSpace(word))
	if k := tracker.KindOf(word); k != nil && k.Name != "activity" {
		return k
	}
	return kindByWord[word]
}

// sums is what people call the row that adds up the others.
var sums = []string{"total", "totals", "grand total", "subtotal", "sum", "summe", "gesamt", "gesamtsumme", "zwischensumme", "somme", "total général"}

// bodies are the credentials that the names of credits belong to, by the
// beginning of a credential's id or title.
var bodies = []struct {
	credit   string
	category string
	holders  []string
}{
	{"group a", "a", isc2}, {"gruppe a", "a", isc2}, {"groupe a", "a", isc2},
	{"group b", "b", isc2}, {"gruppe b", "b", isc2}, {"groupe b", "b", isc2},
	{"pdu", "", pmi}, {"pdus", "", pmi},
	{"ceu", "", comptia}, {"ceus", "", comptia},
	{"cpe", "", append(append([]string{}, isc2...), isaca...)}, {"cpes", "", append(append([]string{}, isc2...), isaca...)},
	{"cpe credits", "", append(append([]string{}, isc2...), isaca...)},
}

var (
	isc2    = []string{"cissp", "ccsp", "sscp", "csslp", "cgrc", "hcispp", "issap", "issep", "issmp"}
	isaca   = []string{"cisa", "cism", "crisc", "cgeit", "cdpse"}
	pmi     = []string{"pmp", "capm", "pgmp", "pfmp", "pmi-"}
	comptia = []string{"comptia", "security-plus", "network-plus", "cysa", "pentest", "casp", "cloud-plus"}
)
