"""A client for Debian's Firefox, over WebDriver BiDi: Playwright drives only a Firefox of its own.

A `Tab` has the part of Playwright's interface that :mod:`browser.desk` needs: the same helpers read both browsers.
"""

from __future__ import annotations

import json
import re
import signal
import subprocess
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import websocket

PATIENCE = 90  # seconds; a busy machine is no fault of the page
LIFE = 6 * 3600  # seconds after which a Firefox ends in any case, even when the tests were killed
TURNS = 2000  # how often a page may be asked whether something is true: a busy machine makes each turn longer
SETTINGS = {
    "browser.shell.checkDefaultBrowser": False,
    "datareporting.policy.dataSubmissionEnabled": False,
    "app.update.enabled": False,
    "browser.startup.homepage_override.mstone": "ignore",
    "services.settings.server": "data:,#none",
    "ui.prefersReducedMotion": 1,
}
KEYS = {
    "Tab": "\ue004", "Enter": "\ue007", "Shift": "\ue008", "Control": "\ue009", "Escape": "\ue00c", "Space": " ",
    "End": "\ue010", "Home": "\ue011", "Delete": "\ue017", "Backspace": "\ue003",
    "ArrowLeft": "\ue012", "ArrowUp": "\ue013", "ArrowRight": "\ue014", "ArrowDown": "\ue015",
}  # fmt: skip
# Everything that a page must not do: noted before its own scripts run.
WATCH = """() => { window.violations = [];
    addEventListener("securitypolicyviolation", ({ violatedDirective: rule, blockedURI: address }) =>
      violations.push(`${rule} ${address}`)); }"""


class Firefox:
    """A headless Firefox with a profile of its own."""

    def __init__(self, program: str, profile: Path, env: Mapping[str, str], *, dark: bool = False) -> None:
        settings = SETTINGS | {"layout.css.prefers-color-scheme.content-override": 0 if dark else 1}
        lines = [f"user_pref({json.dumps(name)}, {json.dumps(value)});\n" for name, value in settings.items()]
        (profile / "user.js").write_text("".join(lines), encoding="utf-8")
        words = [program, "--headless", "--no-remote", "--profile", str(profile), "--remote-debugging-port", "0"]
        log = profile / "log.txt"
        with log.open("w") as out:
            self.process = subprocess.Popen(
                words, env=dict(env), stdout=out, stderr=out, preexec_fn=lambda: signal.alarm(LIFE)
            )
        while not (address := re.findall(r"ws://[\w.:\[\]]+", log.read_text(encoding="utf-8"))):
            assert self.process.poll() is None, f"Firefox does not listen:\n{log.read_text(encoding='utf-8')}"
            time.sleep(0.1)
        self.socket = websocket.create_connection(f"{address[0]}/session", timeout=PATIENCE, suppress_origin=True)
        self.sent = 0
        self.seen: list[str] = []  # requests, console messages and errors of all tabs
        self.call("session.new", capabilities={})
        self.call("session.subscribe", events=["log.entryAdded", "network.beforeRequestSent", "network.fetchError"])
        self.call("script.addPreloadScript", functionDeclaration=WATCH)

    def call(self, method: str, **params: Any) -> Any:
        """Send a command and return its result; note the events that come before it."""
        self.sent += 1
        self.socket.send(json.dumps({"id": self.sent, "method": method, "params": params}))
        while True:
            message = json.loads(self.socket.recv())
            if message.get("id") == self.sent:
                if message["type"] == "error":
                    raise AssertionError(f"{method}: {message['error']}: {message['message']}")
                return message["result"]
            self._note(message)

    def _note(self, message: dict[str, Any]) -> None:
        if message.get("method") == "log.entryAdded":
            self.seen.append(str(message["params"]["text"]))
        elif message.get("method") == "network.beforeRequestSent":
            address = message["params"]["request"]["url"]
            if not address.startswith(("file:", "blob:", "data:")):
                self.seen.append(address)

    def open(self, file: Path, hash: str = "", *, width: int = 1440, height: int = 900) -> Tab:
        """Open a file without a network and wait until its picture stands."""
        tab = Tab(self, self.call("browsingContext.create", type="tab")["context"])
        self.call("browsingContext.setViewport", context=tab.context, viewport={"width": width, "height": height})
        self.call("emulation.setNetworkConditions", contexts=[tab.context], networkConditions={"type": "offline"})
        self.call("browsingContext.navigate", context=tab.context, url=file.as_uri() + hash, wait="complete")
        tab.wait("document.documentElement.dataset.ready === 'true'")
        return tab

    def visit(
        self,
        address: str,
        *,
        ready: str = "document.documentElement.dataset.ready",
        width: int = 1440,
        height: int = 900,
    ) -> Tab:
        """Open a page of a host and wait until its script has run; its requests are among `seen`."""
        tab = Tab(self, self.call("browsingContext.create", type="tab")["context"])
        self.call("browsingContext.setViewport", context=tab.context, viewport={"width": width, "height": height})
        self.call("browsingContext.navigate", context=tab.context, url=address, wait="complete")
        tab.wait(ready)
        return tab

    def close(self) -> None:
        self.socket.close()
        self.process.terminate()
        self.process.wait(PATIENCE)


