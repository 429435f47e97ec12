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
export const median = (values: readonly number[]): number => quantile(values, 0.5);

/** The figure that 95 % of them are not above. */
export const p95 = (values: readonly number[]): number => quantile(values, 0.95);

function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

export const rounded = (value: number) => Math.round(value * 1000) / 1000;
