import type { law as english } from "../en/law.ts";
import type { Translated } from "../translated.ts";

export const law: Translated<typeof english> = {
  DK: "En neutral undersøgelse uden reklame er ikke markedsføring og kræver derfor ikke samtykke på forhånd (markedsføringsloven § 10).",
  DE: "En tilfredshedsundersøgelse på mail regnes som reklame (BGH VI ZR 225/17) og kræver derfor samtykke, eller en kunde, der har fået besked om retten til at gøre indsigelse (UWG § 7).",
  SE: "Markedsføring på mail kræver samtykke, eller en kunde, der har fået besked om retten til at gøre indsigelse (marknadsföringslagen 19 §). Om en neutral undersøgelse er markedsføring, er ikke afgjort.",
  NO: "Markedsføring på mail kræver samtykke, eller en kunde, der har fået besked om retten til at gøre indsigelse (markedsføringsloven § 15). Om en neutral undersøgelse er markedsføring, er ikke afgjort.",
  FI: "Direkte markedsføring på mail kræver samtykke, eller en kunde, der har fået besked om retten til at gøre indsigelse (lov 917/2014 § 200). Om en neutral undersøgelse er markedsføring, er ikke afgjort.",
  other:
    "EU’s fælles regel: samtykke, eller en kunde, der har fået besked om retten til at gøre indsigelse (direktiv 2002/58/EF artikel 13).",
};
