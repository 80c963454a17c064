package org.jianxi.gateway.publishing.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import org.jianxi.gateway.forms.Datasets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The folders under {@code platforms/}, and what is refused in one. */
class PlatformFileTest {

    private static final Path HOME = Path.of("");
    private static final Datasets DATASETS = Datasets.load(HOME);

    @TempDir
    Path home;

    @Test
    void theFivePlatformsThatTheNoticeNamesAreDeliveredAndSwitchedOff() {
        var register = PlatformRegister.open(HOME, DATASETS);

        assertThat(register.problems()).isEmpty();
        assertThat(register.all().stream().map(Platform::channel).collect(Collectors.toSet()))
                .isEqualTo(Set.of("中国公共招聘网", "高校毕业生就业服务平台", "国家大学生就业服务平台", "就业在线", "地方公共招聘网"));
        assertThat(register.all()).noneMatch(Platform::active);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "url: https://cjob.invalid|url: http://cjob.invalid|a key is sent there",
                "platform: cjob|platform: other|must be named as its folder",
                "channel: 中国公共招聘网|channel: 某网站|is no channel of the dictionary",
                "form: json|form: json-ld|schema.org has names of its own",
                "lists: [units,|lists: [trainees, units,|/lists/0",
                "key: env:JIANXI_CJOB_KEY|key: secret-itself|/key",
                "path: '/{list}/{id}'}|path: '/{list}'}|/wire/show/path",
                "number: /data/serialNo|number: data|/wire/number",
            })
    void aFileThatCannotBeUsedIsRefusedWithItsLineAndTheLastGoodOneStays(String written, String instead, String why)
            throws IOException {
        lay("");
        var register = PlatformRegister.open(home, DATASETS);
        var text = Files.readString(HOME.resolve("platforms/cjob/platform.yaml"));
        assertThat(text).contains(written);
        lay(text.replaceFirst(
                java.util.regex.Pattern.quote(written), java.util.regex.Matcher.quoteReplacement(instead)));

        register.reread();
        register.reread();

        assertThat(register.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.getMessage()).contains(why);
            assertThat(problem.line()).isPositive();
        });
        assertThat(register.find("cjob")).map(Platform::channel).contains("中国公共招聘网");
    }

    private void lay(String text) throws IOException {
        var schemas = Files.createDirectories(home.resolve("schemas"));
        if (text.isEmpty()) {
            Files.copy(HOME.resolve("schemas/platform.schema.json"), schemas.resolve("platform.schema.json"));
        }
        var folder = Files.createDirectories(home.resolve("platforms/cjob"));
        Files.writeString(
                folder.resolve("platform.yaml"),
                text.isEmpty() ? Files.readString(HOME.resolve("platforms/cjob/platform.yaml")) : text);
    }
}
