/** What a chat message says. Titles, words and facts may come from anybody; they are text, never markup. */
export type ChatText = {
  title: string;
  items: { title: string; words: string | null; facts: string | null; url: string }[];
  /** What is left out of the items. */
  more: string | null;
  link: { label: string; url: string } | null;
};

export type Shape = "slack" | "teams";

/** The body that a webhook of this shape takes, as JSON. */
export const bodyOf = (shape: Shape, text: ChatText): string =>
  JSON.stringify(shape === "slack" ? slackOf(text) : teamsOf(text));

/**
 * An incoming webhook of Slack, and of what speaks like it, takes blocks with a text for notifications beside them. `verbatim` keeps it from
 * making links and mentions out of what people wrote.
 */
function slackOf({ title, items, more, link }: ChatText) {
  const block = (text: string) => ({ type: "section", text: { type: "mrkdwn", text, verbatim: true } });
  const item = (one: ChatText["items"][number]) =>
    [
      `<${one.url}|${escaped(one.title)}>`,
      one.words && `>${escaped(one.words)}`,
      one.facts && escaped(one.facts),
    ]
      .filter(Boolean)
      .join("\n");
  const end = [more && escaped(more), link && `<${link.url}|${escaped(link.label)}>`]
    .filter(Boolean)
    .join(" ");
  return {
    text: escaped(title),
    blocks: [`*${escaped(title)}*`, ...items.map(item), end].filter(Boolean).map(block),
  };
}

/** Slack's three control characters; without them nothing is a link, a mention or a call to a whole channel. */
const escaped = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

/** A workflow of Teams takes a card in the envelope of a message. Runs of a rich text are never read as Markdown. */
function teamsOf({ title, items, more, link }: ChatText) {
  const line = (text: string, look: object = {}) => ({
    type: "RichTextBlock",
    inlines: [{ type: "TextRun", text, ...look }],
  });
  const item = (one: ChatText["items"][number]) => ({
    type: "Container",
    separator: true,
    items: [
      line(one.title, { weight: "Bolder" }),
      ...(one.words ? [line(one.words, { italic: true })] : []),
      ...(one.facts ? [line(one.facts, { isSubtle: true })] : []),
    ],
    selectAction: { type: "Action.OpenUrl", title: one.title, url: one.url },
  });
  return {
    type: "message",
    attachments: [
      {
        contentType: "application/vnd.microsoft.card.adaptive",
        contentUrl: null,
        content: {
          $schema: "http://adaptivecards.io/schemas/adaptive-card.json",
          type: "AdaptiveCard",
          version: "1.4",
          body: [
            line(title, { weight: "Bolder", size: "Medium" }),
            ...items.map(item),
            ...(more ? [line(more)] : []),
          ],
          ...(link ? { actions: [{ type: "Action.OpenUrl", title: link.label, url: link.url }] } : {}),
        },
      },
    ],
  };
}
