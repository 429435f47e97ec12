import type { law as english } from "../en/law.ts";
import type { Translated } from "../translated.ts";

export const law: Translated<typeof english> = {
  DK: "En nøytral undersøkelse uten reklame er ikke markedsføring og krever derfor ikke samtykke på forhånd (markedsføringsloven § 10).",
  DE: "En tilfredshetsundersøkelse på e-post regnes som reklame (BGH VI ZR 225/17) og krever derfor samtykke, eller en kunde som har fått beskjed om retten til å protestere (UWG § 7).",
  SE: "Markedsføring på e-post krever samtykke, eller en kunde som har fått beskjed om retten til å protestere (marknadsföringslagen 19 §). Om en nøytral undersøkelse er markedsføring, er ikke avgjort.",
  NO: "Markedsføring på e-post krever samtykke, eller en kunde som har fått beskjed om retten til å protestere (markedsføringsloven § 15). Om en nøytral undersøkelse er markedsføring, er ikke avgjort.",
  FI: "Direkte markedsføring på e-post krever samtykke, eller en kunde som har fått beskjed om retten til å protestere (lov 917/2014 § 200). Om en nøytral undersøkelse er markedsføring, er ikke avgjort.",
  other:
    "EUs felles regel: samtykke, eller en kunde som har fått beskjed om retten til å protestere (direktiv 2002/58/EF artikkel 13).",
};
