import type { CauseMessages } from "../en/causes.ts";

export const causes: CauseMessages = {
  delivery: "Levering",
  deliveryLate: "Forsinket",
  deliveryDamaged: "Skadet",
  deliveryMissing: "Noe mangler",

  quality: "Produkt eller kvalitet",
  qualityFaulty: "Defekt",
  qualityExpected: "Ikke som ventet",

  price: "Pris eller faktura",
  priceHigh: "For dyrt",
  priceInvoice: "Feil på fakturaen",

  waiting: "Ventetid eller tilgjengelighet",
  waitingLong: "Lang ventetid",
  waitingReach: "Vanskelige å få tak i",

  communication: "Kommunikasjon",
  communicationUnclear: "Uklar informasjon",
  communicationPromise: "Løfte ikke holdt",

  digital: "Nettsted eller app",
  digitalHard: "Vanskelig å bruke",
  digitalFault: "Virket ikke",

  staff: "Ansatte",
  staffManner: "Opptreden",
  staffKnowledge: "Manglende kunnskap",

  misunderstanding: "Misforståelse",

  other: "Annet",
};
