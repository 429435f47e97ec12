/**
 * Names for columns from the cells of a header row: trimmed, on one line, none blank ("#3", which needs no language), and no two
 * alike, upper and lower case counted as alike ("Name", "name (2)").
 */
export function nameColumns(cells: readonly string[]): string[] {
  const written = cells.map(tidy);
  const taken = new Set<string>();
  const firsts = new Set(written.map(key));
  return written.map((name, place) => {
    const wanted = name || `#${place + 1}`;
    const free = !taken.has(key(wanted)) && (name !== "" || !firsts.has(key(wanted)));
    const unique = free
      ? wanted
      : numbered(wanted, (candidate) => taken.has(candidate) || firsts.has(candidate));
    taken.add(key(unique));
    return unique;
  });
}

function tidy(cell: string): string {
  return cell
    .replace(/[\p{Cc}\p{Cf}\p{Z}]+/gu, " ")
    .trim()
    .normalize("NFC");
}

function numbered(name: string, isTaken: (key: string) => boolean): string {
  let number = 2;
  while (isTaken(key(`${name} (${number})`))) number++;
  return `${name} (${number})`;
}

function key(name: string): string {
  return name.toLowerCase();
}
