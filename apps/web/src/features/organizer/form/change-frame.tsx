import type { FormEvent, ReactNode, RefObject } from "react";

/** What was typed over something saved, and the ways to go on with it, as `useStoredDraft` keeps it. */
export type ChangeProps<Typed, Saved> = {
  typed: Typed;
  change: (typed: Typed, part?: string) => void;
  /** Puts what was typed on top of what someone else saved. */
  follow: (saved: Saved) => void;
  undo: () => void;
  canUndo: boolean;
  forget: () => void;
  discard: () => void;
};

type Props = {
  form: RefObject<HTMLFormElement | null>;
  submit: (submitted: FormEvent) => void;
  /** Its fields, and what they are of. */
  fields: ReactNode;
  legend: string;
  isBusy: boolean;
  /** What is asked before it is saved. */
  dialog: ReactNode;
  /** Beside the fields: failures, conflicts, and the buttons. */
  children: ReactNode;
};

/** The form of something saved before: its fields, beside them what becomes of what is typed. */
export function ChangeFrame({ form, submit, fields, legend, isBusy, dialog, children }: Props) {
  return (
    <form
      ref={form}
      noValidate
      onSubmit={submit}
      className="grid grid-cols-1 gap-10 lg:grid-cols-[minmax(0,1fr)_24rem] lg:gap-14"
    >
      <fieldset disabled={isBusy} className="flex min-w-0 flex-col gap-10">
        <legend className="sr-only">{legend}</legend>
        {fields}
      </fieldset>
      <div className="flex min-w-0 flex-col gap-6 lg:sticky lg:top-6 lg:self-start">{children}</div>
      {dialog}
    </form>
  );
}

/** The reason of a change as it is sent: left out where none was typed. */
export const readReason = (typed: string): { reason?: string } => (typed.trim() === "" ? {} : { reason: typed.trim() });
