import type { CauseMessages } from "../en/causes.ts";

export const causes: CauseMessages = {
  delivery: "Lieferung",
  deliveryLate: "Verspätet",
  deliveryDamaged: "Beschädigt",
  deliveryMissing: "Etwas fehlt",

  quality: "Produkt oder Qualität",
  qualityFaulty: "Defekt",
  qualityExpected: "Nicht wie erwartet",

  price: "Preis oder Rechnung",
  priceHigh: "Zu teuer",
  priceInvoice: "Fehler in der Rechnung",

  waiting: "Wartezeit oder Erreichbarkeit",
  waitingLong: "Lange Wartezeit",
  waitingReach: "Schwer zu erreichen",

  communication: "Kommunikation",
  communicationUnclear: "Unklare Auskunft",
  communicationPromise: "Zusage nicht eingehalten",

  digital: "Website oder App",
  digitalHard: "Schwer zu bedienen",
  digitalFault: "Hat nicht funktioniert",

  staff: "Personal",
  staffManner: "Umgang",
  staffKnowledge: "Fehlende Kenntnisse",

  misunderstanding: "Missverständnis",

  other: "Sonstiges",
};
