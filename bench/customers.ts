import { smtpTalk } from "#server/test/smtp-talk.ts";
import { postAnswers } from "./post-answers.ts";
import type { Stage } from "./stage.ts";

/** Every so many of what customers do is a mail, the others are answers. */
const mailEvery = 8;

type Customers = { stage: Stage; url: string; mailPort: number; first: number };

/** What customers do while the product runs: they answer what they were asked, and write about what they answered. */
export function createCustomers({ stage, url, mailPort, first }: Customers) {
  let answers = 0;
  let mails = 0;

  async function write(): Promise<void> {
    const number = first + ((mails * 7) % answers);
    const target = { workspaceKey: stage.workspace.key, number };
    const to = `r+${stage.rt.tokens.sealForAddress("reply-address", target)}@${stage.env.MAIL_IN_DOMAIN}`;
    const from = `c${number - first + 1}@customer.example`;
    const talk = await smtpTalk(mailPort);
    await talk.begin(from, to);
    const head = `From: ${from}\r\nSubject: Re: your question\r\nMessage-ID: <${mails}.soak@customer.example>\r\n`;
    const reply = await talk.ask(`${head}\r\nThe crates of order ${mails} are still missing.\r\n.`);
    talk.hangUp();
    if (!reply.startsWith("250")) throw new Error(`a mail was refused: ${reply}`);
    mails++;
  }

  return {
    counts: () => ({ answers, mails }),
    async act(n: number): Promise<void> {
      if (n % mailEvery === mailEvery - 1) return write();
      await postAnswers(stage, url, { first: first + answers, count: 1, perSecond: 1 });
      answers++;
    },
  };
}
