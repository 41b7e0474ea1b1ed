import { longestReason } from "@evently/core/box-office/limits.rules";
import { Field } from "~/ui/field/field";
import type { Act, Details } from "./act";

/** What is typed into the dialog of an act. */
export type Typed = { reason: string; name: string; email: string };

export const nothingTyped: Typed = { reason: "", name: "", email: "" };

const isSale = ({ kind }: Act): boolean => kind === "cash" || kind === "comp";

type Props = {
  act: Act;
  typed: Typed;
  faults: Readonly<Record<string, string>>;
  onType: (typed: Typed) => void;
};

/** What a server may refuse of an act that one of its fields shows. */
export const fieldsOf = (act: Act): readonly string[] =>
  act.kind === "block" ? ["reason"] : isSale(act) ? ["holder.name", "holder.email"] : [];

/** For whom seats are blocked, or who gets them. */
export function ActFields({ act, typed, faults, onType }: Props) {
  if (act.kind === "block")
    return (
      <Field
        label="For whom or what"
        placeholder="Press, choir, camera"
        hint="No names of people: all of the box office read it, and exports have it."
        maxLength={longestReason}
        autoComplete="off"
        value={typed.reason}
        fault={faults.reason}
        onChange={({ currentTarget }) => onType({ ...typed, reason: currentTarget.value })}
      />
    );
  if (!isSale(act)) return null;
  return (
    <>
      <Field
        label={act.kind === "comp" ? "Given to" : "Name (optional)"}
        autoComplete="off"
        maxLength={120}
        value={typed.name}
        fault={faults.name ?? faults["holder.name"]}
        onChange={({ currentTarget }) => onType({ ...typed, name: currentTarget.value })}
      />
      <Field
        label="E-mail address (optional)"
        type="email"
        autoComplete="off"
        value={typed.email}
        fault={faults.email ?? faults["holder.email"]}
        onChange={({ currentTarget }) => onType({ ...typed, email: currentTarget.value })}
      />
    </>
  );
}

export function toDetails({ reason, name, email }: Typed): Details {
  const address = email.trim() ? { email: email.trim() } : {};
  return { reason: reason.trim(), holder: name.trim() === "" ? null : { name: name.trim(), ...address } };
}

/** What is missing before the act can be done, by field. */
export function findFaults(act: Act, typed: Typed): Record<string, string> {
  const { reason, holder } = toDetails(typed);
  if (act.kind === "block") return reason === "" ? { reason: "Say for whom or what." } : {};
  if (!isSale(act) || holder) return {};
  if (act.kind === "comp") return { name: "Say who gets them." };
  return typed.email.trim() === "" ? {} : { name: "An address needs a name." };
}
