import { isSame, mergeDraft } from "./merge-draft";

/** A field that somebody else changed while it was typed over here too, and what the parts of the draft are then. */
export type Clash<T> = { field: string; own: Partial<T>; theirs: Partial<T> };

/** By field, the parts of a draft that say it. */
export type FieldParts<T> = Readonly<Record<string, readonly (keyof T)[]>>;

/** What was typed, on top of what somebody else saved meanwhile, and what both changed differently. */
export function followSaved<T extends object>(before: T, typed: T, saved: T, fields: FieldParts<T>) {
  const draft = mergeDraft(before, typed, saved);
  return { draft, clashes: findClashes(draft, mergeDraft(before, saved, typed), fields) };
}

/** The two ways to put both changes together differ where they are of one thing. */
function findClashes<T extends object>(own: T, theirs: T, fields: FieldParts<T>): Clash<T>[] {
  return Object.entries(fields)
    .filter(([, parts]) => parts.some((part) => !isSame(own[part], theirs[part])))
    .map(([field, parts]) => ({ field, own: pick(own, parts), theirs: pick(theirs, parts) }));
}

const pick = <T extends object>(draft: T, parts: readonly (keyof T)[]): Partial<T> =>
  Object.fromEntries(parts.map((part) => [part, draft[part]])) as Partial<T>;
