import { type Color, converter, filterDeficiencyDeuter, filterDeficiencyProt, filterDeficiencyTrit } from "culori";

export type Vision = "normal" | "protanopia" | "deuteranopia" | "tritanopia";

const filters = {
  normal: (color: Color) => color,
  protanopia: filterDeficiencyProt(1),
  deuteranopia: filterDeficiencyDeuter(1),
  tritanopia: filterDeficiencyTrit(1),
} as const satisfies Record<Vision, (color: Color) => Color>;

const toLinear = converter("lrgb");
const toRgb = converter("rgb");

/** A color as an eye of this kind sees it. The filters multiply whatever RGB they get; their matrices are for linear RGB. */
export function simulateVision(color: Color, vision: Vision): Color {
  const seen = toRgb(filters[vision]({ ...toLinear(color), mode: "rgb" }));
  return { ...seen, mode: "lrgb" };
}
