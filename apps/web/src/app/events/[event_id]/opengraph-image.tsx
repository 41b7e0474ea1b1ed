import { ImageResponse } from "next/og";
import { getEvent } from "~/features/event/get-event";
import { SocialCard } from "~/features/poster/social-card";

export const alt = "The event’s poster";
export const size = { width: 1200, height: 630 };
export const contentType = "image/png";

type Props = { params: Promise<{ event_id: string }> };

export default async function OpenGraphImage({ params }: Props): Promise<ImageResponse> {
  const event = await getEvent((await params).event_id);
  return new ImageResponse(<SocialCard event={event} />, size);
}
