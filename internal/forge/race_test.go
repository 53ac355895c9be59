//go:build race

package forge_test

// racing: the race detector makes a test take five times as long.
const racing = true
