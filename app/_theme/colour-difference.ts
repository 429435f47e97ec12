import type { LinearRgb } from "./colour.ts";

/** CIE L*, a*, b* under D65. */
export type Lab = readonly [number, number, number];

/** CIELAB of a linear-light sRGB colour, white point D65 (0.95047, 1, 1.08883). */
export function labOf([red, green, blue]: LinearRgb): Lab {
  const x = bend((0.4124564 * red + 0.3575761 * green + 0.1804375 * blue) / 0.95047);
  const y = bend(0.2126729 * red + 0.7151522 * green + 0.072175 * blue);
  const z = bend((0.0193339 * red + 0.119192 * green + 0.9503041 * blue) / 1.08883);
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

/**
 * CIEDE2000 difference of two colours with unit weights: about 1 is just visible, 10 plainly different.
 * @see Sharma, Wu and Dalal 2005, whose symbols are kept
 */
export function deltaE2000(one: Lab, two: Lab): number {
  const meanC = (Math.hypot(one[1], one[2]) + Math.hypot(two[1], two[2])) / 2;
  const g = 0.5 * (1 - Math.sqrt(meanC ** 7 / (meanC ** 7 + 25 ** 7)));
  const [c1, h1] = polar(one[1] * (1 + g), one[2]);
  const [c2, h2] = polar(two[1] * (1 + g), two[2]);

  const dL = two[0] - one[0];
  const dC = c2 - c1;
  const dH = 2 * Math.sqrt(c1 * c2) * sine(hueStep(c1, h1, c2, h2) / 2);

  const l = (one[0] + two[0]) / 2;
  const c = (c1 + c2) / 2;
  const h = meanHue(c1, h1, c2, h2);
  const t =
    1 - 0.17 * cosine(h - 30) + 0.24 * cosine(2 * h) + 0.32 * cosine(3 * h + 6) - 0.2 * cosine(4 * h - 63);
  const sL = 1 + (0.015 * (l - 50) ** 2) / Math.sqrt(20 + (l - 50) ** 2);
  const sC = 1 + 0.045 * c;
  const sH = 1 + 0.015 * c * t;
  const turn = -sine(60 * Math.exp(-(((h - 275) / 25) ** 2)));
  const rT = 2 * Math.sqrt(c ** 7 / (c ** 7 + 25 ** 7)) * turn;

  return Math.sqrt((dL / sL) ** 2 + (dC / sC) ** 2 + (dH / sH) ** 2 + rT * (dC / sC) * (dH / sH));
}

function bend(ratio: number): number {
  return ratio > 216 / 24389 ? Math.cbrt(ratio) : ((24389 / 27) * ratio + 16) / 116;
}

function polar(a: number, b: number): [chroma: number, hue: number] {
  const degrees = (Math.atan2(b, a) * 180) / Math.PI;
  return [Math.hypot(a, b), degrees < 0 ? degrees + 360 : degrees];
}

function hueStep(c1: number, h1: number, c2: number, h2: number): number {
  if (c1 * c2 === 0) return 0;
  const step = h2 - h1;
  if (step > 180) return step - 360;
  return step < -180 ? step + 360 : step;
}

function meanHue(c1: number, h1: number, c2: number, h2: number): number {
  const sum = h1 + h2;
  if (c1 * c2 === 0) return sum;
  if (Math.abs(h1 - h2) <= 180) return sum / 2;
  return sum < 360 ? (sum + 360) / 2 : (sum - 360) / 2;
}

function sine(degrees: number): number {
  return Math.sin((degrees * Math.PI) / 180);
}

function cosine(degrees: number): number {
  return Math.cos((degrees * Math.PI) / 180);
}
