import { EventId } from "@evently/core/ids";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { connection } from "next/server";
import { SignInLink } from "~/features/account/sign-in-link";
import { DoorDesk } from "~/features/door/page/door-desk";

type Props = { params: Promise<{ event_id: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const manifest = `/door/${encodeURIComponent((await params).event_id)}/app.webmanifest`;
  return { title: "Door", referrer: "no-referrer", manifest };
}

/** The same for everybody, and nothing of the event: so it can be kept, and opens without a network. */
export default async function DoorPage({ params }: Props) {
  await connection();
  const { data: event_id } = EventId.safeParse((await params).event_id);
  if (!event_id) notFound();
  return <DoorDesk event_id={event_id} signIn={<SignInLink variant="primary" />} />;
}
