package org.jianxi.bench;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipInputStream;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.jianxi.gateway.evidence.BundleVerifier;
import org.jianxi.gateway.flow.FiledMonth;
import org.jianxi.gateway.flow.RereadingByMapping;

/** A year of filed returns verified from their bundles: twelve times a month of seven senders in six formats. */
record VerifyBenchmark(Project project) {

    private static final int MONTHS = 12;
    private static final double WARM_UP = 10;
    private static final double ROUND = 2;

    void run(int rounds, PrintStream out) throws Exception {
        var work = project.emptied("verify");
        var month = FiledMonth.in(work.resolve("month"));
        var bundle = month.bundle();
        var verifier = new BundleVerifier(List.of(month.root()), List.of(), new RereadingByMapping());
        year(verifier, bundle, WARM_UP);
        bare(bundle, ROUND);
        new Turns(
                        "Verify: a year",
                        "twelve bundles verified in one warm JVM, every figure worked out again",
                        "the same twelve unzipped and every file hashed with Bouncy Castle's SM3")
                .measure(rounds, () -> year(verifier, bundle, ROUND), () -> bare(bundle, ROUND), out);
        var file = Files.write(work.resolve("bundle.zip"), bundle).toString();
        var root = Files.writeString(work.resolve("root.pem"), month.root().pem(), StandardCharsets.US_ASCII);
        var log = work.resolve("errors.log");
        var ours = new WholeProcess(
                List.of(project.launcher().toString(), "verify", file, "--root", root.toString(), "--json"),
                "\"genuine\"",
                log);
        var python = new WholeProcess(
                List.of("python3", "-c", "import sys, zipfile; print(zipfile.ZipFile(sys.argv[1]).testzip())", file),
                "None",
                log);
        ours.once();
        new Turns(
                        "Verify: a month",
                        "`./jianxi verify` of one bundle, whole process",
                        "Python 3 that unzips it and checks its CRCs, whole process")
                .measure(rounds, ours::several, python::several, out);
    }

    private static Map<String, Double> year(BundleVerifier verifier, byte[] bundle, double seconds) throws Exception {
        return figures(Clocked.over(seconds, () -> {
            var signatures = 0;
            for (var month = 0; month < MONTHS; month++) {
                var verdict = verifier.verify(bundle);
                if (!verdict.isGenuine()) {
                    throw new IllegalStateException("not genuine: " + verdict.failure());
                }
                signatures += verdict.signatures();
            }
            return signatures;
        }));
    }

    private static Map<String, Double> bare(byte[] bundle, double seconds) throws Exception {
        return figures(Clocked.over(seconds, () -> {
            var files = 0;
            for (var month = 0; month < MONTHS; month++) {
                files += hashed(bundle);
            }
            return files;
        }));
    }

    private static int hashed(byte[] bundle) throws IOException {
        var digest = new SM3Digest();
        var hash = new byte[digest.getDigestSize()];
        var files = 0;
        try (var zip = new ZipInputStream(new ByteArrayInputStream(bundle))) {
            while (zip.getNextEntry() != null) {
                var content = zip.readAllBytes();
                digest.update(content, 0, content.length);
                digest.doFinal(hash, 0);
                files++;
            }
        }
        return files;
    }

    private static Map<String, Double> figures(Clocked took) {
        return Turns.figures(
                "wall, ms a year", took.wallMicros() / 1e3, "processor, ms a year", took.processorMicros() / 1e3);
    }
}
