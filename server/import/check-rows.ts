import { checkContact } from "#server/contact/check.ts";
import { emailKeyOf } from "#server/contact/rules.ts";
import type { ContactInput } from "#server/contact/schema.ts";
import type { CsvRow } from "#server/csv/rows.ts";
import { type DateOrder, dateOrderOf, readDate, readScore } from "./read-values.ts";
import type { ImportKind, Mapping, Target } from "./schema.ts";

/** What is wrong with one cell; `row` is the number a spreadsheet shows. */
export type Problem = { row: number; column: string; value: string; reason: string };

export type PastAnswer = {
  score: number;
  comment: string | null;
  answeredAt: Date | null;
  email: string | null;
  name: string | null;
  attributes: Record<string, string>;
};

export type Good = { row: CsvRow; contact: ContactInput } | { row: CsvRow; answer: PastAnswer };
export type Checked = { good: Good[]; problems: Problem[]; bad: CsvRow[]; dateOrder: DateOrder };

const longestComment = 50_000;
const longestAttribute = 1000;

type Reader = { header: readonly string[]; mapping: Mapping; dateOrder: DateOrder; now: Date };

/** Reads every row by the mapping: what can be imported, and for what cannot each problem with its cell and reason. */
export function checkRows(
  table: { header: readonly string[]; rows: readonly CsvRow[] },
  mapping: Mapping,
  kind: ImportKind,
  now: Date,
): Checked {
  const dateColumn = table.header.findIndex((column) => mapping[column] === "answered");
  const dateOrder = dateOrderOf(dateColumn < 0 ? [] : table.rows.map((row) => row.cells[dateColumn] ?? ""));
  const reader = { header: table.header, mapping, dateOrder, now };
  const checked: Checked = { good: [], problems: [], bad: [], dateOrder };
  for (const row of table.rows) {
    const read = kind === "contacts" ? readContact(row, reader) : readAnswer(row, reader);
    if ("problem" in read) {
      checked.problems.push({ row: row.row, ...read.problem });
      checked.bad.push(row);
    } else checked.good.push({ row, ...read });
  }
  return checked;
}

type Read<T> = T | { problem: Omit<Problem, "row"> };

function readContact(row: CsvRow, reader: Reader): Read<{ contact: ContactInput }> {
  if (row.shape === "long") return tooLong(row, reader);
  const contact = {
    email: cell(row, reader, "email"),
    name: cell(row, reader, "name"),
    locale: cell(row, reader, "locale"),
    externalId: cell(row, reader, "externalId"),
    account: cell(row, reader, "account"),
    team: cell(row, reader, "team"),
    employee: cell(row, reader, "employee"),
    attributes: attributesOf(row, reader),
  };
  const checked = checkContact(contact);
  if (!("field" in checked)) return { contact };
  const [target, attribute] = checked.field.split(".", 2);
  const column = attribute ?? columnOf(reader, target as Target) ?? checked.field;
  return {
    problem: { column, value: row.cells[reader.header.indexOf(column)] ?? "", reason: checked.reason },
  };
}

function readAnswer(row: CsvRow, reader: Reader): Read<{ answer: PastAnswer }> {
  if (row.shape === "long") return tooLong(row, reader);
  const wrong = (target: Target, reason: string) => ({
    problem: { column: columnOf(reader, target) ?? target, value: cell(row, reader, target), reason },
  });
  const score = readScore(cell(row, reader, "score"));
  if (score === null) {
    return wrong(
      "score",
      cell(row, reader, "score") === "" ? "The score is missing." : "A score is a whole number from 0 to 10.",
    );
  }
  const comment = cell(row, reader, "comment");
  if (comment.length > longestComment)
    return wrong("comment", "The comment is longer than 50,000 characters.");
  const written = cell(row, reader, "answered");
  const answeredAt = written === "" ? null : readDate(written, reader.dateOrder);
  if (written !== "" && !answeredAt)
    return wrong("answered", "This is not a date we can read. Write it like 2026-05-31.");
  if (answeredAt && answeredAt.getTime() > reader.now.getTime() + 86_400_000)
    return wrong("answered", "This date lies in the future.");
  const email = cell(row, reader, "email");
  if (email !== "" && !emailKeyOf(email))
    return wrong("email", "This is not an e-mail address, like name@example.com.");
  const attributes = attributesOf(row, reader);
  const long = Object.entries(attributes).find(([, value]) => value.length > longestAttribute);
  if (long)
    return {
      problem: {
        column: long[0],
        value: long[1],
        reason: "An attribute can have 1,000 characters at most. Map this column to comment, or ignore it.",
      },
    };
  return {
    answer: {
      score,
      comment: comment || null,
      answeredAt,
      email: email || null,
      name: cell(row, reader, "name") || null,
      attributes,
    },
  };
}

const tooLong = (row: CsvRow, reader: Reader) => ({
  problem: {
    column: `Column ${reader.header.length + 1}`,
    value: row.cells[reader.header.length] ?? "",
    reason: "This row has more cells than the header has columns. Look for a separator that is not quoted.",
  },
});

const columnOf = (reader: Reader, target: Target) =>
  reader.header.find((column) => reader.mapping[column] === target);

function cell(row: CsvRow, reader: Reader, target: Target): string {
  const column = columnOf(reader, target);
  return column === undefined ? "" : (row.cells[reader.header.indexOf(column)] ?? "").trim();
}

function attributesOf(row: CsvRow, reader: Reader): Record<string, string> {
  const entries = reader.header.flatMap((column, index) => {
    const value = (row.cells[index] ?? "").trim();
    return reader.mapping[column] === "attribute" && value !== "" ? [[column, value] as const] : [];
  });
  return Object.fromEntries(entries);
}
