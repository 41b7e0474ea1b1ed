import type { EventPage } from "@evently/core/event";

/** The description and the programme: a line is an item, an empty line separates paragraphs. */
export function Programme({ event }: { event: EventPage }) {
  const lines = event.programme.split("\n").map((line) => line.trim());
  if (event.description === "" && event.programme.trim() === "") return null;
  return (
    <section
      aria-labelledby="programme"
      className="grid gap-x-12 gap-y-4 border-line border-t pt-8 lg:grid-cols-[17rem_1fr]"
    >
      <h2 id="programme" className="display font-semibold text-28">
        Programme
      </h2>
      <div className="flex max-w-[65ch] flex-col gap-6">
        {event.description === "" ? null : (
          <p dir="auto" className="whitespace-pre-line">
            {event.description}
          </p>
        )}
        {splitParagraphs(lines).map((paragraph) => (
          <ul key={paragraph.join()} className="flex flex-col gap-3">
            {paragraph.map((line) => (
              <ProgrammeLine key={line} line={line} />
            ))}
          </ul>
        ))}
      </div>
    </section>
  );
}

/** Sets "Mahler: Symphony No. 5" as composer and work. */
function ProgrammeLine({ line }: { line: string }) {
  const [composer, work] = splitOnce(line, ": ");
  if (work === undefined) return <li dir="auto">{line}</li>;
  return (
    <li dir="auto">
      <span className="block text-14 text-soft">{composer}</span>
      <span className="display text-18">{work}</span>
    </li>
  );
}

function splitOnce(line: string, separator: string): [string, string | undefined] {
  const at = line.indexOf(separator);
  return at < 0 || at > 60 ? [line, undefined] : [line.slice(0, at), line.slice(at + separator.length)];
}

function splitParagraphs(lines: string[]): string[][] {
  const paragraphs: string[][] = [[]];
  for (const line of lines) {
    if (line !== "") paragraphs.at(-1)?.push(line);
    else if ((paragraphs.at(-1)?.length ?? 0) > 0) paragraphs.push([]);
  }
  return paragraphs.filter((paragraph) => paragraph.length > 0);
}
