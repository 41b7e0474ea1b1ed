/** What a mail has, and where it went. */
export function MailNote({ has, email }: { has: "code" | "link"; email: string }) {
  return (
    <p>
      A mail with a {has} is on its way to <bdi className="whole font-semibold">{email}</bdi>. Look among your spam,
      too.
    </p>
  );
}
