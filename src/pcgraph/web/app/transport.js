// Where the answers come from: the endpoint of a server, or the engine in the browser.

import * as endpoint from "./endpoint.js";
import * as inBrowser from "./in_browser.js";
import { DATA } from "./page.js";

/** @type {{ run: Function, resolve: Function, save: Function, prepare: () => void }} */
export const transport = DATA.endpoint ? endpoint : inBrowser;
