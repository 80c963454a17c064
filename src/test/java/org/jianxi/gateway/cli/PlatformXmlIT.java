package org.jianxi.gateway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import javax.xml.stream.XMLEventFactory;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLOutputFactory;
import org.junit.jupiter.api.Test;

/** Which streaming XML a library gets that asks the platform, in a process started as every command is. */
class PlatformXmlIT {

    /** Says at the end of the process what the platform would give. */
    static final class Asked {

        private Asked() {}

        public static void main(String[] arguments) {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                System.err.println(XMLInputFactory.newInstance().getClass().getName());
                System.err.println(XMLOutputFactory.newInstance().getClass().getName());
                System.err.println(XMLEventFactory.newInstance().getClass().getName());
            }));
            Jianxi.main(arguments);
        }
    }

    @Test
    void librariesGetTheParserOfTheJdkThatHasLimits() throws Exception {
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Asked.class.getName(),
                        "--help")
                .redirectErrorStream(true)
                .start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).as(said).isZero();
        assertThat(said)
                .contains(
                        "com.sun.xml.internal.stream.XMLInputFactoryImpl",
                        "com.sun.xml.internal.stream.XMLOutputFactoryImpl",
                        "com.sun.xml.internal.stream.events.XMLEventFactoryImpl")
                .doesNotContain("aalto");
    }
}
