package org.jianxi.gateway.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jianxi.gateway.canonical.Bilingual;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** What every command about keys asks for, and how it answers. */
@SuppressWarnings("NullAway.Init") // picocli fills the fields before call()
final class KeysOptions {

    @Option(
            names = "--var",
            defaultValue = "var",
            description = "数据文件夹 · the data folder; keys lie in its keys/ (${DEFAULT-VALUE})")
    private Path folder;

    @Option(names = "--json", description = "JSON 输出 · one JSON document")
    private boolean json;

    Path folder() {
        return folder;
    }

    /** Done: as JSON, or as these lines. */
    int done(CommandLine command, Map<String, ?> tree, List<String> lines) {
        return answer(command, tree, lines, ExitCodes.YES);
    }

    int answer(CommandLine command, Map<String, ?> tree, List<String> lines, int code) {
        if (json) {
            new Output(command).json(tree);
        } else {
            lines.forEach(command.getOut()::println);
            command.getOut().flush();
        }
        return code;
    }

    /** The answer is no, and why. */
    int refused(CommandLine command, Bilingual why) {
        if (json) {
            new Output(command).json(Map.of("refused", Map.of("zh", why.zh(), "en", why.en())));
        } else {
            new Output(command).complaint(why);
        }
        return ExitCodes.NO;
    }
}
