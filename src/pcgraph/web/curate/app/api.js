// Asks the server. Every address is below the one of the page, which begins with the secret.

export class Refusal extends Error {
  /** @param {{lines: string[], findings: any[], places?: string[]}} answer @param {number} status */
  constructor(answer, status) {
    super(answer.lines.join("\n"));
    this.findings = answer.findings;
    this.places = answer.places ?? answer.lines; // the same lines with the names in the files
    this.status = status;
  }
}

/** @param {string} path @param {any} [body] sent as JSON by POST */
export async function ask(path, body) {
  const options = body === undefined ? {} :
    { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) };
  let response;
  try {
    response = await fetch(`api/${path}`, options);
  } catch {
    const line = "The server does not answer. Start it again, and open the address that it prints.";
    throw new Refusal({ lines: [line], findings: [] }, 0);
  }
  if (response.ok) {
    return response.json();
  }
  const text = await response.text();
  let answer = { lines: [text.trim()], findings: [] };
  try {
    answer = JSON.parse(text);
  } catch { /* the guard answers in plain text */ }
  throw new Refusal(answer, response.status);
}
