import type { ChangeOrganization, OrganizationView } from "@evently/core/organization";
import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { trpc } from "~/trpc/client";
import { findFailureOf } from "~/trpc/failure";
import { idempotencyKey, withIdempotencyKey } from "~/trpc/idempotency-key";
import { showToast } from "~/ui/message/toasts";

type Saved = (organization: OrganizationView) => void;
type Handlers = { onSaved: Saved; onConflict: Saved; onError: (error: unknown) => void };

/** Saves a change, here and wherever the name stands; sent again with the same content it changes nothing twice. */
export function useChangeOrganization(
  { organization_id }: OrganizationView,
  { onSaved, onConflict, onError }: Handlers,
) {
  const router = useRouter();
  const utils = trpc.useUtils();
  return useMutation({
    networkMode: "always",
    mutationFn: (input: ChangeOrganization) =>
      utils.client.organization.change.mutate(
        input,
        withIdempotencyKey(idempotencyKey(`${organization_id}-${input.revision}`, input)),
      ),
    onSuccess: (saved) => {
      utils.organization.get.setData({ organization_id }, saved);
      onSaved(saved);
      showToast(`${saved.name} is changed.`);
      router.refresh();
    },
    onError: async (error) => {
      if (!findFailureOf(error, "REVISION_CONFLICT")) return onError(error);
      onConflict(await utils.client.organization.get.query({ organization_id }));
    },
  });
}
