package org.jianxi.gateway;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** What some tests need of the machine, fetched once where they may install it. */
public final class Debian {

    private static final String ROOT = "root";

    private Debian() {}

    /** Whether a file of these packages is there, after trying to get it. */
    public static synchronized boolean has(Path file, String... packages) throws InterruptedException {
        if (!Files.isReadable(file) && ROOT.equals(System.getProperty("user.name"))) {
            var command = new ArrayList<>(List.of("apt-get", "install", "-y"));
            command.addAll(List.of(packages));
            var apt = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD);
            apt.environment().put("DEBIAN_FRONTEND", "noninteractive");
            try {
                apt.start().waitFor(10, TimeUnit.MINUTES);
            } catch (IOException noApt) {
                return false;
            }
        }
        return Files.isReadable(file);
    }
}
