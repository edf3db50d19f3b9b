// Reads what is in the field as it is typed, and shows the report in a frame that can reach nothing of this page.
import init, { parse, report } from "./wanyi_wasm.js";

// less than this after a key nothing is read, and never so often that typing would wait for it
const PAUSE = 120;
const EXAMPLE = `茶山換新顏
2023-09-20 19:32 來源：雲嶺網

今年以來，雲溪縣投入幫扶資金2.3億元，實施項目49個，惠及群眾近12萬人次。

產業進山
2021年以來，縣里新建茶園1.28萬畝，改造老茶園3600餘畝。今年上半年，全縣春茶產量超過900噸，同比增長7.5%。
慢病規範管理率由百分之六十二提高到百分之八十。縣長林若川表示，明年擬投入5000萬元。
`;
// within the frame: where it is scrolled to is told, and a link within the page is no new address
const WITHIN = `<script>
addEventListener("scroll", () => parent.postMessage(scrollY, "*"), { passive: true });
document.addEventListener("click", (event) => {
  const link = event.target.closest("a[href^='#']");
  const to = link && !event.defaultPrevented && document.getElementById(link.getAttribute("href").slice(1));
  if (link) event.preventDefault();
  if (to) to.scrollIntoView({ block: "center" });
});
addEventListener("load", () => scrollTo({ top: AT, behavior: "instant" }));
<\/script></body>`;

const get = (id) => document.getElementById(id);
const [form, text, published, status, result] = ["input", "text", "published", "status", "result"].map(get);
const saves = [get("html"), get("json")];
let frame, shown = "", scrolled = 0, took = 0, timer;

const say = (message, isBad) => {
  status.textContent = message;
  status.classList.toggle("bad", isBad);
};

const show = (page) => {
  shown = page;
  saves.forEach((button) => { button.disabled = !page; });
  result.querySelectorAll(".next").forEach((late) => late.remove());
  if (!page) {
    if (frame) frame.remove();
    [frame, scrolled] = [undefined, 0];
    return;
  }
  // the old one stays until the new one is there, so that nothing flickers
  const next = document.createElement("iframe");
  next.className = "next";
  next.title = "The article with its marks";
  next.setAttribute("sandbox", "allow-scripts");
  next.addEventListener("load", () => {
    if (frame) frame.remove();
    next.classList.remove("next");
    frame = next;
  }, { once: true });
  const end = page.lastIndexOf("</body>");
  next.srcdoc = page.slice(0, end) + WITHIN.replace("AT", String(scrolled)) + page.slice(end + "</body>".length);
  result.append(next);
};

const why = (error) =>
  error instanceof WebAssembly.RuntimeError ? "This text broke the reader; load the page anew." : error.message;

const read = () => {
  if (!text.value.trim()) {
    show("");
    say("Nothing to read yet.", false);
    return;
  }
  if (published.validity.badInput) {
    say("The day of publication is not whole.", true);
    return;
  }
  try {
    const start = performance.now();
    const page = report(text.value, published.value || undefined);
    took = performance.now() - start;
    show(page);
    say(`${[...text.value].length} characters read in ${took.toFixed(1)} ms`, false);
  } catch (error) {
    show("");
    say(why(error), true);
  }
};

const later = () => {
  clearTimeout(timer);
  timer = setTimeout(read, Math.max(PAUSE, 3 * took));
};

const save = (content, type, name) => {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([content], { type }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10000);
};

const saveJson = () => {
  try {
    save(parse(text.value, published.value || undefined), "application/json", "article.json");
  } catch (error) {
    say(why(error), true);
  }
};

addEventListener("message", (event) => {
  if (frame && event.source === frame.contentWindow && Number.isFinite(event.data)) scrolled = event.data;
});

const start = () => {
  text.addEventListener("input", later);
  published.addEventListener("input", later);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => { setTimeout(read); text.focus(); });
  get("example").addEventListener("click", () => { text.value = EXAMPLE; read(); text.focus(); });
  saves[0].addEventListener("click", () => save(shown, "text/html", "article.html"));
  saves[1].addEventListener("click", saveJson);
  read();
};

init().then(start, (error) => say(`The reader could not be loaded: ${error.message}`, true));
