/** What a bench prints last: our figure, the reference's of the same run, their ratio, and the target it is held to. */
export type Result = {
  name: string;
  ours: number;
  reference: number;
  ratio: number;
  target: number;
  ok: boolean;
  [explained: string]: unknown;
};

/** The middle of some figures. */
export function median(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

export const rounded = (value: number) => Math.round(value * 1000) / 1000;
