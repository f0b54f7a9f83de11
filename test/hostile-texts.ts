/** Texts made to make a reader slow: one line or many, of one phrase over and over, in the form of each dialect. */

const Q_HEAD = [
  'DOCUMENT:Q260695  11-NOV-2000  [exchange]',
  'TITLE   :A Title',
  'PRODUCT :Microsoft Exchange',
  'PROD/VER::5.5',
  'OPER/SYS:',
  'KEYWORDS:',
  '',
  '='.repeat(70),
  '-'.repeat(79),
  'The information in this article applies to:',
  '',
  ' - Microsoft Exchange Server, version 5.5 ',
  '-'.repeat(79),
  '',
  'SYMPTOMS',
  '========',
  '',
  '',
].join('\n');

/** Each dialect's form around a body. */
export const FORMS: Record<string, (body: string) => string> = {
  'q-article': (body) => Q_HEAD + body,
  'q-article, flattened': (body) => Q_HEAD.replaceAll('\n', ' ') + body,
  'archive-dump': (body) =>
    `Notice: This website is an unofficial Microsoft Knowledge Base archive.\n\nA title\n\nSymptoms\n\n${body}\n\n↑ Back to the top\n\nArticle Info\nArticle ID : 933682\n`,
  'beta-archive': (body) =>
    `Microsoft KB Archive/817765\n\nFrom BetaArchive Wiki\n\nArticle ID: 817765\n\nArticle Last Modified on 12/3/2007\n\nSYMPTOMS\n\n${body}`,
  'html-page': (body) =>
    `<html><head><title>KB</title></head><body><h1>T</h1><p>Article ID: 817765 - Last Review: March 5, 2008</p><h2>SYMPTOMS</h2><p>in the Microsoft Knowledge Base ${body}</p></body></html>`,
  'learn-markdown': (body) =>
    `---\ntitle: T\nms.date: 04/20/2020\n---\n# T\n\n_Original KB number:_ &nbsp; 4020481\n\n## Symptoms\n\n${body}\n`,
  'support-page': (body) =>
    `Article ID: 943371 - Last Review: March 5, 2008 - Revision: 2.2 T\nSYMPTOMS\nPrerequisites for the hotfix in the Microsoft Knowledge Base ${body}\n`,
};

/** What is repeated: single bytes, words that start a rule, marks of the forms, and whole lines. */
export const PHRASES: readonly string[] = [
  ...'a \t-=.*<&[(|"10_é\r\0\ufffd',
  'Â',
  'Q123456 ',
  'Q123456, ',
  'KB123456, ',
  '123456, ',
  '(836993) ',
  'kb;en-us;Q',
  'DOCUMENT:Q123456 ',
  'Article ID : ',
  'SP4, ',
  'KB',
  'A. ',
  'not ',
  'the fix ',
  'ICMP-',
  'MS02-',
  'replaced by ',
  'after you install ',
  'must have ',
  'This hotfix requires Windows NT ',
  'fixed in the following ',
  'Service Pack 3 or later ',
  'Exchange Server 5.5 SP1, 5.5 SP2, ',
  'Microsoft Windows NT Server version 4.0, ',
  'x.dll 1.0.0.1 ',
  'x-fix, ',
  'and ',
  '&#',
  'â€™',
  '<b>',
  '<!--',
  '<a href="',
  '&nbsp;',
  '[a](b)',
  '| a ',
  'http://a/',
  '01/14/98 12:04p 123,824 Tcpip.sys ',
  'Ltotape.sys5.2.3790.28938,70402-Mar-200711:03x86SP1SP1QFE',
  '\n',
  'a\n',
  'a\n====\n',
  '- a\n',
  '- requires the following:\n',
  '- This hotfix supersedes the fix in the following:\n',
  'This fix contains the fixes in the following articles:\n\n   Q123456 x\n\n',
  'Windows NT 4.0\n--------------\n',
  '| a |\n',
  'Date Time Size File name\n',
  'Prerequisites\n',
  'APPLIES TO\n',
  '↑ Back to the top\n',
  '<table><tr><td>a</td></tr></table>\n',
];

/** The form around `length` characters of the phrase. */
export const hostileText = (form: string, phrase: string, length: number): string =>
  FORMS[form]!(phrase.repeat(Math.ceil(length / phrase.length)).slice(0, length));
