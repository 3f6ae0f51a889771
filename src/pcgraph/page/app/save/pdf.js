// A PDF of one page that holds one picture. The picture is lossless and has the texts in it as the browser draws them, so that
// every script is right without a font in the file. The same picture gives the same bytes: no clock, no random identifier.

const MARGIN = 28; // of the page, in points
const LONG = 841.89, SHORT = 595.28; // A4

/** Return a PDF text string, in UTF-16 and hexadecimal digits, which holds any script. */
const textString = (text) => `<FEFF${Array.from({ length: text.length }, (_, at) =>
  text.charCodeAt(at).toString(16).padStart(4, "0")).join("").toUpperCase()}>`;

/** Return the pixels of a picture without their opacity, each row as its difference to the row above, which packs better. */
function packRows({ data, width, height }) {
  const length = 3 * width + 1;
  const rows = new Uint8Array(length * height);
  for (let y = 0; y < height; y += 1) {
    rows[y * length] = 2; // "up", of the filters of PNG
    for (let x = 0; x < width; x += 1) {
      const from = 4 * (y * width + x), to = y * length + 1 + 3 * x;
      for (let part = 0; part < 3; part += 1) rows[to + part] = data[from + part] - (y ? data[from + part - 4 * width] : 0);
    }
  }
  return rows;
}

/** Return the size of the page that suits a picture, and the place of the picture on it, in points. */
export function pageLayout(width, height) {
  const [pageWidth, pageHeight] = width > height ? [LONG, SHORT] : [SHORT, LONG];
  const scale = Math.min((pageWidth - 2 * MARGIN) / width, (pageHeight - 2 * MARGIN) / height);
  return { pageWidth, pageHeight, scale, left: (pageWidth - width * scale) / 2, top: MARGIN };
}

/** Return the PDF of an image ({data, width, height}, as a canvas has it) as a Blob. `info` has Title, Author and so on. */
export async function createPdf(image, info, language) {
  const { width, height } = image;
  const { pageWidth, pageHeight, scale, left, top } = pageLayout(width, height);
  const stream = new Blob([packRows(image)]).stream().pipeThrough(new CompressionStream("deflate"));
  const pixels = new Uint8Array(await new Response(stream).arrayBuffer());
  const number = (value) => String(Math.round(value * 100) / 100);
  const matrix = [width * scale, 0, 0, height * scale, left, pageHeight - top - height * scale].map(number).join(" ");
  const content = `q ${matrix} cm /P Do Q`;
  const objects = [
    [`<</Type/Catalog/Pages 2 0 R/Lang${textString(language)}/ViewerPreferences<</DisplayDocTitle true>>>>`],
    ["<</Type/Pages/Kids[3 0 R]/Count 1>>"],
    [`<</Type/Page/Parent 2 0 R/MediaBox[0 0 ${pageWidth} ${pageHeight}]/Resources<</XObject<</P 5 0 R>>>>/Contents 4 0 R>>`],
    [`<</Length ${content.length}>>stream\n${content}\nendstream`],
    [`<</Type/XObject/Subtype/Image/Width ${width}/Height ${height}/ColorSpace/DeviceRGB/BitsPerComponent 8/Filter/FlateDecode`
      + `/DecodeParms<</Predictor 15/Colors 3/Columns ${width}>>/Length ${pixels.length}>>stream\n`, pixels, "\nendstream"],
    [`<<${Object.entries(info).map(([name, text]) => `/${name}${textString(text)}`).join("")}>>`],
  ];
  const parts = ["%PDF-1.5\n%\u00e9\u00e9\u00e9\n"];
  const offsets = [];
  // Bytes above 127 are only in the second line, where a Blob writes two for each letter, and in the picture.
  let length = parts[0].length + 3;
  const add = (part) => { parts.push(part); length += part.length; };
  objects.forEach((object, at) => {
    offsets.push(length);
    add(`${at + 1} 0 obj\n`);
    object.forEach(add);
    add("\nendobj\n");
  });
  const start = length;
  add(`xref\n0 ${objects.length + 1}\n0000000000 65535 f \n`);
  for (const offset of offsets) add(`${String(offset).padStart(10, "0")} 00000 n \n`);
  add(`trailer<</Size ${objects.length + 1}/Root 1 0 R/Info 6 0 R>>\nstartxref\n${start}\n%%EOF\n`);
  return new Blob(parts, { type: "application/pdf" });
}
