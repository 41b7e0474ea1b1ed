import type { OrganizationView } from "@evently/core/organization";
import { type FormEvent, useState } from "react";
import { findFailureOf } from "~/trpc/failure";
import { findServerFaults } from "../event/find-server-faults";
import { ChangeFrame, type ChangeProps } from "../form/change-frame";
import { ConfirmSave } from "../form/confirm-save";
import { ConflictChoices } from "../form/conflict-choices";
import type { Clash } from "../form/find-clashes";
import { RefusedChange } from "../form/refused-change";
import { SaveButtons } from "../form/save-buttons";
import { useFormFaults } from "../form/use-form-faults";
import { describeIdentityChange } from "./describe-identity-change";
import { findIdentityFaults, type IdentityChanges, type IdentityDraft, listIdentityChanges } from "./identity-draft";
import { IdentityFields } from "./identity-fields";
import { useChangeOrganization } from "./use-change-organization";

/** What was typed, the saved organization that it was typed over, and what somebody else changed in the same fields. */
export type TypedOrganization = {
  organization: OrganizationView;
  draft: IdentityDraft;
  clashes: readonly Clash<IdentityDraft>[];
};

type Props = ChangeProps<TypedOrganization, OrganizationView>;

/** Who sells; what a change does to buyers is said before it is saved. */
export function ChangeOrganizationForm({ typed, undo, canUndo, discard, ...rest }: Props) {
  const { organization, draft, clashes } = typed;
  const { organization_id, revision } = organization;
  const { form, faults, update, changes, asked, close, submit, save } = useTypedOrganization({ typed, ...rest });
  // Faults of fields stand at these.
  const isRefused = save.isError && Object.keys(findServerFaults(save.error)).length === 0;
  return (
    <ChangeFrame
      {...{ form, submit }}
      isBusy={save.isPending}
      legend="The organization"
      fields={<IdentityFields {...{ draft, faults }} onChange={update} />}
      dialog={
        <ConfirmSave
          fields={asked && Object.keys(asked)}
          points={describeIdentityChange(asked ?? {})}
          isPending={save.isPending}
          hasReason={false}
          onConfirm={() => save.mutate({ ...asked, organization_id, revision })}
          onClose={close}
        />
      }
    >
      {isRefused ? <RefusedChange subject="organization" error={save.error} /> : null}
      <ConflictChoices
        {...{ clashes, draft }}
        describe={(_, part) => Object.values(part).flat().join(", ")}
        choose={update}
      />
      <div className="flex flex-col gap-3">
        <SaveButtons
          count={Object.keys(changes).length}
          back="/organizer"
          isBusy={save.isPending}
          {...{ undo, canUndo, discard }}
        />
      </div>
    </ChangeFrame>
  );
}

function useTypedOrganization({
  typed,
  change,
  follow,
  forget,
}: Pick<Props, "typed" | "change" | "follow" | "forget">) {
  const { form, faults, show, clear } = useFormFaults();
  const [asked, setAsked] = useState<IdentityChanges | null>(null);
  const close = () => setAsked(null);
  const save = useChangeOrganization(typed.organization, {
    onSaved(saved) {
      close();
      follow(saved);
      forget();
    },
    onConflict(saved) {
      close();
      follow(saved);
    },
    onError(error) {
      close();
      show(findServerFaults(error));
    },
  });
  const update = (part: Partial<IdentityDraft>, control: string) => {
    clear(control);
    if (save.isError && !findFailureOf(save.error, "REVISION_CONFLICT")) save.reset();
    change({ ...typed, draft: { ...typed.draft, ...part } }, control);
  };
  const changes = listIdentityChanges(typed.organization, typed.draft);
  const submit = (submitted: FormEvent) => {
    submitted.preventDefault();
    const found = findIdentityFaults(typed.draft);
    show(found);
    if (Object.keys(found).length === 0 && Object.keys(changes).length > 0) setAsked(changes);
  };
  return { form, faults, update, changes, asked, close, submit, save };
}
