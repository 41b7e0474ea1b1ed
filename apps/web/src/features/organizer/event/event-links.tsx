import type { EventPage } from "@evently/core/event";
import { LinkButton } from "~/ui/link-button";
import { useMay } from "../organization/organizations";

/** The ways from an event to what somebody's role does with it. */
export function EventLinks({ event, isPublic }: { event: EventPage; isPublic: boolean }) {
  const { event_id, seller } = event;
  const isBoxOffice = useMay("box_office", seller?.organization_id);
  const isDoor = useMay("door", seller?.organization_id);
  const isManager = useMay("manager", seller?.organization_id);
  const path = `/organizer/events/${event_id}`;
  return (
    <>
      {isBoxOffice ? (
        <>
          <LinkButton href={`${path}/bookings`}>Bookings</LinkButton>
          <LinkButton href={`${path}/box-office`}>Box office</LinkButton>
          <LinkButton href={`${path}/holds`}>Held seats</LinkButton>
        </>
      ) : null}
      {isDoor ? <LinkButton href={`${path}/door`}>Door</LinkButton> : null}
      {isPublic ? <LinkButton href={`/events/${event_id}`}>View event page</LinkButton> : null}
      {isManager ? (
        <>
          <LinkButton href={`${path}/edit`}>Change</LinkButton>
          <LinkButton href={`${path}/copy`}>Copy to dates</LinkButton>
        </>
      ) : null}
      {isBoxOffice ? <LinkButton href={`${path}/mails`}>Mails</LinkButton> : null}
      {isManager ? (
        <>
          <LinkButton href={`${path}/accounting`}>Accounting</LinkButton>
          <LinkButton href={`${path}/journal`}>Journal</LinkButton>
        </>
      ) : null}
    </>
  );
}
