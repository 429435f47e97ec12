import type { CauseMessages } from "../en/causes.ts";

export const causes: CauseMessages = {
  delivery: "Leverans",
  deliveryLate: "Försenad",
  deliveryDamaged: "Skadad",
  deliveryMissing: "Något saknas",

  quality: "Produkt eller kvalitet",
  qualityFaulty: "Defekt",
  qualityExpected: "Inte som väntat",

  price: "Pris eller faktura",
  priceHigh: "För dyrt",
  priceInvoice: "Fel på fakturan",

  waiting: "Väntetid eller tillgänglighet",
  waitingLong: "Lång väntan",
  waitingReach: "Svåra att nå",

  communication: "Kommunikation",
  communicationUnclear: "Otydlig information",
  communicationPromise: "Brutet löfte",

  digital: "Webbplats eller app",
  digitalHard: "Svår att använda",
  digitalFault: "Fungerade inte",

  staff: "Personal",
  staffManner: "Bemötande",
  staffKnowledge: "Bristande kunskap",

  misunderstanding: "Missförstånd",

  other: "Övrigt",
};
