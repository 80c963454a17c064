package org.jianxi.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Pattern;

/** What {@code openssl speed} says of SM2 signatures, per second of processor time. */
final class OpenSslSpeed {

    private static final Pattern SIGNATURES = Pattern.compile("CurveSM2\\)\\s+\\S+s\\s+\\S+s\\s+([0-9.]+)");

    private OpenSslSpeed() {}

    static boolean isThere() throws InterruptedException {
        try {
            return !said("openssl", "version").isEmpty();
        } catch (IOException absent) {
            System.err.println("openssl is not there; its speed is left out");
            return false;
        }
    }

    static Map<String, Double> sm2() throws IOException, InterruptedException {
        var said = said("openssl", "speed", "-seconds", "1", "sm2");
        var found = SIGNATURES.matcher(said);
        if (!found.find()) {
            throw new IOException("openssl speed said nothing of SM2: " + said);
        }
        return Map.of("a second of processor", Double.parseDouble(found.group(1)));
    }

    private static String said(String... command) throws IOException, InterruptedException {
        var process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        process.getOutputStream().close();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return said;
    }
}
