package org.jianxi.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipInputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import org.jianxi.gateway.canonical.Mapped;
import org.jianxi.gateway.canonical.MediaType;
import org.jianxi.gateway.canonical.Period;
import org.jianxi.gateway.canonical.ReportingUnits;
import org.jianxi.gateway.canonical.Sender;
import org.jianxi.gateway.flow.DocumentReading;
import org.jianxi.gateway.flow.DocumentReading.Paper;
import org.jianxi.gateway.forms.CanonicalDocuments;
import org.jianxi.gateway.forms.Divisions;
import org.jianxi.gateway.forms.ReturnForms;
import org.jianxi.gateway.mapping.MappingFile;
import org.jianxi.gateway.rollup.Contribution;
import org.jianxi.gateway.rollup.Origin;
import org.jianxi.gateway.rollup.Rollup;
import org.jianxi.gateway.signing.Sm3;
import tools.jackson.databind.json.JsonMapper;

/** Parts of the path alone, in this JVM, warm: a workbook mapped, seventeen returns read and added up. */
final class PartsBenchmark {

    private static final Period JUNE = Period.parse("2023-06").orElseThrow();
    private static final long WARM_UP_NANOS = 4_000_000_000L;
    private static final long ROUND_NANOS = 1_000_000_000L;

    private final Project project;
    private final ReturnForms forms;
    private final ReportingUnits units;
    private final CanonicalDocuments canonical;
    private int consumed;

    /** One operation, whose answer is used for something. */
    private interface Operation {
        int run() throws Exception;
    }

    PartsBenchmark(Project project) {
        this.project = project;
        this.forms = ReturnForms.load(project.folder(), Sm3::of);
        this.units = Divisions.reportingUnits(project.folder());
        this.canonical = new CanonicalDocuments(forms);
    }

    void run(int rounds, PrintStream out) throws Exception {
        workbook(rounds, out);
        rollUp(rounds, out);
        System.err.println("answers used: " + consumed);
    }

    private void workbook(int rounds, PrintStream out) throws Exception {
        var folder = project.folder().resolve("mappings/official");
        var workbook = Files.readAllBytes(folder.resolve("samples/2023-06-nujiang.in.xlsx"));
        var mapping =
                Optional.of(MappingFile.load(project.folder(), folder.resolve("monthly-return.yaml"), forms, Sm3::of));
        var reading = new DocumentReading(canonical, units);
        var paper = new Paper(workbook, MediaType.XLSX, Optional.empty(), Optional.of(JUNE));
        compare(
                new Turns(
                        "Workbook",
                        "the official workbook mapped",
                        "the same workbook only unzipped and parsed as XML"),
                rounds,
                () -> reading.read(paper, mapping).mapped() instanceof Mapped.Read read
                        ? read.findings().size()
                        : mistaken(),
                () -> events(workbook),
                out);
    }

    private void rollUp(int rounds, PrintStream out) throws Exception {
        var bodies = units.senders().stream().map(PartsBenchmark::body).toList();
        var mapper = JsonMapper.shared();
        compare(
                new Turns(
                        "Roll-up",
                        "seventeen canonical returns read and rolled up with lineage",
                        "the same seventeen read as Jackson trees and added up"),
                rounds,
                () -> rolledUp(bodies),
                () -> {
                    var sum = 0;
                    for (var body : bodies) {
                        for (var figure : mapper.readTree(body).get("indicators")) {
                            sum += figure.asInt(0);
                        }
                    }
                    return sum;
                },
                out);
    }

    private int rolledUp(List<byte[]> bodies) {
        var contributions = bodies.stream()
                .map(body -> new Contribution(
                        canonical.read(body, MediaType.JSON).complete().orElseThrow(),
                        new Origin("return.json", Sm3.of(body), Optional.empty(), Map.of())))
                .toList();
        var form = forms.current(JUNE).orElseThrow();
        return Rollup.of(form, JUNE, units, contributions).hashCode();
    }

    private void compare(Turns turns, int rounds, Operation ours, Operation bare, PrintStream out) throws Exception {
        timed(ours, WARM_UP_NANOS);
        timed(bare, WARM_UP_NANOS);
        turns.measure(rounds, () -> timed(ours, ROUND_NANOS), () -> timed(bare, ROUND_NANOS), out);
    }

    /** Processor time of the whole JVM: a document from outside is read in a thread of its own, under a time limit. */
    /** Processor time of the whole JVM: a document from outside is read in a thread of its own, under a time limit. */
    private Map<String, Double> timed(Operation operation, long nanos) throws Exception {
        var machine = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        var processorBefore = machine.getProcessCpuTime();
        var started = System.nanoTime();
        var count = 0;
        while (System.nanoTime() - started < nanos) {
            consumed += operation.run();
            count++;
        }
        var wall = System.nanoTime() - started;
        return Turns.figures(
                "wall, µs", wall / 1e3 / count,
                "processor, µs", (machine.getProcessCpuTime() - processorBefore) / 1e3 / count);
    }

    private static int events(byte[] workbook) throws IOException, XMLStreamException {
        var count = 0;
        try (var zip = new ZipInputStream(new ByteArrayInputStream(workbook))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                var reader = Parser.FACTORY.createXMLStreamReader(new ByteArrayInputStream(zip.readAllBytes()));
                while (reader.hasNext()) {
                    count += reader.next();
                }
            }
        }
        return count;
    }

    private static int mistaken() {
        throw new IllegalStateException("the sample workbook was not read");
    }

    private static byte[] body(Sender sender) {
        return ("""
                {"form":"MOHRSS-2023","period":"2023-06","sender":"%s","revision":1,"indicators":{"1":97,"2":4,"3":5630,"4":120,\
                "5":800,"6":640,"7":512,"8":610,"9":333,"10":290,"11":196,"12":30,"13":3127,"14":"1873.50"}}""").formatted(sender.code()).getBytes(StandardCharsets.UTF_8);
    }

    /** Made once; making a factory costs more than parsing a small part. */
    private static final class Parser {
        static final XMLInputFactory FACTORY = XMLInputFactory.newDefaultFactory();
    }
}
