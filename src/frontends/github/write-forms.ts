// What a step may write to, as scripts name it: `"$GITHUB_ENV"`, `${GITHUB_OUTPUT}`.
const target = String.raw`"?\$\{?(?<to>GITHUB_(?:ENV|OUTPUT))\}?"?`
const inside = String.raw`((?:[^{}()]|\$\{\{[^{}]{0,200}\}\}|\$\{[^{}]{0,100}\}|\$\([^()]{0,200}\)){0,4000})`
const appendTo = String.raw`>>[ \t]*${target}`

const braces = new RegExp(String.raw`(^|[;&|\n])[ \t]*\{[ \t\n]${inside}\}[ \t]*${appendTo}`, 'g')
const brackets = new RegExp(String.raw`(^|[;&|\n])[ \t]*\(${inside}\)[ \t]*${appendTo}`, 'g')
const ahead = new RegExp(String.raw`^([ \t]*)${appendTo}[ \t]+((?:echo|printf)\b[^\n]{0,500})$`, 'gm')
const document = String.raw`<<-?[ \t]*(?<quote>["']?)(?<end>\w{1,40})\k<quote>`
const redirected = new RegExp(String.raw`^[ \t]*cat[ \t]*${appendTo}[ \t]*${document}[ \t]*\n`, 'm')
const documented = new RegExp(String.raw`^[ \t]*cat[ \t]*${document}[ \t]*${appendTo}[ \t]*\n`, 'm')
const poured = new RegExp(
  String.raw`^[ \t]*tee[ \t]+(?:-a|--append)[ \t]+${target}[ \t]*${document}[^\n]{0,100}\n`,
  'm',
)
const several = new RegExp(
  String.raw`^[ \t]*echo[ \t]+"?([A-Za-z_][\w-]{0,99})<<(\w{1,40})"?[ \t]*${appendTo}[ \t]*\n[ \t]*echo[ \t]+([^\n]{1,300}?)[ \t]*>>[^\n]{1,40}\n[ \t]*echo[ \t]+"?\2"?[ \t]*>>[^\n]{1,40}$`,
  'gm',
)

// A longer one is read as it stands.
const longest = 20_000

/**
 * A script in which each variable that is written for later steps has a line of its own: groups, here-documents and formats as if
 * `echo "STAGE=prod" >> $GITHUB_ENV` stood there. Other lines stay.
 */
export function withPlainWrites(text: string): string {
  if (text.length > longest || !/GITHUB_(?:ENV|OUTPUT)/.test(text)) return text
  if (/\bopen\(/.test(text)) return withoutPython(text)
  const apart = text
    .replace(braces, (_, before, body, to) => before + eachTo(body, to))
    .replace(brackets, (_, before, body, to) => before + eachTo(body, to))
    .replace(ahead, (_, indent, to, command) => `${indent}${command} >> $${to}`)
    .replace(several, (_, name, _end, to, value) => `echo ${named(name, value)} >> $${to}`)
  return withFormats(withoutDocuments(apart))
}

function named(name: string, value: string): string {
  const [, quote = '"', inner = value] = /^(["'])(.*)\1$/s.exec(value) ?? []
  return `${quote}${name}=${inner}${quote}`
}

function eachTo(body: string, to: string): string {
  const lines = body.split(/[;\n]/).map(line => line.trim())
  // What has a file of its own goes there.
  const each = lines.map(line => (/^(?:#|$)|[^>]>[^>]/.test(line) ? line : `${line} >> $${to}`))
  return `\n${each.join('\n')}\n`
}

const mostDocuments = 20

function withoutDocuments(text: string): string {
  let rest = text
  for (let count = 0; count < mostDocuments; count += 1) {
    const match = redirected.exec(rest) ?? poured.exec(rest) ?? documented.exec(rest)
    if (!match) break
    const { to = '', quote = '', end = '' } = match.groups ?? {}
    const from = match.index + match[0].length
    const last = new RegExp(`^[ \\t]*${end}[ \\t]*$`, 'm').exec(rest.slice(from))
    if (!last) break
    const lines = rest
      .slice(from, from + last.index)
      .split('\n')
      .filter(line => line.trim() !== '')
    const written = lines.map(line => `echo ${quoted(line.trim(), quote !== '')} >> $${to}`)
    rest = `${rest.slice(0, match.index)}${written.join('\n')}${rest.slice(from + last.index + last[0].length)}`
  }
  return rest
}

// What a shell expands there it does here.
function quoted(line: string, isPlain: boolean): string {
  const quote = isPlain ? "'" : '"'
  return line.includes(quote) ? line : `${quote}${line}${quote}`
}

// `printf 'STAGE=%s\n' "$STAGE"`, `echo -e "A=1\nB=2"`
const format = new RegExp(
  String.raw`^([ \t]*)(?:printf|echo[ \t]+-e)[ \t]+(["'])([^"'\n]{1,300})\2((?:[ \t]+(?:"[^"\n]{0,200}"|'[^'\n]{0,200}'|[^\s>|;&"']{1,200})){0,8})[ \t]*${appendTo}`,
  'gm',
)

function withFormats(text: string): string {
  return text.replace(format, (whole, indent, quote, written: string, given: string, to) => {
    const values = [...given.matchAll(/"([^"]*)"|'([^']*)'|(\S+)/g)].map(([, a, b, c]) => a ?? b ?? c ?? '')
    let next = 0
    const filled = written.replace(/%%|%s/g, one => (one === '%%' ? '%' : (values[next++] ?? '')))
    if (next < values.length || /%[^%\s]/.test(written.replaceAll(/%%|%s/g, ''))) return whole
    // What is filled in is expanded by the shell, whatever quotes the format has.
    const around = given === '' ? quote : '"'
    const lines = filled.split('\\n').filter(line => line !== '')
    return lines.map(line => `${indent}echo ${around}${line}${around} >> $${to}`).join('\n')
  })
}

const opened = /\bopen\(\s*os\.(?:environ\[|getenv\(|environ\.get\()["'](GITHUB_(?:ENV|OUTPUT))["'][\])]/g
const put =
  /\.write\(\s*(["'])([A-Za-z_][\w-]{0,99}=[^"'\\{}\n]{0,300})(?:\\n)?\1\s*\)|\bprint\(\s*(["'])([A-Za-z_][\w-]{0,99}=[^"'\\{}\n]{0,300})\3\s*,\s*file=\w+\s*\)/g

// `with open(os.environ["GITHUB_ENV"], "a") as env: env.write("STAGE=prod\n")`; what is put together there is not known.
function withoutPython(text: string): string {
  const targets = [...new Set([...text.matchAll(opened)].map(([, to]) => to))]
  const [to] = targets
  const rest = text.replace(put, '')
  if (to === undefined || targets.length > 1 || /\.write(?:lines)?\(|\bfile=/.test(rest)) return text
  const lines = text.replace(
    put,
    (_, _quote, written, _other, printed) => `\necho '${written ?? printed}' >> $${to}\n`,
  )
  return lines.replace(opened, 'open(')
}
