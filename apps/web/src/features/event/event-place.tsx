/** Each name in its own direction, so that an Arabic hall in a Latin city keeps its comma. */
export function EventPlace({ venue_name, city }: { venue_name: string; city: string }) {
  return (
    <>
      <bdi>{venue_name}</bdi>, <bdi>{city}</bdi>
    </>
  );
}
