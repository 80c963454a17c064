package org.jianxi.gateway.demo;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jianxi.gateway.canonical.CheckDigits;
import org.jianxi.gateway.canonical.Period;
import tools.jackson.databind.json.JsonMapper;

/** Three units of one sender and two posts at each, all of them made up; the last unit is withdrawn in the end. */
record DemoUnits(String sender, Period period) {

    static final int UNITS = 3;
    static final int POSTS = 2 * UNITS;

    private static final List<String> TITLES = List.of("会计见习岗", "软件测试见习岗", "实验助理见习岗", "机械装配见习岗", "社区服务见习岗", "内容编辑见习岗");
    private static final List<String> CATEGORIES = List.of("MANAGEMENT", "SKILL", "RESEARCH", "SOCIAL_SERVICE");

    /** All recognised, in canonical form. */
    byte[] units() {
        return batch(
                "units", IntStream.rangeClosed(1, UNITS).mapToObj(this::unit).toList());
    }

    /** The same with the last one withdrawn. */
    byte[] unitsWithOneWithdrawn() {
        var units = IntStream.rangeClosed(1, UNITS).mapToObj(this::unit).toList();
        var last = units.getLast();
        last.put("status", "WITHDRAWN");
        last.put("withdrawnOn", period.firstDay().plusDays(19).toString());
        return batch("units", units);
    }

    byte[] posts() {
        return batch(
                "posts", IntStream.rangeClosed(1, POSTS).mapToObj(this::post).toList());
    }

    private byte[] batch(String dataset, List<Map<String, Object>> records) {
        var batch = new LinkedHashMap<String, Object>();
        batch.put("dataset", dataset);
        batch.put("sender", sender);
        batch.put("period", period.toString());
        batch.put("records", records);
        return JsonMapper.shared().writeValueAsString(batch).getBytes(StandardCharsets.UTF_8);
    }

    private Map<String, Object> unit(int number) {
        var unit = new LinkedHashMap<String, Object>();
        unit.put("unitId", "U-" + number);
        unit.put("uscc", creditCode(number));
        unit.put("name", "昆明市演示见习单位" + number);
        unit.put("divisionCode", "530102");
        unit.put("reportingOffice", sender);
        unit.put("industryCode", "C");
        unit.put("unitNature", "企业");
        unit.put("legalRepresentative", "示某甲");
        unit.put("contactName", "示某乙");
        unit.put("contactPhone", "0871-6000000");
        unit.put("address", "昆明市五华区演示路%d号".formatted(number));
        unit.put("recognisedOn", "2022-03-01");
        unit.put("status", "RECOGNISED");
        unit.put("bankAccountNo", "0".repeat(12) + number);
        return unit;
    }

    private Map<String, Object> post(int number) {
        var post = new LinkedHashMap<String, Object>();
        post.put("postId", "G-" + number);
        post.put("unitId", "U-" + (1 + (number - 1) % UNITS));
        post.put("title", TITLES.get(number - 1));
        post.put("category", CATEGORIES.get(number % CATEGORIES.size()));
        post.put("headcount", 2);
        post.put("durationMonths", 6);
        post.put("monthlyAllowance", "1800.00");
        post.put("workDivisionCode", "530102");
        post.put("workAddress", "演示路%d号".formatted(number));
        post.put("demonstration", number == 1);
        post.put("raisedOn", "2022-11-01");
        post.put("publicityFrom", "2022-11-05");
        post.put("status", "PUBLISHED");
        return post;
    }

    private static String creditCode(int order) {
        var first17 = "91530100MA6D%05d".formatted(order);
        return first17 + CheckDigits.credit(first17);
    }
}
