package org.jianxi.gateway.demo;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jianxi.gateway.canonical.CheckDigits;
import org.jianxi.gateway.canonical.Period;
import tools.jackson.databind.json.JsonMapper;

/** Twelve trainees of one unit, all of them made up. */
record DemoTrainees(String sender, Period period) {

    static final String DATASET = "trainees";

    private static final List<String> NAMES = List.of("甲", "乙", "丙", "丁", "戊", "己", "庚", "辛", "壬", "癸", "子", "丑");
    private static final String BORN = "2001-03-15";

    int count() {
        return NAMES.size();
    }

    /** @param person from 1 */
    String name(int person) {
        return "示某" + NAMES.get(person - 1);
    }

    String idNumber(int person) {
        var first17 = sender + BORN.replace("-", "") + "%03d".formatted(2 * person);
        return first17 + CheckDigits.citizen(first17);
    }

    /** In canonical form. */
    byte[] batch() {
        var records = new ArrayList<Map<String, Object>>();
        for (var person = 1; person <= count(); person++) {
            records.add(trainee(person));
        }
        var batch = new LinkedHashMap<String, Object>();
        batch.put("dataset", DATASET);
        batch.put("sender", sender);
        batch.put("period", period.toString());
        batch.put("records", records);
        return JsonMapper.shared().writeValueAsString(batch).getBytes(StandardCharsets.UTF_8);
    }

    private Map<String, Object> trainee(int person) {
        var record = new LinkedHashMap<String, Object>();
        record.put("traineeId", "T-" + person);
        record.put("idType", "111");
        record.put("idNumber", idNumber(person));
        record.put("name", name(person));
        record.put("sex", "2");
        record.put("birthDate", BORN);
        record.put("category", "01");
        record.put("education", "21");
        record.put("school", "云南某大学");
        record.put("major", "会计学");
        record.put("graduatedOn", "2022-06-30");
        return record;
    }
}
