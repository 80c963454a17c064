package org.jianxi.gateway.evidence;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jianxi.gateway.documents.JsonText;
import org.jianxi.gateway.signing.RevocationList;
import org.jianxi.gateway.signing.Signer;
import org.jianxi.gateway.signing.Sm3;

/**
 * Everything of a year that an auditor takes home, in one container in the layout of a bundle: the bundle of each filing, the ministry's
 * words as they came, what the office did beside. The manifest names the SM3 of each file, and our signature covers it.
 *
 * @param madeAt when it was put together; the signature is judged at that moment
 * @param over whether the year was over then, with the deadline of its last month
 * @param revocations of the authorities, as known then
 */
public record YearArchive(
        int year,
        Instant madeAt,
        boolean over,
        SortedMap<String, Document> documents,
        List<RevocationList> revocations) {

    static final String KIND = "year-archive";
    static final String MONTHS = "months/";
    static final String BUNDLE = "/bundle.asice";

    /** What is left for the archive's own files, in bytes. */
    private static final int OWN_FILES = 2 * 1024 * 1024;

    public YearArchive {
        documents = Collections.unmodifiableSortedMap(new TreeMap<>(documents));
        revocations = List.copyOf(revocations);
    }

    /** @param what it is, as an auditor reads it: {@code evidence}, {@code acknowledgement}, {@code office} */
    public record Document(String what, byte[] content) {}

    /** The documents of a year while they are collected: no more than a verifier reads, which is what we hold of them at a time. */
    public static final class Documents {

        private final SortedMap<String, Document> all = new TreeMap<>();
        private final long most;
        private long bytes;

        /** As many as a verifier reads. */
        public Documents() {
            this(BundleVerifier.MOST_BYTES - OWN_FILES);
        }

        Documents(long most) {
            this.most = most;
        }

        /** Throws {@link ArchiveTooLarge} as soon as they are too many. */
        public void put(String path, String what, byte[] content) {
            bytes += content.length;
            if (bytes > most) {
                throw new ArchiveTooLarge(most);
            }
            all.put(path, new Document(what, content));
        }

        public SortedMap<String, Document> all() {
            return all;
        }
    }

    /** Where one file of a filing lies. */
    public static String path(String period, int revision, String name) {
        return MONTHS + period + "/" + revision + "/" + name;
    }

    /** Where a month's own file lies. */
    public static String path(String period, String name) {
        return MONTHS + period + "/" + name;
    }

    /**
     * Writes it out piece by piece, so that no second copy of the year is made. The same documents give the same bytes, but for the
     * signature and the moment.
     */
    public void writeTo(OutputStream out, Signer signer) throws IOException {
        Container.writeTo(out, new BundleWriter(signer).sealed(files(signer)));
    }

    private SortedMap<String, byte[]> files(Signer signer) {
        var files = new TreeMap<String, byte[]>();
        documents.forEach((path, document) -> files.put(path, document.content()));
        files.put(Names.INDEX, JsonText.of(index()));
        files.put(
                Names.numbered(Names.GATEWAY, 1, "pem"),
                signer.certificate().pem().getBytes(StandardCharsets.US_ASCII));
        for (var at = 0; at < revocations.size(); at++) {
            files.put(
                    Names.numbered(Names.REVOCATIONS, at + 1, "crl"),
                    revocations.get(at).der());
        }
        return files;
    }

    private LinkedHashMap<String, Object> index() {
        var index = new LinkedHashMap<String, Object>();
        index.put("kind", KIND);
        index.put("year", year);
        index.put("madeAt", madeAt.toString());
        index.put("over", over);
        var listed = new ArrayList<Object>();
        documents.forEach((path, document) -> {
            var one = new LinkedHashMap<String, Object>();
            one.put("path", path);
            one.put("what", document.what());
            one.put("bytes", document.content().length);
            one.put("sm3", Sm3.of(document.content()).hex());
            listed.add(one);
        });
        index.put("documents", listed);
        return index;
    }
}
