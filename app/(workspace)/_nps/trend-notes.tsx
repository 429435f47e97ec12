import { clsx } from "clsx";
import { Flag } from "lucide-react";
import { Icon } from "#app/_ui/icon.tsx";

/** What happened in one period; several things are one flag. */
export type TrendNote = {
  /** The period it lies in, by its place. */
  index: number;
  /** All of it in words: "14 Sep 2026: New app 5.0". */
  label: string;
  /** Beside the flag where there is room: "New app 5.0", "2 notes". */
  short: string;
};

type TrendNotesProps = { notes: readonly TrendNote[]; x: (index: number) => number };

/** The least room beside a flag, in percent of the drawing, in which words stand. */
const least = 12;

/** Flags over the drawing, each on a thin pole at its period; their words stand beside them where there is room. */
export function TrendNotes({ notes, x }: TrendNotesProps) {
  return notes.map((note, place) => {
    const at = x(note.index);
    const [last, next] = [notes[place - 1], notes[place + 1]];
    const after = (next ? x(next.index) : 100) - at;
    const taken = last && at - x(last.index) >= least ? at : last ? x(last.index) : 0;
    const isBefore = after < least && at - taken >= least;
    return (
      <div key={note.index}>
        <div
          aria-hidden="true"
          className="absolute inset-y-0 border-l border-dashed border-line-strong"
          style={{ left: `${at}%` }}
        />
        <div
          role="img"
          aria-label={note.label}
          className={clsx(
            "absolute -top-5 flex items-center gap-1 text-xs text-muted",
            isBefore && "flex-row-reverse",
          )}
          style={
            isBefore
              ? { right: `calc(${100 - at}% - 14px)`, maxWidth: `${at - taken}%` }
              : { left: `${at}%`, maxWidth: `${after}%` }
          }
        >
          <Icon of={Flag} size={14} className="-ml-px fill-text text-text" />
          {(isBefore || after >= least) && (
            <span className="hidden truncate pr-1 @2xl:block">{note.short}</span>
          )}
        </div>
      </div>
    );
  });
}
