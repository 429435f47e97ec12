import type { names as english } from "../en/names.ts";
import type { Translated } from "../translated.ts";

export const names: Translated<typeof english> = {
  pastAnswers: "Frühere Antworten",
  pastedRows: "Eingefügte Zeilen",
  phone: "Telefon",
};
