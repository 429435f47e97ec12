import QRCode from "qrcode";

/** A QR code (ISO/IEC 18004) to be drawn: modules on a side, and an SVG path of the dark ones. */
export function qrCodeOf(text: string): { size: number; path: string } {
  const { size, data } = QRCode.create(text, { errorCorrectionLevel: "M" }).modules;
  const dark = Array.from(data.keys()).filter((at) => data[at]);
  return { size, path: dark.map((at) => `M${at % size} ${Math.floor(at / size)}h1v1h-1z`).join("") };
}
