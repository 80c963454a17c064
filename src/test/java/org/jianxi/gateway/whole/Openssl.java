package org.jianxi.gateway.whole;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;

/** The judge of signatures that shares no code with us. */
final class Openssl {

    private Openssl() {}

    static boolean verifies(Path script, Path signature, Path content, Path certificate)
            throws IOException, InterruptedException {
        var judge = new ProcessBuilder(
                        "bash", script.toString(), signature.toString(), content.toString(), certificate.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD);
        return judge.start().waitFor() == 0;
    }

    /** Skips the test where the judge's programs are not there. */
    static void isHere() throws IOException, InterruptedException {
        var programs = new ProcessBuilder("sh", "-c", "openssl version && python3 --version")
                .redirectOutput(ProcessBuilder.Redirect.DISCARD);
        assumeTrue(programs.start().waitFor() == 0, "no openssl or no python3");
    }
}
