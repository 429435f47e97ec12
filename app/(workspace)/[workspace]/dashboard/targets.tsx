import { Section } from "#app/_ui/section.tsx";
import { TextLink } from "#app/_ui/text-link.tsx";
import { sayOwner, sayTarget, words } from "../_targets/say.ts";
import { Standing } from "../_targets/standing.tsx";
import type { Shown } from "./places.ts";

/** What is to be reached of what the page shows, and how it stands; each leads to its log. */
export function Targets({ found, places }: Shown) {
  const t = words();
  if (!found.targets) return null;
  return (
    <Section
      title={t("title")}
      space="air"
      actions={
        places.targets && (
          <TextLink href={places.targets} className="py-1 text-sm max-sm:py-2.5">
            {t("all")}
          </TextLink>
        )
      }
    >
      {found.targets.length === 0 && <p className="text-sm text-muted">{t("none")}</p>}
      <ul aria-label={t("title")} className="grid gap-4">
        {found.targets.map((target) => (
          <li key={target.id} className="grid gap-x-6 gap-y-1 lg:grid-cols-[18rem_minmax(0,1fr)]">
            {places.targets ? (
              <span>
                <TextLink href={`${places.targets}#${target.id}`}>
                  {sayTarget(target.metric, target.goal)}
                </TextLink>
                <span className="block text-sm text-muted">
                  {t("owner", { name: sayOwner(target.ownerName) })}
                </span>
              </span>
            ) : (
              sayTarget(target.metric, target.goal)
            )}
            <Standing metric={target.metric} of={target} />
          </li>
        ))}
      </ul>
    </Section>
  );
}
