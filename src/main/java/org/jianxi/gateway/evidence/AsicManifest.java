package org.jianxi.gateway.evidence;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import org.jianxi.gateway.canonical.Digest;
import org.jianxi.gateway.documents.SafeXml;
import org.jianxi.gateway.documents.UnreadableDocument;
import org.jianxi.gateway.evidence.Failure.Reason;
import org.jianxi.gateway.signing.Sm3;
import org.w3c.dom.Element;

/**
 * The two manifests: the ASiCManifest of ETSI EN 319 162-1 annex A.4, which our signature covers and which names the SM3 digest of every
 * other file, and the list of files that OpenDocument asks for.
 */
final class AsicManifest {

    static final String TYPE = "application/vnd.etsi.asic-e+zip";
    private static final String ASIC = "http://uri.etsi.org/02918/v1.2.1#";
    private static final String XMLDSIG = "http://www.w3.org/2000/09/xmldsig#";
    /** SM3 (GM/T 0006); XML Signature has no identifier of its own for it. */
    private static final String SM3 = "urn:oid:1.2.156.10197.1.401";

    private static final String CMS = "application/pkcs7-signature";
    private static final Map<String, String> TYPES = Map.of(
            "json", "application/json",
            "xml", "application/xml",
            "csv", "text/csv",
            "xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            "p7s", CMS,
            "pem", "application/x-pem-file",
            "crl", "application/pkix-crl",
            "tst", "application/vnd.etsi.timestamp-token");

    private AsicManifest() {}

    /** Names are plain (see {@link Container#isName}), so nothing needs escaping. */
    static byte[] write(SequencedMap<String, byte[]> files) {
        var xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
                .append("<asic:ASiCManifest xmlns:asic=\"%s\" xmlns:ds=\"%s\">\n".formatted(ASIC, XMLDSIG))
                .append("  <asic:SigReference URI=\"%s\" MimeType=\"%s\"/>\n".formatted(Names.MANIFEST_SIGNATURE, CMS));
        files.forEach((name, content) -> xml.append(
                        "  <asic:DataObjectReference URI=\"%s\" MimeType=\"%s\">\n".formatted(name, typeOf(name)))
                .append("    <ds:DigestMethod Algorithm=\"%s\"/>\n".formatted(SM3))
                .append("    <ds:DigestValue>%s</ds:DigestValue>\n"
                        .formatted(Base64.getEncoder()
                                .encodeToString(Sm3.of(content).bytes())))
                .append("  </asic:DataObjectReference>\n"));
        return xml.append("</asic:ASiCManifest>\n").toString().getBytes(StandardCharsets.UTF_8);
    }

    /** Every file by OpenDocument's rules: itself, {@code mimetype} and the signature files are left out. */
    static byte[] list(Iterable<String> names) {
        var xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
                .append("<manifest:manifest xmlns:manifest=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\""
                        + " manifest:version=\"1.2\">\n")
                .append(entry("/", TYPE));
        names.forEach(name -> xml.append(entry(name, typeOf(name))));
        return xml.append("</manifest:manifest>\n").toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String entry(String name, String type) {
        return "  <manifest:file-entry manifest:full-path=\"%s\" manifest:media-type=\"%s\"/>\n".formatted(name, type);
    }

    private static String typeOf(String name) {
        var extension = name.substring(name.lastIndexOf('.') + 1);
        return TYPES.getOrDefault(extension, "application/octet-stream");
    }

    /** The digest of each file it names, in its order. */
    static SequencedMap<String, Digest> read(byte[] manifest) throws Doubt {
        try {
            var digests = new LinkedHashMap<String, Digest>();
            var references = SafeXml.parse(manifest).getElementsByTagNameNS(ASIC, "DataObjectReference");
            for (var at = 0; at < references.getLength(); at++) {
                var reference = (Element) references.item(at);
                Doubt.unlessEqual(
                        Reason.UNREADABLE,
                        Names.MANIFEST,
                        SM3,
                        only(reference, "DigestMethod").getAttribute("Algorithm"));
                var value = only(reference, "DigestValue").getTextContent().strip();
                var digest = Digest.of(Base64.getDecoder().decode(value));
                if (digests.put(reference.getAttribute("URI"), digest) != null) {
                    throw unreadable(reference.getAttribute("URI") + " twice");
                }
            }
            return digests;
        } catch (UnreadableDocument | IllegalArgumentException malformed) {
            throw unreadable(String.valueOf(malformed.getMessage()));
        }
    }

    private static Element only(Element reference, String name) throws Doubt {
        var found = reference.getElementsByTagNameNS(XMLDSIG, name);
        if (found.getLength() != 1) {
            throw unreadable(found.getLength() + " × " + name);
        }
        return (Element) found.item(0);
    }

    private static Doubt unreadable(String actual) {
        return new Doubt(Reason.UNREADABLE, Names.MANIFEST, "an ASiCManifest", actual);
    }
}
