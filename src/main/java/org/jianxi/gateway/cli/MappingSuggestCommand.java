package org.jianxi.gateway.cli;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jianxi.gateway.documents.UnreadableDocument;
import org.jianxi.gateway.forms.Dataset;
import org.jianxi.gateway.forms.ReturnForms;
import org.jianxi.gateway.signing.Sm3;
import org.jianxi.gateway.suggest.Suggester;
import org.jianxi.gateway.suggest.Suggestion;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code jianxi mapping suggest}: drafts a mapping from a sample and prints it. Ends with 1 when something of the dataset that every
 * document needs was not found.
 */
@Command(
        name = "suggest",
        description = "由样例推测映射草稿 · draft a mapping from a sample",
        footer = {
            "",
            "例 Example:",
            "  ./jianxi mapping suggest mappings/honghe/samples/2023-06-honghe.in.csv --dataset monthly-return --source honghe"
        })
@SuppressWarnings("NullAway.Init") // picocli fills the fields before call()
final class MappingSuggestCommand implements Callable<Integer> {

    private final Home home;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "SAMPLE", description = "对方的一个样例文件 · a file the source really sends")
    private Path file;

    @Option(
            names = "--dataset",
            required = true,
            paramLabel = "NAME",
            description = "数据集 · dataset: monthly-return, trainees, …")
    private String dataset;

    @Option(
            names = "--source",
            defaultValue = "new-source",
            paramLabel = "ID",
            description = "来源标识 · the source's id: ${DEFAULT-VALUE}")
    private String source;

    @Option(
            names = "--form",
            defaultValue = "MOHRSS-2023",
            paramLabel = "ID",
            description = "表式 · edition of the return: ${DEFAULT-VALUE}")
    private String form;

    @Option(names = "--json", description = "JSON 输出 · one JSON document")
    private boolean json;

    MappingSuggestCommand(Home home) {
        this.home = home;
    }

    @Override
    public Integer call() {
        if (!source.matches("[a-z][a-z0-9-]{1,39}")) {
            throw new ParameterException(
                    spec.commandLine(), "'" + source + "' 不能作来源标识 is no id of a source: a-z 0-9 -");
        }
        var suggestion = suggestion(InputFile.read(file));
        var output = new Output(spec.commandLine());
        if (json) {
            output.json(suggestion.document());
        } else {
            output.text(suggestion.draft().getBytes(StandardCharsets.UTF_8));
        }
        return suggestion.isWhole() ? ExitCodes.YES : ExitCodes.NO;
    }

    private Suggestion suggestion(InputFile sample) {
        home.schemas();
        try {
            return Suggester.open(home.folder()).suggest(asked(), sample.type(), sample.content());
        } catch (UnreadableDocument unreadable) {
            throw new CannotBeDone(unreadable.reason());
        }
    }

    private Suggester.Asked asked() {
        if (dataset.equals(Dataset.MONTHLY_RETURN)) {
            var forms = ReturnForms.load(home.folder(), Sm3::of);
            return new Suggester.OfReturn(
                    source,
                    forms.find(form)
                            .orElseThrow(() -> new ParameterException(
                                    spec.commandLine(), "'" + form + "' 不是已知的表式 is no known edition")));
        }
        return new Suggester.OfRecords(source, dataset);
    }
}
