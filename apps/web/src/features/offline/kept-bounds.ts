/** When a page was kept, and until when it is of use, in epoch milliseconds; how large it is. */
export type KeptPage = { at: number; until: number; bytes: number };

const mostPages = 12;
const mostBytes = 1_500_000;

/** Pages for which there is no room: those kept longest ago, down to as many, and as many bytes, as a browser keeps. */
export function findSurplus<P extends KeptPage>(pages: readonly P[]): P[] {
  let bytes = 0;
  return pages
    .toSorted((a, b) => b.at - a.at)
    .filter((page, index) => {
      const fits = index < mostPages && bytes + page.bytes <= mostBytes;
      if (fits) bytes += page.bytes;
      return !fits;
    });
}
