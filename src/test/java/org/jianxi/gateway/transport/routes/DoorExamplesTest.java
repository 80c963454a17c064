package org.jianxi.gateway.transport.routes;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jianxi.gateway.canonical.SourceId;
import org.jianxi.gateway.intake.SourceRegister;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The finished sources in docs/doors.md are finished: whoever copies one has a source in force, with a route where it needs one. */
class DoorExamplesTest {

    private static final Pattern EXAMPLE = Pattern.compile("```yaml\n(source: ([a-z-]+)\n.*?)```", Pattern.DOTALL);

    record Example(String source, String text) {
        @Override
        public String toString() {
            return text.lines()
                    .filter(line -> line.contains("kind:"))
                    .findFirst()
                    .orElse(source)
                    .strip();
        }
    }

    @ParameterizedTest
    @MethodSource("examples")
    void isInForceAsItStands(Example example, @TempDir Path home) throws Exception {
        var folder = Files.createDirectories(home.resolve("mappings").resolve(example.source()));
        Files.createDirectories(home.resolve("schemas"));
        Files.copy(Path.of("schemas/source.schema.json"), home.resolve("schemas/source.schema.json"));
        Files.writeString(folder.resolve("source.yaml"), example.text());

        var register = SourceRegister.open(home);

        assertThat(register.problems()).isEmpty();
        var source = register.find(new SourceId(example.source())).orElseThrow();
        SourceRoute.of(source)
                .ifPresent(route -> assertThat(Path.of("routes/templates", route.template() + ".yaml"))
                        .isRegularFile());
    }

    static List<Example> examples() throws Exception {
        var found = new ArrayList<Example>();
        var matcher = EXAMPLE.matcher(Files.readString(Path.of("docs/doors.md")));
        while (matcher.find()) {
            found.add(new Example(matcher.group(2), matcher.group(1)));
        }
        assertThat(found).isNotEmpty();
        return found;
    }
}
