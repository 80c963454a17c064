package org.jianxi.gateway.mapping;

import java.util.List;
import java.util.Map;
import org.jianxi.gateway.canonical.CheckDigits;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** One good record of each dataset that is about no trainee; the people in them do not exist. */
public final class Deliverables {

    /** A mentor and a unit's people, to be searched for in the clear. */
    public static final String MENTOR = "阿依木·带教测试";

    public static final String LEGAL = "古丽法人测试";
    public static final String ACCOUNT = "2502" + "0077".repeat(3);

    private Deliverables() {}

    public static Map<String, ObjectNode> all() {
        return Map.of(
                "units", unit(1),
                "posts", post(1),
                "mentors", mentor(1),
                "payments", payment(1),
                "matching-events", event(1),
                "post-publications", publication(1));
    }

    /** GB 32100, of an office in Kunming. */
    public static String creditCode(int order) {
        var first17 = "91530100MA6K%05d".formatted(order);
        var whole = (first17 + "0").substring(0, 17);
        return whole + CheckDigits.credit(whole);
    }

    public static ObjectNode unit(int number) {
        var unit = record().put("unitId", "U-" + number).put("uscc", creditCode(number));
        unit.put("name", "昆明测试见习单位" + number).put("divisionCode", "530102").put("reportingOffice", "530100");
        unit.put("industryCode", "C").put("unitNature", "企业").put("legalRepresentative", LEGAL);
        unit.put("contactName", LEGAL).put("contactPhone", "0871-6000000").put("address", "昆明市五华区测试路1号");
        unit.put("recognisedOn", "2022-03-01").put("status", "RECOGNISED");
        return unit.put("bankAccountNo", ACCOUNT);
    }

    public static ObjectNode post(int number) {
        var post = record().put("postId", "G-" + number).put("unitId", "U-1").put("title", "会计见习岗" + number);
        post.put("category", "MANAGEMENT").put("headcount", 2).put("durationMonths", 6);
        post.put("monthlyAllowance", "1800.00")
                .put("workDivisionCode", "530102")
                .put("workAddress", "测试路1号");
        post.put("demonstration", true).put("raisedOn", "2022-11-01");
        return post.put("publicityFrom", "2022-11-05").put("status", "PUBLISHED");
    }

    public static ObjectNode mentor(int number) {
        return record().put("mentorId", "M-" + number)
                .put("unitId", "U-1")
                .put("name", MENTOR)
                .put("title", "高级会计师")
                .put("yearsExperience", 12);
    }

    /** One month of the placement P-1, paid. */
    public static ObjectNode payment(int number) {
        var payment = record().put("paymentId", "B-" + number)
                .put("batchNo", "2023-02")
                .put("kind", "MONTHLY");
        payment.put("placementId", "P-1").put("periodFrom", "2023-02").put("periodTo", "2023-02");
        payment.put("months", "1").put("standard", "1500.00").put("amountYuan", "1500.00");
        payment.put("appliedOn", "2023-03-01").put("reviewedOn", "2023-03-03").put("approvedOn", "2023-03-06");
        payment.put("paidOn", "2023-03-10").put("fundLevel", "PREFECTURE").put("payeeAccount", ACCOUNT);
        return payment.put("status", "PAID").put("evidence", "见习协议");
    }

    public static ObjectNode event(int number) {
        return record().put("eventId", "E-" + number)
                .put("reportingOffice", "530100")
                .put("kind", "CAMPUS")
                .put("heldOn", "2023-05-20")
                .put("endOn", "2023-05-21")
                .put("unitCount", 30);
    }

    public static ObjectNode publication(int number) {
        var publication = record().put("feedId", "L-1").put("generatedAt", "2023-06-01T09:00:00");
        publication.put("listKind", "POSTS").put("channel", "就业在线").put("postId", "G-" + number);
        publication.put("unitName", "昆明测试见习单位1").put("title", "会计见习岗").put("headcount", 2);
        publication.put("place", "昆明").put("allowance", "1800.00");
        return publication.put("publishedOn", "2023-06-01");
    }

    /** In the order in which each may refer to those before it. */
    public static List<String> inOrder() {
        return List.of("units", "posts", "mentors", "payments", "matching-events", "post-publications");
    }

    private static ObjectNode record() {
        return JsonNodeFactory.instance.objectNode();
    }
}
