/** A device at the door goes on without the server, by its own clock, which `correctTime` corrects; in epoch seconds. */
export const readDeviceClock = (): number => Date.now() / 1000;
