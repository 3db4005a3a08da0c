// SPDX-License-Identifier: MIT
// The project's own ESLint rules: what design.md, section 5 and 7, forbids in TypeScript and in Lit templates.
// They need no types, so a test can run them on a few lines of text (tests/setup/lint-rules.test.mjs).

const forbiddenSyntax = [
  ['TSEnumDeclaration', 'No enum: use a union of string literals.'],
  ['TSModuleDeclaration[kind="namespace"]', 'No namespace: use a module.'],
  [
    'MemberExpression[property.name=/^(innerHTML|outerHTML|insertAdjacentHTML|setHTMLUnsafe|createContextualFragment)$/]',
    'No text as HTML: render a template or set textContent.',
  ],
  [
    'MemberExpression[computed=true][property.value=/^(innerHTML|outerHTML|insertAdjacentHTML)$/]',
    'No text as HTML: render a template or set textContent.',
  ],
  ['CallExpression[callee.object.name="document"][callee.property.name=/^write(ln)?$/]', 'No document.write.'],
  [
    'CallExpression[callee.property.name="setAttribute"][arguments.0.value="style"]',
    "A style attribute breaks style-src 'self'.",
  ],
];

const forbiddenDirectives = ['unsafe-html', 'unsafe-svg', 'unsafe-mathml', 'style-map'].flatMap((name) => [
  `lit/directives/${name}*`,
  `lit-html/directives/${name}*`,
]);

/** A Lit template as one text, expressions replaced, so that a tag may go over several of its parts. */
function templateText(node) {
  return node.quasi.quasis.map((quasi) => quasi.value.raw).join('${}');
}

const templateRule = {
  meta: {
    type: 'problem',
    schema: [],
    messages: {
      style:
        "No style attribute in a template (style-src 'self'): use a class, an SVG attribute or style.setProperty in updated().",
      html: 'No text as HTML in a template.',
    },
  },
  create: (context) => ({
    TaggedTemplateExpression(node) {
      if (node.tag.type !== 'Identifier' || !['html', 'svg'].includes(node.tag.name)) return;
      const text = templateText(node);
      if (/<[a-z][^<>]*\s\.?style\s*=/i.test(text)) context.report({ node, messageId: 'style' });
      if (/<[a-z][^<>]*\s\.(innerHTML|outerHTML)\s*=|<[a-z][^<>]*\s\.?srcdoc\s*=/i.test(text))
        context.report({ node, messageId: 'html' });
    },
  }),
};

export const npscopePlugin = { rules: { 'safe-template': templateRule } };

/** One flat configuration entry without `files` and without types. */
export const siteRules = {
  plugins: { npscope: npscopePlugin },
  rules: {
    'npscope/safe-template': 'error',
    'no-restricted-syntax': ['error', ...forbiddenSyntax.map(([selector, message]) => ({ selector, message }))],
    'no-restricted-imports': [
      'error',
      { patterns: [{ group: forbiddenDirectives, message: 'This directive writes HTML or a style attribute.' }] },
    ],
    'no-eval': 'error',
    'no-implied-eval': 'error',
    'no-new-func': 'error',
    'no-script-url': 'error',
    eqeqeq: 'error',
    'prefer-const': 'error',
    'object-shorthand': 'error',
  },
};
