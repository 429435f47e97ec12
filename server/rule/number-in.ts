/**
 * The number that a value is, or null: "50000", "50,000", "50 000 kr", "1.234,5". One sign with three digits after it parts
 * thousands, else the last sign is the decimal one, as people write in the six languages.
 */
export function numberIn(text: string): number | null {
  const [, sign = "", digits] =
    /^[^\d+−-]{0,5}([+−-]?)\s*[^\d]{0,5}?(\d[\d\s.,'’]{0,30})[^\d]{0,10}$/u.exec(text.slice(0, 60).trim()) ??
    [];
  if (!digits) return null;
  const plain = digits.replace(/[\s'’]/gu, "").replace(/[.,]+$/, "");
  const last = Math.max(plain.lastIndexOf("."), plain.lastIndexOf(","));
  const whole = (part: string) => part.replace(/[.,]/g, "");
  const mark = plain[last];
  const parts = mark === undefined ? 0 : plain.split(mark).length - 1;
  const isDecimal =
    last >= 0 && parts === 1 && (plain.length - last - 1 !== 3 || /[.,]/.test(plain.slice(0, last)));
  const number = Number(isDecimal ? `${whole(plain.slice(0, last))}.${plain.slice(last + 1)}` : whole(plain));
  return sign === "" || sign === "+" ? number : -number;
}
