/** The site's colors as mail clients know them; in the dark those beside. */
const colors = {
  paper: ["#fcfaf6", "#0f0f16"],
  card: ["#ffffff", "#17171f"],
  line: ["#e0ded8", "#2d2d35"],
  ink: ["#191924", "#f3f2ee"],
  soft: ["#545460", "#aeaaa4"],
  curtain: ["#b71532", "#ef6567"],
  onCurtain: ["#ffffff", "#0f0f16"],
} as const;

type Color = keyof typeof colors;

export const light = (color: Color): string => colors[color][0];

const dark = (selector: string, property: string, color: Color) =>
  `.${selector}{${property}:${colors[color][1]} !important}`;

/** For clients that take a style sheet; the others show what stands at each element. */
export const styleSheet = [
  ":root{color-scheme:light dark;supported-color-schemes:light dark}",
  "@media (prefers-color-scheme:dark){",
  dark("paper", "background-color", "paper"),
  dark("card", "background-color", "card"),
  dark("card", "border-color", "line"),
  dark("line", "border-color", "line"),
  dark("ink", "color", "ink"),
  dark("soft", "color", "soft"),
  dark("button", "background-color", "curtain"),
  dark("button", "color", "onCurtain"),
  "}",
].join("");

export const fonts = "system-ui,-apple-system,Segoe UI,Roboto,Helvetica,Arial,sans-serif";
