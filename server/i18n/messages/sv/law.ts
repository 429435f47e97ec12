import type { law as english } from "../en/law.ts";
import type { Translated } from "../translated.ts";

export const law: Translated<typeof english> = {
  DK: "En neutral enkät utan reklam är ingen marknadsföring och kräver därför inget samtycke i förväg (markedsføringsloven § 10).",
  DE: "En nöjdhetsenkät via mejl räknas som reklam (BGH VI ZR 225/17) och kräver därför samtycke, eller en kund som har fått veta om rätten att invända (UWG § 7).",
  SE: "Marknadsföring via mejl kräver samtycke, eller en kund som har fått veta om rätten att invända (marknadsföringslagen 19 §). Om en neutral enkät är marknadsföring är inte avgjort.",
  NO: "Marknadsföring via mejl kräver samtycke, eller en kund som har fått veta om rätten att invända (markedsføringsloven § 15). Om en neutral enkät är marknadsföring är inte avgjort.",
  FI: "Direktmarknadsföring via mejl kräver samtycke, eller en kund som har fått veta om rätten att invända (lag 917/2014 200 §). Om en neutral enkät är marknadsföring är inte avgjort.",
  other:
    "EU:s gemensamma regel: samtycke, eller en kund som har fått veta om rätten att invända (direktiv 2002/58/EG artikel 13).",
};
