const format = new Intl.NumberFormat("en-US");

/** 2204 is "2,204". */
export const formatCount = (count: number): string => format.format(count);
