import type { names as english } from "../en/names.ts";
import type { Translated } from "../translated.ts";

export const names: Translated<typeof english> = {
  copy: "{name} (kopio)",
  pastAnswers: "Aiemmat vastaukset",
  pastedRows: "Liitetyt rivit",
  phone: "Puhelin",
};
