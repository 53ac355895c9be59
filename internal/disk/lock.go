package disk

import (
	"errors"
	"fmt"
	"time"
)

// lockWait is how long [Lock] waits for another that holds a folder: many times
// what an insertion takes.
const lockWait = 10 * time.Second

// errHeld is the error of a folder that another process holds.
var errHeld = errors.New("another hone is writing here")

// Lock holds a folder until release is called, so that of several processes
// that change a log one does after the other. It keeps out only those that ask
// for it too, leaves no file behind, and ends with the process. Where the file
// system knows no locks it holds nothing: [Replace] tells then.
func Lock(dir string) (release func(), err error) {
	for wait, waited := time.Millisecond, time.Duration(0); ; waited += wait {
		release, err = tryLock(dir)
		if !errors.Is(err, errHeld) {
			return release, err
		}
		if waited > lockWait {
			return nil, fmt.Errorf("%w: it has been for %d seconds; try again", errHeld, int(lockWait.Seconds()))
		}
		time.Sleep(wait)
		wait = min(2*wait, 50*time.Millisecond)
	}
}
