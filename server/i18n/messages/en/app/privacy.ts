export const privacy = {
  status: "Whom customers turn to about their data, and for how long it is kept.",
  optional: "optional",
  save: "Save",
  saving: "Saving…",
  saved: "Saved",

  contact: "Data-protection contact",
  contactText:
    "Stands on the page where customers see their own data, in what they download, and at the foot of the mails that ask them: the officer’s address there, or else the one of who is responsible.",
  controller: "Who is responsible for the data",
  controllerName: "Company",
  controllerEmail: "E-mail for questions about personal data",
  controllerPhone: "Phone",
  controllerAddress: "Postal address",
  officer: "Data protection officer",
  officerHint: "Leave it empty where you have none.",
  officerName: "Name",
  officerEmail: "E-mail",
  officerPhone: "Phone",

  retention: "How long things are kept",
  retentionText:
    "Every night what is older goes, in small parts. A shorter period removes nothing for {days} days, so that a slip can be undone; a longer one holds at once. Figures stay as they are.",
  keep: "As long as the workspace",
  months: "{months, plural, one {# month} other {# months}}",
  years: "{years, plural, one {# year} other {# years}}",
  from: "Removes nothing before {date}; until then what holds is: {period}.",
  setBy: "Set by {name} on {date}.",
  setOn: "Svar’s proposal since {date}.",
  kind: {
    contacts: "Customers nobody hears of",
    answers: "Words and names of answers",
    dialogues: "Closed dialogues",
    files: "Files and original mails",
    received: "Other mails that came in",
    sends: "Addresses of sent mails",
    evidence: "Traces of opened links",
    notices: "Notices and drafts",
  },
  about: {
    contacts:
      "Who was not asked, did not answer or write, and was not imported for so long is erased whole. They may come back with an import.",
    answers:
      "Who answered, the comment and the attributes. The score stays with its day, survey, team and reasons. An answer waits for its dialogue.",
    dialogues:
      "Messages, notes, files, promises and tags of cases closed for so long. That there was a case, its cause and whether it was solved stay.",
    files: "Attachments and received mails as they came. What was said in them stays in the dialogue.",
    received: "Bounces, automatic replies and what belongs to no dialogue.",
    sends: "To which address a mail went and what the receiving server said. That it was sent stays.",
    evidence: "What was seen of links before an answer was sent, decided or not.",
    notices:
      "Alerts and chat messages about closed cases, drafts nobody went on with, and requests to see one’s data.",
  },
  elsewhere:
    "Files of imports go after 7 days, whole network addresses in the audit log too. The audit log stays as long as the workspace and names customers by number only.",

  preview: "Show what would go today",
  previewing: "Counting…",
  wouldGo: "What would go today, without the days of grace",
  wouldGoNothing: "Nothing would go today.",
  what: "What",
  howMany: "How many",
  oldest: "Oldest from",
  previewFailed: "Counting did not work. Try again.",

  hold: "Hold all removal",
  holdTitle: "Hold all removal?",
  holdText:
    "Nothing goes because of its age until somebody ends the hold, such as during a dispute. Customers can still have themselves erased.",
  holdReason: "Why",
  held: "Nothing is removed because of its age",
  heldBy: "{name} held it on {date}: {reason}",
  heldOn: "Held on {date}: {reason}",
  endHold: "End the hold",
  holdEnded: "What is too old goes again from tonight on",
  holding: "Removal is held",
  close: "Close",

  runs: "Removed lately",
  noRuns: "Nothing has been removed because of its age yet.",
  day: "Day",
  removed: "Removed",
  period: "Period",
  running: "goes on",
};
