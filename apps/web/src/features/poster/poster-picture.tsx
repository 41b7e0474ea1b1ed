import { drawPicture, type PosterEvent } from "./draw-poster";

type Props = { event: PosterEvent; width: number; height: number; className?: string };

/** A poster's picture without text, composed for this size, on the background of its container. */
export function PosterPicture({ event, width, height, className }: Props) {
  const { inks, layers } = drawPicture(event, { width, height });
  return (
    <svg
      viewBox={`0 0 ${width} ${height}`}
      preserveAspectRatio="xMidYMid slice"
      aria-hidden="true"
      className={className}
    >
      {layers.map(({ ink, path }) => (
        <path key={path} d={path} fill={inks[ink]} />
      ))}
    </svg>
  );
}
