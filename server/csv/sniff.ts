import { parse } from "csv-parse/sync";
import { dialect } from "./dialect.ts";

export const DELIMITERS = [";", ",", "\t", "|"] as const;
export type Delimiter = (typeof DELIMITERS)[number];

/** How a text is divided, and where its first row starts: the place in the text, and the line from 1. */
export interface Sniffed {
  delimiter: Delimiter;
  start: number;
  firstLine: number;
}

/**
 * The delimiter of a CSV text, by its header and first rows, quotes respected. It is the one that divides
 * the header and then most rows into equally many cells; the line "sep=;", which Excel understands, decides
 * and is passed over. Text in a single column gets the delimiter that divides it least.
 */
export function sniff(text: string): Sniffed {
  const start = text.startsWith("\ufeff") ? 1 : 0;
  const named = /^"?sep=([;,\t|])"?(\r\n|\n|\r|$)/i.exec(text.slice(start, start + 12));
  if (named) return { delimiter: asDelimiter(named[1]), start: start + named[0].length, firstLine: 2 };
  const sample = text.slice(start, start + SAMPLE_CHARACTERS);
  const best = DELIMITERS.map((delimiter) => ({ delimiter, score: scoreOf(sample, delimiter) }))
    .sort((a, b) => b.score - a.score)
    .at(0);
  return { delimiter: best?.delimiter ?? ",", start, firstLine: 1 };
}

const SAMPLE_CHARACTERS = 64 * 1024;
const SAMPLE_ROWS = 60;

/** The share of rows as wide as the header, weighed by the number of columns; one column weighs next to nothing. */
function scoreOf(sample: string, delimiter: Delimiter): number {
  const [header = 0, ...rows] = widthsOf(sample, delimiter);
  const agreeing = rows.filter((width) => width === header).length;
  const share = (1 + agreeing) / (1 + rows.length);
  return share * (header > 1 ? Math.log2(header) : 0.001);
}

/** Cells of each row that is not blank; the row cut by the end of the sample is left out where there are others. */
function widthsOf(sample: string, delimiter: Delimiter): number[] {
  const widths: number[] = [];
  try {
    parse(sample, {
      ...dialect(delimiter),
      to: SAMPLE_ROWS,
      on_record: (cells) => {
        if (cells.some((cell) => cell.trim() !== "")) widths.push(cells.some(isTorn) ? 0 : cells.length);
        return null;
      },
    });
  } catch {
    // A quote that is never closed: at the end of a cut sample it is no wonder, in a whole text it speaks against.
    return sample.length < SAMPLE_CHARACTERS ? [...widths, 0] : widths;
  }
  return sample.length === SAMPLE_CHARACTERS && widths.length > 1 ? widths.slice(0, -1) : widths;
}

/** Half of a quoted cell: the mark of a wrong delimiter. */
function isTorn(cell: string): boolean {
  return cell.split('"').length % 2 === 0;
}

function asDelimiter(character: string | undefined): Delimiter {
  return DELIMITERS.find((delimiter) => delimiter === character) ?? ",";
}
