import { languageText } from "#app/_i18n/format.ts";
import { LinkButton } from "#app/_ui/link-button.tsx";
import type { listDigests } from "#server/digest/queries.ts";
import { aboutInWords, type Naming } from "./about-in-words.ts";
import { EndDigest } from "./end-digest.tsx";
import { dayInWords, timingInWords } from "./in-words.ts";
import { SendNow } from "./send-now.tsx";
import { t } from "./words.ts";

export type ListedDigest = Awaited<ReturnType<typeof listDigests>>[number];

type DigestRowProps = { workspace: string; digest: ListedDigest; naming: Naming };

/** One digest: of what it tells, when it comes, what became of it last, and what can be done. */
export function DigestRow({ workspace, digest, naming }: DigestRowProps) {
  const { id, filter, nextOn, mine, forColleague, reader, createdBy } = digest;
  const name = aboutInWords(filter, naming);
  const facts = [
    timingInWords(digest),
    t("inLanguage", { language: languageText(digest.locale) }),
    !mine && t("forWhom", { name: reader }),
    forColleague && t("setUpBy", { name: createdBy ?? t("somebody") }),
  ].filter(Boolean);
  const change = `/${workspace}/settings/digests/${id}`;
  return (
    <li className="grid gap-3 border-t border-line py-5">
      <div>
        <h3 className="font-bold">{name}</h3>
        <p className="mt-1 text-sm text-muted">{facts.join(" · ")}</p>
        <p className="mt-2 text-sm">{[t("next", { day: dayInWords(nextOn) }), ...past(digest)].join(" ")}</p>
      </div>
      <div className="flex flex-wrap gap-2">
        <SendNow workspace={workspace} digestId={id} name={name} />
        <LinkButton href={filter ? `${change}?${filter}` : change} aria-label={t("changeNamed", { name })}>
          {t("change")}
        </LinkButton>
        <EndDigest workspace={workspace} digestId={id} name={name} />
      </div>
    </li>
  );
}

/** What became of it last: a mail, and silence where that is newer. */
function past({ lastMailed, lastSilent }: ListedDigest): string[] {
  const said: string[] = [];
  if (lastMailed) {
    const day = dayInWords(lastMailed.dueOn);
    const isLost = lastMailed.mail === "failed" || lastMailed.mail === "in_doubt";
    said.push(t(lastMailed.mail === "sent" ? "mailed" : isLost ? "failed" : "waiting", { day }));
  }
  if (lastSilent && (!lastMailed || lastSilent.dueOn > lastMailed.dueOn)) {
    said.push(t("silent", { day: dayInWords(lastSilent.dueOn) }));
  }
  return said;
}
