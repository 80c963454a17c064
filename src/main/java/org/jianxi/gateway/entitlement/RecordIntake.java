package org.jianxi.gateway.entitlement;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jianxi.gateway.canonical.Bilingual;
import org.jianxi.gateway.canonical.Period;
import org.jianxi.gateway.canonical.Sender;
import org.jianxi.gateway.recordfiles.ReadRecord;
import org.jianxi.gateway.recordfiles.RecordFile;
import org.jspecify.annotations.Nullable;

/** Takes rows of record files for one sender: units, then placements, then payments. */
final class RecordIntake {

    private final Sender sender;
    private final Entitling entitling;
    private final Map<String, String> names = new HashMap<>();
    private final Set<String> ofOthers = new HashSet<>();
    private final Set<String> placementsOfOthers = new HashSet<>();
    private final Set<String> payments = new HashSet<>();
    private long withoutUnit;
    private long withoutStart;
    private boolean unitsWithoutOffice;

    RecordIntake(Sender sender, Entitling entitling) {
        this.sender = sender;
        this.entitling = entitling;
    }

    void take(RecordFile file, ReadRecord record) {
        switch (file.dataset().id()) {
            case "units" -> unit(file, record);
            case "placements" -> placement(file, record);
            default -> payment(file, record);
        }
    }

    private void unit(RecordFile file, ReadRecord record) {
        var id = needed(file, record, "unitId");
        var office = record.text("reportingOffice");
        unitsWithoutOffice |= !record.columns().containsKey("reportingOffice");
        if (names.containsKey(id) || ofOthers.contains(id)) {
            twice(file, record, "unitId");
        }
        if (office == null && record.columns().containsKey("reportingOffice") || office != null && !isSender(office)) {
            ofOthers.add(id);
        } else {
            var name = record.text("name");
            names.put(id, name == null ? "" : name);
        }
    }

    private boolean isSender(String office) {
        return sender.code().equals(office);
    }

    private void placement(RecordFile file, ReadRecord record) {
        var id = needed(file, record, "placementId");
        var unit = needed(file, record, "unitId");
        if (!names.containsKey(unit)) {
            withoutUnit += ofOthers.contains(unit) ? 0 : 1;
            placementsOfOthers.add(id);
            return;
        }
        var start = record.day("startOn");
        if (start == null) {
            withoutStart++;
            return;
        }
        var ends = new Placement.Ends(
                record.day("plannedEndOn"), record.day("actualEndOn"), record.text("endKind"), record.text("outcome"));
        var cancelled = "CANCELLED".equals(record.text("status"));
        var placement =
                new Placement(id, unit, start, ends, record.day("contractFrom"), cancelled, place(file, record));
        if (placementsOfOthers.contains(id) || !entitling.placement(placement)) {
            twice(file, record, "placementId");
        }
    }

    private void payment(RecordFile file, ReadRecord record) {
        var id = record.text("paymentId");
        if (id != null && !payments.add(id)) {
            twice(file, record, "paymentId");
            return;
        }
        var placement = needed(file, record, "placementId");
        if (placementsOfOthers.contains(placement)) {
            return;
        }
        var claim = new Payment.Claim(
                month(record.day("periodFrom")),
                month(record.day("periodTo")),
                record.amount("months"),
                record.amount("standard"));
        var course = new Payment.Course(record.day("appliedOn"), record.day("paidOn"), needed(file, record, "status"));
        var fen = record.amount("amountYuan");
        if (fen == null) {
            file.problems().add(file.name(), record.line(), "amountYuan", "空白", "is blank");
            return;
        }
        entitling.payment(new Payment(
                placement, SubsidyKind.of(needed(file, record, "kind")), claim, fen, course, place(file, record)));
    }

    private static @Nullable Period month(@Nullable LocalDate first) {
        return first == null ? null : Payment.monthOf(first);
    }

    /** A blank is told as a problem, and stands for nothing that exists. */
    private static String needed(RecordFile file, ReadRecord record, String field) {
        var text = record.text(field);
        if (text == null) {
            file.problems().add(file.name(), record.line(), field, "空白", "is blank");
        }
        return text == null ? "" : text;
    }

    private static void twice(RecordFile file, ReadRecord record, String field) {
        file.problems().add(file.name(), record.line(), field, "与上面的记录重复", "stands on a line above already");
    }

    private static String place(RecordFile file, ReadRecord record) {
        return file.name() + ":" + record.line();
    }

    EntitledRecords result(boolean paid) {
        var result = entitling.result();
        var notes = new ArrayList<Bilingual>();
        note(
                unitsWithoutOffice ? 1 : 0,
                notes,
                "units.csv 没有 reportingOffice 列，视为全部属于该填报单位",
                "units.csv has no column reportingOffice: all of it is taken as the sender's");
        note(
                withoutUnit,
                notes,
                "placements.csv 有%d条记录找不到单位，未计入",
                "placements.csv: %d records whose unitId leads to no unit are not counted");
        note(
                withoutStart,
                notes,
                "placements.csv 有%d条记录没有到岗日期，未计入",
                "placements.csv: %d records without a first day are not counted");
        note(
                result.orphans(),
                notes,
                "payments.csv 有%d条记录找不到见习记录，未计入",
                "payments.csv: %d records whose placementId leads to no placement are not counted");
        note(
                paid ? 0 : 1,
                notes,
                "没有 payments.csv：只推算应拨补贴",
                "There is no payments.csv: only what is due is worked out");
        return new EntitledRecords(result, names, paid, List.copyOf(notes));
    }

    private static void note(long count, List<Bilingual> notes, String zh, String en) {
        Optional.of(count)
                .filter(some -> some > 0)
                .ifPresent(some -> notes.add(new Bilingual(zh.formatted(some), en.formatted(some))));
    }
}
