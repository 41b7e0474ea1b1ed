"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useTransition } from "react";
import { trpc } from "~/trpc/client";
import { describeFailure } from "~/trpc/describe-failure";
import { newDraftId, withIdempotencyKey } from "~/trpc/idempotency-key";
import { Button } from "~/ui/button";
import { FailurePanel } from "~/ui/message/failure-panel";
import { showToast } from "~/ui/message/toasts";
import { findServerFaults } from "../event/find-server-faults";
import { FormSkeleton } from "../form/form-skeleton";
import { useFormFaults } from "../form/use-form-faults";
import { useStoredDraft } from "../form/use-stored-draft";
import { organizerWords } from "../organizer-words";
import { emptyIdentity, findIdentityFaults, type IdentityDraft, readIdentity } from "./identity-draft";
import { IdentityFields } from "./identity-fields";
import { rememberOrganization } from "./remember-organization";

type Draft = { draft_id: string; identity: IdentityDraft };

/** The form of another organization; its draft is kept in this browser until it is saved. */
export function NewOrganization() {
  const stored = useStoredDraft<Draft>("new-organization.2", () => ({
    ...{ draft_id: newDraftId(), identity: emptyIdentity },
  }));
  if (stored.draft === null) return <FormSkeleton subject="the form" />;
  return <OrganizationForm {...stored} draft={stored.draft} />;
}

type Props = Omit<ReturnType<typeof useStoredDraft<Draft>>, "draft"> & { draft: Draft };

function OrganizationForm({ draft, change, forget, discard }: Props) {
  const { form, faults, show, clear } = useFormFaults();
  const { create, isBusy } = useCreateOrganization(draft.draft_id, forget, (error) => show(findServerFaults(error)));
  const isRefused = create.isError && Object.keys(findServerFaults(create.error)).length === 0;
  const update = (part: Partial<IdentityDraft>, name: string) => {
    clear(name);
    if (create.isError) create.reset();
    change({ ...draft, identity: { ...draft.identity, ...part } }, name);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const found = findIdentityFaults(draft.identity);
    show(found);
    if (Object.keys(found).length === 0) create.mutate(readIdentity(draft.identity));
  };
  return (
    <form ref={form} noValidate onSubmit={submit} className="flex max-w-[50rem] flex-col gap-8">
      <fieldset disabled={isBusy} className="flex min-w-0 flex-col gap-8">
        <legend className="sr-only">The organization</legend>
        <IdentityFields draft={draft.identity} faults={faults} onChange={update} />
      </fieldset>
      {isRefused ? <FailurePanel {...describeFailure(create.error, organizerWords)} /> : null}
      <div className="flex flex-wrap items-center gap-x-6 gap-y-3">
        <Button type="submit" variant="primary" size="large" pending={isBusy} pendingLabel="Creating…">
          Create organization
        </Button>
        <Button variant="plain" onClick={discard} disabled={isBusy}>
          Start over
        </Button>
      </div>
    </form>
  );
}

/** Creates it, and goes on there. */
function useCreateOrganization(draft_id: string, forget: () => void, onError: (error: unknown) => void) {
  const router = useRouter();
  const [isOpening, open] = useTransition();
  const create = trpc.organization.create.useMutation({
    trpc: withIdempotencyKey(draft_id),
    onSuccess: ({ organization_id, name }) => {
      forget();
      rememberOrganization(organization_id);
      showToast(`${name} is created.`);
      open(() => {
        router.push("/organizer");
        router.refresh();
      });
    },
    onError,
  });
  return { create, isBusy: create.isPending || isOpening || create.isSuccess };
}
