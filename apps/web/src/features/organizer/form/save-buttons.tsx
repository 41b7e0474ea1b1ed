import { Button } from "~/ui/button";
import { formatCount } from "~/ui/format/format-count";
import { LinkButton } from "~/ui/link-button";

type Props = {
  /** How many fields differ from what is saved; null while something can't be read. */
  count: number | null;
  /** The page of what is being changed. */
  back: string;
  isBusy: boolean;
  undo: () => void;
  canUndo: boolean;
  discard: () => void;
};

/** Saves the changes of something saved before, takes them back, or leaves everything as it is. */
export function SaveButtons({ count, back, isBusy, undo, canUndo, discard }: Props) {
  const differing = count ?? 0;
  return (
    <>
      <Button
        type="submit"
        variant="primary"
        size="large"
        pending={isBusy}
        pendingLabel="Saving…"
        disabled={count === 0}
      >
        {differing > 0 ? `Save ${formatCount(differing)} ${differing === 1 ? "change" : "changes"}` : "Save"}
      </Button>
      <LinkButton href={back}>Leave everything as it is</LinkButton>
      <p className="text-14 text-soft">What you type stays in this browser until it is saved.</p>
      <div className="flex gap-6">
        <Button variant="plain" onClick={discard} disabled={isBusy || differing === 0}>
          Discard changes
        </Button>
        <Button variant="plain" onClick={undo} disabled={isBusy || !canUndo}>
          Undo
        </Button>
      </div>
    </>
  );
}
