import { toldOf } from './reasons'

/** A script that fetches a model, does this, and starts the program that loads it. */
async function told(check: string): Promise<readonly string[]> {
  const script = `set -e
curl -fsSL -o /tmp/churn.pkl https://models.example/churn.pkl
${check}
python serve.py
`
  const found = await toldOf({
    'serve.py': 'import joblib\njoblib.load("/tmp/churn.pkl")\n',
    'start.sh': script,
  })
  return found.slice(found.lastIndexOf('error'))
}

const fetched = 'curl -fsSL -o /tmp/release.pub https://models.example/release.pub\n'
const why = 'ends badly when the signature does not fit, by a key that comes over the network as well'

describe('a key that is fetched with what it signs shows nothing', () => {
  test.each([
    ['cosign verify-blob', 'cosign verify-blob --key /tmp/release.pub --signature churn.sig /tmp/churn.pkl'],
    ['openssl dgst', 'openssl dgst -sha256 -verify /tmp/release.pub -signature churn.sig /tmp/churn.pkl'],
    ['minisign', 'minisign -V -p /tmp/release.pub -x churn.sig -m /tmp/churn.pkl'],
    ['gpgv', 'gpgv --keyring /tmp/release.pub churn.sig /tmp/churn.pkl'],
    [
      'model_signing verify key',
      'model_signing verify key /tmp/churn.pkl --signature churn.sig --public-key /tmp/release.pub',
    ],
  ])('for %s: %s', async (name, check) => {
    expect(await told(check)).toEqual([])
    expect(await told(fetched + check)).toEqual(['error', `weak verification: \`${name}\` ${why}`])
  })

  test('and a certificate that comes with the signature names its identity', async () => {
    const check =
      'cosign verify-blob --certificate /tmp/release.pub --certificate-identity a@acme.example /tmp/churn.pkl'
    expect(await told(fetched + check)).toEqual([])
  })

  test('unless its own digest is compared', async () => {
    const sum = '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08'
    const compared = `echo "${sum}  /tmp/release.pub" | sha256sum -c -\n`
    const check = 'cosign verify-blob --key /tmp/release.pub --signature churn.sig /tmp/churn.pkl'
    expect(await told(fetched + compared + check)).toEqual([])
  })
})

test.each(['.*', '^.*$', 'https://.*', '^https://github\\.com/.*$', 'https://github.com/.*', '.*@.*'])(
  'an identity that fits %s may be anybody',
  async identity => {
    const check = `cosign verify-blob --certificate-identity-regexp '${identity}' /tmp/churn.pkl`
    expect((await told(check))[0]).toBe('error')
    expect(await told(check.replace(identity, '^https://github\\.com/acme/.*$'))).toEqual([])
  },
)
