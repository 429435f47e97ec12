import { type ContactProblem, checkContact, type ReadyContact } from "#server/contact/check.ts";
import { emailKeyOf } from "#server/contact/rules.ts";
import type { ContactInput } from "#server/contact/schema.ts";
import type { CsvRow } from "#server/csv/rows.ts";
import { type Refusal, refusal } from "#server/refusal.ts";
import { type DateOrder, readDate, readScore } from "./read-values.ts";
import type { ImportKind, Mapping, Target } from "./schema.ts";

/** What is wrong with one cell; `row` is the number a spreadsheet shows. */
/** What is wrong with a row: in which column, if it is about one that the file has. */
export type Problem = { row: number; column: string; value: string; reason: Refusal };

export type PastAnswer = {
  score: number;
  comment: string | null;
  answeredAt: Date | null;
  email: string | null;
  name: string | null;
  attributes: Record<string, string>;
};

export type Good = { row: CsvRow } & ({ contact: ReadyContact } | { answer: PastAnswer });
export type Bad = { row: CsvRow; problem: Problem };

type RowGround = Pick<ContactInput, "legalGround" | "groundSource" | "consentedAt">;

/** How the rows of a file are to be read. `timeZone` is the one of dates that name none. */
export type Reading = {
  /** Of contacts without a date of consent of their own; null is the workspace's. */
  ground: RowGround | null;
  header: readonly string[];
  mapping: Mapping;
  kind: ImportKind;
  dateOrder: DateOrder;
  timeZone: string;
  now: Date;
};

const longestComment = 50_000;
const longestAttribute = 1000;

/** Reads rows by the mapping: what can be imported, and for each row that cannot the cell and the reason. */
export function checkRows(rows: readonly CsvRow[], reading: Reading): { good: Good[]; bad: Bad[] } {
  const good: Good[] = [];
  const bad: Bad[] = [];
  const places = placesOf(reading);
  for (const row of rows) {
    const cells = { row, places, reading };
    const read = row.shape === "long" ? tooLong(cells) : byKind[reading.kind](cells);
    if ("column" in read) bad.push({ row, problem: { row: row.row, ...read } });
    else good.push({ row, ...read });
  }
  return { good, bad };
}

/** A contact's problem as one of the file: at the cell that it was read from. */
export function problemAt(row: CsvRow, { field, reason }: ContactProblem, reading: Reading): Problem {
  const column = field.startsWith("attributes.")
    ? field.slice("attributes.".length)
    : (reading.header.find((name) => reading.mapping[name] === field) ?? "");
  return { row: row.row, column, value: row.cells[reading.header.indexOf(column)] ?? "", reason };
}

type Places = { of: Map<Target, number>; attributes: [name: string, place: number][] };
type Cells = { row: CsvRow; places: Places; reading: Reading };
type Wrong = Omit<Problem, "row">;

function placesOf({ header, mapping }: Reading): Places {
  const places: Places = { of: new Map(), attributes: [] };
  header.forEach((name, place) => {
    const target = mapping[name];
    if (target === "attribute") places.attributes.push([name, place]);
    else if (target && !places.of.has(target)) places.of.set(target, place);
  });
  return places;
}

const byKind = { contacts: readContact, responses: readAnswer };

function readContact(cells: Cells): { contact: ReadyContact } | Wrong {
  const written = cell(cells, "consentedAt");
  const consentedAt = written && readDate(written, cells.reading.dateOrder, cells.reading.timeZone);
  if (written && !consentedAt) {
    return wrong(cells, "consentedAt", refusal("dateLike"));
  }
  const contact = {
    ...(consentedAt ? consentOf(consentedAt, cells) : cells.reading.ground),
    email: cell(cells, "email"),
    name: cell(cells, "name"),
    locale: cell(cells, "locale"),
    externalId: cell(cells, "externalId"),
    account: cell(cells, "account"),
    team: cell(cells, "team"),
    employee: cell(cells, "employee"),
    attributes: attributesOf(cells),
  };
  const checked = checkContact(contact, cells.reading.now);
  if (!("field" in checked)) return { contact: checked };
  const { row: _, ...problem } = problemAt(cells.row, checked, cells.reading);
  return problem;
}

function consentOf(at: Date, cells: Cells): RowGround {
  const groundSource = cell(cells, "groundSource") || cells.reading.ground?.groundSource || null;
  return { legalGround: "consent", groundSource, consentedAt: at.toISOString() };
}

function readAnswer(cells: Cells): { answer: PastAnswer } | Wrong {
  const { reading } = cells;
  const written = { score: cell(cells, "score"), answered: cell(cells, "answered") };
  const score = readScore(written.score);
  if (score === null) {
    const reason = refusal("score");
    return wrong(cells, "score", written.score === "" ? refusal("scoreMissing") : reason);
  }
  const comment = cell(cells, "comment");
  if (comment.length > longestComment) {
    return wrong(cells, "comment", refusal("tooLong", { most: longestComment }));
  }
  const answeredAt =
    written.answered === "" ? null : readDate(written.answered, reading.dateOrder, reading.timeZone);
  if (written.answered !== "" && !answeredAt) {
    return wrong(cells, "answered", refusal("dateLike"));
  }
  if (answeredAt && answeredAt.getTime() > reading.now.getTime() + 86_400_000) {
    return wrong(cells, "answered", refusal("dateAhead"));
  }
  const email = cell(cells, "email");
  if (email !== "" && !emailKeyOf(email)) {
    return wrong(cells, "email", refusal("email"));
  }
  const name = cell(cells, "name");
  if (name.length > 200) return wrong(cells, "name", refusal("tooLong", { most: 200 }));
  const attributes = attributesOf(cells);
  const long = Object.entries(attributes).find(([, value]) => value.length > longestAttribute);
  if (long) {
    const reason = refusal("attributeLong", { most: longestAttribute });
    return { column: long[0], value: long[1], reason };
  }
  return {
    answer: {
      score,
      comment: comment || null,
      answeredAt,
      email: email || null,
      name: name || null,
      attributes,
    },
  };
}

function wrong(cells: Cells, target: Target, reason: Refusal): Wrong {
  const place = cells.places.of.get(target);
  const column = place === undefined ? target : (cells.reading.header[place] ?? target);
  return { column, value: cell(cells, target), reason };
}

function tooLong({ row, reading }: Cells): Wrong {
  return {
    column: `#${reading.header.length + 1}`,
    value: row.cells[reading.header.length] ?? "",
    reason: refusal("cellsMany"),
  };
}

function cell({ row, places }: Cells, target: Target): string {
  const place = places.of.get(target);
  return place === undefined ? "" : (row.cells[place] ?? "").trim();
}

function attributesOf({ row, places }: Cells): Record<string, string> {
  const entries = places.attributes.map(([name, place]) => [name, (row.cells[place] ?? "").trim()] as const);
  return Object.fromEntries(entries.filter(([, value]) => value !== ""));
}
