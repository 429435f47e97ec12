/** The addresses of the links in `html`, in order. */
export function hrefsIn(html: string): string[] {
  return [...html.matchAll(/href="([^"]*)"/g)].map((match) => match[1]!);
}

const keywords = ["transparent", "none", "inherit", "light", "dark"];

/** The colours in `html` that are not `#RRGGBB`: Gmail drops the style attribute they stand in (UX.md 4.1). */
export function coloursThatAreNotHex(html: string): string[] {
  const values = [...html.matchAll(/(?:color|background|border(?:-\w+)?):([^;"}]+)/g)].map(
    (match) => match[1]!,
  );
  return values
    .flatMap((value) => value.replace("!important", "").trim().split(/\s+/))
    .filter((word) => !/^#[0-9A-F]{6}$|^\d*(px)?$|^solid$/.test(word) && !keywords.includes(word));
}
