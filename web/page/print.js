// Prints a document that the program exported: its structure is copied, element by element, into a
// section that only paper shows. Styles, scripts, addresses and unknown elements stay behind.

const kept_elements = new Set(['ARTICLE', 'SECTION', 'HEADER', 'FOOTER', 'MAIN', 'DIV', 'H1', 'H2', 'H3', 'H4', 'P', 'UL', 'OL', 'LI',
  'DL', 'DT', 'DD', 'TABLE', 'CAPTION', 'THEAD', 'TBODY', 'TR', 'TH', 'TD', 'STRONG', 'EM', 'B', 'I', 'SPAN', 'SMALL', 'SUB', 'SUP',
  'BR', 'HR', 'BLOCKQUOTE', 'A', 'ASIDE', 'MARK', 'CITE', 'TIME']);
const kept_attributes = ['class', 'lang', 'dir', 'scope', 'colspan', 'rowspan', 'start', 'value'];
const dropped_whole = new Set(['STYLE', 'SCRIPT', 'TITLE', 'META', 'LINK', 'IFRAME', 'OBJECT', 'TEMPLATE', 'NOSCRIPT']);

const paper = document.getElementById('paper');
// The parsed document is never shown and runs nothing; the policy exists because parsing asks for one.
const policy = window.trustedTypes?.createPolicy('hf', { createHTML: (html) => html });

export function print(html) {
  // Even a style that is only parsed counts as a breach of the page's policy.
  const bare = html.replace(/<(style|script)\b[^]*?<\/\1\s*>/gi, '');
  const parsed = new DOMParser().parseFromString(policy ? policy.createHTML(bare) : bare, 'text/html');
  paper.replaceChildren();
  paper.lang = parsed.documentElement.lang || 'en';
  copy_children(parsed.body, paper);
  // After the program has returned: the dialog stops everything on this page.
  setTimeout(() => print_paper(parsed.title), 0);
}

function print_paper(title) {
  const before = document.title;
  if (title) document.title = title;   // the name a PDF gets
  document.body.classList.add('printing');
  paper.hidden = false;
  window.addEventListener('afterprint', () => {
    document.body.classList.remove('printing');
    paper.hidden = true;
    paper.replaceChildren();
    document.title = before;
  }, { once: true });
  window.print();
}

function copy_children(from, to) {
  for (const child of from.childNodes) {
    if (child.nodeType === Node.TEXT_NODE) {
      to.append(child.data);
    } else if (child.nodeType === Node.ELEMENT_NODE && !dropped_whole.has(child.tagName)) {
      const known = kept_elements.has(child.tagName);
      const copied = known ? document.createElement(child.tagName === 'A' ? 'span' : child.tagName) : to;
      if (known) {
        for (const name of kept_attributes) if (child.hasAttribute(name)) copied.setAttribute(name, child.getAttribute(name));
        to.append(copied);
      }
      copy_children(child, copied);
    }
  }
}
