import { trpc } from "./client";

/** Whether this installation sends mails; null while it is not known. */
export const useSendsMail = (): boolean | null =>
  trpc.limits.get.useQuery(undefined, { staleTime: Number.POSITIVE_INFINITY }).data?.sends_mail ?? null;
