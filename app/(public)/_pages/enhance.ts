const draft = `"svar:"+location.pathname.split("/",3).join("/")`;

/**
 * What the answer page does where scripts run: keeps the comment for this tab until the answer is in, says
 * which number is chosen now, asks what fits it, and sends once however often Send is pressed.
 */
export const enhanceAnswer = `(function(d,f){var c=f.comment,s=d.getElementById("chosen"),w=d.getElementById("why"),b=f.querySelector("button"),v=b.textContent,k=${draft},sent;
try{c.value=c.value||sessionStorage.getItem(k)||""}catch(e){}
c.addEventListener("input",function(){try{sessionStorage.setItem(k,c.value)}catch(e){}});
f.addEventListener("change",function(e){var n=e.target.value;if(e.target.name!="score")return;
s.textContent=s.dataset.text.replace("{score}",n);w.textContent=w.dataset[w.dataset.groups[n]]});
f.addEventListener("submit",function(e){if(sent)return e.preventDefault();sent=1;b.setAttribute("aria-disabled","true");b.textContent=b.dataset.sending});
addEventListener("pageshow",function(){sent=0;b.removeAttribute("aria-disabled");b.textContent=v})
})(document,document.forms[0])`;

/** Once the answer is in, the draft has done its duty. */
export const forgetDraft = `try{sessionStorage.removeItem(${draft})}catch(e){}`;
