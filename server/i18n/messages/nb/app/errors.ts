import type { errors as english } from "../../en/app/errors.ts";
import type { Translated } from "../../translated.ts";

export const errors: Translated<typeof english> = {
  title: "Noe gikk galt",
  formTitle: "Dette kunne ikke lagres ennå",
  unreachable: "Svar svarer ikke. Sjekk forbindelsen og prøv igjen; det du skrev, er her fortsatt.",
  away: "Svar kunne ikke nås. Prøv igjen.",
  stillSignedIn: "Svar svarte ikke, så du er fortsatt logget inn. Sjekk forbindelsen og prøv igjen.",
  unexpected: "Det er vår feil. Prøv igjen om litt; det du skrev, er her fortsatt.",
  pageTitle: "Siden kunne ikke vises",
  pageText:
    "Noe gikk galt hos oss. Dataene dine er trygge. Prøv igjen; hvis feilen vedvarer, gi administratoren nummeret nedenfor.",
  reference: "Referanse {digest}",
  retry: "Prøv igjen",
  notFoundTitle: "Det er ingenting her",
  notFoundText:
    "Adressen kan være feilskrevet, siden kan være fjernet, eller den hører til et arbeidsområde du ikke er medlem av.",
  home: "Gå til startsiden",
};
