import type { errors as english } from "../../en/app/errors.ts";
import type { Translated } from "../../translated.ts";

export const errors: Translated<typeof english> = {
  title: "Något gick fel",
  formTitle: "Det här kunde inte sparas än",
  unreachable: "Svar svarar inte. Kontrollera anslutningen och försök igen; det du skrev finns kvar.",
  away: "Svar gick inte att nå. Försök igen.",
  stillSignedIn:
    "Svar svarade inte, så du är fortfarande inloggad. Kontrollera anslutningen och försök igen.",
  unexpected: "Det är vårt fel. Försök igen om en stund; det du skrev finns kvar.",
  pageTitle: "Sidan kunde inte visas",
  pageText:
    "Något gick fel hos oss. Dina uppgifter är i säkerhet. Försök igen; om felet kvarstår, ge din administratör numret nedan.",
  reference: "Referens {digest}",
  retry: "Försök igen",
  notFoundTitle: "Det finns inget här",
  notFoundText:
    "Adressen kan vara felskriven, sidan kan ha tagits bort, eller så hör den till en arbetsyta som du inte är medlem i.",
  home: "Gå till startsidan",
};
