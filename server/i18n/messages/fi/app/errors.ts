import type { errors as english } from "../../en/app/errors.ts";
import type { Translated } from "../../translated.ts";

export const errors: Translated<typeof english> = {
  title: "Jokin meni vikaan",
  formTitle: "Tätä ei voitu vielä tallentaa",
  unreachable: "Svar ei vastaa. Tarkista yhteys ja yritä uudelleen; kirjoittamasi on tallella.",
  away: "Svariin ei saatu yhteyttä. Yritä uudelleen.",
  stillSignedIn: "Svar ei vastannut, joten olet yhä kirjautuneena. Tarkista yhteys ja yritä uudelleen.",
  unexpected: "Vika on meillä. Yritä hetken kuluttua uudelleen; kirjoittamasi on tallella.",
  pageTitle: "Sivua ei voitu näyttää",
  pageText:
    "Meillä meni jokin vikaan. Tietosi ovat turvassa. Yritä uudelleen; jos vika jatkuu, kerro järjestelmänvalvojalle alla oleva numero.",
  reference: "Numero {digest}",
  retry: "Yritä uudelleen",
  notFoundTitle: "Täällä ei ole mitään",
  notFoundText:
    "Osoite voi olla väärin kirjoitettu, sivu on ehkä poistettu tai se kuuluu työtilaan, jonka jäsen et ole.",
  home: "Siirry aloitussivulle",
};
