/** What stands in e-mails, around the survey's own texts. */
export const mail = {
  preheader: "One question, about ten seconds.",
  greeting: "Hi {name},",
  greetingNoName: "Hello,",
  afterScale: "Clicking opens a page where you can add a comment or change your answer.",
  answerHere: "Answer here:",
  regards: "Kind regards,",
  whyYou: "You get this e-mail because you are a customer of {company}.",
  youSaid: "You said, we did",
  optOut: "Pause or stop these questions",
  dataProtection: "Data protection: {contact}",

  invitedSubject: "Join {workspace} on Svar",
  invitedTitle: "Join {workspace} on Svar",
  invitedBy: "{inviter} has invited you to work in {workspace}.",
  invitedByNobody: "You have been invited to work in {workspace}.",
  invitedRole:
    "{role, select, admin {You will be an administrator: you can change everything, people and settings included.} manager {You will be a manager: you can see the results, send campaigns and follow up.} agent {You will be an agent: you can read the answers and talk with customers.} other {You will be a viewer: you can read the results and the answers.}}",
  invitedButton: "Accept the invitation",
  invitedUntil: "The link works once, until {date}.",
  invitedNotYou: "If you don’t know what this is about, you can ignore this e-mail.",

  resetSubject: "Choose a new password for Svar",
  resetTitle: "Choose a new password",
  resetText: "A new password was asked for, for the account {email} on Svar.",
  resetButton: "Choose a new password",
  resetValid: "The link works once, within {minutes, plural, one {# minute} other {# minutes}}.",
  resetNotYou: "If it wasn’t you, you don’t have to do anything. Your password stays as it is.",

  noticePasswordTitle: "Your password for Svar was changed",
  noticePasswordText: "The password of your account {email} was changed. You are signed out everywhere else.",
  noticeBrowserTitle: "Somebody signed in from a new browser",
  noticeBrowserText: "Your account {email} was signed in to from a browser that was not used before.",
  noticeWhen: "When: {time}",
  noticeWhere: "Browser: {name}",
  noticeNotYou:
    "If it was you, there is nothing to do. If it wasn’t, choose a new password now; that signs everybody else out.",
  noticeFactorAddedTitle: "Your second factor is set up",
  noticeFactorAddedText:
    "From now on a code of your app is asked for when {email} signs in. You are signed out everywhere else.",
  noticeFactorRemovedTitle: "Your second factor was removed",
  noticeFactorRemovedText: "{email} can sign in without a code again. You are signed out everywhere else.",
  noticeCodesRenewedTitle: "You have new recovery codes",
  noticeCodesRenewedText:
    "New recovery codes were made for your account {email}. The old ones no longer work.",
  noticeCodeUsedTitle: "A recovery code was used",
  noticeCodeUsedText: "Somebody signed in to your account {email} with one of its recovery codes.",
  noticePasskeyAddedTitle: "A passkey was added",
  noticePasskeyAddedText: "A passkey was added to your account {email}. It signs in without a password.",
  noticePasskeyRemovedTitle: "A passkey was removed",
  noticePasskeyRemovedText: "A passkey of your account {email} was removed. It no longer signs anybody in.",

  signInSubject: "Sign in to Svar",
  signInText: "A link to sign in as {email} was asked for.",
  signInButton: "Sign in",
  signInFirst:
    "With it your address is confirmed. Unless you open it where you are signed in, a password chosen before no longer works; you can choose a new one at any time.",
  signInNotYou: "If it wasn’t you, you don’t have to do anything. Nobody is signed in without the link.",

  ownSubject: "Your data at {company}",
  ownAsked: "You asked for what {company} has about you where it asks its customers for feedback.",
  ownButton: "See, download or erase my data",
  ownUntil: "The link works until {date}.",
  ownNotYou: "If it wasn’t you, you don’t have to do anything: nothing changes.",

  domainSubject: "Mail no longer comes from {domain}",
  domainTitle: "The DNS records of {domain} are missing or wrong",
  domainText:
    "Receivers would refuse mail from {domain} now, so questions and replies leave from Svar’s own address, with your company’s name. Put the records right and check them again; then your address is used as before.",
  domainButton: "See which record it is",
  domainWhy: "You get this e-mail because you are an administrator of {workspace}.",

  caseSubject: "{customer} answered {score}: the case is yours",
  caseTitle: "{customer} answered {score}",
  caseSubjectWrote: "{customer} replied to your mail: the case is yours",
  caseTitleWrote: "{customer} replied to your mail",
  caseSubjectNoted: "{customer} got in touch: the case is yours",
  caseTitleNoted: "{customer} got in touch",
  caseSubjectRecovery: "{customer} says “{answer}” to whether it is solved: the case is yours again",
  caseTitleRecovery: "“{answer}”, says {customer} to whether it is solved",
  caseYours: "The case is yours, {name}.",
  caseNoCustomer: "A customer",
  caseNoComment: "No comment was left.",
  caseCall: "The customer asks to be called on {phone}.",
  caseWrite: "The customer asks to be written to.",
  caseDue: "Reply by {time}.",
  caseButton: "Open the case",
  caseWhy: "You get this e-mail because the case was assigned to you in {workspace}.",
  caseMentionTitle: "{name} mentions you in a note: {customer}",
  caseMentionWhy:
    "You get this e-mail because {name} wrote your name in a note in {workspace}. The customer does not see notes.",
  caseCovered: "{name} is away, so the case is yours meanwhile.",
  caseCoveredWhy: "You get this e-mail because you stand in for {name} in {workspace}.",
  caseWith: "The case is with {name}.",
  caseWithNobody: "Nobody has taken the case yet.",
  caseToldWhy: "You get this e-mail because the rule “{rule}” in {workspace} tells the lead.",

  caseOverdue: "{customer} is still waiting for an answer",
  caseOverdueWith: "The answer was due by {time}. The case is with {name}.",
  caseOverdueNobody: "The answer was due by {time}. Nobody has taken the case yet.",
  caseOverdueWhy: "You get this e-mail because you lead the team or manage {workspace}.",
  caseSubjectMail: "{customer} wrote in your case",
  caseTitleMail: "{customer} wrote",
  caseReplyHere:
    "You can answer by replying to this e-mail from your own address: what you write goes to {customer} as your reply, without what stands below it.",
  caseNotSent: "Your reply to {customer} was not sent",
  caseNotSentUnverified:
    "It could not be shown that the mail came from you: it was sent from another address than the one you sign in with, or your mail server did not sign it for that address (DKIM). Reply from that address, or write in the case. The mail is kept there; the customer has not seen it.",
  caseNotSentNotAllowed:
    "You may look at this case, but not write in it. Ask an administrator of the workspace. The mail is kept in the case; the customer has not seen it.",
  caseNotSentErased: "The customer had their data erased, so there is nobody to write to any more.",
  caseNotSentEmpty:
    "There were no words in it but what it quoted. Write your answer above that, and send it again.",
  caseNotSentQuoted:
    "Your words could not be told apart from the mail below them, which is for colleagues only.",
  caseNotSentFiles: "A reply carries 20 files at most, of 10 MB each and 18 MB together.",
  caseNotSentClosed: "The case was closed before your reply came in. Open it again to send it.",
  caseNotSentNewer: "Something came into the case after the mail that you replied to. Read that first.",
  caseNotSentRefused: "{customer} gets no mail from here: there is no address, or all mail to it is stopped.",
  caseNotSentDraft: "What you wrote waits in the case as your draft.",
  caseNotSentWhy: "You get this e-mail because you replied to a mail about a case in {workspace}.",

  casePromises: "{n, plural, one {A promise to {customer} is due} other {# promises to customers are due}}",
  casePromiseToday: "Due today.",
  casePromiseOverdue: "{n, plural, one {One day overdue.} other {# days overdue.}}",
  casePromiseOn: "Due on {date}.",
  casePromisesButton: "See what was promised",
  casePromisesWhy:
    "You get this e-mail because these promises are yours to keep in {workspace}. It comes on working days, when something is due.",

  caseNewsNew: "{n, plural, one {# new case} other {# new cases}}",
  caseNewsYours: "{n, plural, one {# case became yours} other {# cases became yours}}",
  caseNewsAssigned: "{n, plural, one {# case was assigned} other {# cases were assigned}}",
  caseNewsNotSolved:
    "{n, plural, one {# customer answered “not solved”} other {# customers answered “not solved”}}",
  caseNewsWrote: "{n, plural, one {# customer has written} other {# customers have written}}",
  caseNewsOverdue: "{n, plural, one {# answer became overdue} other {# answers became overdue}}",
  caseNewsMixed: "{n, plural, one {News of # case} other {News of # cases}}",
  caseNewsLastHour: "{what} in the last hour",
  caseNewsWroteOne: "{customer} has written",
  caseNewsWith: "The case is with {name}.",
  caseNewsNobody: "Nobody has taken the case yet.",
  caseNewsMore: "And {n} more.",
  caseNewsQueue: "See them in the queue",
  caseNewsWhy: "You get this e-mail because of your alerts in {workspace}.",
  caseNewsChange: "Change the alerts",

  caseChannelTest: "Test from Svar: alerts of {workspace} will stand here.",
  caseChannelOff: "No alerts go to {channel} any more",
  caseChannelGone: "The webhook is no longer there.",
  caseChannelFailing: "Nothing has arrived for three days.",
  caseChannelAnswer: "The last answer was: {answer}",
  caseChannelWay: "Make a new webhook for the channel and give Svar its address; then alerts go there again.",
  caseChannelButton: "Give the channel a new address",
  caseChannelWhy: "You get this e-mail because you look after {channel} in {workspace}.",

  checkIntro: "We closed this on {date}. You know best whether it worked out:",
  checkAfter:
    "Clicking opens a page where you can add a comment; your answer counts when you press Send there. You can also simply reply to this e-mail.",
  checkWhy: "You get this e-mail because you gave {company} feedback and they followed it up.",

  thanksSubject: "Thank you for your answer to {company}",
  thanksWhy: "You get this e-mail because you answered a question from {company}.",
  thanksOptOut: "Pause or stop questions and e-mails like this",

  replySubject: "Your enquiry at {company}",
  replyAnswered: "On {date} you answered {score}:",
  replyAnsweredOnly: "On {date} you answered {score}.",
};

export type MailMessages = Record<keyof typeof mail, string>;
