import type { holidays as english } from "../en/holidays.ts";
import type { Translated } from "../translated.ts";

export const holidays: Translated<typeof english> = {
  newYear: "Neujahr",
  epiphany: "Heilige Drei Könige",
  maundyThursday: "Gründonnerstag",
  goodFriday: "Karfreitag",
  easterSunday: "Ostersonntag",
  easterMonday: "Ostermontag",
  mayDay: "Tag der Arbeit",
  ascension: "Christi Himmelfahrt",
  whitSunday: "Pfingstsonntag",
  whitMonday: "Pfingstmontag",
  midsummerEve: "Mittsommerabend",
  midsummerDay: "Mittsommertag",
  allSaints: "Allerheiligen",
  christmasEve: "Heiligabend",
  christmasDay: "Erster Weihnachtstag",
  secondChristmasDay: "Zweiter Weihnachtstag",
  newYearsEve: "Silvester",

  greatPrayerDay: "Großer Bettag",
  danishConstitution: "Dänischer Verfassungstag",
  swedishNational: "Schwedischer Nationalfeiertag",
  norwegianConstitution: "Norwegischer Verfassungstag",
  finnishIndependence: "Finnischer Unabhängigkeitstag",
  germanUnity: "Tag der Deutschen Einheit",

  womensDay: "Internationaler Frauentag",
  liberation: "Tag der Befreiung",
  corpusChristi: "Fronleichnam",
  seventeenthOfJune: "Jahrestag des 17. Juni 1953",
  assumption: "Mariä Himmelfahrt",
  childrensDay: "Weltkindertag",
  reformation: "Reformationstag",
  repentance: "Buß- und Bettag",
};
