import type { names as english } from "../en/names.ts";
import type { Translated } from "../translated.ts";

export const names: Translated<typeof english> = {
  copy: "{name} (kopia)",
  pastAnswers: "Tidigare svar",
  pastedRows: "Inklistrade rader",
  phone: "Telefon",
};
