/** Why a mail came back (RELIABILITY.md D2). The first four say that the address is dead. */
export const hardReasons = ["user_unknown", "host_unknown", "mailbox_moved", "suspended"] as const;
export const softReasons = [
  "mailbox_full",
  "expired",
  "network",
  "too_many_connections",
  "greylist",
  "policy",
  "spam",
  "auth",
  "content",
  "size",
] as const;

export type BounceReason = (typeof hardReasons)[number] | (typeof softReasons)[number];

const hard: ReadonlySet<BounceReason> = new Set(hardReasons);

/** Whether an address with this trouble is dead ("hard") or may work another day or for another mail ("soft"). */
export const severityOf = (reason: BounceReason): "hard" | "soft" => (hard.has(reason) ? "hard" : "soft");

/** The words of mail servers for each reason. What is tried first wins: a full or blocked mailbox is alive. */
const words: [BounceReason, RegExp][] = [
  [
    "mailbox_full",
    /over ?-?quota|quota (?:is )?(?:exceeded|full)|exceed\w*[^.\n]{0,40}(?:quota|storage|mailbox size)|(?:mail ?box|inbox|mail ?folder|account) (?:is |for user is |of .{1,60} is )?(?:currently )?(?:too )?full|(?:mail ?box|inbox) (?:size )?(?:exceeds|exceeded|is over|has reached|reached) (?:its |the )?(?:allowed|maximum|size|storage|limit|quota)|メールボックス[^。\n]{0,10}(?:一杯|いっぱい|満杯|容量)|(?:邮箱|信箱|郵箱)[^。\n]{0,10}(?:已满|空间不足|超过|滿)|почтовый ящик[^.\n]{0,30}переполнен|mail ?box.{0,40}(?:size limit|is full)|full mail ?box|mailfull|out of (?:storage|disk) space|insufficient (?:disk|storage|system storage)|not enough (?:storage|disk) ?space|no space left|disk (?:is )?full|user (?:is )?over (?:the )?(?:disk )?quota|(?:postfach|mailbox)[^.\n]{0,40}\bvoll|(?:brevl[åa]da|inkorg|postlåda)[^.\n]{0,40}\bfull|(?:postkasse|indbakke|innboks)\w*[^.\n]{0,40}\b(?:fuld|full)|postilaatik\w+[^.\n]{0,40}täynnä|bo[iî]te[^.\n]{0,40}pleine|casella[^.\n]{0,40}piena|buz[oó]n[^.\n]{0,40}llen|mailbox[^.\n]{0,40}\bvol\b/,
  ],
  ["greylist", /gr[ea]y-?list/],
  [
    "too_many_connections",
    /too many (?:concurrent |simultaneous )?(?:smtp )?(?:connections|sessions|messages|mails|requests|errors)|rate[ -]?limit|(?:daily|hourly|relay(?:ing)?|sending|message) (?:relay |sending |message )?quota|(?:receiving|sending) (?:e?-?mails?|messages) (?:at a rate|too quickly)|throttl|connection limit|message rate|unusual rate|max(?:imum)? (?:number of )?connections|too frequent|exceeded[^.\n]{0,40}(?:hourly|daily|per hour|rate|connections)|tempfail.{0,40}volume|server (?:is )?(?:too )?busy/,
  ],
  [
    "auth",
    /(?:missing|no|invalid|without|does not have|needs?) (?:a |valid )?(?:reverse ?dns|rdns|ptr)|reverse (?:dns|lookup) (?:lookup )?(?:fail|required|not found|does not)|\bspf\b|\bdkim\b|\bdmarc\b|5\.7\.(?:26|23|20|27|30|509|515)\b|not authenticated|unauthenticated|authenticat\w+ (?:is )?(?:failed|required|checks)|sender (?:address )?verif|sender verify fail|could not verify (?:the )?sender|sender (?:address )?(?:rejected|denied|domain)/,
  ],
  [
    "spam",
    /\bspam\b|spamhaus|spamcop|\bspam[^a-z]|(?:black|block|deny) ?-?list|\b[dr]bl\b|\bdnsbl\b|\brblsmtpd\b|unsolicited|junk ?mail|looks like (?:bulk|junk)|bulk mail|(?:low|poor|bad|sender|ip) reputation|reputation (?:of|is|block)|barracuda ?central|senderscore|cloudmark|\bs31[45]0\b|\bcs01\b|bl000\d\d|banned sending ip|s3(?:115|140|150)|(?<!not )listed (?:in|on|at|by) /,
  ],
  [
    "size",
    /(?:message|mail|size|length|body)[^.\n]{0,40}(?:too (?:large|big|long)|exceeds (?:the )?(?:maximum|fixed|size|max|limit)|exceed\w* [^.\n]{0,30}(?:size|limit))|maximum (?:message )?size|(?:too large|too big) (?:message|mail|to)|message size|mail size limit|größenbeschränkung|för stort|for stor(?:t)?\b/,
  ],
  [
    "content",
    /virus|malware|trojan|phish|(?:attachment|file type|extension)[^.\n]{0,40}(?:not allowed|blocked|prohibited|forbidden|rejected)|(?:illegal|forbidden|prohibited) (?:attachment|content)|content (?:rejected|filter|not accept|block|reject)|rejected (?:due to|for|because of) (?:its |the )?(?:message )?content|message content|bad (?:header|message|url)|header error|invalid header|rfc ?5?[82]22|not rfc|conversion|8bitmime|smtputf8|lone (?:cr|lf)|bare (?:cr|lf)/,
  ],
  [
    "suspended",
    /(?:account|mail ?box|user|recipient|address|e-?mail)[^.\n]{0,60}(?:\bis |\bhas been |\bwas |\bare )?(?:temporarily )?(?:suspend|disabled|deactivat|inactive|not active|in-?active|(?:been )?closed|locked|frozen|terminated|discontinued|cancelled|canceled)|(?:disabled|suspended|inactive|deactivated|locked|closed) (?:mail ?box|account|user|recipient|address)|account (?:has )?expired|(?:konto|postfach)[^.\n]{0,40}(?:deaktiviert|gesperrt|inaktiv)/,
  ],
  [
    "mailbox_moved",
    /(?:user|recipient|mailbox|account|person|employee|customer)[^.\n]{0,40}(?:has |was )?moved|has (?:a )?(?:new|changed)[^.\n]{0,20}(?:e-?mail )?address|no longer (?:works?|working|employed|with|at|a member|an employee|uses?|in use|on (?:this )?server|valid|available|active|exists?|accept\w*)|address (?:has )?(?:changed|been changed|been replaced)|forward(?:ing)? (?:address|path) (?:unknown|expired)|user not local; please try|left the (?:company|organi[sz]ation)/,
  ],
  [
    "host_unknown",
    /(?:host|domain)(?:(?!said|user|recipient|mail ?box|address|account)[^\n]){0,60}(?:not found|unknown|does ?n[o']t exist|couldn'?t be found|invalid|no longer exists|not exist)|unknown (?:host|domain)|(?:no such|invalid|bad|illegal) (?:host|domain|destination host)|nxdomain|no mx (?:record|host)|(?:no|null) mx\b|nullmx|mx records? point to non-?existent|has no mail exchanger|bad destination (?:system|host)|cannot find (?:your|a|the) (?:domain|mail exchanger|hostname)|couldn'?t find any host|dns(?:lookup)?[^.\n]{0,40}(?:no such|no answer|non-?existent)|lookup of [^\n]{0,80}(?:nxdomain|no answers)|unrouteable mail domain|domain isn'?t (?:found|valid)|does not accept mail \(nullmx\)|der dom[äa]ne|hittade inte domän/,
  ],
  [
    "user_unknown",
    /ディレクトリのリストにありません|(?:ユーザー?|宛先|宛て先|メールアドレス)[^。\n]{0,80}(?:存在しません|見つかりません|不明)|(?:用户|收件人|地址|帐号|账号|帳號)[^。\n]{0,10}(?:不存在|无效|未找到|不正確)|(?:пользовател|адрес|ящик)\p{L}*[^.\n]{0,40}(?:не существует|не найден|неизвест)|(?:user|recipient|mail ?box|account|address|alias|local part|person|addressee|inbox)[^.\n]{0,70}(?:unknown|not (?:be )?(?:found|exist|known|valid|recogni[sz]ed|available here|listed|local|here|registered|a valid)|n[o']t exist|couldn'?t be found|wasn'?t found|does ?n[o']t (?:exist|have|like)|doesn'?t have|non-?exist|invalid|isn'?t (?:valid|found|here)|undeliverable|rejected: access denied|lookup failure|unavailable|verification failed)|(?:unknown|invalid|no such|non-?existent|not a valid|bad destination|unrout(?:e)?able|undeliverable|nonexist\w*|unrecogni[sz]ed|wrong|incorrect|illegal) (?:local |destination |e-?mail |rcpt |recipient'?s? |virtual |final )?(?:user|recipient|mail ?box|account|address|alias|person|addressee|local[ -]part|inbox|domain user)|no (?:such |valid |mailbox|such mailbox|user|account|recipient|inbox)[^.\n]{0,30}(?:user|here|person|by that name|mailbox|address|recipients?|account|exists?|found|with)|(?:couldn'?t|could not|can'?t|cannot|unable to) (?:be )?(?:find|locate|found|verify) (?:the |this |a )?(?:user|recipient|mailbox|address|account)|there is no (?:such )?(?:user|mailbox|account|address|one)|this (?:address|user|account) (?:does ?n[o']t|no longer)|not listed in (?:domino|public)|unrouteable|user\/?recipient unknown|userunknown|recipnotfound|recipient ?not ?found|mailbox ?not ?found|resolver\.adr\.\w*notfound|resolver\.adr\.exrecipnotfound|does not exist|(?:unbekannt|unbekannter|ung[üu]ltig\w*) (?:empf[äa]nger|benutzer|adresse|user)|(?:empf[äa]nger|benutzer|adresse|postfach|konto)[^.\n]{0,60}(?:unbekannt|nicht (?:gefunden|bekannt|vorhanden|verf[üu]gbar)|existiert nicht|ung[üu]ltig)|(?:adress|mottagar|anv[äa]ndar|brevl[åa]da)\w*[^.\n]{0,60}(?:hittades inte|kunde inte hittas|finns inte|ok[äa]nd|ogiltig)|(?:adress|modtager|mottaker|bruger|bruker|postkasse)\w*[^.\n]{0,60}(?:ikke (?:fundet|funnet|findes|finnes)|blev ikke fundet|ble ikke funnet|findes ikke|finnes ikke|ukendt|ukjent|ugyldig)|(?:osoite|vastaanottaja|käyttäjä|postilaatikko)\w*[^.\n]{0,60}(?:ei löyt|ei ole olemassa|tuntematon|virheellinen)|(?:adresse|destinataire|utilisateur)[^.\n]{0,60}(?:inconnue?|introuvable|n'existe pas|invalide)|(?:direcci[oó]n|destinatario|usuario)[^.\n]{0,60}(?:desconocid|no (?:se encontr|existe)|inexistente|no v[aá]lid)|(?:indirizzo|destinatario|utente)[^.\n]{0,60}(?:sconosciut|inesistente|non (?:trovat|esiste|valid))|(?:adres|ontvanger|gebruiker)[^.\n]{0,60}(?:onbekend|niet gevonden|bestaat niet|ongeldig)/u,
  ],
  [
    "expired",
    /retry (?:time|timeout)[^.\n]{0,30}exceed|(?:time|timeout|period) (?:expired|exceeded)|delivery (?:time )?expired|queue\.expired|too long in (?:the )?queue|(?:in|on) (?:the )?queue (?:for )?too long|message (?:has )?expired|delivery[^.\n]{0,40}(?:timed out|expired)|could not be delivered (?:for|in|within) (?:more than )?\d+|not (?:been )?(?:able to be )?delivered (?:for|after|within) \d+|giving up|gave up|undelivered (?:for|after) (?:more than )?\d+|unable to deliver (?:your message )?(?:for|after) \d+|maximum (?:retry|retries|lifetime)|stopped trying/,
  ],
  [
    "network",
    /connection (?:was )?(?:timed? ?out|refused|reset|lost|dropped|closed|failed|died|broken)|(?:timed? ?out|time-?out)|unreachable|no route|network (?:error|is)|(?:mail )?loop|too many hops|hop count|try again|temporar(?:y|ily)|not (?:respond|answer|accept\w* connect)|no answer from|could(?:n'?t| not) connect|socket error|(?:did not|didn'?t) accept our (?:requests? to )?connect|can(?:'?t|not) connect|unable to connect|connect to |deferred|service (?:not available|unavailable)|name service error|servfail|tls |starttls|certificate|local (?:problem|error)|internal (?:server )?error|system (?:error|not)/,
  ],
  [
    "policy",
    /polic(?:y|ies)|access denied|relay|not (?:allowed|permitted|authori[sz]ed|accepted|accept)|restrict|refused|rejected|denied|blocked|prohibit|administrat|only accepts|security|filter|not accepting|disallowed|forbidden|moderat/,
  ],
];

const policyFirst = /^[45]\.7\./;
const deadBeyondDoubt =
  /user unknown|unknown user|no such (?:user|recipient|mailbox)|does(?:n'?t| not) exist|recipient (?:address )?not found|(?:user|recipient|mailbox) not found|invalid (?:recipient|mailbox)|unknown recipient|mailbox (?:is )?(?:disabled|suspended)|account (?:is |has been )?(?:disabled|suspended|closed)/;

/**
 * The reason that a server's words and codes give, or null when they say nothing.
 *
 * The words are asked first, for many servers answer 5.0.0, 5.5.0 or 5.7.1 to everything; with a 5.7 code
 * (policy, RFC 3463 §3.8) only words beyond doubt make an address dead.
 *
 * @param text what the server said, any case and language
 * @param status the enhanced status code (RFC 3463), like 5.1.1, or null
 */
export function reasonOf(text: string, status: string | null): BounceReason | null {
  const said = text.slice(0, 4000).toLowerCase().replace(/[’‘`]/g, "'").replace(/\s+/g, " ");
  const found = words.find(([, pattern]) => pattern.test(said))?.[0] ?? null;
  const byCode = reasonOfStatus(status, said);
  if (found === null) return byCode;
  if (status && policyFirst.test(status) && severityOf(found) === "hard")
    return deadBeyondDoubt.test(said) ? found : "policy";
  if (vague.has(found) && byCode && byCode !== "policy") return byCode;
  return found;
}

/** Words that stand in nearly every report. */
const vague: ReadonlySet<BounceReason> = new Set(["policy", "network"]);

const byStatus: [RegExp, BounceReason][] = [
  [/^[45]\.1\.(?:0|1|3|4|10)$/, "user_unknown"],
  [/^[45]\.1\.2$/, "host_unknown"],
  [/^[45]\.1\.6$/, "mailbox_moved"],
  [/^[45]\.1\.[789]$/, "auth"],
  [/^[45]\.2\.1$/, "suspended"],
  [/^[45]\.2\.2$/, "mailbox_full"],
  [/^[45]\.(?:2\.3|3\.4)$/, "size"],
  [/^[45]\.2\./, "policy"],
  [/^[45]\.3\.[01]$/, "mailbox_full"],
  [/^[45]\.3\./, "network"],
  [/^[45]\.4\.4$/, "host_unknown"],
  [/^[45]\.4\.7$/, "expired"],
  [/^[45]\.4\./, "network"],
  [/^[45]\.5\./, "policy"],
  [/^[45]\.6\./, "content"],
  [/^[45]\.7\./, "policy"],
];

function reasonOfStatus(status: string | null, said: string): BounceReason | null {
  const known = status ? byStatus.find(([pattern]) => pattern.test(status))?.[1] : undefined;
  if (known) return known;
  const code = /(?:^|[^\d.])(5[05][0-4])(?=[ -])/.exec(said)?.[1];
  if (code === "552") return "mailbox_full";
  return code || status ? "policy" : null;
}
