// Plays a share of the histories of money on the built-in gateway.
import { openTestTill } from "./money-world.ts";
import { serveShare } from "./play-aside.ts";

await serveShare(openTestTill);
