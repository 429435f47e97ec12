import { DoorOpen, Mail, Phone } from "lucide-react";
import { Icon } from "#app/_ui/icon.tsx";
import type { waysToCome } from "#server/case/choices.ts";
import { words } from "./words.ts";

type Way = (typeof waysToCome)[number];

const icons = { phone: Phone, mail: Mail, in_person: DoorOpen };

/** How a customer came without an answer, where a score would stand; a word for who listens instead of looking. */
export function CameBy({ way }: { way: Way }) {
  return (
    <span className="inline-flex h-6 items-center">
      <Icon of={icons[way]} size={18} />
      <span className="sr-only">{words()(`came.${way}`)}</span>
    </span>
  );
}
