package org.jianxi.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.sshd.client.SshClient;
import org.jianxi.gateway.canonical.Sender;
import org.jianxi.gateway.database.EmbeddedPostgres;

/** Placements with their people, units and payments into a gateway of 512 MB, against PostgreSQL's own COPY of the rows it keeps of them. */
final class RecordsBenchmark {

    /** Of each sender, before anything is timed. */
    private static final int WARM_UP = 2_000;

    private final Project project;
    private final int placements = Integer.getInteger("bench.records.placements", 1_000_000);

    RecordsBenchmark(Project project) {
        this.project = project;
    }

    void run(int rounds, PrintStream out) throws Exception {
        var work = project.emptied("records");
        var house = BenchHouse.in(project, work);
        var bodies = bodies(house, Files.createDirectories(work.resolve("bodies")), 0, placements);
        var warming = bodies(
                house,
                Files.createDirectories(work.resolve("warming")),
                placements,
                WARM_UP * house.keys().size());
        try (var postgres = EmbeddedPostgres.start(
                        work.resolve("postgres"), project.work().resolve("postgres-binaries"), 0);
                var gateway = house.gateway(postgres, work.resolve("gateway.log"));
                var client = HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .build();
                var ssh = SshClient.setUpDefaultClient()) {
            ssh.setServerKeyVerifier((session, address, key) -> true);
            ssh.start();
            var pushes = new RecordPushes(client, gateway.address(), house.keys());
            var uploads = new RecordUploads(ssh, house.sftpPort(), house.uploads());
            out.printf(
                    Locale.ROOT,
                    "%n| door | dataset | records | s | records a second | processor, s |%n|---|---|---|---|---|---|%n");
            var halves = halves(house);
            for (var dataset : MadeRecords.DATASETS) {
                pushes.push(of(warming.get(dataset), halves.get(true)));
                uploads.upload(of(warming.get(dataset), halves.get(false)));
            }
            var taken = new CopiedRows.Taken();
            for (var dataset : MadeRecords.DATASETS) {
                var pushed = of(bodies.get(dataset), halves.get(true));
                taken.add("HTTP", dataset, timed("HTTP", dataset, gateway, pushed, pushes::push, out), count(pushed));
                var uploaded = of(bodies.get(dataset), halves.get(false));
                taken.add(
                        "SFTP",
                        dataset,
                        timed("SFTP", dataset, gateway, uploaded, uploads::upload, out),
                        count(uploaded));
            }
            out.printf(Locale.ROOT, "%nGateway with -Xmx512m, %.0f MB resident at the most%n", resident(gateway));
            new CopiedRows(postgres, work.resolve("rows")).print(taken, out);
            new DerivedPace(client, gateway.address(), house.officer(), postgres)
                    .print(rounds, () -> pushes.push(another(house, work)), out);
        }
    }

    /** Fifty payments of the first sender, once more and in a batch of their own. */
    private List<MadeRecords.Body> another(BenchHouse house, Path work) throws IOException {
        var sender = house.keys().keySet().iterator().next();
        var folder = Files.createDirectories(work.resolve("another"));
        return new MadeRecords(folder, sender, county(sender), 0, 0, 50).write("payments");
    }

    private interface Delivering {
        void all(List<MadeRecords.Body> bodies) throws Exception;
    }

    private static double timed(
            String door,
            String dataset,
            ServerProcess gateway,
            List<MadeRecords.Body> bodies,
            Delivering delivering,
            PrintStream out)
            throws Exception {
        var processor = gateway.processorTime();
        var started = System.nanoTime();
        delivering.all(bodies);
        var seconds = (System.nanoTime() - started) / 1e9;
        out.printf(
                Locale.ROOT,
                "| %s | %s | %,d | %.1f | %,.0f | %.1f |%n",
                door,
                dataset,
                count(bodies),
                seconds,
                count(bodies) / seconds,
                gateway.processorTime().minus(processor).toMillis() / 1e3);
        return seconds;
    }

    /** Every other sender pushes, the others upload. */
    private static Map<Boolean, Set<Sender>> halves(BenchHouse house) {
        var senders = List.copyOf(house.keys().keySet());
        return senders.stream()
                .collect(Collectors.partitioningBy(sender -> senders.indexOf(sender) % 2 == 0, Collectors.toSet()));
    }

    private static List<MadeRecords.Body> of(List<MadeRecords.Body> bodies, Set<Sender> senders) {
        return bodies.stream().filter(body -> senders.contains(body.sender())).toList();
    }

    /**
     * Every sender's, by dataset.
     *
     * @param before trainees of all senders that are made elsewhere
     * @param trainees of all senders
     */
    private Map<String, List<MadeRecords.Body>> bodies(BenchHouse house, Path folder, int before, int trainees)
            throws IOException {
        var all = new LinkedHashMap<String, List<MadeRecords.Body>>();
        MadeRecords.DATASETS.forEach(dataset -> all.put(dataset, new ArrayList<>()));
        var each = trainees / house.keys().size();
        var from = Math.ceilDiv(before / house.keys().size(), MadeRecords.A_UNIT) * MadeRecords.A_UNIT;
        var first = before - from;
        for (var sender : house.keys().keySet()) {
            var made = new MadeRecords(folder, sender, county(sender), first, from, each);
            for (var dataset : MadeRecords.DATASETS) {
                all.get(dataset).addAll(made.write(dataset));
            }
            first += each;
        }
        return all;
    }

    /** A county of the office; the province's own level names one of Kunming's. */
    private String county(Sender sender) throws IOException {
        var prefix = sender.code().startsWith("5399") ? "5301" : sender.code().substring(0, 4);
        try (var lines = Files.lines(project.folder().resolve("schemas/codes/divisions-yn.csv"))) {
            return lines.map(line -> line.substring(0, 6))
                    .filter(code -> code.startsWith(prefix) && !code.endsWith("00"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static int count(List<MadeRecords.Body> bodies) {
        return bodies.stream().mapToInt(MadeRecords.Body::records).sum();
    }

    /** As Linux tells it, in megabytes. */
    private static double resident(ServerProcess server) throws IOException {
        try (var lines = Files.lines(Path.of("/proc/" + server.process().pid() + "/status"))) {
            return lines.filter(line -> line.startsWith("VmHWM:"))
                            .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                            .findFirst()
                            .orElseThrow()
                    / 1024.0;
        }
    }
}
