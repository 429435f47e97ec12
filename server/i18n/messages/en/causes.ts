/** The causes that every workspace begins with, until somebody names them otherwise. */
export const causes = {
  delivery: "Delivery",
  deliveryLate: "Late",
  deliveryDamaged: "Damaged",
  deliveryMissing: "Something missing",

  quality: "Product or quality",
  qualityFaulty: "Faulty",
  qualityExpected: "Not as expected",

  price: "Price or invoice",
  priceHigh: "Too expensive",
  priceInvoice: "Wrong invoice",

  waiting: "Waiting time or availability",
  waitingLong: "Long wait",
  waitingReach: "Hard to reach",

  communication: "Communication",
  communicationUnclear: "Unclear information",
  communicationPromise: "Promise not kept",

  digital: "Website or app",
  digitalHard: "Hard to use",
  digitalFault: "Did not work",

  staff: "Staff",
  staffManner: "Manner",
  staffKnowledge: "Lack of knowledge",

  misunderstanding: "Misunderstanding",

  other: "Other",
};

export type CauseMessages = { readonly [Key in keyof typeof causes]: string };
