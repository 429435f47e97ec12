/** Words a workspace may not be called in addresses, because a page of ours is there or looks as if it were. */
const reserved = new Set(
  (
    "about account admin api app assets auth board c chooser dashboard demo-data docs forgot-password health help " +
    "home join legal login logout mail metrics new null p password platform privacy public r ready reset-password root s " +
    "second-factor security settings share sign-in sign-out sign-up signin signup start static status support svar system " +
    "terms u undefined wall welcome workspace workspaces www"
  ).split(" "),
);

/** Whether `slug` is nobody's word yet, ours neither. */
export function isFreeWord(slug: string): boolean {
  return !reserved.has(slug);
}

export const slugPattern = /^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])$/;

const spelled: Record<string, string> = { æ: "ae", ø: "o", å: "a", ß: "ss", ð: "d", þ: "th", ł: "l" };

/** The slug a company's name suggests: "Søren & Sønner A/S" is "soren-sonner-a-s". Never a reserved word, never empty. */
export function slugOf(name: string): string {
  const letters = name
    .toLowerCase()
    .replace(/[æøåßðþł]/g, (letter) => spelled[letter]!)
    .normalize("NFKD")
    .replace(/\p{M}/gu, "");
  const slug = trimHyphens(letters.replace(/[^a-z0-9]+/g, "-")).slice(0, 36);
  if (slug.length < 2) return "company";
  return isFreeWord(slug) ? trimHyphens(slug) : `${trimHyphens(slug)}-1`;
}

const trimHyphens = (text: string) => text.replace(/^-+|-+$/g, "");

/** Whether this process knows a time zone by this name. Offsets are not names: PostgreSQL reads their sign the other way. */
export function isTimeZone(name: string): boolean {
  if (!/^[A-Z]/i.test(name)) return false;
  try {
    return new Intl.DateTimeFormat("en", { timeZone: name }).resolvedOptions().timeZone.length > 0;
  } catch {
    return false;
  }
}

/** Whether two addresses are the same person's mailbox, as sign-in sees it. */
export function sameAddress(one: string, other: string): boolean {
  return one.trim().toLowerCase() === other.trim().toLowerCase();
}

/** How long an invitation to a workspace can be accepted. */
export const invitationDays = 14;
