import { chromium } from "@playwright/test";
import { readFileSync } from "node:fs";
const [out, ...files] = process.argv.slice(2);
const b = await chromium.launch({ executablePath: "/usr/bin/chromium", args: "--no-sandbox --disable-gpu --disable-quic --no-first-run".split(" ") });
const p = await b.newPage({ viewport: { width: 1600, height: 900 } });
await p.setContent(`<body style="margin:0;background:#888;display:flex;gap:8px;align-items:flex-start;width:max-content">${files.map((f) => `<img src="data:image/png;base64,${readFileSync(`/tmp/svar-b/${f}.png`).toString("base64")}">`).join("")}`);
await p.locator("body").screenshot({ path: `/tmp/svar-b/${out}.png` });
await b.close();
