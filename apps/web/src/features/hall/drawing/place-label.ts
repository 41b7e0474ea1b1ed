import { type Point, type Size, toScreen, type View } from "../geometry";

/** Puts a label over `point` of the hall, or under it at the window's top; `reach` is the pixels that the seat itself needs. */
export function placeLabel(label: HTMLElement, point: Point, reach: number, view: View, size: Size): void {
  const at = toScreen(view, point);
  const gap = reach + 8;
  const { offsetWidth: width, offsetHeight: height } = label;
  const left = Math.min(size.width - width - 8, Math.max(8, at.x - width / 2));
  const top = at.y - gap - height >= 4 ? at.y - gap - height : at.y + gap;
  label.style.transform = `translate(${Math.round(left)}px, ${Math.round(top)}px)`;
}
