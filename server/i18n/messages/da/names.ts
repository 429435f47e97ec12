import type { names as english } from "../en/names.ts";
import type { Translated } from "../translated.ts";

export const names: Translated<typeof english> = {
  copy: "{name} (kopi)",
  pastAnswers: "Tidligere svar",
  pastedRows: "Indsatte rækker",
  phone: "Telefon",
};