class Tab:
    """A tab of Firefox. `evaluate` and `press` work as in Playwright."""

    def __init__(self, browser: Firefox, context: str) -> None:
        self.browser, self.context = browser, context

    def evaluate(self, expression: str, arg: object = None) -> Any:
        """Return the value of an expression, or of the function that it is, called with `arg`."""
        function = f"""async text => {{ const found = ({expression.strip()});
            const value = typeof found === "function" ? await found(JSON.parse(text)) : await found;
            return JSON.stringify(value) ?? "null"; }}"""
        result = self.browser.call(
            "script.callFunction",
            functionDeclaration=function,
            arguments=[{"type": "string", "value": json.dumps(arg)}],
            target={"context": self.context},
            awaitPromise=True,
            userActivation=True,
        )
        assert result["type"] == "success", result["exceptionDetails"]["text"]
        return json.loads(result["result"]["value"])

    def wait(self, expression: str) -> None:
        """Wait until an expression is true."""
        for _ in range(TURNS):
            if self.evaluate(f"Boolean({expression})"):
                return
            time.sleep(0.05)
        raise AssertionError(f"not true after {TURNS:,} turns of the page: {expression}")

    def _act(self, kind: str, actions: list[dict[str, Any]], **settings: Any) -> None:
        source = {"type": kind, "id": kind, "actions": actions, **settings}
        self.browser.call("input.performActions", context=self.context, actions=[source])

    def move(self, x: float, y: float) -> None:
        self._act("pointer", [{"type": "pointerMove", "x": round(x), "y": round(y)}])

    def click_at(self, x: float, y: float) -> None:
        """Click a point of the frame with the mouse."""
        at = {"type": "pointerMove", "x": round(x), "y": round(y)}
        self._act("pointer", [at, {"type": "pointerDown", "button": 0}, {"type": "pointerUp", "button": 0}])

    def drag(self, start: tuple[float, float], end: tuple[float, float]) -> None:
        steps = [(start[0] + share * (end[0] - start[0]), start[1] + share * (end[1] - start[1])) for share in (0.5, 1)]
        move = [{"type": "pointerMove", "x": round(x), "y": round(y), "duration": 40} for x, y in (start, *steps)]
        self._act(
            "pointer", [move[0], {"type": "pointerDown", "button": 0}, *move[1:], {"type": "pointerUp", "button": 0}]
        )

    def click(self, selector: str) -> None:
        """Scroll an element into view and click its middle with the mouse."""
        place = self.evaluate(
            """selector => { const one = document.querySelector(selector);
                 one.scrollIntoView({ block: "nearest" });
                 const { x, y, width, height } = one.getBoundingClientRect();
                 return [x + width / 2, y + height / 2]; }""",
            selector,
        )
        self.click_at(*place)

    def press(self, *keys: str) -> None:
        """Press keys one after the other; `Shift+Tab` holds the first."""
        actions = []
        for key in keys:
            parts = [KEYS.get(part, part) for part in (key.split("+") if len(key) > 1 else [key])]
            actions += [{"type": "keyDown", "value": part} for part in parts]
            actions += [{"type": "keyUp", "value": part} for part in reversed(parts)]
        self._act("key", actions)

    def text(self, selector: str) -> str:
        found: str = self.evaluate("selector => document.querySelector(selector).innerText", selector)
        return found

    def close(self) -> None:
        self.browser.seen += self.evaluate("window.violations")
        self.browser.call("browsingContext.close", context=self.context)
