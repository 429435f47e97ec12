import type { CSSProperties } from "react";

/** Colours of UX.md 3.1 as six-digit hex: Gmail drops a whole style attribute over any newer notation. */
export const colour = {
  page: "#FBFAF7",
  text: "#12221E",
  muted: "#45504B",
  line: "#DEDCD5",
  box: "#F6F4F0",
  boxLine: "#6B6F67",
  brand: "#1B4A3A",
  onBrand: "#FFFFFF",
} as const;

/** The groups of a score as UX.md 3.1 colours them: a part of a drawing, and words. */
export const groupColour = {
  detractor: { fill: "#BD4415", text: "#982F10" },
  passive: { fill: "#A48C56", text: "#6B4D1F" },
  promoter: { fill: "#035379", text: "#00486F" },
} as const;

const sans = "Arial, Helvetica, sans-serif";

/** Styles that stand on the elements: some clients take no others (UX.md 4.1). The classes only serve the dark. */
export const styles = {
  body: { margin: "0", padding: "0", backgroundColor: colour.page },
  /** Long words break where large text leaves no room: a table would grow wider than the screen. */
  cell: {
    padding: "24px 16px 32px 16px",
    fontFamily: sans,
    color: colour.text,
    wordBreak: "break-word",
  },
  text: { margin: "0 0 16px 0", font: `16px/24px ${sans}`, color: colour.text },
  small: { margin: "0 0 12px 0", font: `14px/21px ${sans}`, color: colour.muted },
  heading: { margin: "0 0 12px 0", font: `bold 22px/29px ${sans}`, color: colour.text },
  subheading: { margin: "32px 0 12px 0", font: `bold 16px/24px ${sans}`, color: colour.text },
  rule: { margin: "24px 0 16px 0", borderTop: `1px solid ${colour.line}`, fontSize: "0", lineHeight: "0" },
  quote: {
    margin: "0 0 16px 0",
    padding: "0 0 0 16px",
    borderLeft: `2px solid ${colour.line}`,
    font: "18px/27px Georgia, 'Times New Roman', serif",
    color: colour.text,
  },
} satisfies Record<string, CSSProperties>;

const dark = (at: string) => `
${at} .page{background-color:#0C1513!important}
${at} .text{color:#EEEDE7!important}
${at} .muted{color:#B0B2A9!important}
${at} .link{color:#7ECAA9!important}
${at} .rule{border-color:#34403C!important}
${at} .box{background-color:#1D2926!important;border-color:#7C8A84!important}
${at} .button{background-color:#7ECAA9!important;border-color:#7ECAA9!important}
${at} .button a{color:#0C1513!important}`;

const darkGroups = (at: string) => `
${at} .detractor{color:#F49A79!important}
${at} .passive{color:#F0DDA9!important}
${at} .promoter{color:#8CCBEC!important}
${at} .fill-detractor{background-color:#E36E47!important}
${at} .fill-passive{background-color:#F0DDA9!important}
${at} .fill-promoter{background-color:#6FBCE3!important}
${at} .gap{border-color:#0C1513!important}
${at} .bracket{border-color:#EEEDE7!important}`;

/** What mails with figures need in the dark beside `darkStyles`. */
export const darkGroupStyles = `
@media (prefers-color-scheme:dark){${darkGroups("")}
}${darkGroups("[data-ogsc]")}${darkGroups("[data-ogsb]")}`;

/** For clients that read `<style>`: the dark theme, by their setting or (Outlook's apps) by their own mark. */
export const darkStyles = `:root{color-scheme:light dark;supported-color-schemes:light dark}
@media (prefers-color-scheme:dark){${dark("")}
}${dark("[data-ogsc]")}${dark("[data-ogsb]")}`;
