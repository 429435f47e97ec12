import type { MailMessages } from "../en/mail.ts";

export const mail: MailMessages = {
  preheader: "Ét spørgsmål, cirka ti sekunder.",
  greeting: "Hej {name}",
  greetingNoName: "Hej",
  afterScale: "Når du klikker, åbner en side, hvor du kan skrive en kommentar eller ændre dit svar.",
  answerHere: "Svar her:",
  regards: "Venlig hilsen",
  whyYou: "Du får denne mail, fordi du er kunde hos {company}.",
  youSaid: "I sagde, vi gjorde",
  optOut: "Hold pause fra spørgsmålene, eller stop dem",
  dataProtection: "Databeskyttelse: {contact}",

  invitedSubject: "Velkommen til {workspace} på Svar",
  invitedTitle: "Velkommen til {workspace} på Svar",
  invitedBy: "{inviter} har inviteret dig til at arbejde i {workspace}.",
  invitedByNobody: "Du er blevet inviteret til at arbejde i {workspace}.",
  invitedRole:
    "{role, select, admin {Du bliver administrator: du kan ændre alt, også personer og indstillinger.} manager {Du bliver leder: du kan se resultaterne, sende kampagner og følge op.} agent {Du bliver sagsbehandler: du kan læse svarene og være i dialog med kunderne.} other {Du bliver læser: du kan se resultaterne og svarene.}}",
  invitedButton: "Tag imod invitationen",
  invitedUntil: "Linket virker én gang, til og med {date}.",
  invitedNotYou: "Hvis du ikke ved, hvad det handler om, kan du se bort fra denne mail.",

  resetSubject: "Vælg en ny adgangskode til Svar",
  resetTitle: "Vælg en ny adgangskode",
  resetText: "Der er bedt om en ny adgangskode til kontoen {email} på Svar.",
  resetButton: "Vælg en ny adgangskode",
  resetValid: "Linket virker én gang, inden for {minutes, plural, one {# minut} other {# minutter}}.",
  resetNotYou: "Hvis det ikke var dig, behøver du ikke gøre noget. Din adgangskode er den samme som før.",
  noticePasswordTitle: "Din adgangskode til Svar er ændret",
  noticePasswordText: "Adgangskoden til din konto {email} er ændret. Du er logget ud alle andre steder.",
  noticeBrowserTitle: "Login fra en ny browser",
  noticeBrowserText:
    "Nogen har logget ind på din konto {email} fra en browser, som ikke har været brugt før.",
  noticeWhen: "Hvornår: {time}",
  noticeWhere: "Browser: {name}",
  noticeNotYou:
    "Hvis det var dig, behøver du ikke gøre noget. Ellers skal du vælge en ny adgangskode nu; så bliver alle andre logget ud.",
  noticeFactorAddedTitle: "Din anden faktor er sat op",
  noticeFactorAddedText:
    "Fra nu af skal der bruges en kode fra din app, når {email} logger ind. Du er logget ud alle andre steder.",
  noticeFactorRemovedTitle: "Din anden faktor er fjernet",
  noticeFactorRemovedText: "{email} kan logge ind uden kode igen. Du er logget ud alle andre steder.",
  noticeCodesRenewedTitle: "Du har nye gendannelseskoder",
  noticeCodesRenewedText:
    "Der er lavet nye gendannelseskoder til din konto {email}. De gamle virker ikke længere.",
  noticeCodeUsedTitle: "En gendannelseskode er brugt",
  noticeCodeUsedText: "Nogen har logget ind på din konto {email} med en af dens gendannelseskoder.",
  noticePasskeyAddedTitle: "En adgangsnøgle er tilføjet",
  noticePasskeyAddedText:
    "Der er tilføjet en adgangsnøgle til din konto {email}. Med den logger man ind uden adgangskode.",
  noticePasskeyRemovedTitle: "En adgangsnøgle er fjernet",
  noticePasskeyRemovedText:
    "En adgangsnøgle til din konto {email} er fjernet. Den logger ikke længere nogen ind.",
  signUpSubject: "Opret dit arbejdsområde i Svar",
  signUpText: "Nogen vil oprette sig hos Svar med {email}. Hvis det var dig, fortsætter du her.",
  signUpButton: "Fortsæt",
  signUpNotYou: "Hvis det ikke var dig, behøver du ikke gøre noget. Der oprettes ingen konto uden linket.",
  signInSubject: "Log ind på Svar",
  signInText: "Der er bedt om et link til at logge ind som {email}.",
  signInButton: "Log ind",
  signInFirst:
    "Med det bliver din adresse bekræftet. Hvis du ikke åbner det dér, hvor du er logget ind, virker en tidligere valgt adgangskode ikke længere; du kan vælge en ny når som helst.",
  signInNotYou: "Hvis det ikke var dig, behøver du ikke gøre noget. Ingen bliver logget ind uden linket.",

  ownSubject: "Dine oplysninger hos {company}",
  ownAsked: "Du bad om det, som {company} har om dig dér, hvor de spørger deres kunder om deres mening.",
  ownButton: "Se, hent eller slet mine oplysninger",
  ownUntil: "Linket virker til og med {date}.",
  ownNotYou: "Hvis det ikke var dig, behøver du ikke gøre noget: intet ændres.",

  domainSubject: "E-mails kommer ikke længere fra {domain}",
  domainTitle: "DNS-posterne for {domain} mangler eller er forkerte",
  domainText:
    "Modtagere ville nu afvise e-mails fra {domain}. Derfor sendes spørgsmål og svar fra Svars egen adresse med jeres virksomheds navn. Ret posterne, og tjek dem igen, så bruges jeres adresse som før.",
  domainButton: "Se, hvilken post det er",
  domainWhy: "Du får denne e-mail, fordi du er administrator for {workspace}.",

  caseSubject: "{customer} svarede {score}: sagen er din",
  caseTitle: "{customer} svarede {score}",
  caseSubjectWrote: "{customer} svarede på jeres mail: sagen er din",
  caseTitleWrote: "{customer} svarede på jeres mail",
  caseSubjectNoted: "{customer} har henvendt sig: sagen er din",
  caseTitleNoted: "{customer} har henvendt sig",
  caseSubjectRecovery: "{customer} svarer »{answer}« på, om det er løst: sagen er din igen",
  caseTitleRecovery: "»{answer}«, svarer {customer} på, om det er løst",
  caseYours: "Sagen er din, {name}.",
  caseNoCustomer: "En kunde",
  caseNoComment: "Der blev ikke skrevet nogen kommentar.",
  caseCall: "Kunden vil gerne ringes op på {phone}.",
  caseWrite: "Kunden vil gerne kontaktes på mail.",
  caseDue: "Svar senest {time}.",
  caseButton: "Åbn sagen",
  caseWhy: "Du får denne mail, fordi sagen er tildelt dig i {workspace}.",
  caseMentionTitle: "{name} nævner dig i en note: {customer}",
  caseMentionWhy:
    "Du får denne mail, fordi {name} skrev dit navn i en note i {workspace}. Kunden ser ikke noter.",
  caseCovered: "{name} er fraværende, så sagen er din imens.",
  caseCoveredWhy: "Du får denne mail, fordi du dækker for {name} i {workspace}.",
  caseWith: "Sagen ligger hos {name}.",
  caseWithNobody: "Ingen har taget sagen endnu.",
  caseToldWhy: "Du får denne mail, fordi reglen »{rule}« i {workspace} giver lederen besked.",

  caseOverdue: "{customer} venter stadig på svar",
  caseOverdueWith: "Svaret skulle være givet senest {time}. Sagen ligger hos {name}.",
  caseOverdueNobody: "Svaret skulle være givet senest {time}. Ingen har taget sagen endnu.",
  caseOverdueWhy: "Du får denne mail, fordi du leder teamet eller er leder i {workspace}.",
  caseSubjectMail: "{customer} skrev i din sag",
  caseTitleMail: "{customer} skrev",
  caseReplyHere:
    "Du kan svare på denne mail fra din egen adresse: det, du skriver, går til {customer} som dit svar, uden det, der står nedenunder.",
  caseNotSent: "Dit svar til {customer} blev ikke sendt",
  caseNotSentUnverified:
    "Det kunne ikke vises, at mailen kom fra dig: den blev sendt fra en anden adresse end den, du logger ind med, eller din mailserver havde ikke signeret den for den adresse (DKIM). Svar fra den adresse, eller skriv i sagen. Mailen er gemt der, kunden har ikke set den.",
  caseNotSentNotAllowed:
    "Du må se sagen, men ikke skrive i den. Spørg en administrator for arbejdsområdet. Mailen er gemt i sagen, kunden har ikke set den.",
  caseNotSentErased: "Kunden har fået slettet sine data, så der er ingen at skrive til længere.",
  caseNotSentEmpty:
    "Der var ingen ord i mailen ud over det citerede. Skriv dit svar ovenover, og send det igen.",
  caseNotSentQuoted: "Dine ord kunne ikke skilles fra mailen under dem, som kun er til kolleger.",
  caseNotSentFiles: "Et svar kan højst have 20 filer, på 10 MB hver og 18 MB tilsammen.",
  caseNotSentClosed: "Sagen blev lukket, før dit svar kom ind. Åbn den igen for at sende det.",
  caseNotSentNewer: "Der kom noget ind i sagen efter den mail, du svarede på. Læs det først.",
  caseNotSentRefused:
    "{customer} får ingen mails herfra: der er ingen adresse, eller alle mails til den er stoppet.",
  caseNotSentDraft: "Det, du skrev, venter i sagen som din kladde.",
  caseNotSentWhy: "Du får denne mail, fordi du svarede på en mail om en sag i {workspace}.",

  casePromises:
    "{n, plural, one {Et løfte til {customer} skal holdes} other {# løfter til kunder skal holdes}}",
  casePromiseToday: "I dag.",
  casePromiseOverdue: "{n, plural, one {En dag over tiden.} other {# dage over tiden.}}",
  casePromiseOn: "Senest {date}.",
  casePromisesButton: "Se, hvad der er lovet",
  casePromisesWhy:
    "Du får denne mail, fordi du skal holde disse løfter i {workspace}. Den kommer på arbejdsdage, når der er noget at holde.",

  caseNewsNew: "{n, plural, one {# ny sag} other {# nye sager}}",
  caseNewsYours: "{n, plural, one {# sag er blevet din} other {# sager er blevet dine}}",
  caseNewsAssigned: "{n, plural, one {# sag er blevet tildelt} other {# sager er blevet tildelt}}",
  caseNewsNotSolved:
    "{n, plural, one {# kunde har svaret, at det ikke er løst} other {# kunder har svaret, at det ikke er løst}}",
  caseNewsWrote: "{n, plural, one {# kunde har skrevet} other {# kunder har skrevet}}",
  caseNewsOverdue: "{n, plural, one {# svar er blevet forsinket} other {# svar er blevet forsinkede}}",
  caseNewsMixed: "{n, plural, one {Nyt om # sag} other {Nyt om # sager}}",
  caseNewsLastHour: "{what} i den seneste time",
  caseNewsWroteOne: "{customer} har skrevet",
  caseNewsWith: "Sagen ligger hos {name}.",
  caseNewsNobody: "Ingen har taget sagen endnu.",
  caseNewsMore: "Og {n} til.",
  caseNewsQueue: "Se dem i køen",
  caseNewsWhy: "Du får denne mail på grund af dine notifikationer i {workspace}.",
  caseNewsChange: "Ret notifikationerne",

  caseChannelTest: "Test fra Svar: her kommer notifikationerne fra {workspace} til at stå.",
  caseChannelOff: "Der går ikke længere notifikationer til {channel}",
  caseChannelGone: "Webhooken findes ikke længere.",
  caseChannelFailing: "Intet er nået frem i tre døgn.",
  caseChannelAnswer: "Det seneste svar var: {answer}",
  caseChannelWay:
    "Opret en ny webhook til kanalen, og giv Svar dens adresse, så går notifikationerne dertil igen.",
  caseChannelButton: "Giv kanalen en ny adresse",
  caseChannelWhy: "Du får denne mail, fordi du står for {channel} i {workspace}.",

  checkIntro: "Vi afsluttede sagen den {date}. Du ved bedst, om det blev godt:",
  checkAfter:
    "Et klik åbner en side, hvor du kan skrive en kommentar. Dit svar tæller, når du trykker på Send dér. Du kan også bare svare på denne mail.",
  checkWhy: "Du får denne mail, fordi du gav {company} feedback, som de tog hånd om.",

  thanksSubject: "Tak for dit svar til {company}",
  thanksWhy: "Du får denne mail, fordi du svarede på et spørgsmål fra {company}.",
  thanksOptOut: "Hold pause fra spørgsmål og mails som denne, eller stop dem",

  replySubject: "Din henvendelse til {company}",
  replyAnswered: "Den {date} svarede du {score}:",
  replyAnsweredOnly: "Den {date} svarede du {score}.",
};
