import type { templates as english } from "../../en/app/templates.ts";
import type { Translated } from "../../translated.ts";

export const templates: Translated<typeof english> = {
  title: "Vorlagen",
  status:
    "Texte, mit denen Antworten beginnen, und für die Regeln, die danken. Das Team findet sie mit / in einer leeren Zeile einer Antwort.",
  empty: "Noch keine Vorlagen",
  emptyText:
    "Schreibe auf, was du Kunden immer wieder erklärst. Eine Antwort braucht trotzdem einen eigenen Satz, bevor sie gesendet wird.",
  emptyAgent:
    "Die Leitung schreibt sie: Texte, mit denen Antworten beginnen, zu finden mit / in einer leeren Zeile.",
  list: "Vorlagen",
  new: "Neue Vorlage",
  newText: "In einer Sprache; lege für jede weitere Sprache eine mit demselben Namen an.",
  change: "Ändern",
  changeNamed: "Vorlage {name} ändern",
  end: "Beenden",
  endNamed: "Vorlage {name} beenden",
  endText: "Sie wird nicht mehr angeboten. Antworten, die mit ihr begannen, bleiben, wie sie sind.",
  endSent:
    "{n, plural, one {Die Regel {rules} sendet} other {Die Regeln {rules} senden}} sie an Kunden: Wer auf {language} antwortet, bekommt sie nicht mehr.",
  endSuggested:
    "{n, plural, one {Die Regel {rules} schlägt sie für Antworten vor und wird} other {Die Regeln {rules} schlagen sie für Antworten vor und werden}} stattdessen nichts vorschlagen.",
  sentBy: "{n, plural, one {Die Regel {rules} sendet} other {Die Regeln {rules} senden}} sie an Kunden.",
  suggestedBy:
    "{n, plural, one {Die Regel {rules} schlägt} other {Die Regeln {rules} schlagen}} sie für Antworten vor.",
  changeSent:
    "{n, plural, one {Die Regel {rules} sendet} other {Die Regeln {rules} senden}} sie so, wie sie hier steht, an Kunden. Nennt sie die Person, die schreibt, oder führt sie zu einer Bewertungsseite, wird sie nicht gesendet.",
  name: "Name",
  nameHint: "Wonach das Team sucht, etwa „Danke“ oder „Späte Lieferung“.",
  language: "Sprache",
  text: "Text",
  textHint: "Beim Einsetzen in eine Antwort ausgefüllt: {variables}.",
  save: "Vorlage speichern",
  saving: "Wird gespeichert",
  saved: "Die Vorlage ist gespeichert",
  ended: "Die Vorlage wird nicht mehr angeboten",
  close: "Dialog schließen",
  button: "Vorlagen",
  begin: "Mit „{name}“ beginnen",
  find: "Vorlage suchen",
  findHint: "Tippe einen Teil des Namens oder Textes. Pfeiltasten bewegen, Eingabe setzt sie ein.",
  none: "Keine Vorlage enthält diese Wörter.",
  noneYet: "Es gibt noch keine Vorlagen. Die Leitung schreibt sie in den Einstellungen.",
  put: "Die Vorlage ist in der Antwort. Füge einen eigenen Satz hinzu.",
  unfilled:
    "{count, plural, one {{first} ist nicht ausgefüllt. Schreibe es selbst oder nimm es heraus, bevor du sendest.} other {{first} und mehr sind nicht ausgefüllt. Schreibe sie selbst oder nimm sie heraus, bevor du sendest.}}",
};
