import type { privacy as english } from "../../en/app/privacy.ts";
import type { Translated } from "../../translated.ts";

export const privacy: Translated<typeof english> = {
  status: "Vem kunder vänder sig till om sina uppgifter, och hur länge de sparas.",
  optional: "frivilligt",
  save: "Spara",
  saving: "Sparar…",
  saved: "Sparat",

  contact: "Kontakt för dataskydd",
  contactText:
    "Står på sidan där kunder ser sina egna uppgifter, i det de laddar ner och längst ner i mejlen med frågan: där dataskyddsombudets adress, annars den ansvarigas.",
  controller: "Personuppgiftsansvarig",
  controllerName: "Företag",
  controllerEmail: "E-post för frågor om personuppgifter",
  controllerPhone: "Telefon",
  controllerAddress: "Postadress",
  officer: "Dataskyddsombud",
  officerHint: "Lämna tomt om ni inte har något.",
  officerName: "Namn",
  officerEmail: "E-post",
  officerPhone: "Telefon",

  retention: "Hur länge saker sparas",
  retentionText:
    "Varje natt försvinner det som är äldre, i små delar. En kortare tid tar inte bort något på {days} dagar, så att ett misstag kan ångras; en längre gäller genast. Siffror förblir som de är.",
  keep: "Lika länge som arbetsytan",
  months: "{months, plural, one {# månad} other {# månader}}",
  years: "{years, plural, one {# år} other {# år}}",
  from: "Tar inte bort något före {date}; till dess gäller: {period}.",
  setBy: "Satt av {name} den {date}.",
  setOn: "Svars förslag sedan {date}.",
  kind: {
    contacts: "Kunder som ingen hör av",
    answers: "Ord och namn i svar",
    dialogues: "Stängda dialoger",
    files: "Filer och originalmejl",
    received: "Andra mejl som kom in",
    sends: "Adresser till skickade mejl",
    evidence: "Spår av öppnade länkar",
    notices: "Meddelanden och utkast",
  },
  about: {
    contacts:
      "Den som på så lång tid inte har tillfrågats, svarat, skrivit eller importerats raderas helt. Kunden kan komma tillbaka med en import.",
    answers:
      "Vem som svarade, kommentaren och attributen. Betyget finns kvar med sin dag, enkät, sitt team och sina orsaker. Ett svar väntar på sin dialog.",
    dialogues:
      "Meddelanden, anteckningar, filer, löften och etiketter i ärenden som varit stängda så länge. Att det fanns ett ärende, dess grundorsak och om det löstes finns kvar.",
    files: "Bilagor och mottagna mejl som de kom. Det som sades i dem finns kvar i dialogen.",
    received: "Returer, autosvar och det som inte hör till någon dialog.",
    sends:
      "Vilken adress ett mejl gick till och vad den mottagande servern sa. Att det skickades finns kvar.",
    evidence: "Vad som sågs av länkar innan ett svar skickades, avgjort eller inte.",
    notices:
      "Aviseringar och chattmeddelanden om stängda ärenden, utkast som ingen fortsatte med och förfrågningar om att se sina uppgifter.",
  },
  elsewhere:
    "Importers filer försvinner efter 7 dagar, hela nätverksadresser i granskningsloggen också. Granskningsloggen finns kvar lika länge som arbetsytan och nämner kunder endast med nummer.",

  preview: "Visa vad som skulle försvinna i dag",
  previewing: "Räknar…",
  wouldGo: "Vad som skulle försvinna i dag, utan ångerdagarna",
  wouldGoNothing: "Inget skulle försvinna i dag.",
  what: "Vad",
  howMany: "Hur många",
  oldest: "Äldst från",
  previewFailed: "Räkningen gick inte. Försök igen.",

  hold: "Stoppa all borttagning",
  holdTitle: "Stoppa all borttagning?",
  holdText:
    "Inget försvinner på grund av sin ålder förrän någon häver stoppet, till exempel under en tvist. Kunder kan fortfarande få sig raderade.",
  holdReason: "Varför",
  held: "Inget tas bort på grund av sin ålder",
  heldBy: "{name} stoppade det den {date}: {reason}",
  heldOn: "Stoppat den {date}: {reason}",
  endHold: "Häv stoppet",
  holdEnded: "Det som är för gammalt försvinner igen från och med i natt",
  holding: "Borttagningen är stoppad",
  close: "Stäng",

  runs: "Borttaget nyligen",
  noRuns: "Inget har tagits bort på grund av sin ålder än.",
  day: "Dag",
  removed: "Borttaget",
  period: "Period",
  running: "pågår",
};
