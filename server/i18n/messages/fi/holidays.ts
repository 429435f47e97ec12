import type { holidays as english } from "../en/holidays.ts";
import type { Translated } from "../translated.ts";

export const holidays: Translated<typeof english> = {
  newYear: "Uudenvuodenpäivä",
  epiphany: "Loppiainen",
  maundyThursday: "Kiirastorstai",
  goodFriday: "Pitkäperjantai",
  easterSunday: "Pääsiäispäivä",
  easterMonday: "Toinen pääsiäispäivä",
  mayDay: "Vappu",
  ascension: "Helatorstai",
  whitSunday: "Helluntaipäivä",
  whitMonday: "Toinen helluntaipäivä",
  midsummerEve: "Juhannusaatto",
  midsummerDay: "Juhannuspäivä",
  allSaints: "Pyhäinpäivä",
  christmasEve: "Jouluaatto",
  christmasDay: "Joulupäivä",
  secondChristmasDay: "Tapaninpäivä",
  newYearsEve: "Uudenvuodenaatto",

  greatPrayerDay: "Suuri rukouspäivä",
  danishConstitution: "Tanskan perustuslain päivä",
  swedishNational: "Ruotsin kansallispäivä",
  norwegianConstitution: "Norjan perustuslain päivä",
  finnishIndependence: "Itsenäisyyspäivä",
  germanUnity: "Saksan yhtenäisyyden päivä",

  womensDay: "Kansainvälinen naistenpäivä",
  liberation: "Vapautuksen päivä",
  corpusChristi: "Kristuksen ruumiin juhla",
  seventeenthOfJune: "Kansannousun 17.6.1953 vuosipäivä",
  assumption: "Marian taivaaseen ottaminen",
  childrensDay: "Maailman lasten päivä",
  reformation: "Uskonpuhdistuksen muistopäivä",
  repentance: "Katumus- ja rukouspäivä",
};
