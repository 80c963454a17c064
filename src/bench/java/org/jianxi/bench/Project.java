package org.jianxi.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** The project's folder with the built gateway, and a folder for what a benchmark leaves behind. */
record Project(Path folder) {

    static Project ofWorkingFolder() {
        return new Project(Path.of("").toAbsolutePath());
    }

    Path launcher() {
        return folder.resolve("jianxi");
    }

    Path work() {
        return folder.resolve("target/bench");
    }

    /** A fresh folder; what an earlier run left there is gone. */
    Path emptied(String name) throws IOException {
        var wanted = work().resolve(name);
        if (Files.exists(wanted)) {
            try (var old = Files.walk(wanted)) {
                for (var path :
                        old.sorted((left, right) -> right.compareTo(left)).toList()) {
                    Files.delete(path);
                }
            }
        }
        return Files.createDirectories(wanted);
    }

    /** Starts a bare application on the gateway's own libraries, with the JVM and the memory of {@code ./jianxi serve}. */
    List<String> bareApplication(String... settings) throws IOException {
        var launch = folder.resolve("target")
                .resolve(Files.readString(folder.resolve("target/launch-current"), StandardCharsets.UTF_8)
                        .strip());
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:+ExitOnOutOfMemoryError",
                "-cp",
                ownClasses() + ":" + launch.resolve("lib") + "/*",
                BareApplication.class.getName()));
        command.addAll(List.of(settings));
        return command;
    }

    private static Path ownClasses() {
        var source = Objects.requireNonNull(
                BareApplication.class.getProtectionDomain().getCodeSource());
        return Path.of(source.getLocation().getPath());
    }

    static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    static String property(String name, int value) {
        return String.format(Locale.ROOT, "--%s=%d", name, value);
    }
}
