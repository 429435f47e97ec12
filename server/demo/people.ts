import type { Role } from "#server/context.ts";
import type { Locale } from "#server/i18n/locales.ts";

/** Who signs in to look around. */
export const guide = { name: "Maja Berg", email: "maja@fjordline.example", password: "fjord og svar" };

export type Company = {
  slug: string;
  name: string;
  key: string;
  timezone: string;
  locale: Locale;
  colleagues: { name: string; email: string; role: Role }[];
  teams: string[];
  /** The customers' languages, as often as they occur. */
  languages: Locale[];
  touchpoint: string;
  /** How many answers better the company does than the story's base, of a hundred. */
  lift: number;
};

const at = (domain: string) => (name: string, role: Role) => ({
  name,
  email: `${name.split(" ")[0]!.toLowerCase().replaceAll("ö", "o").replaceAll("ä", "a")}@${domain}`,
  role,
});
const fjordline = at("fjordline.example");
const kivikko = at("kivikko.example");

export const companies: Company[] = [
  {
    slug: "fjordline-demo",
    name: "Fjordline",
    key: "fjrd0",
    timezone: "Europe/Copenhagen",
    locale: "en",
    colleagues: [
      fjordline("Bo Friis", "agent"),
      fjordline("Liv Haugen", "agent"),
      fjordline("Nils Ekström", "agent"),
      fjordline("Karin Dahl", "manager"),
      fjordline("Tor Solberg", "manager"),
      fjordline("Ida Holm", "viewer"),
    ],
    teams: ["Freight", "Passengers", "Harbours"],
    languages: ["da", "nb", "sv", "da", "nb", "en", "de", "sv"],
    touchpoint: "Delivery",
    lift: 0,
  },
  {
    slug: "kivikko-demo",
    name: "Kivikko",
    key: "kvkk0",
    timezone: "Europe/Helsinki",
    locale: "en",
    colleagues: [
      kivikko("Aino Laine", "agent"),
      kivikko("Eero Salo", "agent"),
      kivikko("Päivi Koski", "manager"),
      kivikko("Jonas Weber", "agent"),
      kivikko("Sanna Mäki", "viewer"),
    ],
    teams: ["Shops", "Web shop"],
    languages: ["fi", "fi", "sv", "de", "en", "fi"],
    touchpoint: "Installation",
    lift: 9,
  },
];

/** Names of customers, by language; first and last names are combined. */
export const names: Record<Locale, { first: string[]; last: string[] }> = {
  en: {
    first: ["Emma", "Oliver", "Grace", "Henry", "Alice"],
    last: ["Walker", "Hughes", "Bennett", "Cole", "Foster"],
  },
  sv: {
    first: ["Anna", "Lars", "Elin", "Gustav", "Maria"],
    last: ["Lindqvist", "Öberg", "Nyström", "Åkesson", "Sjögren"],
  },
  da: {
    first: ["Jens", "Mette", "Søren", "Freja", "Kirsten"],
    last: ["Mortensen", "Kjær", "Holst", "Bach", "Ravn"],
  },
  nb: {
    first: ["Ole", "Ingrid", "Sindre", "Marit", "Håkon"],
    last: ["Berge", "Strand", "Nygård", "Lie", "Moen"],
  },
  fi: {
    first: ["Päivi", "Matti", "Kaisa", "Juhani", "Helmi"],
    last: ["Korhonen", "Virtanen", "Niemi", "Heikkinen", "Rantala"],
  },
  de: {
    first: ["Sabine", "Jürgen", "Lena", "Klaus", "Heike"],
    last: ["Schröder", "Köhler", "Brandt", "Vogel", "Krüger"],
  },
};

/** Companies that customers work for. */
export const employers = [
  "Nordhavn Marine",
  "Kystlinjen",
  "Saimaa Log",
  "Vestby Bygg",
  "Öresund Kök",
  "Elbtor Handel",
  "Skagen Fisk",
  "Turku Rakennus",
  "Bergen Last",
  "Malmö Verkstad",
  "Lübeck Holz",
  "Aalborg Stål",
];
