import type { templates as english } from "../../en/app/templates.ts";
import type { Translated } from "../../translated.ts";

export const templates: Translated<typeof english> = {
  title: "Maler",
  status:
    "Tekster å begynne svar med, og for reglene som takker. Kolleger finner dem med / på en tom linje i et svar.",
  empty: "Ingen maler ennå",
  emptyText:
    "Skriv ned det du forklarer kunder om og om igjen. Et svar trenger fortsatt en egen setning før det sendes.",
  emptyAgent: "Ledere skriver dem: tekster å begynne svar med, som finnes med / på en tom linje.",
  list: "Maler",
  new: "Ny mal",
  newText: "På ett språk; lag en til med samme navn for hvert ekstra språk.",
  change: "Endre",
  changeNamed: "Endre malen {name}",
  end: "Avslutt",
  endNamed: "Avslutt malen {name}",
  endText: "Den tilbys ikke lenger. Svar som begynte med den, blir som de er.",
  endSent:
    "{n, plural, one {Regelen {rules} sender} other {Reglene {rules} sender}} den til kunder: den som svarer på {language}, får den ikke lenger.",
  endSuggested:
    "{n, plural, one {Regelen {rules} foreslår} other {Reglene {rules} foreslår}} den for svar og vil ikke foreslå noe i stedet.",
  sentBy: "{n, plural, one {Regelen {rules} sender} other {Reglene {rules} sender}} den til kunder.",
  suggestedBy: "{n, plural, one {Regelen {rules} foreslår} other {Reglene {rules} foreslår}} den for svar.",
  changeSent:
    "{n, plural, one {Regelen {rules} sender} other {Reglene {rules} sender}} den til kunder slik den står her. Hvis den nevner kollegaen som skriver, eller leder til en anmeldelsesside, sendes den ikke.",
  name: "Navn",
  nameHint: "Det kollegene ser etter, for eksempel Takk eller Sen levering.",
  language: "Språk",
  text: "Tekst",
  textHint: "Fylles ut når den settes inn i et svar: {variables}.",
  save: "Lagre malen",
  saving: "Lagrer",
  saved: "Malen er lagret",
  ended: "Malen tilbys ikke lenger",
  close: "Lukk dialogboksen",
  button: "Maler",
  begin: "Begynn med «{name}»",
  find: "Finn en mal",
  findHint: "Skriv en del av navnet eller teksten. Pilene flytter, Enter setter den inn.",
  none: "Ingen mal har de ordene.",
  noneYet: "Det er ingen maler ennå. Ledere skriver dem i innstillingene.",
  put: "Malen er i svaret. Legg til en egen setning.",
  unfilled:
    "{count, plural, one {{first} er ikke fylt ut. Skriv det selv, eller fjern det, før du sender.} other {{first} med flere er ikke fylt ut. Skriv dem selv, eller fjern dem, før du sender.}}",
};
