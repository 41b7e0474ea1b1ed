import { drawPoster, type PosterEvent, posterSize } from "./draw-poster";

type Props = { event: PosterEvent; className?: string };

/** An event's poster at any size. Its text is always next to it on the page, so it is hidden from screen readers. */
export function Poster({ event, className }: Props) {
  const { inks, field, layers, lines } = drawPoster(event);
  return (
    <svg
      viewBox={`0 0 ${posterSize.width} ${posterSize.height}`}
      aria-hidden="true"
      className={className}
      style={{ fontKerning: "normal", aspectRatio: `${posterSize.width} / ${posterSize.height}` }}
    >
      <rect width={posterSize.width} height={posterSize.height} fill={inks.paper} />
      <svg y={field.y} width={field.width} height={field.height} aria-hidden="true">
        {layers.map(({ ink, path }) => (
          <path key={path} d={path} fill={inks[ink]} />
        ))}
      </svg>
      {lines.map(({ text, x, y, size, weight }) => (
        <text
          key={y}
          x={x}
          y={y}
          fill={inks.ink}
          fontSize={size}
          fontWeight={weight}
          letterSpacing={weight > 600 ? -0.02 * size : 0}
          className="font-sans"
        >
          {text}
        </text>
      ))}
    </svg>
  );
}
