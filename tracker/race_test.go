//go:build race

package tracker

const raceDetector = true
