package org.jianxi.gateway.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Runs commands in this process and keeps what they print. */
final class Terminal {

    private final Home home;
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    Terminal() {
        this(new Home(Path.of("").toAbsolutePath()));
    }

    Terminal(Home home) {
        this.home = home;
    }

    int run(String... arguments) {
        return Jianxi.commandLine(home, arguments)
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }

    String out() {
        return out.toString();
    }

    String err() {
        return err.toString();
    }

    /** Standard output as the one JSON document it must be. */
    JsonNode json() {
        return parsed(out());
    }

    static JsonNode parsed(String text) {
        return JsonMapper.builder()
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .build()
                .readTree(text);
    }
}
