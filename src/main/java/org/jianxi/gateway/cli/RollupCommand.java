package org.jianxi.gateway.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jianxi.gateway.canonical.Bilingual;
import org.jianxi.gateway.canonical.Period;
import org.jianxi.gateway.filing.ProvincialReturn;
import org.jianxi.gateway.filing.ReturnDocuments;
import org.jianxi.gateway.filing.ReturnFormat;
import org.jianxi.gateway.filing.ReturnPdf;
import org.jianxi.gateway.filing.print.NoPrintFont;
import org.jianxi.gateway.filing.print.PrintFont;
import org.jianxi.gateway.forms.ReturnForm;
import org.jianxi.gateway.rollup.CannotAddUp;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code jianxi rollup}: adds canonical returns up, offline.
 *
 * <p>Ends with 1 when the files do not make one roll-up: one is no canonical return of the month, or two claim one sender's same
 * revision. A sender without a file is a gap and no error.
 */
@Command(
        name = "rollup",
        description = "离线汇总规范报表 · add canonical returns up, offline",
        footer = {"", "例 Example:", "  ./jianxi rollup submissions/*.json --period 2023-06 --out return.xlsx --json"})
@SuppressWarnings("NullAway.Init") // picocli fills the fields before call()
final class RollupCommand implements Callable<Integer> {

    private final Home home;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "规范 JSON 或 XML · canonical JSON or XML")
    private List<Path> files;

    @Option(names = "--period", required = true, description = "月份，如 2023-06 · the month")
    private Period period;

    @Option(names = "--out", description = "写成 .xlsx .pdf .xml .json .csv 或 .sdmx.csv · write the return")
    private Optional<Path> target;

    @Option(names = "--json", description = "JSON 输出 · one JSON document")
    private boolean json;

    RollupCommand(Home home) {
        this.home = home;
    }

    @Override
    public Integer call() {
        var format = target.filter(file -> !isPdf(file)).map(this::formatOf);
        var gateway = new OfflineGateway(home);
        var adding = new OfflineRollup(gateway);
        try {
            var filed = ProvincialReturn.unsigned(adding.up(files, period));
            var documents = new ReturnDocuments(adding.form(period), gateway.units());
            format.ifPresent(chosen -> write(documents.write(chosen, filed)));
            target.filter(RollupCommand::isPdf).ifPresent(file -> write(print(adding.form(period), filed)));
            var shown = json ? ReturnFormat.JSON : ReturnFormat.CSV;
            new Output(spec.commandLine()).text(documents.write(shown, filed));
            return ExitCodes.YES;
        } catch (CannotAddUp no) {
            explain(no.reasons());
            return ExitCodes.NO;
        }
    }

    private static boolean isPdf(Path file) {
        return file.toString().toLowerCase(Locale.ROOT).endsWith(ReturnPdf.EXTENSION);
    }

    private static byte[] print(ReturnForm form, ProvincialReturn filed) {
        try {
            var font = PrintFont.find(
                    Optional.ofNullable(System.getProperty(PrintFont.PROPERTY)).map(Path::of));
            return new ReturnPdf(form, font).write(filed);
        } catch (NoPrintFont none) {
            throw new CannotBeDone(none.reason());
        }
    }

    private ReturnFormat formatOf(Path file) {
        return ReturnFormat.ofFileName(file.toString())
                .orElseThrow(() -> new ParameterException(
                        spec.commandLine(), "--out: .xlsx, .pdf, .xml, .json, .csv 或 or .sdmx.csv, 不是 not " + file));
    }

    private void write(byte[] document) {
        var file = target.orElseThrow();
        try {
            Files.write(file, document);
        } catch (IOException failed) {
            throw new CannotBeDone(new Bilingual("写不了 " + file, "Cannot write " + file + ": " + failed));
        }
    }

    private void explain(List<Bilingual> reasons) {
        var output = new Output(spec.commandLine());
        reasons.forEach(output::complaint);
        if (json) {
            var document = new LinkedHashMap<String, Object>();
            document.put("period", period.toString());
            document.put(
                    "errors",
                    reasons.stream()
                            .map(reason -> Map.of("zh", reason.zh(), "en", reason.en()))
                            .toList());
            output.json(document);
        }
    }
}
