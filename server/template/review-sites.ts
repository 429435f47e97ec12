/** Where the public writes reviews; none of them is offered to satisfied customers alone. */
const reviewSites = [
  ...["trustpilot.", "g.page", "search.google.com/local/writereview", "google.com/maps", "maps.app.goo.gl"],
  ...["yelp.", "tripadvisor.", "capterra.", "g2.com", "getapp.", "softwareadvice.", "feefo.", "reviews.io"],
  ...[
    "trustedshops.",
    "ekomi.",
    "provenexpert.",
    "kununu.",
    "glassdoor.",
    "apps.apple.com",
    "play.google.com/store",
  ],
  ...["prisjakt.", "pricerunner.", "reco.se", "anmeld-haandvaerker.", "jameda.", "idealo.", "sitejabber."],
];

/** The review site that a text leads to, or null. */
export function reviewSiteIn(text: string): string | null {
  const here = text.toLowerCase();
  return reviewSites.find((site) => here.includes(site))?.replace(/\.$/, "") ?? null;
}
