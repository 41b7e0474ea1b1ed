/** Of each account that has events left out the place of the first one: all before it are in. */
export type Horizons = {
  isEmpty(): boolean;
  /** The estimated size. */
  bytes(): number;
  /** Whether events of an account at a place are left out. */
  isBeyond(owner: string, place: string): boolean;
  set(owner: string, place: string): void;
  /** The first place of all; null where nothing is left out. */
  first(): string | null;
  /** Runs a reading as if nothing was left out; if it fails, what was left out is so again. */
  lift<T>(read: () => Promise<T>): Promise<T>;
};

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
    first() {
      let first: string | null = null;
      for (const place of places.values()) if (first === null || place < first) first = place;
      return first;
    },
    async lift(read) {
      const before = places;
      places = new Map();
      try {
        return await read();
      } catch (error) {
        for (const [owner, place] of before) if (!isBeyond(owner, place)) places.set(owner, place);
        throw error;
      }
    },
  };
}
