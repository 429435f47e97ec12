/** How a language says that somebody will do something, and when: sources of regular expressions, in small letters. */
export type PromiseWords = {
  undertakes: string;
  /** A sentence with one of these says that something will not be done. */
  denies: string;
  today: string;
  tomorrow: string;
  afterTomorrow: string;
  /** Monday first. */
  weekdays: readonly string[];
  /** Before a weekday: that of the week to come, not the nearest. */
  next: string | null;
  nextWeek: string;
  thisWeek: string;
  /** What stands before and after a number of hours, days or weeks. */
  within: { before?: string; after?: string };
  hours: string;
  days: string;
  workingDays: string;
  weeks: string;
  /** One first. */
  numbers: readonly string[];
  /** January first. */
  months: readonly string[];
  /** How dates are written in figures: 4.12. or 4/12. */
  figures: readonly ("." | "/")[];
};

const words = (text: string): string[] => text.split(" ");

/** Verb and pronoun in either order, as these languages put the verb second. */
const either = (pronouns: string, verbs: string) =>
  `(?:${pronouns}) (?:${verbs})|(?:${verbs}) (?:${pronouns})`;

const en: PromiseWords = {
  undertakes:
    "(?:i|we)(?:['’]ll| will| shall| promise|['’]m going to| am going to|['’]re going to| are going to)|you(?:['’]ll| will) (?:hear|get|have|receive)",
  denies: "not|never|\\p{L}*n['’]t",
  today: "today|tonight|this (?:morning|afternoon|evening)",
  tomorrow: "tomorrow",
  afterTomorrow: "the day after tomorrow",
  weekdays: words("monday tuesday wednesday thursday friday saturday sunday"),
  next: "next",
  nextWeek: "next week",
  thisWeek: "this week|the end of (?:the|this) week",
  within: { before: "in|within" },
  hours: "hours?",
  days: "days?",
  workingDays: "(?:working|business|week) ?days?",
  weeks: "weeks?",
  numbers: words("an?|one two three four five six seven eight nine ten"),
  months: words("january february march april may june july august september october november december"),
  figures: [],
};

const da: PromiseWords = {
  undertakes: `${either(
    "jeg|vi",
    "vil|skal|lover|ringer|skriver|mailer|sender|vender|kontakter|undersøger|sørger|følger|giver|kommer|leverer|betaler|refunderer|krediterer|bestiller|melder|tjekker|svarer",
  )}|${either("du|i|de", "hører|får")}`,
  denies: "ikke|aldrig|ingen",
  today: "i dag|i aften|i eftermiddag",
  tomorrow: "i morgen",
  afterTomorrow: "i overmorgen",
  weekdays: words("mandag tirsdag onsdag torsdag fredag lørdag søndag"),
  next: "næste",
  nextWeek: "næste uge",
  thisWeek: "denne uge|ugens udgang|slutningen af ugen",
  within: { before: "om|inden for|indenfor|inden" },
  hours: "timer?",
  days: "dage?|døgn",
  workingDays: "(?:arbejds|hver)dage?",
  weeks: "uger?",
  numbers: words("en|et to tre fire fem seks syv otte ni ti"),
  months: words("januar februar marts april maj juni juli august september oktober november december"),
  figures: [".", "/"],
};

const sv: PromiseWords = {
  undertakes: `${either(
    "jag|vi",
    "ska|skall|kommer|lovar|ringer|skriver|mejlar|mailar|skickar|återkommer|hör av|kontaktar|undersöker|ser till|följer|ger|levererar|betalar|krediterar|beställer|kollar|svarar|löser|ordnar",
  )}|${either("du|ni", "hör|får")}`,
  denies: "inte|aldrig|ingen",
  today: "i ?dag|i ?kväll|i eftermiddag",
  tomorrow: "i ?morgon",
  afterTomorrow: "i ?övermorgon",
  weekdays: words("måndag tisdag onsdag torsdag fredag lördag söndag"),
  next: "nästa",
  nextWeek: "nästa vecka",
  thisWeek: "denna vecka|den här veckan|slutet av veckan",
  within: { before: "om|inom" },
  hours: "timm(?:e|ar)",
  days: "dag(?:ar)?|dygn",
  workingDays: "(?:arbets|var)dag(?:ar)?",
  weeks: "veck(?:a|or)",
  numbers: words("en|ett två tre fyra fem sex sju åtta nio tio"),
  months: words("januari februari mars april maj juni juli augusti september oktober november december"),
  figures: ["/"],
};

