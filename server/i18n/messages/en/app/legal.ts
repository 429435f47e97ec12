export const legal = {
  title: "Legal grounds",
  status: "On what ground customers are asked, and what each country accepts. It is advice, not counsel.",
  saved: "Saved",
  save: "Save",
  saving: "Saving…",
  defaults: "Where nothing else is known",
  ground: "Ground of new contacts",
  groundHint:
    "Of those who come without one. An import, a program or a colleague can say it for each contact.",
  country: "Country of contacts that tell none",
  countryHint:
    "An attribute “country” or “land” tells it, or else the end of the address, such as .dk or .fi.",
  countries: {
    DK: "Denmark",
    DE: "Germany",
    SE: "Sweden",
    NO: "Norway",
    FI: "Finland",
    other: "All other countries",
  },
  grounds: {
    consent: "Consent",
    existing_customer: "Customer who was told of the right to object",
    neutral_survey: "Neutral survey only",
    none: "None is known",
  },
  groundHints: {
    existing_customer: "They bought from you, and were told that they may object to questions by e-mail.",
    neutral_survey: "They are asked by neutral surveys only, where their country accepts those.",
    none: "Only people whose consent is recorded are asked, and others by neutral surveys where that is accepted.",
  },
  rules: "What each country accepts",
  rulesText:
    "Whoever has no ground that their country accepts is left out of a campaign, and the report says so. A change holds for mails that are chosen from now on.",
  accepts: "Accepted grounds",
  accept: {
    consent: "Consent",
    existing_customer: "Customers who were told of the right to object",
    neutral_survey: "A neutral survey, whoever is asked",
  },
  reason: "Why",
  reasonHint: "Stands beside the count of those who are left out.",
  changed: "Changed by {name} {when}.",
  proposed: "Back to Svar’s proposal",
  field: {
    legend: "Why we may ask",
    ground: "Legal ground",
    usual: "As for all new contacts",
    source: "Where consent was given",
    sourceHint: "Such as a form, a contract or a conversation.",
    date: "Date of consent",
    import: "Ground of these customers",
    importHint:
      "Those with a date of consent in a column of their own have that consent. Consent on record is never replaced by less.",
  },
};
