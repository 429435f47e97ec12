import type { mails as english } from "../../en/app/mails.ts";
import type { Translated } from "../../translated.ts";

export const mails: Translated<typeof english> = {
  frame: "E-post fra {name}, slik den ble skrevet",
  showQuoted: "Vis sitert tekst",
  pictures: "{n, plural, one {Et bilde er ikke lastet inn} other {# bilder er ikke lastet inn}}.",
  picturesHint: "Lastes de inn, får avsenderen vite at e-posten ble åpnet, og hvorfra.",
  showPictures: "Vis bilder",
  original: "Original e-post",
  originalFile: "e-post.eml",
  files: "Filer",
  leftOut: {
    too_large: "Større enn 10 MB, så den er bare i den originale e-posten",
    too_many: "En av mer enn 20, så den er bare i den originale e-posten",
  },
  automatic: "Autosvar fra {name}",
  looped: "E-post fra {name}, lagt til side",
  aside: {
    loop: "Mange e-poster kom inn her på kort tid, eller denne ble sendt av Svar selv. Derfor vekket den ingen, og ingenting følger av den.",
    unverified:
      "Denne kom inn som en kollegas svar, fra {address}, men det kunne ikke vises at den er kollegaens. Den ble ikke sendt til kunden.",
    not_allowed:
      "Denne kom inn som en kollegas svar, fra {address}, som ikke kan skrive i saken. Den ble ikke sendt til kunden.",
    automatic: "Et e-postprogram svarte på en e-post til en kollega. Svaret ble ikke sendt til kunden.",
  },
  unverified: "Ikke bekreftet: fra {address}, som ikke er kundens adresse. Les den med forsiktighet.",
  byMail: "skrevet i eget e-postprogram",
  attach: {
    label: "Legg ved filer",
    hint: "Eller slipp dem her: opptil 20, på 10 MB hver og 18 MB til sammen.",
    added: "{n, plural, one {Én fil} other {# filer}} med dette svaret",
    uploading: "{n, plural, one {Legger til en fil} other {Legger til # filer}}",
    remove: "Fjern {name}",
    away: "Svar kan ikke nås, så {name} ble ikke lagt til. Prøv igjen om litt.",
    refused: "{name}: {why}",
    tooLarge: "{name} er større enn 10 MB. Gjør den mindre, eller send en lenke til den i stedet.",
    removeFailed: "{name} er der fortsatt: Svar kan ikke nås. Prøv igjen om litt.",
  },
};
