package org.jianxi.gateway.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jianxi.gateway.canonical.Bilingual;
import org.jianxi.gateway.flow.crossmatch.CrossMatchFlow;
import org.jianxi.gateway.flow.crossmatch.RegistryDesk;
import org.jianxi.gateway.flow.crossmatch.RegistryDocument;
import org.jianxi.gateway.registries.run.RegistrySettings;
import org.jianxi.gateway.registries.run.RegistryUnavailable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Unmatched;

/**
 * {@code jianxi registries run}: compares our people with one registry, beside a running gateway too. Ends with 0 when everybody who was
 * due has an answer, and with 3 where it stopped; the next run goes on there.
 */
@Command(
        name = "run",
        description = {
            "与一个登记库比对；可中断，下次接着做",
            "compare our people with one registry; may be interrupted, the next run goes on"
        },
        footer = {
            "",
            "例 Example:",
            "  ./jianxi registries run low-income --dry-run",
            "  ./jianxi registries run low-income --json"
        })
@SuppressWarnings("NullAway.Init") // picocli fills the fields before call()
final class RegistriesRunCommand implements Callable<Integer> {

    private static final String ACTOR = "operator";
    private static final long STEP = 500;

    private final Home home;
    private long told = -1;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "NAME", description = "登记库 · the registry")
    private String registry;

    @Option(names = "--dry-run", description = "只说将问多少人 · only say how many it would ask for")
    private boolean dryRun;

    @Option(names = "--json", description = "一份 JSON · one JSON document")
    private boolean json;

    @Unmatched
    private final List<String> settings = new ArrayList<>();

    RegistriesRunCommand(Home home) {
        this.home = home;
    }

    @Override
    public Integer call() {
        var document = ClosedHouse.in(home, settings).ask(house -> answer(house.getBean(RegistryDesk.class)));
        var output = new Output(spec.commandLine());
        if (json) {
            output.json(document);
        } else {
            document.forEach((member, value) -> spec.commandLine().getOut().printf("%-12s %s%n", member, value));
        }
        if (document.get("stopped") instanceof Map<?, ?> why) {
            output.complaint(new Bilingual("已停下：" + why.get("zh"), "It stopped: " + why.get("en")));
            return ExitCodes.COULD_NOT;
        }
        return ExitCodes.YES;
    }

    private Map<String, @Nullable Object> answer(RegistryDesk desk) {
        var found = desk.find(registry)
                .orElseThrow(() -> new CannotBeDone(
                        new Bilingual(registry + "：没有这个登记库", registry + ": there is no such registry")));
        return dryRun ? planned(desk, found) : ran(desk, found);
    }

    private Map<String, @Nullable Object> planned(RegistryDesk desk, RegistrySettings found) {
        try {
            return RegistryDocument.of(registry, desk.matches().plan(found));
        } catch (RegistryUnavailable unavailable) {
            throw new CannotBeDone(unavailable.reason());
        }
    }

    private Map<String, @Nullable Object> ran(RegistryDesk desk, RegistrySettings found) {
        var order = new CrossMatchFlow.Order(ACTOR, this::tell, id -> {});
        return desk.matches()
                .run(found, order)
                .map(RegistryDocument::of)
                .orElseThrow(() ->
                        new CannotBeDone(new Bilingual(registry + "：正在比对", registry + ": another run of it goes on")));
    }

    /** A line for each half thousand, and the first and the last. */
    private void tell(long answered, long due) {
        if (answered == due || answered / STEP > told) {
            told = answered / STEP;
            spec.commandLine().getErr().printf("… %d / %d%n", answered, due);
            spec.commandLine().getErr().flush();
        }
    }
}
