import { notReadyWords } from "./not-ready-words";

/** Failures of accounts and organizations, in words beside those that the API gives them. */
export const accountWords = {
  EMAIL_TAKEN: {
    meaning: "Nothing was changed.",
    action: "Use another one, or sign in with this one instead.",
  },
  ORGANIZATION_NOT_APPROVED: {
    meaning: "The event stays a draft.",
    action: "Ask whoever runs this site to approve you.",
  },
  PAYMENTS_NOT_READY: notReadyWords,
  ORGANIZATION_NOT_FOUND: {
    headline: "We can’t find this organization, or you are no member of it any more.",
    meaning: "Nothing was changed.",
    action: "Ask one of its owners, or go on with another one of yours.",
  },
  INVITATION_NOT_FOUND: {
    meaning: "The link may have been cut off, or come from another site.",
    action: "Open the link of the mail again, or ask for a new invitation.",
  },
  INVITATION_CLOSED: {
    headline: "This invitation was used or taken back, or has expired.",
    meaning: "Nothing was changed.",
    action: "Ask whoever invited you for a new one.",
  },
  ALREADY_MEMBER: {
    headline: "You are a member of this organization already.",
    meaning: "Your role stays what it is.",
    action: "Ask an owner if you need another one.",
  },
  LAST_OWNER: {
    headline: "An organization needs an owner.",
    meaning: "Nothing was changed.",
    action: "Make another member an owner first.",
  },
  MEMBERSHIP_LIMIT: {
    meaning: "Nothing was changed.",
    action: "Leave an organization, end a membership or withdraw an invitation first.",
  },
};
