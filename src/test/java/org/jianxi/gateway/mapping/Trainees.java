package org.jianxi.gateway.mapping;

import org.jianxi.gateway.canonical.CheckDigits;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Canonical batches of people who do not exist: their numbers are made here, so that none stands in a file. */
public final class Trainees {

    private Trainees() {}

    /** A number with its check digit; the 17th digit tells a woman by being even. */
    public static String idNumber(String birthDate, int order) {
        var first17 = "530102" + birthDate.replace("-", "") + "%03d".formatted(order);
        return first17 + CheckDigits.citizen(first17);
    }

    public static ObjectNode batch(String dataset, ObjectNode... records) {
        var batch = JsonNodeFactory.instance.objectNode();
        batch.put("dataset", dataset).put("sender", "530100").put("period", "2023-06");
        var list = batch.putArray("records");
        for (var record : records) {
            list.add(record);
        }
        return batch;
    }

    /** A college graduate, a woman born in 2001. */
    public static ObjectNode graduate(int number) {
        var record = JsonNodeFactory.instance.objectNode();
        record.put("traineeId", "T-" + number).put("idType", "111");
        record.put("idNumber", idNumber("2001-03-15", 2 * number));
        record.put("name", "测试·人" + number).put("sex", "2").put("birthDate", "2001-03-15");
        record.put("category", "01")
                .put("education", "21")
                .put("school", "云南某大学")
                .put("major", "会计学");
        return record.put("graduatedOn", "2022-06-30");
    }

    public static ObjectNode placement(int number) {
        var record = JsonNodeFactory.instance.objectNode();
        record.put("placementId", "P-" + number).put("traineeId", "T-" + number);
        record.put("postId", "G-1").put("unitId", "U-1").put("agreementNo", "XY-" + number);
        record.put("agreementSignedOn", "2023-01-09")
                .put("startOn", "2023-01-10")
                .put("plannedEndOn", "2023-07-09");
        record.put("accidentInsurance", true).put("accidentPolicyNo", "PICC-1").put("mentorId", "M-1");
        return record.put("status", "IN_POST");
    }
}
