import type { MemberRole } from "@evently/core/organization";

/** The roles of a member in words, most powerful first. */
export const roleWords: Readonly<Record<MemberRole, { name: string; may: string }>> = {
  owner: { name: "Owner", may: "Everything, also members and the legal notice." },
  manager: { name: "Manager", may: "Venues, events and figures, and all that the box office does." },
  box_office: { name: "Box office", may: "Bookings, buyers, cancellations and mails; no figures." },
  door: { name: "Door", may: "Lets people in." },
  viewer: { name: "Viewer", may: "Looks at the figures, and changes nothing." },
};
