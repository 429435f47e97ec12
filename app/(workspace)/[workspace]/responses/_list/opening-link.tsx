import { Link } from "#app/_ui/link.tsx";
import { Marked } from "#app/(workspace)/_nps/marked.tsx";
import { words } from "../words.ts";
import type { AnswerItem } from "./use-answers.ts";

type Named = Pick<AnswerItem, "contactName" | "contactEmail">;

/** The customer's name, or address, or that nobody is known. */
export const nameOf = ({ contactName, contactEmail }: Named): string =>
  contactName ?? contactEmail ?? words()("anonymous");

export type Opening = {
  addressOf(id: string): string;
  /** Opens the answer beside the list; false where there is no room, and its page opens. */
  open(id: string): boolean;
  /** Somebody is about to open it. */
  expect(id: string): void;
};

/** The customer's name, which leads to the answer: beside the list where there is room, else its page. */
export function OpeningLink({ answer, opening }: { answer: AnswerItem; opening: Opening }) {
  const { id, contactName, marks } = answer;
  return (
    <Link
      href={opening.addressOf(id)}
      onClick={(event) => {
        const plain = !(event.metaKey || event.ctrlKey || event.shiftKey || event.altKey);
        if (plain && opening.open(id)) event.preventDefault();
      }}
      onPointerEnter={() => opening.expect(id)}
      onFocus={() => opening.expect(id)}
      className="inline-block rounded-mark py-0.5 font-bold underline-offset-3 after:absolute after:inset-0 hover:underline"
    >
      <Marked text={nameOf(answer)} spans={contactName === null ? marks?.contactEmail : marks?.contactName} />
    </Link>
  );
}
