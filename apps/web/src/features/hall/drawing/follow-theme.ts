/** Calls back whenever the page's colors change, by the system's theme or by the visitor's choice: a canvas has to be drawn anew. */
export function followTheme(signal: AbortSignal, onChange: () => void): void {
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", onChange, { signal });
  const chosen = new MutationObserver(onChange);
  chosen.observe(document.documentElement, { attributeFilter: ["data-theme"] });
  signal.addEventListener("abort", () => chosen.disconnect());
}
