import type { CSSProperties, ReactNode } from "react";
import { paragraphs } from "./clean.ts";
import { headingId } from "./layout.tsx";
import { colour, styles } from "./look.ts";

/** The mail's one heading. */
export function Heading({ children }: { children: ReactNode }) {
  return (
    <h1 id={headingId} className="text" style={styles.heading}>
      {children}
    </h1>
  );
}

export function Text({ children, space = "0 0 16px 0" }: { children: ReactNode; space?: string }) {
  return (
    <p className="text" style={{ ...styles.text, margin: space }}>
      {children}
    </p>
  );
}

/** What somebody typed: empty lines part the paragraphs, other line ends stay. */
export function Typed({ text }: { text: string }) {
  return paragraphs(text).map((lines, place) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: rendered once, to a string
    <Text key={place}>{broken(lines)}</Text>
  ));
}

/** A heading within the mail. */
export function Subheading({ children }: { children: ReactNode }) {
  return (
    <h2 className="text" style={styles.subheading}>
      {children}
    </h2>
  );
}

/** What the customer said, in the customer's typeface (UX.md 3, "two voices"); `lang` where it is not the mail's. */
export function Quote({ text, lang }: { text: string; lang?: string }) {
  return (
    <blockquote className="text rule" lang={lang} style={styles.quote}>
      {broken(paragraphs(text).flatMap((lines, place) => (place === 0 ? lines : ["", ...lines])))}
    </blockquote>
  );
}

export function Small({ children }: { children: ReactNode }) {
  return (
    <p className="muted" style={styles.small}>
      {children}
    </p>
  );
}

export function SmallLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <a className="muted" href={href} style={{ color: colour.muted, textDecoration: "underline" }}>
      {children}
    </a>
  );
}

/** A link in running text, or a figure that leads to what is behind it. */
export function TextLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <a className="link" href={href} style={{ color: colour.brand, textDecoration: "underline" }}>
      {children}
    </a>
  );
}

export function Rule() {
  return (
    <div className="rule" style={styles.rule}>
      &nbsp;
    </div>
  );
}

/** The one thing to do. Outlook takes padding on cells only, hence its own. */
export function Button({ href, children }: { href: string; children: ReactNode }) {
  return (
    <table role="presentation" cellPadding="0" cellSpacing="0" border={0} style={{ margin: "8px 0 24px 0" }}>
      <tbody>
        <tr>
          <td className="button" style={buttonCell}>
            <a href={href} style={buttonLink}>
              {children}
            </a>
          </td>
        </tr>
      </tbody>
    </table>
  );
}

const buttonCell: CSSProperties & { msoPaddingAlt: string } = {
  backgroundColor: colour.brand,
  border: `1px solid ${colour.brand}`,
  borderRadius: "6px",
  msoPaddingAlt: "12px 20px",
};

const buttonLink: CSSProperties = {
  display: "inline-block",
  padding: "12px 20px",
  font: "bold 16px/20px Arial, Helvetica, sans-serif",
  color: colour.onBrand,
  textDecoration: "none",
};

function broken(lines: readonly string[]): ReactNode[] {
  return lines.flatMap((line, place) =>
    // biome-ignore lint/suspicious/noArrayIndexKey: rendered once, to a string
    place === 0 ? [line] : [<br key={place} />, line],
  );
}
