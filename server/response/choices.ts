export const channels = ["email", "link", "kiosk", "import"] as const;
