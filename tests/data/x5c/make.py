#!/usr/bin/env python3
"""Makes `chains.json` with OpenSSL 3: certificate chains and tokens that carry them. All keys are new and are thrown away."""

import base64
import json
import pathlib
import subprocess
import tempfile

FOLDER = pathlib.Path(__file__).resolve().parent
WORK = pathlib.Path(tempfile.mkdtemp())
YEARS_100 = 36_500

KEYS = {
    'rsa': ['-algorithm', 'RSA', '-pkeyopt', 'rsa_keygen_bits:2048'],
    'p256': ['-algorithm', 'EC', '-pkeyopt', 'ec_paramgen_curve:P-256'],
    'p384': ['-algorithm', 'EC', '-pkeyopt', 'ec_paramgen_curve:P-384'],
    'p521': ['-algorithm', 'EC', '-pkeyopt', 'ec_paramgen_curve:P-521'],
    'ed25519': ['-algorithm', 'ED25519'],
}
CA = 'basicConstraints=critical,CA:true\nkeyUsage=critical,keyCertSign,cRLSign\n'
LEAF = 'basicConstraints=critical,CA:false\nkeyUsage=critical,digitalSignature\n'
PSS = ['-sigopt', 'rsa_padding_mode:pss', '-sigopt', 'rsa_pss_saltlen:32']


def openssl(*arguments, stdin=None):
    return subprocess.run(['openssl', *arguments], check=True, capture_output=True, input=stdin, cwd=WORK).stdout


class Certificate:
    """A certificate and its key. Without an issuer it is signed by itself."""

    count = 0

    def __init__(self, kind, name, issuer=None, extensions=CA, digest='sha256', options=(), days=YEARS_100):
        Certificate.count += 1
        self.kind, self.key, self.pem = kind, f'{Certificate.count}.key', f'{Certificate.count}.pem'
        openssl('genpkey', *KEYS[kind], '-out', self.key)
        request = openssl('req', '-new', '-key', self.key, '-subj', f'/CN={name}/O=Example')
        signer = ['-CA', issuer.pem, '-CAkey', issuer.key] if issuer else ['-signkey', self.key]
        digest = [] if (issuer or self).kind == 'ed25519' else [f'-{digest}']
        # Without extensions OpenSSL writes version 1.
        extfile = ['-extfile', f'{Certificate.count}.ext'] if extensions else []
        (WORK / f'{Certificate.count}.ext').write_text(extensions or '')
        serial = ['-set_serial', str(1000 + Certificate.count)]
        openssl('x509', '-req', *signer, *serial, '-days', str(days), *digest, *options, *extfile, '-out', self.pem, stdin=request)

    def base64(self):
        return base64.b64encode(openssl('x509', '-in', self.pem, '-outform', 'DER')).decode()

    def sign(self, text):
        (WORK / 'input').write_bytes(text)
        if self.kind == 'ed25519':
            return openssl('pkeyutl', '-sign', '-rawin', '-inkey', self.key, '-in', 'input')
        signature = openssl('dgst', '-sha256', '-sign', self.key, 'input')
        if self.kind == 'rsa':
            return signature
        numbers = openssl('asn1parse', '-inform', 'DER', stdin=signature).decode().split('INTEGER')[1:]
        return b''.join(int(number.split(':')[1].split()[0], 16).to_bytes(32, 'big') for number in numbers)


def base64url(data):
    return base64.urlsafe_b64encode(data).rstrip(b'=').decode()


def token(leaf, x5c):
    header = {'alg': {'rsa': 'RS256', 'p256': 'ES256', 'ed25519': 'EdDSA'}[leaf.kind], 'x5c': x5c}
    payload = {'iss': 'https://issuer.example', 'exp': 1_900_000_000}
    both = '.'.join(base64url(json.dumps(part, separators=(',', ':')).encode()) for part in (header, payload))
    return f'{both}.{base64url(leaf.sign(both.encode()))}'


chains = {}


def chain(name, *certificates):
    x5c = [certificate.base64() for certificate in certificates]
    chains[name] = {'x5c': x5c, 'token': token(certificates[0], x5c)}


def three(name, kinds, digests=('sha256', 'sha256', 'sha256'), options=(), middle=CA, days=YEARS_100, top=CA):
    root = Certificate(kinds[2], f'Root of {name}', digest=digests[2], options=options, extensions=top)
    issuer = Certificate(kinds[1], f'Issuer of {name}', root, digest=digests[1], options=options, extensions=middle, days=days)
    leaf = Certificate(kinds[0], f'{name}.example', issuer, LEAF, digest=digests[0], options=options)
    chain(name, leaf, issuer, root)
    return leaf, issuer, root


three('rsa', ['rsa', 'rsa', 'rsa'], ['sha256', 'sha384', 'sha512'])
# The shape of the App Store's: P-256 under P-384 under P-384, all by SHA-384.
leaf, issuer, root = three('ec', ['p256', 'p384', 'p384'], ['sha384'] * 3)
chain('ec-wrong-order', leaf, root, issuer)
chain('ec-issuer-missing', leaf, root)
chain('ec-without-root', leaf, issuer)
chain('ec-alone', leaf)
# Root and issuer have the same names as those of `ec`, and other keys.
three('ec', ['p256', 'p384', 'p384'], ['sha384'] * 3)
chains['ec-same-names'] = chains.pop('ec')
chain('ec', leaf, issuer, root)
other_root = Certificate('p384', 'Root of ec', digest='sha384')
chains['ec-other-root'] = {'x5c': [other_root.base64()]}
three('mixed', ['p256', 'rsa', 'ed25519'])
three('ed25519', ['ed25519', 'ed25519', 'ed25519'])
three('pss', ['rsa', 'rsa', 'rsa'], options=PSS)
# A hash of less than half the curve's length.
three('p521', ['p256', 'p521', 'p521'])
three('sha1', ['rsa', 'rsa', 'rsa'], ['sha256', 'sha1', 'sha1'])
three('not-an-authority', ['p256', 'p256', 'p256'], middle=LEAF)
three('no-cert-sign', ['p256', 'p256', 'p256'], middle='basicConstraints=critical,CA:true\nkeyUsage=critical,digitalSignature\n')
three('version-1-root', ['p256', 'p256', 'p256'], top=None)
three('short-lived-issuer', ['p256', 'p256', 'p256'], days=30)
root = Certificate('p256', 'Root of path-length', extensions=CA.replace('CA:true', 'CA:true,pathlen:0'))
upper = Certificate('p256', 'Upper issuer of path-length', root)
lower = Certificate('p256', 'Lower issuer of path-length', upper)
chain('path-length', Certificate('p256', 'path-length.example', lower, LEAF), lower, upper, root)
chain('self-signed', Certificate('p256', 'self-signed.example', extensions=LEAF))

(FOLDER / 'chains.json').write_text(json.dumps(dict(sorted(chains.items())), indent=1) + '\n')
