import type { CauseMessages } from "../en/causes.ts";

export const causes: CauseMessages = {
  delivery: "Toimitus",
  deliveryLate: "Myöhässä",
  deliveryDamaged: "Vaurioitunut",
  deliveryMissing: "Jotain puuttuu",

  quality: "Tuote tai laatu",
  qualityFaulty: "Viallinen",
  qualityExpected: "Ei odotusten mukainen",

  price: "Hinta tai lasku",
  priceHigh: "Liian kallis",
  priceInvoice: "Virhe laskussa",

  waiting: "Odotusaika tai tavoitettavuus",
  waitingLong: "Pitkä odotus",
  waitingReach: "Vaikea tavoittaa",

  communication: "Viestintä",
  communicationUnclear: "Epäselvä tieto",
  communicationPromise: "Lupaus pitämättä",

  digital: "Verkkosivusto tai sovellus",
  digitalHard: "Vaikea käyttää",
  digitalFault: "Ei toiminut",

  staff: "Henkilökunta",
  staffManner: "Kohtelu",
  staffKnowledge: "Puutteelliset tiedot",

  misunderstanding: "Väärinkäsitys",

  other: "Muu",
};
