package org.jianxi.gateway.publishing;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jianxi.gateway.canonical.ReportingUnits;
import org.jianxi.gateway.canonical.Sender;
import org.jianxi.gateway.documents.FileProblem;
import org.jianxi.gateway.documents.FileSchema;
import org.jianxi.gateway.documents.FolderWatch;
import org.jianxi.gateway.documents.YamlFile;
import org.jianxi.gateway.signing.Sm3;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The service agencies written in {@code var/agencies.yaml}, re-read while running.
 *
 * <p>A file that cannot be used, or went, takes nothing back: what it said last stays. Where none was ever read, nothing is known of the
 * list, which is not the same as an empty one.
 */
public final class AgencyFile {

    private static final Logger LOG = LoggerFactory.getLogger(AgencyFile.class);
    private static final String NAME = "agencies.yaml";
    private static final String SCHEMA = "schemas/agencies.schema.json";
    private static final int ID_DIGITS = 32;

    private final Path var;
    private final Path schema;
    private final ReportingUnits units;
    private final FolderWatch watch;
    private volatile Optional<List<Listing>> inForce = Optional.empty();
    private volatile @Nullable FileProblem problem;

    private AgencyFile(Path home, Path var, ReportingUnits units) {
        this.var = var;
        this.schema = home.resolve(SCHEMA);
        this.units = units;
        this.watch = FolderWatch.file(var, NAME);
    }

    public static AgencyFile open(Path home, Path var, ReportingUnits units) {
        var file = new AgencyFile(home, var, units);
        file.apply(file.watch.first(), Instant.EPOCH);
        return file;
    }

    /** In the order of their ids; empty where no file was ever read. */
    public Optional<List<Listing>> listings() {
        return inForce;
    }

    /** What is wrong with the file as it stands. */
    public Optional<FileProblem> problem() {
        return Optional.ofNullable(problem);
    }

    /** Looks at the file again; a change counts when two looks in a row agree. */
    public synchronized void reread(Instant now) {
        apply(watch.again(), now);
    }

    private void apply(FolderWatch.Changes changes, Instant now) {
        if (!changes.gone().isEmpty()) {
            refuse(new FileProblem(var.resolve(NAME).toString(), 0, "is not there"));
        }
        changes.written().forEach((path, bytes) -> {
            try {
                inForce = Optional.of(read(new String(bytes, StandardCharsets.UTF_8), now));
                problem = null;
            } catch (FileProblem unusable) {
                refuse(unusable);
            }
        });
    }

    private void refuse(FileProblem unusable) {
        problem = unusable;
        LOG.warn("Refused, the agencies in force stay: {}", unusable.getMessage());
    }

    private record Written(Map<String, List<AgencyPart>> agencies) {}

    private record AgencyPart(
            String name,
            @Nullable List<String> services,
            @Nullable String address,
            String phone,
            @Nullable String hours) {}

    private List<Listing> read(String text, Instant now) {
        var yaml = YamlFile.parse(var.resolve(NAME).toString(), text);
        FileSchema.read(schema).check(yaml);
        var listings = new ArrayList<Listing>();
        yaml.as(Written.class).agencies().forEach((code, agencies) -> {
            var sender = Sender.parse(code)
                    .filter(units::includes)
                    .orElseThrow(() -> yaml.problem("/agencies/" + code, code + " is no reporting unit"));
            agencies.forEach(agency -> listings.add(listing(sender, agency, now)));
        });
        listings.sort(Comparator.comparing(Listing::id));
        return List.copyOf(listings);
    }

    private Listing listing(Sender sender, AgencyPart agency, Instant now) {
        var values = new LinkedHashMap<String, String>();
        values.put("name", agency.name());
        values.put("office", units.nameOf(sender));
        Optional.ofNullable(agency.services()).ifPresent(some -> values.put("services", String.join("、", some)));
        Optional.ofNullable(agency.address()).ifPresent(text -> values.put("address", text));
        values.put("phone", agency.phone());
        Optional.ofNullable(agency.hours()).ifPresent(text -> values.put("hours", text));
        var id = Sm3.of("agencies\n%s\n%s".formatted(sender, agency.name()).getBytes(StandardCharsets.UTF_8));
        return new Listing(ListKind.AGENCIES, id.hex().substring(0, ID_DIGITS), sender, values, now);
    }
}
