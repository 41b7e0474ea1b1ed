// A program: measures each kind of events in a process that has run nothing else, and prints what it found as JSON.
import { eventKinds, measureEvents } from "./measure-events.ts";

const measure = () => eventKinds.map(([, count, make]) => measureEvents(count, make));
// The first time memory goes to code, too.
measure();
process.stdout.write(JSON.stringify(measure()));
