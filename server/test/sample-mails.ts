import type { Classified } from "#server/mail/classify/classify.ts";

type Expected = Partial<Classified> & Pick<Classified, "kind">;

const mail = (...lines: string[]) => lines.join("\n");

/** A multipart/report as RFC 3464 wants it, around a server's own letter. */
function report(options: { from: string; subject: string; letter: string; fields: string[] }): string {
  return mail(
    `From: ${options.from}`,
    "To: b+1abcde.tag@bounce.fjordline.example",
    `Subject: ${options.subject}`,
    "Auto-Submitted: auto-replied",
    "MIME-Version: 1.0",
    'Content-Type: multipart/report; report-type=delivery-status; boundary="parts"',
    "",
    "--parts",
    "Content-Type: text/plain; charset=utf-8",
    "",
    options.letter,
    "--parts",
    "Content-Type: message/delivery-status",
    "",
    "Reporting-MTA: dns; mx.kund.example",
    "",
    ...options.fields,
    "",
    "--parts",
    "Content-Type: text/rfc822-headers",
    "",
    "Message-ID: <ours.1@fjordline.example>",
    "Subject: Would you recommend Fjordline?",
    "",
    "--parts--",
    "",
  );
}

const postfix = "MAILER-DAEMON@mx.kund.example (Mail Delivery System)";
const failed = (status: string, diagnostic: string) => [
  "Final-Recipient: rfc822; bo@kund.example",
  "Action: failed",
  `Status: ${status}`,
  `Diagnostic-Code: smtp; ${diagnostic}`,
];

const reports: [string, string, Expected][] = (
  [
    [
      "an unknown user",
      "5.1.1",
      "550 5.1.1 <bo@kund.example>: Recipient address rejected: User unknown",
      "hard",
      "user_unknown",
    ],
    [
      "an unknown user of Microsoft 365",
      "5.4.1",
      "550 5.4.1 Recipient address rejected: Access denied. [AM6.prod]",
      "hard",
      "user_unknown",
    ],
    ["an unknown user behind a policy code", "5.7.1", "550 5.7.1 No such user here", "hard", "user_unknown"],
    [
      "a domain that is gone",
      "5.4.4",
      "Host or domain name not found. Name service error for name=kund.example type=A: Host not found",
      "hard",
      "host_unknown",
    ],
    [
      "a domain that takes no mail",
      "5.1.10",
      "Domain kund.example does not accept mail (nullMX)",
      "hard",
      "host_unknown",
    ],
    [
      "an account that was disabled",
      "5.2.1",
      "550 5.2.1 The email account that you tried to reach is disabled.",
      "hard",
      "suspended",
    ],
    [
      "somebody who left",
      "5.1.6",
      "551 5.1.6 The person is no longer employed here",
      "hard",
      "mailbox_moved",
    ],
    [
      "a full mailbox",
      "5.2.2",
      "552 5.2.2 The email account that you tried to reach is over quota.",
      "soft",
      "mailbox_full",
    ],
    [
      "a full mailbox behind a plain code",
      "5.0.0",
      "550 Mailbox size limit exceeded",
      "soft",
      "mailbox_full",
    ],
    [
      "greylisting that never ended",
      "4.7.1",
      "451 4.7.1 Greylisting in action, please come back later",
      "soft",
      "greylist",
    ],
    [
      "a blocklist",
      "5.7.1",
      "554 5.7.1 Service unavailable; Client host [192.0.2.1] blocked using a blocklist",
      "soft",
      "spam",
    ],
    [
      "missing authentication",
      "5.7.26",
      "550-5.7.26 This mail has been blocked because the sender is unauthenticated.",
      "soft",
      "auth",
    ],
    ["a size limit", "5.3.4", "552 5.3.4 Message size exceeds fixed limit", "soft", "size"],
    [
      "a mailbox that is unavailable for now",
      "4.2.0",
      "450 Requested mail action not taken: mailbox unavailable",
      "soft",
      "user_unknown",
    ],
    [
      "a domain that does not exist",
      "5.4.310",
      "550 5.4.310 DNS domain kund.example does not exist",
      "hard",
      "host_unknown",
    ],
    [
      "an unknown user, told by a relay",
      "5.1.1",
      "host mx.kund.example[192.0.2.9] said: 550 5.1.1 User not found",
      "hard",
      "user_unknown",
    ],
    [
      "our own address refused",
      "5.1.8",
      "550 5.1.8 <b@fjordline.example>: Sender address rejected: Domain not found",
      "soft",
      "auth",
    ],
    ["a virus", "5.7.0", "554 5.7.0 Virus found in message", "soft", "content"],
    ["a policy", "5.7.1", "550 5.7.1 Message refused by local policy", "soft", "policy"],
    [
      "too many connections",
      "4.7.0",
      "421 4.7.0 Too many concurrent SMTP connections",
      "soft",
      "too_many_connections",
    ],
    [
      "a silent server",
      "4.4.1",
      "connect to mx.kund.example[192.0.2.9]:25: Connection timed out",
      "soft",
      "network",
    ],
    ["days in the queue", "4.4.7", "delivery time expired", "soft", "expired"],
  ] as const
).map(([what, status, diagnostic, severity, reason]) => [
  what,
  report({
    from: postfix,
    subject: "Undelivered Mail Returned to Sender",
    letter: "I'm sorry to have to inform you that your message could not be delivered.",
    fields: failed(status, diagnostic),
  }),
  {
    kind: "bounce",
    severity,
    reason,
    status,
    recipient: "bo@kund.example",
    originalMessageId: "<ours.1@fjordline.example>",
  },
]);

