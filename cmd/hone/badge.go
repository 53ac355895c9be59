package main

import (
	"errors"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/honelog/hone/badges"
	"github.com/honelog/hone/badges/compat"
)

// badgeFlags say how a badge is drawn. An empty one is not given.
type badgeFlags struct {
	style, palette    string
	color, labelColor string
	logo, logoColor   string
	links             []string
	title, suffix     string
	maxWidth          int // pixels
	compat            bool
	format, output    string
}

func (a *app) badgeCommand() *cobra.Command {
	var f badgeFlags
	c := &cobra.Command{
		Use: "badge LABEL MESSAGE", GroupID: groupMach,
		Short: "Draw any badge, as SVG or as JSON for shields.io",
		Long: "Draw a badge of a label and a message. An empty label leaves the message alone.\n\n" +
			"A colour is #rgb, #rrggbb or a name:\n  " + wrap(colorNames(), 8) + ".\nOne that is not known is an error, never another colour.\n\n" +
			"--compat draws what shields.io's badge-maker 6.0.0 draws, byte for byte. It takes that\nprogram's colours (CSS names, rgb(), hsl() too), and a data: image for --logo.",
		Example: "  hone badge build passing --color brightgreen -o build.svg\n" +
			"  hone badge books \"7 of 8\" --style for-the-badge --color green\n" +
			"  hone badge build passing --compat --style plastic",
		Args: exactly(2, "a label and a message"),
		RunE: func(c *cobra.Command, args []string) error { return a.badge(c, args[0], args[1], f) },
		ValidArgsFunction: func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
			return nil, cobra.ShellCompDirectiveNoFileComp
		},
	}
	flags := c.Flags()
	flags.StringVar(&f.style, "style", "flat", "the `style`: "+strings.Join(compat.Styles(), ", "))
	flags.StringVar(&f.color, "color", "", "the message's `colour` (default lightgrey; with --compat #4b0)")
	flags.StringVar(&f.labelColor, "label-color", "", "the label's `colour` (default grey)")
	flags.StringVar(&f.palette, "palette", "aa", "the `palette`, what colour names stand for: "+strings.Join(paletteNames(), ", "))
	flags.StringVar(&f.logo, "logo", "", "SVG `path` data in a box of 24 by 24, drawn before the text")
	flags.StringVar(&f.logoColor, "logo-color", "", "the logo's `colour` (default the text's)")
	flags.StringArrayVar(&f.links, "link", nil, "where it leads, as a `URL`; twice for label and message")
	flags.StringVar(&f.title, "title", "", "the `text` that a screen reader says (default LABEL: MESSAGE)")
	flags.IntVar(&f.maxWidth, "max-width", 0, "the greatest width in `pixels`, 100 to 2000; longer texts end in …")
	flags.StringVar(&f.suffix, "id-suffix", "", "a `text` at the end of element ids")
	flags.BoolVar(&f.compat, "compat", false, "draw as badge-maker does, byte for byte")
	flags.StringVar(&f.format, "format", "svg", "the `format`: svg, or json for shields.io's endpoint badge")
	flags.StringVarP(&f.output, "output", "o", "", "write to this `file` instead")
	flags.SortFlags = false
	complete(c, "style", compat.Styles()...)
	complete(c, "palette", paletteNames()...)
	complete(c, "color", colorNames()...)
	complete(c, "label-color", colorNames()...)
	complete(c, "logo-color", colorNames()...)
	complete(c, "format", "svg", "json")
	return c
}

func (a *app) badge(c *cobra.Command, label, message string, f badgeFlags) error {
	if err := oneOf("--format", f.format, "svg", "json"); err != nil {
		return err
	}
	if len(f.links) > 2 {
		return usage("--link may be given twice: for the label and for the message")
	}
	for _, chosen := range []string{"style", "palette", "color", "label-color", "logo-color", "logo"} {
		if flag := c.Flags().Lookup(chosen); flag.Changed && flag.Value.String() == "" {
			return usage("--%s is empty: say which, or leave it out", chosen)
		}
	}
	if c.Flags().Changed("max-width") && f.maxWidth == 0 {
		return usage("--max-width is 0: write 100 to 2000, or leave it out")
	}
	draw := f.draw
	if f.compat {
		if err := idle(c, "--compat", "logo-color", "title", "max-width", "format"); err != nil {
			return err
		}
		switch palette, err := badges.ParsePalette(f.palette); {
		case err != nil:
			return usage("%v", err)
		case c.Flags().Changed("palette") && palette != badges.Shields:
			return usage("--palette %s: with --compat the colours are those of shields", palette)
		}
		draw = f.drawCompat
	}
	if f.format == "json" {
		if err := idle(c, "--format json", "link", "title", "max-width", "id-suffix"); err != nil {
			return err
		}
	}
	picture, err := draw(label, message)
	if err != nil {
		return badgeUsage(err)
	}
	return a.write(f.output, picture)
}

// idle reports a flag that is given and would do nothing beside another.
func idle(c *cobra.Command, beside string, flags ...string) error {
	for _, flag := range flags {
		if c.Flags().Changed(flag) {
			return usage("--%s has no meaning with %s: leave it out, or leave %s out", flag, beside, beside)
		}
	}
	return nil
}

// draw draws a badge in hone's own way, with a line end.
func (f *badgeFlags) draw(label, message string) ([]byte, error) {
	style, err := badges.ParseStyle(f.style)
	if err != nil {
		return nil, err
	}
	palette, err := badges.ParsePalette(f.palette)
	if err != nil {
		return nil, err
	}
	b := badges.Badge{Label: label, Message: message, Style: style, Title: f.title, MaxWidth: f.maxWidth, IDSuffix: f.suffix}
	for _, color := range []struct {
		name string
		to   *badges.Color
	}{{f.color, &b.Color}, {f.labelColor, &b.LabelColor}, {f.logoColor, &b.LogoColor}} {
		if color.name == "" {
			continue
		}
		if *color.to, err = palette.ParseColor(color.name); err != nil {
			return nil, err
		}
	}
	if f.logo != "" {
		if b.Logo, err = badges.ParseLogo(f.logo); err != nil {
			return nil, err
		}
	}
	switch len(f.links) {
	case 1:
		b.Link = f.links[0]
	case 2:
		b.LabelLink, b.MessageLink = f.links[0], f.links[1]
	}
	appendTo := badges.AppendSVG
	if f.format == "json" {
		appendTo = badges.AppendEndpoint
	}
	picture, err := appendTo(nil, b)
	return append(picture, '\n'), err
}

// drawCompat draws what badge-maker draws, and not a byte more.
func (f *badgeFlags) drawCompat(label, message string) ([]byte, error) {
	b := compat.Badge{Label: label, Message: message, Style: f.style, Color: f.color, LabelColor: f.labelColor, Logo: f.logo, IDSuffix: f.suffix}
	copy(b.Links[:], f.links)
	return compat.SVG(b)
}

// badgeUsage says what a badge cannot be drawn with.
func badgeUsage(err error) error {
	if errors.Is(err, badges.ErrNoMessage) {
		return usage("the message has nothing to show: a badge needs one")
	}
	if logo := new(badges.LogoError); errors.As(err, &logo) {
		return usage("%v; --logo takes the d of an SVG path, like \"M2 2h20v20H2z\"", err)
	}
	return usage("%v", err)
}

func colorNames() (names []string) {
	for name := range badges.AA.Colors() {
		names = append(names, name)
	}
	return names
}

func paletteNames() (names []string) {
	for p := range badges.Palettes() {
		names = append(names, p.String())
	}
	return slices.Clip(names)
}
