package org.jianxi.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.jianxi.gateway.canonical.Sender;
import org.jianxi.gateway.mapping.Deliverables;
import org.jianxi.gateway.mapping.Trainees;
import tools.jackson.databind.node.ObjectNode;

/**
 * Canonical batches of one sender whose people do not exist: units of fifty trainees, for each a post, a mentor, and for each trainee a
 * placement and a paid month. One trainee in ten is an unemployed young person, whose age is asked about.
 *
 * @param first the number among all senders' that its trainee of number 0 would have
 * @param from the number of its first trainee, a multiple of fifty
 * @param trainees how many
 */
record MadeRecords(Path folder, Sender sender, String county, int first, int from, int trainees) {

    static final List<String> DATASETS = List.of("units", "posts", "mentors", "trainees", "placements", "payments");
    static final String PERIOD = "2023-06";

    private static final int A_BATCH = 30_000;
    static final int A_UNIT = 50;
    private static final int A_DAY = 1_000;
    private static final int YOUNG = 10;
    private static final LocalDate BORN = LocalDate.of(1999, 6, 1);

    /** @param records in it */
    record Body(Sender sender, String dataset, Path file, int records) {}

    List<Body> write(String dataset) throws IOException {
        var bodies = new ArrayList<Body>();
        var rows = of(dataset);
        for (var number = rows.from(); number < rows.to(); number += A_BATCH) {
            bodies.add(body(dataset, number, Math.min(number + A_BATCH, rows.to())));
        }
        return bodies;
    }

    private Body body(String dataset, int from, int to) throws IOException {
        var file = folder.resolve("%s-%s-%d.json".formatted(dataset, sender.code(), from));
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write("{\"dataset\":\"%s\",\"sender\":\"%s\",\"period\":\"%s\",\"records\":["
                    .formatted(dataset, sender.code(), PERIOD));
            for (var number = from; number < to; number++) {
                out.write((number == from ? "" : ",") + of(dataset).record().apply(number));
            }
            out.write("]}");
        }
        return new Body(sender, dataset, file, to - from);
    }

    private record Rows(int from, int to, IntFunction<ObjectNode> record) {}

    private Rows of(String dataset) {
        var to = from + trainees;
        return switch (dataset) {
            case "units" -> ofUnits(this::unit);
            case "posts" -> ofUnits(this::post);
            case "mentors" -> ofUnits(number -> Deliverables.mentor(number).put("unitId", "U-" + number));
            case "trainees" -> new Rows(from, to, this::trainee);
            case "placements" -> new Rows(from, to, this::placement);
            case "payments" -> new Rows(from, to, this::payment);
            default -> throw new IllegalArgumentException(dataset);
        };
    }

    private Rows ofUnits(IntFunction<ObjectNode> record) {
        return new Rows(from / A_UNIT, (from + trainees + A_UNIT - 1) / A_UNIT, record);
    }

    private ObjectNode unit(int number) {
        return Deliverables.unit(number)
                .put("uscc", Deliverables.creditCode(first / A_UNIT + number))
                .put("reportingOffice", sender.code())
                .put("divisionCode", county);
    }

    private ObjectNode post(int number) {
        return Deliverables.post(number).put("unitId", "U-" + number).put("headcount", A_UNIT);
    }

    private ObjectNode trainee(int number) {
        var among = first + number;
        var born = BORN.plusDays(among / A_DAY).toString();
        var id = Trainees.idNumber(born, among % A_DAY);
        var trainee = Trainees.graduate(number).put("idNumber", id).put("birthDate", born);
        trainee.put("sex", (id.charAt(16) - '0') % 2 == 0 ? "2" : "1");
        return number % YOUNG == 0 ? trainee.put("category", "03").put("unemploymentRegistered", true) : trainee;
    }

    /** One in four has ended, one in eight was retained. */
    private ObjectNode placement(int number) {
        var unit = number / A_UNIT;
        var placement = Trainees.placement(number)
                .put("unitId", "U-" + unit)
                .put("postId", "G-" + unit)
                .put("mentorId", "M-" + unit);
        return switch (number % 8) {
            case 0 ->
                ended(placement)
                        .put("outcome", "RETAINED")
                        .put("contractFrom", "2023-06-10")
                        .put("status", "RETAINED");
            case 1 -> ended(placement).put("outcome", "NOT_EMPLOYED");
            default -> placement;
        };
    }

    private static ObjectNode ended(ObjectNode placement) {
        return placement
                .put("plannedEndOn", "2023-06-09")
                .put("actualEndOn", "2023-06-09")
                .put("endKind", "TERM_COMPLETED")
                .put("outcomeOn", "2023-06-10")
                .put("status", "COMPLETED");
    }

    private ObjectNode payment(int number) {
        return Deliverables.payment(number)
                .put("placementId", "P-" + number)
                .put("payeeAccount", "62" + (first + number));
    }
}
