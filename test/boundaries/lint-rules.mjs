// SPDX-License-Identifier: Apache-2.0
// Three rules of the house that no published linter has in this form.
import path from 'node:path'

const licence = ' SPDX-License-Identifier: Apache-2.0'

const spdxLine = {
  meta: { type: 'layout', schema: [], messages: { missing: 'line 1 is `//{{licence}}`' } },
  create: (context) => ({
    Program(node) {
      const first = context.sourceCode.getAllComments()[0]
      // A script that is run by its name has its interpreter first.
      const line = context.sourceCode.text.startsWith('#!') ? 2 : 1
      const comment = line === 2 ? context.sourceCode.getAllComments()[1] : first
      if (comment?.loc.start.line === line && comment.value === licence) return
      context.report({ node, loc: { line, column: 0 }, messageId: 'missing', data: { licence } })
    },
  }),
}

const kebabFile = {
  meta: { type: 'layout', schema: [], messages: { other: '{{name}} is not a kebab-case name' } },
  create: (context) => ({
    Program(node) {
      const name = path.basename(context.filename)
      if (/^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+)*\.tsx?$/.test(name)) return
      context.report({ node, loc: { line: 1, column: 0 }, messageId: 'other', data: { name } })
    },
  }),
}

// A constructor's parameters are dependencies that Nest hands over, so it may have one more.
const maxParameters = {
  meta: {
    type: 'suggestion',
    schema: [
      {
        type: 'object',
        properties: { most: { type: 'integer' }, constructors: { type: 'integer' } },
        additionalProperties: false,
      },
    ],
    messages: { many: '{{count}} parameters, at most {{most}}: then one object' },
  },
  create(context) {
    const { most, constructors } = context.options[0]
    const check = (node) => {
      const limit = node.parent.kind === 'constructor' ? constructors : most
      const count = node.params.length
      if (count > limit) context.report({ node, messageId: 'many', data: { count, most: limit } })
    }
    return {
      FunctionDeclaration: check,
      FunctionExpression: check,
      ArrowFunctionExpression: check,
    }
  },
}

/** The rules, as an ESLint plugin. */
export const local = {
  meta: { name: 'corridor' },
  rules: { 'spdx-line': spdxLine, 'kebab-file': kebabFile, 'max-parameters': maxParameters },
}
