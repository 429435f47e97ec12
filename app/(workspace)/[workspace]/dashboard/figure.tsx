import { Linked } from "./linked.tsx";

type FigureProps = {
  term: string;
  value: string;
  href?: string | undefined;
  note?: string | undefined;
  links?: { label: string; href: string | undefined }[];
};

/** One figure of a list of them (`dl`): what it is, its value, what it rests on, and where its parts lead. */
export function Figure({ term, value, href, note, links = [] }: FigureProps) {
  return (
    <div>
      <dt className="text-sm text-muted">{term}</dt>
      <dd className="mt-1 text-xl font-bold tabular-nums">
        <Linked to={href}>
          <b className="font-bold">{value}</b>
        </Linked>
      </dd>
      {note && <dd className="mt-1 text-sm text-muted">{note}</dd>}
      {links.length > 0 && (
        <dd className="mt-1 flex flex-wrap gap-x-4 text-sm">
          {links.map(({ label, href: to }) => (
            <span key={label}>
              <Linked to={to}>{label}</Linked>
            </span>
          ))}
        </dd>
      )}
    </div>
  );
}