const freeTexts: [string, string, Expected][] = [
  [
    "qmail's letter",
    mail(
      "Return-Path: <>",
      "From: MAILER-DAEMON@mail.kund.example",
      "Subject: failure notice",
      "",
      "Hi. This is the qmail-send program at mail.kund.example.",
      "I'm afraid I wasn't able to deliver your message to the following addresses.",
      "This is a permanent error; I've given up. Sorry it didn't work out.",
      "",
      "<bo@kund.example>:",
      "Sorry, no mailbox here by that name. (#5.1.1)",
      "",
      "--- Below this line is a copy of the message.",
      "",
      "Return-Path: <b+1@bounce.fjordline.example>",
      "Message-ID: <ours.2@fjordline.example>",
      "Subject: Would you recommend Fjordline?",
    ),
    {
      kind: "bounce",
      severity: "hard",
      reason: "user_unknown",
      recipient: "bo@kund.example",
      originalMessageId: "<ours.2@fjordline.example>",
    },
  ],
  [
    "Exim's letter",
    mail(
      "From: Mail Delivery System <Mailer-Daemon@exim.kund.example>",
      "X-Failed-Recipients: eva@kund.example",
      "Subject: Mail delivery failed: returning message to sender",
      "",
      "This message was created automatically by mail delivery software.",
      "A message that you sent could not be delivered to one or more of its recipients.",
      "  eva@kund.example",
      "    retry timeout exceeded",
    ),
    { kind: "bounce", severity: "soft", reason: "expired", recipient: "eva@kund.example" },
  ],
  [
    "a Swedish Exchange letter without a report",
    mail(
      "From: Microsoft Outlook <postmaster@kund.example>",
      "Subject: =?utf-8?q?Kan_inte_levereras=3A_Skulle_du_rekommendera_Fjordline=3F?=",
      "Content-Type: text/plain; charset=utf-8",
      "",
      "Det gick inte att leverera meddelandet till följande mottagare:",
      "bo@kund.example",
      "E-postadressen du angav kunde inte hittas. Kontrollera adressen och försök igen.",
      "550 5.1.10 RESOLVER.ADR.RecipientNotFound",
    ),
    {
      kind: "bounce",
      severity: "hard",
      reason: "user_unknown",
      status: "5.1.10",
      recipient: "bo@kund.example",
    },
  ],
  [
    "Domino's letter",
    mail(
      "From: Postmaster@domino.kund.example",
      "Subject: DELIVERY FAILURE: User bo (bo@kund.example) not listed in Domino Directory",
      "",
      "Your message was not delivered to: bo@kund.example because: User bo not listed in Domino Directory",
    ),
    { kind: "bounce", severity: "hard", reason: "user_unknown", recipient: "bo@kund.example" },
  ],
  [
    "a notice that it will be late",
    mail(
      "From: Mail Delivery Subsystem <MAILER-DAEMON@relay.kund.example>",
      "Subject: Warning: could not send message for past 4 hours",
      "",
      "**  THIS IS A WARNING MESSAGE ONLY  **",
      "The original message was received at Mon, 23 Nov 2026. Deferred: Connection refused by mx.kund.example.",
      "Warning: message still undelivered after 4 hours. Will keep trying until message is 5 days old",
    ),
    { kind: "bounce", severity: "soft" },
  ],
];

