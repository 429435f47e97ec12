import type { CauseMessages } from "../en/causes.ts";

export const causes: CauseMessages = {
  delivery: "Levering",
  deliveryLate: "Forsinket",
  deliveryDamaged: "Beskadiget",
  deliveryMissing: "Noget mangler",

  quality: "Produkt eller kvalitet",
  qualityFaulty: "Defekt",
  qualityExpected: "Ikke som ventet",

  price: "Pris eller faktura",
  priceHigh: "For dyrt",
  priceInvoice: "Fejl i fakturaen",

  waiting: "Ventetid eller tilgængelighed",
  waitingLong: "Lang ventetid",
  waitingReach: "Svære at få fat i",

  communication: "Kommunikation",
  communicationUnclear: "Uklar information",
  communicationPromise: "Løfte ikke holdt",

  digital: "Hjemmeside eller app",
  digitalHard: "Svær at bruge",
  digitalFault: "Virkede ikke",

  staff: "Personale",
  staffManner: "Optræden",
  staffKnowledge: "Manglende viden",

  misunderstanding: "Misforståelse",

  other: "Andet",
};
