import { Maximize, Minus, Plus } from "lucide-react";
import { Icon } from "~/ui/icon";
import type { Viewport } from "./viewport";

/** The row of buttons below a map. `findViewport` is asked when one is pressed: the map is drawn outside React. */
export function ZoomButtons({ findViewport }: { findViewport: () => Viewport | undefined }) {
  const controls = [
    { name: "Zoom in", icon: Plus, act: () => findViewport()?.step(1.6) },
    { name: "Zoom out", icon: Minus, act: () => findViewport()?.step(1 / 1.6) },
    { name: "Show the whole hall", icon: Maximize, act: () => findViewport()?.fit() },
  ];
  return (
    <div className="flex justify-end border-line border-t bg-card">
      {controls.map(({ name, icon, act }) => (
        <button
          key={name}
          type="button"
          onClick={act}
          className="grid size-11 place-items-center border border-transparent hover:bg-sunken"
        >
          <Icon icon={icon} />
          <span className="sr-only">{name}</span>
        </button>
      ))}
    </div>
  );
}
