import { EventId } from "@evently/core/ids";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { connection } from "next/server";
import { SignInLink } from "~/features/account/sign-in-link";
import { DoorList } from "~/features/door/list/door-list";

type Props = { params: Promise<{ event_id: string }> };

export const metadata: Metadata = { title: "Door list", referrer: "no-referrer" };

/** Fetched by the browser, which may have a door key instead of a session. */
export default async function DoorListPage({ params }: Props) {
  await connection();
  const { data: event_id } = EventId.safeParse((await params).event_id);
  if (!event_id) notFound();
  return <DoorList event_id={event_id} signIn={<SignInLink variant="primary" />} />;
}
