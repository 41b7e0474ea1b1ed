import type { sharedPageHeader as ofTheApi } from "@evently/api/shared-page-header";

/** Set where the site's server renders a page for everyone, and taken from whoever else sends it. */
export const sharedPageHeader: typeof ofTheApi = "x-shared-page";
