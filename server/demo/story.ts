import { groupOf } from "#server/nps/groups.ts";
import { subjects, voices } from "./comments.ts";
import { type Company, employers, names } from "./people.ts";

export const customers = 360;
export const waves = 24;
const daysBetweenWaves = 15;
const day = 86_400_000;

export type Customer = {
  n: number;
  name: string;
  email: string;
  locale: Company["languages"][number];
  employer: string;
  team: number;
  employee: number;
  country: string;
  plan: string;
};

/** A whole number from `n` that looks thrown, below `sides`; the same every time (the finisher of MurmurHash3). */
export function thrown(n: number, sides: number): number {
  let h = Math.imul(n + 0x9e37, 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return ((h ^ (h >>> 16)) >>> 0) % sides;
}

const countries = {
  en: "United Kingdom",
  sv: "Sweden",
  da: "Denmark",
  nb: "Norway",
  fi: "Finland",
  de: "Germany",
};

/** The customers of a company. */
export function customersOf(company: Company): Customer[] {
  return Array.from({ length: customers }, (_, n) => {
    const locale = company.languages[n % company.languages.length]!;
    const { first, last } = names[locale];
    const [given, family] = [first[thrown(n, first.length)]!, last[thrown(n * 7 + 3, last.length)]!];
    const ascii = `${given}.${family}`
      .toLowerCase()
      .normalize("NFD")
      .replace(/[^a-z.]/g, "");
    return {
      n,
      name: `${given} ${family}`,
      email: `${ascii}.${n}@kunde.example`,
      locale,
      employer: employers[thrown(n * 3, employers.length)]!,
      team: thrown(n * 5, company.teams.length),
      employee: thrown(n * 11, company.colleagues.filter(({ role }) => role === "agent").length),
      country: countries[locale],
      plan: ["Business", "Basic", "Business", "Premium"][thrown(n * 13, 4)]!,
    };
  });
}

/** When wave `wave` (0 is the oldest) left, so that the newest answers are from today. */
export function waveAt(wave: number, now: Date): Date {
  return new Date(now.getTime() - (waves - wave) * daysBetweenWaves * day);
}

/** Each customer is asked every twelfth wave, twice a year. */
export const isAsked = (customer: Customer, wave: number) => customer.n % 12 === wave % 12;

export type Answer = {
  customer: Customer;
  wave: number;
  score: number;
  comment: string | null;
  drivers: string[];
  at: Date;
};

/**
 * The answers of a wave: a little over half of those asked answer before the next one. Waves 8 to 12
 * are worse, after a change of system; then it gets better.
 */
export function answersOf(company: Company, all: Customer[], wave: number, now: Date): Answer[] {
  const asked = all.filter((customer) => isAsked(customer, wave));
  return asked.flatMap((customer) => {
    const throwOf = (salt: number, sides: number) => thrown(customer.n * 31 + wave * 977 + salt, sides);
    if (throwOf(1, 100) >= 56) return [];
    const mood = throwOf(2, 100) + company.lift + moodOf(wave);
    const score = mood < 22 ? throwOf(3, 7) : mood < 48 ? 7 + throwOf(4, 2) : 9 + throwOf(5, 2);
    const said = voices[customer.locale][groupOf(score)];
    const about = throwOf(7, said.length);
    const comment = throwOf(6, 100) < 68 ? said[about]! : null;
    const drivers = throwOf(9, 100) < 60 ? [subjects[groupOf(score)][about]!] : [];
    const at = new Date(
      waveAt(wave, now).getTime() + (throwOf(8, daysBetweenWaves * 24 * 60 - 30) + 5) * 60_000,
    );
    return [{ customer, wave, score, comment, drivers, at }];
  });
}

/** How much better than usual customers thought of the company, of a hundred. */
function moodOf(wave: number): number {
  if (wave >= 8 && wave <= 12) return -14;
  return wave < 8 ? 4 : Math.min(12, wave - 13);
}