const nb: PromiseWords = {
  undertakes: `${either(
    "jeg|vi",
    "skal|vil|lover|ringer|skriver|sender|kommer|kontakter|tar kontakt|undersøker|sørger|følger|gir|leverer|betaler|refunderer|krediterer|bestiller|sjekker|svarer|ordner",
  )}|${either("du|dere", "hører|får")}`,
  denies: "ikke|aldri|ingen",
  today: "i dag|i kveld|i ettermiddag",
  tomorrow: "i morgen",
  afterTomorrow: "i overmorgen",
  weekdays: words("mandag tirsdag onsdag torsdag fredag lørdag søndag"),
  next: "neste",
  nextWeek: "neste uke",
  thisWeek: "denne uk(?:en|a)|slutten av uk(?:en|a)",
  within: { before: "om|innen" },
  hours: "timer?",
  days: "dag(?:er)?|døgn",
  workingDays: "(?:arbeids|virke|hver)dag(?:er)?",
  weeks: "uker?",
  numbers: words("en|ei|ett|én to tre fire fem seks sju|syv åtte ni ti"),
  months: words("januar februar mars april mai juni juli august september oktober november desember"),
  figures: [".", "/"],
};

const fi: PromiseWords = {
  undertakes:
    "soitan|soitamme|kirjoitan|kirjoitamme|lähetän|lähetämme|palaan|palaamme|otan|otamme|vastaan|vastaamme|selvitän|selvitämme|tarkistan|tarkistamme|hoidan|hoidamme|toimitan|toimitamme|lupaan|lupaamme|ilmoitan|ilmoitamme|hyvitän|hyvitämme|maksan|maksamme|tilaan|tilaamme|kerron|kerromme|saat|saatte|kuulet|kuulette",
  denies: "en|emme|ei|eivät",
  today: "tänään|tänä iltana",
  tomorrow: "huomenna|huomiseen mennessä",
  afterTomorrow: "ylihuomenna",
  weekdays: words("maanantai tiistai keskiviikko torstai perjantai lauantai sunnuntai").map(
    (day) => `${day}(?:na|hin|on|ksi)?`,
  ),
  next: "ensi viikon",
  nextWeek: "ensi viikolla|ensi viikon",
  thisWeek: "tällä viikolla|viikon loppuun mennessä",
  within: { after: "kuluessa|kuluttua|päästä|sisällä|aikana" },
  hours: "tunnin",
  days: "päivän|vuorokauden",
  workingDays: "(?:työ|arki)päivän",
  weeks: "viikon",
  numbers: words("yhden kahden kolmen neljän viiden kuuden seitsemän kahdeksan yhdeksän kymmenen"),
  months: words("tammi helmi maalis huhti touko kesä heinä elo syys loka marras joulu").map(
    (month) => `${month}kuu(?:ta|hun)`,
  ),
  figures: ["."],
};

const de: PromiseWords = {
  undertakes: `${either(
    "ich|wir",
    "werden?|verspreche|versprechen|rufen?|schreiben?|senden?|schicken?|melden?|kümmer[en]n?|klären?|prüfen?|lief(?:ere|ern)|erstatten?|kommen?|geben?|antworten?|bestellen?|überweisen?",
  )}|${either("sie|ihr", "hören|hört|bekommen|bekommt|erhalten|erhaltet")}|${either("du", "hörst|bekommst|erhältst")}`,
  denies: "nicht|nie|kein\\p{L}*",
  today: "heute",
  tomorrow: "(?<!guten )morgen",
  afterTomorrow: "übermorgen",
  weekdays: words("montag dienstag mittwoch donnerstag freitag samstag|sonnabend sonntag").map(
    (day) => `(?:${day})(?:vormittag|mittag|nachmittag|abend)?`,
  ),
  next: null,
  nextWeek: "(?:nächste|kommende)[nr]? woche",
  thisWeek: "diese[rn]? woche|ende der woche",
  within: { before: "in|innerhalb von|binnen" },
  hours: "stunden?",
  days: "tag(?:en?)?",
  workingDays: "(?:werk|arbeits)tag(?:en?)?",
  weeks: "wochen?",
  numbers: words("ein(?:e[mr]?)? zwei drei vier fünf sechs sieben acht neun zehn"),
  months: words("januar februar märz april mai juni juli august september oktober november dezember"),
  figures: ["."],
};

/** The languages of the product. */
export const languages: readonly PromiseWords[] = [en, da, sv, nb, fi, de];
