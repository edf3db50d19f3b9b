"""Headless Chromium for the checks that open a page: found or installed, started, and driven over WebDriver.

Takes chromium and chromium-driver, which it installs by apt where it may.
"""

import base64
import contextlib
import json
import os
import shutil
import socket
import subprocess
import tempfile
import time
import urllib.error
import urllib.request

ELEMENT = "element-6066-11e4-a52e-4f735466cecf"


def browser():
    """The paths of Chromium and its driver, or None."""
    if not (shutil.which("chromium") and shutil.which("chromedriver")) and shutil.which("apt-get") and os.geteuid() == 0:
        quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL, "check": False}
        subprocess.run(["apt-get", "install", "-y", "chromium", "chromium-driver", "fonts-noto-cjk"], **quiet)
    found = shutil.which("chromium"), shutil.which("chromedriver")
    return found if all(found) else None


class Refused(SystemExit):
    """What the driver would not do, and why."""


class Session:
    def __init__(self, driver, chromium, profile):
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        self.process = subprocess.Popen([driver, f"--port={port}"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        self.base = f"http://127.0.0.1:{port}"
        flags = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--hide-scrollbars",
                 "--disable-background-networking", "--disable-component-update", "--disable-sync",
                 "--disable-dev-shm-usage", "--lang=en", f"--user-data-dir={profile}"]
        options = {"browserName": "chrome", "goog:chromeOptions": {"binary": chromium, "args": flags},
                   "goog:loggingPrefs": {"browser": "ALL"}}
        for _ in range(100):
            try:
                urllib.request.urlopen(self.base + "/status", timeout=5).read()
                break
            except OSError:
                time.sleep(0.1)
        answer = self.call("/session", {"capabilities": {"alwaysMatch": options}})
        self.base += "/session/" + answer["sessionId"]

    def call(self, path, body=None):
        data = None if body is None else json.dumps(body).encode()
        request = urllib.request.Request(self.base + path, data, {"Content-Type": "application/json"})
        try:
            with urllib.request.urlopen(request, timeout=60) as answer:
                return json.load(answer)["value"]
        except urllib.error.HTTPError as error:
            raise Refused(f"{path}: {error.read().decode()[:400]}") from None

    def cdp(self, command, **parameters):
        return self.call("/goog/cdp/execute", {"cmd": command, "params": parameters})

    def js(self, script, *arguments):
        return self.call("/execute/sync", {"script": script, "args": list(arguments)})

    def size(self, width, height):
        self.cdp("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1,
                 mobile=width < 700)

    def scheme(self, name):
        self.cdp("Emulation.setEmulatedMedia", features=[{"name": "prefers-color-scheme", "value": name},
                                                         {"name": "prefers-reduced-motion", "value": "reduce"}])

    def picture(self, path, whole=False):
        time.sleep(0.3)
        shot = self.cdp("Page.captureScreenshot", format="png", captureBeyondViewport=whole)
        path.write_bytes(base64.b64decode(shot["data"]))

    def click(self, css):
        found = self.call("/element", {"using": "css selector", "value": css})
        self.call(f"/element/{found[ELEMENT]}/click", {})

    def keys(self, css, text):
        found = self.call("/element", {"using": "css selector", "value": css})
        self.call(f"/element/{found[ELEMENT]}/value", {"text": text})

    def choose(self, css, value):
        self.js(f"const s = document.querySelector('{css}'); s.value = '{value}';"
                "s.dispatchEvent(new Event('change', {bubbles: true}))")

    def close(self):
        try:
            urllib.request.urlopen(urllib.request.Request(self.base, method="DELETE"), timeout=20).read()
        except OSError:
            pass
        self.process.terminate()
        self.process.wait(20)


@contextlib.contextmanager
def opened(found):
    """A session of the browser that was found, with a profile of its own, which ends with the block."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        session = Session(found[1], found[0], profile)
        try:
            yield session
        finally:
            session.close()


def check(held, what):
    print(("ok      " if held else "FAILED  ") + what)
    if not held:
        raise SystemExit(1)


def no_errors(session):
    errors = [entry for entry in session.call("/se/log", {"type": "browser"}) if entry["level"] in ("SEVERE", "WARNING")]
    check(not errors, f"no error on the console {errors or ''}".rstrip())
