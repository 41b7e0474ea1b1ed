import type { Appearance } from "@stripe/stripe-js";

/** The tokens of globals.css that the form is drawn with. */
export const appearanceTokens = ["card", "ink", "soft", "outline", "curtain"] as const;
export type AppearanceColors = Record<(typeof appearanceTokens)[number], string>;

/**
 * Stripe's form in our colors. Its frame knows no custom properties, no oklch and none of our fonts, so it gets sRGB and
 * the system's own font.
 */
export function toAppearance(colors: AppearanceColors, isStill: boolean): Appearance {
  const { card, ink, soft, outline, curtain } = colors;
  return {
    theme: "flat",
    disableAnimations: isStill,
    variables: {
      fontFamily: "system-ui, sans-serif",
      fontSizeBase: "16px",
      borderRadius: "8px",
      spacingUnit: "4px",
      colorPrimary: curtain,
      colorBackground: card,
      colorText: ink,
      colorTextSecondary: soft,
      colorTextPlaceholder: soft,
      colorDanger: curtain,
      iconColor: soft,
    },
    rules: {
      ".Input, .Block, .Tab": { border: `1px solid ${outline}`, boxShadow: "none" },
      ".Input:focus, .Tab:focus": { border: `1px solid ${curtain}`, outline: `3px solid ${curtain}` },
      ".Input--invalid": { border: `2px solid ${curtain}` },
      ".Tab--selected": { border: `2px solid ${curtain}` },
      ".Label": { color: ink, fontWeight: "500" },
    },
  };
}

/** "color(srgb 0.1 0.2 0.3)", as browsers compute a mixed color, in hexadecimal digits. Null for anything else. */
export function toHex(computed: string): string | null {
  const [, ...parts] = /^color\(srgb (\S+) (\S+) (\S+?)\)$/.exec(computed) ?? [];
  const bytes = parts.map((part) => Math.round(Math.min(1, Math.max(0, Number(part))) * 255));
  if (bytes.length !== 3 || bytes.some(Number.isNaN)) return null;
  return `#${bytes.map((byte) => byte.toString(16).padStart(2, "0")).join("")}`;
}
