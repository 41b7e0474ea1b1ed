import { makeSignal, type Signal } from "~/ui/message/signal";
import { silenceAfter } from "./silence-after";

/** Every request of a page ends after this, answered or not. */
export const answerLimitMs = 10_000;

/** From here on an answer is owed for so long that a probe has to show whether the API still answers anything. */
const suspectMs = 3_500;
const probeLimitMs = 1_500;
const probeEveryMs = 2_000;
const probePath = "/api/health";

export type ApiPulse = {
  /** `fetch` for every call of the API; rejects with SilentError after `answerLimitMs`. */
  fetch: typeof fetch;
  /** True while the API answers neither what it was asked nor a probe: from about 5 s on, until it is heard again. */
  isSilent: Signal<boolean>;
};

/**
 * Notices an API that hangs: one whose connection is refused fails at once, one that is stopped would be waited for. A slow
 * answer alone, such as a bank's, is no silence.
 */
export function createApiPulse(send: typeof fetch = (...request) => fetch(...request)): ApiPulse {
  const isSilent = makeSignal(false);
  let watch: ReturnType<typeof setTimeout> | undefined;

  function hear(): void {
    clearTimeout(watch);
    watch = undefined;
    if (isSilent.read()) isSilent.write(false);
  }

  const probeAfter = (ms: number) => setTimeout(() => void probe(), ms);

  async function probe(): Promise<void> {
    const asking = watch;
    const answer = await sendInTime(send, probePath, { cache: "no-store" }, probeLimitMs).catch(() => null);
    if (answer?.ok) return hear();
    // Something else was answered in the meantime.
    if (watch !== asking) return;
    watch = probeAfter(probeEveryMs);
    if (!isSilent.read()) isSilent.write(true);
  }

  return {
    isSilent,
    async fetch(input, init) {
      watch ??= probeAfter(suspectMs);
      const answer = await sendInTime(send, input, init, answerLimitMs);
      // A server in front of the API answers 5xx in its stead.
      if (answer.status < 500) hear();
      return answer;
    },
  };
}

/** The limit also holds for an answer's body, which comes later than its head. */
async function sendInTime(
  send: typeof fetch,
  input: Parameters<typeof fetch>[0],
  init: RequestInit | undefined,
  limitMs: number,
): Promise<Response> {
  const controller = silenceAfter(limitMs);
  const abort = () => controller.abort(init?.signal?.reason);
  if (init?.signal?.aborted) abort();
  init?.signal?.addEventListener("abort", abort);
  return send(input, { ...init, signal: controller.signal });
}

/** The pulse of the API as this tab knows it. */
export const apiPulse = createApiPulse();
