import type { mails as english } from "../../en/app/mails.ts";
import type { Translated } from "../../translated.ts";

export const mails: Translated<typeof english> = {
  frame: "Viesti sellaisena kuin se kirjoitettiin: {name}",
  showQuoted: "Näytä lainattu teksti",
  pictures: "{n, plural, one {Kuvaa ei ole ladattu} other {# kuvaa ei ole ladattu}}.",
  picturesHint: "Kun ne ladataan, viestin lähettäjä saa tietää, että viesti avattiin ja mistä.",
  showPictures: "Näytä kuvat",
  original: "Alkuperäinen viesti",
  originalFile: "viesti.eml",
  files: "Tiedostot",
  leftOut: {
    too_large: "Yli 10 Mt, joten vain alkuperäisessä viestissä",
    too_many: "Yksi yli 20 tiedostosta, joten vain alkuperäisessä viestissä",
  },
  automatic: "Automaattinen vastaus: {name}",
  looped: "Sivuun siirretty viesti: {name}",
  aside: {
    loop: "Tänne tuli lyhyessä ajassa monta viestiä, tai tämän lähetti Svar itse. Siksi se ei herättänyt ketään, eikä siitä seuraa mitään.",
    unverified:
      "Tämä tuli kollegan vastauksena osoitteesta {address}, mutta ei voitu osoittaa, että se on häneltä. Sitä ei lähetetty asiakkaalle.",
    not_allowed:
      "Tämä tuli kollegan vastauksena osoitteesta {address}, mutta hän ei saa kirjoittaa tähän tapaukseen. Sitä ei lähetetty asiakkaalle.",
    automatic: "Sähköpostiohjelma vastasi kollegan viestiin. Sitä ei lähetetty asiakkaalle.",
  },
  unverified: "Vahvistamaton: osoitteesta {address}, joka ei ole asiakkaan osoite. Lue varoen.",
  byMail: "kirjoitettu omassa sähköpostiohjelmassa",
  attach: {
    label: "Liitä tiedostoja",
    hint: "Tai pudota ne tähän: enintään 20, kukin 10 Mt ja yhteensä 18 Mt.",
    added: "{n, plural, one {Yksi tiedosto} other {# tiedostoa}} tässä vastauksessa",
    uploading: "{n, plural, one {Lisätään tiedostoa} other {Lisätään # tiedostoa}}",
    remove: "Poista {name}",
    away: "Svariin ei saada yhteyttä, joten tiedostoa ei lisätty: {name}. Yritä hetken kuluttua uudelleen.",
    refused: "{name}: {why}",
    tooLarge: "{name} on yli 10 Mt. Pienennä se tai lähetä sen sijaan linkki siihen.",
    removeFailed: "{name} on yhä tallessa: Svariin ei saada yhteyttä. Yritä hetken kuluttua uudelleen.",
  },
};
