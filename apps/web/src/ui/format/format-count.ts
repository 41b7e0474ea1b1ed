const format = new Intl.NumberFormat("en-US");

/** A whole number as people read it: 2204 is "2,204". */
export const formatCount = (count: number): string => format.format(count);
