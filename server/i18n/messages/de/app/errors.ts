import type { errors as english } from "../../en/app/errors.ts";
import type { Translated } from "../../translated.ts";

export const errors: Translated<typeof english> = {
  title: "Etwas ist schiefgegangen",
  formTitle: "Das konnte noch nicht gespeichert werden",
  unreachable:
    "Svar antwortet nicht. Prüfe die Verbindung und versuche es noch einmal; was du geschrieben hast, ist noch da.",
  away: "Svar war nicht erreichbar. Versuche es noch einmal.",
  stillSignedIn:
    "Svar hat nicht geantwortet, du bist also noch angemeldet. Prüfe die Verbindung und versuche es noch einmal.",
  unexpected: "Das liegt an uns. Versuche es gleich noch einmal; was du geschrieben hast, ist noch da.",
  pageTitle: "Diese Seite konnte nicht angezeigt werden",
  pageText:
    "Bei uns ist etwas schiefgegangen. Deine Daten sind sicher. Versuche es noch einmal; wenn es so bleibt, nenne deiner Administration die Nummer unten.",
  reference: "Nummer {digest}",
  retry: "Erneut versuchen",
  notFoundTitle: "Hier ist nichts",
  notFoundText:
    "Vielleicht ist die Adresse falsch geschrieben, die Seite wurde entfernt, oder sie gehört zu einem Arbeitsbereich, in dem du nicht Mitglied bist.",
  home: "Zur Startseite",
};
