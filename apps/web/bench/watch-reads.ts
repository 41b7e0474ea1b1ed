/** A code that the camera read: when its frame was taken, when it was read, and when the answer was painted; ms, 0 for not yet. */
export type Read = { text: string; framedAt: number; readAt: number; answeredAt: number };

declare global {
  interface Window {
    reads: Read[];
  }
}

/**
 * Runs in the page before anything else does: follows the frames to the reader, and the answers that are shown. Its functions have no
 * names: the compiler would give names by a function of its own, which the page does not know.
 */
export function watchReads(): void {
  window.reads = [];
  let framedAt = 0;
  window.Worker = class extends Worker {
    constructor(...given: ConstructorParameters<typeof Worker>) {
      super(...given);
      this.addEventListener("message", ({ data: { text } }: MessageEvent<{ text: string | null }>) => {
        if (text === null || window.reads.some((read) => read.text === text)) return;
        window.reads.push({ text, framedAt, readAt: performance.now(), answeredAt: 0 });
      });
    }
    override postMessage(message: unknown, transfer: Transferable[] | StructuredSerializeOptions = []): void {
      framedAt = performance.now();
      super.postMessage(message, transfer as Transferable[]);
    }
  };
  new MutationObserver((changes) => {
    const isAnswer = changes.some(({ addedNodes }) =>
      [...addedNodes].some(
        (node) => node instanceof Element && (node.closest("[data-result]") ?? node.querySelector("[data-result]")),
      ),
    );
    const open = window.reads.find(({ answeredAt }) => answeredAt === 0);
    if (!isAnswer || !open) return;
    // Not answered twice while the frame is awaited.
    open.answeredAt = -1;
    requestAnimationFrame(() =>
      requestAnimationFrame(() => {
        open.answeredAt = performance.now();
      }),
    );
  }).observe(document, { childList: true, subtree: true });
}
