// SPDX-License-Identifier: MIT
// custom-elements.json: what the elements are, for editors and documentation, in the custom-elements-manifest schema 1.
// Read from the sources: the folder gives the tag, JSDoc gives events, slots, parts and properties of styles.

import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import ts from 'typescript';

import { outFolder, root } from './places.mjs';

const modulePath = 'dist/elements.js';

/** Writes dist/custom-elements.json. */
export async function writeManifest() {
  const folders = await readdir(join(root, 'web/elements'), { withFileTypes: true });
  const tags = folders.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  const declarations = await Promise.all(tags.sort().map(declarationOf));
  const exports = declarations.map(({ name, tagName }) => ({
    kind: 'custom-element-definition',
    name: tagName,
    declaration: { name, module: modulePath },
  }));
  const manifest = {
    schemaVersion: '1.0.0',
    readme: '',
    modules: [{ kind: 'javascript-module', path: modulePath, declarations, exports }],
  };
  await writeFile(join(outFolder, 'custom-elements.json'), `${JSON.stringify(manifest, null, 2)}\n`);
}

async function declarationOf(tag) {
  const path = join(root, 'web/elements', tag, `${tag}.ts`);
  const source = ts.createSourceFile(path, await readFile(path, 'utf8'), ts.ScriptTarget.ES2022, true);
  const element = source.statements.find((statement) => ts.isClassDeclaration(statement) && isExported(statement));
  if (!element) throw new Error(`${path} exports no class`);
  const members = element.members.filter(isPublicMember);
  return {
    kind: 'class',
    name: element.name.text,
    tagName: tag,
    customElement: true,
    superclass: { name: 'LitElement', package: 'lit' },
    description: described(element),
    members: members.map((member) => memberOf(member, source)),
    attributes: members.flatMap((member) => attributeOf(member, source)),
    events: tagged(element, 'fires', /^\{(?<type>[^}]+)\}\s*(?<name>\S+)/, ({ type, name }) => ({
      name,
      type: { text: type },
    })),
    slots: tagged(element, 'slot', /^(?<name>[\w-]*)/, ({ name }) => ({ name })),
    cssParts: tagged(element, 'csspart', /^(?<name>[\w-]+)/, ({ name }) => ({ name })),
    cssProperties: tagged(element, 'cssprop', /^(?<name>--[\w-]+)/, ({ name }) => ({ name })),
  };
}

/** What a page may use: documented, neither private nor protected nor one of Lit's own methods. */
function isPublicMember(member) {
  const modifiers = new Set((ts.getModifiers(member) ?? []).map(({ kind }) => kind));
  const { PrivateKeyword, ProtectedKeyword, StaticKeyword, OverrideKeyword } = ts.SyntaxKind;
  const isHidden = [PrivateKeyword, ProtectedKeyword, StaticKeyword, OverrideKeyword].some((kind) => modifiers.has(kind));
  return !isHidden && member.name !== undefined && described(member) !== '';
}

function memberOf(member, source) {
  const isMethod = ts.isMethodDeclaration(member);
  const type = member.type ? { type: { text: member.type.getText(source) } } : {};
  return {
    kind: isMethod ? 'method' : 'field',
    name: member.name.getText(source),
    description: described(member),
    ...(isMethod ? methodOf(member, source) : type),
    ...(ts.isGetAccessorDeclaration(member) && !hasSetter(member) ? { readonly: true } : {}),
    ...(member.initializer ? { default: member.initializer.getText(source) } : {}),
  };
}

function hasSetter({ name, parent }) {
  return parent.members.some((other) => ts.isSetAccessorDeclaration(other) && other.name.text === name.text);
}

function methodOf(method, source) {
  const parameters = method.parameters.map((parameter) => ({
    name: parameter.name.getText(source),
    ...(parameter.type ? { type: { text: parameter.type.getText(source) } } : {}),
  }));
  return { parameters, ...(method.type ? { return: { type: { text: method.type.getText(source) } } } : {}) };
}

/** The attribute of a Lit property, unless it says `attribute: false`. */
function attributeOf(member, source) {
  const decorator = (ts.getDecorators(member) ?? []).find((one) => one.getText(source).startsWith('@property'));
  const text = decorator?.getText(source);
  if (!text || /attribute:\s*false/.test(text)) return [];
  const name = member.name.getText(source);
  return [
    { name: text.match(/attribute:\s*'([^']+)'/)?.[1] ?? name.toLowerCase(), fieldName: name, description: described(member) },
  ];
}

function tagged(node, tagName, pattern, fields) {
  return ts.getJSDocTags(node).flatMap((tag) => {
    if (tag.tagName.text !== tagName) return [];
    const text = ts.getTextOfJSDocComment(tag.comment) ?? '';
    const found = text.match(pattern);
    if (!found) throw new Error(`@${tagName} of ${node.name.text} cannot be read: ${text}`);
    return [{ ...fields(found.groups), description: text.slice(found[0].length).replace(/^\s*-\s*/, '') }];
  });
}

function described(node) {
  return node.jsDoc ? (ts.getTextOfJSDocComment(node.jsDoc.at(-1).comment) ?? '') : '';
}

function isExported(node) {
  return (ts.getModifiers(node) ?? []).some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword);
}
