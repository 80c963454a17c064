package org.jianxi.gateway.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jianxi.gateway.canonical.Bilingual;
import org.jianxi.gateway.registries.lookups.LookupExport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Unmatched;

/** {@code jianxi registries lookups}: the look-up ledger of one registry as a file, with our signature as its last line. */
@Command(
        name = "lookups",
        description = "导出一个登记库的查询台账 · export the look-up ledger of a registry",
        footer = {"", "例 Example:", "  ./jianxi registries lookups low-income --out ours.jsonl"})
@SuppressWarnings("NullAway.Init") // picocli fills the fields before call()
final class RegistriesLookupsCommand implements Callable<Integer> {

    private final Home home;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "NAME", description = "登记库 · the registry")
    private String registry;

    @Option(names = "--out", required = true, paramLabel = "FILE.jsonl", description = "写到哪里 · where to")
    private Path target;

    @Unmatched
    private final List<String> settings = new ArrayList<>();

    RegistriesLookupsCommand(Home home) {
        this.home = home;
    }

    @Override
    public Integer call() {
        var lines = ClosedHouse.in(home, settings).ask(context -> written(context.getBean(LookupExport.class)));
        spec.commandLine().getOut().println("已导出 %d 行 · %d lines written".formatted(lines, lines));
        return ExitCodes.YES;
    }

    private int written(LookupExport export) {
        var count = new int[1];
        try (var writer = Files.newBufferedWriter(target, StandardCharsets.UTF_8)) {
            export.write(registry, line -> {
                try {
                    writer.write(line);
                    writer.write('\n');
                    count[0]++;
                } catch (IOException full) {
                    throw new UncheckedIOException(full);
                }
            });
            return count[0];
        } catch (IOException | UncheckedIOException unwritable) {
            throw new CannotBeDone(new Bilingual(target + "：写不了", target + ": cannot be written"));
        }
    }
}
