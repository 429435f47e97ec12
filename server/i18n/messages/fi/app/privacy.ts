import type { privacy as english } from "../../en/app/privacy.ts";
import type { Translated } from "../../translated.ts";

export const privacy: Translated<typeof english> = {
  status: "Kenen puoleen asiakkaat kääntyvät tietojensa vuoksi ja kuinka kauan tietoja säilytetään.",
  optional: "vapaaehtoinen",
  save: "Tallenna",
  saving: "Tallennetaan…",
  saved: "Tallennettu",

  contact: "Tietosuojan yhteystaho",
  contactText:
    "Näkyy sivulla, jolla asiakkaat näkevät omat tietonsa, heidän lataamassaan tiedostossa ja kyselyviestien lopussa: siellä tietosuojavastaavan osoite tai muuten rekisterinpitäjän.",
  controller: "Rekisterinpitäjä",
  controllerName: "Yritys",
  controllerEmail: "Sähköposti henkilötietoja koskeville kysymyksille",
  controllerPhone: "Puhelin",
  controllerAddress: "Postiosoite",
  officer: "Tietosuojavastaava",
  officerHint: "Jätä tyhjäksi, jos sellaista ei ole.",
  officerName: "Nimi",
  officerEmail: "Sähköposti",
  officerPhone: "Puhelin",

  retention: "Kuinka kauan tietoja säilytetään",
  retentionText:
    "Joka yö vanhentuneet poistetaan pienissä erissä. Lyhyempi aika ei poista mitään {days} päivään, jotta vahingon voi perua; pidempi on heti voimassa. Luvut pysyvät ennallaan.",
  keep: "Niin kauan kuin työtila on",
  months: "{months, plural, one {# kuukausi} other {# kuukautta}}",
  years: "{years, plural, one {# vuosi} other {# vuotta}}",
  from: "Ei poista mitään ennen {date}; siihen asti voimassa on: {period}.",
  setBy: "Asettaja {name}, {date}.",
  setOn: "Svarin ehdotus {date} alkaen.",
  kind: {
    contacts: "Asiakkaat, joista ei kuulu mitään",
    answers: "Vastausten sanat ja nimet",
    dialogues: "Suljetut keskustelut",
    files: "Tiedostot ja alkuperäiset viestit",
    received: "Muut saapuneet viestit",
    sends: "Lähetettyjen viestien osoitteet",
    evidence: "Avattujen linkkien jäljet",
    notices: "Ilmoitukset ja luonnokset",
  },
  about: {
    contacts:
      "Se, jolta ei ole niin pitkään aikaan kysytty, joka ei ole vastannut eikä kirjoittanut ja jota ei ole tuotu, poistetaan kokonaan. Hän voi palata tuonnin mukana.",
    answers:
      "Kuka vastasi, kommentti ja ominaisuudet. Arvosana jää päivineen, kyselyineen, tiimeineen ja syineen. Vastaus odottaa keskusteluaan.",
    dialogues:
      "Niin kauan suljettuina olleiden tapausten viestit, muistiinpanot, tiedostot, lupaukset ja tunnisteet. Tieto tapauksesta, sen syystä ja ratkeamisesta jää.",
    files: "Liitteet ja saapuneet viestit sellaisinaan. Mitä niissä sanottiin, jää keskusteluun.",
    received: "Palautuneet viestit, automaattiset vastaukset ja se, mikä ei kuulu mihinkään keskusteluun.",
    sends: "Mihin osoitteeseen viesti lähti ja mitä vastaanottava palvelin sanoi. Tieto lähettämisestä jää.",
    evidence: "Mitä linkeistä nähtiin ennen vastauksen lähettämistä, ratkaistuna tai ei.",
    notices:
      "Suljettujen tapausten ilmoitukset ja keskustelukanavien viestit, kesken jääneet luonnokset ja pyynnöt nähdä omat tiedot.",
  },
  elsewhere:
    "Tuontien tiedostot poistetaan 7 päivän kuluttua, samoin tapahtumalokin kokonaiset verkko-osoitteet. Tapahtumaloki säilyy yhtä kauan kuin työtila ja mainitsee asiakkaat vain numerona.",

  preview: "Näytä, mitä tänään poistuisi",
  previewing: "Lasketaan…",
  wouldGo: "Mitä tänään poistuisi ilman armonaikaa",
  wouldGoNothing: "Tänään ei poistuisi mitään.",
  what: "Mitä",
  howMany: "Kuinka monta",
  oldest: "Vanhin alkaen",
  previewFailed: "Laskeminen ei onnistunut. Yritä uudelleen.",

  hold: "Keskeytä kaikki poistot",
  holdTitle: "Keskeytetäänkö kaikki poistot?",
  holdText:
    "Mitään ei poisteta ikänsä vuoksi, ennen kuin joku päättää keskeytyksen, esimerkiksi riita-asian ajan. Asiakkaat voivat silti poistattaa tietonsa.",
  holdReason: "Miksi",
  held: "Mitään ei poisteta ikänsä vuoksi",
  heldBy: "{name} keskeytti poistot {date}: {reason}",
  heldOn: "Keskeytetty {date}: {reason}",
  endHold: "Päätä keskeytys",
  holdEnded: "Vanhentuneet poistetaan taas ensi yöstä alkaen",
  holding: "Poistot on keskeytetty",
  close: "Sulje",

  runs: "Viimeksi poistettu",
  noRuns: "Mitään ei ole vielä poistettu ikänsä vuoksi.",
  day: "Päivä",
  removed: "Poistettu",
  period: "Aika",
  running: "jatkuu",
};
