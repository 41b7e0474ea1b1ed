/** Of each account that has events left out the place of the first one: all before it are in. */
export type Horizons = {
  isEmpty(): boolean;
  /** The estimated size. */
  bytes(): number;
  /** Whether events of an account at a place are left out. */
  isBeyond(owner: string, place: string): boolean;
  set(owner: string, place: string): void;
  /** The first place of all or of some accounts; null where nothing of them is left out. */
  first(isMeant?: Accounts): string | null;
  /** Runs a reading as if nothing of these accounts was left out; if it fails, what was left out is so again. */
  lift<T>(isMeant: Accounts, read: () => Promise<T>): Promise<T>;
};

export type Accounts = (owner: string) => boolean;

const bytesEach = 200;

export function createHorizons(): Horizons {
  let places = new Map<string, string>();

  function isBeyond(owner: string, place: string): boolean {
    const horizon = places.get(owner);
    return horizon !== undefined && place >= horizon;
  }

  return {
    isEmpty: () => places.size === 0,
    bytes: () => places.size * bytesEach,
    isBeyond,
    set: (owner, place) => void places.set(owner, place),
    first(isMeant = () => true) {
      let first: string | null = null;
      for (const [owner, place] of places) if (isMeant(owner) && (first === null || place < first)) first = place;
      return first;
    },
    async lift(isMeant, read) {
      const before = places;
      places = new Map([...before].filter(([owner]) => !isMeant(owner)));
      try {
        return await read();
      } catch (error) {
        for (const [owner, place] of before) if (!isBeyond(owner, place)) places.set(owner, place);
        throw error;
      }
    },
  };
}
