import { purgeDoors } from "~/features/door/store/purge-doors";
import { OfflineError } from "~/trpc/describe-silence";
import { renewPages } from "./kept-pages";

type FindHolder = () => Promise<string | null>;

/** Tickets and doors, of which one may fail alone; who has the session is asked for once. */
export async function renewAll(findHolder: FindHolder): Promise<void> {
  let asked: Promise<string | null> | null = null;
  const askOnce: FindHolder = () => {
    asked ??= navigator.onLine ? findHolder() : Promise.reject(new OfflineError());
    return asked;
  };
  await Promise.allSettled([renewPages(askOnce), purgeDoors(askOnce)]);
}
