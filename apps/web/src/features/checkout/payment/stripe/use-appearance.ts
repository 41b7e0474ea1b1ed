import type { Appearance } from "@stripe/stripe-js";
import { useMemo, useSyncExternalStore } from "react";
import { onTheme } from "~/features/site/theme";
import { type AppearanceColors, appearanceTokens, toAppearance, toHex } from "./appearance";

const queries = ["(prefers-color-scheme: dark)", "(forced-colors: active)", "(prefers-reduced-motion: reduce)"];

/** Stripe's form as the page looks now; undefined where the browser can't say that in sRGB, for Stripe's own colors. */
export function useAppearance(): Appearance | undefined {
  const style = useSyncExternalStore(subscribe, readStyle, () => "");
  return useMemo(() => {
    if (style === "") return undefined;
    const { colors, isStill } = JSON.parse(style) as Style;
    return toAppearance(colors, isStill);
  }, [style]);
}

type Style = { colors: AppearanceColors; isStill: boolean };

function subscribe(onChange: () => void): () => void {
  const lists = queries.map((query) => matchMedia(query));
  for (const list of lists) list.addEventListener("change", onChange);
  const forget = onTheme(onChange);
  return () => {
    forget();
    for (const list of lists) list.removeEventListener("change", onChange);
  };
}

/** As text, so that the same style is the same value; empty if a color can't be read. */
function readStyle(): string {
  const probe = document.body.appendChild(document.createElement("span"));
  probe.hidden = true;
  const entries = appearanceTokens.map((token) => [token, readColor(probe, token)] as const);
  probe.remove();
  if (entries.some(([, color]) => color === null)) return "";
  const colors = Object.fromEntries(entries) as AppearanceColors;
  const isStill = matchMedia("(prefers-reduced-motion: reduce)").matches;
  return JSON.stringify({ colors, isStill } satisfies Style);
}

/** A mixed color is computed in sRGB, whatever it was written in. */
function readColor(probe: HTMLElement, token: string): string | null {
  probe.style.color = `color-mix(in srgb, var(--${token}), var(--${token}))`;
  return toHex(getComputedStyle(probe).color);
}
