import type { holidays as english } from "../en/holidays.ts";
import type { Translated } from "../translated.ts";

export const holidays: Translated<typeof english> = {
  newYear: "Nytårsdag",
  epiphany: "Helligtrekongersdag",
  maundyThursday: "Skærtorsdag",
  goodFriday: "Langfredag",
  easterSunday: "Påskedag",
  easterMonday: "2. påskedag",
  mayDay: "1. maj",
  ascension: "Kristi himmelfartsdag",
  whitSunday: "Pinsedag",
  whitMonday: "2. pinsedag",
  midsummerEve: "Midsommeraften",
  midsummerDay: "Midsommerdag",
  allSaints: "Allehelgensdag",
  christmasEve: "Juleaften",
  christmasDay: "1. juledag",
  secondChristmasDay: "2. juledag",
  newYearsEve: "Nytårsaften",

  greatPrayerDay: "Store bededag",
  danishConstitution: "Grundlovsdag",
  swedishNational: "Sveriges nationaldag",
  norwegianConstitution: "Norges grundlovsdag",
  finnishIndependence: "Finlands uafhængighedsdag",
  germanUnity: "Den tyske enheds dag",

  womensDay: "Kvindernes internationale kampdag",
  liberation: "Befrielsesdagen",
  corpusChristi: "Kristi legemsfest",
  seventeenthOfJune: "Årsdagen for den 17. juni 1953",
  assumption: "Marias himmelfart",
  childrensDay: "Verdens børnedag",
  reformation: "Reformationsdagen",
  repentance: "Bods- og bededag",
};
