/** What one recipient's fields of a delivery status say (RFC 3464 §2.3). */
export type RecipientStatus = {
  recipient: string | null;
  action: "failed" | "delayed" | "delivered" | "relayed" | "expanded" | null;
  status: string | null;
  diagnostic: string;
};

const order = ["failed", "delayed", null, "delivered", "relayed", "expanded"] as const;

/** The recipient that matters most: a failed one before a delayed one before one that was reached. Null without any. */
export function worstRecipient(deliveryStatus: string): RecipientStatus | null {
  const groups = deliveryStatus
    .replace(/\n[ \t]+/g, " ")
    .split(/\n\s*\n/)
    .slice(0, 200)
    .map(fieldsOf)
    .filter((fields) => fields.has("final-recipient") || fields.has("action") || fields.has("status"));
  const found = groups.map(recipientOf);
  return found.sort((a, b) => order.indexOf(a.action) - order.indexOf(b.action))[0] ?? null;
}

function recipientOf(fields: Map<string, string>): RecipientStatus {
  const action = order.find((one) => one !== null && fields.get("action")?.toLowerCase().startsWith(one));
  const diagnostic = [fields.get("diagnostic-code"), fields.get("x-notes"), fields.get("x-display-name")]
    .filter(Boolean)
    .join(" ");
  return {
    recipient: addressOf(fields.get("original-recipient")) ?? addressOf(fields.get("final-recipient")),
    action: action ?? null,
    status: statusIn(fields.get("status") ?? "") ?? statusIn(diagnostic),
    diagnostic: diagnostic.replace(/^\s*(?:smtp|x-[\w-]+|lmtp|unix|x400)\s*;\s*/i, ""),
  };
}

function fieldsOf(group: string): Map<string, string> {
  const fields = new Map<string, string>();
  for (const line of group.split("\n").slice(0, 100)) {
    const [, name, value] = /^([\w-]{1,60}):[ \t]*(.{0,4000})/.exec(line) ?? [];
    if (name && value !== undefined && !fields.has(name.toLowerCase())) fields.set(name.toLowerCase(), value);
  }
  return fields;
}

/** The address in a field like `rfc822; <bo@example.com>`; null when there is none. */
function addressOf(field: string | undefined): string | null {
  return /([^\s<>;,"]{1,200}@[^\s<>;,"()]{1,200})/.exec(field ?? "")?.[1]?.toLowerCase() ?? null;
}

/** The first enhanced status code (RFC 3463) in a text, or null. */
export function statusIn(text: string): string | null {
  return /(?:^|[^\d.])([245]\.\d{1,3}\.\d{1,3})(?![\d.]*\d)/.exec(text.slice(0, 4000))?.[1] ?? null;
}
