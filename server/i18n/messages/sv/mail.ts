import type { MailMessages } from "../en/mail.ts";

export const mail: MailMessages = {
  preheader: "En fråga, ungefär tio sekunder.",
  greeting: "Hej {name}!",
  greetingNoName: "Hej!",
  afterScale: "När du klickar öppnas en sida där du kan lämna en kommentar eller ändra ditt svar.",
  answerHere: "Svara här:",
  regards: "Vänliga hälsningar",
  whyYou: "Du får det här mejlet för att du är kund hos {company}.",
  youSaid: "Ni sa, vi gjorde",
  optOut: "Pausa frågorna eller sluta få dem",
  dataProtection: "Dataskydd: {contact}",

  invitedSubject: "Välkommen till {workspace} på Svar",
  invitedTitle: "Välkommen till {workspace} på Svar",
  invitedBy: "{inviter} har bjudit in dig att arbeta i {workspace}.",
  invitedByNobody: "Du har blivit inbjuden att arbeta i {workspace}.",
  invitedRole:
    "{role, select, admin {Du blir administratör: du kan ändra allt, även personer och inställningar.} manager {Du blir chef: du kan se resultaten, skicka kampanjer och följa upp.} agent {Du blir handläggare: du kan läsa svaren och föra dialog med kunderna.} other {Du blir läsare: du kan se resultaten och svaren.}}",
  invitedButton: "Tacka ja till inbjudan",
  invitedUntil: "Länken fungerar en gång, till och med {date}.",
  invitedNotYou: "Om du inte vet vad det här gäller kan du bortse från mejlet.",

  resetSubject: "Välj ett nytt lösenord till Svar",
  resetTitle: "Välj ett nytt lösenord",
  resetText: "Någon har bett om ett nytt lösenord till kontot {email} på Svar.",
  resetButton: "Välj ett nytt lösenord",
  resetValid: "Länken fungerar en gång, inom {minutes, plural, one {# minut} other {# minuter}}.",
  resetNotYou: "Om det inte var du behöver du inte göra något. Ditt lösenord gäller som förut.",
  noticePasswordTitle: "Ditt lösenord till Svar har ändrats",
  noticePasswordText: "Lösenordet till ditt konto {email} har ändrats. Du är utloggad överallt annars.",
  noticeBrowserTitle: "Inloggning från en ny webbläsare",
  noticeBrowserText:
    "Någon har loggat in på ditt konto {email} från en webbläsare som inte har använts förut.",
  noticeWhen: "När: {time}",
  noticeWhere: "Webbläsare: {name}",
  noticeNotYou:
    "Om det var du behöver du inte göra något. Annars bör du välja ett nytt lösenord nu; då loggas alla andra ut.",
  noticeFactorAddedTitle: "Din andra faktor är inställd",
  noticeFactorAddedText:
    "Från och med nu krävs en kod från din app när {email} loggar in. Du är utloggad överallt annars.",
  noticeFactorRemovedTitle: "Din andra faktor har tagits bort",
  noticeFactorRemovedText: "{email} kan logga in utan kod igen. Du är utloggad överallt annars.",
  noticeCodesRenewedTitle: "Du har nya återställningskoder",
  noticeCodesRenewedText:
    "Nya återställningskoder har skapats för ditt konto {email}. De gamla gäller inte längre.",
  noticeCodeUsedTitle: "En återställningskod har använts",
  noticeCodeUsedText: "Någon har loggat in på ditt konto {email} med en av dess återställningskoder.",
  noticePasskeyAddedTitle: "En nyckel har lagts till",
  noticePasskeyAddedText:
    "En nyckel (passkey) har lagts till för ditt konto {email}. Med den loggar man in utan lösenord.",
  noticePasskeyRemovedTitle: "En nyckel har tagits bort",
  noticePasskeyRemovedText:
    "En nyckel (passkey) för ditt konto {email} har tagits bort. Den loggar inte in någon längre.",
  signUpSubject: "Skapa din arbetsyta i Svar",
  signUpText: "Någon vill registrera sig hos Svar med {email}. Om det var du fortsätter du här.",
  signUpButton: "Fortsätt",
  signUpNotYou: "Om det inte var du behöver du inte göra något. Inget konto skapas utan länken.",
  signInSubject: "Logga in på Svar",
  signInText: "Någon har bett om en länk för att logga in som {email}.",
  signInButton: "Logga in",
  signInFirst:
    "Med den bekräftas din adress. Om du inte öppnar den där du är inloggad gäller ett tidigare valt lösenord inte längre; du kan välja ett nytt när du vill.",
  signInNotYou: "Om det inte var du behöver du inte göra något. Ingen loggas in utan länken.",

  ownSubject: "Dina uppgifter hos {company}",
  ownAsked: "Du bad om det som {company} har om dig där de ber sina kunder om synpunkter.",
  ownButton: "Se, ladda ner eller radera mina uppgifter",
  ownUntil: "Länken fungerar till och med {date}.",
  ownNotYou: "Om det inte var du behöver du inte göra något: ingenting ändras.",

  domainSubject: "E-post kommer inte längre från {domain}",
  domainTitle: "DNS-posterna för {domain} saknas eller är fel",
  domainText:
    "Mottagare skulle nu avvisa e-post från {domain}. Därför skickas frågor och svar från Svars egen adress, med ert företags namn. Rätta posterna och kontrollera dem igen, så används er adress som förut.",
  domainButton: "Se vilken post det gäller",
  domainWhy: "Du får det här mejlet eftersom du är administratör för {workspace}.",

  caseSubject: "{customer} svarade {score}: ärendet är ditt",
  caseTitle: "{customer} svarade {score}",
  caseSubjectWrote: "{customer} svarade på ert mejl: ärendet är ditt",
  caseTitleWrote: "{customer} svarade på ert mejl",
  caseSubjectNoted: "{customer} har hört av sig: ärendet är ditt",
  caseTitleNoted: "{customer} har hört av sig",
  caseSubjectRecovery: "{customer} svarar ”{answer}” på om det är löst: ärendet är ditt igen",
  caseTitleRecovery: "”{answer}”, svarar {customer} på om det är löst",
  caseYours: "Ärendet är ditt, {name}.",
  caseNoCustomer: "En kund",
  caseNoComment: "Ingen kommentar lämnades.",
  caseCall: "Kunden vill bli uppringd på {phone}.",
  caseWrite: "Kunden vill bli kontaktad via mejl.",
  caseDue: "Svara senast {time}.",
  caseButton: "Öppna ärendet",
  caseWhy: "Du får det här mejlet för att ärendet har tilldelats dig i {workspace}.",
  caseMentionTitle: "{name} nämner dig i en anteckning: {customer}",
  caseMentionWhy:
    "Du får det här mejlet för att {name} skrev ditt namn i en anteckning i {workspace}. Kunden ser inte anteckningar.",
  caseCovered: "{name} är borta, så ärendet är ditt så länge.",
  caseCoveredWhy: "Du får det här mejlet för att du ersätter {name} i {workspace}.",
  caseWith: "Ärendet ligger hos {name}.",
  caseWithNobody: "Ingen har tagit ärendet än.",
  caseToldWhy: "Du får det här mejlet för att regeln ”{rule}” i {workspace} meddelar den som leder teamet.",

  caseOverdue: "{customer} väntar fortfarande på svar",
  caseOverdueWith: "Svaret skulle ha getts senast {time}. Ärendet ligger hos {name}.",
  caseOverdueNobody: "Svaret skulle ha getts senast {time}. Ingen har tagit ärendet än.",
  caseOverdueWhy: "Du får det här mejlet för att du leder teamet eller är chef i {workspace}.",
  caseSubjectMail: "{customer} skrev i ditt ärende",
  caseTitleMail: "{customer} skrev",
  caseReplyHere:
    "Du kan svara på det här mejlet från din egen adress: det du skriver går till {customer} som ditt svar, utan det som står under.",
  caseNotSent: "Ditt svar till {customer} skickades inte",
  caseNotSentUnverified:
    "Det gick inte att visa att mejlet kom från dig: det skickades från en annan adress än den du loggar in med, eller så hade din mejlserver inte signerat det för den adressen (DKIM). Svara från den adressen eller skriv i ärendet. Mejlet finns kvar där, kunden har inte sett det.",
  caseNotSentNotAllowed:
    "Du får läsa ärendet men inte skriva i det. Fråga en administratör för arbetsytan. Mejlet finns kvar i ärendet, kunden har inte sett det.",
  caseNotSentErased: "Kunden har låtit radera sina uppgifter, så det finns ingen att skriva till längre.",
  caseNotSentEmpty:
    "Det fanns inga ord i mejlet utöver det citerade. Skriv ditt svar ovanför och skicka det igen.",
  caseNotSentQuoted: "Dina ord gick inte att skilja från mejlet under dem, som bara är till för kollegor.",
  caseNotSentFiles: "Ett svar rymmer högst 20 filer, på 10 MB var och 18 MB tillsammans.",
  caseNotSentClosed: "Ärendet stängdes innan ditt svar kom in. Öppna det igen för att skicka svaret.",
  caseNotSentNewer: "Något kom in i ärendet efter mejlet som du svarade på. Läs det först.",
  caseNotSentRefused:
    "{customer} får inga mejl härifrån: det finns ingen adress, eller så är alla mejl till den stoppade.",
  caseNotSentDraft: "Det du skrev väntar i ärendet som ditt utkast.",
  caseNotSentWhy: "Du får det här mejlet för att du svarade på ett mejl om ett ärende i {workspace}.",

  casePromises:
    "{n, plural, one {Ett löfte till {customer} ska hållas} other {# löften till kunder ska hållas}}",
  casePromiseToday: "I dag.",
  casePromiseOverdue: "{n, plural, one {En dag försenat.} other {# dagar försenat.}}",
  casePromiseOn: "Senast {date}.",
  casePromisesButton: "Se vad som har lovats",
  casePromisesWhy:
    "Du får det här mejlet för att du ska hålla de här löftena i {workspace}. Det kommer på arbetsdagar, när det finns något att hålla.",

  caseNewsNew: "{n, plural, one {# nytt ärende} other {# nya ärenden}}",
  caseNewsYours: "{n, plural, one {# ärende har blivit ditt} other {# ärenden har blivit dina}}",
  caseNewsAssigned: "{n, plural, one {# ärende har tilldelats} other {# ärenden har tilldelats}}",
  caseNewsNotSolved:
    "{n, plural, one {# kund har svarat att det inte är löst} other {# kunder har svarat att det inte är löst}}",
  caseNewsWrote: "{n, plural, one {# kund har skrivit} other {# kunder har skrivit}}",
  caseNewsOverdue: "{n, plural, one {# svar har blivit försenat} other {# svar har blivit försenade}}",
  caseNewsMixed: "{n, plural, one {Nytt om # ärende} other {Nytt om # ärenden}}",
  caseNewsLastHour: "{what} den senaste timmen",
  caseNewsWroteOne: "{customer} har skrivit",
  caseNewsWith: "Ärendet ligger hos {name}.",
  caseNewsNobody: "Ingen har tagit ärendet än.",
  caseNewsMore: "Och {n} till.",
  caseNewsQueue: "Se dem i kön",
  caseNewsWhy: "Du får det här mejlet på grund av dina aviseringar i {workspace}.",
  caseNewsChange: "Ändra aviseringarna",

  caseChannelTest: "Test från Svar: här kommer aviseringarna från {workspace} att stå.",
  caseChannelOff: "Inga aviseringar går längre till {channel}",
  caseChannelGone: "Webhooken finns inte längre.",
  caseChannelFailing: "Inget har kommit fram på tre dygn.",
  caseChannelAnswer: "Det senaste svaret var: {answer}",
  caseChannelWay: "Skapa en ny webhook för kanalen och ge Svar dess adress, så går aviseringarna dit igen.",
  caseChannelButton: "Ge kanalen en ny adress",
  caseChannelWhy: "Du får det här mejlet för att du sköter {channel} i {workspace}.",

  checkIntro: "Vi avslutade ärendet den {date}. Du vet bäst om det blev bra:",
  checkAfter:
    "Klicket öppnar en sida där du kan lägga till en kommentar. Ditt svar räknas när du trycker på Skicka där. Du kan också bara svara på det här mejlet.",
  checkWhy: "Du får det här mejlet för att du gav {company} återkoppling och de tog tag i den.",

  thanksSubject: "Tack för ditt svar till {company}",
  thanksWhy: "Du får det här mejlet för att du svarade på en fråga från {company}.",
  thanksOptOut: "Pausa frågor och sådana här mejl, eller sluta få dem",

  replySubject: "Ditt ärende hos {company}",
  replyAnswered: "Den {date} svarade du {score}:",
  replyAnsweredOnly: "Den {date} svarade du {score}.",
};
