//go:build !race

package forge_test

const racing = false
