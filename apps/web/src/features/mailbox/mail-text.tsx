/** The text part of a mail; its links lead where they say. */
export function MailText({ text }: { text: string }) {
  const parts = text.split(/(https?:\/\/\S+)/).map((part, at) => ({ part, at }));
  return (
    <pre className="whitespace-pre-wrap font-sans text-16 [overflow-wrap:anywhere]">
      {parts.map(({ part, at }) =>
        at % 2 === 1 ? (
          <a key={at} href={part} className="underline underline-offset-4">
            {part}
          </a>
        ) : (
          part
        ),
      )}
    </pre>
  );
}
