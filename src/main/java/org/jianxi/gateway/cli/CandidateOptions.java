package org.jianxi.gateway.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jianxi.gateway.calendar.CalendarFiles;
import org.jianxi.gateway.canonical.Bilingual;
import org.jianxi.gateway.flow.ReplayCandidate;
import org.jianxi.gateway.forms.ReturnForm;
import org.jianxi.gateway.forms.ReturnForms;
import org.jianxi.gateway.signing.Sm3;
import picocli.CommandLine.Option;

/** What is to be tried: one or more of a mapping folder, a return definition and a calendar folder. */
@SuppressWarnings("NullAway.Init") // picocli fills the fields before they are read
final class CandidateOptions {

    @Option(
            names = "--mapping",
            paramLabel = "DIR",
            description = "候选的映射文件夹，如 mappings/<来源> · candidate folder, laid out as mappings/<source>")
    private Optional<Path> mapping;

    @Option(
            names = "--form",
            paramLabel = "FILE",
            description = "候选的报表定义（含规则）· candidate return definition, rules included")
    private Optional<Path> form;

    @Option(names = "--calendar", paramLabel = "DIR", description = "候选的日历文件夹 · candidate calendar folder")
    private Optional<Path> calendar;

    boolean isEmpty() {
        return mapping.isEmpty() && form.isEmpty() && calendar.isEmpty();
    }

    /** All of it read and checked; a file that cannot be used ends the command with its line. */
    ReplayCandidate read(OfflineGateway gateway) {
        var definition = form.map(CandidateOptions::definition);
        var files = calendar.map(CalendarFiles::new);
        files.ifPresent(CalendarFiles::read);
        var beside = definition.map(gateway::with).orElse(gateway);
        var tried = mapping.map(folder -> new MappingFolder(folder).replay(beside));
        return new ReplayCandidate(
                tried.flatMap(ReplayCandidate::mapping),
                definition,
                files,
                tried.map(ReplayCandidate::beside).orElse(List.of()));
    }

    private static ReturnForm definition(Path file) {
        try {
            return ReturnForms.read(file, Sm3::of);
        } catch (IOException unreadable) {
            throw new CannotBeDone(new Bilingual("读不了 " + file, file + " cannot be read: " + unreadable));
        }
    }
}
