import type { MailMessages } from "../en/mail.ts";

export const mail: MailMessages = {
  preheader: "Ett spørsmål, omtrent ti sekunder.",
  greeting: "Hei, {name}!",
  greetingNoName: "Hei!",
  afterScale: "Når du klikker, åpnes en side der du kan skrive en kommentar eller endre svaret ditt.",
  answerHere: "Svar her:",
  regards: "Vennlig hilsen",
  whyYou: "Du får denne e-posten fordi du er kunde hos {company}.",
  youSaid: "Dere sa, vi gjorde",
  optOut: "Ta pause fra spørsmålene, eller stopp dem",
  dataProtection: "Personvern: {contact}",

  invitedSubject: "Velkommen til {workspace} på Svar",
  invitedTitle: "Velkommen til {workspace} på Svar",
  invitedBy: "{inviter} har invitert deg til å arbeide i {workspace}.",
  invitedByNobody: "Du er invitert til å arbeide i {workspace}.",
  invitedRole:
    "{role, select, admin {Du blir administrator: du kan endre alt, også personer og innstillinger.} manager {Du blir leder: du kan se resultatene, sende kampanjer og følge opp.} agent {Du blir saksbehandler: du kan lese svarene og ha dialog med kundene.} other {Du blir leser: du kan se resultatene og svarene.}}",
  invitedButton: "Ta imot invitasjonen",
  invitedUntil: "Lenken virker én gang, til og med {date}.",
  invitedNotYou: "Hvis du ikke vet hva dette gjelder, kan du se bort fra denne e-posten.",

  resetSubject: "Velg et nytt passord til Svar",
  resetTitle: "Velg et nytt passord",
  resetText: "Noen har bedt om et nytt passord til kontoen {email} på Svar.",
  resetButton: "Velg et nytt passord",
  resetValid: "Lenken virker én gang, innen {minutes, plural, one {# minutt} other {# minutter}}.",
  resetNotYou: "Hvis det ikke var deg, trenger du ikke gjøre noe. Passordet ditt er det samme som før.",
  noticePasswordTitle: "Passordet ditt til Svar er endret",
  noticePasswordText: "Passordet til kontoen din {email} er endret. Du er logget ut alle andre steder.",
  noticeBrowserTitle: "Innlogging fra en ny nettleser",
  noticeBrowserText:
    "Noen har logget inn på kontoen din {email} fra en nettleser som ikke har vært brukt før.",
  noticeWhen: "Når: {time}",
  noticeWhere: "Nettleser: {name}",
  noticeNotYou:
    "Hvis det var deg, trenger du ikke gjøre noe. Hvis ikke, bør du velge et nytt passord nå; da blir alle andre logget ut.",
  noticeFactorAddedTitle: "Den andre faktoren din er satt opp",
  noticeFactorAddedText:
    "Fra nå av kreves en kode fra appen din når {email} logger inn. Du er logget ut alle andre steder.",
  noticeFactorRemovedTitle: "Den andre faktoren din er fjernet",
  noticeFactorRemovedText: "{email} kan logge inn uten kode igjen. Du er logget ut alle andre steder.",
  noticeCodesRenewedTitle: "Du har nye gjenopprettingskoder",
  noticeCodesRenewedText:
    "Det er laget nye gjenopprettingskoder for kontoen din {email}. De gamle virker ikke lenger.",
  noticeCodeUsedTitle: "En gjenopprettingskode er brukt",
  noticeCodeUsedText: "Noen har logget inn på kontoen din {email} med en av gjenopprettingskodene.",
  noticePasskeyAddedTitle: "En tilgangsnøkkel er lagt til",
  noticePasskeyAddedText:
    "En tilgangsnøkkel er lagt til for kontoen din {email}. Med den logger man inn uten passord.",
  noticePasskeyRemovedTitle: "En tilgangsnøkkel er fjernet",
  noticePasskeyRemovedText:
    "En tilgangsnøkkel for kontoen din {email} er fjernet. Den logger ikke lenger noen inn.",
  signUpSubject: "Opprett arbeidsområdet ditt i Svar",
  signUpText: "Noen vil registrere seg hos Svar med {email}. Hvis det var deg, fortsetter du her.",
  signUpButton: "Fortsett",
  signUpNotYou: "Hvis det ikke var deg, trenger du ikke gjøre noe. Ingen konto opprettes uten lenken.",
  signInSubject: "Logg inn på Svar",
  signInText: "Noen har bedt om en lenke for å logge inn som {email}.",
  signInButton: "Logg inn",
  signInFirst:
    "Med den blir adressen din bekreftet. Hvis du ikke åpner den der du er logget inn, virker et tidligere valgt passord ikke lenger; du kan velge et nytt når du vil.",
  signInNotYou: "Hvis det ikke var deg, trenger du ikke gjøre noe. Ingen blir logget inn uten lenken.",

  ownSubject: "Opplysningene dine hos {company}",
  ownAsked: "Du ba om det {company} har om deg der de spør kundene sine om deres mening.",
  ownButton: "Se, last ned eller slett opplysningene mine",
  ownUntil: "Lenken virker til og med {date}.",
  ownNotYou: "Hvis det ikke var deg, trenger du ikke gjøre noe: ingenting endres.",

  domainSubject: "E-post kommer ikke lenger fra {domain}",
  domainTitle: "DNS-postene for {domain} mangler eller er feil",
  domainText:
    "Mottakere ville nå avvist e-post fra {domain}. Derfor sendes spørsmål og svar fra Svars egen adresse med bedriftens navn. Rett opp postene og sjekk dem igjen, så brukes adressen deres som før.",
  domainButton: "Se hvilken post det gjelder",
  domainWhy: "Du får denne e-posten fordi du er administrator for {workspace}.",

  caseSubject: "{customer} svarte {score}: saken er din",
  caseTitle: "{customer} svarte {score}",
  caseSubjectWrote: "{customer} svarte på e-posten deres: saken er din",
  caseTitleWrote: "{customer} svarte på e-posten deres",
  caseSubjectNoted: "{customer} har tatt kontakt: saken er din",
  caseTitleNoted: "{customer} har tatt kontakt",
  caseSubjectRecovery: "{customer} svarer «{answer}» på om det er løst: saken er din igjen",
  caseTitleRecovery: "«{answer}», svarer {customer} på om det er løst",
  caseYours: "Saken er din, {name}.",
  caseNoCustomer: "En kunde",
  caseNoComment: "Det ble ikke skrevet noen kommentar.",
  caseCall: "Kunden vil gjerne bli oppringt på {phone}.",
  caseWrite: "Kunden vil gjerne kontaktes på e-post.",
  caseDue: "Svar senest {time}.",
  caseButton: "Åpne saken",
  caseWhy: "Du får denne e-posten fordi saken er tildelt deg i {workspace}.",
  caseMentionTitle: "{name} nevner deg i et notat: {customer}",
  caseMentionWhy:
    "Du får denne e-posten fordi {name} skrev navnet ditt i et notat i {workspace}. Kunden ser ikke notater.",
  caseCovered: "{name} er borte, så saken er din så lenge.",
  caseCoveredWhy: "Du får denne e-posten fordi du vikarierer for {name} i {workspace}.",
  caseWith: "Saken ligger hos {name}.",
  caseWithNobody: "Ingen har tatt saken ennå.",
  caseToldWhy: "Du får denne e-posten fordi regelen «{rule}» i {workspace} varsler lederen.",

  caseOverdue: "{customer} venter fortsatt på svar",
  caseOverdueWith: "Svaret skulle vært gitt senest {time}. Saken ligger hos {name}.",
  caseOverdueNobody: "Svaret skulle vært gitt senest {time}. Ingen har tatt saken ennå.",
  caseOverdueWhy: "Du får denne e-posten fordi du leder teamet eller er leder i {workspace}.",
  caseSubjectMail: "{customer} skrev i saken din",
  caseTitleMail: "{customer} skrev",
  caseReplyHere:
    "Du kan svare på denne e-posten fra din egen adresse: det du skriver, går til {customer} som ditt svar, uten det som står under.",
  caseNotSent: "Svaret ditt til {customer} ble ikke sendt",
  caseNotSentUnverified:
    "Det kunne ikke vises at e-posten kom fra deg: den ble sendt fra en annen adresse enn den du logger inn med, eller e-posttjeneren din hadde ikke signert den for den adressen (DKIM). Svar fra den adressen, eller skriv i saken. E-posten er tatt vare på der, kunden har ikke sett den.",
  caseNotSentNotAllowed:
    "Du kan se saken, men ikke skrive i den. Spør en administrator for arbeidsområdet. E-posten er tatt vare på i saken, kunden har ikke sett den.",
  caseNotSentErased: "Kunden har fått slettet opplysningene sine, så det er ingen å skrive til lenger.",
  caseNotSentEmpty:
    "Det var ingen ord i e-posten utover det siterte. Skriv svaret ditt over det, og send det igjen.",
  caseNotSentQuoted: "Ordene dine kunne ikke skilles fra e-posten under dem, som bare er for kolleger.",
  caseNotSentFiles: "Et svar kan ha høyst 20 filer, på 10 MB hver og 18 MB til sammen.",
  caseNotSentClosed: "Saken ble lukket før svaret ditt kom inn. Åpne den igjen for å sende det.",
  caseNotSentNewer: "Det kom noe inn i saken etter e-posten du svarte på. Les det først.",
  caseNotSentRefused:
    "{customer} får ingen e-post herfra: det finnes ingen adresse, eller all e-post til den er stoppet.",
  caseNotSentDraft: "Det du skrev, venter i saken som utkastet ditt.",
  caseNotSentWhy: "Du får denne e-posten fordi du svarte på en e-post om en sak i {workspace}.",

  casePromises:
    "{n, plural, one {Et løfte til {customer} skal holdes} other {# løfter til kunder skal holdes}}",
  casePromiseToday: "I dag.",
  casePromiseOverdue: "{n, plural, one {Én dag over tiden.} other {# dager over tiden.}}",
  casePromiseOn: "Senest {date}.",
  casePromisesButton: "Se hva som er lovet",
  casePromisesWhy:
    "Du får denne e-posten fordi du skal holde disse løftene i {workspace}. Den kommer på arbeidsdager, når det er noe å holde.",

  caseNewsNew: "{n, plural, one {# ny sak} other {# nye saker}}",
  caseNewsYours: "{n, plural, one {# sak har blitt din} other {# saker har blitt dine}}",
  caseNewsAssigned: "{n, plural, one {# sak er tildelt} other {# saker er tildelt}}",
  caseNewsNotSolved:
    "{n, plural, one {# kunde har svart at det ikke er løst} other {# kunder har svart at det ikke er løst}}",
  caseNewsWrote: "{n, plural, one {# kunde har skrevet} other {# kunder har skrevet}}",
  caseNewsOverdue: "{n, plural, one {# svar er blitt forsinket} other {# svar er blitt forsinket}}",
  caseNewsMixed: "{n, plural, one {Nytt om # sak} other {Nytt om # saker}}",
  caseNewsLastHour: "{what} den siste timen",
  caseNewsWroteOne: "{customer} har skrevet",
  caseNewsWith: "Saken ligger hos {name}.",
  caseNewsNobody: "Ingen har tatt saken ennå.",
  caseNewsMore: "Og {n} til.",
  caseNewsQueue: "Se dem i køen",
  caseNewsWhy: "Du får denne e-posten på grunn av varslene dine i {workspace}.",
  caseNewsChange: "Endre varslene",

  caseChannelTest: "Test fra Svar: her kommer varslene fra {workspace} til å stå.",
  caseChannelOff: "Det går ikke lenger varsler til {channel}",
  caseChannelGone: "Webhooken finnes ikke lenger.",
  caseChannelFailing: "Ingenting har kommet fram på tre døgn.",
  caseChannelAnswer: "Det siste svaret var: {answer}",
  caseChannelWay: "Lag en ny webhook for kanalen og gi Svar adressen, så går varslene dit igjen.",
  caseChannelButton: "Gi kanalen en ny adresse",
  caseChannelWhy: "Du får denne e-posten fordi du står for {channel} i {workspace}.",

  checkIntro: "Vi avsluttet saken {date}. Du vet best om det ble bra:",
  checkAfter:
    "Et klikk åpner en side der du kan skrive en kommentar. Svaret ditt teller når du trykker på Send der. Du kan også bare svare på denne e-posten.",
  checkWhy: "Du får denne e-posten fordi du ga {company} en tilbakemelding som de fulgte opp.",

  thanksSubject: "Takk for svaret ditt til {company}",
  thanksWhy: "Du får denne e-posten fordi du svarte på et spørsmål fra {company}.",
  thanksOptOut: "Ta pause fra spørsmål og e-poster som denne, eller stopp dem",

  replySubject: "Din henvendelse til {company}",
  replyAnswered: "{date} svarte du {score}:",
  replyAnsweredOnly: "{date} svarte du {score}.",
};
