export type Theme = "light" | "dark" | "system";

export const themeCookie = "theme";

const listeners = new Set<() => void>();

/**
 * Runs in every page before it is painted, since the page itself is the same for everyone. What it does must not change with
 * a request: a policy names it by its hash.
 */
export const themeScript = `{const m=/(?:^|; )${themeCookie}=(light|dark)(?:;|$)/.exec(document.cookie);if(m)document.documentElement.dataset.theme=m[1]}`;

/** The theme of this tab; anything unknown follows the system. */
export function readTheme(): Theme {
  const { theme } = document.documentElement.dataset;
  return theme === "light" || theme === "dark" ? theme : "system";
}

export function onTheme(onChange: () => void): () => void {
  listeners.add(onChange);
  return () => listeners.delete(onChange);
}

/** The theme of a visitor's cookie; null where the system's is followed. */
export const readThemeCookie = (value: string | undefined): Exclude<Theme, "system"> | null =>
  value === "light" || value === "dark" ? value : null;

/** Applies the theme and keeps it in a cookie for a year, where the next page finds it. */
export function applyTheme(theme: Theme): void {
  if (theme === "system") delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
  const age = theme === "system" ? 0 : 31_536_000;
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is missing in Safari and Firefox.
  document.cookie = `${themeCookie}=${theme}; Path=/; Max-Age=${age}; SameSite=Lax`;
  for (const listen of listeners) listen();
}
