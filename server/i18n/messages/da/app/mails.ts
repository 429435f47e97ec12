import type { mails as english } from "../../en/app/mails.ts";
import type { Translated } from "../../translated.ts";

export const mails: Translated<typeof english> = {
  frame: "Mail fra {name}, som den blev skrevet",
  showQuoted: "Vis citeret tekst",
  pictures: "{n, plural, one {Et billede er ikke indlæst} other {# billeder er ikke indlæst}}.",
  picturesHint: "Indlæses de, får afsenderen at vide, at mailen blev åbnet, og hvorfra.",
  showPictures: "Vis billeder",
  original: "Originalmail",
  originalFile: "mail.eml",
  files: "Filer",
  leftOut: {
    too_large: "Større end 10 MB, så den er kun i originalmailen",
    too_many: "En af mere end 20, så den er kun i originalmailen",
  },
  automatic: "Autosvar fra {name}",
  looped: "Mail fra {name}, lagt til side",
  aside: {
    loop: "Mange mails kom ind her på kort tid, eller denne blev sendt af Svar selv. Derfor vækkede den ingen, og der følger ikke noget af den.",
    unverified:
      "Denne kom ind som en kollegas svar, fra {address}, men det kunne ikke vises, at den er kollegaens. Den blev ikke sendt til kunden.",
    not_allowed:
      "Denne kom ind som en kollegas svar, fra {address}, der ikke må skrive i sagen. Den blev ikke sendt til kunden.",
    automatic: "Et mailprogram svarede på en mail til en kollega. Svaret blev ikke sendt til kunden.",
  },
  unverified: "Ikke bekræftet: fra {address}, som ikke er kundens adresse. Læs den med forsigtighed.",
  byMail: "skrevet i eget mailprogram",
  attach: {
    label: "Vedhæft filer",
    hint: "Eller slip dem her: op til 20, på 10 MB hver og 18 MB tilsammen.",
    added: "{n, plural, one {Én fil} other {# filer}} med dette svar",
    uploading: "{n, plural, one {Tilføjer en fil} other {Tilføjer # filer}}",
    remove: "Fjern {name}",
    away: "Svar kan ikke nås, så {name} blev ikke tilføjet. Prøv igen om lidt.",
    refused: "{name}: {why}",
    tooLarge: "{name} er større end 10 MB. Gør den mindre, eller send et link til den i stedet.",
    removeFailed: "{name} er der stadig: Svar kan ikke nås. Prøv igen om lidt.",
  },
};
