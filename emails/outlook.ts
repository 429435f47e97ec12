import { randomUUID } from "node:crypto";

/**
 * What only Outlook on Windows shall see (UX.md 4.1, 4.2): it knows neither max-width nor inline-block, so
 * tables give it the page's 600 pixels and the one row of eleven; and it takes only the glyphs of a link as
 * its place to click, so wide spaces stretch a digit to 36 pixels and more.
 */
const parts = {
  pageOpen: only(
    '<table role="presentation" width="600" align="center" cellpadding="0" cellspacing="0" border="0"><tr><td>',
  ),
  pageClose: only("</td></tr></table>"),
  scaleOpen: only(
    '<table role="presentation" cellpadding="0" cellspacing="0" border="0"><tr><td width="288" valign="top">',
  ),
  scaleNext: only('</td><td width="240" valign="top">'),
  scaleClose: only("</td></tr></table>"),
  padDigit: only('<span style="mso-font-width:150%">&nbsp;&nbsp;</span>'),
  padTen: only('<span style="mso-font-width:160%">&nbsp;</span>'),
};

/** Unguessable, so that no text can bring a mark of its own. */
const secret = randomUUID();

/** A mark in the place of a part, which React would escape; `withOutlook` puts the part there. */
export function outlook(part: keyof typeof parts): string {
  return `\u0001${secret}${part}\u0002`;
}

/** `html` with every mark replaced by its part. */
export function withOutlook(html: string): string {
  return Object.entries(parts).reduce(
    (done, [name, part]) => done.replaceAll(`\u0001${secret}${name}\u0002`, part),
    html,
  );
}

function only(html: string): string {
  return `<!--[if mso]>${html}<![endif]-->`;
}
