package cards

// A ground is what a theme's colours are whatever the accent, on one page.
type ground struct {
	base  [amount]uint32     // surface, edge, strong, muted, track
	tones [Broken + 1]uint32 // in the order of the tones
}

// grounds are those of the themes, for a light and a dark page. Letters have a
// contrast of 4.5:1 or more with the surface, in HighContrast 7:1; so have the
// signs of tones, but 3:1. The tones of ColourBlind are near those of Okabe and
// Ito, chosen to differ with every kind of sight, and with none by hue alone.
var grounds = [...][2]ground{
	GitHub: {
		{[...]uint32{0xFFFFFF, 0xD1D9E0, 0x1F2328, 0x59636E, 0xE6EAEF},
			[...]uint32{Quiet: 0x59636E, Done: 0x1A7F37, Good: 0x1A7F37, Soon: 0x9A6700, Late: 0xBC4C00, Rest: 0x0969DA, Broken: 0xD1242F}},
		{[...]uint32{0x0D1117, 0x3D444D, 0xF0F6FC, 0x9198A1, 0x262C36},
			[...]uint32{Quiet: 0x9198A1, Done: 0x3FB950, Good: 0x3FB950, Soon: 0xD29922, Late: 0xDB6D28, Rest: 0x4493F8, Broken: 0xF85149}},
	},
	HighContrast: {
		{[...]uint32{0xFFFFFF, 0x454C54, 0x010409, 0x393F46, 0xDAE0E7},
			[...]uint32{Quiet: 0x393F46, Done: 0x055D20, Good: 0x055D20, Soon: 0x603700, Late: 0x702C00, Rest: 0x023B95, Broken: 0x86061D}},
		{[...]uint32{0x010409, 0xB7BDC8, 0xFFFFFF, 0xD1D7E0, 0x2F3742},
			[...]uint32{Quiet: 0xD1D7E0, Done: 0x2BD853, Good: 0x2BD853, Soon: 0xF0B72F, Late: 0xFE9A2D, Rest: 0x74B9FF, Broken: 0xFF9492}},
	},
	ColourBlind: {
		{[...]uint32{0xFFFFFF, 0xD1D9E0, 0x1F2328, 0x59636E, 0xE6EAEF},
			[...]uint32{Quiet: 0x60676F, Done: 0x053972, Good: 0x469E7B, Soon: 0xA06604, Late: 0x8C2901, Rest: 0xBD74CE, Broken: 0x181C20}},
		{[...]uint32{0x0D1117, 0x3D444D, 0xF0F6FC, 0x9198A1, 0x262C36},
			[...]uint32{Quiet: 0x939BA3, Done: 0x517BCA, Good: 0x76E4A0, Soon: 0xE69515, Late: 0xCE5831, Rest: 0xDAACFD, Broken: 0xF2F7FD}},
	},
}

// A hue is an accent on one page: amounts, and the four levels of a heatmap,
// each at 3:1 or more with the surface and further from it than the one before.
type hue struct {
	amount uint32
	heat   [4]uint32
}

// accents are the hues on a light and a dark page, strongAccents those of
// HighContrast.
var accents = [2][Pink + 1]hue{
	{
		Green:  {0x01812D, [...]uint32{0x2E9644, 0x047E2C, 0x036321, 0x014A16}},
		Blue:   {0x046ED4, [...]uint32{0x3B84DD, 0x0C6BCC, 0x0254A6, 0x003E7E}},
		Purple: {0x8553D4, [...]uint32{0x9470D7, 0x7F55C6, 0x693CAB, 0x532191}},
		Orange: {0xB15501, [...]uint32{0xC56C2E, 0xAD5300, 0x8A4102, 0x672F01}},
		Pink:   {0xC23786, [...]uint32{0xCB5E97, 0xB73E81, 0x9B2169, 0x7D0151}},
	},
	{
		Green:  {0x18B044, [...]uint32{0x198836, 0x29A446, 0x4CC061, 0x6DDF7E}},
		Blue:   {0x469AFF, [...]uint32{0x2D77CE, 0x3C90F4, 0x6CADFE, 0xA2CAFF}},
		Purple: {0xAD81FE, [...]uint32{0x8762C8, 0xA279ED, 0xBA98FF, 0xD1BDFF}},
		Orange: {0xED791D, [...]uint32{0xB65F1D, 0xD9742C, 0xF7904B, 0xFEB88D}},
		Pink:   {0xF466B1, [...]uint32{0xBC4F89, 0xDF63A4, 0xFE7FC0, 0xFEB1D5}},
	},
}

var strongAccents = [2][Pink + 1]hue{
	{
		Green:  {0x025E1F, [...]uint32{0x006722, 0x01551B, 0x014314, 0x01310D}},
		Blue:   {0x014F9C, [...]uint32{0x0057AC, 0x004890, 0x003873, 0x012855}},
		Purple: {0x672FAF, [...]uint32{0x6943A6, 0x5C2D9C, 0x4D198A, 0x3C0172}},
		Orange: {0x813D03, [...]uint32{0x8E4301, 0x773701, 0x5E2A01, 0x461E00}},
		Pink:   {0x9C0266, [...]uint32{0x992F6A, 0x8C0D5C, 0x720049, 0x540135}},
	},
	{
		Green:  {0x46CE62, [...]uint32{0x45AB57, 0x4EC263, 0x67D979, 0x7FF18F}},
		Blue:   {0x82B9FE, [...]uint32{0x519AF4, 0x6FAFFF, 0x99C5FF, 0xC1DBFE}},
		Purple: {0xC2A7FF, [...]uint32{0xA985EE, 0xBC9BFE, 0xCCB7FF, 0xDFD3FE}},
		Orange: {0xFE9E61, [...]uint32{0xDC8145, 0xF9924D, 0xFFB080, 0xFED0B5}},
		Pink:   {0xFE95C8, [...]uint32{0xE272AB, 0xFE83C2, 0xFFA9D2, 0xFECBE2}},
	},
}
