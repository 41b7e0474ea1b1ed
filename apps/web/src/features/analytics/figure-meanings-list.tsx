import { type FigureName, figureMeanings } from "./figure-meanings";

/** What the figures of these names count, folded under them. */
export function FigureMeaningsList({ names }: { names: readonly FigureName[] }) {
  return (
    <details>
      <summary className="inline-flex min-h-9 items-center rounded-control font-medium text-14 text-soft underline decoration-line underline-offset-4 hover:text-ink">
        What these figures mean
      </summary>
      <dl className="grid gap-x-4 gap-y-2 pt-3 text-14 sm:grid-cols-[auto_minmax(0,1fr)]">
        {names.map((name) => (
          <div key={name} className="sm:contents">
            <dt className="font-medium">{name}</dt>
            <dd className="text-soft">{figureMeanings[name]}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