const machines: [string, string][] = [
  [
    "a marked auto-reply",
    mail(
      "From: bo@kund.example",
      "Subject: Re: Fjordline",
      "Auto-Submitted: auto-replied",
      "",
      "Back on Monday.",
    ),
  ],
  [
    "a read receipt",
    mail(
      "From: bo@kund.example",
      "Subject: Read: Fjordline",
      "Content-Type: multipart/report; report-type=disposition-notification; boundary=p",
      "",
      "--p",
      "Content-Type: text/plain",
      "",
      "Read.",
      "--p",
      "Content-Type: message/disposition-notification",
      "",
      "Disposition: manual-action; displayed",
      "",
      "--p--",
    ),
  ],
  [
    "a ticket system's receipt",
    mail(
      "From: support@kund.example",
      "Subject: [#4711] Fjordline",
      "",
      "Your request has been received and a ticket was opened. Ticket number: 4711.",
    ),
  ],
  [
    "a challenge",
    mail(
      "From: bo@kund.example",
      "Subject: Please confirm",
      "",
      "To complete delivery of your message, confirm that you are a real person.",
    ),
  ],
  ["an address that nobody reads", mail("From: noreply@kund.example", "Subject: Hello", "", "Hello.")],
  ...(
    [
      ["English", "Out of office: Fjordline", "I am away until 1 December."],
      ["Swedish", "Autosvar: Fjordline", "Jag är på semester till den 1 december."],
      ["Danish", "Automatisk svar: Fjordline", "Jeg er på ferie indtil 1. december."],
      ["Norwegian", "Fravær", "Jeg er ute av kontoret til 1. desember."],
      ["Finnish", "Automaattinen vastaus: Fjordline", "Olen lomalla 1.12. saakka."],
      ["German", "Abwesenheitsnotiz: Fjordline", "Ich bin bis zum 1. Dezember im Urlaub."],
      ["French", "Réponse automatique : Fjordline", "Je suis absent."],
      ["Spanish", "Respuesta automática: Fjordline", "Estoy fuera de la oficina."],
      ["Italian", "Risposta automatica: Fjordline", "Sono fuori ufficio."],
      ["Dutch", "Automatisch antwoord: Fjordline", "Ik ben afwezig."],
      ["Portuguese", "Resposta automática: Fjordline", "Estou de férias."],
      ["Polish", "Odpowiedź automatyczna: Fjordline", "Jestem na urlopie."],
    ] as const
  ).map(([language, subject, text]): [string, string] => [
    `an unmarked absence in ${language}`,
    mail("From: bo@kund.example", `Subject: ${subject}`, "Content-Type: text/plain; charset=utf-8", "", text),
  ]),
];

const people: [string, string][] = [
  [
    "an answer",
    mail(
      "From: Bo <bo@kund.example>",
      "Subject: SV: Skulle du rekommendera Fjordline?",
      "In-Reply-To: <ours.3@fjordline.example>",
      "Content-Type: text/plain; charset=utf-8",
      "",
      "8, för båten var sen två gånger.",
    ),
  ],
  [
    "a reply that says it is no machine",
    mail(
      "From: bo@kund.example",
      "Subject: Re: Fjordline",
      "Auto-Submitted: no",
      "",
      "The crossing was fine.",
    ),
  ],
  [
    "a reply about mail that bounced",
    mail(
      "From: bo@kund.example",
      "Subject: Re: Undelivered Mail Returned to Sender",
      "In-Reply-To: <x@kund.example>",
      "",
      "I got this when I wrote to you, what is wrong?",
      "",
      "> This is the mail system at host mx.fjordline.example.",
      "> I'm sorry to have to inform you that your message could not be delivered.",
      "> <bo@fjordline.example>: user unknown",
    ),
  ],
  [
    "a reply that quotes an absence",
    mail(
      "From: bo@kund.example",
      "Subject: Re: Your booking",
      "",
      "No, I never got an answer.",
      "",
      "> I am out of the office until Monday",
    ),
  ],
  [
    "a question with a number",
    mail(
      "From: bo@kund.example",
      "Subject: Re: Fjordline",
      "",
      "My ticket number 4711 was never answered. Can you confirm that you sent the refund?",
    ),
  ],
  [
    "a complaint about deliveries",
    mail(
      "From: bo@kund.example",
      "Subject: Re: Fjordline",
      "",
      "The delivery failed twice and nobody called. The driver said the address was unknown.",
    ),
  ],
];

export const bounces: [string, string, Expected][] = [...reports, ...freeTexts];
export const autoReplies = machines;
export const humanReplies = people;
