import { languageText, listText, quoted } from "#app/_i18n/format.ts";
import { GROUPS } from "#server/nps/groups.ts";
import type { Offer, Offered } from "#server/rule/list-offered.ts";
import type { Condition, RuleActions } from "#server/rule/schema.ts";
import { t } from "./words.ts";

/** A rule as it is kept, or as it is being built, with its tags by name. */
export type Said = {
  conditions: readonly Condition[];
  actions: Omit<RuleActions, "tagIds"> & { tags: readonly string[] };
};

/** What a rule does, in one sentence. */
export function sentenceOf({ conditions, actions }: Said, offered: Offered): string {
  const said = conditions.filter((one) => !("any" in one) || one.any.length > 0);
  const clauses = said.flatMap((one) => clauseOf(one, offered) ?? []);
  const how = said.flatMap((one) => howOf(one, offered) ?? []).join("");
  return t("say.when", {
    who: whoOf(said),
    what: listText([t("say.answers", { how }), ...clauses]),
    done: inTurn(doneBy(actions, offered)),
  });
}

function whoOf(conditions: readonly Condition[]): string {
  const group = conditions.find((one) => one.kind === "group");
  const groups = GROUPS.filter((one) => group?.any.includes(one));
  return groups.length > 0 && groups.length < GROUPS.length
    ? listText(
        groups.map((one) => t(`say.${one}`)),
        "disjunction",
      )
    : t("say.customer");
}

/** What stands behind "answers" without a verb of its own. */
function howOf(condition: Condition, offered: Offered): string | null {
  switch (condition.kind) {
    case "score": {
      const { from, to } = condition;
      return from === to ? t("say.score", { from }) : t("say.scores", { from, to });
    }
    case "survey":
      return t("say.survey", {
        names: listText(
          condition.any.map((one) => inMarks(nameIn(offered.survey, one))),
          "disjunction",
        ),
      });
    case "touchpoint":
      return t("say.touchpoint", { names: listText(condition.any, "disjunction") });
    case "language":
      return t("say.language", { names: listText(condition.any.map(languageText), "disjunction") });
    case "team":
      return t("say.team", {
        names: listText(
          condition.any.map((one) => nameIn(offered.team, one)),
          "disjunction",
        ),
      });
    case "channel":
      return t("say.channel", {
        names: listText(
          condition.any.map((one) => t(`say.channels.${one}`)),
          "disjunction",
        ),
      });
    default:
      return null;
  }
}

function clauseOf(condition: Condition, offered: Offered): string | null {
  switch (condition.kind) {
    case "reason":
      return t("say.reason", {
        names: listText(
          condition.any.map((one) => nameIn(offered.reason, one)),
          "disjunction",
        ),
      });
    case "words":
      return t("say.words", { names: listText(condition.any.map(inMarks), "disjunction") });
    case "attribute":
      return t(`say.attributes.${condition.operator}`, { name: condition.name, value: condition.value });
    case "wish": {
      const ways = condition.any.filter((one) => one !== "none");
      const asks = ways.length === 2 ? t("say.wish") : ways.map((one) => t(`say.wishes.${one}`)).join();
      if (ways.length === condition.any.length) return asks;
      return ways.length === 2 ? null : listText([asks, t("say.wishes.none")].filter(Boolean), "disjunction");
    }
    case "change":
      return t(`say.changes.${condition.is}`);
    default:
      return null;
  }
}

function doneBy(actions: Said["actions"], offered: Offered): string[] {
  if (!actions.opens) return [t("say.opensNot"), ...thanksBy(actions, offered)];
  const { tellAssignee, tellLead, tags, templateId } = actions;
  const isSomebodys = actions.known || actions.people.length > 0;
  const told = tellAssignee && isSomebodys;
  const template = offered.templates.find(({ value }) => value === templateId);
  return [
    t("say.opens", { whom: whomOf(actions, offered), hours: actions.dueHours ?? offered.caseDueHours }),
    ...(told ? [t(tellLead ? "say.tellBoth" : "say.tellAssignee")] : tellLead ? [t("say.tellLead")] : []),
    ...(tags.length > 0 ? [t("say.tag", { names: listText(tags.map(inMarks)) })] : []),
    ...(template ? [t("say.template", { name: inMarks(template.name) })] : []),
  ];
}

function thanksBy({ thanks }: Said["actions"], offered: Offered): string[] {
  if (!thanks) return [];
  const nameOf = (id: string) => {
    const name = [...offered.templates, ...offered.endedTemplates].find(({ value }) => value === id)?.name;
    return name === undefined ? t("say.aText") : inMarks(name);
  };
  const { referral } = thanks;
  const asked = referral && { name: nameOf(referral.templateId), link: referral.link || t("say.aLink") };
  return [t("say.thanks", { name: nameOf(thanks.templateId) }), ...(asked ? [t("say.referral", asked)] : [])];
}

function whomOf({ known, people }: Said["actions"], offered: Offered): string {
  const names = people.map((id) => offered.people.find(({ value }) => value === id)?.name ?? t("say.left"));
  const [only, second] = names;
  const other = second ? t("say.least", { names: listText(names) }) : only;
  if (!known) return other ?? t("say.nobody");
  return other ? t("say.knownOr", { other }) : t("say.known");
}

/** What is done first may have a comma of its own; whether one stands before the "and" is the language's. */
const inTurn = (parts: readonly string[]): string =>
  parts.length < 2
    ? parts.join()
    : t("say.last", { before: parts.slice(0, -1).join(", "), part: parts.at(-1)! });

const inMarks = (text: string) => quoted(text.replace(/^["“”„«»]|["“”„«»]$/gu, ""));

const nameIn = (offers: readonly Offer[], value: string) =>
  offers.find((one) => one.value === value)?.name ?? t("say.gone");
