import type { templates as english } from "../../en/app/templates.ts";
import type { Translated } from "../../translated.ts";

export const templates: Translated<typeof english> = {
  title: "Mallar",
  status:
    "Texter att börja svar med, och för reglerna som tackar. Kollegor hittar dem med / på en tom rad i ett svar.",
  empty: "Inga mallar än",
  emptyText:
    "Skriv ner det du förklarar för kunder gång på gång. Ett svar behöver ändå en egen mening innan det skickas.",
  emptyAgent: "Chefer skriver dem: texter att börja svar med, som hittas med / på en tom rad.",
  list: "Mallar",
  new: "Ny mall",
  newText: "På ett språk; skapa en till med samma namn för varje ytterligare språk.",
  change: "Ändra",
  changeNamed: "Ändra mallen {name}",
  end: "Avsluta",
  endNamed: "Avsluta mallen {name}",
  endText: "Den erbjuds inte längre. Svar som började med den blir som de är.",
  endSent:
    "{n, plural, one {Regeln {rules} skickar} other {Reglerna {rules} skickar}} den till kunder: den som svarar på {language} får den inte längre.",
  endSuggested:
    "{n, plural, one {Regeln {rules} föreslår} other {Reglerna {rules} föreslår}} den för svar, och kommer inte att föreslå något i stället.",
  sentBy: "{n, plural, one {Regeln {rules} skickar} other {Reglerna {rules} skickar}} den till kunder.",
  suggestedBy: "{n, plural, one {Regeln {rules} föreslår} other {Reglerna {rules} föreslår}} den för svar.",
  changeSent:
    "{n, plural, one {Regeln {rules} skickar} other {Reglerna {rules} skickar}} den till kunder som den står här. Om den nämner kollegan som skriver, eller leder till en recensionssajt, skickas den inte.",
  name: "Namn",
  nameHint: "Det kollegorna söker efter, till exempel Tack eller Sen leverans.",
  language: "Språk",
  text: "Text",
  textHint: "Fylls i när den sätts in i ett svar: {variables}.",
  save: "Spara mallen",
  saving: "Sparar",
  saved: "Mallen är sparad",
  ended: "Mallen erbjuds inte längre",
  close: "Stäng dialogrutan",
  button: "Mallar",
  begin: "Börja med ”{name}”",
  find: "Hitta en mall",
  findHint: "Skriv en del av namnet eller texten. Pilarna flyttar, Retur sätter in den.",
  none: "Ingen mall har de orden.",
  noneYet: "Det finns inga mallar än. Chefer skriver dem i inställningarna.",
  put: "Mallen finns i svaret. Lägg till en egen mening.",
  unfilled:
    "{count, plural, one {{first} är inte ifyllt. Skriv det själv, eller ta bort det, innan du skickar.} other {{first} med flera är inte ifyllda. Skriv dem själv, eller ta bort dem, innan du skickar.}}",
};
