import type { ChatText } from "#server/chat/shapes.ts";
import type { Ctx } from "#server/context.ts";
import { pickLocale } from "#server/i18n/locales.ts";
import { translator } from "#server/i18n/translate.ts";
import { gatherTold } from "./gather.ts";
import { sayTold } from "./sentences.ts";

const mostWords = 160;
const mostTitle = 120;

/**
 * What a chat message of an alert says, as short as a chat is; null when nothing of it is news any more.
 * @param saysWords whether customers' names and first words may leave the house; their addresses never do
 */
export async function chatTextOf(
  ctx: Ctx,
  chat: { id: string; saysWords: boolean },
): Promise<ChatText | null> {
  const told = await gatherTold(ctx, { chatMessageId: chat.id });
  if (!told || told.cases.length === 0) return null;
  const { locale, title, items, more, queueUrl } = await sayTold(ctx, told, {
    discreet: !chat.saysWords,
    locale: pickLocale(told.workspace.locale, "en"),
  });
  const t = translator(locale, "mail");
  const single = items.length === 1;
  return {
    title: short(title, mostTitle),
    items: items.map((item) => ({
      ...item,
      title: single ? t("caseButton") : short(item.title, mostTitle),
      words: item.words && short(item.words, mostWords),
    })),
    more: more > 0 ? t("caseNewsMore", { n: more }) : null,
    link: single ? null : { label: t("caseNewsQueue"), url: queueUrl },
  };
}

/** On one line, without mail addresses, and cut at a space where it is too long. */
function short(text: string, most: number): string {
  const line = text
    .slice(0, most * 4)
    .replace(/[^\s@<>]{1,64}@[^\s@<>]{1,255}/g, "…@…")
    .replace(/[\s\p{Cc}]+/gu, " ")
    .trim();
  if (line.length <= most) return line;
  const cut = line.slice(0, most);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(" "), most / 2))}…`;
}
