package org.jianxi.gateway.whole;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import javax.tools.ToolProvider;

/** The programs of a page of ours that says {@code <!-- save as NAME -->} above each, saved and run as its reader would. */
record Snippets(Map<String, String> byName) {

    private static final Pattern SAVED =
            Pattern.compile("<!-- save as ([A-Za-z.-]+) -->\n```[a-z]+\n(.*?\n)```\n", Pattern.DOTALL);

    /** How a program ended, and all that it said. */
    record Ended(int code, String text) {

        String firstLine() {
            return text.lines().findFirst().orElse("");
        }

        String lastLine() {
            return text.lines().reduce((first, second) -> second).orElse("");
        }
    }

    static Snippets of(Path page) throws IOException {
        var found = new LinkedHashMap<String, String>();
        SAVED.matcher(Files.readString(page, UTF_8))
                .results()
                .forEach(match -> found.put(match.group(1), match.group(2)));
        return new Snippets(found);
    }

    void saveIn(Path folder) throws IOException {
        for (var snippet : byName.entrySet()) {
            Files.writeString(folder.resolve(snippet.getKey()), snippet.getValue(), UTF_8);
        }
    }

    /** @param settings environment beyond the usual one */
    static Ended run(Path folder, Map<String, String> settings, String... command)
            throws IOException, InterruptedException {
        var builder = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().putAll(settings);
        var process = builder.start();
        process.getOutputStream().close();
        var text = new String(process.getInputStream().readAllBytes(), UTF_8);
        return new Ended(process.waitFor(), text);
    }

    /** Compiles one file beside itself; the compiler's words, none when it is content. */
    static String compile(Path source, String... options) {
        var arguments = new ArrayList<>(List.of("-proc:none", "-encoding", "UTF-8", "-d"));
        arguments.add(String.valueOf(source.getParent()));
        arguments.addAll(List.of(options));
        arguments.add(source.toString());
        var words = new ByteArrayOutputStream();
        var code = ToolProvider.getSystemJavaCompiler().run(null, null, words, arguments.toArray(String[]::new));
        return code == 0 ? "" : words.toString(UTF_8);
    }
}
