const draft = `"svar:"+location.pathname.split("/",3).join("/")`;

/**
 * What a page of the survey does where scripts run: says which number is chosen now, asks what fits it, and sends once
 * however often Send is pressed, by a person only. `more` is what else it does.
 */
const enhanced = (more: string) =>
  `(function(d,f,u){function on(n,h,o){n.split(" ").map(function(n){(o||f).addEventListener(n,h,!0)})}
var g={},c=f.comment,sent,acted,b;"chosen why send".split(" ").map(function(i){g[i]=d.getElementById(i)});b=g.send.textContent;
function busy(x){sent=x;g.send.setAttribute("aria-disabled",!!x);g.send.textContent=x?g.send.dataset.sending:b}
on("change",function(e){var n=e.target.value,w=g.why;if(e.target.name=="score")g.chosen.textContent=g.chosen.dataset.text.replace("{score}",n),w.textContent=w.dataset[w.dataset.groups[n]]});
on("click keydown touchmove wheel",function(e){acted|=e.isTrusted},u);
on("submit",function(e){sent||!acted?e.preventDefault():busy(1)});
on("pageshow",function(){busy()},u);${more}
})(document,document.forms[0],window)`;

/** Keeps the comment for this tab until the answer is in. */
const keepDraft = `
var k=${draft};try{c.value=c.value||sessionStorage.getItem(k)||""}catch(e){}
on("input",function(){try{sessionStorage.setItem(k,c.value)}catch(e){}});`;

/**
 * Where a person acts on a page that has been visible for two seconds, says so, then and when the page is left
 * (evidence, RELIABILITY.md 2.1). What was written stays on the page.
 */
const saySeen = `
var seen,t=0;function say(){var n=f.score.value;if(acted&&t>1999&&n&&!sent)seen=navigator.sendBeacon(f.action+"/seen",new URLSearchParams({nonce:f.nonce.value,score:n,visible:t}))}
on("pagehide",say,u);setInterval(function(){if(!d.hidden)t+=500;seen||say()},500);`;

/** On a device that many people use, what somebody left behind unsent is gone after a minute and a half. */
const forgetAbandoned = `
var r;on("click input keydown touchmove wheel",function(){clearTimeout(r);r=setTimeout(function(){location.replace(location.href)},9e4)},u);`;

/** Of the page behind a link of a mail, of a link for everybody, and of a device that many people use. */
export const enhanceAnswer = enhanced(keepDraft + saySeen);
export const enhanceLink = enhanced(keepDraft);
export const enhanceKiosk = enhanced(forgetAbandoned);

/** Once the answer is in, the draft has done its duty. */
export const forgetDraft = `try{sessionStorage.removeItem(${draft})}catch(e){}`;

/** On a device that many people use, the question comes back for the next one after fifteen seconds. */
export const startAgain = `setTimeout(function(){location.replace(document.getElementById("next").href)},15e3)`;
