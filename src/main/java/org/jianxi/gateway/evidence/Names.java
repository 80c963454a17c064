package org.jianxi.gateway.evidence;

import org.jianxi.gateway.canonical.Digest;
import org.jianxi.gateway.canonical.Sender;

/** What the files of a bundle are called. Contract, and pinned by a test. */
final class Names {

    static final String MIMETYPE = "mimetype";
    static final String FILES = "META-INF/manifest.xml";
    static final String MANIFEST = "META-INF/ASiCManifest001.xml";
    static final String MANIFEST_SIGNATURE = "META-INF/signature001.p7s";
    static final String INDEX = "index.json";
    static final String CHECKPOINT = "ledger/checkpoint.json";
    static final String CHECKPOINT_SIGNATURE = "ledger/checkpoint.p7s";
    static final String TIMESTAMP = "ledger/checkpoint.tst";
    static final String RETURN = "return/";
    static final String CORRECTED = "corrects/";
    static final String DIFFERENCE = "return/difference.json";
    static final String RETURN_SIGNATURE = "return/return.xml.p7s";
    static final String SECOND_SIGNATURE = "return/return.xml.second.p7s";
    static final String VERSIONS = "versions/index.json";
    static final String CERTIFICATES = "certificates/";
    static final String GATEWAY = "certificates/gateway-";
    static final String SENDERS = "certificates/sender-";
    static final String AUTHORITIES = "certificates/authority-";
    static final String REVOCATIONS = "certificates/revoked-";

    private Names() {}

    static String submission(Sender sender) {
        return "submissions/" + sender + "/";
    }

    /** What counted for the sender before, in the return that a correction corrects. */
    static String replaced(Sender sender) {
        return "replaced/" + sender + "/";
    }

    static String version(Digest digest) {
        return "versions/" + digest;
    }

    static String numbered(String stem, int number, String extension) {
        return "%s%03d.%s".formatted(stem, number, extension);
    }
}
