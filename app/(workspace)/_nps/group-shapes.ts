import type { Group } from "#server/nps/groups.ts";

/** ▼ ■ ▲ as paths in a box of 12 by 12. */
export const groupShapes: Readonly<Record<Group, string>> = {
  detractor: "M6 11 1 1h10Z",
  passive: "M1.5 1.5h9v9h-9Z",
  promoter: "M6 1 11 11H1Z",
};
