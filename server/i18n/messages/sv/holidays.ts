import type { holidays as english } from "../en/holidays.ts";
import type { Translated } from "../translated.ts";

export const holidays: Translated<typeof english> = {
  newYear: "Nyårsdagen",
  epiphany: "Trettondedag jul",
  maundyThursday: "Skärtorsdagen",
  goodFriday: "Långfredagen",
  easterSunday: "Påskdagen",
  easterMonday: "Annandag påsk",
  mayDay: "Första maj",
  ascension: "Kristi himmelsfärdsdag",
  whitSunday: "Pingstdagen",
  whitMonday: "Annandag pingst",
  midsummerEve: "Midsommarafton",
  midsummerDay: "Midsommardagen",
  allSaints: "Alla helgons dag",
  christmasEve: "Julafton",
  christmasDay: "Juldagen",
  secondChristmasDay: "Annandag jul",
  newYearsEve: "Nyårsafton",

  greatPrayerDay: "Stora bönedagen",
  danishConstitution: "Danmarks grundlagsdag",
  swedishNational: "Sveriges nationaldag",
  norwegianConstitution: "Norges grundlagsdag",
  finnishIndependence: "Finlands självständighetsdag",
  germanUnity: "Tyska enhetens dag",

  womensDay: "Internationella kvinnodagen",
  liberation: "Befrielsedagen",
  corpusChristi: "Kristi lekamens fest",
  seventeenthOfJune: "Årsdagen av den 17 juni 1953",
  assumption: "Marie himmelsfärdsdag",
  childrensDay: "Internationella barndagen",
  reformation: "Reformationsdagen",
  repentance: "Bot- och bönedagen",
};
