import type { mails as english } from "../../en/app/mails.ts";
import type { Translated } from "../../translated.ts";

export const mails: Translated<typeof english> = {
  frame: "Mejl från {name}, som det skrevs",
  showQuoted: "Visa citerad text",
  pictures: "{n, plural, one {En bild har inte laddats} other {# bilder har inte laddats}}.",
  picturesHint: "Laddas de får avsändaren veta att mejlet öppnades, och varifrån.",
  showPictures: "Visa bilder",
  original: "Originalmejl",
  originalFile: "mejl.eml",
  files: "Filer",
  leftOut: {
    too_large: "Större än 10 MB, så den finns bara i originalmejlet",
    too_many: "En av fler än 20, så den finns bara i originalmejlet",
  },
  automatic: "Autosvar från {name}",
  looped: "Mejl från {name}, lagt åt sidan",
  aside: {
    loop: "Många mejl kom in här på kort tid, eller så skickades det här av Svar självt. Därför väckte det ingen, och inget följer av det.",
    unverified:
      "Det här kom in som en kollegas svar, från {address}, men det gick inte att visa att det är kollegans. Det skickades inte till kunden.",
    not_allowed:
      "Det här kom in som en kollegas svar, från {address}, som inte får skriva i ärendet. Det skickades inte till kunden.",
    automatic: "Ett mejlprogram svarade på ett mejl till en kollega. Det skickades inte till kunden.",
  },
  unverified: "Inte verifierat: från {address}, som inte är kundens adress. Läs det med försiktighet.",
  byMail: "skrivet i det egna mejlprogrammet",
  attach: {
    label: "Bifoga filer",
    hint: "Eller släpp dem här: upp till 20, på 10 MB var och 18 MB tillsammans.",
    added: "{n, plural, one {En fil} other {# filer}} med det här svaret",
    uploading: "{n, plural, one {Lägger till en fil} other {Lägger till # filer}}",
    remove: "Ta bort {name}",
    away: "Svar går inte att nå, så {name} lades inte till. Försök igen om en stund.",
    refused: "{name}: {why}",
    tooLarge: "{name} är större än 10 MB. Gör den mindre, eller skicka en länk till den i stället.",
    removeFailed: "{name} finns kvar: Svar går inte att nå. Försök igen om en stund.",
  },
};
