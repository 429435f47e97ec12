import type { Locale } from "#server/i18n/locales.ts";
import type { Group } from "#server/nps/groups.ts";

/** What the invented customers say, and how a dialogue with an unhappy one goes on. Written for this story. */
export type Voice = Record<Group, string[]> & { reply: string; back: string; thanks: string; still: string };

/** What each comment is about, as ids of the suggested drivers, in the order of the comments of every language. */
export const subjects: Record<Group, string[]> = {
  detractor: ["service", "price", "delivery", "ease", "price"],
  passive: ["service", "delivery", "ease"],
  promoter: ["service", "delivery", "service", "quality"],
};

export const voices: Record<Locale, Voice> = {
  en: {
    detractor: [
      "Third week without an answer about the missing part. I had to explain it to three people.",
      "The invoice was wrong again, and the credit note took a month.",
      "You promised Tuesday and came on Friday. Nobody called.",
      "The portal loses what I typed whenever it logs me out.",
      "The price went up and all I got was a form letter.",
    ],
    passive: [
      "Works as it should, but it takes long to reach somebody by phone.",
      "Fine on the whole. The delivery note could be clearer.",
      "Good people, slow systems.",
    ],
    promoter: [
      "Maja remembered what we agreed last year and had it done before I asked.",
      "On time, every time. That is all I need.",
      "When something goes wrong you call before I do.",
      "I recommend you to everybody who asks, and I have.",
    ],
    reply:
      "I am sorry about this. I have looked into it and will call you this afternoon with what we can do.",
    back: "Thank you, that was quick. Let us see whether it holds this time.",
    thanks: "Thank you for the call. It is solved on our side.",
    still: "Better, but the credit note you spoke of has still not come.",
  },
  sv: {
    detractor: [
      "Tredje veckan utan svar om delen som saknas. Jag har fått förklara för tre personer.",
      "Fakturan blev fel igen och krediten tog en månad.",
      "Ni lovade tisdag och kom på fredag. Ingen ringde.",
      "Portalen loggar ut mig mitt i allt och glömmer vad jag skrivit.",
      "Priset höjdes och allt vi fick var ett massutskick.",
    ],
    passive: [
      "Det fungerar, men det tar lång tid att få tag på någon i telefon.",
      "Helt okej. Följesedeln kunde vara tydligare.",
      "Trevliga människor, långsamma system.",
    ],
    promoter: [
      "Chauffören ringde innan och väntade tills vi hade lastat av.",
      "Alltid i tid. Mer behöver jag inte.",
      "När något går snett hör ni av er först.",
      "Vi har bytt två gånger och kommit tillbaka. Nu stannar vi.",
    ],
    reply:
      "Jag är ledsen för det här. Jag har gått igenom ärendet och ringer dig i eftermiddag om vad vi kan göra.",
    back: "Tack, det gick snabbt. Vi får se om det håller den här gången.",
    thanks: "Tack för samtalet. Det är löst hos oss.",
    still: "Bättre, men krediten ni talade om har fortfarande inte kommit.",
  },
  da: {
    detractor: [
      "Tredje uge uden svar om den del, der mangler. Jeg har forklaret det til tre forskellige.",
      "Fakturaen var forkert igen, og kreditnotaen tog en måned.",
      "I lovede tirsdag og kom fredag. Ingen ringede.",
      "Portalen logger mig ud midt i det hele og glemmer, hvad jeg har skrevet.",
      "Prisen steg, og vi fik kun et standardbrev.",
    ],
    passive: [
      "Det virker, men det er svært at få fat i nogen på telefonen.",
      "Udmærket. Følgesedlen kunne være tydeligere.",
      "Flinke folk, langsomme systemer.",
    ],
    promoter: [
      "Bo ringede selv tilbage inden for en time.",
      "Altid til tiden. Mere beder jeg ikke om.",
      "Når noget går galt, ringer I, før jeg gør.",
      "Jeg har anbefalet jer til naboen, og han er også glad.",
    ],
    reply: "Det er jeg ked af. Jeg har set på sagen og ringer til dig i eftermiddag om, hvad vi kan gøre.",
    back: "Tak, det gik hurtigt. Nu må vi se, om det holder denne gang.",
    thanks: "Tak for samtalen. Det er løst hos os.",
    still: "Bedre, men kreditnotaen, I talte om, er stadig ikke kommet.",
  },
  nb: {
    detractor: [
      "Tredje uke uten svar om delen som mangler. Jeg har forklart det til tre stykker.",
      "Fakturaen var feil igjen, og kreditnotaen tok en måned.",
      "Dere lovet tirsdag og kom fredag. Ingen ringte.",
      "Portalen logger meg ut midt i alt og glemmer det jeg har skrevet.",
      "Prisen gikk opp, og alt vi fikk var et standardbrev.",
    ],
    passive: [
      "Det fungerer, men det tar lang tid å få tak i noen på telefon.",
      "Helt greit. Følgeseddelen kunne vært tydeligere.",
      "Hyggelige folk, trege systemer.",
    ],
    promoter: [
      "Sjåføren visste akkurat hvor det skulle, og ryddet etter seg.",
      "Presis hver gang. Mer trenger jeg ikke.",
      "Når noe går galt, ringer dere før jeg rekker det.",
      "Vi har anbefalt dere til hele havna.",
    ],
    reply: "Dette beklager jeg. Jeg har sett på saken og ringer deg i ettermiddag om hva vi kan gjøre.",
    back: "Takk, det gikk fort. Nå får vi se om det holder denne gangen.",
    thanks: "Takk for praten. Det er løst hos oss.",
    still: "Bedre, men kreditnotaen dere snakket om, har fortsatt ikke kommet.",
  },
  fi: {
    detractor: [
      "Kolmas viikko ilman vastausta puuttuvasta osasta. Olen selittänyt asian jo kolmelle ihmiselle.",
      "Lasku oli taas väärin, ja hyvityksessä kesti kuukausi.",
      "Lupasitte tiistaiksi ja tulitte perjantaina. Kukaan ei soittanut.",
      "Portaali kirjaa minut ulos kesken kaiken ja unohtaa, mitä olen kirjoittanut.",
      "Hinta nousi, ja saimme vain vakiokirjeen.",
    ],
    passive: [
      "Toimii kyllä, mutta puhelimella on vaikea saada ketään kiinni.",
      "Ihan hyvä. Lähete voisi olla selkeämpi.",
      "Mukavat ihmiset, hitaat järjestelmät.",
    ],
    promoter: [
      "Asia oli hoidettu ennen kuin ehdin edes kysyä.",
      "Aina ajallaan. Enempää en tarvitse.",
      "Kun jokin menee vikaan, te soitatte ensin.",
      "Olen suositellut teitä jo kahdelle tuttavalle.",
    ],
    reply: "Olen pahoillani tästä. Selvitin asian ja soitan teille iltapäivällä siitä, mitä voimme tehdä.",
    back: "Kiitos, se kävi nopeasti. Katsotaan, pitääkö se tällä kertaa.",
    thanks: "Kiitos puhelusta. Asia on meidän puoleltamme kunnossa.",
    still: "Parempi, mutta luvattu hyvityslasku ei ole vieläkään tullut.",
  },
  de: {
    detractor: [
      "Die dritte Woche ohne Antwort zum fehlenden Teil. Ich musste es drei Leuten erklären.",
      "Die Rechnung war wieder falsch, und die Gutschrift hat einen Monat gedauert.",
      "Zugesagt war Dienstag, gekommen seid ihr am Freitag. Angerufen hat niemand.",
      "Das Portal meldet mich mittendrin ab und vergisst, was ich geschrieben habe.",
      "Der Preis ist gestiegen, und dazu gab es nur einen Serienbrief.",
    ],
    passive: [
      "Läuft, aber am Telefon erreicht man lange niemanden.",
      "In Ordnung. Der Lieferschein könnte klarer sein.",
      "Nette Leute, langsame Systeme.",
    ],
    promoter: [
      "Der Fahrer hat vorher angerufen und beim Abladen geholfen.",
      "Pünktlich, jedes Mal. Mehr brauche ich nicht.",
      "Wenn etwas schiefgeht, ruft ihr an, bevor ich es tue.",
      "Ich empfehle euch weiter, und zwar ungefragt.",
    ],
    reply:
      "Das tut mir leid. Ich habe mir den Fall angesehen und rufe heute Nachmittag an, was wir tun können.",
    back: "Danke, das ging schnell. Mal sehen, ob es diesmal hält.",
    thanks: "Danke für das Gespräch. Bei uns ist es gelöst.",
    still: "Besser, aber die Gutschrift, von der ihr spracht, ist noch immer nicht da.",
  },
};
