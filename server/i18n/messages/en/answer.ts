/** What stands on the pages that a respondent sees, around the survey's own texts. */
export const answer = {
  title: "Your answer to {company}",
  errorTitle: "Error: {title}",
  errorHeading: "Nothing has been sent yet",
  chosen: "You chose {score}. Change it below if that was a mistake.",
  earlier: "You answered {score} on {date}. Send again to change it.",
  reason: "What is the main reason for your score?",
  optional: "optional",
  drivers: "What is it about?",
  contact: "I would like {company} to contact me",
  contactHow: "How?",
  contactEmail: "By e-mail",
  contactPhone: "By phone",
  phone: "Phone number",
  send: "Send",
  sending: "Sending…",
  sendHint: "Your answer counts when you press Send.",
  goesTo: "Your answer goes to {company}.",
  optOut: "No more questions from {company}",
  test: "This is a test. The answer is not counted.",

  errorScore: "Choose a number from 0 to 10.",
  errorCommentTooLong: "The comment can be at most {max, number} characters. Shorten it a little.",
  errorPhone: "Write the phone number, with at least five digits, or choose e-mail.",
  errorPageTooOld: "The page had been open for too long. Nothing is lost: press Send again.",
  errorTryAgain: "Your answer could not be saved just now. Nothing is lost: press Send again.",

  thanksTitle: "Thank you",
  thanksChosen: "You answered {score}.",
  thanksChange: "Change your answer",
  thanksUntil: "You can change it until {date}.",
  nextName: "{name} at {company}",
  nextSomebody: "A colleague at {company}",
  nextLook: "{who} will look into your answer by {date}, and may write to you.",
  nextWrite: "{who} will write to you by {date}.",
  nextCall: "{who} will call you on {phone} by {date}.",
  nextLate: "{who} has your answer. It is taking longer than it should.",
  nextReplied: "{company} has written to you by e-mail. You can simply reply to that.",
  nextClosed: "{company} closed this on {date}. If it is not solved, ask to be contacted.",
  thanksClose: "You can close this page now.",

  mineLink: "Your answer, and what happens with it",
  mineAnswered: "You answered {score} on {date}.",
  mineAbout: "About: {drivers}",
  mineEarlier: "Before you changed it",
  mineVersion: "{score} on {date}",
  mineNext: "What happens next",
  mineNothing: "Nobody at {company} has to do anything about it, unless you would like to be contacted.",
  mineSave: "Save",
  mineQuestions: "Questions by e-mail",
  mineData: "Your data",
  mineDownload: "Download your answer as a file",
  mineDataText:
    "The file has this answer and its earlier versions. For everything else {company} keeps about you, ask {company}.",

  optOutTitle: "No more questions from {company}?",
  optOutText: "Press the button, and {company} will not ask you for feedback by e-mail any more.",
  optOutButton: "Don’t ask me again",
  optOutDoneTitle: "You will not be asked again",
  optOutDoneText:
    "{company} will not ask you for feedback by e-mail any more. If you are in a dialogue with them, it goes on as before.",
  optOutBreak: "A break instead",
  optOutMonths: "Not for {months} months",
  optOutPausedTitle: "You will not be asked for a while",
  optOutPausedText:
    "{company} will not ask you for feedback by e-mail before {date}. If you are in a dialogue with them, it goes on as before.",

  goneTitle: "This link no longer works",
  goneText: "It may be too old, or the address was not copied whole.",
  goneContact: "Would you like to tell the company something? Contact them in the way you usually do.",

  awayTitle: "Not available just now",
  awayText:
    "Something is not working on our side. Wait a minute, then open the link again. If you had written something, go back: it is still there.",

  busyTitle: "Please wait a moment",
  busyText: "There were too many tries in a short time. Wait a minute, then go back and try again.",
};

export type AnswerMessages = Record<keyof typeof answer, string>;
