import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import { buyOverRest } from "./guest";
import { joinOrganization } from "./join-organization";
import { untilMailed } from "./mailbox";
import { becomeOrganizer, createEvent, createVenue } from "./organizer-forms";
import { press } from "./picker";
import { expect, test } from "./story";

const newEmail = (name: string) => `${name}-${randomUUID().slice(0, 8)}@example.com`;

const nav = (page: Page) => page.getByRole("navigation", { name: "Organizer" });
const linkTo = (page: Page, name: string) => page.getByRole("main").getByRole("link", { name, exact: true });

async function setUpIdentity(page: Page): Promise<void> {
  await press(nav(page).getByRole("link", { name: "Organization" }));
  await page.getByRole("textbox", { name: "Legal name" }).fill("The Long Room AS");
  await page.getByRole("textbox", { name: "Link to your terms" }).fill("http://longroom.example/terms");
  await press(page.getByRole("button", { name: "Save 2 changes" }));
  const terms = page.getByRole("textbox", { name: "Link to your terms" });
  await expect(terms).toBeFocused();
  await expect(terms).toHaveAccessibleDescription(/https:/);
  await terms.fill("https://longroom.example/terms");
  await press(page.getByRole("button", { name: "Save 2 changes" }));
  await press(page.getByRole("dialog").getByRole("button", { name: "Save" }));
  await expect(page.getByRole("button", { name: "Save", exact: true })).toBeDisabled();
}

async function invite(page: Page, email: string, role: string): Promise<void> {
  await page.getByRole("textbox", { name: "E-mail address" }).fill(email);
  await press(page.getByRole("radio", { name: new RegExp(`^${role}`) }));
  await press(page.getByRole("button", { name: "Send invitation" }));
  await expect(page.getByRole("region", { name: "Open invitations" }).getByText(email, { exact: true })).toBeVisible();
}

test("a theater of three sets itself up, and each sees what their role has", { tag: "@one-size" }, async ({
  page,
  meetVisitor,
  monitor,
}) => {
  // The open page of a member who is removed may ask once more.
  monitor.allow("403 /api/trpc/analytics.events");
  const [anna, vera] = [newEmail("anna"), newEmail("vera")];
  await becomeOrganizer(page);
  await setUpIdentity(page);
  await press(page.getByRole("link", { name: "Members" }));
  await expect(page.getByText("The only owner: make somebody else an owner first")).toBeVisible();
  await invite(page, anna, "Box office");
  await invite(page, vera, "Viewer");
  const members = new URL(page.url()).pathname;
  await createVenue(page);
  const event_id = await createEvent(page, `A play of three ${randomUUID().slice(0, 8)}`);
  const buyer = await meetVisitor();
  await buyOverRest(buyer, { event_id }, ["A-1"], { email: newEmail("ben") });

  const [boxOffice, viewer] = [await meetVisitor(), await meetVisitor()];
  await joinOrganization(boxOffice, anna);
  await expect(nav(boxOffice).getByRole("link")).toHaveText(["Events", "Organization"]);
  await press(boxOffice.getByRole("link", { name: /^A play of three/ }));
  await expect(linkTo(boxOffice, "Held seats")).toBeVisible();
  for (const name of ["Change", "Copy to dates", "Journal"]) await expect(linkTo(boxOffice, name)).toBeHidden();
  await expect(boxOffice.getByRole("button", { name: "Pause sales" })).toBeHidden();
  await press(linkTo(boxOffice, "Bookings"));
  await expect(boxOffice.getByRole("main").getByRole("heading", { name: /^ben-/ })).toBeVisible();

  await joinOrganization(viewer, vera);
  await press(viewer.getByRole("link", { name: /^A play of three/ }).first());
  await expect(viewer.getByRole("heading", { name: "Sales over time" })).toBeVisible();
  for (const name of ["Bookings", "Change", "Mails"]) await expect(linkTo(viewer, name)).toBeHidden();
  await expect(viewer.getByText("ben-")).toBeHidden();
  await viewer.goto(`/organizer/events/${event_id}/edit`);
  await expect(viewer.getByRole("heading", { name: "This page is not part of your role" })).toBeVisible();

  await page.goto(members);
  await expect(page.getByRole("region", { name: "Open invitations" })).toBeHidden();
  await press(page.getByRole("button", { name: `Change role of ${vera}` }));
  await press(page.getByRole("dialog").getByRole("radio", { name: /^Manager/ }));
  await press(page.getByRole("button", { name: "Save role" }));
  await expect(async () => {
    await viewer.goto("/organizer");
    await expect(nav(viewer).getByRole("link", { name: "New event" })).toBeVisible({ timeout: 1_000 });
  }).toPass();
  await press(page.getByRole("button", { name: `Remove ${vera}` }));
  await press(page.getByRole("dialog").getByRole("button", { name: "Remove", exact: true }));
  await expect(page.getByRole("button", { name: `Remove ${vera}` })).toBeHidden();
  await expect(async () => {
    await viewer.goto("/organizer");
    await expect(viewer.getByRole("heading", { name: "This account is for booking tickets" })).toBeVisible({
      timeout: 1_000,
    });
  }).toPass();
});

