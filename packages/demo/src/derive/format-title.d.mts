export type RawTitle = string | { _?: string; em: string | string[] };
export function formatTitle(raw: RawTitle): string;
export function shortTitle(title: string): string;
