/**
 * The style of all of a respondent's pages (UX.md 3.1 and 4.4), no font of its own. The scale is 11 columns
 * from 560 px on and 6 + 5 below; a box is never under 44 px from 320 px on.
 */
export const look = `
:root{color-scheme:light dark;--bg:#fbfaf7;--sf:#fff;--ls:#838076;--ln:#dedcd5;--tx:#12221e;--mu:#45504b;--br:#1b4a3a;--on:#fff;--al:#ac172b}
@media(prefers-color-scheme:dark){:root{--bg:#0c1513;--sf:#141e1c;--ls:#7c8a84;--ln:#34403c;--tx:#eeede7;--mu:#b0b2a9;--br:#7ecaa9;--on:#091513;--al:#ff8a8f}}
@media(prefers-contrast:more){:root{--ls:var(--tx);--mu:var(--tx)}}
*{box-sizing:border-box}
body{margin:0;background:var(--bg);color:var(--tx);font:1rem/1.5 system-ui,-apple-system,sans-serif;overflow-wrap:anywhere;-webkit-text-size-adjust:100%}
main{max-width:36rem;margin:0 auto;padding:20px 16px 32px;box-sizing:content-box}
h1{margin:0;font-size:1.375rem;line-height:1.3}
p{margin:0 0 16px}
.from{color:var(--mu)}
.mu{color:var(--mu);font-size:.875rem}
fieldset{margin:0 0 20px;padding:0;border:0;min-width:0}
legend{padding:0;margin:0 0 12px}
legend span{display:block;margin-top:8px}
.scale{display:grid;grid-template-columns:repeat(6,1fr);gap:6px 4px}
.scale label,.chips label{position:relative}
.scale input,.chips input{position:absolute;inset:0;width:100%;height:100%;margin:0;opacity:0;cursor:pointer}
.scale span,.chips label span,textarea,input[type=tel]{border:1px solid var(--ls);border-radius:6px;background:var(--sf)}
.scale span{display:flex;align-items:center;justify-content:center;min-height:48px;font-size:1.125rem;font-weight:700;position:relative}
input:hover+span{border-color:var(--tx)}
input:checked+span{background:var(--tx);border-color:var(--tx);color:var(--bg)}
.scale input:checked+span{padding-bottom:10px}
.scale input:checked+span::after,.chips input:checked+span::before{content:"";position:absolute;bottom:9px;width:10px;height:5px;border:solid;border-width:0 0 2px 2px;transform:rotate(-45deg)}
:focus-visible,input:focus-visible+span{outline:2px solid var(--tx);outline-offset:2px}
.sr{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
textarea,input[type=tel]{display:block;width:100%;padding:10px 12px;color:inherit;font:inherit}
textarea{min-height:7rem;margin:6px 0 16px;resize:vertical}
.chips legend span{display:inline}
.chips label{display:inline-block;margin:0 8px 8px 0}
.chips label span{display:block;min-height:44px;padding:9px 16px;border-radius:22px}
.chips input:checked+span::before{position:static;display:inline-block;margin:0 8px 4px 0}
.tick{position:relative;margin:0 0 8px}
.tick>input{position:absolute;left:0;top:10px;width:24px;height:24px;margin:0;accent-color:var(--br)}
.tick>label{display:block;padding:10px 0 10px 36px;min-height:44px}
.how,.tel{margin:0 0 8px 36px}
#contact:not(:checked)~.how,#by-phone:not(:checked)~.tel{display:none}
input[type=tel]{max-width:20rem;min-height:44px}
button{min-height:48px;padding:0 32px;border:1px solid transparent;border-radius:6px;background:var(--br);color:var(--on);font:inherit;font-weight:700;cursor:pointer}
[aria-disabled=true]{opacity:.7}
#chosen:empty,.send{margin:0}
.send{display:flex;flex-wrap:wrap;gap:8px 16px;align-items:center}
a{color:var(--br);text-underline-offset:2px}
footer{margin-top:32px;padding-top:12px;border-top:1px solid var(--ln);display:flex;flex-wrap:wrap;gap:4px 16px}
footer>*{padding:8px 0}
.test{padding:8px 12px;border:1px dashed var(--ls);border-radius:6px}
h1+p{margin-top:12px}
.bad{margin:0 0 20px;padding:12px 16px;border:1px solid var(--al);border-inline-start-width:4px;border-radius:6px}
h2{margin:0;font-size:1rem}
.bad a,.err{color:var(--al)}
.bad p,.err{margin:4px 0 0}
.err{margin-bottom:8px;font-weight:500}
[aria-invalid] .scale span,[aria-invalid]{border-color:var(--al)}
@media(min-width:560px){main{padding-top:48px}.scale{grid-template-columns:repeat(11,1fr)}h1{font-size:1.5rem}}
@media(forced-colors:active){input:checked+span{border:3px solid Highlight}button{border-color:ButtonText}}
`.replaceAll("\n", "");

/** What the customer's own page and the one to be left alone have beside it: headings, quotes, quiet buttons. */
export const ownLook = `
h2{margin:32px 0 8px;font-size:1.1rem}
.bad h2{margin:0;font-size:1rem}
blockquote{margin:0 0 16px;padding-inline-start:12px;border-inline-start:2px solid}
.quiet{padding:0 20px;margin:0 8px 8px 0;border-color:var(--ls);background:none;color:var(--tx)}
`.replaceAll("\n", "");
