import { mostListedArtists } from "@evently/core/event/limits.rules";

type Props = { artists: readonly string[]; className?: string };

/** The first twelve artists in a line, the others folded behind it. */
export function ArtistList({ artists, className = "" }: Props) {
  if (artists.length === 0) return null;
  const [first, others] = [artists.slice(0, mostListedArtists), artists.slice(mostListedArtists)];
  return (
    <div className={className}>
      <p>
        <bdi>{first.join(", ")}</bdi>
      </p>
      {others.length > 0 ? (
        <details>
          <summary className="flex min-h-11 cursor-pointer items-center font-medium text-16 underline underline-offset-4">
            {`and ${others.length} more`}
          </summary>
          <ul className="columns-2 gap-x-8 text-16 sm:columns-3">
            {others.map((artist, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two artists may have one name, and the list never changes.
              <li key={index} dir="auto">
                {artist}
              </li>
            ))}
          </ul>
        </details>
      ) : null}
    </div>
  );
}
