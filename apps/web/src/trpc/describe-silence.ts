/** What happened, what it means for seats and money, and what to do: a sentence or two each. */
export type Explanation = { headline: string; meaning: string; action: string };

/** No answer came: without a network, without an API at its end, or not in time. */
export type Silence = "OFFLINE" | "UNREACHABLE" | "SILENT";

/** For what is not even sent while the browser has no network. */
export class OfflineError extends Error {
  override readonly name = "OfflineError";
}

/** For what was sent and not answered in time: it may have happened all the same. */
export class SilentError extends Error {
  override readonly name = "SilentError";
}

export const holdsStay = "Seats you hold stay held until their time runs out, and you will not be charged twice.";

const silenceWords: Record<Silence, Explanation> = {
  OFFLINE: { headline: "You are offline.", meaning: holdsStay, action: "Try again once you are connected." },
  UNREACHABLE: {
    headline: "We could not reach Evently.",
    meaning: holdsStay,
    action: "Check your connection and try again.",
  },
  SILENT: {
    headline: "Evently isn’t answering right now.",
    meaning: holdsStay,
    action: "Try again in a moment: nothing is done twice.",
  },
};

/** An error without an answer of the API in sentences. Apart from the failures' table, so that an error page stays small. */
export function describeSilence(
  error: unknown,
  overrides: { [S in Silence]?: Partial<Explanation> } = {},
): Explanation {
  const silence = isOffline(error) ? "OFFLINE" : isSilence(error) ? "SILENT" : "UNREACHABLE";
  return { ...silenceWords[silence], ...overrides[silence] };
}

const isOffline = (error: unknown): boolean => error instanceof OfflineError || globalThis.navigator?.onLine === false;

/** Whether a call ended because nothing answered in time. */
export function isSilence(error: unknown): boolean {
  return error instanceof SilentError || (error instanceof Error && isSilence(error.cause));
}
