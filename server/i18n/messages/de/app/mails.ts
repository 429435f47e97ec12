import type { mails as english } from "../../en/app/mails.ts";
import type { Translated } from "../../translated.ts";

export const mails: Translated<typeof english> = {
  frame: "E-Mail von {name}, wie sie geschrieben wurde",
  showQuoted: "Zitierten Text zeigen",
  pictures: "{n, plural, one {Ein Bild ist nicht geladen} other {# Bilder sind nicht geladen}}.",
  picturesHint: "Sonst erfährt die absendende Person, dass und wo die E-Mail geöffnet wurde.",
  showPictures: "Bilder zeigen",
  original: "Originale E-Mail",
  originalFile: "mail.eml",
  files: "Dateien",
  leftOut: {
    too_large: "Größer als 10 MB, deshalb nur in der originalen E-Mail",
    too_many: "Eine von mehr als 20, deshalb nur in der originalen E-Mail",
  },
  automatic: "Automatische Antwort von {name}",
  looped: "E-Mail von {name}, beiseitegelegt",
  aside: {
    loop: "Hier kamen in kurzer Zeit viele E-Mails an, oder diese hat Svar selbst gesendet. Deshalb hat sie niemanden benachrichtigt, und nichts folgt daraus.",
    unverified:
      "Das kam als Antwort aus dem Team, von {address}, aber es ließ sich nicht zeigen, dass sie von dort stammt. Sie wurde nicht an den Kunden gesendet.",
    not_allowed:
      "Das kam als Antwort aus dem Team, von {address}, aber diese Person darf in diesem Fall nicht schreiben. Sie wurde nicht an den Kunden gesendet.",
    automatic:
      "Ein E-Mail-Programm hat auf eine E-Mail an jemanden im Team geantwortet. Das wurde nicht an den Kunden gesendet.",
  },
  unverified:
    "Nicht bestätigt: von {address}, und das ist nicht die Adresse des Kunden. Lies sie mit Vorsicht.",
  byMail: "im eigenen E-Mail-Programm geschrieben",
  attach: {
    label: "Dateien anhängen",
    hint: "Oder hier ablegen: bis zu 20, je 10 MB und zusammen 18 MB.",
    added: "{n, plural, one {Eine Datei} other {# Dateien}} an dieser Antwort",
    uploading: "{n, plural, one {Eine Datei wird hinzugefügt} other {# Dateien werden hinzugefügt}}",
    remove: "{name} entfernen",
    away: "Svar ist nicht erreichbar, deshalb wurde {name} nicht hinzugefügt. Versuche es gleich noch einmal.",
    refused: "{name}: {why}",
    tooLarge: "{name} ist größer als 10 MB. Mache die Datei kleiner oder sende stattdessen einen Link.",
    removeFailed: "{name} ist noch da: Svar ist nicht erreichbar. Versuche es gleich noch einmal.",
  },
};
