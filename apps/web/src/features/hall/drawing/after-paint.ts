/** Calls back once the next frame is painted: what was pressed answers before thousands of seats do. Not when aborted. */
export function afterPaint(signal: AbortSignal, act: () => void): void {
  requestAnimationFrame(() => setTimeout(() => !signal.aborted && act()));
}
