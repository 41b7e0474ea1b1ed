// Plays a share of the histories of money on Stripe's double.
import { serveShare } from "@evently/core/testing/money/play-aside";
import { openStripeTill } from "./open-stripe-till.ts";

await serveShare(openStripeTill);
