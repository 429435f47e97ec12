import { classifyMail } from "#server/mail/classify/classify.ts";

/** `npm run -s classify-mail < file.eml`: prints what the mail is, as one line of JSON (RELIABILITY.md D5). */
const chunks: Buffer[] = [];
for await (const chunk of process.stdin) chunks.push(chunk);
console.log(JSON.stringify(await classifyMail(Buffer.concat(chunks))));
