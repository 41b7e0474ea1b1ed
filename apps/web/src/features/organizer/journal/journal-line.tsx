import { formatDateTime } from "@evently/core/format/format-time";
import { type JournalEntry, operator } from "@evently/core/journal";
import { useDateStyle } from "~/ui/format/use-date-style";
import { nameFields } from "../name-fields";
import { describeAction } from "./describe-action";
import { describeValue, type ValueContext } from "./describe-value";

/** JSON leaves out what is undefined. */
type SentEntry = Omit<JournalEntry, "changes"> & { changes: Record<string, { before?: unknown; after?: unknown }> };

type Props = { entry: SentEntry } & Omit<ValueContext, "style">;

/** One entry: what, when, by whom and why, and the values before and after. */
export function JournalLine({ entry, timezone, currency }: Props) {
  const style = useDateStyle();
  const context = { timezone, currency, style };
  const changes = Object.entries(entry.changes);
  return (
    <article className="flex flex-col gap-1">
      <h2 className="font-semibold">{describeAction(entry.action)}</h2>
      <p className="figures text-14 text-soft">
        <time dateTime={entry.at}>{formatDateTime(entry.at, timezone, style)}</time>
        <span>, {nameActor(entry.actor_id)}</span>
      </p>
      {entry.reason ? <p className="max-w-[65ch]">“{entry.reason}”</p> : null}
      {changes.length > 0 ? (
        <dl className="mt-1 flex flex-col gap-1 text-14">
          {changes.map(([field, { before, after }]) => (
            <div key={field} className="flex flex-wrap gap-x-2">
              <dt className="text-soft">{nameFields([field])}:</dt>
              <dd className="min-w-0">
                {isReplaced(field, before) ? (
                  <>
                    <span className="line-through decoration-1">{describeValue(field, before, context)}</span>
                    <span aria-hidden="true"> → </span>
                    <span className="sr-only"> became </span>
                  </>
                ) : null}
                <span>{describeValue(field, after, context)}</span>
              </dd>
            </div>
          ))}
        </dl>
      ) : null}
    </article>
  );
}

const nameActor = (actor_id: JournalEntry["actor_id"]): string =>
  actor_id === operator ? "the operator of this site" : (actor_id ?? "by itself, as decided before");

/** What there was nothing of before is only told; a policy of nothing is one. */
const isReplaced = (field: string, before: unknown): boolean =>
  field === "cancellation_policy" || (before !== null && before !== undefined && before !== "");
