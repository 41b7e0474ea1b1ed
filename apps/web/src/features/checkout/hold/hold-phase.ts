/** How urgent the time left is. */
export type HoldPhase = "calm" | "soon" | "urgent" | "ended";

/** `seconds` left of the hold: under two minutes it is soon, in the last thirty seconds urgent. */
export function phaseOf(seconds: number): HoldPhase {
  if (seconds <= 0) return "ended";
  if (seconds <= 30) return "urgent";
  return seconds < 120 ? "soon" : "calm";
}
