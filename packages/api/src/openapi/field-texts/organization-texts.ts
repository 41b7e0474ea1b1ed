import type { FieldTexts } from "./field-texts.ts";

export const organizationTexts: readonly FieldTexts[] = [
  {
    owners: ["CreateOrganization", "ChangeOrganization", "Organization", "OrganizationView"],
    fields: {
      name: "What buyers know it as, in one line of up to 120 characters.",
      legal_name: "Its name in law; up to 200 characters.",
      address: "Where it is at home, in one line of up to 300 characters.",
      contact_email: "Where buyers reach it.",
      vat_id: "Its number for value added tax; up to 40 characters.",
      terms_url: "Its terms, which a buyer accepts by paying: an address that begins with `https://`.",
      terms_version: "When `terms_url` was last changed: the version of the terms. Null without terms.",
      privacy_url: "What it does with data of buyers: an address that begins with `https://`.",
      payment_methods:
        "How it takes payment: `card`, or `invoice` for seats that verified buyers reserve and pay for later. `card` alone unless its owners say otherwise.",
      state: "`pending` may prepare, `approved` sells, `suspended` changes nothing and sells nothing.",
      revision:
        "Raised by every change. Sent with one, or as If-Match, it lets only what nobody has changed since be changed.",
      role: "What the caller is in it; null for an admin who is no member.",
      payments_ready:
        "Whether what it sells with a price may go on sale: it can be paid by card, or takes no cards, or all are paid to the house.",
    },
  },
  {
    owners: ["PaymentAccountView", "organization.onboard"],
    fields: {
      account_id: "The account's id at the payment provider; null where there is none.",
      onboarding_url:
        "Where an owner fills in what the account needs, good for a few minutes and once; null in what is only read.",
      state:
        "`none` before there is an account, `onboarding` until an owner has filled in what it needs, `enabled` once buyers can pay, `restricted` where the " +
        "payment provider wants more first, and `house` where everybody is paid to the house's own account.",
      charges_enabled: "Whether buyers can pay by card now.",
      requirements: "What the payment provider still wants, as it names it; at most 50.",
      return_path:
        "Where on the site the owner comes back to, such as `/organizer`; by default the organization's page.",
    },
  },
  {
    owners: ["EventPage", "BookingView", "OwnBookingView", "SoldBooking"],
    fields: { seller: "Who sells, as they call themselves now; null for what no organization has yet." },
  },
  {
    owners: ["Seller"],
    fields: {
      name: "What buyers know them as.",
      legal_name: "Their name in law; null where they stated none, as with all that follows.",
      address: "Where they are at home.",
      contact_email: "Where buyers reach them.",
      vat_id: "Their number for value added tax.",
      terms_url: "Their terms as they are now. Those that a booking was made under are its `terms`.",
      privacy_url: "What they do with data of buyers.",
      payment_methods: "How they take payment: by `card`, or on `invoice`.",
    },
  },
  {
    owners: ["SellerTerms"],
    fields: {
      url: "Where the terms were: an address that begins with `https://`.",
      version: "When the seller last changed that address: which version of the terms it is.",
    },
  },
  {
    owners: ["Member", "ChangeMember", "ChangedMember"],
    fields: {
      name: "What the member is called; null if not given.",
      email: "The member's e-mail address; null if not given.",
      role: "What the member is: `owner`, `manager`, `box_office`, `door` or `viewer`.",
      since: "Since when they have been a member.",
    },
  },
  {
    owners: ["Invite", "Invitation", "Invited"],
    fields: {
      email: "The address that is invited, and that the mail goes to.",
      role: "What whoever accepts is then: `owner`, `manager`, `box_office`, `door` or `viewer`.",
      invitation_id: "The invitation's id, which opens nothing.",
      expires_at: "Until when it can be accepted.",
    },
  },
  { owners: ["organization.revokeInvitation"], fields: { invitation_id: "The invitation's id, which opens nothing." } },
  { owners: ["AcceptInvitation"], fields: { token: "The token of the mail's link, behind `#token=`." } },
  { owners: ["Joined"], fields: { role: "What the caller is in the organization now." } },
];
