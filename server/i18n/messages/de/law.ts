import type { law as english } from "../en/law.ts";
import type { Translated } from "../translated.ts";

export const law: Translated<typeof english> = {
  DK: "Eine neutrale Umfrage ohne Werbung ist kein Marketing und braucht daher keine vorherige Einwilligung (markedsføringsloven § 10).",
  DE: "Eine Zufriedenheitsumfrage per E-Mail gilt als Werbung (BGH VI ZR 225/17). Sie braucht daher eine Einwilligung oder einen Kunden, der auf das Widerspruchsrecht hingewiesen wurde (§ 7 UWG).",
  SE: "Werbung per E-Mail braucht eine Einwilligung oder einen Kunden, der auf das Widerspruchsrecht hingewiesen wurde (marknadsföringslagen 19 §). Ob eine neutrale Umfrage Werbung ist, ist nicht geklärt.",
  NO: "Werbung per E-Mail braucht eine Einwilligung oder einen Kunden, der auf das Widerspruchsrecht hingewiesen wurde (markedsføringsloven § 15). Ob eine neutrale Umfrage Werbung ist, ist nicht geklärt.",
  FI: "Direktwerbung per E-Mail braucht eine Einwilligung oder einen Kunden, der auf das Widerspruchsrecht hingewiesen wurde (Gesetz 917/2014 § 200). Ob eine neutrale Umfrage Werbung ist, ist nicht geklärt.",
  other:
    "Die gemeinsame Regel der Europäischen Union: eine Einwilligung oder ein Kunde, der auf das Widerspruchsrecht hingewiesen wurde (Richtlinie 2002/58/EG, Artikel 13).",
};
