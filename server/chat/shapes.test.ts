import { expect, it } from "vitest";
import { bodyOf, type ChatText } from "./shapes.ts";

const url = "https://svar.example/fjordline/cases/1";
const text: ChatText = {
  title: "<!channel> Åsa & Bo answered 3",
  items: [
    {
      title: "Åsa <b>",
      words: "@channel <!here> <@U1|x> [click](https://x.example) *late*",
      facts: "Now.",
      url,
    },
  ],
  more: "And 9 more.",
  link: { label: "See them", url: `${url}?view=mine` },
};

it("Slack gets blocks in which nobody can call a channel, link or mention", () => {
  const body = JSON.parse(bodyOf("slack", text));
  expect(body.text).toBe("&lt;!channel&gt; Åsa &amp; Bo answered 3");
  expect(body.blocks.map((block: { text: { text: string } }) => block.text.text)).toEqual([
    "*&lt;!channel&gt; Åsa &amp; Bo answered 3*",
    `<${url}|Åsa &lt;b&gt;>\n>@channel &lt;!here&gt; &lt;@U1|x&gt; [click](https://x.example) *late*\nNow.`,
    `And 9 more. <${url}?view=mine|See them>`,
  ]);
  for (const block of body.blocks) {
    expect(block).toMatchObject({ type: "section", text: { type: "mrkdwn", verbatim: true } });
  }
  expect(body).not.toHaveProperty("link_names");
});

it("Teams gets a card in the envelope of a message, with people's words in runs that are never markup", () => {
  const body = JSON.parse(bodyOf("teams", text));
  expect(body).toMatchObject({
    type: "message",
    attachments: [
      {
        contentType: "application/vnd.microsoft.card.adaptive",
        content: {
          type: "AdaptiveCard",
          version: "1.4",
          actions: [{ type: "Action.OpenUrl", title: "See them" }],
        },
      },
    ],
  });
  const { content } = body.attachments[0];
  expect(content).not.toHaveProperty("msteams");
  expect(JSON.stringify(content)).not.toContain('"TextBlock"');
  expect(JSON.stringify(content)).toContain(
    '"text":"@channel <!here> <@U1|x> [click](https://x.example) *late*"',
  );
  expect(content.body[1].selectAction).toEqual({ type: "Action.OpenUrl", title: "Åsa <b>", url });
});
