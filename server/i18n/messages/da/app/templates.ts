import type { templates as english } from "../../en/app/templates.ts";
import type { Translated } from "../../translated.ts";

export const templates: Translated<typeof english> = {
  title: "Skabeloner",
  status:
    "Tekster at begynde svar med, og til de regler, der takker. Kolleger finder dem med / på en tom linje i et svar.",
  empty: "Ingen skabeloner endnu",
  emptyText:
    "Skriv det ned, du forklarer for kunder igen og igen. Et svar har stadig brug for sin egen sætning, før det sendes.",
  emptyAgent: "Ledere skriver dem: tekster at begynde svar med, som findes med / på en tom linje.",
  list: "Skabeloner",
  new: "Ny skabelon",
  newText: "På ét sprog; lav en til med samme navn for hvert yderligere sprog.",
  change: "Ret",
  changeNamed: "Ret skabelonen {name}",
  end: "Afslut",
  endNamed: "Afslut skabelonen {name}",
  endText: "Den tilbydes ikke længere. Svar, der begyndte med den, bliver, som de er.",
  endSent:
    "{n, plural, one {Reglen {rules} sender} other {Reglerne {rules} sender}} den til kunder: den, der svarer på {language}, får den ikke længere.",
  endSuggested:
    "{n, plural, one {Reglen {rules} foreslår} other {Reglerne {rules} foreslår}} den til svar og vil ikke foreslå noget i stedet.",
  sentBy: "{n, plural, one {Reglen {rules} sender} other {Reglerne {rules} sender}} den til kunder.",
  suggestedBy: "{n, plural, one {Reglen {rules} foreslår} other {Reglerne {rules} foreslår}} den til svar.",
  changeSent:
    "{n, plural, one {Reglen {rules} sender} other {Reglerne {rules} sender}} den til kunder, som den står her. Hvis den nævner den kollega, der skriver, eller fører til en anmeldelsesside, sendes den ikke.",
  name: "Navn",
  nameHint: "Det, kollegerne leder efter, for eksempel Tak eller Sen levering.",
  language: "Sprog",
  text: "Tekst",
  textHint: "Udfyldes, når den sættes ind i et svar: {variables}.",
  save: "Gem skabelonen",
  saving: "Gemmer",
  saved: "Skabelonen er gemt",
  ended: "Skabelonen tilbydes ikke længere",
  close: "Luk dialogboksen",
  button: "Skabeloner",
  begin: "Begynd med »{name}«",
  find: "Find en skabelon",
  findHint: "Skriv en del af navnet eller teksten. Pilene flytter, Enter sætter den ind.",
  none: "Ingen skabelon har de ord.",
  noneYet: "Der er ingen skabeloner endnu. Ledere skriver dem i indstillingerne.",
  put: "Skabelonen er i svaret. Tilføj din egen sætning.",
  unfilled:
    "{count, plural, one {{first} er ikke udfyldt. Skriv det selv, eller fjern det, før du sender.} other {{first} med flere er ikke udfyldt. Skriv dem selv, eller fjern dem, før du sender.}}",
};
