package org.jianxi.gateway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for every command: contract §1. */
class JianxiTest {

    @ParameterizedTest
    @ValueSource(strings = {"calendar", "check", "mapping", "mapping test", "mapping run", "rollup", "serve"})
    void helpShowsAnExample(String command) {
        var terminal = new Terminal();

        assertThat(terminal.run((command + " --help").split(" "))).isZero();
        assertThat(terminal.out()).contains("./jianxi " + command);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "no-such-command", "calendar --no-such-option"})
    void whatItDoesNotKnowIsWrongUsageAndSaysNothingOnStandardOutput(String words) {
        var terminal = new Terminal(new Home(Path.of("")));

        assertThat(terminal.run(words.isEmpty() ? new String[0] : words.split(" ")))
                .isEqualTo(2);
        assertThat(terminal.out()).isEmpty();
    }

    @Test
    void serveTakesAnySettingOfTheGateway() {
        var parsed =
                Jianxi.commandLine(new Home(Path.of(""))).parseArgs("serve", "--server.port=8090", "--jianxi.var=x");

        assertThat(parsed.subcommand().commandSpec().name()).isEqualTo("serve");
    }

    @Test
    void withoutACommandAllOfThemAreNamed() {
        var terminal = new Terminal();

        assertThat(terminal.run("--help")).isZero();
        assertThat(terminal.out())
                .contains("demo", "calendar", "check", "mapping", "rollup", "serve", "access", "keys");
    }
}
