import { type Refusal, refusal } from "#server/refusal.ts";
import type { ImportKind, Mapping, Target } from "./schema.ts";

/** No name that we know is longer; what is takes long to look at. */
const longestName = 200;

/** How columns are called in the six languages, in lower case and letters only. */
const names: Partial<Record<Target, string[]>> = {
  email:
    "email epost epostadress epostadresse emailaddress emailadresse mail mailadresse mejl mejladress sähköposti sähköpostiosoite".split(
      " ",
    ),
  name: "name namn navn nimi fullname fulltnamn kontakt kontaktperson kontaktnamn kontaktnavn contact contactname kundnamn kundenavn customer kunde asiakas".split(
    " ",
  ),
  locale: "language språk sprog kieli sprache lang locale languagecode språkkod sprogkode språkkode".split(
    " ",
  ),
  account:
    "account company företag firma virksomhed bedrift selskap yritys unternehmen companyname firmanamn firmanavn företagsnamn kundföretag organisation organization".split(
      " ",
    ),
  team: "team avdelning afdeling avdeling osasto abteilung department grupp tiimi".split(" "),
  employee:
    "employee owner accountmanager kundansvarig kundeansvarlig yhteyshenkilö betreuung knownby säljare sælger selger medarbejder medarbetare ansatt ansvarig ansvarlig myyjä työntekijä vastuuhenkilö mitarbeiter betreuer ansprechpartner agent".split(
      " ",
    ),
  externalId:
    "id externalid customerid kundid kundnummer kundenummer kundenr asiakasnumero kundennummer crmid yourid ertid jeresid deresid omatunnus eurekennung".split(
      " ",
    ),
  consentedAt:
    "consent consentdate consentedat dateofconsent optin optindate samtycke samtyckesdatum samtykke samtykkedato suostumus suostumuspäivä einwilligung einwilligungsdatum".split(
      " ",
    ),
  groundSource:
    "consentsource sourceofconsent samtyckeskälla samtykkekilde suostumuksenlähde einwilligungsquelle".split(
      " ",
    ),
  score:
    "score rating nps npsscore npsbetyg omdömesbetyg vurdering betyg karakter arvosana bewertung note poäng pisteet punkte svar answer".split(
      " ",
    ),
  comment:
    "comment comments review reviews omdöme recension anmeldelse arvostelu feedback text kommentar kommentarer kommentti palaute kommentare begründung motivering reason verbatim".split(
      " ",
    ),
  answered:
    "date answered besvarat besvaret besvart vastattu beantwortet answeredat respondedat datum dato päivä päivämäärä svarsdatum svarsdato timestamp created createdat reviewdate answerdate surveydate submitted submittedat tid aika zeit".split(
      " ",
    ),
};

/** The column that our own file of rows which were not imported has beside those of the original (failed-rows.ts). */
const ownColumn =
  /^(?:whynotimported|varförinteimporterad|hvorforikkeimporteret|hvorforikkeimportert|miksieituotu|warumnichtimportiert)$/;

const byKind: Record<ImportKind, Target[]> = {
  contacts: [
    ...["email", "name", "locale", "account", "team", "employee", "externalId"],
    ...["consentedAt", "groundSource"],
  ] as Target[],
  responses: ["score", "comment", "answered", "email", "name"],
};

/**
 * What each column of `header` probably holds, by its name. Each target is given once, to the first column
 * that fits; every other column is kept as an attribute.
 */
export function guessMapping(header: readonly string[], kind: ImportKind): Mapping {
  const free = new Set(byKind[kind]);
  return Object.fromEntries(
    header.map((column) => {
      const plain = column
        .slice(0, longestName)
        .toLowerCase()
        .replace(/\([^)]*\)/g, "")
        .replace(/\P{L}+/gu, "");
      const target = [...free].find((candidate) => names[candidate]?.includes(plain));
      if (target) free.delete(target);
      return [column, target ?? (ownColumn.test(plain) ? "ignore" : "attribute")];
    }),
  );
}

/** What is wrong with a mapping as a whole, in words, or null: a needed target is missing or one is given twice. */
export function mappingProblem(mapping: Mapping, kind: ImportKind): Refusal | null {
  const needed = kind === "contacts" ? "email" : "score";
  const targets = Object.values(mapping);
  if (!targets.includes(needed)) {
    return kind === "contacts" ? refusal("columnEmail") : refusal("columnScore");
  }
  const twice = byKind[kind].find((target) => targets.filter((one) => one === target).length > 1);
  return twice ? refusal("columnsTwice", { target: twice }) : null;
}
