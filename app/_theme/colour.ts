/** Red, green and blue in linear light, each 0–1. */
export type LinearRgb = readonly [number, number, number];

/**
 * Linear light of a six-digit hex colour.
 * @throws RangeError if `hex` is not of the form `#rrggbb`
 * @see IEC 61966-2-1 (sRGB transfer function)
 */
export function linearRgb(hex: string): LinearRgb {
  const digits = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(hex);
  if (!digits) throw new RangeError(`not a six-digit hex colour: ${hex}`);
  const [, red = "", green = "", blue = ""] = digits;
  return [channel(red), channel(green), channel(blue)];
}

/** Relative luminance, 0 (black) to 1 (white). */
export function luminance([red, green, blue]: LinearRgb): number {
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** WCAG 2.2 contrast ratio of two hex colours, 1 to 21, in either order. */
export function contrast(one: string, other: string): number {
  const a = luminance(linearRgb(one));
  const b = luminance(linearRgb(other));
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

function channel(twoDigits: string): number {
  const value = Number.parseInt(twoDigits, 16) / 255;
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
}
