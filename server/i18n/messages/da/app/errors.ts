import type { errors as english } from "../../en/app/errors.ts";
import type { Translated } from "../../translated.ts";

export const errors: Translated<typeof english> = {
  title: "Noget gik galt",
  formTitle: "Det kunne ikke gemmes endnu",
  unreachable: "Svar svarer ikke. Tjek forbindelsen, og prøv igen; det, du skrev, er her stadig.",
  away: "Svar kunne ikke nås. Prøv igen.",
  stillSignedIn: "Svar svarede ikke, så du er stadig logget ind. Tjek forbindelsen, og prøv igen.",
  unexpected: "Det er vores fejl. Prøv igen om lidt; det, du skrev, er her stadig.",
  pageTitle: "Siden kunne ikke vises",
  pageText:
    "Noget gik galt hos os. Dine data er i sikkerhed. Prøv igen; bliver fejlen ved, så giv din administrator nummeret nedenfor.",
  reference: "Reference {digest}",
  retry: "Prøv igen",
  notFoundTitle: "Der er ikke noget her",
  notFoundText:
    "Adressen kan være skrevet forkert, siden kan være fjernet, eller den hører til et arbejdsområde, du ikke er medlem af.",
  home: "Gå til startsiden",
};
