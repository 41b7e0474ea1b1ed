import { EventId } from "@evently/core/ids";
import type { MetadataRoute } from "next";
import { connection } from "next/server";
import { manifestIcons } from "~/features/site/manifest-icons";
import { siteWords } from "~/features/site/site-words";

type Context = { params: Promise<{ event_id: string }> };

/** The door of one event as an app on a phone's home screen. */
export async function GET(_: Request, { params }: Context): Promise<Response> {
  await connection();
  const { data: event_id } = EventId.safeParse((await params).event_id);
  if (!event_id) return new Response(null, { status: 404 });
  const path = `/door/${event_id}`;
  const manifest: MetadataRoute.Manifest = {
    id: path,
    name: `${siteWords.name}: door`,
    short_name: "Door",
    start_url: path,
    scope: "/door/",
    display: "standalone",
    background_color: siteWords.stage,
    theme_color: siteWords.stage,
    icons: manifestIcons,
  };
  return Response.json(manifest, { headers: { "content-type": "application/manifest+json" } });
}
