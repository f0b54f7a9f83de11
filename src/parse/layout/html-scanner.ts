import { Tokenizer } from 'htmlparser2';
import type { Span } from '../../model/article.ts';

/** What an HTML page gives, in order: text, the edges of elements, and addresses that name an article. */
export interface HtmlHandler {
  /** A stretch of text, entities still as they are. */
  text(from: number, to: number): void;
  open(tag: HtmlTag): void;
  close(name: string): void;
}

export interface HtmlTag {
  name: string;
  /** The value of its class, in lower case. */
  className: string;
  /** Where its href's value stands, or null. */
  href: Span | null;
}

/** Elements whose content is no part of a page's text. */
const HIDDEN = new Set([
  'head',
  'script',
  'style',
  'nav',
  'noscript',
  'header',
  'footer',
  'button',
  'select',
  'iframe',
  'svg',
  'template',
  'textarea',
  'object',
]);

/** Walks through the tags and text of an HTML page without building a tree; hidden elements are passed over. */
export function scanHtml(text: string, handler: HtmlHandler): void {
  let tag: HtmlTag = { name: '', className: '', href: null };
  let attribute = '';
  let value: Span | null = null;
  let hidden = '';
  let depth = 0;
  const tokenizer = new Tokenizer(
    { decodeEntities: false },
    {
      ontext(from, to) {
        if (hidden === '') handler.text(from, to);
      },
      onopentagname(from, to) {
        tag = { name: text.slice(from, Math.min(to, from + 20)).toLowerCase(), className: '', href: null };
      },
      onattribname(from, to) {
        attribute = to - from > 12 ? '' : text.slice(from, to).toLowerCase();
        value = null;
      },
      onattribdata(from, to) {
        value = { from: value?.from ?? from, to };
      },
      onattribend() {
        if (value === null) return;
        if (attribute === 'class')
          tag.className = text.slice(value.from, Math.min(value.to, value.from + 80)).toLowerCase();
        if (attribute === 'href') tag.href = value;
      },
      onopentagend() {
        opened();
      },
      onselfclosingtag() {
        opened();
        if (hidden === tag.name && --depth === 0) hidden = '';
      },
      onclosetag(from, to) {
        const name = text.slice(from, Math.min(to, from + 20)).toLowerCase();
        if (hidden === '') handler.close(name);
        else if (name === hidden && --depth === 0) hidden = '';
      },
      onattribentity() {},
      oncdata() {},
      oncomment() {},
      ondeclaration() {},
      onend() {},
      onprocessinginstruction() {},
      ontextentity() {},
    },
  );
  const opened = (): void => {
    if (hidden !== '') {
      if (tag.name === hidden) depth++;
      // A head that is never closed ends where the body begins.
      else if (hidden === 'head' && tag.name === 'body') hidden = '';
      return;
    }
    if (HIDDEN.has(tag.name)) {
      hidden = tag.name;
      depth = 1;
    } else handler.open(tag);
  };
  tokenizer.write(text);
  tokenizer.end();
}
