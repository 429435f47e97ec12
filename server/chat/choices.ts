export const shapes = ["slack", "teams"] as const;
