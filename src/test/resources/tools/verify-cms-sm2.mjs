// Verifies the one signature of a CMS SignedData (DER, SM2 with SM3) with the npm package sm-crypto and nothing of ours.
// usage: node verify-cms-sm2.mjs <folder with node_modules> <cms> <content> <certificate.pem>
import {readFileSync} from 'node:fs'
import {createRequire} from 'node:module'

const [folder, cms, content, pem] = process.argv.slice(2)
const {sm2, sm3} = createRequire(folder + '/')('sm-crypto')

const OID = {
  contentType: '06092a864886f70d010903',
  messageDigest: '06092a864886f70d010904',
  sm3: '06082a811ccf55018311',
  sm2WithSm3: '06082a811ccf55018375',
}

function tlv(bytes, at = 0) {
  const short = bytes[at + 1] < 0x80
  const count = short ? 0 : bytes[at + 1] & 0x7f
  const length = short ? bytes[at + 1] : bytes.readUIntBE(at + 2, count)
  const from = at + 2 + count
  return {tag: bytes[at], whole: bytes.subarray(at, from + length), value: bytes.subarray(from, from + length), next: from + length}
}

function parts(node) {
  const found = []
  for (let at = 0; at < node.value.length; ) {
    const one = tlv(node.value, at)
    found.push(one)
    at = one.next
  }
  return found
}

function must(holds, what) {
  if (!holds) {
    console.log('refused: ' + what)
    process.exit(1)
  }
}

const hex = bytes => Buffer.from(bytes).toString('hex')

function publicKey(text) {
  const der = Buffer.from(text.replace(/-----[A-Z ]+-----/g, ''), 'base64')
  const [, , , , , , key] = parts(parts(tlv(der))[0])
  return hex(parts(key)[1].value.subarray(1))
}

const original = readFileSync(content)
const signedData = parts(parts(tlv(readFileSync(cms)))[1])[0]
const fields = parts(signedData)
const inside = parts(fields[2])[1]
if (inside) {
  must(hex(tlv(inside.value).value) === hex(original), 'another content inside')
}
const signers = parts(fields.at(-1))
must(signers.length === 1, 'not one signer')
const [, , digestAlgorithm, attributes, signatureAlgorithm, signature] = parts(signers[0])
must(hex(digestAlgorithm.value).startsWith(OID.sm3), 'another digest algorithm')
must(hex(signatureAlgorithm.value).startsWith(OID.sm2WithSm3), 'another signature algorithm')
const digests = parts(attributes).filter(one => hex(one.value).startsWith(OID.messageDigest))
must(digests.length === 1, 'not one message digest')
const digest = hex(parts(parts(digests[0])[1])[0].value)
must(digest === sm3([...original]), 'another digest')
const signed = Buffer.from(attributes.whole)
signed[0] = 0x31
const genuine = sm2.doVerifySignature([...signed], hex(signature.value), publicKey(readFileSync(pem, 'ascii')), {
  hash: true, der: true, userId: '1234567812345678',
})
must(genuine, 'the signature is wrong')
console.log('genuine')
