import { wordsOf } from "#app/_i18n/words.ts";
import { read } from "#app/_trpc/server.ts";
import { RemovableChip } from "#app/_ui/removable-chip.tsx";
import { filterOf, type Query, withQuery } from "#server/response/address.ts";
import type { Choices } from "#server/response/list-choices.ts";
import { isSameFilter } from "#server/segment/rules.ts";
import { SegmentFilter } from "#server/segment/schema.ts";
import { unfiltered } from "./address.ts";
import { chipsOf, filterWords } from "./say.ts";
import { Segments } from "./segments.tsx";

type MemberSegmentsProps = {
  workspace: string;
  here: string;
  query: Query;
  filter: SegmentFilter;
  choices: readonly Choices[];
  surveys: readonly { id: string; name: string }[];
};

/** The segments a member has, to choose from and to save; the one that the page is narrowed to, by its name. */
export async function MemberSegments({
  workspace,
  here,
  query,
  filter,
  choices,
  surveys,
}: MemberSegmentsProps) {
  const t = filterWords();
  const { segments, mayShare } = await read((api) => api.segment.list({ workspace }));
  const own = SegmentFilter.parse(filter);
  const survey = surveys.find(({ id }) => id === own.survey)?.name;
  const said = [...(survey ? [survey] : []), ...chipsOf(own, choices).map(({ label }) => label)];
  const current = segments.find((segment) => isSameFilter(segment.filter, own));
  return (
    <>
      <Segments
        workspace={workspace}
        filter={own}
        said={said}
        mayShare={mayShare}
        current={current?.id}
        words={wordsOf((key) => t(`segments.${key}`), ["button", "title", "text", "close"])}
        segments={segments.map((segment) => {
          const { from: _, to: __, ...words } = filterOf(segment.filter);
          return { ...segment, href: withQuery(here, query, { ...unfiltered, ...words }) };
        })}
      />
      {current && (
        <RemovableChip
          label={t("segments.is", { name: current.name })}
          removeLabel={t("remove", { label: t("segments.is", { name: current.name }) })}
          href={withQuery(here, query, unfiltered)}
        />
      )}
    </>
  );
}