test("an invitation is for its address, opens nothing once withdrawn, and can be left for later", {
  tag: "@one-size",
}, async ({ page, host, meetVisitor, monitor }) => {
  monitor.expect("409 /api/trpc/organization.describeInvitation");
  const [carl, dora] = [newEmail("carl"), newEmail("dora")];
  await host.signIn(page);
  await page.goto(`/organizer/organizations/${host.organization_id}/members`);
  await invite(page, carl, "Manager");
  const visitor = await meetVisitor();
  const { token } = await (await page.request.post("/api/user", { data: { email: dora } })).json();
  await visitor.context().addCookies([{ name: "evently_session", value: token, url: new URL(page.url()).origin }]);
  const [mail] = await untilMailed(visitor, carl, 1);
  const [link = ""] = /\/invitations#token=\S+/.exec(mail?.text ?? "") ?? [];
  await visitor.goto(link);
  await expect(visitor.getByText(`this browser is signed in as ${dora}`)).toBeVisible();
  await expect(visitor.getByRole("button", { name: "Accept invitation" })).toBeHidden();
  await press(visitor.getByRole("link", { name: "Not now" }));
  await expect(visitor).toHaveURL(/\/$/);

  const withdraw = page.getByRole("button", { name: `Withdraw the invitation of ${carl}` });
  // The button says "Withdrawing…" until then, and is by that name hidden.
  const withdrawn = page.waitForResponse(/organization\.revokeInvitation/);
  await press(withdraw);
  await withdrawn;
  await expect(withdraw).toBeHidden();
  await visitor.goto(link);
  await expect(visitor.getByText("This invitation was used or taken back, or has expired.")).toBeVisible();
});

test("whoever is in two organizations switches between their events and venues", { tag: "@one-size" }, async ({
  page,
  host,
}) => {
  await host.signIn(page);
  await page.goto("/organizer");
  await press(nav(page).getByRole("link", { name: "Organization" }));
  await press(page.getByRole("link", { name: "New organization" }));
  await expect(page.getByRole("heading", { level: 1, name: "New organization" })).toBeVisible();
  await page.getByRole("textbox", { name: "Name", exact: true }).fill("A second house");
  await press(page.getByRole("button", { name: "Create organization" }));
  await expect(page.getByRole("combobox", { name: "Organization" })).toHaveValue(/organization-/);
  await expect(page.getByRole("heading", { name: "No events yet" })).toBeVisible();
  await press(nav(page).getByRole("link", { name: "Venues" }));
  await expect(page.getByRole("heading", { name: "No venues yet" })).toBeVisible();
  await press(nav(page).getByRole("link", { name: "New venue" }));
  await expect(page.getByText("will belong to A second house")).toBeVisible();
  await page.goto("/organizer/venues");
  await page.getByRole("combobox", { name: "Organization" }).selectOption({ label: "House manager" });
  await expect(page.getByRole("link", { name: "The Small House" })).toBeVisible();
});
