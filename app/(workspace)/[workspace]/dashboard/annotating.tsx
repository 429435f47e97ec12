import { wordsOf } from "#app/_i18n/words.ts";
import { frameOf } from "../_frame/frame.ts";
import { Annotate } from "./annotate.tsx";
import type { Shown } from "./places.ts";
import { dayInWords, words } from "./words.ts";

type AnnotatingProps = Pick<Shown, "found"> & { workspace: string };

/** A member's way to note what happened on the days shown. */
export async function Annotating({ workspace, found }: AnnotatingProps) {
  const t = words();
  const { member } = await frameOf(workspace);
  return (
    <Annotate
      workspace={workspace}
      noted={found.annotations.map((one) => ({ ...one, said: dayInWords(one.day) }))}
      today={found.days.to && found.days.to < found.today ? found.days.to : found.today}
      mayShare={member.role === "manager" || member.role === "admin"}
      words={wordsOf((key) => t(`annotate.${key}`), ["button", "title", "text", "close"])}
    />
  );
}
