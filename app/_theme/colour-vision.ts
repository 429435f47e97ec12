import { type LinearRgb, luminance } from "./colour.ts";

export const visions = ["normal", "protan", "deutan", "tritan", "greyscale"] as const;

export type Vision = (typeof visions)[number];

/**
 * The colour as somebody with this vision sees it, clipped to the display's range.
 * @see Machado, Oliveira and Fernandes 2009, severity 1.0, applied in linear light
 */
export function seenWith(vision: Vision, colour: LinearRgb): LinearRgb {
  if (vision === "normal") return colour;
  if (vision === "greyscale") {
    const grey = luminance(colour);
    return [grey, grey, grey];
  }
  const [red, green, blue] = matrices[vision];
  return [clip(dot(red, colour)), clip(dot(green, colour)), clip(dot(blue, colour))];
}

const matrices: Record<"protan" | "deutan" | "tritan", readonly [LinearRgb, LinearRgb, LinearRgb]> = {
  protan: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deutan: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritan: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

function dot(row: LinearRgb, colour: LinearRgb): number {
  return row[0] * colour[0] + row[1] * colour[1] + row[2] * colour[2];
}

function clip(value: number): number {
  return Math.min(1, Math.max(0, value));
}
