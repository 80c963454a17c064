package org.jianxi.gateway.filing.month;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jianxi.gateway.filing.month.MonthWalk.Tried;
import org.junit.jupiter.api.Test;

/** The diagram and the table of {@code docs/workflow.md} are made from the type; run with {@code -Djianxi.write=true} to write them. */
class WorkflowDocumentTest {

    private static final Path PAGE = Path.of("docs/workflow.md");
    private static final String BEGIN = "<!-- generated from org.jianxi.gateway.filing.month -->\n";
    private static final String END = "<!-- end of what is generated -->\n";
    private static final MonthWalk WALK = MonthWalk.everywhere();

    @Test
    void theCommittedPageShowsTheTypeAsItIs() throws IOException {
        var page = Files.readString(PAGE, UTF_8);
        var before = page.substring(0, page.indexOf(BEGIN) + BEGIN.length());
        var after = page.substring(page.indexOf(END));
        var now = before + diagram() + "\n" + table() + "\n" + reasons() + after;
        if (Boolean.getBoolean("jianxi.write")) {
            Files.writeString(PAGE, now, UTF_8);
        }
        assertThat(Files.readString(PAGE, UTF_8))
                .as("out of date: run this test with -Djianxi.write=true and commit")
                .isEqualTo(now);
    }

    private static String diagram() {
        var text = new StringBuilder("```mermaid\nstateDiagram-v2\n");
        kinds().forEach(month -> text.append(
                "    state \"%s<br/>%s\" as %s\n".formatted(month.title().zh(), month.wireName(), id(month))));
        text.append("    [*] --> collecting\n");
        var edges = new TreeMap<String, Set<String>>();
        for (var one : WALK.tried) {
            if (one.turn() instanceof MonthTurn.Now(var after)
                    && !after.wireName().equals(one.before().wireName())) {
                edges.computeIfAbsent(id(one.before()) + " --> " + id(after), any -> new TreeSet<>())
                        .add(one.act().title().zh());
            }
        }
        edges.forEach((edge, acts) -> text.append("    %s : %s\n".formatted(edge, String.join("，", acts))));
        kinds().filter(Month::isFinal).forEach(month -> text.append("    %s --> [*]\n".formatted(id(month))));
        return text.append("```\n").toString();
    }

    /** Each act on each state: where it may lead, in italics why it may be refused. */
    private static String table() {
        var text = new StringBuilder("| act \\ state |");
        kinds().forEach(month ->
                text.append(" %s `%s` |".formatted(month.title().zh(), month.wireName())));
        text.append("\n|---|").append("---|".repeat((int) kinds().count())).append('\n');
        for (var act : Stream.of(MonthAct.class.getPermittedSubclasses()).toList()) {
            var title = WALK.tried.stream()
                    .filter(one -> act.isInstance(one.act()))
                    .findFirst()
                    .orElseThrow()
                    .act()
                    .title();
            text.append("| **%s** %s |".formatted(title.zh(), title.en()));
            kinds().forEach(month -> text.append(" %s |".formatted(cell(act, month))));
            text.append('\n');
        }
        return text.toString();
    }

    private static String cell(Class<?> act, Month state) {
        var here = WALK.tried.stream()
                .filter(one ->
                        act.isInstance(one.act()) && one.before().getClass().equals(state.getClass()))
                .toList();
        var leads = kinds().map(Month::wireName).filter(names(here, WorkflowDocumentTest::leadsTo)::contains);
        var refused = Stream.of(Refusal.values())
                .map(WorkflowDocumentTest::code)
                .filter(names(here, one -> one.turn().reasons().stream().map(WorkflowDocumentTest::code))::contains)
                .map("*%s*"::formatted);
        return Stream.concat(leads, refused).collect(Collectors.joining("<br/>"));
    }

    private static Set<String> names(List<Tried> here, Function<Tried, Stream<String>> of) {
        return here.stream().flatMap(of).collect(Collectors.toSet());
    }

    private static Stream<String> leadsTo(Tried one) {
        return one.turn() instanceof MonthTurn.Now(var after) ? Stream.of(after.wireName()) : Stream.empty();
    }

    private static String reasons() {
        var text = new StringBuilder("| refused because | 原因 | |\n|---|---|---|\n");
        for (var one : Refusal.values()) {
            text.append("| *%s* | %s | %s |\n"
                    .formatted(code(one), one.message().zh(), one.message().en()));
        }
        return text.toString();
    }

    private static String code(Refusal one) {
        return one.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String id(Month month) {
        return month.wireName().replace('-', '_');
    }

    /** One of each state, in the order in which the type names them. */
    private static Stream<Month> kinds() {
        return Stream.of(Month.class.getPermittedSubclasses())
                .map(kind -> WALK.states.stream()
                        .filter(kind::isInstance)
                        .findFirst()
                        .orElseThrow());
    }
}
