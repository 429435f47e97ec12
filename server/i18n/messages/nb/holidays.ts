import type { holidays as english } from "../en/holidays.ts";
import type { Translated } from "../translated.ts";

export const holidays: Translated<typeof english> = {
  newYear: "Første nyttårsdag",
  epiphany: "Helligtrekongersdag",
  maundyThursday: "Skjærtorsdag",
  goodFriday: "Langfredag",
  easterSunday: "Første påskedag",
  easterMonday: "Andre påskedag",
  mayDay: "1. mai",
  ascension: "Kristi himmelfartsdag",
  whitSunday: "Første pinsedag",
  whitMonday: "Andre pinsedag",
  midsummerEve: "Midtsommeraften",
  midsummerDay: "Midtsommerdagen",
  allSaints: "Allehelgensdag",
  christmasEve: "Julaften",
  christmasDay: "Første juledag",
  secondChristmasDay: "Andre juledag",
  newYearsEve: "Nyttårsaften",

  greatPrayerDay: "Store bededag",
  danishConstitution: "Danmarks grunnlovsdag",
  swedishNational: "Sveriges nasjonaldag",
  norwegianConstitution: "Grunnlovsdagen",
  finnishIndependence: "Finlands selvstendighetsdag",
  germanUnity: "Den tyske enhetsdagen",

  womensDay: "Den internasjonale kvinnedagen",
  liberation: "Frigjøringsdagen",
  corpusChristi: "Kristi legemsfest",
  seventeenthOfJune: "Årsdagen for 17. juni 1953",
  assumption: "Marias himmelfart",
  childrensDay: "Verdens barnedag",
  reformation: "Reformasjonsdagen",
  repentance: "Bots- og bønnedag",
};
