import type { names as english } from "../en/names.ts";
import type { Translated } from "../translated.ts";

export const names: Translated<typeof english> = {
  copy: "{name} (Kopie)",
  pastAnswers: "Frühere Antworten",
  pastedRows: "Eingefügte Zeilen",
  phone: "Telefon",
};
