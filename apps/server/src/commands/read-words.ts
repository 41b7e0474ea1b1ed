import { Reason } from "@evently/core/event";
import { EventId, OrganizationId, UserId } from "@evently/core/ids";
import { QuotaKind } from "@evently/core/user/quotas";

type Word = { wants: string; accepts: (word: string) => boolean };

const any = () => true;

export const isOrganizationId = (word: string): word is OrganizationId => OrganizationId.safeParse(word).success;

/** The arguments of the operator's commands, by the name that the usage gives them. */
const words = {
  EVENT_ID: { wants: "an event id such as event-00001", accepts: (word) => EventId.safeParse(word).success },
  USER_ID: { wants: "a user id such as user-00001", accepts: (word) => UserId.safeParse(word).success },
  ORGANIZATION_ID: {
    wants: "an organization id such as organization-00001",
    accepts: (word) => isOrganizationId(word),
  },
  ID: {
    wants: "a user id such as user-00001, or an organization id such as organization-00001",
    accepts: (word) => UserId.safeParse(word).success || isOrganizationId(word),
  },
  ROLE: { wants: "attendee, organizer or admin", accepts: (word) => /^(attendee|organizer|admin)$/.test(word) },
  KIND: { wants: "events, venues or seats", accepts: (word) => QuotaKind.safeParse(word).success },
  NUMBER: { wants: "a whole number up to 1,000,000", accepts: (word) => /^(\d{1,6}|1000000)$/.test(word) },
  KEY: { wants: "a key such as payment-00042", accepts: any },
  REASON: {
    wants: "a reason in quotes, of one line and at most 200 characters",
    accepts: (word) => Reason.safeParse(word).success,
  },
} as const satisfies Record<string, Word>;

/**
 * What is wrong with the arguments of a command that takes `takes`, such as "USER_ID [REASON]": a sentence, "too many"
 * if there are more than it takes, null if they are right.
 */
export function findWrongWord(name: string, takes: string, given: readonly string[]): string | null {
  const wanted = takes.split(" ").filter((word) => word !== "");
  if (given.length > wanted.length) return "too many";
  for (const [i, spelled] of wanted.entries()) {
    const isOptional = spelled.startsWith("[");
    const { wants, accepts }: Word = words[spelled.replace(/[[\]]/g, "") as keyof typeof words];
    const word = given[i];
    if (word === undefined ? !isOptional : !accepts(word)) return `${name} wants ${wants}, not "${word ?? ""}".\n`;
  }
  return null;
}
