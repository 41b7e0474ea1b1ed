import type { EventPage } from "@evently/core/event";
import { formatWhen } from "~/ui/format/format-span";
import { drawPicture } from "./draw-poster";

type Props = { event: EventPage };

const picture = { width: 560, height: 630 };

/** The poster as a landscape card for social networks. Styled inline: its renderer knows flexbox, but no style sheets. */
export function SocialCard({ event }: Props) {
  const { inks, layers } = drawPicture(event, picture);
  return (
    <div style={{ display: "flex", width: "100%", height: "100%", background: inks.paper }}>
      <div
        style={{
          display: "flex",
          flexDirection: "column",
          justifyContent: "space-between",
          width: 640,
          padding: 56,
          background: inks.ink,
          color: inks.paper,
        }}
      >
        <div style={{ fontSize: sizeOf(event.name), lineHeight: 1.04, letterSpacing: "-0.02em" }}>{event.name}</div>
        <div style={{ display: "flex", flexDirection: "column", gap: 6, fontSize: 28 }}>
          <div>{formatWhen(event)}</div>
          <div>{`${event.venue_name}, ${event.city}`}</div>
        </div>
      </div>
      {/* biome-ignore lint/a11y/noSvgWithoutTitle: it becomes pixels; the image's alt text speaks for it. */}
      <svg width={picture.width} height={picture.height} viewBox={`0 0 ${picture.width} ${picture.height}`}>
        {layers.map(({ ink, path }) => (
          <path key={path} d={path} fill={inks[ink]} />
        ))}
      </svg>
    </div>
  );
}

function sizeOf(name: string): number {
  if (name.length < 30) return 84;
  return name.length < 60 ? 64 : 48;
}
