import { toSentence } from "~/trpc/to-sentence";

type TextSchema = { safeParse: (typed: string) => { error?: { issues: { message: string }[] } | undefined } };

/** What the API would refuse in a typed text, as a sentence, by the schema that it uses. */
export function findTextFault(schema: TextSchema, typed: string): string | null {
  const message = schema.safeParse(typed).error?.issues[0]?.message;
  return message === undefined ? null : toSentence(message);
}
