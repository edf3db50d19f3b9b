"""Opens the page for a browser in headless Chromium: an article is pasted, its marks appear, and nothing goes wrong.

    python3 .ci/page.py FOLDER

Ends with 77 where there is no browser to be had. Writes pictures into FOLDER/../pictures.
"""

import contextlib
import json
import pathlib
import socket
import subprocess
import sys
import time

from chromium import Refused, browser, check, no_errors, opened

ARTICLE = """茶山換新顏
來源：雲嶺網

去年雲溪縣投入資金2.3億元，新建茶園1.28萬畝，同比增長7.5%。今年擬再投入5000萬元。
"""
AMOUNTS = ["2.3億元", "1.28萬畝", "7.5%", "5000萬元"]
PARSED = """return import('./wanyi_wasm.js').then(wanyi => {
  try { return wanyi.parse(arguments[0], arguments[1]); } catch (error) { return error.message; }
})"""


@contextlib.contextmanager
def served(folder):
    """The address of the page, served as its README says."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "http.server", "--bind", "127.0.0.1", "-d", str(folder), str(port)]
    server = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        for _ in range(100):
            with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=5):
                break
            time.sleep(0.1)
        yield f"http://127.0.0.1:{port}/"
    finally:
        server.terminate()
        server.wait(20)


def says(session, wanted):
    """Waits until the page says what is wanted."""
    said = ""
    for _ in range(300):
        said = session.js("return document.getElementById('status').textContent")
        if wanted in said:
            break
        time.sleep(0.1)
    check(wanted in said, f"says {said!r}")


def shows(session, script, wanted, what):
    """Waits until a script returns what is wanted within the frame of the report, which another may take the place of."""
    found = None
    for _ in range(100):
        with contextlib.suppress(Refused):
            session.call("/frame", {"id": session.call("/element", {"using": "css selector", "value": "iframe"})})
            found = session.js(script)
        session.call("/frame", {"id": None})
        if found == wanted:
            break
        time.sleep(0.1)
    check(found == wanted, f"{what}: {found}")


def dated(session, day):
    session.js(f"const p = document.getElementById('published'); p.value = '{day}'; p.dispatchEvent(new Event('input'))")


def parses(session):
    """The function that the module exports."""
    article = json.loads(session.js(PARSED, ARTICLE, "2023-09-20"))
    found = [quantity["text"] for section in article["sections"] for paragraph in section["paragraphs"]
             for quantity in paragraph["quantities"]]
    check(found == AMOUNTS, f"parse() reads {found}")
    check(session.js(PARSED, ARTICLE, "20/9/2023") == '"20/9/2023" is no ISO 8601 date', "parse() says what is wrong")


def run(session, address, pictures):
    session.size(1440, 900)
    session.scheme("light")
    session.call("/url", {"url": address})
    says(session, "Nothing to read yet.")
    session.js("document.getElementById('text').focus()")
    session.cdp("Input.insertText", text=ARTICLE)
    says(session, f"{len(ARTICLE)} characters read in ")
    marks = "return [...document.querySelectorAll('.text .q')].map(mark => mark.textContent)"
    shows(session, marks, AMOUNTS, "marks")
    dated(session, "2023-09-20")
    year = "return document.querySelector('tbody').textContent.includes('2022-01-01')"
    shows(session, year, True, "the day of publication counts")
    parses(session)
    session.picture(pictures / "page_light.png")

    session.cdp("Input.insertText", text="另有學校3所。")
    says(session, f"{len(ARTICLE) + 7} characters read in ")
    shows(session, marks, [*AMOUNTS, "3所"], "what is typed after it is read as well")
    session.scheme("dark")
    session.picture(pictures / "page_dark.png")
    session.scheme("light")
    session.size(360, 780)
    wide = session.js("return document.documentElement.scrollWidth")
    check(wide <= 360, f"{wide} px of 360 on a phone")
    session.picture(pictures / "page_phone.png")
    session.js("document.getElementById('result').scrollIntoView({ behavior: 'instant' })")
    session.picture(pictures / "page_phone_result.png")
    session.click("button[type=reset]")
    says(session, "Nothing to read yet.")
    check(session.js("return document.querySelectorAll('iframe').length") == 0, "what was cleared is gone")
    session.click("#example")
    says(session, "characters read in ")
    no_errors(session)


def main():
    folder = pathlib.Path(sys.argv[1]).resolve()
    found = browser()
    if not found:
        print("skipped: no chromium with its driver")
        raise SystemExit(77)
    pictures = folder.parent / "pictures"
    pictures.mkdir(parents=True, exist_ok=True)
    with served(folder) as address, opened(found) as session:
        run(session, address, pictures)


main()
