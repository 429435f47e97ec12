export const mails = {
  frame: "Mail from {name}, as it was written",
  showQuoted: "Show quoted text",
  pictures: "{n, plural, one {A picture is not loaded} other {# pictures are not loaded}}.",
  picturesHint: "Whoever sent the mail learns that it was opened, and from where, when they are.",
  showPictures: "Show pictures",
  original: "Original mail",
  originalFile: "mail.eml",
  files: "Files",
  leftOut: {
    too_large: "Larger than 10 MB, so it is in the original mail only",
    too_many: "One of more than 20, so it is in the original mail only",
  },
  automatic: "Automatic reply from {name}",
  looped: "Mail from {name}, set aside",
  aside: {
    loop: "Many mails came in here within a short time, or this one was sent by Svar itself. So it woke nobody, and nothing follows from it.",
    unverified:
      "This came in as a colleague’s reply, from {address}, but it could not be shown that it is theirs. It was not sent to the customer.",
    not_allowed:
      "This came in as a colleague’s reply, from {address}, who may not write in this case. It was not sent to the customer.",
    automatic: "A mail program answered a mail to a colleague. It was not sent to the customer.",
  },
  unverified: "Not verified: from {address}, which is not the customer’s address. Read it with care.",
  byMail: "written in their own mail program",
  attach: {
    label: "Attach files",
    hint: "Or drop them here: up to 20, of 10 MB each and 18 MB together.",
    added: "{n, plural, one {One file} other {# files}} with this reply",
    uploading: "{n, plural, one {Adding a file} other {Adding # files}}",
    remove: "Take {name} away",
    away: "Svar cannot be reached, so {name} was not added. Try again in a moment.",
    refused: "{name}: {why}",
    tooLarge: "{name} is larger than 10 MB. Make it smaller, or send a link to it instead.",
    removeFailed: "{name} is still there: Svar cannot be reached. Try again in a moment.",
  },
};
