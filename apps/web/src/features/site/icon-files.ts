/** The icon's raster sizes in pixels: a phone's home screen, and what a manifest is asked for. */
export const iconSizes = [180, 192, 512] as const;

export const iconPath = (size: (typeof iconSizes)[number]) => `/icons/${size}.png`;
