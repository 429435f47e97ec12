/** How a customer's device may show what was sent. */
export const looks = ["light", "dark", "forced", "pictureless", "text", "order"] as const;
export type Look = (typeof looks)[number];

/**
 * The document as a reader sees it whose device is light or dark, whatever this one is: `forced` turns the light one
 * inside out, as some apps do with what they take for light; `pictureless` shows no picture, `text` no style.
 */
export function inLook(html: string, look: Look): string {
  const scheme = look === "dark" ? "dark" : "light";
  const shown = html
    .replace(
      /@media\s*\(prefers-color-scheme:\s*dark\)/g,
      scheme === "dark" ? "@media all" : "@media not all",
    )
    .replace(/(color-schemes?:)light dark/g, `$1${scheme}`)
    .replace(/(color-schemes?" content=")light dark/g, `$1${scheme}`);
  if (look === "forced") return shown.replace("</head>", `<style>${turned}</style></head>`);
  if (look === "text") return shown.replace(/<style\b.*?<\/style>| style="[^"]*"/gs, "");
  return look === "pictureless" ? shown.replace(/<img\b[^>]*>/g, pictureAlt) : shown;
}

const turned = "html{filter:invert(1) hue-rotate(180deg);background:#fff}";

const pictureAlt = (tag: string) => /\balt="([^"]*)"/.exec(tag)?.[1] ?? "";
