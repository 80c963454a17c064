package org.jianxi.gateway.intake;

import java.util.Optional;
import java.util.function.Predicate;
import org.jianxi.gateway.canonical.Sender;
import org.jianxi.gateway.documents.YamlFile;

/**
 * What must be right about a source's file besides its schema. Throws {@code FileProblem} with the line.
 *
 * @param known whether there is such a reporting unit
 */
record SourceCheck(Predicate<Sender> known) {

    void check(YamlFile file, SourceFile written, String folder) {
        if (!written.source().equals(folder)) {
            throw file.problem("/source", "the source must be named as its folder, " + folder);
        }
        refuse(file, "/door", written.door().misfit());
        refuse(file, "/schedule", Optional.ofNullable(written.schedule()).flatMap(SchedulePart::misfit));
        refuse(file, "/webhook", Optional.ofNullable(written.webhook()).flatMap(WebhookPart::misfit));
        schedule(file, written.toSource());
        mappings(file, written.toSource());
        views(file, written.toSource());
        senders(file, written.toSource());
        areas(file, written.toSource());
    }

    private static void refuse(YamlFile file, String member, Optional<DoorPart.Misfit> misfit) {
        misfit.ifPresent(found -> {
            throw file.problem(member + found.pointer(), found.why());
        });
    }

    private static void schedule(YamlFile file, Source source) {
        if (source.entrance().isTimed() && source.schedule().isEmpty()) {
            throw file.problem("/door", "a door that fetches needs a schedule: {everySeconds: 3600} or {cron: …}");
        }
        if (!source.entrance().isTimed() && source.schedule().isPresent()) {
            throw file.problem(
                    "/schedule", "this kind of door is not asked by the clock; a schedule means nothing here");
        }
    }

    /** A mapping is found by its dataset's name: under another one it would lie there and read nothing. */
    private static void mappings(YamlFile file, Source source) {
        source.datasets()
                .forEach((name, dataset) -> dataset.mapping()
                        .filter(mapping -> !mapping.equals(name + ".yaml"))
                        .ifPresent(mapping -> {
                            throw file.problem(
                                    "/datasets/" + name + "/mapping",
                                    "the mapping must be named as its dataset, " + name + ".yaml");
                        }));
    }

    private static void views(YamlFile file, Source source) {
        if (source.entrance() instanceof JdbcPoll poll) {
            poll.views().keySet().stream()
                    .filter(dataset -> !source.datasets().containsKey(dataset))
                    .findFirst()
                    .ifPresent(dataset -> {
                        throw file.problem("/door/views/" + dataset, dataset + " is none of its datasets");
                    });
        }
    }

    private void senders(YamlFile file, Source source) {
        for (var index = 0; index < source.senders().size(); index++) {
            if (!known.test(source.senders().get(index))) {
                throw file.problem(
                        "/senders/" + index, source.senders().get(index) + " is none of the units that report");
            }
        }
    }

    /** An area lies in a sender's when it begins with the same prefecture; the province's own level takes in all. */
    private static void areas(YamlFile file, Source source) {
        for (var index = 0; index < source.areas().size(); index++) {
            var area = source.areas().get(index);
            if (source.senders().stream().noneMatch(sender -> lies(area, sender))) {
                throw file.problem("/areas/" + index, area + " lies in none of its senders' areas");
            }
        }
    }

    private static boolean lies(String area, Sender sender) {
        var level = sender.code().startsWith("99", 2) ? 2 : 4;
        return area.regionMatches(0, sender.code(), 0, level);
    }
}
